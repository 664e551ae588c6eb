"""Sections that say something, the year of the period, and cells that are filled in."""

from typing import Any

import pytest
from attrs import evolve

from govdisclosure import read_text
from govdisclosure.findings import Severity, Verdict
from govdisclosure.form import EMPTY_WORDS, CellState
from govdisclosure.i18n import ENGLISH
from govdisclosure.model import EDITION_2021, CellNote, Period
from govdisclosure.rules import RULES, check
from govdisclosure.rules.narrative import cells_filled, period_in_year, problems_stated

REPORT = EDITION_2021.blank(number=0)
CELL = "/requests/received/total"


@pytest.mark.parametrize(
    ("paragraphs", "verdict"),
    [(("更新不够及时。",), Verdict.PASS), ((), Verdict.FAIL), (None, Verdict.NOT_EVALUATED)],
)
def test_a_heading_without_text_fails_and_a_lost_section_is_not_accused(
    paragraphs: tuple[str, ...] | None, verdict: Verdict
) -> None:
    [result] = problems_stated(REPORT.replace({"/problems_and_improvements": paragraphs}))
    assert result.verdict is verdict


SECTION = "/problems_and_improvements"

NOTHING = (
    *EMPTY_WORDS,
    *("无。", "无！", " 无 ", "（无）", "【暂无】", "“没有”。", "1 无", "1．无；", "暂 无", "无\n"),
    *("Ｎ／Ａ", "N/A", "——", "/", "……", "。", "０", "\u3000", "\u200b", "\u2f46", "● 无", "无……"),
)

SOMETHING = (
    *(
        "无重大问题。",
        "没有发现问题",
        "不存在突出问题",
        "较前无变化",
        "同上年",
        "详见附件",
        "无无",
        "暂无改进措施",
    ),
    *(
        "更新不够及时",
        "人手不足",
        "问题：无",
        "There are none to speak of",
        "无论如何都要改进",
        "空白较多",
    ),
    *("\ufffc", "[图片]", "\ue000\ue001", "\ufffd\ufffd"),
)


@pytest.mark.parametrize("text", NOTHING)
def test_a_section_whose_whole_text_is_a_word_for_nothing_is_warned_of(text: str) -> None:
    for paragraphs in ((text,), (text, "无"), ("——", text)):
        checked = check(REPORT.replace({SECTION: paragraphs}))
        [finding] = checked.findings
        assert (finding.rule_id, finding.severity) == (problems_stated.id, Severity.WARNING)
        assert finding.pointer == SECTION
        assert "无" in finding.message.render()
        assert "nothing" in finding.message.render(ENGLISH)


@pytest.mark.parametrize("text", SOMETHING)
def test_a_sentence_that_says_anything_is_never_accused(text: str) -> None:
    for paragraphs in ((text,), ("无", text), (text, "无")):
        assert check(REPORT.replace({SECTION: paragraphs})).findings == ()


def test_a_long_section_is_read_no_further_than_it_takes() -> None:
    long = ("无" + "。" * 100_000 + "更新不够及时" * 100_000,) * 10
    assert problems_stated(REPORT.replace({SECTION: long}))[0].verdict is Verdict.PASS


# The period


@pytest.mark.parametrize(
    ("start", "end", "severity"),
    [
        ("2023-01-01", "2023-12-31", None),
        ("2023-03-15", "2023-12-31", None),
        ("2022-01-01", "2022-12-31", Severity.WARNING),
        ("2024-01-01", "2024-12-31", Severity.WARNING),
        ("2021-07-01", "2022-06-30", Severity.WARNING),
        ("2022-12-26", "2023-12-25", Severity.INFO),
        ("2023-01-01", "2024-01-31", Severity.INFO),
    ],
)
def test_a_period_of_another_year_is_a_warning_and_one_that_reaches_into_it_a_hint(
    start: str, end: str, severity: Severity | None
) -> None:
    period = Period(start=start, end=end)
    report = REPORT.replace({"/period": period, "/year": 2023})
    findings = check(report).findings
    assert [(f.rule_id, f.severity) for f in findings] == (
        [("DERV-PERIOD-YEAR", severity)] if severity else []
    )
    for finding in findings:
        assert (finding.pointer, finding.right) == ("/period", 2023)
        assert str(finding.left) in finding.message.render()
        assert str(finding.left) in finding.message.render(ENGLISH)


@pytest.mark.parametrize(
    ("year", "period", "verdict"),
    [
        (2023, None, Verdict.PASS),
        (None, None, Verdict.PASS),
        (None, Period(start="2023-01-01", end="2023-12-31"), Verdict.NOT_EVALUATED),
        ("2023", Period(start="2023-01-01", end="2023-12-31"), Verdict.NOT_EVALUATED),
        (2023, Period(start="", end="2022"), Verdict.PASS),
        (2023, "2022", Verdict.PASS),
    ],
)
def test_where_year_or_period_is_not_stated_nothing_is_said(
    year: Any, period: Any, verdict: Verdict
) -> None:
    report = evolve(REPORT, year=year, period=period)
    [result] = period_in_year(report)
    assert result.verdict is verdict
    assert result.render()
    checked = check(report)
    assert checked.findings == checked.misfits  # of another type, some of them


def test_who_grades_the_period_as_an_error_means_it_of_every_day() -> None:
    strict = evolve(period_in_year, severity=Severity.ERROR)
    reaching = REPORT.replace(
        {"/period": Period(start="2022-12-26", end="2023-12-25"), "/year": 2023}
    )
    checked = check(reaching, rules=[strict])
    assert [f.severity for f in checked.findings] == [Severity.ERROR]
    assert not checked.passed


def test_what_the_reader_notices_of_years_refers_to_the_rule() -> None:
    text = """青禾县溪口镇2022年政府信息公开工作年度报告
统计期限为2021年1月1日至2021年12月31日。
二、主动公开政府信息情况
第二十条第（五）项
信息内容 | 本年处理决定数量
行政许可 | 31
"""
    reading = read_text(text)
    [noticed] = [f for f in reading.findings if f.rule_id == "READ-YEARS-DIFFER"]
    [related] = noticed.related
    judged = [f for f in check(reading.report).findings if f.rule_id == related]
    assert [(f.left, f.right) for f in judged] == [(2021, 2022)]
    assert RULES[related].severity is Severity.WARNING


# Blanks


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        (None, Verdict.FAIL),
        (CellState.DASH, Verdict.FAIL),
        (CellState.UNREADABLE, Verdict.NOT_EVALUATED),
        (CellState.ABSENT, Verdict.NOT_EVALUATED),
    ],
)
def test_a_blank_is_told_and_what_the_reader_missed_is_not_accused(
    state: CellState | None, verdict: Verdict
) -> None:
    notes = {CELL: CellNote(printed="", state=state)} if state else {}
    [result] = cells_filled(REPORT.replace({CELL: None, "/cell_notes": notes}))
    assert result.verdict is verdict
    assert [o.pointer for o in result.operands] == [CELL]


def test_a_full_report_passes() -> None:
    [result] = cells_filled(REPORT)
    assert (result.verdict, result.operands) == (Verdict.PASS, ())


@pytest.mark.parametrize("blank", [["total"], ["total", "natural_person"], ["natural_person"]])
def test_who_reads_blanks_as_zero_is_not_told_of_them(blank: list[str]) -> None:
    report = REPORT.replace({f"/requests/received/{cell}": None for cell in blank})
    [result] = cells_filled(report, "zero")
    assert result.verdict is (Verdict.NOT_EVALUATED if "total" in blank else Verdict.PASS)
