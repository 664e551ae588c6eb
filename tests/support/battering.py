"""Reports with anything at all in some of their cells, by chance but always the same."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import IntEnum
from random import Random
from typing import Any

from govdisclosure.form import CellState, Kind, Money
from govdisclosure.model import EDITION_2021, AnyReport, CellNote
from tests.support.by_hand import with_anything
from tests.support.cases import WITH_FREEDONIA
from tests.support.corrupting import BASES


class _Few(IntEnum):
    ONE = 1


LARGEST = 2**53 - 1

NUMBERS: Mapping[str, Sequence[Any]] = {
    "blank": (None,),
    "small": (-1, 0, 1, 3, 7),
    "large": (LARGEST, -LARGEST, LARGEST + 2, 10**40, -(10**40)),
    "too large to meet a NaN": (10**400, -(10**400)),
    "odd": (True, False, 1.0, float("nan"), "3", "", (), _Few.ONE, EDITION_2021, object),
    "decimal": (Decimal(3), Decimal("1.5"), Decimal("NaN"), Decimal("1E-120")),
}
"""What stands in a count, by the sort of damage."""

AMOUNTS: Sequence[Any] = (
    None,
    0,
    -3,
    2**70,
    True,
    "1.5",
    1.5,
    _Few.ONE,
    *map(Decimal, ("0", "-0.0", "10.40", "-10.4", "NaN", "sNaN", "-Infinity", "1E+999999")),
    *map(Decimal, ("1E-120", "0E-120", "9" * 60 + ".1", "-" + "9" * 99, "1E+100")),
)

SECTIONS: Sequence[Any] = (None, (), ("一",), ["一"], "一", 3)

_SORTS = (*["blank"] * 4, *["small"] * 4, "large", "too large to meet a NaN", "odd", "decimal")


def battered(dealer: Random, year: int | None = 2023) -> AnyReport:
    """A sound report, or one with the same number everywhere, with something done to it."""
    report = dealer.choice(
        [*BASES.values(), *(f.blank(dealer.choice((0, 1, None))) for f in WITH_FREEDONIA)]
    )
    sorts = dealer.sample(_SORTS, dealer.choice((1, 1, 2)))
    cells = [*report.form.cells]
    cells = dealer.sample(cells, min(len(cells), dealer.choice((0, 1, 1, 2, 5, 30, 150))))
    changes = {cell: _dealt(dealer, report.form.cells[cell].kind, sorts) for cell in cells}
    notes = {cell: note for cell in cells if (note := _note(dealer, changes[cell]))}
    report = with_anything(report, {**changes, "/cell_notes": notes, "/year": year})
    if dealer.random() < 0.3:
        report = with_anything(report, {"/problems_and_improvements": dealer.choice(SECTIONS)})
    if dealer.random() < 0.05:  # last, since a cell has no place once its row is something else
        row = dealer.choice(["/requests", "/review_and_litigation", *report.form.rows])
        report = with_anything(report, {row: dealer.choice((None, 3, ()))})
    return report


def _dealt(dealer: Random, kind: Kind, sorts: Sequence[str]) -> Any:
    match kind:
        case Kind.AMOUNT:
            return dealer.choice(AMOUNTS)
        case Kind.MONEY:
            return dealer.choice((Money(dealer.choice(AMOUNTS), None), None))
        case _:
            return dealer.choice(NUMBERS[dealer.choice(sorts)])


def _note(dealer: Random, value: object) -> CellNote | None:
    if value is not None or dealer.random() < 0.4:
        return None
    return CellNote(printed="—", state=dealer.choice([*CellState]))


def relatives(dealer: Random) -> tuple[AnyReport | None, Sequence[AnyReport]]:
    """Reports to check one against: of the year before or another, of some bodies, or none."""
    year = dealer.choice((2022, 2022, 2020, None))
    bodies = [battered(dealer) for _ in range(dealer.choice((0, 0, 0, 1, 2)))]
    return (battered(dealer, year) if dealer.random() < 0.4 else None), bodies
