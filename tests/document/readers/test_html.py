"""What a web page says, and nothing that it only uses to arrange itself."""

import pytest

from govdisclosure.document import Document, Heading, Paragraph, Table
from govdisclosure.document.readers.html import read_document
from govdisclosure.errors import ReadError
from govdisclosure.files import read, read_text
from tests.support.paths import ROOT
from tests.support.printing import in_html

EXAMPLE = (ROOT / "docs/examples/xikou-2023.txt").read_text("utf-8")


def texts(html: str) -> list[str]:
    return [b.text for b in read_document(html).blocks if isinstance(b, Heading | Paragraph)]


def tables(html: str) -> list[list[list[str]]]:
    blocks = [block for block in read_document(html).blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row] for row in table.rows] for table in blocks]


def test_spans_of_a_word_processor_are_one_line() -> None:
    html = "<p><span>三</span><span>、本</span><b>年</b><span><o:p></o:p></span></p><p>x</p>"
    assert texts(html) == ["三、本年", "x"]


def test_a_line_break_ends_a_line_and_source_line_ends_do_not() -> None:
    assert texts("<p>本年新\n制作<br>数量</p>") == ["本年新制作", "数量"]


def test_scripts_styles_and_menus_are_left_out() -> None:
    html = "<nav>首页</nav><script>var a='一、'</script><style>p{}</style><p>正文</p><!-- 注 -->"
    assert texts(html) == ["正文"]


def test_headings_keep_their_level() -> None:
    assert read_document("<h1>甲</h1><h3>乙</h3>") == Document((Heading("甲", 1), Heading("乙", 3)))


def test_cells_keep_their_spans_and_empty_cells_stay() -> None:
    [table] = read_document(
        "<table><tr><td rowspan=2 colspan='3'>甲<td>&nbsp;<td><p></p><o:p></o:p></table>"
    ).blocks
    assert isinstance(table, Table)
    assert [(c.text, c.down, c.across) for c in table.rows[0]] == [
        ("甲", 2, 3),
        ("", 1, 1),
        ("", 1, 1),
    ]


@pytest.mark.parametrize("span", ["-1", "0", "x", "", "999999999999"])
def test_a_senseless_span_does_no_harm(span: str) -> None:
    [table] = read_document(f"<table><tr><td colspan='{span}'>甲<td>乙</table>").blocks
    assert isinstance(table, Table)
    assert 1 <= table.rows[0][0].across <= 1000


def test_a_layout_table_is_a_container() -> None:
    inner = "<table><tr><td>规章<td>0</table>"
    assert tables(f"<table><tr><td>菜单</td><td>{inner}</td></tr></table>") == [[["规章", "0"]]]
    assert texts("<table><tr><td><p>一、总体情况</p><p>情况</p></td></tr></table>") == [
        "一、总体情况",
        "情况",
    ]


def test_missing_end_tags_are_no_matter() -> None:
    assert tables("<table><tr><td>规章<td>0<tr><td>行政许可<td>5") == [
        [["规章", "0"], ["行政许可", "5"]]
    ]


@pytest.mark.parametrize("label", ["gb2312", "utf-8", "gbk"])
def test_a_page_is_read_whatever_charset_it_claims(label: str) -> None:
    page = in_html(read_text(EXAMPLE).report).replace("<head>", f'<head><meta charset="{label}">')
    for encoding in ("utf-8", "gb18030"):
        reading = read(page.replace("情况良好", "镕㐂").encode(encoding))
        assert reading.report.requests == read_text(EXAMPLE).report.requests


def test_nested_tables_by_the_thousand_end_in_good_time() -> None:
    html = "<table><tr><td>" * 10_000 + "规章"
    with pytest.raises(Exception, match="not an annual report"):
        read(html.encode())


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def raise_import_error(*_: str) -> None:
        raise ImportError

    monkeypatch.setattr("govdisclosure.document.readers._detect.module_of", raise_import_error)
    with pytest.raises(ReadError) as error:
        read(b"<html><body><p>x</p></body></html>")
    assert error.value.message.params["extra"] == "html"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("12<sup>1</sup>", "12¹"),
        ("12<a href='#n'><sup><span>1</span></sup></a>", "12¹"),
        ("12<font style='VERTICAL-ALIGN: super'>1</font>", "12¹"),
        ("12<sub>1</sub>", "12₁"),
        ("<del>9</del><ins>12</ins>", "~~9~~12"),
        ("<s>9</s>12", "~~9~~12"),
        ("<span style='text-decoration: underline line-through'>9</span>12", "~~9~~12"),
    ],
)
def test_a_raised_or_struck_digit_is_no_digit_of_the_number(html: str, text: str) -> None:
    assert tables(f"<table><tr><td>规章<td>{html}</table>") == [[["规章", text]]]
    assert texts(f"<p>{html}</p>") == [text]


def test_a_cell_or_row_that_is_struck_out_says_so() -> None:
    struck = "style='text-decoration:line-through'"
    assert tables(f"<table><tr><td>规章<td {struck}>9</table>") == [[["规章", "~~9~~"]]]
    assert tables(f"<table><tr {struck}><td>规章<td>9</table>") == [[["~~规章~~", "~~9~~"]]]


@pytest.mark.parametrize("how", ["style='display: none'", "style='visibility:hidden'", "hidden"])
def test_what_a_cell_hides_is_left_out(how: str) -> None:
    page = f"<table><tr><td>规章<td {how}>9<td><span {how}>9</span>12</table>"
    assert tables(page) == [[["规章", "12"]]]


def test_what_a_page_hides_is_read_as_scripts_may_show_it() -> None:
    assert texts("<div style='display:none'><p>一、总体情况</p></div>") == ["一、总体情况"]


def test_a_page_that_is_one_form_is_read_with_what_is_written_in_it() -> None:
    page = "<form><p>甲</p><table><tr><td>规章<td><input value='12'><input type=hidden value=9>"
    assert texts(page) == ["甲"]
    assert tables(page) == [[["规章", "12"]]]


def test_a_cell_with_a_picture_is_not_empty() -> None:
    page = "<table><tr><td>规章<td><img src='7.png'><td>8<img src='line.png'>"
    assert tables(page) == [[["规章", "<img>", "8"]]]
