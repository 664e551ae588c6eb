"""Rows are assigned by their labels, columns by theirs; what is in doubt is left out."""

from typing import Any

import pytest

from govdisclosure.files import read_text
from govdisclosure.form import CellState, Money, at
from tests.support.deviations import (
    EXAMPLE,
    HEADER,
    OF_2019,
    PLAIN,
    codes,
    numbers,
    read_changed,
    reading_of,
    table,
    unplaced,
)


def test_a_missing_row_is_absent_not_blank_and_not_zero() -> None:
    reading = read_changed("2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n", "")
    address = "/requests/outcomes/not_processed/duplicate/total"
    assert reading.report.requests.outcomes.not_processed.duplicate.total is None
    assert reading.report.cell_notes[address].state is CellState.ABSENT
    assert address not in reading.provenance
    assert codes(reading) == {"READ-ROWS-MISSING"}


def test_an_extra_row_is_kept_apart_with_its_numbers() -> None:
    reading = read_changed(
        "第二十条第（五）项 |", "其他主动公开文件 | 5 | 0 | 5 |\n第二十条第（五）项 |"
    )
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert unplaced(reading) == [("其他主动公开文件 | 5 | 0 | 5", "row_unknown")]
    assert codes(reading) == {"READ-ROW-UNKNOWN"}


def test_columns_in_another_order_are_read_by_their_labels() -> None:
    reading = read_changed(
        "本年制发件数 | 本年废止件数 | 现行有效件数 |",
        "本年制发件数 | 现行有效件数 | 本年废止件数 |",
        "行政规范性文件 | 3 | 1 | 14 |",
        "行政规范性文件 | 3 | 14 | 1 |",
    )
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert codes(reading) == {"READ-COLUMNS-REORDERED"}


@pytest.mark.parametrize(
    "pairs",
    [
        ("未经复议直接起诉 | 复议后起诉", "复议后起诉 | 未经复议直接起诉"),
        ("行政复议 | 行政诉讼 |", "行政诉讼 | 行政复议 |"),
        ("结果维持 | 结果纠正 | 其他结果", "结果纠正 | 结果维持 | 其他结果"),
        ("结果维持 | 结果纠正 |", "总计 | 结果维持 |"),
    ],
    ids=["groups", "kinds", "results", "total first"],
)
def test_table_4_with_columns_in_another_order_is_not_placed(pairs: tuple[str, str]) -> None:
    reading = read_changed(*pairs)
    assert reading.completeness["review_and_litigation"].numbers == 0
    assert "READ-HEADER-ORDER" in codes(reading)


def test_table_3_with_columns_in_another_order_is_not_placed() -> None:
    reading = read_changed("商业企业 | 科研机构", "科研机构 | 商业企业")
    assert reading.completeness["requests"].numbers == 0
    assert "READ-HEADER-ORDER" in codes(reading)


def test_a_header_in_one_row_tells_the_order_of_its_columns() -> None:
    start, end = EXAMPLE.index("（本列数据"), EXAMPLE.index("一、本年新收")
    header = "项目 | 总计 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n"
    row = "二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |"
    other_row = "二、上年结转政府信息公开申请数量 | 9 | 4 | 5 | 0 | 0 | 0 | 0 |"
    reading = read_text((EXAMPLE[:start] + header + EXAMPLE[end:]).replace(row, other_row))
    carried_in = reading.report.requests.carried_in
    assert (carried_in.total, carried_in.natural_person, carried_in.commercial_enterprise) == (
        9,
        4,
        5,
    )


@pytest.mark.parametrize(
    ("printed_sum", "money"),
    [("10.4万元", ("10.4", "万元")), ("251000元", ("251000", "元")), ("8040", ("8040", None))],
)
def test_a_procurement_sum_keeps_its_unit_or_has_none(
    printed_sum: str, money: tuple[str, Any]
) -> None:
    reading = read_changed(
        "政府集中采购 | 0 | 0 |", f"政府集中采购 | 1 | {printed_sum} |", text=OF_2019
    )
    amount = at(reading.report, "/proactive_disclosure/procurement/amount")
    assert isinstance(amount, Money)
    assert (str(amount.value), amount.unit) == money


def test_a_unit_in_the_label_of_the_sum_is_its_unit() -> None:
    reading = read_changed(
        "采购总金额 |",
        "采购总金额（万元） |",
        "政府集中采购 | 0 | 0 |",
        "政府集中采购 | 13 | 477.35 |",
        text=OF_2019,
    )
    assert at(reading.report, "/proactive_disclosure/procurement/amount/unit") == "万元"


@pytest.mark.parametrize(
    ("unit", "printed_amount", "wan_yuan"),
    [("元", "23600", "2.3600"), ("亿元", "0.5", "5000"), ("万元", "2.36", "2.36")],
)
def test_the_unit_in_the_header_of_the_fees_is_heeded(
    unit: str, printed_amount: str, wan_yuan: str
) -> None:
    reading = read_changed("（单位：万元）", f"（单位：{unit}）", "2.36", printed_amount)
    assert str(at(reading.report, "/proactive_disclosure/fees/amount_wan_yuan")) == wan_yuan


def test_of_two_different_rows_with_one_label_neither_is_placed() -> None:
    zeros = "2.重复申请 |" + " 0 |" * 7
    reading = read_changed("2.重复申请 | 1 |", f"{zeros}\n2.重复申请 | 1 |")
    assert reading.report.requests.outcomes.not_processed.duplicate.total is None
    assert "READ-ROW-REPEATED" in codes(reading)


def test_a_stray_total_row_does_not_replace_the_one_with_its_ordinal() -> None:
    reading = read_changed("（四）无法提供", "总计 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n（四）无法提供")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert "READ-ROW-REPEATED" in codes(reading)


def test_a_row_that_numbers_the_columns_of_table_4_is_not_its_data() -> None:
    data = "1 | 0 | 0 | 1 | 2 |"
    ordinals = " | ".join(map(str, range(1, 16))) + " |"
    reading = read_changed(data, f"{ordinals}\n{data}")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    alone = read_changed("1 | 0 | 0 | 1 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |", ordinals)
    assert alone.completeness["review_and_litigation"].numbers == 0


def test_of_two_rows_of_numbers_in_table_4_neither_is_placed() -> None:
    data = "1 | 0 | 0 | 1 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |"
    reading = read_changed(data, f"{data}\n{data.replace('2', '3')}")
    assert reading.completeness["review_and_litigation"].numbers == 0
    assert "READ-ROW-NOT-PLACED" in codes(reading)


def test_a_row_printed_twice_with_other_numbers_is_still_no_row() -> None:
    reading = reading_of(table(HEADER, ["规章", "1", "0", "0"], ["规章", "2", "0", "0"]))
    assert numbers(reading) == {}
    assert "READ-ROW-REPEATED" in {m.rule_id for m in reading.findings}
