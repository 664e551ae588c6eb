"""``python -m tests.benchmarks``: the table of speeds; ``--write`` puts it into the documents."""

import argparse
import os
import platform
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from govdisclosure.codec import dumps, to_data
from tests.benchmarks import ours, rivals
from tests.benchmarks.measuring import Effort, side_by_side
from tests.benchmarks.processes import ROOT, starting, streaming

Times = Mapping[str, float]

MARKS = re.compile(r"(<!-- speed -->\n).*?(<!-- /speed -->)", re.S)


def measured(effort: Effort) -> dict[str, float]:
    """Seconds of everything that is done in this process, all of it taking turns."""
    report = ours.example()
    raw, document = dumps(report).encode(), to_data(report)
    return side_by_side(
        {
            **dict(rivals.parsers(raw)),
            **dict(ours.reading(raw)),
            **dict(rivals.typed(raw)),
            **dict(ours.checking(report)),
            **dict(ours.validating(document)),
            **dict(rivals.validators(document)),
            **dict(ours.writing(report)),
            **dict(rivals.writers(document)),
        },
        effort,
    )


def streamed(count: int) -> Iterator[tuple[str, float, float, float]]:
    """Name, seconds a report, megabytes, and how many more these are than for a fiftieth."""
    for way in ("parse", *ours.available()):
        name = "parsing alone" if way == "parse" else f"ours, {way}: report, rules of the form"
        few, many = streaming(way, max(1, count // 50)), streaming(way, count)
        yield name, many.seconds / count, many.megabytes, many.megabytes - few.megabytes


def tables(effort: Effort, starts: int, count: int) -> Iterator[str]:
    """The Markdown, line by line."""
    report = ours.example()
    raw = dumps(report).encode()
    times = measured(effort)
    base = next(iter(times))
    today = datetime.now(UTC).date().isoformat()
    yield (
        f"{today}, {platform.python_implementation()} {platform.python_version()},"
        f" {os.cpu_count()} CPUs, one report of {len(raw):,} bytes, medians of"
        f" {effort.repeats} interleaved repeats in one process."
    )
    missing = [name for name, there in rivals.INSTALLED.items() if not there]
    if missing:
        yield f"\nNot installed, and so not measured: {', '.join(missing)}."
    yield from ("", f"| in one process | µs | × {base} |", "|---|--:|--:|")
    for name, seconds in times.items():
        yield f"| {name} | {seconds * 1e6:,.1f} | {seconds / times[base]:.2f} |"
    yield from ("", "| start, processor time | ms | × bare |", "|---|--:|--:|")
    began = starting(report, starts)
    bare = next(iter(began.values()))
    for name, seconds in began.items():
        yield f"| {name} | {seconds * 1e3:.0f} | {seconds / bare:.1f} |"
    many = f"{count:,} reports as JSON Lines, one process"
    yield from ("", f"| {many} | µs a report | × parsing | MB | MB more than for {count // 50:,} |")
    yield "|---|--:|--:|--:|--:|"
    rows = list(streamed(count))
    for name, seconds, peak, more in rows:
        ratio = seconds / rows[0][1]
        yield f"| {name} | {seconds * 1e6:,.1f} | {ratio:.2f} | {peak:.0f} | {more:.1f} |"
    yield from ("", "| to reach | asked | measured | |", "|---|--:|--:|---|")
    yield from targets(times, began["`check` of one JSON report"] / bare)
    for way, asked in (("msgspec", 1.8), ("orjson", 3.0)):
        for name, seconds, _, more in rows:
            if f"ours, {way}:" in name:
                yield _target(f"{many}, {way}, × parsing", seconds / rows[0][1], asked, True)
                yield _target(f"memory, {way}: MB more than for {count // 50:,}", more, 5.0, True)


PIPELINE = "ours, {}: bytes → report → all rules of the form"


def targets(times: Times, check_start: float) -> Iterator[str]:
    """What was to be reached, beside what was."""
    wanted: list[tuple[str, str, str, float, bool]] = [
        ("pipeline, `fast`, × orjson.loads", PIPELINE.format("msgspec"), "orjson.loads", 2.8, True),
        ("pipeline, orjson, × orjson.loads", PIPELINE.format("orjson"), "orjson.loads", 3.6, True),
        ("pipeline, core, × json.loads", PIPELINE.format("json"), "json.loads", 2.0, True),
        (
            "pydantic (no rules) ÷ ours with rules, `fast`",
            "pydantic v2, strict, parse only",
            PIPELINE.format("msgspec"),
            1.35,
            False,
        ),
        (
            "rules of the form, × orjson.loads",
            "ours: rules of the form",
            "orjson.loads",
            0.35,
            True,
        ),
        (
            "verdict ÷ jsonschema-rs iter_errors",
            "ours, verdict and report",
            "jsonschema-rs, iter_errors",
            1.0,
            True,
        ),
        (
            "writing ÷ orjson.dumps of a dict",
            "ours: dumps, checked, one line",
            "orjson.dumps of a dict",
            3.5,
            True,
        ),
        (
            "writing ÷ json.dumps of a dict",
            "ours: dumps, checked, one line",
            "json.dumps of a dict",
            0.5,
            True,
        ),
    ]
    for name, above, below, asked, at_most in wanted:
        if above in times and below in times:
            yield _target(name, times[above] / times[below], asked, at_most)
    yield _target("`check` ÷ a bare interpreter", check_start, 6.0, True)


def _target(name: str, ratio: float, asked: float, at_most: bool) -> str:
    met = ratio <= asked if at_most else ratio >= asked
    sign = "≤" if at_most else "≥"
    return f"| {name} | {sign} {asked:.2f} | {ratio:.2f} | {'met' if met else 'not met'} |"


def write(lines: Iterable[str]) -> None:
    """Put the tables between the marks of the pages about speed."""
    made = "\n".join(lines)
    for name in ("speed.md", "speed.zh-CN.md"):
        page = ROOT / "docs" / name
        text = MARKS.sub(lambda m: f"{m[1]}\n{made}\n\n{m[2]}", page.read_text("utf-8"))
        page.write_text(text, "utf-8", newline="\n")


def main() -> None:
    """Measure, print, and write if asked to."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the tables into docs/speed*.md")
    parser.add_argument("--repeats", type=int, default=Effort().repeats)
    parser.add_argument("--starts", type=int, default=11)
    parser.add_argument("--reports", type=int, default=100_000)
    options = parser.parse_args()
    lines = []
    for line in tables(Effort(options.repeats), options.starts, options.reports):
        lines.append(line)
        print(line, flush=True)
    if options.write:
        write(lines)


if __name__ == "__main__":
    main()
