"""Plain text → a document.

Text dumps of reports draw their tables with tabs, bars or wide gaps, or not at all. This
module says how each line falls apart and nothing more; what a cell means is not its
business.
"""

import re
from collections.abc import Iterator
from itertools import islice

from govdisclosure.document._document import Document, Paragraph
from govdisclosure.document._limits import MOST_CELLS
from govdisclosure.document._marks import BARS
from govdisclosure.findings import SourceLocation

_RULE = re.compile(r"(?=.*[-─━═=])[\s|+\-:─━═=┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛]{3,}")
"""A line drawn across a table (also the one below a Markdown header): it has no text."""

_GAP = re.compile(r"[ \u00a0\u3000]{2,}")

_AROUND = " \t\u00a0\u3000|" + "".join(map(chr, BARS))
"""What frames a line and is no part of its text."""


def read_document(text: str) -> Document:
    """The document in a text, one paragraph a line; empty lines are left out.

    Of a text with too many lines it gives one more than are read.

    >>> [p.cells for p in read_document("规章 | 0 | | 2 |\\n\\n\\t行政许可\\n\\t7").blocks]
    [('规章', '0', '', '2'), ('行政许可',), ('7',)]
    """
    return Document(tuple(islice(_paragraphs(text), MOST_CELLS + 1)))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    bars = _Bars()
    for number, line in enumerate(re.split(r"\r\n?|\n|\f|\u2028|\u2029", text), 1):
        with_bars = line.translate(BARS)
        if _RULE.fullmatch(with_bars):
            continue
        cells = bars.cells(with_bars)
        words = line.strip(_AROUND)
        if cells or words:
            is_spaced = len(cells) > 1 and not re.search(r"[|\t]", with_bars)
            yield Paragraph(words, SourceLocation(line=number), cells, is_spaced)


class _Bars:
    """Cuts lines into cells; a bar may close a cell that began on an earlier line."""

    def __init__(self) -> None:
        self._open_is_empty = False

    def cells(self, line: str) -> tuple[str, ...]:
        if "|" in line:
            return self._between_bars(line)
        between_bars = self._open_is_empty
        if line.strip():
            self._open_is_empty = False
        if "\t" in line:
            # A single tab in front marks a cell; more of them separate cells.
            is_mark = line.count("\t") == 1 and not line.partition("\t")[0].strip()
            return tuple(cell.strip() for cell in line.split("\t")[is_mark:])
        if _GAP.search(line.strip()):
            return tuple(_GAP.split(line.strip()))
        return (line.strip(),) if between_bars and line.strip() else ()

    def _between_bars(self, line: str) -> tuple[str, ...]:
        cells = []
        *pieces, last = line.split("|")
        for piece in pieces:
            if piece.strip() or self._open_is_empty:
                cells.append(piece.strip())
            self._open_is_empty = True
        if last.strip():
            cells.append(last.strip())
            self._open_is_empty = False
        return tuple(cells)
