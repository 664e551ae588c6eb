"""A comparison as text: the rows that changed, and nothing in them that acts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure import compare
from govdisclosure.form import CellState, Money
from govdisclosure.i18n import CHINESE, ENGLISH, LANGUAGES, Language, Text
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyReport, CellNote
from govdisclosure.output.comparison import comparison_lines
from tests.support.compared import BEFORE, FEES, RECEIVED, after, hostile, pairs
from tests.support.forms import Form, every_form, some

every_language = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
NO_DIFFERENCE = Text("两份报告没有不同", "the two reports do not differ")


def text(before: AnyReport, after: AnyReport, language: Language = CHINESE) -> list[str]:
    return list(comparison_lines(compare(before, after), language))


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
    assert "    Total blank → slash" in text(blank, slash, ENGLISH)


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
    assert "    Total 0 → no sum, for a blank" in text(old, new, ENGLISH)


@every_language
def test_reports_that_do_not_differ_are_said_not_to(language: Language) -> None:
    assert text(BEFORE, BEFORE, language)[-1] == NO_DIFFERENCE.render(language)


@pytest.mark.slow
@every_form
@every_language
@some(10)
@given(st.data())
def test_any_comparison_has_lines(form: Form, language: Language, data: st.DataObject) -> None:
    assert text(*data.draw(pairs(form)), language)


@every_language
def test_hostile_text_does_nothing_on_a_terminal_and_makes_no_line_of_its_own(
    language: Language,
) -> None:
    lines = text(BEFORE, hostile(), language)
    assert not [c for line in lines for c in line if c in "\x1b\u202e\n\r"]
    assert not [line for line in lines if line.startswith("change: 0")]
