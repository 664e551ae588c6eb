"""Small workbooks: from rows of values, from one cell, from the XML of a sheet."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from govdisclosure.document import Block, Table
from govdisclosure.document.readers.xlsx import read_document

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def bytes_of(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def sheet(*rows: list[Any], areas: tuple[str, ...] = ()) -> bytes:
    """A workbook with one sheet; ``areas`` of it are merged."""
    book = Workbook()
    ws: Any = book.active
    for row in rows:
        ws.append(row)
    for area in areas:
        ws.merge_cells(area)
    return bytes_of(book)


def blocks(*rows: list[Any], areas: tuple[str, ...] = ()) -> tuple[Block, ...]:
    return read_document(sheet(*rows, areas=areas)).blocks


def cell(value: Any, number_format: str = "General", **style: Any) -> str:
    """The text of one cell that stands between others."""
    book = Workbook()
    ws: Any = book.active
    ws.append(["甲", value, "乙"])
    ws["B1"].number_format = number_format
    for name, of_cell in style.items():
        setattr(ws["B1"], name, of_cell)
    [table] = read_document(bytes_of(book)).blocks
    assert isinstance(table, Table)
    return table.rows[0][1].text


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def archive_of(of_file: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in of_file.items():
            archive.writestr(name, content)
    return file.getvalue()


def workbook_of(content: str) -> bytes:
    """A workbook whose sheet is given as XML."""
    xml = f'<worksheet xmlns="{MAIN}">{content}</worksheet>'.encode()
    return archive_of({**parts(sheet(["x"])), SHEET: xml})
