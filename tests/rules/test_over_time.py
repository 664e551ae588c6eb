"""This year's report against last year's, and what is said of two years that do not fit."""

from typing import Any

import pytest
from attrs import evolve

from govdisclosure.findings import Finding, Verdict
from govdisclosure.i18n import ENGLISH
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyReport
from govdisclosure.rules import check
from govdisclosure.rules.over_time import (
    OVER_TIME_RULES,
    carry_over,
    carry_over_by_applicant,
    documents_in_force,
    items_carried,
    pending_cases_go_on,
    total_disclosed_grows,
)
from tests.support.cases import APPLICANTS

LAST = EDITION_2021.blank(year=2023, number=0)
THIS = EDITION_2021.blank(year=2024, number=0)
OF_2019 = EDITION_2019.blank(year=2019, number=0)
OF_2020 = EDITION_2019.blank(year=2020, number=0)


def carried(report: AnyReport, row: str, *numbers: int) -> AnyReport:
    cells = zip(APPLICANTS, (*numbers, sum(numbers)), strict=True)
    return report.replace({f"/requests/{row}/{applicant}": n for applicant, n in cells})


def about_carry_over(this: AnyReport, last: AnyReport) -> list[Finding]:
    findings = check(this, previous=last).findings
    return [f for f in findings if f.rule_id.startswith("QUAL-REQ-CARRY-OVER")]


def test_what_was_left_over_is_carried_in_in_all_seven_columns() -> None:
    """Suqian 2023 and 2024: 118 and 3, 121 in all."""
    last = carried(LAST, "carried_out", 118, 3, 0, 0, 0, 0)
    this = carried(THIS, "carried_in", 118, 3, 0, 0, 0, 0)
    results = [r for one in OVER_TIME_RULES[:2] for r in one(this, previous=last)]
    assert [r.verdict for r in results] == [Verdict.PASS] * 7


def test_a_re_typed_applicant_is_named_as_such() -> None:
    last = carried(LAST, "carried_out", 118, 3, 0, 0, 0, 0)
    this = carried(THIS, "carried_in", 117, 4, 0, 0, 0, 0)
    first, second = about_carry_over(this, last)
    assert (first.rule_id, second.rule_id) == ("QUAL-REQ-CARRY-OVER-BY-APPLICANT",) * 2
    assert (first.caused_by, second.caused_by) == ((), (first.fingerprint,))
    assert first.explanation is not None
    assert first.explanation.key == "retyped"
    assert "Natural persons 1" in first.explanation.render(ENGLISH)


def test_a_total_that_differs_is_no_re_typed_applicant() -> None:
    last = carried(LAST, "carried_out", 118, 3, 0, 0, 0, 0)
    this = carried(THIS, "carried_in", 117, 3, 0, 0, 0, 0)
    findings = about_carry_over(this, last)
    assert [f.rule_id for f in findings] == [
        "QUAL-REQ-CARRY-OVER-BY-APPLICANT",
        "QUAL-REQ-CARRY-OVER",
    ]
    assert {f.explanation for f in findings} == {None}


@pytest.mark.parametrize("total", [12, 11])
def test_documents_in_force_follow_from_last_years(total: int) -> None:
    """Suqian: 11 + 2 - 1 = 12."""
    last = LAST.replace({"/proactive_disclosure/rules/in_force": 11})
    row = {"in_force": total, "issued": 2, "repealed": 1}
    this = THIS.replace({f"/proactive_disclosure/rules/{k}": v for k, v in row.items()})
    [rules, others] = documents_in_force(this, previous=last)
    assert rules.verdict is (Verdict.PASS if total == 12 else Verdict.FAIL)
    assert (rules.left, rules.right, others.verdict) == (total, 12, Verdict.PASS)


def test_prior_items_follow_from_last_years_items_and_change() -> None:
    last = OF_2019.replace(
        {
            "/proactive_disclosure/licensing/prior_year_items": 20,
            "/proactive_disclosure/licensing/net_change": -2,
        }
    )
    this = OF_2020.replace({"/proactive_disclosure/licensing/prior_year_items": 18})
    assert {r.verdict for r in items_carried(this, previous=last)} == {Verdict.PASS}
    wrong = this.replace({"/proactive_disclosure/licensing/prior_year_items": 22})
    [failed] = [r for r in items_carried(wrong, previous=last) if r.verdict is Verdict.FAIL]
    assert (failed.left, failed.right) == (22, 18)


def test_documents_may_be_withdrawn_but_do_not_come_from_nowhere() -> None:
    cell = "/proactive_disclosure/rules/total_disclosed"
    for total, verdict in ((3, Verdict.PASS), (5, Verdict.PASS), (6, Verdict.FAIL)):
        this = OF_2020.replace({cell: total, "/proactive_disclosure/rules/newly_disclosed": 1})
        [rules, _] = total_disclosed_grows(this, previous=OF_2019.replace({cell: 4}))
        assert rules.verdict is verdict


def test_cases_pending_last_year_are_found_again() -> None:
    last = LAST.replace({"/review_and_litigation/reconsideration/pending": 3})
    for total, verdict in ((3, Verdict.PASS), (2, Verdict.FAIL)):
        this = THIS.replace({"/review_and_litigation/reconsideration/total": total})
        assert pending_cases_go_on(this, previous=last)[0].verdict is verdict


def test_nothing_links_table_2_of_2020_to_that_of_2021() -> None:
    first_of_2021 = EDITION_2021.blank(year=2021, number=5)
    for one in (documents_in_force, items_carried, total_disclosed_grows):
        verdicts = {r.verdict for r in one(first_of_2021, previous=OF_2020)}
        assert verdicts == {Verdict.NOT_APPLICABLE}


def test_table_3_is_compared_across_editions() -> None:
    last = carried(OF_2020, "carried_out", 1, 0, 0, 0, 0, 0)
    this = carried(EDITION_2021.blank(year=2021, number=0), "carried_in", 1, 0, 0, 0, 0, 0)
    assert [r.verdict for r in carry_over(this, previous=last)] == [Verdict.PASS]


@pytest.mark.parametrize("year", [2022, 2024, None])
def test_years_that_do_not_follow_each_other_are_not_compared(year: int | None) -> None:
    last = carried(LAST, "carried_out", 1, 0, 0, 0, 0, 0).replace({"/year": year})
    results = [r for one in OVER_TIME_RULES for r in one(THIS, previous=last)]
    assert {r.verdict for r in results} <= {Verdict.NOT_EVALUATED, Verdict.NOT_APPLICABLE}
    assert {r.reason.key for r in results if r.reason} == {"years_not_consecutive"}
    assert check(THIS, previous=last).findings == ()


def test_without_last_years_report_the_rules_do_not_run_and_say_why_if_called() -> None:
    assert not {one.id for one in OVER_TIME_RULES} & {*check(THIS).rules}
    [result] = carry_over(THIS)
    assert (result.verdict, result.reason and result.reason.key) == (
        Verdict.NOT_EVALUATED,
        "no_previous",
    )


def test_a_blank_in_either_year_is_not_compared() -> None:
    for this, last in (
        (THIS.replace({"/requests/carried_in/natural_person": None}), LAST),
        (THIS, LAST.replace({"/requests/carried_out/natural_person": None})),
    ):
        [natural, *rest] = carry_over_by_applicant(this, previous=last)
        assert natural.verdict is Verdict.NOT_EVALUATED
        assert {r.verdict for r in rest} == {Verdict.PASS}
    assert natural.missing == ("previous:/requests/carried_out/natural_person",)


def test_a_blank_part_beside_last_years_total_is_not_zero() -> None:
    """Last year's total says 34 and its parts are blank: nothing says that none was a person's."""
    parts = dict.fromkeys(f"/requests/carried_out/{a}" for a in APPLICANTS[:-1])
    last = LAST.replace({**parts, "/requests/carried_out/total": 34})
    this = carried(THIS, "carried_in", 34, 0, 0, 0, 0, 0)
    assert [r.verdict for r in carry_over(this, "zero", previous=last)] == [Verdict.PASS]
    results = carry_over_by_applicant(this, "zero", previous=last)
    assert {r.verdict for r in results} == {Verdict.NOT_EVALUATED}


# Another body's report


@pytest.mark.parametrize(
    ("this", "last", "is_compared"),
    [
        ("青禾县溪口镇", "青禾县溪口镇人民政府", True),
        ("青禾县溪口镇", None, True),
        (None, "青禾县溪口镇", True),
        ("青禾县溪口镇", "青禾县", False),
        ("青禾市", "白水县", False),
    ],
)
def test_another_bodys_report_is_not_compared_and_the_reason_is_told(
    this: str | None, last: str | None, is_compared: bool
) -> None:
    previous = carried(LAST, "carried_out", 1, 0, 0, 0, 0, 0).replace({"/issuer/name": last})
    checked = check(THIS.replace({"/issuer/name": this}), previous=previous)
    reasons = {r.reason for r in checked.results if r.rule.id.startswith("QUAL-REQ-CARRY-OVER")}
    if is_compared:
        assert reasons == {None}
        assert about_carry_over(checked.report, previous)
    else:
        assert checked.findings == ()
        [reason] = reasons
        assert reason is not None
        assert reason.key == "previous_of_another"
        assert reason.params == {"previous": last, "issuer": this}
        assert last is not None
        assert last in reason.render(ENGLISH)


@pytest.mark.parametrize("year", ["2023", 2023.0, True, None])
def test_a_year_that_is_no_number_is_not_consecutive_and_raises_nothing(year: Any) -> None:
    last = evolve(carried(LAST, "carried_out", 1, 0, 0, 0, 0, 0), year=year)
    for this, previous in ((THIS, last), (evolve(THIS, year=year), LAST)):
        checked = check(this, previous=previous)
        assert checked.findings == checked.misfits
        of_years = [r for r in checked.results if r.rule in OVER_TIME_RULES]
        assert {r.reason.key for r in of_years if r.reason} == {"years_not_consecutive"}
        assert all(result.render() for result in checked.results)


@pytest.mark.parametrize("issuer", [None, "青禾县", 3])
def test_an_issuer_of_another_type_raises_nothing(issuer: Any) -> None:
    last = evolve(LAST, issuer=issuer)
    for this, previous in ((THIS, last), (evolve(THIS, issuer=issuer), LAST)):
        checked = check(this, previous=previous)
        assert [f.pointer for f in checked.findings] == ["/issuer"] * (this is not THIS)
