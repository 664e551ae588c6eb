"""What Markdown says, however a converter writes its tables, and nothing of it lost."""

import pytest

from govdisclosure.document import Block, Cell, Heading, Paragraph, Table
from govdisclosure.document.readers.markdown import LONGEST, read_document
from govdisclosure.errors import ReadError, UnreadableDocumentError
from govdisclosure.files import read_text
from govdisclosure.findings import SourceLocation

HEAD = "# 青禾县溪口镇2023年政府信息公开工作年度报告\n\n## 二、主动公开政府信息情况\n\n"


def blocks(*lines: str) -> tuple[Block, ...]:
    return read_document("\n".join(lines)).blocks


def texts(*lines: str) -> list[str]:
    return [b.text for b in blocks(*lines) if isinstance(b, Heading | Paragraph)]


def tables(*lines: str) -> list[list[list[str]]]:
    table_blocks = [block for block in blocks(*lines) if isinstance(block, Table)]
    return [[[cell.text for cell in row] for row in table.rows] for table in table_blocks]


def cell(text: str) -> str:
    [[_, [_, words, _]]] = tables("| 甲 | 乙 | 丙 |", "|---|---|---|", f"| 规章 | {text} | 0 |")
    return words


def numbers(*lines: str) -> list[tuple[str, object]]:
    """The numbers of the second table, by the end of their pointers."""
    report = read_text(HEAD + "\n".join(lines)).report
    cells = (("/".join(p.split("/")[2:]), value) for p, value in report.cells())
    return [(pointer, value) for pointer, value in cells if value is not None]


# Text -------------------------------------------------------------------------------------


def test_headings_paragraphs_and_tables_come_in_order_with_their_places() -> None:
    lines = (
        "# 题",
        "",
        "一段",
        "",
        "副题",
        "---",
        "",
        "|甲|乙|",
        "|:-|-:|",
        "|规章|0|",
        "",
        "末段",
    )
    assert blocks(*lines) == (
        Heading("题", 1, SourceLocation(line=1)),
        Paragraph("一段", SourceLocation(line=3)),
        Heading("副题", 2, SourceLocation(line=5)),
        Table(((Cell("甲"), Cell("乙")), (Cell("规章"), Cell("0"))), SourceLocation(table=1)),
        Paragraph("末段", SourceLocation(line=12)),
    )


def test_a_wrapped_paragraph_is_one_and_a_line_that_ends_early_ends_it() -> None:
    long = "全镇主动公开政府信息，回应社会关切，做好解读" * 2
    assert texts(long, long, "完。", "下一段。") == [long + long + "完。", "下一段。"]
    assert texts("一、总体情况", "情况良好。") == ["一、总体情况", "情况良好。"]
    assert texts(f"{long}a", f"b{long}") == [f"{long}a b{long}"]


@pytest.mark.parametrize("end", ["  ", "\\", "<br>", "<br/>"])
def test_a_line_break_ends_a_paragraph_where_it_is_marked(end: str) -> None:
    long = "全镇主动公开政府信息，回应社会关切，做好解读"
    assert texts(long + end, long) == [long, long]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**一、**总体*情况*", "一、总体情况"),
        ("**（一）**予以**公开**", "（一）予以公开"),
        ("1\\. 属于 \\*国家秘密\\*", "1. 属于 *国家秘密*"),
        ("3. 重复申请", "3. 重复申请"),
        ("- 重复申请", "重复申请"),
        ("> 引文", "引文"),
        ("    缩进的段落", "缩进的段落"),
        ("[县政府](http://www.example.gov.cn)网站", "县政府网站"),
        ("[注]: 本表数据", "[注]: 本表数据"),
        ("`代码`&nbsp;&amp;", "代码\u00a0&"),
        ("公开<span style='x'>情况</span><!-- 注 -->", "公开情况"),
        ("前![图](data:image/png;base64,AAAA)后![图](b.png)", "前后"),
        ("12<sup>1</sup>件", "12¹件"),
        ("~~12~~ 13", "~~12~~ 13"),
        ("12[^1]", "12[^1]"),
    ],
)
def test_marks_are_left_out_and_what_is_printed_stays(markdown: str, text: str) -> None:
    assert texts(markdown) == [text]


def test_a_block_of_code_is_text() -> None:
    assert texts("```", "规章", "行政许可", "```") == ["规章", "行政许可"]


# Pipe tables ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("", ""),
        ("&nbsp;", ""),
        ("**1288**", "1288"),
        ("1,288", "1,288"),
        ("\\-8", "-8"),
        ("+21", "+21"),
        ("a\\|b", "a|b"),
        ("12<br>件", "12\n件"),
        ("12<sup>1</sup>", "12¹"),
        ("12<sub>1</sub>", "12₁"),
        ("<del>9</del>12", "~~9~~12"),
        ("<s>9<sup>1</sup></s> 12", "~~9~~~~¹~~ 12"),
        ("\\", "\\"),
        ("---", "---"),
        ("\\*", "*"),
    ],
)
def test_a_cell_is_read_as_it_is_shown(markdown: str, text: str) -> None:
    assert cell(markdown) == text


def test_outer_bars_and_the_width_of_dashes_are_no_matter() -> None:
    with_frame = tables("| 甲 | 乙 |", "|---|:-:|", "| 规章 | 0 |", "| 许可 | |")
    without_frame = tables("甲 | 乙", "--- | -", "规章 | 0", "许可 | |")
    assert with_frame == without_frame == [[["甲", "乙"], ["规章", "0"], ["许可", ""]]]


def test_a_row_keeps_the_cells_that_it_has() -> None:
    """GitHub would cut the long row and fill the short one: lost numbers, invented blanks."""
    lines = ("| 甲 | 乙 |", "|---|---|", "| 规章 | 1 | 2 | 3 |", "| 许可 |")
    assert tables(*lines) == [[["甲", "乙"], ["规章", "1", "2", "3"], ["许可"]]]


def test_a_row_of_dashes_below_the_first_rows_is_one_of_cells() -> None:
    lines = ("| 维持 | 纠正 |", "|---|---|", "| 0 | 1 |", "| -- | -- |", "|---|---|")
    assert tables(*lines) == [[["维持", "纠正"], ["0", "1"], ["--", "--"]]]


def test_rows_without_a_line_of_dashes_fall_into_cells() -> None:
    assert blocks("| 规章 | 0 | |", "说明", "许可 | 5") == (
        Paragraph("规章 | 0 | ", SourceLocation(line=1), ("规章", "0", "")),
        Paragraph("说明", SourceLocation(line=2)),
        Paragraph("许可 | 5", SourceLocation(line=3), ("许可", "5")),
    )


# HTML tables ------------------------------------------------------------------------------


def test_an_html_table_is_read_as_on_a_web_page_empty_lines_and_all() -> None:
    html = ("前文", '<TABLE border="1">', "<tr><td rowspan=2>甲</td>", "", "<td>1</td></tr>")
    rest = ("", "    <tr><td>2</td></tr></table>后文", "", "|甲|乙|", "|-|-|")
    assert blocks(*html, *rest) == (
        Paragraph("前文", SourceLocation(line=1)),
        Table(((Cell("甲", 2, 1), Cell("1")), (Cell("2"),)), SourceLocation(table=1)),
        Paragraph("后文", SourceLocation(line=7)),
        Table(((Cell("甲"), Cell("乙")),), SourceLocation(table=2)),
    )


def test_a_table_in_a_table_is_part_of_it_and_an_open_one_ends_with_the_text() -> None:
    inner = "<table><tr><td>规章</td><td>0</td></tr></table>"
    outer = f"<table><tr><td>菜单</td><td>{inner}</td></tr></table>"
    assert tables("甲", outer, "", "<table><tr><td>许可<td>5") == [[["规章", "0"]], [["许可", "5"]]]


def test_other_html_blocks_are_read_as_on_a_web_page() -> None:
    assert texts('<div align="center">', "题", "</div>", "", "文") == ["题", "文"]


# Tables that converters spoil -------------------------------------------------------------

RULES = "| 规章 | 1 | 2 | 3 |"
HEADER = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |"
DASHES = "|---|---|---|---|"
NORMS = "| 行政规范性文件 | 4 | 5 | 6 |"
READ = [
    *[(f"rules/{name}", n) for n, name in enumerate(("issued", "repealed", "in_force"), 1)],
    *[
        (f"normative_documents/{n}", v)
        for n, v in zip(("issued", "repealed", "in_force"), (4, 5, 6), strict=True)
    ],
]


@pytest.mark.parametrize(
    "lines",
    [
        (HEADER, DASHES, RULES, NORMS),
        ("| 第二十条第（一）项 | | | |", DASHES, HEADER, RULES, NORMS),
        ("| 第二十条第（一）项 |" + " 第二十条第（一）项 |" * 3, DASHES, HEADER, RULES, NORMS),
        (HEADER, DASHES, RULES, "", NORMS),
        (HEADER, DASHES, RULES, "", NORMS, DASHES),
        (HEADER, DASHES, RULES, "", "|  |  |  |  |", DASHES, NORMS),
        (HEADER, "", RULES, DASHES, NORMS),
        (DASHES, HEADER, DASHES, RULES, DASHES, NORMS, DASHES),
        ("| 信息内容 | 本年制发件数 |", "|---|---|", HEADER, RULES, NORMS),
        (HEADER, DASHES, "规章", "", "| | 1 | 2 | 3 |", DASHES, "", NORMS),
        (HEADER, DASHES, "| | 规章 | 1 | 2 | 3 |", "| | 行政规范性文件 | 4 | 5 | 6 |"),
    ],
    ids=[
        "plain",
        "a band as header",
        "a band repeated",
        "cut by an empty line",
        "cut, the second half with a row as header",
        "cut, the second half with an empty header",
        "a row as header",
        "a line of dashes below every row",
        "a header that is too short",
        "a label on a line of its own",
        "an empty cell in front",
    ],
)
def test_a_table_that_a_converter_spoilt_is_read_to_the_right_cells(lines: tuple[str, ...]) -> None:
    assert numbers(*lines, "") == READ


def test_a_row_that_lost_a_cell_is_left_out_and_said() -> None:
    reading = read_text("\n".join((HEAD, HEADER, DASHES, "| 规章 | 1 | 3 |", NORMS, "")))
    assert [(u.text, u.why) for u in reading.unplaced] == [("规章 | 1 | 3", "row_count")]


# Which texts are Markdown -----------------------------------------------------------------


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def raise_import_error(*_: str) -> None:
        raise ImportError

    monkeypatch.setattr("govdisclosure.document.readers._detect.module_of", raise_import_error)
    for text in ("|甲|乙|\n|--|:-:|\n|规章|0|\n", "前文\n<table><tr><td>规章<td>0</table>\n"):
        with pytest.raises(ReadError) as error:
            read_text(text)
        assert error.value.message.params["extra"] == "markdown"


@pytest.mark.parametrize(
    "rule", ["| | | |", "+---+---+", "------", "第一项 | 第二项", "─────", "|-- 甲 --|", "-"]
)
def test_a_text_with_bars_or_rules_is_no_markdown(
    rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govdisclosure.document.readers._detect.module_of", None)
    head = HEAD.replace("# ", "").replace("#", "")
    reading = read_text("\n".join((head, HEADER, rule, RULES, NORMS, "")))
    assert [value for _, value in reading.report.cells() if value is not None] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    "text",
    [
        "|甲|乙|\n|--|--|\n" + "|a|b|\n" * LONGEST,
        "|甲|乙|\n|--|--|\n\n" + "![[" * LONGEST,
        "前文\n" + "<table>" * LONGEST,
    ],
    ids=["rows", "brackets", "tables"],
)
def test_what_is_longer_than_any_report_is_refused(text: str) -> None:
    with pytest.raises(ReadError) as error:
        read_text(text)
    assert error.value.message.key == "too_much"


@pytest.mark.parametrize(
    "text", ["[" * 30_000, "**a" * 30_000, "![[" * 30_000, "> " * 30_000, "<table>" * 25_000]
)
def test_what_is_nested_without_end_ends(text: str) -> None:
    assert len(read_document(text).blocks) <= 1


def test_embedded_pictures_do_not_count() -> None:
    picture = f"![图](data:image/png;base64,{'A' * LONGEST})"
    assert texts("前文", "", picture, "", "后文") == ["前文", "后文"]
    with pytest.raises(UnreadableDocumentError):
        read_document("字" * (LONGEST + 1))


def test_markdown_without_a_table_is_told_by_the_marks_of_its_title() -> None:
    reading = read_text(
        "# 青禾县溪口镇2023年政府信息公开工作年度报告\n\n## 二、主动公开政府信息情况\n\n"
        "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n规章 | 0 | 1 | 2 |\n"
    )
    assert reading.report.issuer.name == "青禾县溪口镇"
    assert reading.report.proactive_disclosure.rules.in_force == 2  # type: ignore[union-attr]


def test_an_escaped_mark_is_a_character_however_long_the_paragraph() -> None:
    words = ["\\*\\*粗\\*\\*", "\\<table\\> 不是表格", "\\*公开\\|" * 5_000]
    assert texts("# 题", *(line for word in words for line in ("", word))) == [
        *("题", "**粗**", "<table> 不是表格", "*公开|" * 5_000)
    ]


def test_bold_type_without_a_space_behind_it_is_bold_type() -> None:
    assert texts("# 题", "", "**（一）**予以**公开**。") == ["题", "（一）予以公开。"]
