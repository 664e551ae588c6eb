"""Characters → lines → paragraphs: what a PDF has lost, by the places of its characters."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from math import inf
from statistics import median

from attrs import frozen

from govdisclosure.document._marks import Mark, spell_out
from govdisclosure.document.readers.pdf._sheets import Box, Glyph

_WORD_GAP = 0.25
"""Parts of the type's size from which a gap between two letters or digits is a space."""

_WIDE_GAP = 1.0
"""Parts of the type's size from which a gap parts two cells of a table without rules."""

_INDENT = 0.8
"""Parts of the type's size by which the first line of a paragraph stands in."""

_DEEPEST = 4
"""Parts of the type's size beyond which a line that stands in is centred."""

_LEADING = 1.5
"""Times the usual distance of lines from which a line begins a new paragraph."""

_LONG = 10
"""Characters from which a line may be a full one."""

_SAME_END = 3
"""Points by which the ends of full lines may differ."""

_NARROWEST = 0.55
"""Part of a sheet's width below which a line is not full, however many end where it does."""

_ALIKE = 0.15
"""Parts by which the types of two lines of a paragraph may differ in size."""

_BOLD = 0.15
"""Parts of the type's size by which a character printed twice is shifted."""

_SMALL = 0.8
"""Part of the type's size below which a character may be raised or lowered."""

_OFF = 0.1
"""Parts of the type's size from which it stands off its line."""

_ORDINAL = re.compile(r"[一二三四五六七八九十]{1,3}、")
_FIRST_WORD = re.compile(r"[!-~]+|.[，。、；：！？）》」』”’]*")


@frozen
class Line(Box):
    """A line of print; ``cells`` are the pieces that wide gaps part, if there are some."""

    text: str
    cells: tuple[str, ...] = ()


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines that characters stand in, from top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: g.y):
        first = rows[-1][0] if rows else None
        if first and glyph.y - first.y <= max(first.size, glyph.size) / 2:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    all_lines = (_line(sorted(row, key=lambda g: g.x0)) for row in rows)
    return [line for line in all_lines if line.text]


def _line(row: Sequence[Glyph]) -> Line:
    letters = [glyph for glyph in row if glyph.text != " "]
    if not letters:
        return Line(0, 0, 0, 0, "")
    size = Counter(round(g.size, 1) for g in letters).most_common(1)[0][0]
    y = median(g.y for g in letters if round(g.size, 1) == size)
    cells, before, is_spaced = [""], None, False
    for glyph in row:
        if glyph.text == " ":
            is_spaced = True
            continue
        if before and _is_printed_twice(before, glyph):
            continue
        if before:
            gap = (glyph.x0 - before.x1) / max(before.size, glyph.size, 1)
            if gap >= _WIDE_GAP:
                cells.append("")
            elif is_spaced or (gap >= _WORD_GAP and (before.text + glyph.text).isascii()):
                cells[-1] += " "
        cells[-1] += spell_out(glyph.text, _marks(glyph, size, y))
        before, is_spaced = glyph, False
    half = size / 2
    right = max(g.x1 for g in letters)
    box = (letters[0].x0, y - half, right, y + half)
    return Line(*box, " ".join(cells), tuple(cells) if len(cells) > 1 else ())


def _marks(glyph: Glyph, size: float, y: float) -> Collection[Mark]:
    """Whether a character is small and off its line, as the number of a note is."""
    if glyph.size > _SMALL * size or abs(glyph.y - y) < _OFF * size:
        return ()
    return (Mark.RAISED if glyph.y < y else Mark.LOWERED,)


def _is_printed_twice(before: Glyph, glyph: Glyph) -> bool:
    """Whether a character is one with the one before it, printed again to look bold."""
    return before.text == glyph.text and glyph.x0 - before.x0 < _BOLD * glyph.size


@frozen
class Measure:
    """How text is set: where full lines end, how far apart lines are, what is indented.

    ``is_edge`` says whether several lines end there: a few long ones may end anywhere.
    """

    right: float
    leading: float
    is_edge: bool
    is_indented: bool

    @classmethod
    def of(cls, sheets: Iterable[Sequence[Line]], width: float) -> "Measure":
        """The measure of a document from the lines on its sheets, ``width`` points wide."""
        text = [[line for line in lines if not line.cells] for lines in sheets]
        long = [line for lines in text for line in lines if len(line.text) >= _LONG]
        left = min((line.x0 for line in long), default=0)
        ends = sorted(line.x1 for line in long if line.x1 - left > _NARROWEST * width)
        edges = [x for x, third in zip(ends, ends[2:], strict=False) if third - x < _SAME_END]
        steps = [below.y - above.y for lines in text for above, below in pairwise(lines)]
        return cls(
            right=(edges or ends or [inf])[-1],
            leading=median(steps) if steps else 0,
            is_edge=bool(edges),
            is_indented=any(_INDENT < (line.x0 - left) / line.size < _DEEPEST for line in long),
        )


def continues(paragraph: Sequence[Line], line: Line, measure: Measure, is_overleaf: bool) -> bool:
    """Whether a line goes on with a paragraph.

    The line before is full, this one looks the same and follows closely; and it stands to
    the left of an indented first line, or, where nothing is indented, below it.
    """
    first, before = paragraph[0], paragraph[-1]
    if before.cells or line.cells or abs(before.size - line.size) > _ALIKE * line.size:
        return False
    if not is_overleaf and line.y - before.y > _LEADING * measure.leading:
        return False
    word = _FIRST_WORD.match(line.text)
    if word is None or _ORDINAL.match(line.text):
        return False
    room = sum(0.5 if c.isascii() else 1 for c in word[0]) + 0.5
    if measure.right - before.x1 >= room * line.size:
        return False
    indent = (first.x0 - line.x0) / line.size
    if len(paragraph) > 1 and abs(before.x0 - line.x0) > _INDENT * line.size:
        return False
    may_be_block = measure.is_edge and not measure.is_indented
    return indent > _INDENT or (may_be_block and indent > -_INDENT)


def join(text: str, more: str) -> str:
    """A line and the next one of its paragraph; Chinese is written on without a space.

    >>> join("全年收取信息处理费", "3940 元"), join("see the", "annex")
    ('全年收取信息处理费3940 元', 'see the annex')
    """
    are_words = all(c.isascii() and c.isalnum() for c in (text[-1:], more[:1]))
    return f"{text} {more}" if are_words else text + more
