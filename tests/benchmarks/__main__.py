"""``python -m tests.benchmarks``: the table of speeds; ``--write`` puts it into the documents."""

import argparse
import os
import platform
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from govdisclosure.codec import to_dict
from govdisclosure.model import OfficialReport
from tests.benchmarks import ours, reaching, rivals
from tests.benchmarks.documents import DOCUMENTS, text_of
from tests.benchmarks.measuring import Effort, side_by_side
from tests.benchmarks.processes import starting, streaming
from tests.benchmarks.reaching import of
from tests.support.paths import ROOT

Times = Mapping[str, float]

MARKS = re.compile(r"(<!-- speed -->\n).*?(<!-- /speed -->)", re.S)


def measured(report: OfficialReport, effort: Effort) -> dict[str, float]:
    """Seconds of everything that is done in this process, all of it taking turns."""
    raw, document = text_of(report), to_dict(report)
    return side_by_side(
        {
            **dict(rivals.parsers(raw)),
            **dict(ours.reading(report)),
            **dict(rivals.typed(raw)),
            **dict(ours.checking(report)),
            **dict(ours.validating(report)),
            **dict(rivals.validators(document)),
            **dict(ours.writing(report)),
            **dict(rivals.writers(document)),
        },
        effort,
    )


def streamed(count: int) -> dict[str, float]:
    """Seconds a report and megabytes of each way, for many reports and for fewer."""
    found = {}
    for way in ("parse", *ours.available()):
        megabytes = {}
        for name, part in (("many", 1), ("a fifth", 5), ("a fiftieth", 50)):
            done = streaming(way, max(1, count // part))
            found[reaching.STREAM.format(way, name)] = done.seconds / max(1, count // part)
            megabytes[name] = done.megabytes
        found[f"MB, {way}"] = megabytes["many"]
        found[reaching.MORE_MEMORY.format(way)] = megabytes["many"] - megabytes["a fiftieth"]
    return found


def circumstances(reports: Mapping[str, OfficialReport], effort: Effort) -> str:
    """When and where, on what, how often."""
    today = datetime.now(UTC).date().isoformat()
    sizes = ", ".join(f"{name} {len(text_of(report)):,}" for name, report in reports.items())
    return (
        f"{today}, {platform.python_implementation()} {platform.python_version()},"
        f" {os.cpu_count()} CPUs; bytes: {sizes}; medians of"
        f" {effort.repeats} interleaved repeats in one process."
    )


def in_one_process(times: Mapping[str, Times]) -> Iterator[str]:
    """The table of what was done in this process: multiples of the parser alone."""
    yield "| in one process, × orjson.loads of the same bytes | " + " | ".join(times) + " |"
    yield "|---|" + "--:|" * len(times)
    for name in dict.fromkeys(name for of_one in times.values() for name in of_one):
        cells = [_multiple(of_one, name) for of_one in times.values()]
        yield f"| {name} | {' | '.join(cells)} |"


def _multiple(times: Times, name: str) -> str:
    base = next(iter(times.values()))
    return f"{times[name] / base:.2f} ({times[name] * 1e6:,.0f} µs)" if name in times else ""


def starts(times: Times) -> Iterator[str]:
    """The table of what it takes to start."""
    bare = next(iter(times.values()))
    yield from ("| start, processor time | ms | × bare |", "|---|--:|--:|")
    for name, seconds in times.items():
        yield f"| {name} | {seconds * 1e3:.0f} | {seconds / bare:.1f} |"


def streams(found: Times, count: int) -> Iterator[str]:
    """The table of many reports one by one."""
    head = f"| {count:,} real reports as JSON Lines, one process | reports a second | × parsing"
    yield f"{head} | × of one among {count // 5:,} | MB | MB more than for {count // 50:,} |"
    yield "|---|--:|--:|--:|--:|--:|"
    for way in ("parse", *ours.available()):
        name = "parsing alone" if way == "parse" else f"ours, {way}: report, rules of the form"
        many, fifth = (found[reaching.STREAM.format(way, n)] for n in ("many", "a fifth"))
        ratio = many / found[reaching.STREAM.format("parse", "many")]
        more = found[reaching.MORE_MEMORY.format(way)]
        times = f"{1 / many:,.0f} | {ratio:.2f} | {many / fifth:.2f}"
        yield f"| {name} | {times} | {found[f'MB, {way}']:.0f} | {more:.1f} |"


def write(page: str, lines: Iterable[str]) -> None:
    """Put lines between the marks of a page about speed."""
    file = ROOT / page
    tables = "\n".join(lines)
    text = MARKS.sub(lambda m: f"{m[1]}\n{tables}\n\n{m[2]}", file.read_text("utf-8"))
    file.write_text(text, "utf-8", newline="\n")


def main() -> None:
    """Measure, print, and write if asked to."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the tables into the documents")
    parser.add_argument("--repeats", type=int, default=Effort().repeats)
    parser.add_argument("--starts", type=int, default=11)
    parser.add_argument("--reports", type=int, default=100_000)
    options = parser.parse_args()
    reports, effort = {name: make() for name, make in DOCUMENTS.items()}, Effort(options.repeats)
    times = {name: measured(report, effort) for name, report in reports.items()}
    began = starting(reports["sound"], options.starts)
    many = streamed(options.reports)
    missing = [name for name, there in rivals.INSTALLED.items() if not there]
    without = ["", f"Not installed, and so not measured: {', '.join(missing)}."] if missing else []
    in_process = {of(name, task): t for name, tasks in times.items() for task, t in tasks.items()}
    tables = [in_one_process(times), starts(began), streams(many, options.reports)]
    lines = [circumstances(reports, effort), *without]
    for table in (*tables, reaching.table({**in_process, **began, **many})):
        lines += ["", *table]
    print("\n".join(lines))
    if options.write:
        write("docs/speed.md", lines)
        write("docs/speed.zh-CN.md", lines)


if __name__ == "__main__":
    main()
