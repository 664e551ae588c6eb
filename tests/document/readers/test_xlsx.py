"""What a workbook says, and what no workbook may do."""

from random import Random
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from govdisclosure.document import Cell, Document, Heading, Paragraph, Table
from govdisclosure.document.readers.xlsx import read_document
from govdisclosure.errors import UnreadableDocumentError
from govdisclosure.files import read
from govdisclosure.findings import SourceLocation
from govdisclosure.model import EDITION_2021
from tests.support.printing import in_xlsx
from tests.support.refusals import refusal
from tests.support.workbooks import SHEET, archive_of, blocks, bytes_of, parts, sheet, workbook_of

# What stands where ------------------------------------------------------------------------


def test_a_merged_cell_stands_once_where_it_starts() -> None:
    rows: list[list[Any]] = [["甲", "乙", None], [None, 1, 2]]
    assert blocks(*rows, areas=("A1:A2", "B1:C1")) == (
        Table(
            ((Cell("甲", 2, 1), Cell("乙", 1, 2)), (Cell("1"), Cell("2"))),
            SourceLocation(table=1, row=1, column=1),
        ),
    )


def test_empty_rows_part_tables_and_empty_columns_around_them_are_left_out() -> None:
    all_blocks = blocks([], [], [None, "甲", 1], [None, "乙", None], [], [None, None, "丙", 2], [])
    assert all_blocks == (
        Table(
            ((Cell("甲"), Cell("1")), (Cell("乙"), Cell(""))),
            SourceLocation(table=1, row=3, column=2),
        ),
        Table(((Cell("丙"), Cell("2")),), SourceLocation(table=1, row=6, column=3)),
    )


def test_a_text_alone_above_a_table_or_as_wide_as_it_is_a_paragraph() -> None:
    rows: list[list[Any]] = [["题"], ["一行\n二行"], ["甲", 1, 2], ["宽"], ["乙", 3, 4]]
    assert blocks(*rows, areas=("A4:C4",)) == (
        Paragraph("题", SourceLocation(table=1, row=1, column=1)),
        Paragraph("一行", SourceLocation(table=1, row=2, column=1)),
        Paragraph("二行", SourceLocation(table=1, row=2, column=1)),
        Table(((Cell("甲"), Cell("1"), Cell("2")),), SourceLocation(table=1, row=3, column=1)),
        Paragraph("宽", SourceLocation(table=1, row=4, column=1)),
        Table(((Cell("乙"), Cell("3"), Cell("4")),), SourceLocation(table=1, row=5, column=1)),
    )


def test_a_label_with_empty_cells_behind_it_stays_a_row() -> None:
    [table] = blocks(["甲", 1], ["乙"], ["丙", 2])
    assert isinstance(table, Table)
    assert [[c.text for c in row] for row in table.rows] == [["甲", "1"], ["乙", ""], ["丙", "2"]]


def test_a_merged_area_ends_where_the_table_does() -> None:
    [_, table] = blocks(["题"], ["甲", "乙"], [None, 1], areas=("A1:Z1", "A2:A99"))
    assert isinstance(table, Table)
    assert table.rows == ((Cell("甲", 2, 1), Cell("乙")), (Cell("1"),))


def test_sheets_come_in_order_and_a_name_that_says_more_than_the_sheet_is_its_heading() -> None:
    book = Workbook()
    book.active.append(["没有名字"])  # type: ignore[union-attr]
    book.create_sheet("主动公开").append(["二、主动公开政府信息情况"])
    book.create_sheet("六、其他事项").append(["无。"])
    assert read_document(bytes_of(book)).blocks == (
        Paragraph("没有名字", SourceLocation(table=1, row=1, column=1)),
        Paragraph("二、主动公开政府信息情况", SourceLocation(table=2, row=1, column=1)),
        Heading("六、其他事项", 1, SourceLocation(table=3)),
        Paragraph("无。", SourceLocation(table=3, row=1, column=1)),
    )


def test_hidden_rows_and_columns_are_read_as_any_other() -> None:
    book = Workbook()
    ws: Any = book.active
    for row in (["甲", 1, 2], ["乙", 3, 4]):
        ws.append(row)
    ws.row_dimensions[2].hidden = True
    ws.column_dimensions["B"].hidden = True
    assert read_document(bytes_of(book)).blocks == blocks(["甲", 1, 2], ["乙", 3, 4])


def test_hidden_sheets_and_comments_stand_beside_the_document() -> None:
    book = Workbook()
    ws: Any = book.active
    ws.append(["甲", 1])
    ws["B1"].comment = Comment("待核实", "审核人")
    draft = book.create_sheet("底稿")
    draft.append(["乙", 2])
    draft.sheet_state = "hidden"
    document = read_document(bytes_of(book))
    assert document.blocks == blocks(["甲", 1])
    assert document.aside == (
        Paragraph("待核实", SourceLocation(table=1, row=1, column=2)),
        Paragraph("乙", SourceLocation(table=2, row=1, column=1)),
        Paragraph("2", SourceLocation(table=2, row=1, column=2)),
    )


def test_a_text_below_a_merged_cell_stands_beside_the_document() -> None:
    xml = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>'
        '</row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    )
    document = read_document(workbook_of(xml))
    assert document == Document(
        (Table(((Cell("1", 1, 2), Cell("3")),), SourceLocation(table=1, row=1, column=1)),),
        (Paragraph("2", SourceLocation(table=1, row=1, column=2)),),
    )


# What no workbook may do ------------------------------------------------------------------

ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
FAR = f'<sheetData>{ONE}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'


@pytest.mark.parametrize(
    "xml",
    [
        f'<dimension ref="A1:XFD1048576"/><sheetData>{ONE}</sheetData>',
        f'<sheetData>{ONE}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        f"<sheetData>{ONE}</sheetData>"
        '<hyperlinks><hyperlink ref="A1:XFD1048576" location="a"/></hyperlinks>',
        f'<cols><col min="1" max="16384" width="9"/></cols><sheetData>{ONE}</sheetData>',
        f"<sheetData>{ONE}</sheetData>" + "<a>" * 1000 + "</a>" * 1000,
    ],
    ids=["a dimension", "a merged area", "a link", "columns", "depth"],
)
def test_what_claims_to_be_endless_is_as_long_as_it_is(xml: str) -> None:
    assert read_document(workbook_of(xml)).blocks == (
        Paragraph("1", SourceLocation(table=1, row=1, column=1)),
    )


def test_a_lost_cell_at_the_far_end_is_a_paragraph_of_its_own() -> None:
    assert read_document(workbook_of(FAR)).blocks == (
        Paragraph("1", SourceLocation(table=1, row=1, column=1)),
        Paragraph("1", SourceLocation(table=1, row=1048576, column=16384)),
    )


def _wide_rows() -> str:
    row = '<row r="{0}"><c r="A{0}"><v>1</v></c><c r="XFD{0}"><v>1</v></c></row>'
    return f"<sheetData>{''.join(row.format(n) for n in range(1, 60, 2))}</sheetData>"


WHOLE = _wide_rows().replace("XFD", "IV")
WIDE = '<mergeCell ref="A1:IV60"/>'
LONG = f'<c t="inlineStr"><is><t>{"x" * 3_000_000}</t></is></c>'


@pytest.mark.parametrize(
    ("xml", "key"),
    [
        (f"<sheetData>{'<row/>' * 400_000}</sheetData>", "too_much"),
        ("<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 1_000_000 + "</mergeCells>", "too_much"),
        (FAR + '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', "too_much"),
        (WHOLE + "<mergeCells>" + WIDE * 30 + "</mergeCells>", "too_much"),
        (_wide_rows(), "too_much"),
        (_wide_rows().replace("XFD", "IV"), "not_a_report"),
        ('<sheetData><row r="0"><c r="A0"><v>1</v></c></row></sheetData>', "not_a_report"),
        ('<sheetData><row r="1"><c r="!"><v>1</v></c></row></sheetData>', "damaged"),
        ('<sheetData><row r="1"><c t="s"><v>9</v></c></row></sheetData>', "damaged"),
        (f"<sheetData><row><c><v>{'9' * 9_999}</v></c></row></sheetData>", "damaged"),
        ("<sheetData><row><c><v>1e999</v></c></row></sheetData>", "not_a_report"),
        ("<sheetData/>", "not_a_report"),
        ("<sheetData>", "damaged"),
        (f"<sheetData><row>{LONG * 2}</row></sheetData>", "too_much"),
    ],
    ids=lambda value: value if len(value) < 99 else "",
)
def test_what_cannot_be_a_report_is_refused_with_its_reason(xml: str, key: str) -> None:
    assert refusal(workbook_of(xml)) == key


def test_entities_are_refused_in_any_encoding() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    for encoding in ("utf-8", "utf-16"):
        xml = f'<?xml version="1.0" encoding="{encoding}"?>{bomb}'.encode(encoding)
        with pytest.raises(UnreadableDocumentError):
            read_document(archive_of({**parts(sheet(["x"])), SHEET: xml}))


def test_a_number_format_without_end_is_refused() -> None:
    of_file = parts(sheet([1]))
    form = b'<numFmts count="1"><numFmt numFmtId="164" formatCode="' + b"#," * 2_000 + b'"/>'
    of_file["xl/styles.xml"] = of_file["xl/styles.xml"].replace(b'<numFmts count="0"/>', form)
    assert form in of_file["xl/styles.xml"]
    assert refusal(archive_of(of_file)) == "damaged"


def test_a_part_that_is_a_hundred_thousand_sheets_is_refused() -> None:
    of_file = parts(sheet(["x"]))
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    one = '<sheet name="{0}" sheetId="{0}" r:id="rId1" xmlns:r="' + links + '"/>'
    for count in (100_000, 3):
        more = "".join(one.format(n) for n in range(2, count)).encode()
        book = of_file["xl/workbook.xml"].replace(b"</sheets>", more + b"</sheets>")
        assert refusal(archive_of({**of_file, "xl/workbook.xml": book})) == "damaged"


@pytest.mark.slow
def test_a_damaged_workbook_is_refused_or_read_and_nothing_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Bytes changed, removed and cut off in every part, always the same ones."""
    book = Workbook()
    ws: Any = book.active
    ws.append(["甲", 1.5, "=A1"])
    ws["B1"].comment = Comment("注", "人")
    ws["B1"].number_format = '0.00"件"'
    whole = parts(bytes_of(book))
    chance = Random(5)
    outcomes = set()
    for _ in range(400):
        name = chance.choice(list(whole))
        content = bytearray(whole[name])
        at = chance.randrange(len(content))
        if chance.random() < 0.5:
            content[at] = chance.choice(b'<>"/09aZ=&; \x00\xff-.#')
        else:
            del content[at : at + chance.choice((1, 9, 9999))]
        try:
            read_document(archive_of({**whole, name: bytes(content)}))
            outcomes.add("read")
        except UnreadableDocumentError as no_page:
            outcomes.add(no_page.message.key)
    assert outcomes == {"read", "damaged"}
    assert capsys.readouterr() == ("", "")


def test_macros_are_not_run_and_links_not_followed() -> None:
    """A workbook with macros is one like any other; what it links to is not even looked at."""
    of_file = parts(in_xlsx(EDITION_2021.blank(issuer="青禾县溪口镇", year=2022, number=0)))
    kinds = of_file["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    macros = {"[Content_Types].xml": kinds, "xl/vbaProject.bin": b"Sub Auto_Open()"}
    assert read(archive_of({**of_file, **macros})) == read(archive_of(of_file))
