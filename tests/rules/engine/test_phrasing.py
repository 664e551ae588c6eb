"""Equations in words: both sides, what should hold between them, and the gap."""

from govdisclosure.i18n import ENGLISH
from govdisclosure.rules.engine.expressions import CellValue, Compare, Constant, Equal
from tests.support.cases import PURE_2021
from tests.support.rules import GROUP, PENDING, TOTAL, UPHELD, some_rule


def test_a_failed_comparison_says_what_should_be() -> None:
    one = some_rule(Compare(CellValue(UPHELD), "<=", CellValue(PENDING)))
    [result] = one(PURE_2021.blank(0).replace({UPHELD: 6, PENDING: 5}))
    assert result.message.render() == "结果维持 6，应当不大于尚未审结 5，前者多 1"
    assert (
        result.message.render(ENGLISH)
        == "Upheld 6; it should be not more than Pending 5; the first is larger by 1"
    )


def test_coefficients_and_constants_are_spelled() -> None:
    holds = Equal(
        CellValue(TOTAL) + CellValue(UPHELD, -1) + Constant(2),
        CellValue(UPHELD)
        + CellValue(PENDING, 2)
        + CellValue(GROUP + "/corrected", -1)
        + Constant(3),
    )
    [result] = some_rule(holds)(
        PURE_2021.blank(0).replace({TOTAL: 9, UPHELD: 4, PENDING: 1, GROUP + "/corrected": 1})
    )
    assert (result.left, result.right, result.difference) == (7, 8, -1)
    assert result.message.render() == (
        "总计 9－结果维持 4＋2＝7；各项之和 8（结果维持 4＋2×尚未审结 1－结果纠正 1＋3）；"
        "两者应当相等，后者多 1"
    )


def test_cells_of_two_tables_share_the_whole_report_as_their_place() -> None:
    [result] = some_rule(Equal(CellValue(TOTAL), CellValue("/requests/received/total")))(
        PURE_2021.blank(0).replace({TOTAL: 1})
    )
    assert result.finding().render() == (
        "整份报告：行政复议／总计 1；一、本年新收政府信息公开申请数量／总计 0；"
        "两者应当相等，前者多 1"
    )
