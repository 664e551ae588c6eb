"""Page numbers, running heads and feet are no text, and what looks like one may be a cell."""

from itertools import pairwise

import pytest

from tests.support.pdfs import COLUMNS, Sheet, prose, rows, sheet_of


@pytest.mark.parametrize(
    "number", ["- {} -", "— {} —", "-{}-", "第 {} 页", "第{}页 共2页", "{}/2", "{}"]
)
def test_page_numbers_are_no_text(number: str) -> None:
    sheets = [sheet_of("上一页的字"), sheet_of("下一页的字")]
    for n, sheet in enumerate(sheets, 1):
        sheet.text(280, 800, number.format(n))
    assert prose(*sheets) == ["上一页的字", "下一页的字"]


def test_running_heads_and_feet_are_no_text() -> None:
    sheets = [sheet_of("甲"), sheet_of("乙"), sheet_of("丙")]
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
