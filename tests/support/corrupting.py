"""Sound reports, and ways to spoil some of their cells."""

from collections.abc import Mapping
from random import Random
from typing import Any

from attrs import evolve

from govdisclosure.model import AnyReport
from govdisclosure.testing import _adding_up, _balanced, _number_cells
from tests.support import cases
from tests.support.cases import FORMS, Forms

DELTAS = (-100, -9, -2, -1, 1, 2, 7, 10, 99, 1000)
"""By how much single cells are spoilt."""


def sound(forms: Forms, largest: int, seed: int = 1) -> AnyReport:
    """A report that keeps every rule of the form, with numbers up to ``largest``."""
    cells = _number_cells(Random(seed), largest)
    blank = forms.blank(0)
    requests: Any = _adding_up(forms.requests.requests, cells)
    cases_: Any = _adding_up(type(blank.review_and_litigation), cells)
    return evolve(blank, requests=_balanced(requests, cells), review_and_litigation=cases_)


BASES: Mapping[str, AnyReport] = {
    **{
        f"{forms} up to {largest}": sound(forms, largest)
        for forms in FORMS
        for largest in (0, 3, 40, 100_000)
    },
    "F": cases.F,
}
"""Reports of every form, hybrids among them, with small and large numbers; a real one."""


def table_3(report: AnyReport) -> Mapping[str, Any]:
    """The cells of table 3."""
    return {a: n for a, n in report.cells() if a.startswith("/requests/")}


def spoilt(report: AnyReport, count: int, dealer: Random) -> tuple[AnyReport, dict[str, int]]:
    """The report with some cells of table 3 spoilt, and what these cells said before."""
    numbers = table_3(report)
    chosen = dealer.sample(sorted(numbers), count)
    before = {address: numbers[address] for address in chosen}
    return report.replace({a: _another(n, dealer) for a, n in before.items()}), before


def _another(number: int, dealer: Random) -> int:
    """A number that stands wrongly for another: a little off, or mistyped, or any at all."""
    written = str(number)
    digit = dealer.randrange(len(written))
    wrong = dealer.choice(
        [
            number + dealer.choice([-2, -1, 1, 2, 3, 10]),
            int(written[:digit] + str(dealer.randint(0, 9)) + written[digit + 1 :]),
            int(written + str(dealer.randint(0, 9))),
            number // 10,
            dealer.randint(0, 2 * number + 9),
        ]
    )
    return wrong if wrong >= 0 and wrong != number else number + 1
