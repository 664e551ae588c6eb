"""The equations are those that checking evaluates, and are off where it finds them so."""

from collections import Counter
from itertools import combinations

import pytest
from attrs import evolve

from govdisclosure.analysis.diagnosis._equations import Sums, add_up, equations_of, groups
from govdisclosure.findings import Verdict
from govdisclosure.model import AnyReport
from govdisclosure.rules import RULES, check, select
from govdisclosure.rules.engine import Blanks, read
from govdisclosure.rules.engine.expressions import CellValue, Constant, Equal
from tests.support import cases
from tests.support.cases import WITH_FREEDONIA, Forms, case

FORM = select(RULES, "form")


def sums_of(report: AnyReport, blanks: Blanks = "unknown") -> Sums:
    return add_up(equations_of(FORM, report.form), read(report, blanks))


REPORTS = {
    **{name: getattr(cases, name) for name in "AFHJL"},
    **{f"minimal {f}": case(f, cases.MINIMAL, cases.MINIMAL_CASES) for f in cases.FORMS},
    **{f"ones {f}": f.blank(1) for f in WITH_FREEDONIA},
    **{f"blank {f}": f.blank() for f in WITH_FREEDONIA},
}


@pytest.mark.parametrize("blanks", ["unknown", "zero"])
@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_they_are_off_and_open_where_checking_says_so(report: AnyReport, blanks: Blanks) -> None:
    sums = sums_of(report, blanks)
    results = {
        (r.rule.id, r.pointer): r
        for r in check(report, preset="form", blanks=blanks).results
        if r.check.relation == "=" and r.verdict is not Verdict.NOT_APPLICABLE
    }
    equations = {(e.rule.id, e.check.pointer): n for n, e in enumerate(sums.system.equations)}
    assert equations.keys() == results.keys()
    for key, n in equations.items():
        assert (n in sums.open) == (results[key].verdict is Verdict.NOT_EVALUATED)
        assert sums.off.get(n, 0) == (results[key].difference or 0)


@pytest.mark.parametrize("forms", WITH_FREEDONIA, ids=str)
def test_every_cell_of_tables_3_and_4_stands_in_one(forms: Forms) -> None:
    sums = sums_of(forms.blank(0))
    bound = {a for a, touching in zip(sums.system.cells, sums.touching, strict=True) if touching}
    assert bound == {a for a in sums.system.cells if not a.startswith("/proactive_disclosure")}


def test_faults_of_two_tables_are_apart_and_those_of_one_are_not() -> None:
    report = case(cases.PURE_2021, cases.MINIMAL, cases.MINIMAL_CASES)
    sums = sums_of(report)
    rules = [sorted({sums.system.equations[e].rule.id for e in group}) for group in groups(sums)]
    assert rules == [["STAT-REQ-OUTCOMES"], ["STAT-CASE-TOTALS"]]


def test_money_enters_no_equation() -> None:
    sums = sums_of(cases.FORMS[0].blank(0))
    assert not any(
        "amount" in sums.system.cells[c] for e in sums.system.equations for c, _ in e.terms
    )


def test_a_sum_of_blanks_alone_says_nothing_whatever_the_policy() -> None:
    address = "/requests/received/natural_person"
    rule = evolve(FORM[0], holds=Equal(CellValue(address), Constant(1)))
    report = cases.PURE_2021.blank()
    values = read(report, "zero")
    sums = add_up(equations_of((rule,), report.form), values)
    assert values.numbers[address] == 0
    assert (sums.off, [*sums.open]) == ({}, [0])


@pytest.mark.parametrize("forms", cases.FORMS[:2], ids=str)
def test_fewer_than_four_wrong_cells_of_table_3_never_cancel(forms: Forms) -> None:
    """To cancel, every equation that one of them touches must be touched by another."""
    sums = sums_of(forms.blank(0))
    equations_of_cell = {
        c: {e for e, _ in terms}
        for c, terms in enumerate(sums.touching)
        if sums.system.cells[c].startswith("/requests/")
    }
    assert len(equations_of_cell) in (161, 175)
    for cell, own in equations_of_cell.items():
        others = [terms for c, terms in equations_of_cell.items() if c != cell and own & terms]
        assert not any(own <= terms for terms in others)
        for second, third in combinations(others, 2):
            assert 1 in Counter([*own, *second, *third]).values()
