"""Table 2: no count is below zero, an amount seldom, and what follows from its columns."""

from decimal import Decimal
from typing import Any

import pytest

from govdisclosure.findings import Number, Severity, Verdict
from govdisclosure.form import Money
from govdisclosure.i18n import ENGLISH
from govdisclosure.rules import Authority, Rule, check
from govdisclosure.rules.proactive_disclosure import (
    amount_has_projects,
    amounts_non_negative,
    disclosure_non_negative,
    items_left,
    newly_disclosed_within_total,
    opening_stock,
    projects_have_amount,
)
from tests.support.cases import FORMS, PURE_2019, PURE_2021, Forms, case

CELLS = {PURE_2019.disclosure.name: 22 - 5 - 1, PURE_2021.disclosure.name: 10 - 1}
"""All cells but the amount, and the five of 本年增/减, which only the 2019 edition has."""


@pytest.mark.parametrize("forms", FORMS, ids=str)
def test_every_cell_without_a_sign_of_its_own_is_checked(forms: Forms) -> None:
    assert len(disclosure_non_negative(forms.blank(0))) == CELLS[forms.disclosure.name]
    assert len(amounts_non_negative(forms.blank(0))) == 1


def test_a_net_change_may_be_negative() -> None:
    changes: dict[str, Number | Money] = {
        f"/{row}/net_change": -8
        for row in ("licensing", "other_services", "penalties", "compulsion", "fees")
    }
    results = disclosure_non_negative(case(PURE_2019, table_2=changes))
    assert {result.verdict for result in results} == {Verdict.PASS}


def test_prior_items_change_and_decisions_are_not_compared() -> None:
    """716 items, a change of -417 and 298 decisions were published, and are no contradiction."""
    numbers = {
        "/licensing/prior_year_items": 716,
        "/licensing/net_change": -417,
        "/licensing/decisions": 298,
    }
    results = disclosure_non_negative(case(PURE_2019, table_2=numbers))
    assert {result.verdict for result in results} == {Verdict.PASS}


@pytest.mark.parametrize(
    ("forms", "cell", "value", "figure"),
    [
        (PURE_2021, "/fees/amount_wan_yuan", Decimal("-10.40"), "-10.40"),
        (PURE_2019, "/procurement/amount", Money(Decimal("-8040"), None), "-8040"),
    ],
)
def test_an_amount_below_zero_is_a_warning_since_more_may_be_paid_back_than_came_in(
    forms: Forms, cell: str, value: Number | Money, figure: str
) -> None:
    report = case(forms, table_2={cell: value}).replace({"/problems_and_improvements": ("慢",)})
    checked = check(report)
    [finding] = checked.findings
    assert (finding.rule_id, finding.severity) == (amounts_non_negative.id, Severity.WARNING)
    assert (finding.pointer, checked.passed) == (f"/proactive_disclosure{cell}", True)
    assert finding.message.render().startswith(f"填的是 {figure}：金额为负")


def test_a_negative_count_is_an_error() -> None:
    results = disclosure_non_negative(case(PURE_2021, table_2={"/rules/in_force": -1}))
    [finding] = [r.finding() for r in results if r.verdict is Verdict.FAIL]
    assert finding.severity is Severity.ERROR
    assert finding.pointer == "/proactive_disclosure/rules/in_force"
    assert finding.message.render() == "填的是 -1，这一格不应是负数"
    assert finding.message.render(ENGLISH) == "the cell says -1, and it cannot be negative"


def test_an_amount_without_a_number_is_not_evaluated() -> None:
    report = case(PURE_2019, table_2={"/procurement/amount": Money(None, "万元")})
    for blanks in ("unknown", "zero"):
        [result] = amounts_non_negative(report, blanks)
        assert result.missing == ("/proactive_disclosure/procurement/amount",)


@pytest.mark.parametrize("huge", ["1E+999999", "-1E+999999", "Infinity", "NaN"])
def test_an_amount_that_no_form_can_hold_is_no_number(huge: str) -> None:
    report = case(PURE_2021, table_2={"/fees/amount_wan_yuan": Decimal(huge)})
    [result] = amounts_non_negative(report)
    assert result.verdict is Verdict.NOT_EVALUATED


def verdicts(one: Rule, forms: Forms, table_2: dict[str, Any]) -> set[Verdict]:
    return {result.verdict for result in one(case(forms, table_2=table_2))}


@pytest.mark.parametrize(("in_force", "verdict"), [(2, Verdict.PASS), (1, Verdict.FAIL)])
def test_more_cannot_be_issued_than_is_in_force_or_repealed(
    in_force: int, verdict: Verdict
) -> None:
    row = {"/rules/issued": 5, "/rules/repealed": 3, "/rules/in_force": in_force}
    assert opening_stock(case(PURE_2021, table_2=row))[0].verdict is verdict
    assert verdicts(opening_stock, PURE_2019, {}) == {Verdict.NOT_APPLICABLE}


@pytest.mark.parametrize(("newly", "verdict"), [(4, Verdict.PASS), (5, Verdict.FAIL)])
def test_newly_disclosed_is_within_all_disclosed(newly: int, verdict: Verdict) -> None:
    row = {"/rules/newly_disclosed": newly, "/rules/total_disclosed": 4}
    [rules, _] = newly_disclosed_within_total(case(PURE_2019, table_2=row))
    assert rules.verdict is verdict
    assert verdicts(newly_disclosed_within_total, PURE_2021, {}) == {Verdict.NOT_APPLICABLE}


@pytest.mark.parametrize(("change", "verdict"), [(-3, Verdict.PASS), (-4, Verdict.FAIL)])
def test_no_more_items_can_go_than_there_were(change: int, verdict: Verdict) -> None:
    row = {"/licensing/prior_year_items": 3, "/licensing/net_change": change}
    assert items_left(case(PURE_2019, table_2=row))[0].verdict is verdict
    assert len(items_left(case(PURE_2019))) == 5


@pytest.mark.parametrize(
    ("projects", "amount", "failing"),
    [
        (1, "10.4", None),
        (0, "0", None),
        (0, "10.4", amount_has_projects),
        (1, "0.00", projects_have_amount),
        (None, "10.4", None),
        (6, None, None),
    ],
)
def test_projects_and_their_amount_go_together(
    projects: int | None, amount: str | None, failing: Rule | None
) -> None:
    money = Money(Decimal(amount) if amount else None, None)
    row: dict[str, Any] = {"/procurement/projects": projects, "/procurement/amount": money}
    report = case(PURE_2019, table_2=row)
    both = (amount_has_projects, projects_have_amount)
    failed = [one for one in both if one(report)[0].verdict is Verdict.FAIL]
    assert failed == ([failing] if failing else [])


@pytest.mark.parametrize(
    ("one", "forms", "row"),
    [
        (opening_stock, PURE_2021, {"/rules/issued": 3, "/rules/in_force": None}),
        (
            newly_disclosed_within_total,
            PURE_2019,
            {"/rules/newly_disclosed": 5, "/rules/total_disclosed": None},
        ),
        (items_left, PURE_2019, {"/licensing/net_change": -3, "/licensing/prior_year_items": None}),
    ],
)
def test_a_stock_left_blank_is_not_zero(one: Rule, forms: Forms, row: dict[str, Any]) -> None:
    first, *_ = one(case(forms, table_2=row), "zero")
    assert first.verdict is Verdict.NOT_EVALUATED


@pytest.mark.parametrize(
    ("one", "forms", "row"),
    [
        # Issued in December, in force from January; expired in the year of its issue.
        (opening_stock, PURE_2021, {"/normative_documents/issued": 1}),
        # Disclosed and withdrawn in the same year.
        (newly_disclosed_within_total, PURE_2019, {"/rules/newly_disclosed": 1}),
        # Paid for last year's project; awarded, and not paid yet.
        (amount_has_projects, PURE_2019, {"/procurement/amount": Money(Decimal("10.4"), "万元")}),
        (projects_have_amount, PURE_2019, {"/procurement/projects": 1}),
    ],
    ids=lambda one: one.id if isinstance(one, Rule) else "",
)
def test_what_a_correct_report_may_say_is_a_hint_at_most(
    one: Rule, forms: Forms, row: dict[str, Any]
) -> None:
    findings = check(case(forms, table_2=row)).findings
    assert [(f.rule_id, f.severity) for f in findings] == [(one.id, Severity.INFO)]


def test_projects_and_payments_are_linked_by_practice_and_not_by_logic() -> None:
    for one in (amount_has_projects, projects_have_amount):
        assert one.authority is Authority.PRACTICE
