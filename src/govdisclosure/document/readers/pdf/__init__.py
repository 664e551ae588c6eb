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
from govdisclosure.document.readers._refusals import unreadable
from govdisclosure.document.readers.pdf._artifacts import without_artifacts
from govdisclosure.document.readers.pdf._lines import Line, Measure, continues, join, lines
from govdisclosure.document.readers.pdf._ruled import Grid, all_grids, fill
from govdisclosure.document.readers.pdf._sheets import Glyph, Sheet, sheets
from govdisclosure.findings import SourceLocation

__all__ = ["read_document"]

_FEW = 100
"""Characters below which a sheet with pictures is taken for a picture of a page."""


def read_document(data: bytes) -> Document:
    """The document in a PDF; places are sheets, and tables of a sheet.

    Raises:
        UnreadableDocumentError: it is damaged, encrypted, a scan, or too complex to be a report.
    """
    all_sheets = sheets(data)
    if _is_scan(all_sheets):
        raise unreadable("scan", "PDF")
    grids = all_grids(all_sheets)
    text = without_artifacts(all_sheets, grids)
    flow = [
        piece
        for sheet, of_sheet, glyphs in zip(all_sheets, grids, text, strict=True)
        for piece in _pieces(sheet.number, of_sheet, glyphs)
    ]
    return Document(tuple(_blocks(flow, min(sheet.width for sheet in all_sheets))))


def _is_scan(sheets: Sequence[Sheet]) -> bool:
    """Whether sheets are pictures: nothing can be read on them, or next to nothing."""
    counts = [sum(g.text not in " \ufffd" for g in sheet.glyphs) for sheet in sheets]
    has_pictures = any(sheet.has_pictures for sheet in sheets)
    return not any(counts) or (has_pictures and max(counts) < _FEW)


@frozen
class _Piece:
    """A line or a table, and the sheet that it is on."""

    content: Line | Table
    top: float
    sheet: int


def _pieces(number: int, grids: Sequence[Grid], glyphs: Sequence[Glyph]) -> list[_Piece]:
    """What is printed on a sheet, from top to bottom."""
    tables = []
    for grid in grids:
        rows, glyphs = fill(grid, glyphs)
        tables.append((grid.box, rows))
    pieces = [
        _Piece(Table(rows, SourceLocation(page=number, table=n)), box.top, number)
        for n, (box, rows) in enumerate(sorted(tables, key=lambda t: (t[0].top, t[0].x0)), 1)
    ]
    pieces[:0] = [_Piece(line, line.top, number) for line in lines(glyphs)]
    return sorted(pieces, key=lambda piece: piece.top)


def _blocks(flow: Sequence[_Piece], width: float) -> Iterator[Block]:
    """Tables, and between them lines that are joined to paragraphs."""
    text: dict[int, list[Line]] = {piece.sheet: [] for piece in flow}
    for piece in flow:
        if isinstance(piece.content, Line):
            text[piece.sheet].append(piece.content)
    measure = Measure.of(text.values(), width)
    paragraph: list[Line] = []
    first = last = 0
    for piece in flow:
        line = piece.content if isinstance(piece.content, Line) else None
        is_overleaf = piece.sheet != last
        if paragraph and not (line and continues(paragraph, line, measure, is_overleaf)):
            yield _paragraph(paragraph, first)
            paragraph = []
        if line:
            first, last = first if paragraph else piece.sheet, piece.sheet
            paragraph.append(line)
        elif isinstance(piece.content, Table):
            yield piece.content
    if paragraph:
        yield _paragraph(paragraph, first)


def _paragraph(lines: Sequence[Line], sheet: int) -> Paragraph:
    text = reduce(join, (line.text for line in lines))
    return Paragraph(text, SourceLocation(page=sheet), lines[0].cells)
