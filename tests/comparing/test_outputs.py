"""A comparison as text, as data and as a page: everything is said, and nothing of it acts."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode

from govdisclosure import compare
from govdisclosure.comparing.charts import bars
from govdisclosure.comparing.data import comparison_data
from govdisclosure.comparing.html import comparison_page
from govdisclosure.comparing.text import comparison_lines
from govdisclosure.editions import EDITION_2019, EDITION_2021
from govdisclosure.form import Money
from govdisclosure.model.report import AnyReport, CellNote, CellState
from tests.comparing.reports import pairs
from tests.forms import Form, every_form, some

DOCS = Path(__file__).parents[2] / "docs"

BEFORE = EDITION_2021.blank(issuer="青禾县", year=2022, number=0)
RECEIVED = "/requests/received/total"
FEES = "/proactive_disclosure/fees/amount_wan_yuan"

HOSTILE = '<img src=x onerror="alert(1)">\u202e\x1b[31m\nchange: 0'
every_language = pytest.mark.parametrize("lang", ["zh", "en"])


def one(tree: HTMLParser | LexborNode, selector: str) -> LexborNode:
    """The only element that a selector finds."""
    [found] = tree.css(selector)
    return found


def after(changes: dict[str, Any], before: AnyReport = BEFORE) -> AnyReport:
    return before.replace({"/year": 2023, **changes})


def text(before: AnyReport, after: AnyReport, lang: str = "zh") -> list[str]:
    return list(comparison_lines(compare(before, after), lang))


def test_the_text_is_a_table_of_the_rows_that_changed() -> None:
    changes = {
        RECEIVED: 12,
        "/requests/received/natural_person": None,
        "/overview": ("新的一段",),
        FEES: Decimal("1.50"),
    }
    before = BEFORE.replace({RECEIVED: 8, FEES: Decimal("2.00")})
    assert text(before, after(changes, before)) == [
        "2022年：青禾县 2022年（2021 年版格式）",
        "2023年：青禾县 2023年（2021 年版格式）",
        "二、主动公开政府信息情况",
        "  行政事业性收费",
        "    本年收费金额（单位：万元） 2.00 → 1.50 -0.50 -25.0%",
        "三、收到和处理政府信息公开申请情况",
        "  一、本年新收政府信息公开申请数量",
        "    自然人 0 → 空白",
        "    总计   8 →   12 +4 +50.0%",
        "一、总体情况",
        "  - （没有这一部分）",
        "  第 1 段",
        "    + 新的一段",
        "报告的基本信息",
        "  年度  2022 → 2023",
        "不同之处：3 格（其中 0 格只是写法不同），1 个部分的文字，1 项基本信息；没有比较的有 0 行",
    ]


def test_a_dash_and_a_slash_are_named() -> None:
    cell = "/requests/received/total"
    blank = BEFORE.replace({cell: None})
    dash, slash = (
        blank.replace({"/cell_notes": {cell: CellNote(printed=p, state=s)}})
        for p, s in (("—", CellState.DASH), ("/", CellState.SLASH))
    )
    assert "    总计 横线 → 斜线" in text(dash, slash)
    assert "    Total blank → slash" in text(blank, slash, "en")


def test_a_note_is_shown_beside_its_number() -> None:
    note = {"/cell_notes": {RECEIVED: CellNote(printed="0件", note="件")}}
    assert "    总计 0 → 0（原文“0件”） 0" in text(BEFORE, after(note))


def test_money_shows_its_unit_and_its_difference_in_yuan() -> None:
    amount = "/proactive_disclosure/procurement/amount"
    old = EDITION_2019.blank(year=2019, number=0).replace({amount: Money(Decimal("1"), "万元")})
    new = old.replace({"/year": 2020, amount: Money(Decimal("10500"), "元")})
    assert "    采购总金额 1万元 → 10500元 +500元 +5.0%" in text(old, new)


def test_an_open_sum_is_said_to_be_one() -> None:
    old = EDITION_2019.blank(year=2020, number=0)
    new = EDITION_2021.blank(year=2021, number=0)
    new = new.replace({"/requests/outcomes/other/residual/total": None})
    assert "    总计 0 → 有空白，无法求和" in text(old, new)
    assert "    Total 0 → no sum, for a blank" in text(old, new, "en")


@every_language
def test_reports_that_do_not_differ_are_said_not_to(lang: str) -> None:
    found = compare(BEFORE, BEFORE)
    said = {"zh": "两份报告没有不同", "en": "the two reports do not differ"}[lang]
    assert list(comparison_lines(found, lang))[-1] == said
    assert said in comparison_page(found, lang)


@pytest.mark.slow
@every_form
@every_language
@some(10)
@given(st.data())
def test_any_comparison_can_be_told_in_every_way(
    form: Form, lang: str, data: st.DataObject
) -> None:
    found = compare(*data.draw(pairs(form)))
    assert list(comparison_lines(found, lang))
    json.dumps(comparison_data(found))
    page = HTMLParser(comparison_page(found, lang))
    changed = {change.pointer for change in found.cells}
    moved = page.css("td.moved")
    assert len(moved) == sum(not change.written_otherwise for change in found.cells)
    assert len(page.css("table.row tbody")) == len({p.rpartition("/")[0] for p in changed})


def hostile() -> AnyReport:
    return after(
        {
            "/issuer/name": HOSTILE,
            "/title": HOSTILE,
            "/overview": (HOSTILE,),
            "/cell_notes": {RECEIVED: CellNote(printed=HOSTILE, note=HOSTILE)},
            "/extensions": {"x_a": HOSTILE},
            RECEIVED: 7,
        }
    )


@every_language
def test_hostile_text_does_nothing_on_the_page(lang: str) -> None:
    page = comparison_page(compare(BEFORE, hostile()), lang)
    tree = HTMLParser(page)
    assert tree.css("img, script, link, iframe, a, form, [onerror], [src], [href]") == []
    acting = ("http:", "https:", "url(", "@import", "\u202e", "\x1b")
    assert [piece for piece in acting if piece in page] == []
    assert "\\u202e" in page


@every_language
def test_hostile_text_does_nothing_on_a_terminal_and_makes_no_line_of_its_own(lang: str) -> None:
    lines = text(BEFORE, hostile(), lang)
    assert not [c for line in lines for c in line if c in "\x1b\u202e\n\r"]
    assert not [line for line in lines if line.startswith("change: 0")]


def test_the_page_reads_without_sight() -> None:
    found = compare(BEFORE, after({RECEIVED: 7, "/overview": ("新",), "/title": "新"}))
    tree = HTMLParser(comparison_page(found, "en"))
    assert one(tree, "html").attributes["lang"] == "en"
    assert {th.attributes.get("scope") for th in tree.css("th")} == {"col", "row", "rowgroup"}
    assert all(table.attributes.get("aria-label") for table in tree.css("table"))
    [picture] = tree.css("svg")
    assert picture.attributes["role"] == "img"
    assert one(picture, "title").text() == "Total: 0 → 7"


def test_the_page_lists_what_was_not_compared_and_why() -> None:
    found = compare(EDITION_2019.blank(year=2020), EDITION_2021.blank(year=2021))
    table = HTMLParser(comparison_page(found, "en")).css("table")[-1]
    rows = [[cell.text() for cell in row.css("th, td")] for row in table.css("tbody tr")]
    assert rows == [
        [lone.place.say("en"), {"before": "2020", "after": "2021"}[lone.side], lone.why.say("en")]
        for lone in found.lone
    ]
    assert len(rows) == 11


def test_a_change_is_told_by_words_and_not_by_colour_alone() -> None:
    note = {"/cell_notes": {RECEIVED: CellNote(printed="0件", note="件")}}
    tree = HTMLParser(comparison_page(compare(BEFORE, after({FEES: None, **note}))))
    cells = [td.text() for td in tree.css("tbody tr:nth-child(3) td") if td.text()]
    assert cells == ["不同", "只是写法不同"]


@pytest.mark.parametrize(
    ("before", "now", "widths"),
    [
        (1, 2, [24, 48]),
        (0, 4, [1, 48]),
        (-2, 2, [24, 24]),
        (Decimal("0.5"), Decimal("0.25"), [48, 24]),
        (0, 10**400, [1, 48]),
    ],
)
def test_a_bar_is_as_long_as_its_number(before: Any, now: Any, widths: list[float]) -> None:
    picture = HTMLParser(bars(before, now, "<x>"))
    assert [float(r.attributes["width"] or "") for r in picture.css("rect")] == widths
    assert one(picture, "title").text() == "<x>"
    starts = [float(r.attributes["x"] or "") for r in picture.css("rect")]
    assert all(start + wide <= 48 for start, wide in zip(starts, widths, strict=True))


def test_the_data_says_everything_with_pointers() -> None:
    changes = {RECEIVED: 12, FEES: Decimal("1.50"), "/overview": ("新的一段",)}
    before = BEFORE.replace({RECEIVED: 8})
    data = comparison_data(compare(before, after(changes, before)))
    assert data["same_form"] is True
    assert data["before"] == {
        "issuer": "青禾县",
        "year": 2022,
        "editions": {"proactive_disclosure": "2021", "requests": "2021"},
    }
    fees, received = data["cells"]
    place = fees.pop("place")
    assert (
        place["zh"] == "二、主动公开政府信息情况：“行政事业性收费”行“本年收费金额（单位：万元）”列"
    )
    nothing = {"state": "number", "printed": None, "note": None}
    assert fees == {
        "pointer": FEES,
        "before": {"cells": [FEES], "value": "0", **nothing},
        "after": {"cells": [FEES], "value": "1.50", **nothing},
        "difference": "1.50",
        "unit": "万元",
        "growth": None,
        "growth_percent": None,
        "written_otherwise": False,
    }
    assert (received["growth"], received["growth_percent"]) == ("1/2", "+50.0%")
    assert data["facts"][0]["before"] == 2022
    [prose] = data["prose"]
    assert (prose["there_before"], prose["there_after"]) == (False, True)
    assert prose["edits"] == [{"at": 0, "removed": [], "added": ["新的一段"]}]
    assert data["not_compared"] == data["remarks"] == []


def test_the_data_names_the_cells_that_were_added_up_and_those_not_compared() -> None:
    old = EDITION_2019.blank(year=2020, number=0)
    new = EDITION_2021.blank(year=2021, number=1)
    data = comparison_data(compare(old, new))
    other = next(c for c in data["cells"] if c["pointer"] == "/requests/outcomes/other/total")
    assert (other["after"]["value"], len(other["after"]["cells"])) == (3, 3)
    assert data["not_compared"][0]["report"] == "before"
    assert data["not_compared"][0]["cells"] == [
        f"/proactive_disclosure/rules/{c}"
        for c in ("newly_produced", "newly_disclosed", "total_disclosed")
    ]
    assert [remark["message_key"] for remark in data["remarks"]][-1] == "diff_sum"


@pytest.mark.parametrize("page", ["comparison.md", "comparison.zh-CN.md"])
def test_every_key_of_the_data_is_described(page: str) -> None:
    described = (DOCS / page).read_text("utf-8")
    note = {"/cell_notes": {RECEIVED: CellNote(printed="0件", note="件")}}
    amount = {"/proactive_disclosure/licensing/decisions": 1}
    old = EDITION_2019.blank(year=2020, number=0).replace(amount)
    data = comparison_data(compare(old, after({"/overview": ("新",), **note})))
    assert {key for key in _keys(data) if f"{key}`" not in described} == _IN_REPORTS


_IN_REPORTS = {"zh", "en", "proactive_disclosure", "requests"}
"""Languages and tables, which go without saying."""


def _keys(data: Any) -> set[str]:
    if isinstance(data, dict):
        return set(data) | {key for value in data.values() for key in _keys(value)}
    return {key for one in data for key in _keys(one)} if isinstance(data, list) else set()
