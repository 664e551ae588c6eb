"""Systematic errors, which touch more cells than need be: supposed first, then tried.

The smallest set of cells does not find them: a row that was shifted by one cell changes all
of them. Each stands only where every equation then holds, and where more than the equation
that gave its one unknown number speaks for it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from govdisclosure.analysis.diagnosis._equations import Shift, Sums
from govdisclosure.analysis.diagnosis._error_patterns import ErrorPattern, Spot, join_digits

Row = tuple[int, ...]

_MANY = 3
"""Cells that must change for a whole row to have been shifted; fewer is less than that."""


def systematic_errors(
    sums: Sums, spots: Sequence[Spot], group: Iterable[int]
) -> Iterator[tuple[ErrorPattern, Shift]]:
    """Errors of whole rows, and split numbers, without which all equations of a group hold."""
    off = frozenset(group)
    for pattern, new in _supposed(sums, spots, off):
        shift = {cell: by for cell, n in new.items() if (by := n - (sums.numbers[cell] or 0))}
        whole = pattern in (ErrorPattern.ROW_SHIFTED, ErrorPattern.ROWS_SWAPPED)
        if len(shift) >= (_MANY if whole else 2) and _mends(sums, off, shift):
            yield pattern, shift


def _supposed(
    sums: Sums, spots: Sequence[Spot], off: frozenset[int]
) -> Iterator[tuple[ErrorPattern, Mapping[int, int]]]:
    """What may have happened, with the numbers that cells would have without it."""
    rows = [row for row in _rows(sums, spots) if off & _equations(sums, row)]
    for row in rows:
        near = _equations(sums, row)
        if off <= near:
            inside = {e for e in near if {c for c, _ in sums.system.equations[e].terms} <= {*row}}
            for pattern, new in _originals(sums, row, inside, beyond=bool(off - inside)):
                yield pattern, dict(zip(row, new, strict=True))
    for upper, lower in pairwise(rows):
        one, other = spots[upper[0]], spots[lower[0]]
        if other.row - one.row == 1 and one.columns == other.columns:
            numbers = _numbers(sums, (*lower, *upper))
            yield ErrorPattern.ROWS_SWAPPED, dict(zip((*upper, *lower), numbers, strict=True))


def _rows(sums: Sums, spots: Sequence[Spot]) -> Iterator[Row]:
    """The rows that show a number in every cell."""
    for _, cells in groupby(range(len(spots)), key=lambda cell: spots[cell].row):
        row = tuple(cells)
        if len(_numbers(sums, row)) == len(row):
            yield row


def _equations(sums: Sums, row: Row) -> frozenset[int]:
    return frozenset(e for cell in row for e, _ in sums.touching[cell])


def _numbers(sums: Sums, row: Row) -> list[int]:
    return [number for cell in row if (number := sums.numbers[cell]) is not None]


def _originals(
    sums: Sums, row: Row, inside: set[int], *, beyond: bool
) -> Iterator[tuple[ErrorPattern, list[int]]]:
    """What a row may have said before it was shifted, or before a number of it was split.

    ``inside`` are the row's own equations; a number that they give needs one from beyond.
    """
    old = _numbers(sums, row)
    incomplete: list[tuple[ErrorPattern, list[int | None]]] = [
        (ErrorPattern.ROW_SHIFTED, [*old[1:], None]),
        (ErrorPattern.ROW_SHIFTED, [None, *old[:-1]]),
    ]
    for i in range(len(row) - 1):
        whole = join_digits(old[i], old[i + 1])
        if whole is not None:
            before, after = old[:i], old[i + 2 :]
            yield ErrorPattern.NUMBER_SPLIT, [*before, whole, 0, *after]
            yield ErrorPattern.NUMBER_SPLIT, [*before, 0, whole, *after]
            incomplete.append((ErrorPattern.NUMBER_SPLIT, [*before, whole, *after, None]))
    for pattern, new in incomplete:
        number = _missing(sums, row, inside, new) if beyond else None
        if number is not None:
            yield pattern, [number if n is None else n for n in new]


def _missing(sums: Sums, row: Row, inside: set[int], new: Sequence[int | None]) -> int | None:
    """The one number that a row lacks, from an equation of its own."""
    by_cell = dict(zip(row, new, strict=True))
    gap = row[new.index(None)]
    for e in inside:
        equation = sums.system.equations[e]
        coefficient = dict(equation.terms).get(gap)
        if coefficient:
            rest = sum(c * (by_cell[cell] or 0) for cell, c in equation.terms) + equation.constant
            return -rest // coefficient if rest % coefficient == 0 else None
    return None


def _mends(sums: Sums, off: Collection[int], shift: Shift) -> bool:
    """Whether all equations of a group hold after a change, and no other is broken by it."""
    if sums.contradictions(shift, off) > 0:
        return False
    gaps = {e: sums.off[e] for e in off}
    for cell, by in shift.items():
        if not sums.allows(cell, by):
            return False
        for e, coefficient in sums.touching[cell]:
            gaps[e] = gaps.get(e, 0) + coefficient * by
    return not any(gaps.values())
