"""The form as it is drawn, in a browser where there is one."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from govdisclosure.document import Cell
from govdisclosure.document.markup import marked_up
from govdisclosure.files import read
from govdisclosure.form import CellState
from govdisclosure.i18n import CHINESE, ENGLISH, LANGUAGES, Language
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyReport, CellNote
from govdisclosure.output.look import draw_heading, draw_table, legend, mark, page
from govdisclosure.output.look._form import label_markup
from govdisclosure.transcribe import report_title
from tests.support.browser import asked, picture, printed, violations
from tests.support.paths import ROOT

KINDS = ("error", "warning", "info", "suspect", "part", "empty")
NOTES = ("holds", "sense", "against", "unsure")

REPORTS = {
    "2021": read(ROOT / "docs/examples/xikou-2023.txt").report,
    "2019": EDITION_2019.blank(issuer="青禾县溪口镇人民政府", year=2019, number=1234),
    "most blank": EDITION_2021.blank(year=2023).replace({"/requests/received/total": 3}),
    "five digits": EDITION_2021.blank(year=2023, number=12345).replace(
        dict.fromkeys(EDITION_2021.form.cells_below("/review_and_litigation"), 678)
    ),
    "seven digits": EDITION_2021.blank(year=2023, number=1234567),
}
every_report = pytest.mark.parametrize("which", REPORTS)
every_language = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)


def drawn(report: AnyReport, language: Language = CHINESE) -> str:
    """A page with everything that the form, its marks and its legend may show."""
    languages = [*dict.fromkeys((language, CHINESE))]
    looks = dict(zip(report.form.cells, KINDS, strict=False))

    def draw(cell: Cell) -> tuple[str, str]:
        look = looks.get(cell.name, "")
        marks = [mark(look, n, href="#mark", name=n) for n in ("1", "12") if look in KINDS[:3]]
        number = f'<span class="ms">{"".join(marks)}</span>' if marks else ""
        repair = '<b class="repair">疑11</b>' if look == "suspect" else ""
        return (f' class="{look}"' if look else ""), marked_up(cell.text) + number + repair

    sections = "".join(
        draw_heading(section.label, languages)
        + (draw_table(report, section.name, draw, languages) if section.table else "<p>无。</p>")
        for section in report.form.sections
    )
    title = marked_up(report_title(report))
    marks = "".join(mark(kind, "1") for kind in (*KINDS[:3], "good"))
    numbers = " ".join(f'<span class="{kind}">12件</span>' for kind in NOTES)
    form = f'<div class="form"><h1>{title}</h1><p id="mark">{numbers}</p>{sections}</div>'
    top = f"<p>{marks}</p>{legend((*KINDS, *NOTES), language)}"
    return page(title, f"<h1>{title}</h1>{top}{form}", language=language)


def test_a_label_breaks_at_its_joints_and_nothing_else_is_added() -> None:
    label = EDITION_2021.form["requests"].label
    heading = draw_heading(label)
    assert heading == "<h2><span>三、收到和处理<wbr>政府信息公开<wbr>申请情况</span></h2>"
    both = draw_heading(label, (ENGLISH, CHINESE))
    assert re.sub("<wbr>|<[^>]+>", "", both) == label.en + label.zh
    assert '<small lang="zh-CN">' in both


def test_a_long_word_of_a_header_may_be_parted() -> None:
    column = EDITION_2021.form.cells["/requests/received/commercial_enterprise"]
    assert label_markup(column.label, (ENGLISH,)) == (
        "<span>Com&shy;mer&shy;cial enter&shy;prises</span>"
    )


def test_a_table_says_what_its_headers_are_headers_of() -> None:
    html = draw_table(REPORTS["2021"], "requests")
    scopes = re.findall(r'<th scope="(\w+)"', html)
    counts = {kind: scopes.count(kind) for kind in ("col", "colgroup", "row", "rowgroup")}
    assert counts == {"col": 7, "colgroup": 3, "row": 25, "rowgroup": 5}
    assert '<caption class="hidden">三、收到和处理政府信息公开申请情况</caption>' in html
    assert html.count("<thead>") == 1


def test_a_table_with_a_header_for_each_band_has_no_head_that_stays() -> None:
    assert "<thead>" not in draw_table(REPORTS["2021"], "proactive_disclosure")


def test_a_table_of_which_the_source_had_no_row_is_not_drawn() -> None:
    cells = EDITION_2021.form.cells_below("/requests")
    absent = CellNote(printed="", state=CellState.ABSENT)
    report = EDITION_2021.blank().replace({"/cell_notes": dict.fromkeys(cells, absent)})
    assert draw_table(report, "requests") == ""


@pytest.mark.parametrize(("which", "wide"), [("2021", 0), ("five digits", 0), ("seven digits", 2)])
def test_only_numbers_that_no_telephone_can_show_scroll(which: str, wide: int) -> None:
    assert drawn(REPORTS[which]).count('class="scroll"') == wide


SPILLS = """
var cells = Array.from(document.querySelectorAll('th, td'));
window.answer = {
  page: document.documentElement.scrollWidth - innerWidth,
  cells: cells.filter(function (cell) { return cell.scrollWidth > cell.clientWidth + 1; })
    .map(function (cell) { return cell.textContent; }),
  broken: cells.filter(function (cell) {
    var text = cell.firstChild, range = document.createRange();
    if (cell.tagName !== 'TD' || !text || text.nodeType !== 3) return false;
    range.selectNodeContents(text);
    return !/\\s/.test(text.data) && range.getClientRects().length > 1;
  }).map(function (cell) { return cell.textContent; }),
  covered: Array.from(document.querySelectorAll('td .m')).filter(function (mark) {
    var text = mark.closest('td').firstChild, range = document.createRange();
    if (text.nodeType !== 3) return false;
    range.selectNodeContents(text);
    var a = mark.getBoundingClientRect(), b = range.getBoundingClientRect();
    return a.left < b.right - 2 && b.left < a.right - 2
      && a.top < b.bottom - 2 && b.top < a.bottom - 2;
  }).length,
  requests: performance.getEntriesByType('resource').length
};
"""


@pytest.mark.browser
@every_language
@every_report
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_nothing_leaves_the_page_or_its_cell(
    tmp_path: Path, which: str, language: Language, width: int
) -> None:
    answer = asked(drawn(REPORTS[which], language), SPILLS, tmp_path, width=width)
    assert answer == {"page": 0, "cells": [], "broken": [], "covered": 0, "requests": 0}


@pytest.mark.browser
@every_language
@every_report
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (390, False)])
def test_the_drawn_form_passes_an_accessibility_check(
    tmp_path: Path, which: str, language: Language, width: int, dark: bool
) -> None:
    html = drawn(REPORTS[which], language)
    assert violations(html, tmp_path, width=width, dark=dark) == []


def pages(html: str, folder: Path, *more: str) -> list[Any]:
    """The pages of a page on paper."""
    pdfium = pytest.importorskip("pypdfium2")
    path = folder / "form.html"
    path.write_text(html, encoding="utf-8")
    return [*pdfium.PdfDocument(BytesIO(printed(path, *more)))]


def text_of(page: Any) -> str:
    """What a page of a PDF says, without spaces."""
    return re.sub(r"\s", "", page.get_textpage().get_text_range())


def fill_of(page: Any) -> float:
    """How far down the page something stands, without the number of the page."""
    gray = page.render().to_pil().convert("L").point(lambda shade: 255 if shade < 128 else 0)
    bottom = round(gray.height * (1 - 18 / 297))
    lowest: int = gray.crop((0, 0, gray.width, bottom)).getbbox()[3]
    margin = gray.height * 16 / 297
    return float((lowest - margin) / (bottom - margin))


@pytest.mark.browser
@every_language
@every_report
def test_every_table_stays_whole_on_paper(tmp_path: Path, which: str, language: Language) -> None:
    paper = pages(drawn(REPORTS[which], language), tmp_path)
    texts = [text_of(page) for page in paper]
    assert [text[:3] for text in texts] == [f"{n}/{len(texts)}" for n in range(1, len(texts) + 1)]
    first, last = "一、本年新收政府信息公开申请数量", "四、结转下年度继续办理"
    assert sum(first in text and last in text for text in texts) == 1
    assert sum(first in text or last in text for text in texts) == 1


@pytest.mark.browser
@every_language
@pytest.mark.parametrize("which", ["2019", "2021"])
def test_no_page_but_the_last_is_half_empty(tmp_path: Path, which: str, language: Language) -> None:
    paper = pages(drawn(REPORTS[which], language), tmp_path)
    assert [fill for page in paper[:-1] if (fill := fill_of(page)) < 0.7] == []


@pytest.mark.browser
def test_paper_is_light_where_the_system_is_dark(tmp_path: Path) -> None:
    dark = "--blink-settings=preferredColorScheme=0"
    html = drawn(REPORTS["2021"])
    on_paper = [
        [page.render().to_pil().tobytes() for page in pages(html, tmp_path, scheme)]
        for scheme in (dark, "--blink-settings=preferredColorScheme=1")
    ]
    assert on_paper[0] == on_paper[1]
    assert picture(tmp_path / "form.html") != picture(tmp_path / "form.html", dark)
