"""How well wrong cells are found: ``python -m tests.benchmarks.diagnosis``.

``--write`` puts the tables into docs/repair*.md. Seeds are fixed: the counts are the same on
every run, the ratios of times are not.
"""

import argparse
import re
from collections.abc import Iterable, Iterator
from random import Random
from time import process_time

from attrs import define, field

from govdisclosure.analysis.diagnosis import diagnose
from govdisclosure.model import AnyReport
from govdisclosure.rules import check
from tests.benchmarks.measuring import Effort, side_by_side
from tests.support import cases
from tests.support.cases import FORMS, PURE_2019, PURE_2021, case
from tests.support.corrupting import BASES, DELTAS, sound, spoilt, table_3
from tests.support.paths import ROOT

MARKS = re.compile(r"(<!-- measured -->\n).*?(<!-- /measured -->)", re.S)

SAMPLED = tuple(
    sound(forms, largest, seed=largest)
    for forms in (PURE_2019, PURE_2021)
    for largest in (3, 40, 2_000)
) + (cases.F,)
"""The reports whose cells are spoilt two and three at a time."""


@define
class Score:
    """Of how many spoilt reports what was true; ``places`` are those of the true set, from 1."""

    tried: int = 0
    detected: int = 0
    fewer: int = 0
    places: list[int] = field(factory=list)

    def add(self, report: AnyReport, before: dict[str, int]) -> None:
        """Diagnose a spoilt report whose cells said something else before."""
        self.tried += 1
        faults = diagnose(report).faults
        self.detected += bool(faults) and bool(check(report, preset="form").findings)
        if len(faults) != 1:
            return
        offered = [{c.pointer: c.new for c in repair.changes} for repair in faults[0].repairs]
        if before in offered:
            self.places.append(offered.index(before) + 1)
        elif offered and len(offered[0]) < len(before):
            self.fewer += 1

    def within(self, place: int) -> int:
        """How often the true set stood at a place or before."""
        return sum(found <= place for found in self.places)


def singles(bases: Iterable[AnyReport], deltas: Iterable[int] = DELTAS) -> Score:
    """Every cell of table 3, off by every delta that leaves it not below 0."""
    score, deltas = Score(), tuple(deltas)
    for report in bases:
        for address, number in table_3(report).items():
            for by in deltas:
                if number + by >= 0:
                    score.add(report.replace({address: number + by}), {address: number})
    return score


def several(count: int, trials: int) -> Score:
    """Sets of cells drawn at random, each spoilt as numbers are: a digit, a little, at all."""
    score, dealer = Score(), Random(count)
    for trial in range(trials):
        score.add(*spoilt(SAMPLED[trial % len(SAMPLED)], count, dealer))
    return score


def ratios(effort: Effort) -> Iterator[tuple[str, float]]:
    """Diagnosing a report, as a multiple of finding what is wrong in it by checking."""
    dealer = Random(1)
    chaos = FORMS[1].blank(0)
    reports = {
        "a correct report": cases.F,
        "one wrong cell": cases.F.replace({"/requests/outcomes/granted/natural_person": 1289}),
        "two wrong totals (洪泽 2023)": cases.A,
        "a unit moved between columns (洋河 2025)": cases.L,
        "a total and a part, 21 ways": case(PURE_2021, cases.MINIMAL, cases.MINIMAL_CASES),
        "three wrong cells": spoilt(cases.F, 3, Random(3))[0],
        "six wrong cells": spoilt(cases.F, 6, Random(2))[0],
        "two wrong cells among 125 blanks (沭阳 2023)": cases.J.replace(
            {f"/requests/{row}/natural_person": 24 for row in ("received", "outcomes/granted")}
        ),
        "126 blanks (上海 2019)": cases.H,
        "the slowest of 200 with four to six wrong cells": _slowest(200),
        "a table of random numbers": chaos.replace(
            {a: dealer.randint(0, 999) for a in table_3(chaos)}
        ),
        "a table of random 0 and 1": chaos.replace(
            {a: dealer.randint(0, 1) for a in table_3(chaos)}
        ),
    }
    for name, report in reports.items():
        times = side_by_side(
            {
                "check": lambda report=report: check(report).findings,  # type: ignore[misc]
                "diagnose": lambda report=report: diagnose(report),  # type: ignore[misc]
            },
            effort,
        )
        yield name, times["diagnose"] / times["check"]


def _slowest(trials: int) -> AnyReport:
    """Of reports spoilt in several cells, the one whose diagnosis takes longest."""
    dealer = Random(4)
    made = [spoilt(SAMPLED[n % len(SAMPLED)], 4 + n % 3, dealer)[0] for n in range(trials)]

    def seconds(report: AnyReport) -> float:
        start = process_time()
        diagnose(report)
        return process_time() - start

    return max(made, key=seconds)


def rows(single: Score, more: Iterable[tuple[str, Score]]) -> Iterator[str]:
    """The table of what was found."""
    heads = (
        "wrong cells of table 3",
        "tried",
        "detected",
        "true set offered first",
        "among the first three",
        "offered at all",
        "a smaller set explains it",
    )
    yield f"| {' | '.join(heads)} |"
    yield "|---|" + "--:|" * (len(heads) - 1)
    for name, score in (("one, every cell", single), *more):
        counts = (score.within(1), score.within(3), len(score.places), score.fewer)
        shares = " | ".join(_share(n, score.tried) for n in (score.detected, *counts))
        yield f"| {name} | {score.tried:,} | {shares} |"


def _share(count: int, of: int) -> str:
    """Never rounded up to all of them, nor down to none."""
    if count in (0, of):
        return f"{100 * count // of} %"
    return f"{min(max(100 * count / of, 0.01), 99.99):.2f} %"


def tables(trials: int, effort: Effort) -> Iterator[str]:
    """The Markdown, line by line."""
    each = (("two, sampled", several(2, trials // 2)), ("three, sampled", several(3, trials // 2)))
    yield from rows(singles(BASES.values()), each)
    yield from ("", "| report | diagnosing ÷ checking |", "|---|--:|")
    for name, ratio in ratios(effort):
        yield f"| {name} | {ratio:.1f} |"


def write(lines: Iterable[str]) -> None:
    """Put the tables between the marks of the pages about repairs."""
    made = "\n".join(lines)
    for name in ("repair.md", "repair.zh-CN.md"):
        page = ROOT / "docs" / name
        text = MARKS.sub(lambda m: f"{m[1]}\n{made}\n\n{m[2]}", page.read_text("utf-8"))
        page.write_text(text, "utf-8", newline="\n")


def main() -> None:
    """Measure, print, and write if asked to."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.diagnosis", description=__doc__
    )
    parser.add_argument("--write", action="store_true", help="put the tables into docs/repair*.md")
    parser.add_argument("--trials", type=int, default=100_000, help="sampled sets of cells, in all")
    parser.add_argument("--repeats", type=int, default=Effort().repeats)
    options = parser.parse_args()
    lines = []
    for line in tables(options.trials, Effort(options.repeats)):
        lines.append(line)
        print(line, flush=True)
    if options.write:
        write(lines)


if __name__ == "__main__":
    main()
