"""Table 2: nothing but a net change is below zero, and nothing else is asserted."""

from decimal import Decimal

import pytest

from govdisclosure.findings import Number, Verdict
from govdisclosure.form import Money
from govdisclosure.rules import disclosure_non_negative
from tests.cases import FORMS, PURE_2019, PURE_2021, Forms, case

CELLS = {PURE_2019.disclosure.name: 22 - 5, PURE_2021.disclosure.name: 10}
"""All cells but the five of 本年增/减, which only the 2019 edition has."""


@pytest.mark.parametrize("forms", FORMS, ids=str)
def test_every_cell_without_a_sign_of_its_own_is_checked(forms: Forms) -> None:
    assert len(disclosure_non_negative(forms.blank(0))) == CELLS[forms.disclosure.name]


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
    ("forms", "cell", "written", "shown"),
    [
        (PURE_2021, "/fees/amount_wan_yuan", Decimal("-10.40"), "-10.40"),
        (PURE_2019, "/procurement/amount", Money(Decimal("-8040"), None), "-8040"),
        (PURE_2021, "/rules/in_force", -1, "-1"),
    ],
)
def test_a_negative_count_or_amount_fails(
    forms: Forms, cell: str, written: Number | Money, shown: str
) -> None:
    results = disclosure_non_negative(case(forms, table_2={cell: written}))
    [finding] = [r.finding() for r in results if r.verdict is Verdict.FAIL]
    assert finding.pointer == f"/proactive_disclosure{cell}"
    assert finding.message.say() == f"填的是 {shown}，这一格不应是负数"
    assert finding.message.say("en") == f"the cell says {shown}, and it cannot be negative"


def test_an_amount_without_a_number_is_not_evaluated() -> None:
    report = case(PURE_2019, table_2={"/procurement/amount": Money(None, "万元")})
    for blanks in ("unknown", "zero"):
        [result] = [r for r in disclosure_non_negative(report, blanks) if r.missing]
        assert result.missing == ("/proactive_disclosure/procurement/amount",)


@pytest.mark.parametrize("huge", ["1E+999999", "-1E+999999", "Infinity", "NaN"])
def test_an_amount_that_no_form_can_hold_is_no_number(huge: str) -> None:
    report = case(PURE_2021, table_2={"/fees/amount_wan_yuan": Decimal(huge)})
    [result] = [r for r in disclosure_non_negative(report) if r.verdict is not Verdict.PASS]
    assert result.verdict is Verdict.NOT_EVALUATED
