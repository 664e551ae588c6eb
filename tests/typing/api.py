"""Checked by mypy and pyright, never run: what the types promise to users.

A line with ``type: ignore`` must be an error: both checkers complain of an ignore that is
not needed (mypy by ``warn_unused_ignores``, which is part of ``strict``).
"""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from decimal import Decimal
from fractions import Fraction
from typing import assert_type

from govdisclosure import (
    EDITION_2021,
    Report2019,
    Report2021,
    check,
    compare,
    diagnose,
    loads,
    read_text,
)
from govdisclosure.analysis.comparison import Comparison
from govdisclosure.analysis.metrics import granted_per_outcome
from govdisclosure.findings import Finding
from govdisclosure.form import Money
from govdisclosure.model import AnyReport, OfficialReport, Report, edition_2019, edition_2021
from govdisclosure.model.parts import ByApplicant
from govdisclosure.rules import RULES, Result, Rule

Hybrid = Report[edition_2021.ProactiveDisclosure, edition_2019.Requests]
OtherHybrid = Report[edition_2019.ProactiveDisclosure, edition_2021.Requests]


def every_cell_is_known(old: Report2019, new: Report2021, hybrid: Hybrid) -> None:
    assert_type(old.requests.received.natural_person, int | None)
    assert_type(old.proactive_disclosure.procurement.amount, Money)
    assert_type(new.proactive_disclosure.fees.amount_wan_yuan, Decimal | None)
    assert_type(new.requests.outcomes.other.residual.total, int | None)
    assert_type(hybrid.requests.outcomes.other, ByApplicant)
    assert_type(hybrid.proactive_disclosure.rules.in_force, int | None)


def a_row_of_the_other_edition_is_an_error(old: Report2019, new: Report2021) -> None:
    print(new.proactive_disclosure.procurement)  # type: ignore[attr-defined]
    print(old.requests.outcomes.other.residual)  # type: ignore[attr-defined]
    print(new.proactive_disclosure.fees.prior_year_items)  # type: ignore[attr-defined]


def a_missing_cell_is_an_error() -> None:
    ByApplicant(1, 0, 0, 0, 0, 0)  # type: ignore[call-arg]
    edition_2021.Documents(issued=1, repealed=0)  # type: ignore[call-arg]
    edition_2021.Fees(amount_wan_yuan="2.36")  # type: ignore[arg-type]


def an_edition_gives_its_own_report() -> None:
    assert_type(EDITION_2021.blank(), Report2021)
    assert_type(EDITION_2021.blank().replace({"/year": 2023}), Report2021)


def what_is_read_knows_its_cells(text: str) -> None:
    report = read_text(text).report
    assert_type(report.requests.received.total, int | None)
    print(report.requests.recieved)  # type: ignore[union-attr]
    print(report.proactive_disclosure.procurement)  # type: ignore[union-attr]
    if EDITION_2021.is_form_of(report):
        assert_type(report.proactive_disclosure.fees.amount_wan_yuan, Decimal | None)


def a_class_narrows_a_report(report: OfficialReport) -> None:
    if isinstance(report, Report2021):
        assert_type(report, Report2021)
    else:
        assert_type(report, Report2019 | Hybrid | OtherHybrid)
    if not isinstance(report, Report2019):
        assert_type(report, Report2021 | Hybrid | OtherHybrid)
        return
    assert_type(report.proactive_disclosure.procurement.amount, Money)


def a_match_narrows_a_report(report: OfficialReport) -> None:
    match report:
        case Report2021(year=year):
            assert_type(year, int | None)
            assert_type(report, Report2021)
        case Report2019(requests=requests):
            assert_type(requests.outcomes.other, ByApplicant)
        case _:
            assert_type(report, Hybrid | OtherHybrid)


def a_report_of_any_form_is_narrowed_too(report: AnyReport) -> None:
    if isinstance(report, Report2021):
        assert_type(report.proactive_disclosure.fees.amount_wan_yuan, Decimal | None)


def loading_gives_a_report_on_an_official_form(text: str) -> None:
    assert_type(loads(text), Report2019 | Report2021 | Hybrid | OtherHybrid)


def a_repair_gives_a_report_of_the_same_form(new: Report2021) -> None:
    for fault in diagnose(new).faults:
        assert_type(fault.repairs[0].apply(new), Report2021)


def a_rule_is_found_by_its_id(new: Report2021) -> None:
    assert_type(RULES["STAT-REQ-ROWS"], Rule)
    assert_type(RULES[0], Rule)
    assert_type(RULES[1:], tuple[Rule, ...])
    assert_type(RULES["STAT-REQ-ROWS"](new), tuple[Result, ...])
    RULES[None]  # type: ignore[call-overload]


def the_findings_are_typed(text: str) -> None:
    assert_type(check(loads(text)).findings, tuple[Finding, ...])
    assert_type(check(read_text(text).report).passed, bool)


def reports_of_any_edition_are_compared_and_measured(old: Report2019, new: Report2021) -> None:
    assert_type(compare(old, new), Comparison)
    assert_type(compare(old, new).cells[0].growth, Fraction | None)
    assert_type(granted_per_outcome(new).value, Fraction | None)
    compare(old)  # type: ignore[call-arg]
