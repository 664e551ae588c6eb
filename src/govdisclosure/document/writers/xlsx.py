"""A document → a workbook. Needs the extra ``xlsx`` (XlsxWriter).

A sheet for each table, sheets of prose before and after them; numbers are numbers, totals are
live sums where they come out as printed. XlsxWriter keeps the value of a formula beside it, so
that whoever does not calculate reads the number, too; openpyxl, which reads workbooks here,
cannot.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import BytesIO
from itertools import product
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from govdisclosure.document._document import Document, Heading, Paragraph, Table
from govdisclosure.document._grid import grid_positions, lines_in, size, widths
from govdisclosure.document.writers._formats import Sums
from govdisclosure.errors import WriteError
from govdisclosure.i18n import Message, escape_control_lines, escape_controls

_NUMBER = re.compile(r"(?!-[0.]+$)-?(?:0|[1-9]\d{0,14})(?:\.(\d+))?", re.ASCII)
"""What a spreadsheet keeps as a number: minus zero it does not, nor other digits."""

_DIGITS = 15
"""The digits that a spreadsheet keeps of a number; one with more digits is written as text."""

_ODD = re.compile(r"[\[\]:*?/\\']")  # what no name of a sheet may hold
_A4 = 9
_CHARACTERS = 100  # the width of a table, in characters of the default font
_CHINESE = 2.2  # such characters that a Chinese one takes
_LINE, _TALLEST = 13, 409  # points; a row cannot be taller
_LONGEST_NAME = 31  # of a sheet, in units of UTF-16
_CELL = {"border": 1, "align": "center", "valign": "vcenter", "text_wrap": True, "font_size": 10}


def write_document(document: Document, sums: Sums | None = None) -> bytes:
    """The XLSX file of a document."""
    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    for name, content in _sheets(document):
        if isinstance(content, Table):
            _draw(book, name, content, sums or {})
        else:
            _prose(book, name, content)
    book.close()
    return file.getvalue()


Prose = list[Heading | Paragraph]


def _sheets(document: Document) -> Iterator[tuple[str, Table | Prose]]:
    """What each sheet holds, under its name: a table, or the prose before or after tables.

    The sheets follow the document, so that whoever reads them one by one reads the report.
    """
    prose: Prose = []
    for block in document.blocks:
        if not isinstance(block, Table):
            prose.append(block)
            continue
        heading = prose.pop().text if prose and isinstance(prose[-1], Heading) else ""
        if prose:
            yield prose[0].text, prose
        yield heading, block
        prose = []
    if prose:
        yield prose[0].text, prose


def _prose(book: Workbook, name: str, blocks: Prose) -> None:
    sheet = _sheet(book, name, landscape=False)
    sheet.set_column(0, 0, _CHARACTERS)
    bold = book.add_format({"bold": True, "font_size": 12, "valign": "vcenter"})
    plain = book.add_format({"text_wrap": True, "valign": "vcenter"})
    for row, block in enumerate(blocks):
        look = bold if isinstance(block, Heading) else plain
        lines = -(-len(block.text) * _CHINESE // _CHARACTERS)
        sheet.set_row(row, min(_LINE * lines + 12, _TALLEST))
        _text(sheet, row, 0, block.text, look)
    sheet.fit_to_pages(1, 0)  # as many pages as it takes


def _text(sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    """Write text as text; what is too long XlsxWriter leaves out, and only returns that it did."""
    if sheet.write_string(row, column, escape_control_lines(text), look):
        raise WriteError(Message("no_room", {"start": escape_controls(text[:20])}))


def _sheet(book: Workbook, name: str, landscape: bool) -> Any:
    sheet = book.add_worksheet(_free_name(book, _ODD.sub("", escape_controls(name))))
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 1)
    if landscape:
        sheet.set_landscape()
    return sheet


def _free_name(book: Workbook, name: str) -> str:
    """A name for a sheet that none has yet: the beginning of a text, which whoever reads the
    sheet finds in it, or else the one that the workbook itself gives."""
    names = {"history", *(str(sheet.get_name()).lower() for sheet in book.worksheets())}
    candidates = (_cut(name, length) for length in range(_LONGEST_NAME, -1, -1))
    return next(candidate for candidate in candidates if candidate.lower() not in names)


def _cut(name: str, longest: int) -> str:
    """The beginning of a name; a spreadsheet counts the units of UTF-16."""
    return name.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", errors="ignore")


def _draw(book: Workbook, heading: str, table: Table, sums: Sums) -> None:
    _, columns = size(table)
    sheet = _sheet(book, heading, landscape=columns > 8)
    bold = book.add_format({"bold": True, "font_size": 12})
    sheet.merge_range(0, 0, 0, columns - 1, "", bold)
    _text(sheet, 0, 0, heading, bold)
    for column, share in enumerate(widths(table)):
        sheet.set_column(column, column, _CHARACTERS * share)
    for row, lines in enumerate(lines_in(table, _CHARACTERS / _CHINESE), 1):
        sheet.set_row(row, min(_LINE * lines + 4, _TALLEST))
    starts = {(row + 1, column): cell for (row, column), cell in grid_positions(table).items()}
    places = {cell.name: at for at, cell in starts.items() if cell.name}
    texts = {cell.name: cell.text for cell in starts.values() if cell.name}
    empty = not any(texts.values())
    for (row, column), cell in starts.items():
        look = book.add_format({**_CELL, "num_format": _format(cell.text)})
        if (cell.down, cell.across) != (1, 1):
            sheet.merge_range(row, column, row + cell.down - 1, column + cell.across - 1, "", look)
        parts = [part for part in sums.get(cell.name, ()) if part in places]
        formula = f"SUM({_range([places[part] for part in parts])})" if parts else ""
        if formula and empty:
            count = formula.replace("SUM", "COUNT", 1)
            # Its value is saved as a blank text: an empty one would be none at all.
            sheet.write_formula(row, column, f'=IF({count}=0,"",{formula})', look, " ")
        elif formula and _comes_out(cell.text, [texts[part] for part in parts]):
            sheet.write_formula(row, column, f"={formula}", look, float(cell.text))
        elif _is_number(cell.text) and cell.name:
            sheet.write_number(row, column, float(cell.text), look)
        else:
            _text(sheet, row, column, cell.text, look)


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) and sum(c.isdigit() for c in text) <= _DIGITS


def _format(text: str) -> str:
    """The number format that shows a number with the decimals that it was written with."""
    number = _NUMBER.fullmatch(text)
    return "0." + "0" * len(number[1]) if number and number[1] else "General"


def _comes_out(total: str, parts: Sequence[str]) -> bool:
    """Whether a total is the sum of its parts, each of them a number."""
    are_numbers = all(map(_is_number, (total, *parts)))
    return are_numbers and Decimal(total) == sum(map(Decimal, parts))


def _range(places: Sequence[tuple[int, int]]) -> str:
    """Cells as a formula names them: a range where they stand in one."""
    rows, columns = zip(*places, strict=True)
    top, left, bottom, right = min(rows), min(columns), max(rows), max(columns)
    if sorted(places) == [*product(range(top, bottom + 1), range(left, right + 1))]:
        return str(xl_range(top, left, bottom, right))
    return ",".join(xl_rowcol_to_cell(*place) for place in places)
