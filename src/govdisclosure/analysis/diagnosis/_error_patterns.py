"""What went wrong, where the numbers show it: the error patterns that have a name.

Each is a small predicate on the cells that change, with the number that stands there and
the number that is offered. A name is a guess that the numbers fit, never more.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

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
    names = {address: tuple(c.name for c in row.columns) for address, row in form.rows.items()}
    return tuple(
        Spot(n, i, TOTAL in (*tokens(row), name), columns)
        for n, (row, columns) in enumerate(names.items())
        for i, name in enumerate(columns)
    )


@frozen
class Replacement:
    """A number for another in a cell: where it is, what stands there, what is offered."""

    spot: Spot
    old: int | None
    new: int

    @property
    def difference(self) -> int:
        """By how much the number changes; a blank counts as 0."""
        return self.new - (self.old or 0)


def _is_zero_for_total(cell: Replacement) -> bool:
    return cell.spot.total and cell.old == 0


def _has_wrong_sign(cell: Replacement) -> bool:
    return cell.old == -cell.new


def _is_transposition(cell: Replacement) -> bool:
    new = str(cell.new)
    swaps = (new[:i] + new[i + 1] + new[i] + new[i + 2 :] for i in range(len(new) - 1))
    return str(cell.old) in swaps


def _lacks_a_digit(cell: Replacement) -> bool:
    new = str(cell.new)
    return str(cell.old) in (new[:i] + new[i + 1 :] for i in range(len(new)))


def _doubles_a_digit(cell: Replacement) -> bool:
    new = str(cell.new)
    return str(cell.old) in (new[:i] + new[i] + new[i:] for i in range(len(new)))


SINGLE_CELL: Mapping[ErrorPattern, Callable[[Replacement], bool]] = {
    ErrorPattern.ZERO_FOR_TOTAL: _is_zero_for_total,
    ErrorPattern.SIGN: _has_wrong_sign,
    ErrorPattern.DIGITS_TRANSPOSED: _is_transposition,
    ErrorPattern.DIGIT_LOST: _lacks_a_digit,
    ErrorPattern.DIGIT_DOUBLED: _doubles_a_digit,
}
"""Patterns of a single cell, by what must be so of it."""


def _is_swap(one: Replacement, other: Replacement) -> bool:
    return _are_neighbours(one.spot, other.spot) and (one.old, other.old) == (other.new, one.new)


def _is_split(one: Replacement, other: Replacement) -> bool:
    if one.spot.row != other.spot.row or not _are_neighbours(one.spot, other.spot):
        return False
    return {one.new, other.new} == {0, join_digits(one.old, other.old)}


def _is_in_wrong_column(one: Replacement, other: Replacement) -> bool:
    return one.spot.row == other.spot.row and _is_transfer(one, other)


def _is_in_wrong_row(one: Replacement, other: Replacement) -> bool:
    return _share_column(one.spot, other.spot) and _is_transfer(one, other)


def _is_transfer(one: Replacement, other: Replacement) -> bool:
    return one.difference == -other.difference and not (one.spot.total or other.spot.total)


def _is_total_and_part(one: Replacement, other: Replacement) -> bool:
    crossing = one.spot.row == other.spot.row or _share_column(one.spot, other.spot)
    return crossing and one.difference == other.difference and (one.spot.total or other.spot.total)


TWO_CELLS: Mapping[ErrorPattern, Callable[[Replacement, Replacement], bool]] = {
    ErrorPattern.CELLS_SWAPPED: _is_swap,
    ErrorPattern.NUMBER_SPLIT: _is_split,
    ErrorPattern.MOVED_BETWEEN_COLUMNS: _is_in_wrong_column,
    ErrorPattern.MOVED_BETWEEN_ROWS: _is_in_wrong_row,
    ErrorPattern.TOTAL_AND_PART: _is_total_and_part,
}
"""Patterns of two cells, the left or upper one first; the first that fits gives the name."""


def _are_neighbours(one: Spot, other: Spot) -> bool:
    """Whether two cells are neighbours, in a row or one above the other."""
    if one.row == other.row:
        return abs(one.column - other.column) == 1
    return abs(one.row - other.row) == 1 and _share_column(one, other)


def _share_column(one: Spot, other: Spot) -> bool:
    return one.column == other.column and one.columns == other.columns


def join_digits(left: int | None, right: int | None) -> int | None:
    """Two numbers written together; ``None`` where that is no number that one would split.

    >>> join_digits(1, 2), join_digits(0, 2), join_digits(None, 2)
    (12, None, None)
    """
    if not left or left < 0 or right is None or right < 0:
        return None
    return int(f"{left}{right}")


def single_cell_pattern(cell: Replacement) -> ErrorPattern | None:
    """The pattern that explains a single cell, if one does.

    >>> spot = Spot(0, 0, False, ("a",))
    >>> pairs = (93, 39), (1, 10), (5, 7)
    >>> [single_cell_pattern(Replacement(spot, old, new)) for old, new in pairs]
    ... # doctest: +NORMALIZE_WHITESPACE
    [<ErrorPattern.DIGITS_TRANSPOSED: 'digits_transposed'>,
     <ErrorPattern.DIGIT_LOST: 'digit_lost'>, None]
    """
    if cell.old is None:
        return None
    return next((pattern for pattern, fits in SINGLE_CELL.items() if fits(cell)), None)


def two_cell_pattern(cells: Sequence[Replacement]) -> ErrorPattern | None:
    """The pattern that explains two cells at once, if one does."""
    if len(cells) != 2 or any(cell.old is None for cell in cells):
        return None
    one, other = sorted(cells, key=lambda cell: (cell.spot.row, cell.spot.column))
    return next((pattern for pattern, fits in TWO_CELLS.items() if fits(one, other)), None)
