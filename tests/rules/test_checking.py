"""Checking a whole report: order, counts, what ran, and errors of use."""

from copy import deepcopy
from typing import Any

import pytest
from attrs import evolve

from govdisclosure.findings import Severity, Verdict
from govdisclosure.i18n import ENGLISH
from govdisclosure.model import AnyReport
from govdisclosure.rules import RULES, select
from govdisclosure.rules.requests import request_balance
from govdisclosure.rules.review_and_litigation import cases_add_up
from tests.support import cases
from tests.support.cases import FORMS, PURE_2021, Forms, check_form

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
        Verdict.PASS: 38 + 186,
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
    report = PURE_2021.blank(0).replace({f"/{table}": None})
    for blanks in ("unknown", "zero"):
        checked = check_form(report, blanks=blanks)
        assert checked.findings == ()
        assert all(result.render() and result.render(ENGLISH) for result in checked.results)
