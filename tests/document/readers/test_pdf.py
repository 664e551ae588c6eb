"""What a PDF says, found by the places of its characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.document import Cell, Paragraph, Table
from govdisclosure.document.readers.pdf import read_document
from govdisclosure.files import read
from govdisclosure.findings import SourceLocation
from tests.support.forms import some
from tests.support.gold import SHARED, expected_cells, gold_of
from tests.support.paper import Paper
from tests.support.paths import ROOT
from tests.support.pdfs import COLUMNS, Sheet, pdf_of, prose, rows, sheet_of, texts
from tests.support.printing import in_pdf

SAMPLE = SHARED / "samples" / "huaian-2024.pdf"
EXAMPLE = read(ROOT / "docs" / "examples" / "xikou-2023.txt").report


def test_paragraphs_and_tables_come_in_order_with_their_places() -> None:
    sheet, overleaf = sheet_of("一、总体情况"), sheet_of("六、其他")
    end = sheet.table(COLUMNS[:3], 200, [["规章", "0"], ["行政许可", ""]])
    sheet.text(100, end + 20, "二、情况")
    overleaf.table(COLUMNS[:3], 200, [["总计", "7"]])
    overleaf.table(COLUMNS[:3], 300, [["总计", "8"]])
    assert read_document(pdf_of(sheet, overleaf)).blocks == (
        Paragraph("一、总体情况", SourceLocation(page=1)),
        Table(
            ((Cell("规章"), Cell("0")), (Cell("行政许可"), Cell(""))),
            SourceLocation(page=1, table=1),
        ),
        Paragraph("二、情况", SourceLocation(page=1)),
        Paragraph("六、其他", SourceLocation(page=2)),
        Table(((Cell("总计"), Cell("7")),), SourceLocation(page=2, table=1)),
        Table(((Cell("总计"), Cell("8")),), SourceLocation(page=2, table=2)),
    )


def test_tables_side_by_side_come_from_left_to_right() -> None:
    sheet = Sheet()
    sheet.table((300, 350, 400), 100, [["丙", "4"]])
    sheet.table((50, 100, 150), 100, [["甲", "2"]])
    assert rows(sheet) == [[["甲", "2"]], [["丙", "4"]]]


def test_merged_cells_stand_where_they_start() -> None:
    sheet = Sheet()
    for box in [(50, 100, 150, 140), (150, 100, 350, 120), (150, 120, 250, 140)]:
        sheet.box(*box)
    sheet.box(250, 120, 350, 140)
    for x, top, text in [(60, 115, "甲"), (200, 105, "乙"), (300, 125, "7")]:
        sheet.text(x, top, text)
    (table,) = read_document(pdf_of(sheet)).blocks
    assert isinstance(table, Table)
    assert table.rows == ((Cell("甲", 2, 1), Cell("乙", 1, 2)), (Cell(""), Cell("7")))


def test_a_character_in_a_gap_of_the_rules_is_not_lost() -> None:
    sheet = Sheet()
    for box in [(50, 100, 150, 120), (150, 100, 250, 120), (50, 120, 150, 140)]:
        sheet.box(*box)
    sheet.text(160, 125, "12")
    assert rows(sheet) == [[["", ""], ["", "12"]]]


def test_framed_or_shaded_text_is_no_table() -> None:
    sheet = sheet_of("第一行", "第二行")
    for top in (95, 115):
        sheet.box(90, top, 500, top + 20)
    assert (prose(sheet), rows(sheet)) == (["第一行", "第二行"], [])


def test_a_line_without_rules_falls_apart_at_wide_gaps() -> None:
    sheet = sheet_of("规章")
    sheet.text(200, 100, "12")
    sheet.text(217, 100, "345")
    (line,) = read_document(pdf_of(sheet)).blocks
    assert line == Paragraph("规章 12 345", SourceLocation(page=1), ("规章", "12 345"))


def test_a_character_printed_twice_to_look_bold_is_one() -> None:
    sheet = sheet_of("总计55件")
    sheet.text(100.4, 100, "总计55件")
    assert prose(sheet) == ["总计55件"]


def test_radicals_that_stand_for_characters_are_those_characters() -> None:
    sheet = sheet_of(
        "\u2f00、总体情况（\u2f83然\u2f08）", "\u2ed3期，\u2ec5附件，\u2ea0", "\u2ea1旁"
    )
    assert prose(sheet) == ["一、总体情况（自然人）", "长期，见附件，民", "\u2ea1旁"]


def test_a_report_full_of_radicals_reads_as_any_other() -> None:
    as_radicals = {0x4E00: "\u2f00", 0x4EBA: "\u2f08", 0x884C: "\u2f8f", 0x81EA: "\u2f84"}
    as_radicals |= {0x65E0: "\u2f46", 0x529B: "\u2f12", 0x89C1: "\u2ec5", 0x957F: "\u2ed3"}
    paper = in_pdf(EXAMPLE)
    for code, radical in as_radicals.items():
        unicode_code = f"<{code:04x}>\n".encode()
        paper = paper.replace(unicode_code, f"<{ord(radical):04x}>\n".encode())
    assert read(paper).report == EXAMPLE


# --- over the end of a sheet ---


@pytest.mark.slow
@pytest.mark.parametrize("cuts", [False, True], ids=["labels whole", "labels cut"])
@pytest.mark.parametrize("height", range(310, 842, 53))
def test_a_report_reads_the_same_wherever_its_sheets_end(height: int, cuts: bool) -> None:
    reading = read(in_pdf(EXAMPLE, height, cuts=cuts))
    assert (reading.report, reading.findings, reading.unplaced) == (EXAMPLE, (), ())


def test_a_label_cut_by_the_end_of_a_sheet_is_put_together() -> None:
    data = in_pdf(EXAMPLE, 330, cuts=True)
    tables = [block for block in read_document(data).blocks if isinstance(block, Table)]
    texts = {cell.text.replace("\n", "") for table in tables for row in table.rows for cell in row}
    assert {"三、本年", "度办理结果"} <= texts
    assert read(data).report == EXAMPLE


def test_a_table_that_repeats_its_header_overleaf_reads_as_one_that_does_not() -> None:
    head = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    sheet, overleaf = (
        sheet_of("青禾县溪口镇2023年政府信息公开工作年度报告", "二、主动公开政府信息情况"),
        Sheet(),
    )
    columns = (50, 150, 250, 350, 450)
    sheet.table(columns, 200, [["第二十条第（一）项"], head, ["规章", "0", "1", "2"]])
    overleaf.table(columns, 50, [head, ["行政规范性文件", "3", "4", "5"]])
    reading = read(pdf_of(sheet, overleaf))
    numbers = [v for _, v in reading.report.cells() if v is not None]
    assert numbers == [0, 1, 2, 3, 4, 5]
    places = [cell.where for cell in reading.provenance.values()]
    assert places == [
        *(SourceLocation(page=1, table=1, row=3, column=n) for n in (2, 3, 4)),
        *(SourceLocation(page=2, table=1, row=2, column=n) for n in (2, 3, 4)),
    ]


PARAGRAPHS = st.lists(
    st.text("公开信息申请的一二件，。（）“”", min_size=1, max_size=200)
    | st.integers(1, 30).map("本年公开信息12件，".__mul__),
    min_size=1,
    max_size=6,
)


@some(60)
@given(paragraphs=PARAGRAPHS, height=st.sampled_from([300, 400, 842]))
def test_lines_are_joined_to_the_paragraphs_that_were_set(
    paragraphs: list[str], height: int
) -> None:
    """Also over the ends of sheets, and whatever the last line's length."""
    paper = Paper(height)
    paper.paragraph("本行先排，长度适中，以便得知版心的宽度，" * 6)
    for text in paragraphs:
        paper.paragraph(text)
    assert prose(*paper.sheets)[1:] == paragraphs


def test_without_indents_only_what_ends_at_a_shared_margin_is_joined() -> None:
    """Titles and remarks one below the other are no paragraph."""
    full = "这一行排满了版心的宽度，下一行接着它往下说，" * 2
    lines = ["溪口镇人民政府二〇二三年度工作报告", "本报告由溪口镇人民政府编制"]
    block = sheet_of(*lines, *[full] * 3, "就到这里。")
    assert prose(block)[-1] == full * 3 + "就到这里。"
    assert prose(block)[:2] == lines
    assert len(prose(sheet_of(*lines))) == 2


# --- what is no text ---


def test_what_is_printed_aslant_or_beside_the_sheet_or_without_size_is_left_out() -> None:
    sheet = sheet_of("正文")
    sheet.text(2000, 100, "印记")
    sheet.text(100, 200, "无形", 0)
    data = pdf_of(sheet)
    assert read_document(data).blocks == (Paragraph("正文", SourceLocation(page=1)),)
    aslant = data.replace(b"1 0 0 1 2000.00 733.20 Tm", b".7 .7 -.7 .7 100 300 Tm  ")
    assert (len(aslant), read_document(aslant)) == (len(data), read_document(data))


@pytest.mark.parametrize(
    "turn", ["0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"], ids=["left", "over", "right"]
)
def test_a_sheet_printed_turned_is_read_upright(turn: str) -> None:
    data = pdf_of(sheet_of("一行", "两行"))
    for n, height in enumerate((733.2, 713.2)):
        x, y = {"0": (100 + 20 * n, 100), "-1": (400, 100 + 20 * n)}[turn.split()[0]]
        if turn.startswith("0 -1"):
            x, y = 400 - 20 * n, 700
        was = f"1 0 0 1 100.00 {height:.2f} Tm"
        assert was.encode() in data
        data = data.replace(was.encode(), f"{turn} {x} {y} Tm".ljust(len(was)).encode())
    assert texts(data) == ["一行", "两行"]


# --- a real one ---

pytestmark_sample = pytest.mark.skipif(not SAMPLE.exists(), reason="../shared is not here")


@pytestmark_sample
def test_every_cell_of_the_real_report_is_read() -> None:
    reading = read(SAMPLE)
    gold = gold_of(SHARED / "corpus" / "003-huaian-2024.rebuilt.txt")
    expected = expected_cells(gold, reading.report.form)
    assert {p: v for p, v in reading.report.cells() if p in expected} == expected
    assert len(expected) == 200
    assert (reading.unplaced, reading.findings) == ((), ())
    assert {c.where.page for c in reading.provenance.values()} == {3, 4, 5}


@pytestmark_sample
def test_the_prose_of_the_real_report_is_whole_and_in_order() -> None:
    report = read(SAMPLE).report
    sections = (report.overview, report.problems_and_improvements, report.other_matters)
    starts = [[text[:6] for text in section or ()] for section in sections]
    assert starts == [
        [
            "2024年，",
            "（一）主动公",
            "（二）依申请",
            "（三）政府信",
            "（四）政府信",
            "（五）政府信",
        ],
        ["对照上级新要", "针对存在问题"],
        ["2024年，"],
    ]
    assert all(text.endswith("。") for section in sections for text in section or ())
    assert (report.title, report.issuer.name, report.year) == (
        "淮安市人民政府2024年政府信息公开工作年度报告",
        "淮安市人民政府",
        2024,
    )


def test_a_small_digit_off_the_line_is_no_digit_of_the_number() -> None:
    sheet = Sheet()
    sheet.text(50, 100, "规章全年共", 10)
    sheet.text(100, 100, "12", 10)
    sheet.text(111, 98, "1", 6)
    [block] = read_document(pdf_of(sheet)).blocks
    assert isinstance(block, Paragraph)
    assert block.text == "规章全年共12¹"


def test_the_white_ground_that_a_browser_lays_under_a_page_is_no_cell() -> None:
    sheet = Sheet()
    sheet.ground(45, 40, 550, 790)
    sheet.text(50, 60, "二、主动公开政府信息情况")
    sheet.table((45, 300, 550), 90, [["规章", "0"], ["行政许可", "7"]])
    heading, table = read_document(pdf_of(sheet)).blocks
    assert isinstance(heading, Paragraph)
    assert isinstance(table, Table)
    assert heading.text == "二、主动公开政府信息情况"
    assert [[cell.text for cell in row] for row in table.rows] == [["规章", "0"], ["行政许可", "7"]]
