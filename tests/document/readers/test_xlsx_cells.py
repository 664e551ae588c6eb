"""What a cell of a workbook says as a person reads it."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from govdisclosure.document import Paragraph, Table
from govdisclosure.document.readers.xlsx import read_document
from govdisclosure.files import read
from govdisclosure.findings import SourceLocation
from govdisclosure.model import EDITION_2021
from tests.support.printing import in_xlsx
from tests.support.workbooks import MAIN, SHEET, archive_of, cell, parts, sheet, workbook_of


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
    [table] = read_document(archive_of(of_file)).blocks
    assert isinstance(table, Table)
    assert table.rows[0][1].text == "2023-03-15"


def test_a_raised_digit_is_no_digit_of_the_number() -> None:
    superscript = CellRichText("12", TextBlock(InlineFont(vertAlign="superscript"), "1"))
    assert cell(superscript) == "12¹"
    subscript = CellRichText("12", TextBlock(InlineFont(vertAlign="subscript"), "1"))
    assert cell(subscript) == "12₁"


def test_what_is_struck_out_says_so() -> None:
    text = CellRichText(TextBlock(InlineFont(strike=True), "1"), "234")
    assert cell(text) == "~~1~~234"
    assert cell(12, font=Font(strike=True)) == "~~12~~"


def test_a_shared_text_in_several_fonts_is_one_text_without_its_reading_aid() -> None:
    string = (
        "<si><r><t>规</t></r><r><rPr><b/></rPr><t>章</t></r>"
        '<rPh sb="0" eb="1"><t>guī</t></rPh><phoneticPr fontId="0"/></si>'
    )
    xml = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    of_file = parts(workbook_of(xml))
    types = of_file["[Content_Types].xml"].replace(b"</Types>", override.encode())
    strings = f'<sst xmlns="{MAIN}">{string}</sst>'.encode()
    data = archive_of({**of_file, "[Content_Types].xml": types, "xl/sharedStrings.xml": strings})
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
    [table] = read_document(workbook_of(f'<sheetData><row r="1">{row}</row></sheetData>')).blocks
    assert isinstance(table, Table)
    assert table.rows[0][1].text == text


def test_a_formula_without_a_value_is_unreadable_and_never_blank_or_zero() -> None:
    report = EDITION_2021.blank(issuer="青禾县溪口镇", year=2022, number=0)
    of_file = parts(in_xlsx(report))
    xml = of_file[SHEET].decode()
    assert xml.count("<v>0</v>") == 200
    of_file[SHEET] = xml.replace("<v>0</v>", "<f>SUM(Z1:Z9)</f>", 1).encode()
    reading = read(archive_of(of_file))
    note = reading.report.cell_notes["/proactive_disclosure/rules/issued"]
    assert (note.printed, note.state) == ("=SUM(Z1:Z9)", "unreadable")
    ids = {m.rule_id for m in reading.findings} - {"READ-SECTION-MISSING"}
    assert ids == {"READ-FORMULAS-WITHOUT-VALUES"}
