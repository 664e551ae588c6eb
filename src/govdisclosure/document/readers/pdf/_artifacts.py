"""Page numbers, running heads and feet: printed on each sheet, no part of the text."""

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from govdisclosure.document.readers.pdf._lines import Line, lines
from govdisclosure.document.readers.pdf._ruled import Grid
from govdisclosure.document.readers.pdf._sheets import Glyph, Sheet

_MARGIN = 0.13
"""Part of a sheet's height, above and below, in which furniture stands."""

_OUTERMOST = 2
"""Lines in each margin that may be furniture."""

_SAME_PLACE = 3
"""Points by which furniture may move from sheet to sheet."""

_PAGE_NUMBER = re.compile(
    r"[-—–－─·•~\s]+\d{1,4}[-—–－─·•~\s]+"
    r"|第\s*\d{1,4}\s*页(?:\s*[/／,，]?\s*共\s*\d{1,4}\s*页)?"
    r"|\d{1,4}\s*[/／]\s*\d{1,4}"
)


@frozen
class _Marginal:
    """A line in a margin, and with its numbers made alike; whether a ruled table holds it."""

    sheet: int
    line: Line
    masked: str
    is_ruled: bool


def without_furniture(
    sheets: Sequence[Sheet], ruled: Sequence[Sequence[Grid]]
) -> Iterator[list[Glyph]]:
    """The characters of each sheet that are no furniture.

    A page number shows itself by its dashes; anything else by coming again in the same
    place on half of the sheets. In a ruled table only a page number is met.
    """
    marginal = [
        _Marginal(
            sheet.number,
            line,
            re.sub(r"\d+", "#", line.text),
            any(grid.box.holds(line) for grid in grids),
        )
        for sheet, grids in zip(sheets, ruled, strict=True)
        for line in _marginal_lines(sheet)
    ]
    alike: dict[str, list[_Marginal]] = {}
    for one in marginal:
        alike.setdefault(one.masked, []).append(one)
    furniture: dict[int, list[Line]] = {}
    for one in marginal:
        if _is_furniture(one, alike[one.masked], len(sheets)):
            furniture.setdefault(one.sheet, []).append(one.line)
    for sheet in sheets:
        left_out = furniture.get(sheet.number, ())
        yield [g for g in sheet.glyphs if not any(line.holds(g) for line in left_out)]


def _marginal_lines(sheet: Sheet) -> Iterator[Line]:
    above, below = sheet.height * _MARGIN, sheet.height * (1 - _MARGIN)
    yield from lines(g for g in sheet.glyphs if g.y < above)[:_OUTERMOST]
    yield from lines(g for g in sheet.glyphs if g.y > below)[-_OUTERMOST:]


def _is_furniture(one: _Marginal, alike: Iterable[_Marginal], sheets: int) -> bool:
    if _PAGE_NUMBER.fullmatch(one.line.text):
        return True
    again = [m for m in alike if abs(m.line.y - one.line.y) <= _SAME_PLACE]
    on_sheets = {m.sheet for m in again}
    if one.is_ruled:
        counts = one.masked == "#" and len({m.sheet - int(m.line.text) for m in again}) == 1
        return counts and len(on_sheets) > 1
    return len(on_sheets) > 1 and 2 * len(on_sheets) >= sheets
