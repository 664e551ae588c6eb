"""What a Word file says, and what no Word file may do."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.parser import parse_xml

from govdisclosure.document import Cell, Document, Heading, Paragraph, Table
from govdisclosure.document.readers._package import MOST_ELEMENTS
from govdisclosure.document.readers.docx import read_document
from govdisclosure.files import read
from govdisclosure.findings import SourceLocation
from tests.support.gold import SHARED
from tests.support.refusals import refusal

BLANK_FORM = SHARED / "samples" / "blank-form-2021.docx"


def bytes_of(word: object) -> bytes:
    file = BytesIO()
    word.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def archive(**parts: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive_file:
        for name, content in parts.items():
            archive_file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


def test_paragraphs_headings_and_tables_come_in_order() -> None:
    word = docx.Document()
    word.add_heading("一、总体情况", 1)
    word.add_paragraph("第一行\n第二行")
    table = word.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "甲"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "乙"
    table.cell(1, 2).text = "7"
    *prose, grid = read_document(bytes_of(word)).blocks
    assert prose == [Heading("一、总体情况", 1), Paragraph("第一行"), Paragraph("第二行")]
    assert isinstance(grid, Table)
    assert grid.rows == ((Cell("甲", 2, 1), Cell("乙", 1, 2)), (Cell(""), Cell("7")))


@pytest.mark.skipif(not BLANK_FORM.exists(), reason="../shared is not here")
def test_the_blank_form_is_refused_and_read_exactly_once_filled() -> None:
    assert refusal(BLANK_FORM.read_bytes()) == "empty_form"
    word = docx.Document(str(BLANK_FORM))
    number = 0
    for table in word.tables:
        for tc in table._tbl.iter_tcs():  # type: ignore[no-untyped-call]
            if not "".join(tc.itertext()).strip() and tc.vMerge != "continue":
                tc.p_lst[0].add_r().add_t(str(number := number + 1))
    report = read(bytes_of(word)).report
    values = [str(value) for _, value in report.cells() if value is not None]
    assert values == [str(n) for n in range(1, number + 1)]
    assert number in (196, 200)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"PK\x03\x04....", "damaged"),
        (archive(word__document_xml=b"<w:document"), "damaged"),
        (archive(xl__workbook_xml=b"<workbook/>"), "damaged"),
        (archive(word__document_xml=b" " * 60_000_000), "too_much"),
    ],
    ids=["no archive", "half a document", "half a workbook", "a bomb"],
)
def test_what_is_no_word_file_is_refused(data: bytes, key: str) -> None:
    assert refusal(data) == key


def test_more_elements_than_any_report_has_are_refused_before_they_are_parsed() -> None:
    data = archive(word__document_xml=b"<x>" + b"<y/>" * MOST_ELEMENTS + b"</x>")
    assert refusal(data) == "too_much"


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    assert refusal(archive(word__document_xml=bomb)) == "damaged"


def cell(inner: str) -> str:
    """The text of a cell whose paragraph holds this."""
    table = document_with(f"<w:tbl><w:tr>{cell_markup(inner)}</w:tr></w:tbl>").blocks[0]
    assert isinstance(table, Table)
    return table.rows[0][0].text


def document_with(body: str) -> Document:
    """The document in a Word file that has this in its body."""
    word = docx.Document()
    style = word.styles.add_style("Mark", WD_STYLE_TYPE.CHARACTER)
    style.font.superscript = True
    word.element.body.insert(0, parse_xml(f"<w:sdt {NAMES}>{body}</w:sdt>"))
    return read_document(bytes_of(word))


def cell_markup(inner: str) -> str:
    return f"<w:tc><w:p>{inner}</w:p></w:tc>"


def run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


def text_box(inner: str) -> str:
    return f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"


NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
TWELVE = run("12")


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (TWELVE + run("1", '<w:vertAlign w:val="superscript"/>'), "12¹"),
        (TWELVE + run("1", '<w:vertAlign w:val="subscript"/>'), "12₁"),
        (TWELVE + run("1", '<w:rStyle w:val="Mark"/>'), "12¹"),
        (run("9", "<w:strike/>") + TWELVE, "~~9~~12"),
        (run("9", "<w:dstrike/>") + TWELVE, "~~9~~12"),
        (run("12", '<w:strike w:val="0"/>'), "12"),
    ],
)
def test_a_raised_or_struck_digit_is_no_digit_of_the_number(inner: str, text: str) -> None:
    assert cell(inner) == text


@pytest.mark.parametrize(
    "inner",
    [
        run("9", "<w:vanish/>") + TWELVE,
        f"<w:moveFrom>{run('9')}</w:moveFrom>{TWELVE}",
        f"<w:del>{run('9')}</w:del><w:ins>{TWELVE}</w:ins>",
        f"<w:r><w:ruby><w:rt>{run('9')}</w:rt><w:rubyBase>{TWELVE}</w:rubyBase></w:ruby></w:r>",
        "<w:r><mc:AlternateContent><mc:Choice><w:t>12</w:t></mc:Choice>"
        "<mc:Fallback><w:t>12</w:t></mc:Fallback></mc:AlternateContent></w:r>",
        "<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>",
    ],
)
def test_what_is_deleted_hidden_or_said_twice_is_no_part_of_a_number(inner: str) -> None:
    assert cell(inner) == "12"


def test_what_is_no_text_in_a_cell_is_not_lost() -> None:
    assert cell("<w:r><w:drawing/></w:r>") == "<drawing>"
    assert cell(TWELVE + '<w:r><w:sym w:char="FFFFFFFFF"/></w:r>') == "12\ufffd"
    assert cell(TWELVE + text_box(f"<w:p>{run('9')}</w:p>")) == "12\n9"


def test_content_controls_hold_cells_rows_tables_and_whole_documents() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    row = f"<w:tr>{cell_markup(run('规章'))}{control(cell_markup(TWELVE))}</w:tr>"
    document = document_with(control(f"<w:p>{run('甲')}</w:p><w:tbl>{control(row)}</w:tbl>"))
    assert document.blocks[0] == Paragraph("甲")
    assert document.blocks[1] == Table(((Cell("规章"), Cell("12")),), SourceLocation(table=1))


def test_a_row_or_cell_that_was_deleted_with_tracking_is_left_out() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell_markup(run('9'))}</w:tr>"
    cell_gone = f"<w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p>{run('9')}</w:p></w:tc>"
    document = document_with(f"<w:tbl>{gone}<w:tr>{cell_gone}{cell_markup(TWELVE)}</w:tr></w:tbl>")
    assert document.blocks[0] == Table(((Cell("12"),),), SourceLocation(table=1))


def test_tables_in_text_boxes_and_in_tables_that_arrange_the_page_are_tables() -> None:
    table = f"<w:tbl><w:tr>{cell_markup(TWELVE)}</w:tr><w:tr>{cell_markup(TWELVE)}</w:tr></w:tbl>"
    rows = ((Cell("12"),), (Cell("12"),))
    layout = f"<w:tbl><w:tr><w:tc><w:p>{run('甲')}</w:p>{table}<w:p/></w:tc></w:tr></w:tbl>"
    document = document_with(f"<w:p>{run('乙')}{text_box(table + '<w:p/>')}</w:p>{layout}")
    assert document.blocks == (
        Paragraph("乙"),
        Table(rows, SourceLocation(table=1)),
        Paragraph("甲"),
        Table(rows, SourceLocation(table=2)),
    )


def test_comments_stand_beside_the_document() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("正文")
    word.add_comment(paragraph.runs, text="核对")
    document = read_document(bytes_of(word))
    assert document == Document((Paragraph("正文"),), (Paragraph("核对"),))
