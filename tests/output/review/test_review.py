"""The review page, in a browser where there is one."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from govdisclosure.files import read, read_text
from govdisclosure.form import CellState
from govdisclosure.i18n import ENGLISH, LANGUAGES, Language
from govdisclosure.model import EDITION_2021, EDITIONS, AnyEdition, AnyReport, CellNote
from govdisclosure.output.review import review
from govdisclosure.rules import check
from tests.support.browser import asked, opened, picture, violations
from tests.support.paths import ROOT

BROKEN = read(ROOT / "docs/examples/xikou-2023-broken.txt")
every_language = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
GRANTED = "/requests/outcomes/granted/total"


class Page(HTMLParser):
    """The ids and the links of a page, and every attribute that could load something."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loading: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if "href" in values else []
        self.loading += [f"{tag} {name}" for name in values if name in ("src", "srcset", "action")]


@every_language
def test_every_link_leads_to_a_place_of_the_page_and_nothing_is_loaded(language: Language) -> None:
    page = Page(review(BROKEN.report, reading=BROKEN, language=language))
    assert {link.removeprefix("#") for link in page.links} - set(page.ids) == set()
    assert len(page.ids) == len(set(page.ids))
    assert page.loading == []
    assert {f"#finding-{n}" for n in (1, 2, 3, 4)} <= set(page.links)


def test_a_failing_cell_is_marked_and_the_cells_of_its_sum_are_shown() -> None:
    html = review(BROKEN.report, reading=BROKEN)
    cells = re.findall(r'<td id="([^"]+)" class="error"', html)
    assert cells == [
        GRANTED,
        "/requests/outcomes/total/natural_person",
        "/review_and_litigation/reconsideration/total",
    ]
    parts = re.findall(r'<td id="(/requests/outcomes/granted/[^"]+)" class="part"', html)
    assert len(parts) == 6


def test_a_repair_is_shown_where_the_wrong_cell_is_known() -> None:
    html = review(BROKEN.report, reading=BROKEN, language=ENGLISH)
    items = re.findall(r'<li id="finding-\d"[^>]*>.*?</li>', html, re.S)
    with_repair = ["with 11 for 13 all of them hold" in item for item in items]
    assert with_repair == [True, True, False, False]  # one sum of table 4 locates nothing


def test_a_cell_says_on_hover_where_it_was_printed() -> None:
    line = BROKEN.provenance[GRANTED].where.line
    assert f'title="原文：第{line}行“15”"' in review(BROKEN.report, reading=BROKEN)
    assert "原文" not in review(BROKEN.report)


def test_blank_cells_differ_from_zeros_for_eyes_and_for_ears() -> None:
    report = EDITION_2021.blank(number=0).replace({"/requests/received/total": None})
    html = review(report)
    cell = html[html.index('<td id="/requests/received/total"') :].split("</td>")[0]
    assert '<span class="hidden">空白</span>' in cell
    assert html.count('<span class="hidden">空白</span>') == 1


def test_what_a_cell_does_not_show_by_itself_is_listed_below_its_table() -> None:
    row, cases = "/requests/received", "/review_and_litigation/reconsideration/total"
    notes = {
        f"{row}/natural_person": CellNote(printed="abc", state=CellState.UNREADABLE),
        f"{row}/total": CellNote(printed="3", note="含转来 1 件"),
        f"{row}/other_organization": CellNote(
            printed="22（其中修订 16 件）", note="其中修订 16 件"
        ),
        f"{row}/research_institution": CellNote(printed="—", state=CellState.DASH),
        cases: CellNote(printed="", state=CellState.ABSENT),
    }
    values = dict.fromkeys(notes) | {f"{row}/total": 3, f"{row}/other_organization": 22}
    html = review(EDITION_2021.blank(number=0).replace(values).replace({"/cell_notes": notes}))
    [of_requests, of_cases] = re.findall(r'<ul class="notes".*?</ul>', html, re.S)
    assert re.findall(r'<li><a href="#([^"]+)">[^<]+</a> (.*)</li>', of_requests) == [
        (f"{row}/natural_person", "原文“abc” 无法辨认"),
        (f"{row}/total", "原文“3” 含转来 1 件"),
    ]
    assert re.findall(r"<li>(.*)</li>", of_cases) == ["行政复议：原文缺 1 格"]
    assert f'<td id="{row}/research_institution" class="info" title="横线">—' in html


def test_what_was_not_read_is_listed() -> None:
    extra = read_text(
        "青禾县2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
        "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n规章 | 0 | 0 | 0 |\n"
        "其他主动公开文件 | 3 | 1 | 9 |\n"
    )
    html = review(extra.report, reading=extra, language=ENGLISH)
    assert "What found no place in the report" in html
    assert "其他主动公开文件" in html
    [link] = re.findall(r'<a href="#review_unplaced">(.*?)</a>', html)
    assert link == "What found no place in the report (1)"
    assert 'id="review_unplaced"' in html


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda e: e.name)
def test_a_clean_report_has_no_mark(edition: AnyEdition) -> None:
    html = review(
        EDITION_2021.blank(number=0).replace(
            {"/problems_and_improvements": ("更新不够及时，今年起按月核对。",)}
        )
    )
    assert 'class="m ' not in html
    assert "没有发现问题" in html


def test_a_report_that_cannot_be_checked_whole_is_not_called_clean() -> None:
    report = EDITION_2021.blank(number=0).replace({"/requests/received/natural_person": None})
    html = review(report, check(report, preset="form"), language=ENGLISH)
    assert "No problem was found, but 3 checks could not be evaluated." in html


def hostile() -> AnyReport:
    text = "<script>alert(1)</script>&\u202e\x07\"'><img src=x onerror=alert(2)>"
    notes = {GRANTED: CellNote(printed=text, note=text, state=CellState.UNREADABLE)}
    changes = {"/title": text, "/overview": (text,), "/cell_notes": notes}
    return BROKEN.report.replace(changes)


@every_language
def test_hostile_text_is_only_text(language: Language) -> None:
    html = review(hostile(), reading=BROKEN, language=language)
    assert html.count("<script") == 1
    assert "<img" not in html
    assert "\u202e" not in html
    assert "\x07" not in html


@pytest.mark.browser
@every_language
def test_the_page_opens_in_a_browser_without_an_error(tmp_path: Path, language: Language) -> None:
    page = tmp_path / "review.html"
    page.write_text(review(BROKEN.report, reading=BROKEN, language=language), encoding="utf-8")
    assert f'id="{GRANTED}"' in opened(page)
    assert picture(page) == picture(page, "--blink-settings=scriptEnabled=false")


@pytest.mark.browser
def test_every_finding_leads_to_its_marked_cell_in_a_browser(tmp_path: Path) -> None:
    script = """
    var marks = Array.from(document.querySelectorAll('ol.findings li')).map(function (li) {
      var cell = document.getElementById(decodeURIComponent(li.querySelector('a').hash.slice(1)));
      return [cell.tagName, cell.className, cell.querySelector('a.m').textContent];
    });
    document.dispatchEvent(new KeyboardEvent('keydown', {key: 'n'}));
    window.answer = {marks: marks, focus: document.activeElement.textContent,
      requests: performance.getEntriesByType('resource').length};
    """
    answer = asked(review(BROKEN.report, reading=BROKEN), script, tmp_path)
    assert answer == {
        "marks": [
            ["TD", "error", "1"],
            ["TD", "error", "2"],
            ["TD", "error", "3"],
            ["TD", "info", "4"],
        ],
        "focus": "1",
        "requests": 0,
    }


@pytest.mark.browser
@every_language
@pytest.mark.parametrize("which", ["broken", "hostile", "empty"])
def test_the_page_passes_an_accessibility_check(
    tmp_path: Path, which: str, language: Language
) -> None:
    report = {"broken": BROKEN.report, "hostile": hostile(), "empty": EDITION_2021.blank()}[which]
    assert violations(review(report, reading=BROKEN, language=language), tmp_path) == []
