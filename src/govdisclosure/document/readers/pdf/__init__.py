"""A PDF with text → a document. Needs the extra ``pdf`` (pdfplumber).

A PDF knows characters and rules by their places, nothing else. Cells are found by their
rules, lines by their height, paragraphs by full lines and indents, also over the end of a
page. A table that goes on over pages is a table on each of them. Page numbers, running
heads and what is printed aslant are left out; nothing linked is fetched, nothing is run.
"""

from collections.abc import Iterator, Sequence
from functools import reduce

from attrs import frozen

from govdisclosure.document._document import Block, Document, Paragraph, Table
from govdisclosure.document.readers.pdf._artifacts import without_furniture
from govdisclosure.document.readers.pdf._lines import Line, Measure, continues, glued, lines
from govdisclosure.document.readers.pdf._ruled import Grid, all_grids, written
from govdisclosure.document.readers.pdf._sheets import Glyph, Sheet, sheets
from govdisclosure.errors import UnreadableDocumentError
from govdisclosure.findings import SourceLocation
from govdisclosure.i18n import Message

_FEW = 100
"""Characters below which a sheet with pictures is taken for a picture of a page."""


def read_document(data: bytes) -> Document:
    """The page of a PDF; places are sheets, and tables of a sheet.

    Raises:
        UnreadableDocumentError: it is damaged, encrypted, a scan, or too complex to be a report.
    """
    read = sheets(data)
    if _is_scan(read):
        raise UnreadableDocumentError(Message("scan", {"format": "PDF"}))
    ruled = all_grids(read)
    printed = without_furniture(read, ruled)
    flow = [
        piece
        for sheet, of_sheet, glyphs in zip(read, ruled, printed, strict=True)
        for piece in _pieces(sheet.number, of_sheet, glyphs)
    ]
    return Document(tuple(_blocks(flow, min(sheet.width for sheet in read))))


def _is_scan(read: Sequence[Sheet]) -> bool:
    """Whether sheets are pictures: nothing can be read on them, or next to nothing."""
    readable = [sum(g.text not in " \ufffd" for g in sheet.glyphs) for sheet in read]
    has_pictures = any(sheet.has_pictures for sheet in read)
    return not any(readable) or (has_pictures and max(readable) < _FEW)


@frozen
class _Piece:
    """A line or a table, and the sheet that it is on."""

    printed: Line | Table
    top: float
    sheet: int


def _pieces(number: int, ruled: Sequence[Grid], glyphs: Sequence[Glyph]) -> list[_Piece]:
    """What is printed on a sheet, from top to bottom."""
    tables = []
    for grid in ruled:
        rows, glyphs = written(grid, glyphs)
        tables.append((grid.box, rows))
    drawn = [
        _Piece(Table(rows, SourceLocation(page=number, table=n)), box.top, number)
        for n, (box, rows) in enumerate(sorted(tables, key=lambda t: (t[0].top, t[0].x0)), 1)
    ]
    text = [_Piece(line, line.top, number) for line in lines(glyphs)]
    return sorted([*text, *drawn], key=lambda piece: piece.top)


def _blocks(flow: Sequence[_Piece], width: float) -> Iterator[Block]:
    """Tables, and between them lines that are joined to paragraphs."""
    text: dict[int, list[Line]] = {piece.sheet: [] for piece in flow}
    for piece in flow:
        if isinstance(piece.printed, Line):
            text[piece.sheet].append(piece.printed)
    measure = Measure.of(text.values(), width)
    paragraph: list[Line] = []
    begun = ended = 0
    for piece in flow:
        line = piece.printed if isinstance(piece.printed, Line) else None
        is_overleaf = piece.sheet != ended
        if paragraph and not (line and continues(paragraph, line, measure, is_overleaf)):
            yield _paragraph(paragraph, begun)
            paragraph = []
        if line:
            begun, ended = begun if paragraph else piece.sheet, piece.sheet
            paragraph.append(line)
        elif isinstance(piece.printed, Table):
            yield piece.printed
    if paragraph:
        yield _paragraph(paragraph, begun)


def _paragraph(lines: Sequence[Line], sheet: int) -> Paragraph:
    text = reduce(glued, (line.text for line in lines))
    return Paragraph(text, SourceLocation(page=sheet), lines[0].cells)
