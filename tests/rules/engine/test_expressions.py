"""The language of rules: what its values mean on a report type, and what is refused."""

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from govdisclosure.findings import Number, Severity, Verdict
from govdisclosure.form.law import NOTICE_2021
from govdisclosure.i18n import ENGLISH, Text
from govdisclosure.model import EDITION_2019, EDITION_2021
from govdisclosure.rules import RULES, Authority, Rule, Scope, rule, select
from govdisclosure.rules.engine import Side, bind
from govdisclosure.rules.engine._binding import Term
from govdisclosure.rules.engine.expressions import (
    CellValue,
    Columns,
    Compare,
    Constant,
    Details,
    Domain,
    Equal,
    ForEach,
    Lines,
    Parts,
    Statement,
    Sum,
    SumOver,
    Unsigned,
)
from govdisclosure.rules.requests import request_balance
from tests.support.cases import PURE_2019, PURE_2021, WITH_FREEDONIA, Forms
from tests.support.freedonia import FREEDONIA

GROUP = "/review_and_litigation/reconsideration"
UPHELD, PENDING, TOTAL = f"{GROUP}/upheld", f"{GROUP}/pending", f"{GROUP}/total"
FEES = "/proactive_disclosure/fees/amount_wan_yuan"


def some_rule(holds: Statement, **changes: Any) -> Rule:
    one = Rule(
        id="X-TEST",
        title=Text("试", "test"),
        sentence=Text("试", "test"),
        authority=Authority.DERIVED,
        source=NOTICE_2021,
        severity=Severity.INFO,
        scope=Scope.TABLE,
        holds=holds,
        message="out_of_order",
    )
    return evolve(one, **changes)


def values(domain: Domain, report: Any) -> list[str]:
    """What a domain means on a report type: the cells reached by a template of it alone."""
    template = f"{GROUP}/{{x}}" if isinstance(domain, Columns | Parts) else "{x}"
    template = template if isinstance(domain, Columns | Parts | Unsigned) else "{x}/total"
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


def test_unsigned_cells_are_those_that_are_no_changes() -> None:
    assert values(Unsigned("/proactive_disclosure/fees"), EDITION_2019.form) == [
        "/proactive_disclosure/fees/prior_year_items"
    ]


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
    [result] = some_rule(holds)(PURE_2021.blank(0))
    assert (result.verdict, result.pointer) == (Verdict.NOT_APPLICABLE, GROUP + "/withdrawn")


@pytest.mark.parametrize(
    ("relation", "upheld", "verdict"),
    [
        (">=", 4, Verdict.FAIL),
        (">=", 5, Verdict.PASS),
        ("<=", 5, Verdict.PASS),
        ("<=", 6, Verdict.FAIL),
    ],
)
def test_a_comparison_includes_equality(relation: Any, upheld: int, verdict: Verdict) -> None:
    one = some_rule(Compare(CellValue(UPHELD), relation, CellValue(PENDING)))
    [result] = one(PURE_2021.blank(0).replace({UPHELD: upheld, PENDING: 5}))
    assert result.verdict is verdict


def test_a_failed_comparison_says_what_should_be() -> None:
    one = some_rule(Compare(CellValue(UPHELD), "<=", CellValue(PENDING)))
    [result] = one(PURE_2021.blank(0).replace({UPHELD: 6, PENDING: 5}))
    assert result.message.render() == "结果维持 6，应当不大于尚未审结 5，前者多 1"
    assert (
        result.message.render(ENGLISH)
        == "Upheld 6; it should be not more than Pending 5; the first is larger by 1"
    )


def test_coefficients_and_constants_are_spelled() -> None:
    holds = Equal(
        CellValue(TOTAL) + CellValue(UPHELD, -1) + Constant(2),
        CellValue(UPHELD)
        + CellValue(PENDING, 2)
        + CellValue(GROUP + "/corrected", -1)
        + Constant(3),
    )
    [result] = some_rule(holds, message="sums_differ")(
        PURE_2021.blank(0).replace({TOTAL: 9, UPHELD: 4, PENDING: 1, GROUP + "/corrected": 1})
    )
    assert (result.left, result.right, result.difference) == (7, 8, -1)
    assert result.message.render() == (
        "总计 9－结果维持 4＋2＝7；各项之和 8（结果维持 4＋2×尚未审结 1－结果纠正 1＋3）；"
        "两者应当相等，后者多 1"
    )


@pytest.mark.parametrize(
    ("tolerance", "amount", "verdict"),
    [
        (0, "0.30", Verdict.PASS),
        (0, "0.3000000000000000000000000000001", Verdict.FAIL),
        (Decimal("0.01"), "0.31", Verdict.PASS),
        (Decimal("0.01"), "0.32", Verdict.FAIL),
    ],
)
def test_amounts_are_compared_exactly(tolerance: Number, amount: str, verdict: Verdict) -> None:
    """0.1 + 0.2 is 0.3 here, and 31 decimals are not rounded away."""
    fees = CellValue(FEES, 10) + CellValue("/proactive_disclosure/rules/issued", -3)
    one = some_rule(Equal(fees, Constant(0)), tolerance=tolerance * 10)
    report = PURE_2021.blank(0).replace(
        {FEES: Decimal(amount), "/proactive_disclosure/rules/issued": 1}
    )
    assert [result.verdict for result in one(report)] == [verdict]


def test_cells_of_two_tables_share_the_whole_report_as_their_place() -> None:
    [result] = some_rule(Equal(CellValue(TOTAL), CellValue("/requests/received/total")))(
        PURE_2021.blank(0).replace({TOTAL: 1})
    )
    assert result.finding().render() == (
        "整份报告：行政复议／总计 1，应当等于一、本年新收政府信息公开申请数量／总计 0，前者多 1"
    )


def test_only_a_failure_is_a_finding() -> None:
    with pytest.raises(ValueError, match="only a failure is a finding"):
        request_balance(PURE_2021.blank(0))[0].finding()


@pytest.mark.parametrize("address", ["", "requests", "/", "/a//b", "/A", "/a/", "/{}", "/a b"])
def test_a_malformed_address_is_refused_when_written(address: str) -> None:
    with pytest.raises(ValueError, match="not an address template"):
        CellValue(address)
    with pytest.raises(ValueError, match="not an address template"):
        Lines(address)


@pytest.mark.parametrize(
    ("holds", "message"),
    [
        (Equal(CellValue("{x}"), Constant(0)), "nothing gives {x}"),
        (ForEach("x", Columns("/{x}"), Equal(CellValue("/a"), Constant(0))), "nothing gives {x}"),
        (
            ForEach(
                "x", Lines("/a"), ForEach("x", Lines("/a"), Equal(CellValue("{x}"), Constant(0)))
            ),
            "{x} is given twice",
        ),
        (Equal(SumOver("x", Lines("/a"), CellValue("{x}")), CellValue("{x}")), "nothing gives {x}"),
    ],
)
def test_a_rule_with_a_loose_variable_is_refused(holds: Statement, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        some_rule(holds)


def test_an_unknown_kind_is_refused_and_never_skipped() -> None:
    odd: Any = "/requests/received/total"
    with pytest.raises(TypeError, match="not a kind of rule"):
        some_rule(Equal(CellValue(TOTAL), odd))


def test_a_rule_without_its_message_is_refused() -> None:
    with pytest.raises(ValueError, match="no message 'nonsense'"):
        some_rule(Equal(CellValue(TOTAL), Constant(0)), message="nonsense")


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


def test_every_id_is_found_and_used_once() -> None:
    assert [rule(one.id) for one in RULES] == list(RULES)
    assert len({one.id for one in RULES}) == len(RULES)
    with pytest.raises(KeyError, match="no rule 'STAT-NONE'"):
        rule("STAT-NONE")


@pytest.mark.parametrize("one", RULES, ids=lambda r: r.id)
def test_every_rule_speaks_both_languages_and_names_known_rules(one: Rule) -> None:
    assert all([one.title.zh, one.title.en, one.sentence.zh, one.sentence.en])
    assert set(one.related) <= {other.id for other in RULES} - {one.id}
    assert repr(one) == f"<Rule {one.id}>"
