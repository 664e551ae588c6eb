"""Reports as others print them: text in every style of a table, and files of each format."""

import re
from collections.abc import Callable, Mapping
from html import escape
from io import BytesIO
from typing import Any

import docx
from openpyxl import Workbook

from govdisclosure.document import Block, Cell, Document, Heading, Paragraph, Table
from govdisclosure.document._grid import grid_positions
from govdisclosure.files import read, read_text
from govdisclosure.model import AnyReport, Reading
from govdisclosure.transcribe import lay_out
from tests.support.paper import Paper
from tests.support.pdfs import pdf_of

Style = Callable[[list[str]], str]

STYLES: dict[str, Style] = {
    "bars": lambda row: " | ".join(row) + " |",
    "bars on lines of their own": lambda row: "\n|\n".join(row) + "\n|",
    "a tab before each cell": lambda row: "".join(f"\t{cell}\n" for cell in row),
    "tabs between cells": lambda row: "\t".join(row),
}
"""Styles that keep empty cells."""

GAPPED_STYLES: dict[str, Style] = {
    "wide gaps": lambda row: "      ".join(row),
    "one cell a paragraph": lambda row: "\n\n".join(row) + "\n",
}
"""Styles in which an empty cell leaves no trace."""


def in_text(report: AnyReport, style: Style) -> str:
    """The text of a report, its tables drawn in one style."""
    return document_in_text(lay_out(report), style)


def document_in_text(document: Document, style: Style) -> str:
    """The text of a document, its tables drawn in one style."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            lines += [block.text, ""]
        else:
            lines += [style([cell.text for cell in row]) for row in block.rows]
    return "\n".join(lines)


def in_html(report: AnyReport) -> str:
    """The report as a plain web page."""
    return document_in_html(lay_out(report))


def document_in_html(document: Document) -> str:
    """A document as a plain web page."""
    body = "".join(_element(block) for block in document.blocks)
    return f"<!DOCTYPE html><html><head></head><body>{body}</body></html>"


def _element(block: Block) -> str:
    if isinstance(block, Heading | Paragraph):
        return f"<p>{escape(block.text)}</p>"
    rows = ("".join(map(_html_cell, row)) for row in block.rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _html_cell(cell: Cell) -> str:
    return f"<td rowspan={cell.down} colspan={cell.across}>{escape(cell.text)}</td>"


def in_docx(report: AnyReport) -> bytes:
    """The report as a Word file with merged cells."""
    return document_in_docx(lay_out(report))


def read_printed(content: str | bytes) -> Reading:
    """The reading of what a function here makes, be it a text or a file."""
    return read_text(content) if isinstance(content, str) else read(content)


def document_in_docx(document: Document) -> bytes:
    """A document as a Word file with merged cells."""
    word = docx.Document()
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            word.add_paragraph(block.text)
        else:
            _draw(word, grid_positions(block))
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def in_pdf(report: AnyReport, height: float = 842, *, cuts: bool = False) -> bytes:
    """The report as a PDF, on sheets of some height, which may cut labels."""
    return document_in_pdf(lay_out(report), height, cuts=cuts)


def document_in_pdf(document: Document, height: float = 842, *, cuts: bool = False) -> bytes:
    """A document as a PDF."""
    paper = Paper(height, cuts)
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            paper.paragraph(block.text)
        else:
            paper.table(grid_positions(block))
    return pdf_of(*paper.sheets)


def _draw(word: Any, cells: Mapping[tuple[int, int], Cell]) -> None:
    rows = max(row + cell.down for (row, _), cell in cells.items())
    columns = max(column + cell.across for (_, column), cell in cells.items())
    table = word.add_table(rows, columns)
    grid = [list(row.cells) for row in table.rows]
    for (row, column), cell in cells.items():
        first = grid[row][column]
        if (cell.down, cell.across) != (1, 1):
            last = grid[row + cell.down - 1][column + cell.across - 1]
            first = first.merge(last)
        first.text = cell.text


def in_xlsx(report: AnyReport, a_sheet_each: bool = False) -> bytes:
    """The report as a workbook with merged cells, on one sheet or with a sheet for each section."""
    book = Workbook()
    ws: Any = book.active
    row = 1
    for block in lay_out(report).blocks:
        if isinstance(block, Heading) and block.level > 1 and a_sheet_each:
            ws, row = book.create_sheet(block.text), 1
        elif isinstance(block, Heading | Paragraph):
            ws.cell(row, 1, block.text)
            row += 1
        else:
            cells = grid_positions(block)
            for (down, across), cell in cells.items():
                _fill(ws, row + down, 1 + across, cell)
            row += 1 + max(down + cell.down for (down, _), cell in cells.items())
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(ws: Any, row: int, column: int, cell: Cell) -> None:
    number = re.fullmatch(r"0|-?[1-9]\d{0,14}", cell.text)
    ws.cell(row, column, int(cell.text) if number else cell.text or None)
    if (cell.down, cell.across) != (1, 1):
        ws.merge_cells(None, row, column, row + cell.down - 1, column + cell.across - 1)


MARKDOWN: dict[str, Callable[[Table], str]] = {
    "merged cells repeated": lambda table: _pipes(flatten(table, repeat=True)),
    "merged cells left empty": lambda table: _pipes(flatten(table, repeat=False)),
    "HTML tables": lambda table: _element(table),
}
"""How Markdown writes a table."""


def in_markdown(report: AnyReport, write_table: Callable[[Table], str]) -> str:
    """The report as a converter writes Markdown."""
    blocks: list[str] = []
    for block in lay_out(report).blocks:
        if isinstance(block, Heading):
            blocks.append(f"{'#' * block.level} {block.text}")
        else:
            blocks.append(block.text if isinstance(block, Paragraph) else write_table(block))
    return "\n\n".join(blocks) + "\n"


def _pipes(table: Table) -> str:
    first, *others = (f"| {' | '.join(cell.text for cell in row)} |" for row in table.rows)
    dashes = f"|{'---|' * len(table.rows[0])}"
    return "\n".join([first, dashes, *others])


def flatten(table: Table, repeat: bool) -> Table:
    """The table without merged cells, their text repeated in every cell or only in the first."""
    cells = grid_positions(table)
    rows = max(row + cell.down for (row, _), cell in cells.items())
    columns = max(column + cell.across for (_, column), cell in cells.items())
    grid = [[Cell("")] * columns for _ in range(rows)]
    for (row, column), cell in cells.items():
        for i in range(cell.down if repeat else 1):
            grid[row + i][column : column + (cell.across if repeat else 1)] = [Cell(cell.text)] * (
                cell.across if repeat else 1
            )
    return Table(tuple(map(tuple, grid)))
