"""The comparison page: everything is on it, nothing of it acts; in a browser where there is one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode

from govdisclosure import compare
from govdisclosure.files import read
from govdisclosure.i18n import ENGLISH, LANGUAGES, Language, Text
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyReport, CellNote
from govdisclosure.output.comparison import comparison_page
from tests.support.browser import asked, opened, picture, violations
from tests.support.compared import BEFORE, FEES, RECEIVED, after, hostile, pairs
from tests.support.forms import Form, every_form, some
from tests.support.paths import ROOT

every_language = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
REPORT: AnyReport = read(ROOT / "docs/examples/xikou-2023-broken.txt").report
HOSTILE = "<script>alert(1)</script>&\u202e\x07\"'><img src=x onerror=alert(2)>"
PAIRS: dict[str, tuple[AnyReport, AnyReport]] = {
    "moved": (REPORT.replace({"/year": 2022, "/requests/received/total": 7}), REPORT),
    "the same": (REPORT, REPORT),
    "another form": (
        EDITION_2019.blank(issuer="青禾县", year=2020, number=3),
        EDITION_2021.blank(issuer="青禾县", year=2021, number=0),
    ),
    "hostile": (REPORT, REPORT.replace({"/title": HOSTILE, "/overview": (HOSTILE,)})),
}


def one(tree: HTMLParser | LexborNode, selector: str) -> LexborNode:
    """The only element that a selector finds."""
    [element] = tree.css(selector)
    return element


@pytest.mark.slow
@every_form
@every_language
@some(10)
@given(st.data())
def test_the_page_marks_every_cell_that_changed(
    form: Form, language: Language, data: st.DataObject
) -> None:
    comparison = compare(*data.draw(pairs(form)))
    page = HTMLParser(comparison_page(comparison, language))
    rows = {change.pointer.rpartition("/")[0] for change in comparison.cells}
    changes = sum(not change.written_otherwise for change in comparison.cells)
    assert len(page.css("td.moved")) == changes
    assert len(page.css("table.row tbody")) == len(rows)


@every_language
def test_reports_that_do_not_differ_are_said_not_to(language: Language) -> None:
    words = Text("两份报告没有不同", "the two reports do not differ").render(language)
    assert words in comparison_page(compare(BEFORE, BEFORE), language)


@every_language
def test_hostile_text_does_nothing_on_the_page(language: Language) -> None:
    page = comparison_page(compare(BEFORE, hostile()), language)
    tree = HTMLParser(page)
    assert tree.css("img, script, link, iframe, a, form, [onerror], [src], [href]") == []
    acting = ("http:", "https:", "url(", "@import", "\u202e", "\x1b")
    assert [piece for piece in acting if piece in page] == []
    assert "\\u202e" in page


def test_the_page_reads_without_sight() -> None:
    comparison = compare(BEFORE, after({RECEIVED: 7, "/overview": ("新",), "/title": "新"}))
    tree = HTMLParser(comparison_page(comparison, ENGLISH))
    assert one(tree, "html").attributes["lang"] == "en"
    assert {th.attributes.get("scope") for th in tree.css("th")} == {"col", "row", "rowgroup"}
    assert all(table.attributes.get("aria-label") for table in tree.css("table"))
    [picture] = tree.css("svg")
    assert picture.attributes["role"] == "img"
    assert one(picture, "title").text() == "Total: 0 → 7"


def test_the_page_lists_what_was_not_compared_and_why() -> None:
    comparison = compare(EDITION_2019.blank(year=2020), EDITION_2021.blank(year=2021))
    table = HTMLParser(comparison_page(comparison, ENGLISH)).css("table")[-1]
    rows = [[cell.text() for cell in row.css("th, td")] for row in table.css("tbody tr")]
    assert rows == [
        [
            cells.place.render(ENGLISH),
            {"before": "2020", "after": "2021"}[cells.side],
            cells.why.render(ENGLISH),
        ]
        for cells in comparison.unmatched
    ]
    assert len(rows) == 11


def test_a_change_is_shown_by_words_and_not_by_colour_alone() -> None:
    note = {"/cell_notes": {RECEIVED: CellNote(printed="0件", note="件")}}
    tree = HTMLParser(comparison_page(compare(BEFORE, after({FEES: None, **note}))))
    cells = [td.text() for td in tree.css("tbody tr:nth-child(3) td") if td.text()]
    assert cells == ["不同", "只是写法不同"]


@pytest.mark.browser
@pytest.mark.parametrize("which", PAIRS)
@every_language
def test_the_page_passes_an_accessibility_check(
    tmp_path: Path, which: str, language: Language
) -> None:
    assert violations(comparison_page(compare(*PAIRS[which]), language), tmp_path) == []


@pytest.mark.browser
@every_language
def test_the_page_opens_in_a_browser_without_an_error(tmp_path: Path, language: Language) -> None:
    page = tmp_path / "comparison.html"
    page.write_text(comparison_page(compare(*PAIRS["hostile"]), language), encoding="utf-8")
    assert "<ins>&lt;script&gt;" in opened(page)
    assert picture(page) == picture(page, "--blink-settings=scriptEnabled=false")


@pytest.mark.browser
def test_the_page_asks_for_nothing(tmp_path: Path) -> None:
    script = "window.answer = performance.getEntriesByType('resource').length;"
    assert asked(comparison_page(compare(*PAIRS["moved"])), script, tmp_path) == 0
