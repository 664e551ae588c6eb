"""Table 4: each group adds up by itself."""

import pytest

from govdisclosure.findings import Verdict
from govdisclosure.i18n import ENGLISH
from govdisclosure.rules.review_and_litigation import cases_add_up, cases_non_negative
from tests.support.cases import FORMS, GROUPS, PURE_2021, Forms, case


@pytest.mark.parametrize("forms", FORMS, ids=str)
def test_each_of_the_three_groups_is_added_up(forms: Forms) -> None:
    report = case(forms, table_4="72,64,178,37,351 | 13,4,8,1,26 | 12,1,1,6,20")
    assert [(r.pointer, r.verdict, r.left, r.right) for r in cases_add_up(report)] == [
        (f"{GROUPS[0]}/total", Verdict.PASS, 351, 351),
        (f"{GROUPS[1]}/total", Verdict.PASS, 26, 26),
        (f"{GROUPS[2]}/total", Verdict.PASS, 20, 20),
    ]


def test_a_group_that_does_not_add_up_is_told_by_its_results() -> None:
    report = case(PURE_2021, table_4="10,1,0,0,0 | 0,0,0,0,0 | 0,0,0,0,0")
    [finding] = [r.finding() for r in cases_add_up(report) if r.verdict is Verdict.FAIL]
    assert finding.render() == (
        "四、政府信息公开行政复议、行政诉讼情况：“行政复议”行："
        "总计 0；各项之和 11（结果维持 10＋结果纠正 1，其余为 0）；两者应当相等，后者多 11"
    )
    assert finding.render(ENGLISH) == (
        "4. Administrative reconsideration and administrative litigation:"
        ' row "Administrative reconsideration": Total 0; the items add up to 11'
        " (Upheld 10 + Corrected 1; the rest are 0); the two should be equal,"
        " the second is larger by 11"
    )


def test_groups_do_not_make_up_for_each_other() -> None:
    report = case(PURE_2021, table_4="1,0,0,0,0 | 0,0,0,0,1 | 0,0,0,0,0")
    assert [r.difference for r in cases_add_up(report)] == [-1, 1, 0]


def test_a_group_with_blank_parts_holds_if_they_count_as_zero() -> None:
    report = case(PURE_2021, table_4="5 . . 2 7 | 8 . . 1 9 | . . . . .")
    assert {r.verdict for r in cases_add_up(report)} == {Verdict.NOT_EVALUATED}
    assert [r.verdict for r in cases_add_up(report, "zero")] == [
        Verdict.PASS,
        Verdict.PASS,
        Verdict.NOT_EVALUATED,
    ]


def test_a_negative_number_of_cases_is_found() -> None:
    report = case(PURE_2021, table_4="-1,1,0,0,0 | 0,0,0,0,0 | 0,0,0,0,0")
    assert [r.verdict for r in cases_add_up(report)] == [Verdict.PASS] * 3
    failed = [r.pointer for r in cases_non_negative(report) if r.verdict is Verdict.FAIL]
    assert failed == [f"{GROUPS[0]}/upheld"]
