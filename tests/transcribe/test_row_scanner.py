"""What a section prints falls into rows, whatever stands between them."""

import pytest

from govdisclosure.files import read_text
from tests.support.deviations import EXAMPLE, OF_2019, PLAIN, codes, read_changed, unplaced


def test_a_number_stuck_to_a_column_label_is_no_value() -> None:
    reading = read_changed(
        "上一年项目数量 | 本年增/减 |\n行政事业性收费",
        "上一年项目数量0 | 本年增/减0 |\n行政事业性收费",
        text=OF_2019,
    )
    assert unplaced(reading) == [("0", "stuck_number"), ("0", "stuck_number")]
    assert reading.completeness["proactive_disclosure"].numbers == 22
    assert codes(reading) >= {"READ-STUCK-NUMBER"}


@pytest.mark.parametrize("number", ["-2-", "— 3 —", "第4页", "第 4 页 共 6 页"])
def test_a_page_number_in_a_table_is_no_value(number: str) -> None:
    reading = read_changed("（五）不予处理", f"{number}\n（五）不予处理")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert unplaced(reading) == [(number, "page_number")]


def test_a_bare_page_number_does_not_fill_the_gap_of_a_blank_cell() -> None:
    reading = read_changed(
        "（七）总计 | 24 |", "（七）总计 |  |", "四、结转下年", "3\n四、结转下年"
    )
    expected = {**dict(PLAIN.report.cells()), "/requests/outcomes/total/natural_person": None}
    assert dict(reading.report.cells()) == expected
    assert unplaced(reading) == [("3", "number")]


def test_a_sentence_in_a_table_section_is_kept_apart() -> None:
    sentence = "该部分以表格形式报告。"
    reading = read_changed("第二十条第（一）项 |", f"{sentence}\n第二十条第（一）项 |")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert unplaced(reading) == [(sentence, "text")]


def test_a_header_repeated_after_a_page_break_changes_nothing() -> None:
    header = "自然人 | 法人或其他组织 | 总计 |\n" + (
        "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n"
    )
    reading = read_changed("（五）不予处理 |", header + "（五）不予处理 |")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert unplaced(reading) == []


def in_markdown(text: str) -> str:
    """The same tables with a bar in front of every line, too."""
    return "\n".join(f"| {line}" if "|" in line else line for line in text.split("\n"))


def test_bars_in_front_of_lines_change_nothing() -> None:
    reading = read_text(in_markdown(EXAMPLE))
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert unplaced(reading) == []


def test_a_bar_in_front_of_the_next_line_is_no_cell_of_this_one() -> None:
    whole, short = (f"4.保护第三方合法权益 | 1 |{' 0 |' * zeros}" for zeros in (5, 4))
    reading = read_text(in_markdown(EXAMPLE.replace(whole, short)))
    row = "/requests/outcomes/denied/third_party_rights"
    cells = {a: v for a, v in reading.report.cells() if not a.startswith(row)}
    assert cells == {a: v for a, v in PLAIN.report.cells() if not a.startswith(row)}
    assert reading.report.requests.outcomes.denied.third_party_rights.total is None
    assert "READ-ROW-NOT-PLACED" in codes(reading)


@pytest.mark.parametrize("bar", ["｜", "│"])
def test_other_bars_are_bars(bar: str) -> None:
    reading = read_text(EXAMPLE.replace("|", bar))
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())


GROUP = "（四）无法提供"


@pytest.mark.parametrize("at", range(4, len(GROUP)))
def test_a_group_label_cut_by_the_end_of_a_page_is_put_together(at: int) -> None:
    pairs = (f"{GROUP} |", f"{GROUP[:at]} |", "2.没有现成", f"{GROUP[at:]} | 2.没有现成")
    reading = read_changed(*pairs)
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert (codes(reading), unplaced(reading)) == (set(), [])


def test_two_group_labels_cut_at_once_are_both_put_together() -> None:
    cut = ("三、本年度办理结果 |", "三、本年 |", "（四）无法提供 |", "（四）无 |")
    reading = read_changed(*cut, "2.没有现成", "度办理结果 | 法提供 | 2.没有现成")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert (codes(reading), unplaced(reading)) == (set(), [])


@pytest.mark.parametrize("above", ["1 | 0 | 0 | 0 | 0 | 0 | 1 |", " | " * 7])
def test_a_row_cut_by_the_end_of_a_page_has_its_numbers_above_or_below(above: str) -> None:
    numbers, empty = "1 | 0 | 0 | 0 | 0 | 0 | 1 |", " | " * 7
    below = empty if above == numbers else numbers
    row = f"1.信访举报投诉类申请 | {numbers}"
    reading = read_changed(row, f"1.信访举报 | {above}\n投诉类申请 | {below}")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert (codes(reading), unplaced(reading)) == (set(), [])
