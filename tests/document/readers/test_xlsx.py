"""What a workbook says as a person reads it, and what no workbook may do."""

from datetime import date, datetime, time, timedelta
from io import BytesIO
from random import Random
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from govdisclosure.document import Block, Cell, Document, Heading, Paragraph, Table
from govdisclosure.document.readers.xlsx import read_document
from govdisclosure.errors import NotAReportError, ReadError, UnreadableDocumentError
from govdisclosure.files import read
from govdisclosure.findings import SourceLocation
from govdisclosure.model import EDITION_2021
from tests.support.printing import in_xlsx

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def saved(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def sheet(*rows: list[Any], merged: tuple[str, ...] = ()) -> bytes:
    """A workbook with one sheet; ``merged`` are areas of it."""
    book = Workbook()
    ws: Any = book.active
    for row in rows:
        ws.append(row)
    for area in merged:
        ws.merge_cells(area)
    return saved(book)


def blocks(*rows: list[Any], merged: tuple[str, ...] = ()) -> tuple[Block, ...]:
    return read_document(sheet(*rows, merged=merged)).blocks


def cell(value: Any, number_format: str = "General", **style: Any) -> str:
    """The text of one cell that stands between others."""
    book = Workbook()
    ws: Any = book.active
    ws.append(["甲", value, "乙"])
    ws["B1"].number_format = number_format
    for name, of_cell in style.items():
        setattr(ws["B1"], name, of_cell)
    [table] = read_document(saved(book)).blocks
    assert isinstance(table, Table)
    return table.rows[0][1].text


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(of_file: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, content in of_file.items():
            made.writestr(name, content)
    return file.getvalue()


def written(inside: str) -> bytes:
    """A workbook whose sheet is given as XML."""
    xml = f'<worksheet xmlns="{MAIN}">{inside}</worksheet>'.encode()
    return packed({**parts(sheet(["x"])), SHEET: xml})


def refusal(data: bytes) -> str:
    try:
        read(data)
    except (ReadError, NotAReportError) as refused:
        return refused.message.key
    pytest.fail("it was read")


# What stands where ------------------------------------------------------------------------


def test_a_merged_cell_stands_once_where_it_starts() -> None:
    rows: list[list[Any]] = [["甲", "乙", None], [None, 1, 2]]
    assert blocks(*rows, merged=("A1:A2", "B1:C1")) == (
        Table(
            ((Cell("甲", 2, 1), Cell("乙", 1, 2)), (Cell("1"), Cell("2"))),
            SourceLocation(table=1, row=1, column=1),
        ),
    )


def test_empty_rows_part_tables_and_empty_columns_around_them_are_left_out() -> None:
    found = blocks([], [], [None, "甲", 1], [None, "乙", None], [], [None, None, "丙", 2], [])
    assert found == (
        Table(
            ((Cell("甲"), Cell("1")), (Cell("乙"), Cell(""))),
            SourceLocation(table=1, row=3, column=2),
        ),
        Table(((Cell("丙"), Cell("2")),), SourceLocation(table=1, row=6, column=3)),
    )


def test_a_text_alone_above_a_table_or_as_wide_as_it_is_a_paragraph() -> None:
    rows: list[list[Any]] = [["题"], ["一行\n二行"], ["甲", 1, 2], ["宽"], ["乙", 3, 4]]
    assert blocks(*rows, merged=("A4:C4",)) == (
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
    [_, table] = blocks(["题"], ["甲", "乙"], [None, 1], merged=("A1:Z1", "A2:A99"))
    assert isinstance(table, Table)
    assert table.rows == ((Cell("甲", 2, 1), Cell("乙")), (Cell("1"),))


def test_sheets_come_in_order_and_a_name_that_says_more_than_the_sheet_is_its_heading() -> None:
    book = Workbook()
    book.active.append(["没有名字"])  # type: ignore[union-attr]
    book.create_sheet("主动公开").append(["二、主动公开政府信息情况"])
    book.create_sheet("六、其他事项").append(["无。"])
    assert read_document(saved(book)).blocks == (
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
    assert read_document(saved(book)).blocks == blocks(["甲", 1, 2], ["乙", 3, 4])


def test_hidden_sheets_and_comments_stand_beside_the_page() -> None:
    book = Workbook()
    ws: Any = book.active
    ws.append(["甲", 1])
    ws["B1"].comment = Comment("待核实", "审核人")
    hidden = book.create_sheet("底稿")
    hidden.append(["乙", 2])
    hidden.sheet_state = "hidden"
    page = read_document(saved(book))
    assert page.blocks == blocks(["甲", 1])
    assert page.aside == (
        Paragraph("待核实", SourceLocation(table=1, row=1, column=2)),
        Paragraph("乙", SourceLocation(table=2, row=1, column=1)),
        Paragraph("2", SourceLocation(table=2, row=1, column=2)),
    )


def test_a_text_below_a_merged_cell_stands_beside_the_page() -> None:
    xml = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>'
        '</row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    )
    page = read_document(written(xml))
    assert page == Document(
        (Table(((Cell("1", 1, 2), Cell("3")),), SourceLocation(table=1, row=1, column=1)),),
        (Paragraph("2", SourceLocation(table=1, row=1, column=2)),),
    )


# What a cell says -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1288, "General", "1288"),
        (1288.0, "General", "1288"),
        (-8, "0_ ;[Red]\\-0\\ ", "-8"),
        (10.4, "General", "10.4"),
        (10.4, "0.00", "10.40"),
        (10.456, "0.0", "10.456"),
        (7730.280000000001, "General", "7730.28"),
        (0.1 + 0.2, "General", "0.3"),
        (0.092, "0.0000_ ", "0.0920"),
        (1e15, "General", "1000000000000000"),
        (1113, "#,##0", "1113"),
        (1113, "#,##0.00", "1113.00"),
        (1288, '0"件"', "1288件"),
        (1288, "#,##0件", "1288件"),
        (10.4, '0.00"万元"', "10.40万元"),
        (12345, '0!.0,"万"', "12345"),
        (12345, '0\\.0,"万"', "12345"),
        (12345, '#,##0,"千"', "12345"),
        (3, '0" items"', "3"),
        (0, "0;-0;;@", "0"),
        (0.125, "0.0%", "12.5%"),
        (0.1, "0.00%", "10.00%"),
        (True, "General", "TRUE"),
        ("#REF!", "General", "#REF!"),
        (datetime(2023, 1, 2), "yyyy-mm-dd", "2023-01-02"),
        (datetime(2023, 1, 2, 3, 4), "yyyy-mm-dd hh:mm", "2023-01-02 03:04:00"),
        (date(2023, 1, 2), 'm"月"d"日"', "2023-01-02"),
        (time(3, 4), "hh:mm", "03:04:00"),
        (timedelta(hours=30), "[h]:mm", "1 day, 6:00:00"),
        (" 12 \r\n件 ", "General", "12 \n件"),
        ("一_x000D_\n二", "General", "一\n二"),
    ],
)
def test_a_cell_is_read_as_a_person_reads_it(value: Any, number_format: str, text: str) -> None:
    assert cell(value, number_format) == text


def test_a_date_in_a_format_of_chinese_excel_is_no_count() -> None:
    of_file = parts(sheet(["甲", 45000, "乙"]))
    of_file["xl/styles.xml"] = of_file["xl/styles.xml"].replace(b'numFmtId="0"', b'numFmtId="31"')
    [table] = read_document(packed(of_file)).blocks
    assert isinstance(table, Table)
    assert table.rows[0][1].text == "2023-03-15"


def test_a_raised_digit_is_no_digit_of_the_number() -> None:
    raised = CellRichText("12", TextBlock(InlineFont(vertAlign="superscript"), "1"))
    assert cell(raised) == "12¹"
    lowered = CellRichText("12", TextBlock(InlineFont(vertAlign="subscript"), "1"))
    assert cell(lowered) == "12₁"


def test_what_is_struck_out_says_so() -> None:
    struck = CellRichText(TextBlock(InlineFont(strike=True), "1"), "234")
    assert cell(struck) == "~~1~~234"
    assert cell(12, font=Font(strike=True)) == "~~12~~"


def test_a_shared_text_in_several_fonts_is_one_text_without_its_reading_aid() -> None:
    string = (
        "<si><r><t>规</t></r><r><rPr><b/></rPr><t>章</t></r>"
        '<rPh sb="0" eb="1"><t>guī</t></rPh><phoneticPr fontId="0"/></si>'
    )
    xml = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    of_file = parts(written(xml))
    types = of_file["[Content_Types].xml"].replace(b"</Types>", override.encode())
    strings = f'<sst xmlns="{MAIN}">{string}</sst>'.encode()
    data = packed({**of_file, "[Content_Types].xml": types, "xl/sharedStrings.xml": strings})
    assert read_document(data).blocks == (
        Paragraph("规章", SourceLocation(table=1, row=1, column=1)),
    )


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ('<c r="B1"><f>SUM(B2:B5)</f><v>12</v></c>', "12"),
        ('<c r="B1"><f>SUM(B2:B5)</f><v></v></c>', "=SUM(B2:B5)"),
        ('<c r="B1"><f>SUM(B2:B5)</f></c>', "=SUM(B2:B5)"),
        ('<c r="B1"><f t="array" ref="B1:B2">A1:A2</f></c>', "=A1:A2"),
        ('<c r="B1"><f t="shared" si="0"/></c>', "=…"),
        ('<c r="B1" t="str"><f>IF(A1="","",A1)</f><v></v></c>', ""),
        ('<c r="B1" t="str"><f>A1</f><v>无</v></c>', "无"),
        ('<c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="B1"><f>0.1+0.2</f><v>0.30000000000000004</v></c>', "0.3"),
    ],
)
def test_a_formula_gives_its_saved_value_or_itself(xml: str, text: str) -> None:
    around = '<c r="{}1" t="inlineStr"><is><t>甲</t></is></c>'
    row = around.format("A") + xml + around.format("C")
    [table] = read_document(written(f'<sheetData><row r="1">{row}</row></sheetData>')).blocks
    assert isinstance(table, Table)
    assert table.rows[0][1].text == text


def test_a_formula_without_a_value_is_unreadable_and_never_blank_or_zero() -> None:
    report = EDITION_2021.blank(issuer="青禾县溪口镇", year=2022, number=0)
    of_file = parts(in_xlsx(report))
    xml = of_file[SHEET].decode()
    assert xml.count("<v>0</v>") == 200
    of_file[SHEET] = xml.replace("<v>0</v>", "<f>SUM(Z1:Z9)</f>", 1).encode()
    reading = read(packed(of_file))
    note = reading.report.cell_notes["/proactive_disclosure/rules/issued"]
    assert (note.printed, note.state) == ("=SUM(Z1:Z9)", "unreadable")
    assert [m.rule_id for m in reading.findings if "UNREADABLE" in m.rule_id] == ["READ-UNREADABLE"]


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
    assert read_document(written(xml)).blocks == (
        Paragraph("1", SourceLocation(table=1, row=1, column=1)),
    )


def test_a_lost_cell_at_the_far_end_is_a_paragraph_of_its_own() -> None:
    assert read_document(written(FAR)).blocks == (
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
        (f"<sheetData>{'<row/>' * 200_000}</sheetData>", "too_much"),
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
    assert refusal(written(xml)) == key


def test_entities_are_refused_in_any_encoding() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    for encoding in ("utf-8", "utf-16"):
        xml = f'<?xml version="1.0" encoding="{encoding}"?>{bomb}'.encode(encoding)
        with pytest.raises(UnreadableDocumentError):
            read_document(packed({**parts(sheet(["x"])), SHEET: xml}))


def test_a_number_format_without_end_is_refused() -> None:
    of_file = parts(sheet([1]))
    form = b'<numFmts count="1"><numFmt numFmtId="164" formatCode="' + b"#," * 2_000 + b'"/>'
    of_file["xl/styles.xml"] = of_file["xl/styles.xml"].replace(b'<numFmts count="0"/>', form)
    assert form in of_file["xl/styles.xml"]
    assert refusal(packed(of_file)) == "damaged"


def test_a_part_that_is_a_hundred_thousand_sheets_is_refused() -> None:
    of_file = parts(sheet(["x"]))
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    one = '<sheet name="{0}" sheetId="{0}" r:id="rId1" xmlns:r="' + links + '"/>'
    for count, why in ((100_000, "too_much"), (3, "damaged")):
        more = "".join(one.format(n) for n in range(2, count)).encode()
        book = of_file["xl/workbook.xml"].replace(b"</sheets>", more + b"</sheets>")
        assert refusal(packed({**of_file, "xl/workbook.xml": book})) == why


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
    whole = parts(saved(book))
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
            read_document(packed({**whole, name: bytes(content)}))
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
    assert read(packed({**of_file, **macros})) == read(packed(of_file))
