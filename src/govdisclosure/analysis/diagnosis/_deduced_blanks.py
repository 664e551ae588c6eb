"""What each blank must be if the rules hold: determined, bounded or free. Nothing is filled in.

The equations that lack a number are narrowed over whole numbers not below 0 (signed cells
have no bound), each by itself and then combined (elimination), until nothing moves. The
bounds are sound, and not always the narrowest there are.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeAlias

from attrs import frozen

from govdisclosure.analysis.diagnosis._equations import Sums, joined
from govdisclosure.form import Form, FormLocation
from govdisclosure.i18n import CHINESE, Language, Message, one_line
from govdisclosure.rules.engine import CellValues


class BlankStatus(StrEnum):
    """How far the rules determine the number of a blank cell."""

    DETERMINED = "determined"
    BOUNDED = "bounded"
    FREE = "free"
    CONTRADICTED = "contradicted"
    """No number fits: what is filled in around it cannot be right."""


@frozen(kw_only=True)
class Blank:
    """A cell without a number, and the least and greatest that it may be (both included)."""

    pointer: str
    place: FormLocation
    status: BlankStatus
    least: int | None
    greatest: int | None

    def __repr__(self) -> str:
        return one_line(self, self.pointer, self.status, self.least, "…", self.greatest)

    def render(self, language: Language = CHINESE) -> str:
        """The cell and what it must be."""
        about = {"place": self.place, "least": self.least, "greatest": self.greatest}
        unbounded = self.status is BlankStatus.BOUNDED and self.greatest is None
        key = "blank_at_least" if unbounded else f"blank_{self.status}"
        return Message(key, about).render(language)


Row: TypeAlias = tuple[dict[int, int], int]
"""An equation over unknown cells: their coefficients, and what they add up to."""

Range: TypeAlias = tuple[int | None, int | None]
"""The least and the greatest that a number may be; ``None`` where there is no end."""

Bounds: TypeAlias = dict[int, Range]


class _NoNumberError(Exception):
    """No numbers fit; it never leaves this module."""


_ROUNDS = 100
"""How often all equations are gone over: bounds that still creep then stay as they are."""

_MAX_ELIMINATION = 80
"""Unknown cells that hang together, beyond which equations are not combined."""


def deduce_blanks(sums: Sums, values: CellValues, form: Form) -> tuple[Blank, ...]:
    """Every cell of a report on a form without a number, in printed order."""
    unknown = [c for c, number in enumerate(sums.numbers) if number is None]
    rows = [_row(sums, e) for e in sorted(sums.open)]
    bounds: Bounds = {c: (sums.system.least[c], None) for c in unknown}
    wrong: set[int] = set()
    for cells, part in joined((set(row[0]), row) for row in rows if row[0]):
        try:
            bounds |= _narrow(part, {c: bounds[c] for c in cells})
        except _NoNumberError:
            wrong |= cells
    return tuple(
        _blank(sums.system.cells[cell], None if cell in wrong else bounds[cell], form)
        for cell in unknown
        if values.numbers[sums.system.cells[cell]] is None  # a 1.5 is no blank
    )


def _blank(pointer: str, bounds: Range | None, form: Form) -> Blank:
    """A blank with its bounds; without any, no number fits."""
    least, greatest = bounds or (None, None)
    if bounds is None:
        status = BlankStatus.CONTRADICTED
    elif greatest is None:
        status = BlankStatus.BOUNDED if least else BlankStatus.FREE
    else:
        status = BlankStatus.DETERMINED if least == greatest else BlankStatus.BOUNDED
    here = form.location(pointer)
    return Blank(pointer=pointer, place=here, status=status, least=least, greatest=greatest)


def _row(sums: Sums, e: int) -> Row:
    equation = sums.system.equations[e]
    unknown = {cell: c for cell, c in equation.terms if sums.numbers[cell] is None}
    known = sum(c * number for cell, c in equation.terms if (number := sums.numbers[cell]))
    return unknown, -(equation.constant + known)


def _narrow(rows: list[Row], bounds: Bounds) -> Bounds:
    _propagate(rows, bounds)
    unknown = [c for c, (least, greatest) in bounds.items() if least is None or least != greatest]
    if 1 < len(unknown) <= _MAX_ELIMINATION:
        _propagate(_eliminate([_without_known(row, bounds) for row in rows]), bounds)
        _propagate(rows, bounds)
    return bounds


def _propagate(rows: Sequence[Row], bounds: Bounds) -> None:
    for _ in range(_ROUNDS):
        if not sum(_tighten(row, bounds) for row in rows):
            return


def _tighten(row: Row, bounds: Bounds) -> bool:
    """Narrow each cell of an equation by the others; whether that moved anything."""
    terms, total = row
    if not terms and total:
        raise _NoNumberError
    ends = {cell: _ends(coefficient, bounds[cell]) for cell, coefficient in terms.items()}
    lows = _Ends(total, [low for low, _ in ends.values()])
    highs = _Ends(total, [high for _, high in ends.values()])
    narrower = False
    for cell, coefficient in terms.items():
        low, high = ends[cell]
        narrower |= _bound(bounds, cell, coefficient, highs.left_for(high), lows.left_for(low))
    return narrower


def _ends(coefficient: int, bounds: Range) -> Range:
    """The least and greatest that coefficient × cell may be."""
    least, greatest = bounds if coefficient > 0 else bounds[::-1]
    return (
        None if least is None else coefficient * least,
        None if greatest is None else coefficient * greatest,
    )


class _Ends:
    """The ends of the terms of an equation on one side, taken from what they add up to."""

    def __init__(self, total: int, ends: list[int | None]) -> None:
        self._open = ends.count(None)
        self._left = total - sum(end for end in ends if end is not None)

    def left_for(self, own: int | None) -> int | None:
        """What is left for one term by the others; ``None`` if one of these is open."""
        return None if self._open > (own is None) else self._left + (own or 0)


def _bound(
    bounds: Bounds, cell: int, coefficient: int, least: int | None, most: int | None
) -> bool:
    """Bound a cell by what coefficient × cell may be; whether that moved anything."""
    if coefficient < 0:
        least, most = most, least
    old = bounds[cell]
    lows = [old[0], None if least is None else -(-least // coefficient)]
    highs = [old[1], None if most is None else most // coefficient]
    new = (
        max((low for low in lows if low is not None), default=None),
        min((high for high in highs if high is not None), default=None),
    )
    if new[0] is not None and new[1] is not None and new[0] > new[1]:
        raise _NoNumberError
    bounds[cell] = new
    return new != old


def _without_known(row: Row, bounds: Mapping[int, Range]) -> Row:
    terms, total = dict(row[0]), row[1]
    for cell in row[0]:
        least, greatest = bounds[cell]
        if least is not None and least == greatest:
            total -= terms.pop(cell) * least
    return terms, total


def _eliminate(rows: list[Row]) -> list[Row]:
    """The same equations, each with a cell that no other has (Gauss, in whole numbers)."""
    by_pivot: dict[int, Row] = {}
    for row in rows:
        for pivot, other in by_pivot.items():
            row = _without_pivot(row, other, pivot)
        if not row[0]:
            if row[1]:
                raise _NoNumberError
            continue
        own = next(iter(row[0]))
        by_pivot = {pivot: _without_pivot(other, row, own) for pivot, other in by_pivot.items()}
        by_pivot[own] = row
    return [*by_pivot.values()]


def _without_pivot(row: Row, other: Row, pivot: int) -> Row:
    """A row without the pivot of another."""
    if pivot not in row[0]:
        return row
    times, by = other[0][pivot], row[0][pivot]
    terms = {cell: times * number for cell, number in row[0].items()}
    for cell, number in other[0].items():
        terms[cell] = terms.get(cell, 0) - by * number
    return {c: n for c, n in terms.items() if n}, times * row[1] - by * other[1]
