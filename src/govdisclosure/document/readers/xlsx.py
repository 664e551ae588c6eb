"""A workbook → a document. Needs the extra ``xlsx`` (openpyxl).

Sheets in their order, each cut into tables at its empty rows; a merged cell stands once. Hidden
rows and columns are read as any other; hidden sheets, comments and texts below a merged cell
stand beside the document. Formulas give the value that was saved with them, or themselves if there
is none. Text boxes, charts, pictures, headers and footers are left out. Nothing linked is
fetched, nothing is run.
"""

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import redirect_stdout
from io import BytesIO, StringIO
from itertools import chain, groupby, product
from typing import Any, TypeAlias
from zipfile import BadZipFile
from zlib import error as zlib_error

from attrs import frozen
from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.comments.comment_sheet import CommentSheet
from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser
from openpyxl.xml.constants import COMMENTS_NS
from openpyxl.xml.functions import fromstring

from govdisclosure.document._document import Block, Cell, Document, Heading, Paragraph, Table
from govdisclosure.document._limits import MOST_CELLS
from govdisclosure.document.readers._office_limits import xml_parts
from govdisclosure.document.readers._refusals import unreadable
from govdisclosure.document.readers._xlsx_cells import text
from govdisclosure.findings import SourceLocation

MOST_ELEMENTS = 150_000
"""XML elements beyond which nothing is parsed: a report in a workbook has some 2,000."""

LONGEST_TEXT = 5_000_000
"""Characters in all cells, which may share one text that is long only once in the file."""

_LONG_FORMAT = re.compile(rb"""formatCode\s*=\s*(?:"[^"]{2000}|'[^']{2000})""")
"""A number format of a size that openpyxl would search for every style that has it."""

_DAMAGED: tuple[type[Exception], ...] = (ArithmeticError, AttributeError, BadZipFile)
_DAMAGED += (EOFError, LookupError, NameError, OSError, RuntimeError, SyntaxError)
_DAMAGED += (TypeError, ValueError, zlib_error)
"""What openpyxl and the parsers below it raise for parts that are not what they should be.

A SyntaxError is one of XML, a NameError an address of a cell without digits.
"""

_DATES_IN_CHINA = frozenset((*range(27, 37), *range(50, 59)))
"""Number formats without a text of their own that are dates in a Chinese Excel."""

_NO_NAME = re.compile(r"(?:sheet|工作表|表)\s*\d*", re.I)
"""What a sheet is called if nobody names it."""

_At: TypeAlias = tuple[int, int]
"""Row and column, counted from 1."""


def read_document(data: bytes) -> Document:
    """The document in a workbook.

    Raises:
        UnreadableDocumentError: it is damaged, or holds more than can be a report.
    """
    try:
        with warnings.catch_warnings(), redirect_stdout(StringIO()):
            # openpyxl warns of features that only editors need, and prints about some damage.
            warnings.simplefilter("ignore")
            _refuse_bombs(data)
            return _document(data)
    except _DAMAGED as why:
        raise unreadable("damaged", "XLSX") from why


def _refuse_bombs(data: bytes) -> None:
    """What is small in the archive and large in memory is refused before it is parsed."""
    elements, largest, sheets = 0, 0, 0
    for part, here in xml_parts(data):
        if b"<!DOCTYPE" in part or _LONG_FORMAT.search(part):
            # No office file has either.
            raise unreadable("damaged", "XLSX")
        elements, largest = elements + here, max(largest, here)
        sheets += part.count(b"sheetId")
    _limit(elements, MOST_ELEMENTS)
    # Sheets may share a part, which then is read once for each of them.
    _limit(sheets * largest, 10 * MOST_ELEMENTS)


@frozen
class _Sheet:
    """The texts of a sheet, its merged areas (last cell by first), and what stands beside them."""

    number: int
    texts: Mapping[_At, str]
    areas: Mapping[_At, _At]
    covered_cells: Set[_At]
    aside: Sequence[Paragraph]


def _where(sheet: int, row: int, column: int) -> SourceLocation:
    return SourceLocation(table=sheet, row=row, column=column)


def _document(data: bytes) -> Document:
    book: Any = load_workbook(BytesIO(data), read_only=True, keep_links=False, rich_text=True)
    blocks: list[Block] = []
    aside: list[Paragraph] = []
    cells, length = 0, 0
    if len({ws._worksheet_path for ws in book.worksheets}) < len(book.worksheets):
        raise unreadable("damaged", "XLSX")
    for number, ws in enumerate(book.worksheets, 1):
        sheet = _sheet(ws, number)
        length += sum(map(len, sheet.texts.values()))
        _limit(length, LONGEST_TEXT)
        aside += sheet.aside
        if ws.sheet_state != "visible":
            aside += (Paragraph(sheet.texts[at], _where(number, *at)) for at in sorted(sheet.texts))
            continue
        for block in chain(_name(ws.title, sheet), _blocks(sheet)):
            blocks.append(block)
            cells += sum(map(len, block.rows)) if isinstance(block, Table) else 0
            _limit(cells)
    return Document(tuple(blocks), tuple(aside))


def _limit(size: int, most: int = MOST_CELLS) -> None:
    if size > most:
        raise unreadable("too_much", "XLSX")


def _name(name: str, sheet: _Sheet) -> Iterator[Heading]:
    """The name of a sheet as its heading, unless it only shortens the sheet's first text."""
    first = iter(sheet.texts[min(sheet.texts)] if sheet.texts else "")
    if not _NO_NAME.fullmatch(name.strip()) and not all(letter in first for letter in name):
        yield Heading(name, 1, SourceLocation(table=sheet.number))


# Texts → blocks ---------------------------------------------------------------------------


def _blocks(sheet: _Sheet) -> Iterator[Block]:
    """Paragraphs and tables: rows with texts that follow each other belong together."""
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), words in sorted(sheet.texts.items()):
        by_row.setdefault(row, {})[column] = words
    for _, rows in groupby(enumerate(by_row), lambda pair: pair[1] - pair[0]):
        yield from _together(sheet, {row: by_row[row] for _, row in rows})


def _together(sheet: _Sheet, rows: Mapping[int, Mapping[int, str]]) -> Iterator[Block]:
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


def _table(sheet: _Sheet, rows: Mapping[int, Mapping[int, str]]) -> Iterator[Table]:
    """The cells from the first to the last column that has a text."""
    if not rows:
        return
    columns = range(min(map(min, rows.values())), max(map(max, rows.values())) + 1)
    _limit(len(rows) * len(columns))
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


def _cell(sheet: _Sheet, at: _At, words: str, last: _At) -> Cell:
    """A cell with what it covers of a table that ends at ``last``."""
    row, column = (min(*ends) for ends in zip(sheet.areas.get(at, at), last, strict=True))
    return Cell(words, row - at[0] + 1, column - at[1] + 1)


# A file → texts ---------------------------------------------------------------------------


def _sheet(ws: Any, number: int) -> _Sheet:
    parser = _parser(ws)
    texts: dict[_At, str] = {}
    length = 0
    for cell in (cell for _, row in parser.parse() for cell in row):
        if words := text(ReadOnlyCell(ws, **cell)):
            texts[cell["row"], cell["column"]] = words
            length += len(words)
            _limit(length, LONGEST_TEXT)
    areas, covered_cells = _merged_areas(parser.merged_cells, texts)
    hidden = sorted(covered_cells & texts.keys())
    below = [Paragraph(texts.pop(at), _where(number, *at)) for at in hidden]
    return _Sheet(number, texts, areas, covered_cells, (*below, *_comments(ws, number)))


class _Parser(WorkSheetParser):
    """openpyxl's own parser of a sheet, which gives the cells and the merged areas as they are.

    Its whole worksheets make an object of every cell that a merged area or a link covers, and
    5 KB of a file can cover billions; its read-only ones leave merged areas out.
    """

    def parse_cell(self, element: Any) -> dict[str, Any]:
        """A cell with the value that was saved with its formula (a text may be an empty one)."""
        cell: dict[str, Any] = super().parse_cell(element)
        formula = element.find(FORMULA_TAG)
        if formula is not None and cell["value"] is None and cell["data_type"] != "str":
            # Of cells that share a formula only the first has it.
            cell.update(value="=" + (formula.text or "…"), data_type="s")
        return cell


def _parser(ws: Any) -> _Parser:
    book = ws.parent
    dates = {n for n, style in enumerate(book._cell_styles) if style.numFmtId in _DATES_IN_CHINA}
    return _Parser(
        ws._get_source(),
        ws._shared_strings,
        data_only=True,
        epoch=book.epoch,
        date_formats=book._date_formats | dates,
        timedelta_formats=book._timedelta_formats,
        rich_text=True,
    )


def _merged_areas(merged_cells: Any, texts: Mapping[_At, str]) -> tuple[dict[_At, _At], set[_At]]:
    """The last cell of each merged area by its first, and all that areas cover, as far as used."""
    last_row = max((row for row, _ in texts), default=0)
    last_column = max((column for _, column in texts), default=0)
    areas: dict[_At, _At] = {}
    covered_cells: set[_At] = set()
    size = 0
    for area in merged_cells.mergeCell if merged_cells else ():
        left, top, right, bottom = area.bounds
        right, bottom = min(right, last_column), min(bottom, last_row)
        # They overlap only to waste time, and one may lie beyond all cells.
        size += max(0, bottom - top + 1) * max(0, right - left + 1) + 1
        _limit(size)
        areas[top, left] = bottom, right
        covered_cells |= {*product(range(top, bottom + 1), range(left, right + 1))} - {(top, left)}
    return areas, covered_cells


def _comments(ws: Any, number: int) -> Iterator[Paragraph]:
    archive = ws.parent._archive
    path = get_rels_path(ws._worksheet_path)  # type: ignore[no-untyped-call]
    if path not in archive.namelist():
        return
    for relation in get_dependents(archive, path).find(COMMENTS_NS):
        sheet: Any = CommentSheet.from_tree(fromstring(archive.read(relation.target)))
        for comment in sheet.commentList:
            where = _where(number, *coordinate_to_tuple(comment.ref))
            yield Paragraph(comment.content.strip(), where)
