"""A workbook → a document. Needs the extra ``xlsx`` (openpyxl).

Sheets in their order, each cut into tables at its empty rows; a merged cell stands once. Hidden
rows and columns are read as any other; hidden sheets, comments and texts below a merged cell
stand beside the document. Formulas give the value that was saved with them, or themselves if there
is none. Text boxes, charts, pictures, headers and footers are left out. Nothing linked is
fetched, nothing is run.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, groupby

from govdisclosure.document._document import Block, Cell, Document, Heading, Paragraph, Table
from govdisclosure.document._limits import MOST_CELLS
from govdisclosure.document.readers._refusals import refuse_more
from govdisclosure.document.readers._xlsx_sheets import Address, Sheet, sheets
from govdisclosure.findings import SourceLocation

_NO_NAME = re.compile(r"(?:sheet|工作表|表)\s*\d*", re.I)
"""What a sheet is called if nobody names it."""


def read_document(data: bytes) -> Document:
    """The document in a workbook.

    Raises:
        UnreadableDocumentError: it is damaged, or holds more than can be a report.
    """
    blocks: list[Block] = []
    aside: list[Paragraph] = []
    cells = 0
    for sheet in sheets(data):
        aside += (Paragraph(words, _where(sheet.number, *at)) for at, words in sheet.aside)
        if not sheet.is_visible:
            texts = sorted(sheet.texts.items())
            aside += (Paragraph(words, _where(sheet.number, *at)) for at, words in texts)
            continue
        for block in chain(_name(sheet), _blocks(sheet)):
            blocks.append(block)
            cells += sum(map(len, block.rows)) if isinstance(block, Table) else 0
            refuse_more(MOST_CELLS, cells, "XLSX")
    return Document(tuple(blocks), tuple(aside))


def _where(sheet: int, row: int, column: int) -> SourceLocation:
    return SourceLocation(table=sheet, row=row, column=column)


def _name(sheet: Sheet) -> Iterator[Heading]:
    """The name of a sheet as its heading, unless it only shortens the sheet's first text."""
    name = sheet.name
    first = iter(sheet.texts[min(sheet.texts)] if sheet.texts else "")
    if not _NO_NAME.fullmatch(name.strip()) and not all(letter in first for letter in name):
        yield Heading(name, 1, SourceLocation(table=sheet.number))


def _blocks(sheet: Sheet) -> Iterator[Block]:
    """Paragraphs and tables: rows with texts that follow each other belong together."""
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), words in sorted(sheet.texts.items()):
        by_row.setdefault(row, {})[column] = words
    for _, rows in groupby(enumerate(by_row), lambda pair: pair[1] - pair[0]):
        yield from _together(sheet, {row: by_row[row] for _, row in rows})


def _together(sheet: Sheet, rows: Mapping[int, Mapping[int, str]]) -> Iterator[Block]:
    """A text alone in its row is prose if it is as wide as all rows, or above the table."""
    first = min(min(row) for row in rows.values())
    last = max(
        sheet.areas.get((n, column), (n, column))[1] for n, row in rows.items() for column in row
    )
    below: dict[int, Mapping[int, str]] = {}
    is_above = True
    for number, row in rows.items():
        (column, words), *others = row.items()
        right = sheet.areas.get((number, column), (number, column))[1]
        if not others and (is_above or (column == first and right == last)):
            yield from _table(sheet, below)
            below = {}
            for line in words.split("\n"):
                if line.strip():
                    yield Paragraph(line.strip(), _where(sheet.number, number, column))
        else:
            is_above = False
            below[number] = row
    yield from _table(sheet, below)


def _table(sheet: Sheet, rows: Mapping[int, Mapping[int, str]]) -> Iterator[Table]:
    """The cells from the first to the last column that has a text."""
    if not rows:
        return
    columns = range(min(map(min, rows.values())), max(map(max, rows.values())) + 1)
    refuse_more(MOST_CELLS, len(rows) * len(columns), "XLSX")
    last = (max(rows), columns[-1])
    cells = tuple(
        tuple(
            _cell(sheet, (number, column), row.get(column, ""), last)
            for column in columns
            if (number, column) not in sheet.covered_cells
        )
        for number, row in rows.items()
    )
    yield Table(cells, _where(sheet.number, min(rows), columns[0]))


def _cell(sheet: Sheet, at: Address, words: str, last: Address) -> Cell:
    """A cell with what it covers of a table that ends at ``last``."""
    row, column = (min(*ends) for ends in zip(sheet.areas.get(at, at), last, strict=True))
    return Cell(words, row - at[0] + 1, column - at[1] + 1)
