"""What is proposed for real and made-up reports: where, what, how sure, under which name."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.analysis.diagnosis import (
    Certainty,
    Diagnosis,
    ErrorPattern,
    Fault,
    Repair,
    diagnose,
)
from govdisclosure.findings import Verdict
from govdisclosure.i18n import CHINESE, ENGLISH
from govdisclosure.model import AnyReport
from govdisclosure.rules import Profile, check
from govdisclosure.rules.engine import Blanks
from govdisclosure.testing import consistent_reports, reports
from tests.support import cases
from tests.support.by_hand import with_anything
from tests.support.cases import GROUPS, HYBRID, PURE_2021, ROWS, WITH_FREEDONIA, Forms, case
from tests.support.corrupting import BASES, DELTAS, sound, table_3
from tests.support.forms import Form, every_form, some

NATURAL = ("natural_person", "total")

Summary = tuple[dict[str, tuple[int | None, int]], Certainty, ErrorPattern | None]


def summary(repair: Repair) -> Summary:
    changes = {c.pointer: (c.old, c.new) for c in repair.changes}
    return changes, repair.certainty, repair.pattern or repair.changes[0].pattern


def faults(report: AnyReport, **options: Any) -> tuple[Fault, ...]:
    faults = diagnose(report, **options).faults
    for fault in faults:
        for repair in fault.repairs:
            remaining = {f.fingerprint for f in check(repair.apply(report), preset="form").findings}
            assert not remaining & set(fault.findings)
            assert repair.render(CHINESE)
            assert repair.render(ENGLISH)
    return faults


def row(group: str, *numbers: int) -> dict[str, int]:
    names = cases.RESULTS if "/review" in group else cases.APPLICANTS
    return {f"{group}/{name}": n for name, n in zip(names, numbers, strict=True)}


@pytest.mark.parametrize("report", BASES.values(), ids=BASES)
def test_a_correct_report_has_no_fault(report: AnyReport) -> None:
    assert diagnose(report).faults == ()


def test_hongze_has_a_zero_for_each_of_two_totals() -> None:
    first, second = faults(cases.A)
    assert summary(first.repairs[0]) == (
        {f"{GROUPS[0]}/total": (0, 11)},
        Certainty.UNIQUE_IF_ONE_CELL,
        ErrorPattern.ZERO_FOR_TOTAL,
    )
    assert [summary(repair) for repair in second.repairs] == [
        ({f"{GROUPS[2]}/total": (0, 5)}, Certainty.CANNOT_BE_LOCATED, ErrorPattern.ZERO_FOR_TOTAL),
        ({f"{GROUPS[2]}/upheld": (5, 0)}, Certainty.CANNOT_BE_LOCATED, None),
    ]


def test_yanghe_counted_one_case_in_another_column() -> None:
    [fault] = faults(cases.L)
    [repair] = fault.repairs
    assert summary(repair) == (
        {f"{ROWS['N']}/natural_person": (60, 61), f"{ROWS['N']}/other_organization": (1, 0)},
        Certainty.UNIQUE_IF_FEWEST_CELLS,
        ErrorPattern.MOVED_BETWEEN_COLUMNS,
    )


def test_jinhu_lost_a_digit() -> None:
    report = PURE_2021.blank(0).replace(row(GROUPS[1], 2, 0, 1, 0, 12))
    [fault] = faults(report)
    assert fault.certainty is Certainty.CANNOT_BE_LOCATED
    digit_lost = ({f"{GROUPS[1]}/other_result": (1, 10)}, fault.certainty, ErrorPattern.DIGIT_LOST)
    assert digit_lost == summary(fault.repairs[0])
    assert {r.pattern or r.changes[0].pattern for r in fault.repairs[1:]} == {
        ErrorPattern.NUMBER_SPLIT,
        None,
    }
    lost_too = PURE_2021.blank(0).replace(row(GROUPS[1], 1, 0, 1, 1, 0))
    [fault] = faults(lost_too)
    assert [summary(repair) for repair in fault.repairs] == [
        ({f"{GROUPS[1]}/total": (0, 3)}, Certainty.UNIQUE_IF_ONE_CELL, ErrorPattern.ZERO_FOR_TOTAL)
    ]


def test_minimal_has_a_total_and_a_part_that_miss_two() -> None:
    table_3_, table_4 = faults(case(PURE_2021, cases.MINIMAL, cases.MINIMAL_CASES))
    assert (table_3_.certainty, table_3_.among) == (Certainty.ONE_OF, 21)
    assert {repair.pattern for repair in table_3_.repairs} == {ErrorPattern.TOTAL_AND_PART}
    assert (table_4.certainty, table_4.among) == (Certainty.CANNOT_BE_LOCATED, 5)
    assert len(table_4.findings) == 1


def test_one_unit_moved_is_missing_from_what_came_in() -> None:
    [fault] = faults(case(PURE_2021, cases.ONE_UNIT_MOVED))
    assert [summary(repair) for repair in fault.repairs] == [
        (
            {f"{ROWS[code]}/{c}": (n, n + 1) for c, n in zip(NATURAL, at, strict=True)},
            Certainty.ONE_OF,
            ErrorPattern.TOTAL_AND_PART,
        )
        for code, at in (("N", (60, 62)), ("C", (0, 0)))
    ]


def test_an_overwritten_total_is_found_in_its_row_and_column() -> None:
    [fault] = faults(case(HYBRID, cases.OVERWRITTEN))
    assert [summary(repair) for repair in fault.repairs] == [
        ({f"{ROWS['N']}/total": (99, 6)}, Certainty.UNIQUE_IF_ONE_CELL, None)
    ]


def test_a_crossing_is_explained_in_the_words_of_the_form() -> None:
    [fault] = faults(case(HYBRID, cases.OVERWRITTEN))
    assert fault.repairs[0].explanation.render() == (
        "三、收到和处理政府信息公开申请情况：“一、本年新收政府信息公开申请数量”行“总计”列："
        "2 处勾稽都差 93，99 改为 6 后全部成立"
    )


@pytest.mark.parametrize(
    ("before", "after", "pattern"),
    [
        (row(ROWS["G"], 12, 0, 3, 0, 0, 0, 15), row(ROWS["G"], 1, 2, 3, 0, 0, 0, 15), "split"),
        (row(ROWS["G"], 12, 7, 3, 0, 0, 0, 22), row(ROWS["G"], 1, 2, 7, 3, 0, 0, 0), "split"),
        (row(ROWS["G"], 12, 7, 3, 2, 1, 0, 25), row(ROWS["G"], 7, 12, 3, 2, 1, 0, 25), "swapped"),
        (row(ROWS["G"], 12, 7, 3, 2, 1, 5, 30), row(ROWS["G"], 0, 12, 7, 3, 2, 1, 5), "shifted"),
        (row(ROWS["G"], 12, 7, 3, 2, 1, 5, 30), row(ROWS["G"], 7, 3, 2, 1, 5, 30, 0), "shifted"),
        (row(ROWS["G"], 12, 7, 3, 2, 1, 5, 30), row(ROWS["G"], 21, 7, 3, 2, 1, 5, 30), "transp"),
    ],
)
def test_a_row_that_was_spoilt_is_put_right_and_the_error_pattern_named(
    before: dict[str, int], after: dict[str, int], pattern: str
) -> None:
    good = dict(before) | row(ROWS["T"], *before.values()) | row(ROWS["N"], *before.values())
    report = PURE_2021.blank(0).replace(good)
    assert diagnose(report).faults == ()
    [fault] = faults(report.replace(after))
    first = fault.repairs[0]
    assert first.apply(report.replace(after)) == report
    assert pattern in (summary(first)[2] or "")


def test_two_rows_that_changed_places_are_put_right() -> None:
    report = sound(PURE_2021, 40)
    numbers = table_3(report)
    two = [
        {f"{ROWS[code]}/{c}": numbers[f"{ROWS[code]}/{c}"] for c in cases.APPLICANTS}
        for code in "CG"
    ]
    swap = dict(zip([*two[0], *two[1]], [*two[1].values(), *two[0].values()], strict=True))
    [fault] = faults(report.replace(swap))
    assert fault.repairs[0].certainty is Certainty.SUPPOSES_PATTERN
    assert fault.repairs[0].pattern is ErrorPattern.ROWS_SWAPPED
    assert fault.repairs[0].apply(report.replace(swap)) == report


@pytest.mark.parametrize("forms", WITH_FREEDONIA, ids=str)
def test_every_wrong_cell_is_offered_its_own_number(forms: Forms) -> None:
    report = sound(forms, 40)
    for n, (address, number) in enumerate(table_3(report).items()):
        by = abs(DELTAS[n % len(DELTAS)])
        [fault] = diagnose(report.replace({address: number + by})).faults
        if "/refused/total/" in address:  # a row of Freedonia that no column adds up
            assert fault.certainty is Certainty.CANNOT_BE_LOCATED
            assert {address: (number + by, number)} in [summary(r)[0] for r in fault.repairs]
            continue
        assert fault.certainty is Certainty.UNIQUE_IF_ONE_CELL
        assert summary(fault.repairs[0])[0] == {address: (number + by, number)}


@pytest.mark.parametrize("wrong", [24, 28])
def test_a_row_with_blanks_rules_out_what_it_cannot_hold(wrong: int) -> None:
    """Only natural persons and totals are filled in, and no other row has room for the two."""
    cell = f"{ROWS['G']}/natural_person"
    [fault] = faults(cases.J.replace({cell: wrong}))
    assert [summary(repair) for repair in fault.repairs] == [
        ({cell: (wrong, 26)}, Certainty.UNIQUE_IF_ONE_CELL, None)
    ]


def test_what_mends_a_row_with_blanks_as_well_is_the_only_cell() -> None:
    """Two cells could lose the two; only one of them is more than the total of its row."""
    cells = [f"{ROWS[code]}/{a}" for code in "NGT" for a in NATURAL]
    report = cases.J.replace(dict.fromkeys(cells, 28))
    report = report.replace({f"{ROWS['P']}/natural_person": 2})
    [fault] = faults(report)
    assert [summary(repair) for repair in fault.repairs] == [
        ({f"{ROWS['P']}/natural_person": (2, 0)}, Certainty.UNIQUE_IF_ONE_CELL, None)
    ]


def test_a_row_in_which_two_columns_are_off_rules_nothing_out() -> None:
    """洋河 2025 with blanks: natural persons lack the case that stands under others."""
    columns = ("commercial_enterprise", "research_institution", "public_welfare_organization")
    blank = {f"{row}/{c}": None for code, row in ROWS.items() if code != "O" for c in columns}
    row_n = {"natural_person": 60, "other_organization": 1, "total": 61}
    report = cases.PURE_2021.blank(0).replace(
        blank
        | {f"{ROWS['N']}/{c}": n for c, n in row_n.items()}
        | {f"{ROWS[code]}/{c}": 61 for code in "GT" for c in NATURAL}
    )
    natural, other = faults(report)
    assert {f"{ROWS['N']}/natural_person": (60, 61)} in [summary(r)[0] for r in natural.repairs]
    assert {f"{ROWS['N']}/other_organization": (1, 0)} in [summary(r)[0] for r in other.repairs]


def test_a_rule_that_is_switched_off_accuses_nobody() -> None:
    off = Profile("", {"STAT-CASE-TOTALS": None})
    assert diagnose(cases.A, profile=off).faults == ()


def test_a_number_that_json_cannot_hold_is_not_offered() -> None:
    huge = PURE_2021.blank(0).replace(
        dict.fromkeys(
            [f"{ROWS['N']}/natural_person", f"{ROWS['N']}/commercial_enterprise"], 2**53 - 1
        )
    )
    values = [c.new for f in diagnose(huge).faults for r in f.repairs for c in r.changes]
    assert all(0 <= value < 2**53 for value in values)


@pytest.mark.parametrize("name", ["requests", "review_and_litigation", "proactive_disclosure"])
def test_a_table_that_is_not_there_raises_nothing(name: str) -> None:
    assert diagnose(with_anything(PURE_2021.blank(0), {f"/{name}": None})).faults == ()


@every_form
@given(data=st.data())
@some(15)
def test_a_report_that_keeps_the_rules_is_never_touched(form: Form, data: st.DataObject) -> None:
    report = data.draw(consistent_reports(form.proactive_disclosure, form.requests))
    assert diagnose(report) == Diagnosis()


@pytest.mark.slow
@every_form
@given(data=st.data())
@some(15)
def test_any_report_can_be_diagnosed_and_every_repair_mends_and_breaks_nothing(
    form: Form, data: st.DataObject
) -> None:
    report = data.draw(reports(form.proactive_disclosure, form.requests))
    policies: tuple[Blanks, ...] = ("unknown", "zero")
    for blanks in policies:
        diagnosis = diagnose(report, blanks=blanks)
        check_result = check(report, preset="form", blanks=blanks)
        before = {finding.fingerprint for finding in check_result.findings}
        failures = {
            result.finding().fingerprint
            for result in check_result.results
            if result.verdict is Verdict.FAIL and result.check.relation == "="
        }
        assert {name for fault in diagnosis.faults for name in fault.findings} == failures
        for fault in diagnosis.faults:
            for repair in fault.repairs[:2]:
                remaining = check(repair.apply(report), preset="form", blanks=blanks).findings
                assert {f.fingerprint for f in remaining} <= before - set(fault.findings)
