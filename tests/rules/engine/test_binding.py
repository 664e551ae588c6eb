"""From the language of rules to the checks on a form: what its domains and terms mean there."""

from typing import Any

import pytest

from govdisclosure.findings import Verdict
from govdisclosure.form import Kind
from govdisclosure.model import EDITION_2019, EDITION_2021
from govdisclosure.rules import RULES, Rule, select
from govdisclosure.rules.engine import Side, bind
from govdisclosure.rules.engine._binding import Term
from govdisclosure.rules.engine.expressions import (
    Additive,
    Amounts,
    CellValue,
    Columns,
    Constant,
    Counts,
    Details,
    Domain,
    Equal,
    ForEach,
    Lines,
    Parts,
    Statement,
    Sum,
    SumOver,
)
from govdisclosure.rules.requests import request_balance
from tests.support.cases import PURE_2019, PURE_2021, WITH_FREEDONIA, Forms
from tests.support.freedonia import FREEDONIA
from tests.support.rules import GROUP, TOTAL, UPHELD, some_rule

D = "/proactive_disclosure"


def values(domain: Domain, report: Any) -> list[str]:
    """What a domain means on a form: the cells reached by a template of it alone."""
    template = f"{GROUP}/{{x}}" if isinstance(domain, Columns | Parts) else "{x}"
    template = (
        template
        if isinstance(domain, Columns | Parts | Counts | Amounts | Additive)
        else "{x}/total"
    )
    checks = bind(ForEach("x", domain, Equal(CellValue(template), Constant(0))), report)
    return [check.pointer for check in checks]


def test_columns_are_all_cells_of_a_row() -> None:
    names = ("upheld", "corrected", "other_result", "pending", "total")
    assert values(Columns(GROUP), EDITION_2021.form) == [f"{GROUP}/{name}" for name in names]


def test_parts_are_the_cells_of_a_row_without_its_total() -> None:
    names = ("upheld", "corrected", "other_result", "pending")
    assert values(Parts(GROUP), EDITION_2021.form) == [f"{GROUP}/{name}" for name in names]


def test_lines_are_the_rows_below_an_address_or_at_it() -> None:
    other = "/requests/outcomes/other"
    assert values(Lines(other), EDITION_2019.form) == [f"{other}/total"]
    assert values(Lines(other), EDITION_2021.form) == [
        f"{other}/{reason}/total" for reason in ("overdue_supplement", "unpaid_fee", "residual")
    ]


def test_an_address_does_not_reach_rows_whose_names_begin_alike() -> None:
    with_total = "/requests/outcomes/unavailable/not"
    assert not bind(
        ForEach("x", Lines(with_total), Equal(CellValue("{x}/total"), Constant(0))),
        EDITION_2021.form,
    )[0].applicable


def test_details_are_the_rows_that_a_total_row_sums() -> None:
    lines, details = (values(d("/requests/outcomes"), EDITION_2021.form) for d in (Lines, Details))
    assert [p for p in lines if p not in details] == ["/requests/outcomes/total/total"]


def test_details_leave_out_the_total_that_an_inner_group_prints() -> None:
    """Else Freedonia's refusals would be counted twice."""
    assert values(Details("/requests/outcomes"), FREEDONIA.blank().form) == [
        "/requests/outcomes/granted/total",
        "/requests/outcomes/refused/secret/of_state/total",
        "/requests/outcomes/refused/secret/of_the_kitchen/total",
        "/requests/outcomes/refused/unwelcome/total",
    ]


def test_cells_are_told_apart_by_what_may_stand_in_them() -> None:
    form, fees = EDITION_2019.form, "/proactive_disclosure/fees"
    assert values(Counts(fees), form) == [f"{fees}/prior_year_items"]
    amount = "/proactive_disclosure/procurement/amount"
    assert values(Amounts("/proactive_disclosure"), form) == [amount]
    assert values(Amounts("/proactive_disclosure"), EDITION_2021.form) == [
        "/proactive_disclosure/fees/amount_wan_yuan"
    ]
    additive = values(Additive("/proactive_disclosure"), form)
    assert amount not in additive
    assert len(additive) == 21


def test_every_cell_is_a_count_a_change_or_an_amount() -> None:
    for edition in (EDITION_2019, EDITION_2021, FREEDONIA):
        counts, amounts = (values(kind(D), edition.form) for kind in (Counts, Amounts))
        cells = edition.form.cells_below(D)
        changes = [cell for cell in cells if edition.form.cells[cell].kind is Kind.CHANGE]
        assert sorted(counts + amounts + changes) == sorted(cells)


def test_a_sum_over_a_domain_becomes_one_side_of_an_equation() -> None:
    holds = Equal(
        CellValue(TOTAL) + CellValue(UPHELD, -1) + Constant(2),
        Sum((SumOver("part", Parts(GROUP), CellValue(GROUP + "/{part}", 2)), Constant(-1))),
    )
    [check] = bind(holds, EDITION_2019.form)
    parts = ("upheld", "corrected", "other_result", "pending")
    assert check.left == Side((Term(TOTAL, 1), Term(UPHELD, -1)), 2)
    assert check.right == Side(tuple(Term(f"{GROUP}/{part}", 2) for part in parts), -1)


def test_binding_is_done_once_for_a_form() -> None:
    assert bind(request_balance.holds, EDITION_2021.form) is bind(
        request_balance.holds, EDITION_2021.form
    )


@pytest.mark.parametrize(
    "holds",
    [
        Equal(CellValue("/proactive_disclosure/procurement/projects"), Constant(0)),
        ForEach(
            "x",
            Columns("/proactive_disclosure/procurement"),
            Equal(CellValue("/proactive_disclosure/procurement/{x}"), Constant(0)),
        ),
        Equal(
            Constant(0),
            SumOver(
                "x",
                Columns("/proactive_disclosure/procurement"),
                CellValue("/proactive_disclosure/procurement/{x}"),
            ),
        ),
    ],
)
def test_what_an_edition_does_not_print_is_not_applicable(holds: Statement) -> None:
    one = some_rule(holds)
    [result] = one(PURE_2021.blank(0))
    assert result.verdict is Verdict.NOT_APPLICABLE
    assert (result.operands, result.missing, result.difference) == ((), (), None)
    assert result.pointer.startswith("/proactive_disclosure/procurement")
    assert result.message.render() == f"这一版表格没有 {result.pointer}"
    assert {r.verdict for r in one(PURE_2019.blank(0))} == {Verdict.PASS}


def test_a_term_that_is_not_printed_is_never_left_out_of_a_sum() -> None:
    holds = Equal(CellValue(TOTAL), CellValue(UPHELD) + CellValue(GROUP + "/withdrawn"))
    [check] = bind(holds, EDITION_2021.form)
    assert (check.applicable, check.pointer) == (False, GROUP + "/withdrawn")


FORM = select(RULES, "form")


@pytest.mark.parametrize("one", FORM, ids=lambda r: r.id)
@pytest.mark.parametrize("forms", WITH_FREEDONIA, ids=str)
def test_every_rule_of_the_form_applies_to_every_form(one: Rule, forms: Forms) -> None:
    assert all(check.applicable for check in bind(one.holds, forms.blank().form))


@pytest.mark.parametrize("one", RULES, ids=lambda r: r.id)
def test_every_rule_applies_to_some_form(one: Rule) -> None:
    checks = [c for f in WITH_FREEDONIA for c in bind(one.holds, f.blank().form)]
    assert any(check.applicable for check in checks)


EQUALITIES = {"2019": 40, "2021": 42, "Freedonia": 20}
"""Columns twice, rows, and three groups of table 4, by the edition of table 3."""


@pytest.mark.parametrize("forms", WITH_FREEDONIA, ids=str)
def test_the_form_has_as_many_equalities_as_it_prints(forms: Forms) -> None:
    form = forms.blank().form
    checks = [check for one in FORM for check in bind(one.holds, form)]
    assert sum(check.relation == "=" for check in checks) == EQUALITIES[forms.requests.name]
