"""What a Word file says, and what no Word file may do."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from govdisclosure.page import Cell, Heading, Paragraph, Table
from govdisclosure.readers import CannotRead, NotAReport, read
from govdisclosure.readers.docx import read_page
from tests.gold import SHARED

BLANK_FORM = SHARED / "samples" / "blank-form-2021.docx"


def saved(document: object) -> bytes:
    file = BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def archive(**parts: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


def refusal(data: bytes) -> str:
    try:
        read(data)
    except (CannotRead, NotAReport) as refused:
        return refused.reason.key
    pytest.fail("it was read")


def test_paragraphs_headings_and_tables_come_in_order() -> None:
    document = docx.Document()
    document.add_heading("一、总体情况", 1)
    document.add_paragraph("第一行\n第二行")
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "甲"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "乙"
    table.cell(1, 2).text = "7"
    *prose, drawn = read_page(saved(document)).blocks
    assert prose == [Heading("一、总体情况", 1), Paragraph("第一行"), Paragraph("第二行")]
    assert isinstance(drawn, Table)
    assert drawn.rows == (
        (Cell("甲", 2, 1), Cell("乙", 1, 2)),
        (Cell(""), Cell("7")),
    )


@pytest.mark.skipif(not BLANK_FORM.exists(), reason="../shared is not here")
def test_the_blank_form_is_refused_and_read_exactly_once_filled() -> None:
    assert refusal(BLANK_FORM.read_bytes()) == "empty_form"
    document = docx.Document(str(BLANK_FORM))
    number = 0
    for table in document.tables:
        for tc in table._tbl.iter_tcs():  # type: ignore[no-untyped-call]
            if not "".join(tc.itertext()).strip() and tc.vMerge != "continue":
                tc.p_lst[0].add_r().add_t(str(number := number + 1))
    report = read(saved(document)).report
    values = [str(value) for _, value in report.cells() if value is not None]
    assert values == [str(n) for n in range(1, number + 1)]
    assert number in (196, 200)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"PK\x03\x04....", "damaged"),
        (archive(word__document_xml=b"<w:document"), "damaged"),
        (archive(xl__workbook_xml=b"<workbook/>"), "damaged"),
        (archive(word__document_xml=b" " * 60_000_000), "too_large"),
    ],
    ids=["no archive", "half a document", "half a workbook", "a bomb"],
)
def test_what_is_no_word_file_is_refused(data: bytes, key: str) -> None:
    assert refusal(data) == key


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    assert refusal(archive(word__document_xml=bomb)) == "damaged"
