"""Error patterns by their numbers: each is named where it fits, and not where it does not."""

import pytest

from govdisclosure.analysis.diagnosis import ErrorPattern
from govdisclosure.analysis.diagnosis._error_patterns import (
    Replacement,
    Spot,
    single_cell_pattern,
    two_cell_pattern,
)
from govdisclosure.i18n import MESSAGES

COLUMNS = ("a", "b", "c", "total")


def spot(row: int, column: int) -> Spot:
    return Spot(row, column, column == 3, COLUMNS)


@pytest.mark.parametrize(
    ("old", "new", "pattern"),
    [
        (93, 39, ErrorPattern.DIGITS_TRANSPOSED),
        (1283, 1238, ErrorPattern.DIGITS_TRANSPOSED),
        (1283, 8231, None),
        (1, 10, ErrorPattern.DIGIT_LOST),
        (0, 10, ErrorPattern.DIGIT_LOST),
        (128, 1288, ErrorPattern.DIGIT_LOST),
        (1288, 128, ErrorPattern.DIGIT_DOUBLED),
        (155, 15, ErrorPattern.DIGIT_DOUBLED),
        (165, 15, None),
        (-5, 5, ErrorPattern.SIGN),
        (5, 7, None),
        (0, 5, None),
        (None, 5, None),
    ],
)
def test_a_single_cell(old: int | None, new: int, pattern: ErrorPattern | None) -> None:
    assert single_cell_pattern(Replacement(spot(0, 0), old, new)) == pattern


def test_a_zero_is_named_in_a_total_only() -> None:
    assert single_cell_pattern(Replacement(spot(0, 3), 0, 11)) is ErrorPattern.ZERO_FOR_TOTAL
    assert single_cell_pattern(Replacement(spot(0, 2), 0, 11)) is None


Cell = tuple[tuple[int, int], int | None, int]


@pytest.mark.parametrize(
    ("one", "other", "pattern"),
    [
        (((0, 0), 4, 9), ((0, 1), 9, 4), ErrorPattern.CELLS_SWAPPED),
        (((0, 1), 4, 9), ((1, 1), 9, 4), ErrorPattern.CELLS_SWAPPED),
        (((0, 0), 4, 9), ((0, 2), 9, 4), ErrorPattern.MOVED_BETWEEN_COLUMNS),
        (((0, 0), 60, 61), ((0, 2), 1, 0), ErrorPattern.MOVED_BETWEEN_COLUMNS),
        (((0, 0), 60, 61), ((2, 0), 9, 8), ErrorPattern.MOVED_BETWEEN_ROWS),
        (((0, 0), 60, 61), ((2, 1), 9, 8), None),
        (((0, 0), 1, 12), ((0, 1), 2, 0), ErrorPattern.NUMBER_SPLIT),
        (((0, 0), 1, 0), ((0, 1), 2, 12), ErrorPattern.NUMBER_SPLIT),
        (((0, 0), 1, 12), ((1, 0), 2, 0), None),
        (((0, 0), 60, 61), ((0, 3), 62, 63), ErrorPattern.TOTAL_AND_PART),
        (((0, 0), 60, 61), ((0, 3), 62, 61), None),
        (((0, 0), None, 61), ((0, 3), 62, 61), None),
    ],
)
def test_two_cells(one: Cell, other: Cell, pattern: ErrorPattern | None) -> None:
    cells = [Replacement(spot(*at), old, new) for at, old, new in (one, other)]
    assert two_cell_pattern(cells) == two_cell_pattern(cells[::-1]) == pattern


def test_more_cells_have_no_name_of_their_own() -> None:
    assert two_cell_pattern([Replacement(spot(0, n), 1, 2) for n in range(3)]) is None


def test_every_pattern_has_words() -> None:
    assert {f"slip_{pattern}" for pattern in ErrorPattern} <= MESSAGES.keys()
