"""Page numbers, running heads and feet: printed on each sheet, no part of the text."""

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from govdisclosure.document.readers.pdf._lines import Line, lines
from govdisclosure.document.readers.pdf._ruled import Grid
from govdisclosure.document.readers.pdf._sheets import Glyph, Sheet

_MARGIN = 0.13
"""Part of a sheet's height, above and below, in which artifacts stand."""

_OUTERMOST = 2
"""Lines in each margin that may be artifacts."""

_SAME_PLACE = 3
"""Points by which an artifact may move from sheet to sheet."""

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
    pattern: str
    is_in_table: bool


def without_artifacts(
    sheets: Sequence[Sheet], grids: Sequence[Sequence[Grid]]
) -> Iterator[list[Glyph]]:
    """The characters of each sheet that belong to its text.

    A page number shows itself by its dashes; anything else by coming again in the same
    place on half of the sheets. In a ruled table only a page number is met.
    """
    by_pattern: dict[str, list[_Marginal]] = {}
    for sheet, of_sheet in zip(sheets, grids, strict=True):
        for line in _marginal_lines(sheet):
            pattern = re.sub(r"\d+", "#", line.text)
            is_in_table = any(grid.box.holds(line) for grid in of_sheet)
            one = _Marginal(sheet.number, line, pattern, is_in_table)
            by_pattern.setdefault(pattern, []).append(one)
    artifacts: dict[int, list[Line]] = {}
    for alike in by_pattern.values():
        for one in alike:
            if _is_artifact(one, alike, len(sheets)):
                artifacts.setdefault(one.sheet, []).append(one.line)
    for sheet in sheets:
        artifacts_here = artifacts.get(sheet.number, ())
        yield [g for g in sheet.glyphs if not any(line.holds(g) for line in artifacts_here)]


def _marginal_lines(sheet: Sheet) -> Iterator[Line]:
    above, below = sheet.height * _MARGIN, sheet.height * (1 - _MARGIN)
    yield from lines(g for g in sheet.glyphs if g.y < above)[:_OUTERMOST]
    yield from lines(g for g in sheet.glyphs if g.y > below)[-_OUTERMOST:]


def _is_artifact(one: _Marginal, alike: Iterable[_Marginal], sheets: int) -> bool:
    if _PAGE_NUMBER.fullmatch(one.line.text):
        return True
    same_place = [m for m in alike if abs(m.line.y - one.line.y) <= _SAME_PLACE]
    count = len({m.sheet for m in same_place})
    if one.is_in_table:
        offsets = {m.sheet - int(m.line.text) for m in same_place if one.pattern == "#"}
        return len(offsets) == 1 and count > 1
    return count > 1 and 2 * count >= sheets
