"""What a PDF says, found by the places of its characters; and PDFs that lead nowhere."""

import struct
import subprocess
import sys
import zlib
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclosure.model.report import report_type
from govdisclosure.page import Cell, NoPage, Paragraph, Table, Where
from govdisclosure.readers import CannotRead, NotAReport, read
from govdisclosure.readers.pdf import limits, read_page
from tests.gold import SHARED, expected_cells, gold_of
from tests.paper import Paper
from tests.pdfs import Sheet, saved, stream, written
from tests.printing import in_pdf

SAMPLE = SHARED / "samples" / "huaian-2024.pdf"
EXAMPLE = read(Path(__file__).parents[2] / "docs" / "examples" / "xikou-2023.txt").report


def refusal(data: bytes) -> str:
    try:
        read(data)
    except (CannotRead, NotAReport) as refused:
        return refused.reason.key
    pytest.fail("it was read")


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_page(data).blocks if isinstance(block, Paragraph)]


def prose(*sheets: Sheet) -> list[str]:
    return texts(saved(*sheets))


def rows(*sheets: Sheet) -> list[list[list[str]]]:
    blocks = read_page(saved(*sheets)).blocks
    tables = [block for block in blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row] for row in table.rows] for table in tables]


def words(*lines: str, height: float = 842) -> Sheet:
    """A sheet with some lines of text on it."""
    sheet = Sheet(height)
    for n, line in enumerate(lines):
        sheet.text(100, 100 + 20 * n, line)
    return sheet


COLUMNS = (50, 150, 250, 350)


def test_paragraphs_and_tables_come_in_order_with_their_places() -> None:
    sheet, overleaf = words("一、总体情况"), words("六、其他")
    end = sheet.table(COLUMNS[:3], 200, [["规章", "0"], ["行政许可", ""]])
    sheet.text(100, end + 20, "二、情况")
    overleaf.table(COLUMNS[:3], 200, [["总计", "7"]])
    overleaf.table(COLUMNS[:3], 300, [["总计", "8"]])
    assert read_page(saved(sheet, overleaf)).blocks == (
        Paragraph("一、总体情况", Where(page=1)),
        Table(((Cell("规章"), Cell("0")), (Cell("行政许可"), Cell(""))), Where(page=1, table=1)),
        Paragraph("二、情况", Where(page=1)),
        Paragraph("六、其他", Where(page=2)),
        Table(((Cell("总计"), Cell("7")),), Where(page=2, table=1)),
        Table(((Cell("总计"), Cell("8")),), Where(page=2, table=2)),
    )


def test_merged_cells_stand_where_they_start() -> None:
    sheet = Sheet()
    for box in [(50, 100, 150, 140), (150, 100, 350, 120), (150, 120, 250, 140)]:
        sheet.box(*box)
    sheet.box(250, 120, 350, 140)
    for x, top, text in [(60, 115, "甲"), (200, 105, "乙"), (300, 125, "7")]:
        sheet.text(x, top, text)
    (table,) = read_page(saved(sheet)).blocks
    assert isinstance(table, Table)
    assert table.rows == ((Cell("甲", 2, 1), Cell("乙", 1, 2)), (Cell(""), Cell("7")))


def test_a_character_in_a_gap_of_the_rules_is_not_lost() -> None:
    sheet = Sheet()
    for box in [(50, 100, 150, 120), (150, 100, 250, 120), (50, 120, 150, 140)]:
        sheet.box(*box)
    sheet.text(160, 125, "12")
    assert rows(sheet) == [[["", ""], ["", "12"]]]


def test_framed_or_shaded_text_is_no_table() -> None:
    sheet = words("第一行", "第二行")
    for top in (95, 115):
        sheet.box(90, top, 500, top + 20)
    assert (prose(sheet), rows(sheet)) == (["第一行", "第二行"], [])


def test_a_line_without_rules_falls_apart_at_wide_gaps() -> None:
    sheet = words("规章")
    sheet.text(200, 100, "12")
    sheet.text(217, 100, "345")
    (line,) = read_page(saved(sheet)).blocks
    assert line == Paragraph("规章 12 345", Where(page=1), ("规章", "12 345"))


def test_a_character_printed_twice_to_look_bold_is_one() -> None:
    sheet = words("总计55件")
    sheet.text(100.4, 100, "总计55件")
    assert prose(sheet) == ["总计55件"]


def test_radicals_that_stand_for_characters_are_those_characters() -> None:
    sheet = words("\u2f00、总体情况（\u2f83然\u2f08）", "\u2ed3期，\u2ec5附件，\u2ea0", "\u2ea1旁")
    assert prose(sheet) == ["一、总体情况（自然人）", "长期，见附件，民", "\u2ea1旁"]


def test_a_report_full_of_radicals_reads_as_any_other() -> None:
    as_radicals = {0x4E00: "\u2f00", 0x4EBA: "\u2f08", 0x884C: "\u2f8f", 0x81EA: "\u2f84"}
    as_radicals |= {0x65E0: "\u2f46", 0x529B: "\u2f12", 0x89C1: "\u2ec5", 0x957F: "\u2ed3"}
    paper = in_pdf(EXAMPLE)
    for code, radical in as_radicals.items():
        told = f"<{code:04x}>\n".encode()
        paper = paper.replace(told, f"<{ord(radical):04x}>\n".encode())
    assert read(paper).report == EXAMPLE


# --- over the end of a sheet ---


@pytest.mark.parametrize("cuts", [False, True], ids=["labels whole", "labels cut"])
@pytest.mark.parametrize("height", range(310, 842, 53))
def test_a_report_reads_the_same_wherever_its_sheets_end(height: int, cuts: bool) -> None:
    reading = read(in_pdf(EXAMPLE, height, cuts=cuts))
    assert (reading.report, reading.messages, reading.unplaced) == (EXAMPLE, (), ())


def test_a_label_cut_by_the_end_of_a_sheet_is_put_together() -> None:
    data = in_pdf(EXAMPLE, 348, cuts=True)
    tables = [block for block in read_page(data).blocks if isinstance(block, Table)]
    texts = {cell.text.replace("\n", "") for table in tables for row in table.rows for cell in row}
    assert {"三、本年", "度办理结果"} <= texts
    assert read(data).report == EXAMPLE


def test_a_table_that_repeats_its_header_overleaf_reads_as_one_that_does_not() -> None:
    head = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    sheet, overleaf = (
        words("青禾县溪口镇2023年政府信息公开工作年度报告", "二、主动公开政府信息情况"),
        Sheet(),
    )
    columns = (50, 150, 250, 350, 450)
    sheet.table(columns, 200, [["第二十条第（一）项"], head, ["规章", "0", "1", "2"]])
    overleaf.table(columns, 50, [head, ["行政规范性文件", "3", "4", "5"]])
    reading = read(saved(sheet, overleaf))
    table = reading.report.proactive_disclosure
    numbers = [dict(reading.report.cells())[f"/proactive_disclosure/{a}"] for a in _TABLE_2]
    assert numbers == [0, 1, 2, 3, 4, 5], table
    where = reading.provenance["/proactive_disclosure/normative_documents/issued"].where
    assert where == Where(page=2, table=1, row=2)


_TABLE_2 = [
    f"{row}/{column}"
    for row in ("rules", "normative_documents")
    for column in ("issued", "repealed", "in_force")
]


PARAGRAPHS = st.lists(
    st.text("公开信息申请的一二件，。（）“”", min_size=1, max_size=200)
    | st.integers(1, 30).map("本年公开信息12件，".__mul__),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(said=PARAGRAPHS, height=st.sampled_from([300, 400, 842]))
def test_lines_are_joined_to_the_paragraphs_that_were_set(said: list[str], height: int) -> None:
    """Also over the ends of sheets, and whatever the last line's length."""
    paper = Paper(height)
    paper.paragraph("本行先排，长度适中，以便得知版心的宽度，" * 6)
    for text in said:
        paper.paragraph(text)
    assert prose(*paper.sheets)[1:] == said


def test_without_indents_only_what_ends_at_a_shared_margin_is_joined() -> None:
    """Titles and remarks one below the other are no paragraph."""
    full = "这一行排满了版心的宽度，下一行接着它往下说，" * 2
    block = words(
        "溪口镇人民政府二〇二三年度工作报告",
        "本报告由溪口镇人民政府编制",
        *[full] * 3,
        "就到这里。",
    )
    assert prose(block)[-1] == full * 3 + "就到这里。"
    assert prose(block)[:2] == ["溪口镇人民政府二〇二三年度工作报告", "本报告由溪口镇人民政府编制"]
    assert (
        len(prose(words("溪口镇人民政府二〇二三年度工作报告", "本报告由溪口镇人民政府编制"))) == 2
    )


# --- what is no text ---


@pytest.mark.parametrize(
    "number", ["- {} -", "— {} —", "-{}-", "第 {} 页", "第{}页 共2页", "{}/2", "{}"]
)
def test_page_numbers_are_no_text(number: str) -> None:
    sheets = [words("上一页的字"), words("下一页的字")]
    for n, sheet in enumerate(sheets, 1):
        sheet.text(280, 800, number.format(n))
    assert prose(*sheets) == ["上一页的字", "下一页的字"]


def test_running_heads_and_feet_are_no_text() -> None:
    sheets = [words("甲"), words("乙"), words("丙")]
    for n, sheet in enumerate(sheets, 1):
        sheet.text(100, 30, "溪口镇政府信息公开工作年度报告")
        sheet.text(100, 800, f"https://example.org/report.html  {n}/3")
    assert prose(*sheets) == ["甲", "乙", "丙"]


@pytest.mark.parametrize("number", ["- {} -", "{}"])
def test_a_page_number_inside_a_table_is_no_cell(number: str) -> None:
    sheets = [Sheet(), Sheet()]
    for n, sheet in enumerate(sheets, 1):
        sheet.table(COLUMNS, 740, [["总计", "5", "6"]])
        for x0, x1 in pairwise(COLUMNS):
            sheet.box(x0, 760, x1, 830)
        sheet.text(300, 800, number.format(n))
    assert rows(*sheets) == [[["总计", "5", "6"], ["", "", ""]]] * 2


def test_a_number_in_the_last_row_of_a_table_is_no_page_number() -> None:
    sheets = [Sheet(), Sheet()]
    for sheet in sheets:
        sheet.table(COLUMNS, 760, [["", "", "5"], ["", "7", ""]])
    assert rows(*sheets) == [[["", "", "5"], ["", "7", ""]]] * 2


def test_what_is_printed_aslant_or_beside_the_sheet_is_left_out() -> None:
    sheet = words("正文")
    sheet.text(2000, 100, "印记")
    data = saved(sheet)
    assert read_page(data).blocks == (Paragraph("正文", Where(page=1)),)
    aslant = data.replace(b"1 0 0 1 2000.00 733.20 Tm", b".7 .7 -.7 .7 100 300 Tm  ")
    assert (len(aslant), read_page(aslant)) == (len(data), read_page(data))


@pytest.mark.parametrize(
    "turn", ["0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"], ids=["left", "over", "right"]
)
def test_a_sheet_printed_turned_is_read_upright(turn: str) -> None:
    data = saved(words("一行", "两行"))
    for n, height in enumerate((733.2, 713.2)):
        x, y = {"0": (100 + 20 * n, 100), "-1": (400, 100 + 20 * n)}[turn.split()[0]]
        if turn.startswith("0 -1"):
            x, y = 400 - 20 * n, 700
        was = f"1 0 0 1 100.00 {height:.2f} Tm"
        assert was.encode() in data
        data = data.replace(was.encode(), f"{turn} {x} {y} Tm".ljust(len(was)).encode())
    assert texts(data) == ["一行", "两行"]


# --- what cannot be read ---


def test_a_scan_is_refused_and_says_what_to_do() -> None:
    scanned = [Sheet(has_picture=True), Sheet(has_picture=True)]
    assert refusal(saved(*scanned)) == "scan"
    scanned[0].text(100, 30, "由某某公司扫描")
    assert refusal(saved(*scanned)) == "scan"
    with pytest.raises(CannotRead, match=r"(?s)OCR.*OCR"):
        read(saved(*scanned))
    assert refusal(saved(Sheet())) == "scan"


def test_a_picture_beside_text_is_no_scan() -> None:
    sheet = words(*["政府信息公开" * n for n in range(2, 7)])
    sheet.has_picture = True
    assert len(prose(sheet)) == 5


def test_characters_that_the_font_does_not_name_are_said_to_be_unknown() -> None:
    data = saved(words("总计12")).replace(b"<0031>", b"<e031>").replace(b"<0032>", b"<0007>")
    assert texts(data) == ["总计\ufffd"]
    unnamed = saved(words("总计")).replace(b"/ToUnicode", b"/ToNothing")
    assert refusal(unnamed) == "scan"


PLAIN = in_pdf(EXAMPLE, 842)


@pytest.mark.parametrize("tenth", range(10))
def test_a_file_cut_short_is_refused(tenth: int) -> None:
    assert refusal(PLAIN[: len(PLAIN) * tenth // 10]) in ("damaged", "empty_file", "scan")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    changes=st.lists(
        st.tuples(
            st.integers(9, len(PLAIN) - 1), st.integers(0, 255) | st.sampled_from(b"<>[]()/ 0")
        ),
        min_size=1,
        max_size=20,
    )
)
def test_whatever_is_changed_in_a_file_it_is_read_or_refused(
    changes: list[tuple[int, int]],
) -> None:
    data = bytearray(PLAIN)
    for at, byte in changes:
        data[at] = byte
    with suppress(CannotRead, NotAReport):
        read(bytes(data))


# --- what leads nowhere ---

HELLO = stream("", b"BT /F 10 Tf 100 700 Td (hello) Tj ET")
LATIN = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
TREE = "<< /Type /Pages /Kids [4 0 R] >>"
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {} 0 R >> >>"


def page(entries: str = "/Contents 6 0 R") -> str:
    fonts = "/Resources << /Font << /F 5 0 R >> /XObject << /X 7 0 R >> >>"
    return f"<< /Type /Page /MediaBox [0 0 595 842] {fonts} {entries} >>"


def file(*more: str | bytes, tree: str = TREE, font: str = LATIN, trailer: str = "") -> bytes:
    """A PDF of one page whose content is object 6."""
    catalogue = "<< /Type /Catalog /Pages 3 0 R >>"
    return written(["null", catalogue, tree, page(), font, *more], trailer)


def packed(data: bytes, times: int = 1) -> bytes:
    filters = " ".join(["/FlateDecode"] * times)
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(f"/Filter [{filters}]", data)


def cid_font(entries: str) -> str:
    info = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >>"
    return f"<< /Type /Font /Subtype /CIDFontType2 /Encoding /Identity-H {info} {entries} >>"


def truetype(groups: int) -> bytes:
    """A font that says it has four thousand million characters."""
    tables = struct.pack(">4sHHHH4sLLL", b"\0\1\0\0", 1, 0, 0, 0, b"cmap", 0, 28, 60)
    head = struct.pack(">HHHHL", 0, 1, 3, 10, 12)
    return tables + head + struct.pack(">HHLLLLLL", 12, 0, 28, 0, groups, 0, 0xFFFFFFFF, 0)


DOING = stream("", b"/X Do " * 10)
ENDLESS = {
    "an object that is itself": file("6 0 R"),
    "objects that are each other": file("7 0 R", "6 0 R"),
    "a stream as long as itself": file(b"<< /Length 6 0 R >>\nstream\nBT ET\nendstream"),
    "pages in their own tree": file(HELLO, tree="<< /Type /Pages /Kids [3 0 R 4 0 R] >>"),
    "one page again and again": file(HELLO, tree=f"<< /Type /Pages /Kids [{'4 0 R ' * 999}] >>"),
    "a deep tree": written(
        ["null", "<< /Pages 3 0 R >>"]
        + [f"<< /Type /Pages /Kids [{n} 0 R] >>" for n in range(4, 3000)]
    ),
    "a form that draws itself": file(DOING, stream(FORM.format(7), b"/X Do")),
    "forms that draw forms": file(
        DOING, *(stream(FORM.format(n), b"/X Do " * 10) for n in range(8, 30)), HELLO
    ),
    "wide widths": file(HELLO, font=cid_font("/W [0 2000000000 500]")),
    "wide widths of columns": file(HELLO, font=cid_font("/W2 [0 2000000000 1 1 1]")),
    "all of Unicode and more": file(
        HELLO,
        stream("", b"beginbfrange <00000000> <ffffffff> <0000> endbfrange"),
        font=cid_font("/ToUnicode 7 0 R"),
    ),
    "a font of fonts": file(
        HELLO, stream("", truetype(1)), font=cid_font("/FontDescriptor << /FontFile2 7 0 R >>")
    ),
    "a bracket that opens": file(stream("", b"(" * 2_000_000)),
    "a bracket outside that opens": file(b"(" * 300_000),
    "a picture without an end": file(stream("", b"BI /W 1 ID " + b"x E" * 700_000)),
    "a path without an end": file(stream("", b"0 0 m " + b"1 1 l " * 60_000 + b"S")),
    "a long line": b"%PDF-1.7" + b"x" * 10_000_000,
    "tables before tables": file(HELLO, trailer="/Prev 0"),
    "more objects than there are": b"%PDF-1.7\n1 0 obj\n"
    + stream("/Type /XRef /Size 1 /Index [0 4000000000] /W [1 1 1] /Root 1 0 R", b"")
    + b"\nendobj\nstartxref\n9\n%%EOF",
    "more rules than a table has": file(
        stream(
            "",
            b"".join(
                b"%d 0 m %d 800 l S 0 %d m 500 %d l S " % ((n,) * 4) for n in range(0, 500, 4)
            ),
        )
    ),
    "numbers without an end": file(
        stream("", b"1e999 0 0 1e999 0 0 cm 0 0 9 9 re S BT /F 9 Tf (x) Tj ET")
    ),
    "a sheet without an end": file(
        HELLO, tree="<< /Type /Pages /Kids [4 0 R] /MediaBox [0 0 1e30 1e30] >>"
    ),
    "many objects": b"%PDF-1.7\n" + b"1 0 obj << /Type /Catalog >> endobj\n" * 60_000,
}


@pytest.mark.parametrize("data", ENDLESS.values(), ids=ENDLESS)
def test_what_leads_nowhere_comes_to_an_end(data: bytes) -> None:
    assert refusal(data) in ("damaged", "too_complex", "scan", "not_a_report")


def test_what_unpacks_without_end_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_UNPACKED", 1_000_000)
    for bomb in (packed(b" " * 2_000_000), packed(b" " * 50_000_000, times=2)):
        assert refusal(file(bomb)) == "too_complex"
    part = packed(b" " * 400_000)
    several = file(part, part, part).replace(b"/Contents 6 0 R", b"/Contents [6 0 R 7 0 R 8 0 R]")
    assert refusal(several) == "too_complex"
    assert refusal(file(packed(b" " * 400_000))) == "scan"


def test_a_book_is_no_report() -> None:
    assert refusal(saved(*[words("字")] * limits.MOST_PAGES)) == "not_a_report"
    assert refusal(saved(*[words("字")] * (limits.MOST_PAGES + 1))) == "too_complex"


def test_a_page_of_more_characters_than_fit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_DRAWN", 100)
    assert prose(words("字" * 40)) == ["字" * 40]
    with pytest.raises(NoPage, match="too_complex"):
        prose(words("字" * 101))


@pytest.mark.parametrize(
    "about",
    [
        "/Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <00> /U <11>",
        "/Filter /Standard /V 9 /R 9",
        "/Filter /Other",
    ],
    ids=["a password", "a new way", "another way"],
)
def test_an_encrypted_file_is_refused(about: str) -> None:
    data = file(HELLO, trailer=f"/Encrypt << {about} >> /ID [<00> <00>]")
    assert refusal(data) == "encrypted"


def test_nothing_that_pdfminer_finds_odd_is_printed(tmp_path: Path) -> None:
    """In a process of its own: here the log has listeners."""
    odd = saved(words("青禾县溪口镇")).replace(b"/FontBBox", b"/FontBoxx")
    (tmp_path / "odd.pdf").write_bytes(odd)
    code = "import sys; from govdisclosure.readers.pdf import read_page; from pathlib import Path;"
    code += "print(len(read_page(Path(sys.argv[1]).read_bytes()).blocks))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "odd.pdf")], capture_output=True, check=True
    )
    assert (done.stdout.strip(), done.stderr) == (b"1", b"")


# --- a real one ---

pytestmark_sample = pytest.mark.skipif(not SAMPLE.exists(), reason="../shared is not here")


@pytestmark_sample
def test_every_cell_of_the_real_report_is_read() -> None:
    reading = read(SAMPLE)
    gold = gold_of(SHARED / "corpus" / "003-huaian-2024.rebuilt.txt")
    expected = expected_cells(gold, report_type(reading.report))
    assert {p: v for p, v in reading.report.cells() if p in expected} == expected
    assert len(expected) == 200
    assert (reading.unplaced, reading.messages) == ((), ())
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
