"""What went wrong, where the numbers show it: the slips that have a name.

Each is a small predicate on the cells that change, with the number that stands there and
the number that is offered. A name is a guess that the numbers fit, never more.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from attrs import frozen

from govdisclosure.form import TOTAL, Form, tokens


class ErrorPattern(StrEnum):
    """How a number may have come to stand where it does not belong."""

    ZERO_FOR_TOTAL = "zero_for_total"
    SIGN = "sign"
    DIGITS_TRANSPOSED = "digits_transposed"
    DIGIT_LOST = "digit_lost"
    DIGIT_DOUBLED = "digit_doubled"
    CELLS_SWAPPED = "cells_swapped"
    NUMBER_SPLIT = "number_split"
    MOVED_BETWEEN_COLUMNS = "moved_between_columns"
    MOVED_BETWEEN_ROWS = "moved_between_rows"
    TOTAL_AND_PART = "total_and_part"
    ROW_SHIFTED = "row_shifted"
    ROWS_SWAPPED = "rows_swapped"


@frozen
class Spot:
    """Where a cell is: the number of its row on the form, its place in it, if it is a total."""

    row: int
    column: int
    total: bool
    columns: tuple[str, ...]


@lru_cache(maxsize=64)
def spots(form: Form) -> tuple[Spot, ...]:
    """The spot of every cell of a form, in printed order."""
    return tuple(
        Spot(n, i, TOTAL in (*tokens(row), name), names)
        for n, (row, names) in enumerate(_names_by_row(form))
        for i, name in enumerate(names)
    )


def _names_by_row(form: Form) -> Iterator[tuple[str, tuple[str, ...]]]:
    for address, row in form.rows.items():
        yield address, tuple(column.name for column in row.columns)


@frozen
class Moved:
    """A cell that changes: where it is, what stands there, what is offered."""

    spot: Spot
    old: int | None
    new: int

    @property
    def by(self) -> int:
        """By how much; a blank counts as 0."""
        return self.new - (self.old or 0)


One: TypeAlias = Callable[[Moved], bool]
Several: TypeAlias = Callable[[Sequence[Moved]], bool]


def _zero_for_total(cell: Moved) -> bool:
    return cell.spot.total and cell.old == 0


def _sign(cell: Moved) -> bool:
    return cell.old == -cell.new


def _transposed(cell: Moved) -> bool:
    old, new = str(cell.old), str(cell.new)
    swaps = (new[:i] + new[i + 1] + new[i] + new[i + 2 :] for i in range(len(new) - 1))
    return old in swaps


def _digit_lost(cell: Moved) -> bool:
    return str(cell.old) in _without_a_digit(str(cell.new))


def _digit_doubled(cell: Moved) -> bool:
    new = str(cell.new)
    return str(cell.old) in (new[:i] + new[i] + new[i:] for i in range(len(new)))


def _without_a_digit(written: str) -> set[str]:
    return {written[:i] + written[i + 1 :] for i in range(len(written))} - {""}


ONE: Mapping[ErrorPattern, One] = {
    ErrorPattern.ZERO_FOR_TOTAL: _zero_for_total,
    ErrorPattern.SIGN: _sign,
    ErrorPattern.DIGITS_TRANSPOSED: _transposed,
    ErrorPattern.DIGIT_LOST: _digit_lost,
    ErrorPattern.DIGIT_DOUBLED: _digit_doubled,
}
"""Slips of a single cell, by what must be so of it."""


def _swapped(cells: Sequence[Moved]) -> bool:
    one, other = cells
    return _beside(one.spot, other.spot) and (one.old, other.old) == (other.new, one.new)


def _split(cells: Sequence[Moved]) -> bool:
    one, other = cells
    if one.spot.row != other.spot.row or not _beside(one.spot, other.spot):
        return False
    return {one.new, other.new} == {0, joined(one.old, other.old)}


def _moved_between_columns(cells: Sequence[Moved]) -> bool:
    one, other = cells
    return one.spot.row == other.spot.row and _moved(one, other)


def _moved_between_rows(cells: Sequence[Moved]) -> bool:
    one, other = cells
    return _same_column(one.spot, other.spot) and _moved(one, other)


def _moved(one: Moved, other: Moved) -> bool:
    return one.by == -other.by and not (one.spot.total or other.spot.total)


def _total_and_part(cells: Sequence[Moved]) -> bool:
    one, other = cells
    crossing = one.spot.row == other.spot.row or _same_column(one.spot, other.spot)
    return crossing and one.by == other.by and (one.spot.total or other.spot.total)


TWO: Mapping[ErrorPattern, Several] = {
    ErrorPattern.CELLS_SWAPPED: _swapped,
    ErrorPattern.NUMBER_SPLIT: _split,
    ErrorPattern.MOVED_BETWEEN_COLUMNS: _moved_between_columns,
    ErrorPattern.MOVED_BETWEEN_ROWS: _moved_between_rows,
    ErrorPattern.TOTAL_AND_PART: _total_and_part,
}
"""Slips of two cells, the left or upper one first; the first that fits gives the name."""


def _beside(one: Spot, other: Spot) -> bool:
    """Whether two cells are neighbours, in a row or one above the other."""
    if one.row == other.row:
        return abs(one.column - other.column) == 1
    return abs(one.row - other.row) == 1 and _same_column(one, other)


def _same_column(one: Spot, other: Spot) -> bool:
    return one.column == other.column and one.columns == other.columns


def joined(left: int | None, right: int | None) -> int | None:
    """Two numbers written together; ``None`` where that is no number that one would split.

    >>> joined(1, 2), joined(0, 2), joined(None, 2)
    (12, None, None)
    """
    if not left or left < 0 or right is None or right < 0:
        return None
    return int(f"{left}{right}")


def name_one(cell: Moved) -> ErrorPattern | None:
    """The slip that explains a single cell, if one does.

    >>> spot = Spot(0, 0, False, ("a",))
    >>> [name_one(Moved(spot, old, new)) for old, new in ((93, 39), (1, 10), (5, 7))]
    ... # doctest: +NORMALIZE_WHITESPACE
    [<ErrorPattern.DIGITS_TRANSPOSED: 'digits_transposed'>,
     <ErrorPattern.DIGIT_LOST: 'digit_lost'>, None]
    """
    if cell.old is None:
        return None
    return next((slip for slip, fits in ONE.items() if fits(cell)), None)


def name_together(cells: Sequence[Moved]) -> ErrorPattern | None:
    """The slip that explains two cells at once, if one does."""
    if len(cells) != 2 or any(cell.old is None for cell in cells):
        return None
    ordered = sorted(cells, key=lambda cell: (cell.spot.row, cell.spot.column))
    return next((slip for slip, fits in TWO.items() if fits(ordered)), None)
