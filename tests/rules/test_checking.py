"""Checking a whole report: order, counts, what ran, and errors of use."""

import pickle
from copy import copy, deepcopy
from decimal import Decimal
from threading import Barrier, Thread
from typing import Any

import pytest
from attrs import evolve, frozen

from govdisclosure.findings import Number, Severity, Verdict
from govdisclosure.form import CellState, Money
from govdisclosure.i18n import ENGLISH
from govdisclosure.model import EDITION_2021, AnyReport, CellNote
from govdisclosure.rules import PRESETS, RULES, Preset, Profile, Status, _plan, check, select
from govdisclosure.rules.engine import Blanks, _binding
from govdisclosure.rules.requests import request_balance
from govdisclosure.rules.review_and_litigation import cases_add_up
from tests.support import cases
from tests.support.by_hand import with_anything
from tests.support.cases import FORMS, GROUPS, PURE_2021, Forms, case, check_form

FORM = select(RULES, "form")


@pytest.mark.parametrize("forms", FORMS, ids=str)
def test_results_stand_in_the_order_of_the_form(forms: Forms) -> None:
    report = forms.blank(0)
    position = {pointer: i for i, (pointer, _) in enumerate(report.cells())}
    order = [one.id for one in RULES]
    places = [(position[r.pointer], order.index(r.rule.id)) for r in check_form(report).results]
    assert places == sorted(places)


@pytest.mark.parametrize("report", [cases.A, cases.F, cases.H, cases.J, cases.L])
def test_every_result_of_every_rule_is_there_once(report: AnyReport) -> None:
    for blanks in ("unknown", "zero"):
        alone = [result for one in FORM for result in one(report, blanks)]
        together = check_form(report, blanks=blanks).results
        assert sorted(together, key=repr) == sorted(alone, key=repr)


def test_the_rules_that_ran_and_the_policy_are_told() -> None:
    checked = check_form(cases.F, blanks="zero", rules=[cases_add_up, request_balance])
    assert checked.rules == ("STAT-CASE-TOTALS", "STAT-REQ-BALANCE")
    assert checked.blanks == "zero"
    assert len(checked.results) == 10


def test_verdicts_are_counted() -> None:
    checked = check_form(cases.A)
    assert {verdict: checked.count(verdict) for verdict in Verdict} == {
        Verdict.PASS: 38 + 185,
        Verdict.FAIL: 2,
        Verdict.NOT_APPLICABLE: 0,
        Verdict.NOT_EVALUATED: 0,
    }


def test_a_report_with_an_error_has_not_passed() -> None:
    assert not check_form(cases.A).passed


def test_a_report_with_a_warning_has_passed() -> None:
    mild = evolve(cases_add_up, severity=Severity.WARNING)
    checked = check_form(cases.A, rules=[mild])
    assert checked.passed
    assert [finding.severity for finding in checked.findings] == [Severity.WARNING] * 2


def test_an_unknown_policy_is_an_error_of_use() -> None:
    odd: Any = "nought"
    for wrong in (lambda: check_form(cases.F, blanks=odd), lambda: request_balance(cases.F, odd)):
        with pytest.raises(ValueError, match="blanks must be 'unknown' or 'zero', not 'nought'"):
            wrong()


@pytest.mark.parametrize(
    "odd", [["STAT-REQ-BALANCE"], "STAT-REQ-BALANCE", [request_balance, "X"], request_balance, 3]
)
def test_what_are_no_rules_is_said_with_what_to_give_instead(odd: Any) -> None:
    with pytest.raises(TypeError, match="rules should be Rules, such as "):
        check(cases.F, rules=odd)


@pytest.mark.parametrize("odd", [{}, {"QUAL-BLANKS": "off"}, "profile.toml", None])
def test_what_is_no_profile_is_said_with_what_to_give_instead(odd: Any) -> None:
    with pytest.raises(TypeError, match="profile should be a Profile, such as load_profile gives"):
        check(cases.F, profile=odd)


def test_two_rules_of_one_id_are_refused() -> None:
    other = evolve(cases_add_up, id=request_balance.id)
    for rules in ([request_balance, other], [*RULES, request_balance]):
        with pytest.raises(ValueError, match="more than one rule has the id STAT-REQ-BALANCE"):
            check(cases.F, rules=rules)


def test_a_finding_keeps_its_fingerprint_when_numbers_change() -> None:
    report = PURE_2021.blank(0).replace({"/requests/received/total": 1})
    other = PURE_2021.blank(0).replace({"/requests/received/total": 2})
    one, two = (check_form(r).findings[0].fingerprint for r in (report, other))
    assert one == two


def test_checking_changes_nothing() -> None:
    before = deepcopy(cases.H)
    check_form(cases.H, blanks="zero")
    assert before == cases.H


@pytest.mark.parametrize("table", ["proactive_disclosure", "requests", "review_and_litigation"])
def test_a_table_that_is_not_there_raises_nothing(table: str) -> None:
    report = with_anything(PURE_2021.blank(0), {f"/{table}": None})
    for blanks in ("unknown", "zero"):
        checked = check_form(report, blanks=blanks)
        [finding] = checked.findings
        assert (finding.rule_id, finding.pointer) == ("JSON-TYPE", f"/{table}")
        assert checked.status is Status.FAILED
        assert all(result.render() and result.render(ENGLISH) for result in checked.results)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("report", [cases.A, cases.H, PURE_2021.blank()], ids=["A", "H", "blank"])
def test_a_result_can_be_copied_and_sent_to_another_process(
    report: AnyReport, preset: Preset
) -> None:
    checked = check(report, previous=cases.F, subordinates=[cases.F, cases.L], preset=preset)
    sent = pickle.dumps(checked)
    assert len(sent) < 40_000  # what was asked, and neither checks nor functions
    for asked_first in (lambda: None, lambda: checked.findings, lambda: checked.results):
        asked_first()
        for again in (pickle.loads(pickle.dumps(checked)), copy(checked), deepcopy(checked)):
            assert again == checked == pickle.loads(sent)
            assert (again.rules, again.passed) == (checked.rules, checked.passed)
            assert again.findings == checked.findings
            assert again.results == checked.results
            assert again.if_zero == checked.if_zero


def test_results_of_other_terms_are_not_the_same() -> None:
    checked = check(cases.H)
    assert checked == check(deepcopy(cases.H))
    others = [check(cases.A), check(cases.H, blanks="zero"), check(cases.H, rules=RULES[1:])]
    assert checked not in others


def test_what_is_said_about_a_blank_does_not_change_with_its_note() -> None:
    note = CellNote(printed="?", state=CellState.UNREADABLE)
    report = EDITION_2021.blank(number=0).replace({"/requests/received/total": None})
    before = check(report)
    report.cell_notes["/requests/received/total"] = note  # type: ignore[index]
    assert [f.rule_id for f in before.findings] == ["QUAL-BLANKS"]
    assert check(report).findings == ()


def test_what_was_checked_does_not_change_with_its_profile() -> None:
    grades: dict[str, Severity | None] = {"STAT-CASE-TOTALS": None}
    checked = check(cases.A, profile=Profile("", grades))
    grades["STAT-CASE-NONNEGATIVE"] = grades.pop("STAT-CASE-TOTALS")
    assert checked.findings == ()


def test_threads_that_check_first_and_together_get_the_same() -> None:
    reports = (cases.A, cases.H, PURE_2021.blank())
    expected = [(c.passed, c.findings, c.results) for c in map(check, reports)]
    for cache in (_plan._plan, _plan._plan_of_bodies, _binding._bind):
        cache.cache_clear()
    together, outcomes = Barrier(16), []

    def ask() -> None:
        together.wait()
        checks = [check(report) for report in reports]
        outcomes.append([(c.passed, c.findings, c.results) for c in checks])

    threads = [Thread(target=ask) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == [expected] * 16


# Whole reports: exactly the findings that are known of them, under both policies

Found = tuple[str, str, Number | None, Number | None]

BOTH: tuple[Blanks, ...] = ("unknown", "zero")


@frozen
class Counts:
    """How many of the equalities (without the checks of single cells) had each verdict."""

    passed: int
    failed: int
    not_evaluated: int


def findings(report: AnyReport, blanks: Blanks) -> list[Found]:
    """Rule, primary cell and both sides of every finding."""
    findings = check_form(report, blanks=blanks).findings
    return [(f.rule_id, f.pointer, f.left, f.right) for f in findings]


def equalities(report: AnyReport, blanks: Blanks) -> Counts:
    verdicts = [
        r.verdict for r in check_form(report, blanks=blanks).results if r.check.relation == "="
    ]
    return Counts(
        verdicts.count(Verdict.PASS),
        verdicts.count(Verdict.FAIL),
        verdicts.count(Verdict.NOT_EVALUATED),
    )


def row_total(row: str) -> str:
    return f"{cases.ROWS[row]}/total"


@pytest.mark.parametrize("blanks", BOTH)
def test_a_has_its_two_broken_totals(blanks: Blanks) -> None:
    assert findings(cases.A, blanks) == [
        ("STAT-CASE-TOTALS", f"{GROUPS[0]}/total", 0, 11),
        ("STAT-CASE-TOTALS", f"{GROUPS[2]}/total", 0, 5),
    ]
    assert equalities(cases.A, blanks) == Counts(38, 2, 0)


@pytest.mark.parametrize("blanks", BOTH)
def test_f_is_clean(blanks: Blanks) -> None:
    checked = check_form(cases.F, blanks=blanks)
    assert checked.count(Verdict.PASS) == len(checked.results) == 42 + 199
    assert checked.passed


def test_h_fails_nothing_and_is_mostly_not_evaluated() -> None:
    assert findings(cases.H, "unknown") == []
    assert equalities(cases.H, "unknown") == Counts(2, 0, 38)


def test_h_fails_nothing_when_its_blanks_count_as_zero() -> None:
    """Totals left blank beside filled parts stay not stated."""
    assert findings(cases.H, "zero") == []
    # Holding: balance in 5 columns, outcomes in 4, the rows N, C, F, and 2 groups of table 4.
    assert equalities(cases.H, "zero") == Counts(14, 0, 26)


def test_j_fails_nothing_and_is_mostly_not_evaluated() -> None:
    assert findings(cases.J, "unknown") == []
    assert equalities(cases.J, "unknown") == Counts(7, 0, 35)


def test_j_fails_nothing_when_its_blanks_count_as_zero() -> None:
    assert findings(cases.J, "zero") == []
    # The total row is blank for the five organizations: their columns (twice) and that row.
    assert equalities(cases.J, "zero") == Counts(31, 0, 11)


def test_h_and_j_leave_as_many_cells_blank_as_was_counted() -> None:
    for report, blank in ((cases.H, 126), (cases.J, 125)):
        assert [v for p, v in report.cells() if p.startswith("/requests")].count(None) == blank


@pytest.mark.parametrize("blanks", BOTH)
def test_l_has_two_unbalanced_columns_and_a_balanced_total(blanks: Blanks) -> None:
    assert findings(cases.L, blanks) == [
        ("STAT-REQ-BALANCE", f"{cases.ROWS['N']}/natural_person", 60, 61),
        ("STAT-REQ-BALANCE", f"{cases.ROWS['N']}/other_organization", 1, 0),
    ]


@pytest.mark.parametrize("blanks", BOTH)
@pytest.mark.parametrize("forms", FORMS, ids=str)
def test_minimal_has_a_total_too_high_and_a_group_that_does_not_add_up(
    forms: Forms, blanks: Blanks
) -> None:
    report = case(forms, cases.MINIMAL, cases.MINIMAL_CASES)
    assert findings(report, blanks) == [
        ("STAT-REQ-OUTCOMES", f"{cases.ROWS['T']}/natural_person", 95, 93),
        ("STAT-CASE-TOTALS", f"{GROUPS[1]}/total", 6, 5),
        ("STAT-REQ-OUTCOMES", row_total("T"), 160, 158),
    ]


@pytest.mark.parametrize("blanks", BOTH)
@pytest.mark.parametrize("forms", FORMS, ids=str)
def test_one_unit_moved_shows_in_the_column_and_in_the_total(forms: Forms, blanks: Blanks) -> None:
    assert findings(case(forms, cases.ONE_UNIT_MOVED), blanks) == [
        ("STAT-REQ-BALANCE", f"{cases.ROWS['N']}/natural_person", 60, 61),
        ("STAT-REQ-BALANCE", row_total("N"), 62, 63),
    ]


@pytest.mark.parametrize("blanks", BOTH)
@pytest.mark.parametrize("forms", FORMS, ids=str)
def test_an_overwritten_total_stays_and_fails(forms: Forms, blanks: Blanks) -> None:
    report = case(forms, cases.OVERWRITTEN)
    assert report.requests.received.total == 99
    assert findings(report, blanks) == [
        ("STAT-REQ-BALANCE", row_total("N"), 99, 6),
        ("STAT-REQ-ROWS", row_total("N"), 99, 6),
    ]


@pytest.mark.parametrize("blanks", BOTH)
@pytest.mark.parametrize("forms", FORMS, ids=str)
def test_the_signs_of_table_2_are_found(forms: Forms, blanks: Blanks) -> None:
    """What is no number at all (文字, 1.5 件) is refused before a report is typed."""
    report = forms.blank(0)
    counts = [p for p, _ in report.cells() if p.startswith("/proactive_disclosure/rules/")]
    report = report.replace({counts[2]: -1})
    assert findings(report, blanks) == [("STAT-DISC-NONNEGATIVE", counts[2], -1, 0)]


@pytest.mark.parametrize("blanks", BOTH)
def test_a_negative_count_is_found_and_an_amount_is_none(blanks: Blanks) -> None:
    signs: dict[str, Number | Money] = {
        "/fees/amount_wan_yuan": Decimal("-10"),
        "/rules/in_force": -1,
    }
    assert findings(case(cases.PURE_2021, table_2=signs), blanks) == [
        ("STAT-DISC-NONNEGATIVE", "/proactive_disclosure/rules/in_force", -1, 0)
    ]


@pytest.mark.parametrize("blanks", BOTH)
@pytest.mark.parametrize("forms", FORMS, ids=str)
@pytest.mark.parametrize("number", [0, None])
def test_an_empty_report_has_no_finding(forms: Forms, blanks: Blanks, number: int | None) -> None:
    assert findings(forms.blank(number), blanks) == []


@pytest.mark.parametrize("blanks", BOTH)
@pytest.mark.parametrize("report", [cases.A, cases.F, cases.L], ids=["A", "F", "L"])
def test_advice_adds_nothing_to_reports_without_blanks(report: AnyReport, blanks: Blanks) -> None:
    assert check(report, blanks=blanks).findings == check_form(report, blanks=blanks).findings


@pytest.mark.parametrize(
    ("report", "blank", "counts"),
    [
        (cases.H, 149, {"all": 43, "pass": 12, "fail": 0, "open": 31}),
        (cases.J, 125, {"all": 35, "pass": 24, "fail": 0, "open": 11}),
    ],
    ids=["H", "J"],
)
def test_blanks_are_one_line_and_what_would_hold(
    report: AnyReport, blank: int, counts: dict[str, int]
) -> None:
    [finding] = check(report).findings
    assert (finding.rule_id, finding.message.params["count"]) == ("QUAL-BLANKS", blank)
    assert finding.explanation is not None
    assert finding.explanation.params == counts
    assert check(report, blanks="zero").findings == ()
