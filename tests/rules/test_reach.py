"""A rule of one's own cannot be mute: its addresses are on some form, or it is refused."""

import pytest

from govdisclosure.model import EDITION_2019, EDITION_2021, EDITIONS, AnyReport, all_forms
from govdisclosure.rules import RULES, Rule, check
from govdisclosure.rules._reach import require_reach
from govdisclosure.rules.engine.expressions import (
    Additive,
    Cells,
    CellsFilled,
    CellValue,
    Columns,
    Compare,
    Constant,
    Equal,
    ForEach,
    Implies,
    Lines,
    Parts,
    PeriodInYear,
    SectionPresent,
    Statement,
    Sum,
    SumOver,
)
from tests.support.freedonia import FREEDONIA
from tests.support.rules import TOTAL, some_rule

ZERO = Constant(0)
THIS, LAST = EDITION_2021.blank(year=2023, number=0), EDITION_2021.blank(year=2022, number=0)

MISTYPED: dict[str, Statement] = {
    "a cell": Equal(CellValue("/requests/recieved/total"), ZERO),
    "one cell of a sum": Equal(Sum((CellValue(TOTAL), CellValue(f"{TOTAL}s"))), ZERO),
    "a row for a cell": Equal(CellValue("/requests/received"), ZERO),
    "a condition": Implies(
        Compare(CellValue("/a/b"), ">", ZERO), Compare(CellValue(TOTAL), ">", ZERO)
    ),
    "a consequence": Implies(
        Compare(CellValue(TOTAL), ">", ZERO), Compare(CellValue("/a/b"), ">", ZERO)
    ),
    "the columns of a row": ForEach(
        "c", Columns("/requests/recieved"), Equal(CellValue("/requests/received/{c}"), ZERO)
    ),
    "a column of every row": ForEach(
        "row", Lines("/requests"), Equal(CellValue("{row}/totals"), ZERO)
    ),
    "what is added up": Equal(
        CellValue(TOTAL), SumOver("p", Parts("/requests/recieved"), CellValue("/requests/{p}"))
    ),
    "cells that should be filled": CellsFilled(Cells("/request")),
    "a section": SectionPresent("/problems"),
    "a table for a section": SectionPresent("/requests"),
    "a period": PeriodInYear("/periods"),
    "a year for a period": PeriodInYear("/year"),
    "a cell of last year": Equal(CellValue(TOTAL), CellValue(f"{TOTAL}s", of="previous")),
    "a cell of the bodies below": Equal(CellValue(TOTAL), CellValue(f"{TOTAL}s", of="children")),
    "each cell of the bodies below": ForEach(
        "c", Additive(""), Equal(CellValue("{c}"), CellValue("{c}/x", of="children"))
    ),
    "what no form has together": Equal(
        CellValue("/proactive_disclosure/rules/issued"),
        CellValue("/proactive_disclosure/rules/newly_produced"),
    ),
}

every_mistyped = pytest.mark.parametrize("holds", MISTYPED.values(), ids=MISTYPED.keys())


@every_mistyped
def test_a_rule_whose_address_is_on_no_form_is_refused_when_it_is_first_used(
    holds: Statement,
) -> None:
    mute = some_rule(holds)
    for use in (
        lambda: check(THIS, rules=[mute]),
        lambda: check(THIS, rules=[*RULES, mute], previous=LAST, subordinates=[THIS]),
        lambda: mute(THIS),
        lambda: mute(THIS, previous=LAST, subordinates=[THIS, THIS]),
        lambda: mute(FREEDONIA.blank(number=0)),
    ):
        with pytest.raises(ValueError, match=f"{mute.id} speaks of what no form has"):
            use()


def test_the_address_is_named() -> None:
    with pytest.raises(ValueError, match=r": /requests/recieved/total$"):
        some_rule(MISTYPED["a cell"])(THIS)


OF_2021 = "/proactive_disclosure/rules/newly_produced"


@pytest.mark.parametrize(
    ("condition", "consequence", "named"),
    [
        ("/a/b", TOTAL, "/a/b"),
        (TOTAL, "/a/b", "/a/b"),
        ("/a/b", "/c/d", "/a/b, /c/d"),
        ("/a/b", OF_2021, "/a/b"),
        (OF_2021, "/a/b", "/a/b"),
    ],
)
def test_of_a_condition_and_its_consequence_the_mistyped_one_is_named(
    condition: str, consequence: str, named: str
) -> None:
    given, holds = (Compare(CellValue(a), ">", ZERO) for a in (condition, consequence))
    with pytest.raises(ValueError, match=rf" \(together\): {named}$"):
        some_rule(Implies(given, holds))(THIS)


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.id)
def test_every_rule_of_the_catalogue_speaks_of_what_some_form_has(one: Rule) -> None:
    for form in (*all_forms(), FREEDONIA.form):
        require_reach(one.id, one.holds, form)


@pytest.mark.parametrize("report", [e.blank(number=0) for e in (*EDITIONS, FREEDONIA)])
def test_a_rule_of_one_edition_does_not_apply_to_another_and_is_not_refused(
    report: AnyReport,
) -> None:
    of_2019 = some_rule(Equal(CellValue("/proactive_disclosure/procurement/projects"), ZERO))
    [result] = check(report, rules=[of_2019]).results
    on_form = isinstance(report, type(EDITION_2019.blank()))
    assert result.verdict == ("pass" if on_form else "not_applicable")


def test_a_rule_of_an_edition_of_ones_own_is_taken_with_a_report_on_its_form() -> None:
    anthems = some_rule(Equal(CellValue("/proactive_disclosure/anthems/proclaimed"), ZERO))
    assert [str(r.verdict) for r in anthems(FREEDONIA.blank(number=0))] == ["pass"]
    assert check(FREEDONIA.blank(number=0), rules=[anthems]).findings == ()
    with pytest.raises(ValueError, match="no form has"):
        anthems(THIS)


def test_a_rule_between_forms_of_two_years_is_taken() -> None:
    """Both cells are on some form, and one report may follow the other."""
    between = Equal(
        CellValue("/proactive_disclosure/rules/in_force"),
        CellValue("/proactive_disclosure/rules/total_disclosed", of="previous"),
    )
    previous = EDITION_2019.blank(year=2022, number=0)
    assert [str(r.verdict) for r in some_rule(between)(THIS, previous=previous)] == ["pass"]
    assert [str(r.verdict) for r in some_rule(between)(THIS)] == ["not_applicable"]
