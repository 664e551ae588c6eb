"""Reports as text dumps draw them: one page in every style of drawing a table."""

from collections.abc import Callable
from html import escape
from io import BytesIO
from typing import Any

import docx

from govdisclosure.model.report import AnyReport
from govdisclosure.page import Block, Cell, Heading, Paragraph, Table
from govdisclosure.transcribe.lay_out import lay_out
from tests.paper import Paper
from tests.pdfs import saved

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


def printed(report: AnyReport, style: Style) -> str:
    """The text of a report, its tables drawn in one style."""
    lines: list[str] = []
    for block in lay_out(report).blocks:
        if isinstance(block, Heading | Paragraph):
            lines += [block.text, ""]
        else:
            lines += [style([cell.text for cell in row]) for row in block.rows]
    return "\n".join(lines)


def in_html(report: AnyReport) -> str:
    """The report as a plain web page."""
    body = "".join(_element(block) for block in lay_out(report).blocks)
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
    document = docx.Document()
    for block in lay_out(report).blocks:
        if isinstance(block, Heading | Paragraph):
            document.add_paragraph(block.text)
        else:
            _draw(document, placed(block))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def in_pdf(report: AnyReport, height: float = 842, *, cuts: bool = False) -> bytes:
    """The report as a PDF, on sheets of some height, which may cut labels."""
    paper = Paper(height, cuts)
    for block in lay_out(report).blocks:
        if isinstance(block, Heading | Paragraph):
            paper.paragraph(block.text)
        else:
            paper.table(placed(block))
    return saved(*paper.sheets)


def placed(table: Table) -> dict[tuple[int, int], Cell]:
    """Where each cell of a table starts: row and column of the grid."""
    starts: dict[tuple[int, int], Cell] = {}
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            starts[row, column] = cell
            taken |= {(row + i, column + j) for i in range(cell.down) for j in range(cell.across)}
    return starts


def _draw(document: Any, cells: dict[tuple[int, int], Cell]) -> None:
    rows = max(row + cell.down for (row, _), cell in cells.items())
    columns = max(column + cell.across for (_, column), cell in cells.items())
    table = document.add_table(rows, columns)
    grid = [list(row.cells) for row in table.rows]
    for (row, column), cell in cells.items():
        first = grid[row][column]
        if (cell.down, cell.across) != (1, 1):
            last = grid[row + cell.down - 1][column + cell.across - 1]
            first = first.merge(last)
        first.text = cell.text
