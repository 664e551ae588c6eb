"""Properties of the rules, filed under the words of the form that they prove."""

from copy import deepcopy
from decimal import Decimal
from itertools import product
from random import Random
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclosure.findings import Verdict
from govdisclosure.form import Kind, Money, number_of
from govdisclosure.i18n import CHINESE, ENGLISH
from govdisclosure.model import AnyReport
from govdisclosure.rules import PRESETS, CheckResult, check
from govdisclosure.rules.engine import Blanks
from govdisclosure.rules.requests import REQUEST_RULES
from govdisclosure.testing import consistent_reports, reports
from tests.support.by_hand import with_anything
from tests.support.cases import WITH_FREEDONIA, Forms, check_form

every_form = pytest.mark.parametrize("forms", WITH_FREEDONIA, ids=str)
often = settings(derandomize=True, deadline=None, max_examples=30)

NUMBERS = st.none() | st.integers(-3, 3) | st.integers(-(10**40), 10**40) | st.integers()
AMOUNTS = st.none() | st.decimals() | st.just(Decimal("-1E+999999"))


def sound(data: st.DataObject, forms: Forms) -> AnyReport:
    """A report without a blank that keeps every rule of the form."""
    return data.draw(
        consistent_reports(forms.disclosure.proactive_disclosure, forms.requests.requests)
    )


def with_gaps(data: st.DataObject, report: AnyReport) -> AnyReport:
    """The same with some cells of tables 3 and 4 blank and one number off."""
    cells = [p for p, _ in report.cells() if not p.startswith("/proactive_disclosure/")]
    blank = data.draw(st.sets(st.sampled_from(cells), max_size=40))
    off = data.draw(st.sampled_from(cells))
    return report.replace({off: data.draw(st.integers(-2, 10**6))} | dict.fromkeys(blank))


def wild(data: st.DataObject, forms: Forms) -> AnyReport:
    """Any numbers, or none, in every cell."""
    numbers = data.draw(st.lists(NUMBERS, min_size=1, max_size=6))
    amounts = data.draw(st.lists(AMOUNTS, min_size=1, max_size=3))
    dealer = Random(data.draw(st.integers(0, 2**32 - 1)))
    report = forms.blank()

    def dealt(kind: Kind) -> Any:
        match kind:
            case Kind.MONEY:
                return Money(dealer.choice(amounts), None)
            case Kind.AMOUNT:
                return dealer.choice(amounts)
            case _:
                return dealer.choice(numbers)

    return with_anything(report, {p: dealt(column.kind) for p, column in report.form.cells.items()})


def verdicts(checked: CheckResult) -> dict[tuple[str, str], Verdict]:
    return {(r.rule.id, r.pointer): r.verdict for r in checked.results}


class TestFirstAndSecondEqualThirdAndFourth:
    """本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和 (corner of table 3)"""

    @every_form
    @given(data=st.data())
    @often
    def test_a_report_that_reconciles_passes_every_rule(
        self, forms: Forms, data: st.DataObject
    ) -> None:
        report = sound(data, forms)
        for blanks in ("unknown", "zero"):
            assert {result.verdict for result in check_form(report, blanks=blanks).results} == {
                Verdict.PASS
            }

    @pytest.mark.slow
    @every_form
    @given(data=st.data())
    @often
    def test_no_single_number_of_table_3_can_change_unseen(
        self, forms: Forms, data: st.DataObject
    ) -> None:
        report = sound(data, forms)
        cells: dict[str, Any] = {p: n for p, n in report.cells() if p.startswith("/requests/")}
        cell = data.draw(st.sampled_from(sorted(cells)))
        delta = data.draw(st.integers().filter(bool))
        wrong = report.replace({cell: cells[cell] + delta})
        findings = check_form(wrong, rules=REQUEST_RULES).findings
        assert any(cell in [o.pointer for o in finding.operands] for finding in findings)


class TestTotals:
    """总计"""

    @pytest.mark.slow
    @every_form
    @given(data=st.data())
    @often
    def test_no_single_number_of_table_4_can_change_unseen(
        self, forms: Forms, data: st.DataObject
    ) -> None:
        report = sound(data, forms)
        cells: dict[str, Any] = {
            p: n for p, n in report.cells() if p.startswith("/review_and_litigation/")
        }
        cell = data.draw(st.sampled_from(sorted(cells)))
        delta = data.draw(st.integers().filter(bool))
        [first, *_] = check_form(report.replace({cell: cells[cell] + delta})).findings
        assert cell in [operand.pointer for operand in first.operands]


class TestBlankCells:
    """A cell without a number is not a zero; the form says nothing about it."""

    @pytest.mark.slow
    @every_form
    @given(data=st.data())
    @often
    def test_nothing_fails_where_a_number_is_missing(
        self, forms: Forms, data: st.DataObject
    ) -> None:
        report = with_gaps(data, sound(data, forms))
        numbers = dict(report.cells())
        for result in check_form(report).results:
            blank = [s.pointer for s in result.check.terms if numbers[s.pointer] is None]
            assert result.missing == tuple(blank)
            assert (result.verdict is Verdict.NOT_EVALUATED) == bool(blank)

    @pytest.mark.slow
    @every_form
    @given(data=st.data())
    @often
    def test_reading_blanks_as_zero_changes_no_verdict_that_was_given(
        self, forms: Forms, data: st.DataObject
    ) -> None:
        report = with_gaps(data, sound(data, forms))
        unknown, zero = (verdicts(check_form(report, blanks=b)) for b in ("unknown", "zero"))
        given_before = {k: v for k, v in unknown.items() if v is not Verdict.NOT_EVALUATED}
        assert given_before == {k: zero[k] for k in given_before}

    @every_form
    @given(data=st.data())
    @often
    def test_zeros_left_blank_are_never_accused(self, forms: Forms, data: st.DataObject) -> None:
        """Bodies that do not write their zeros, in any cells, have made no mistake."""
        report = sound(data, forms)
        empty = {p for p, n in report.cells() if n == 0 and "/fees/" not in p}
        silent = data.draw(st.sets(st.sampled_from(sorted(empty)))) if empty else set[str]()
        counts = {p: None for p in silent if report.form.cells[p].kind is Kind.COUNT}
        for blanks in ("unknown", "zero"):
            assert check_form(report.replace(counts), blanks=blanks).findings == ()

    @every_form
    @given(data=st.data())
    @often
    def test_totals_left_blank_are_never_accused(self, forms: Forms, data: st.DataObject) -> None:
        report = sound(data, forms)
        totals = [p for p, _ in report.cells() if "total" in p.split("/")]
        silent = data.draw(st.sets(st.sampled_from(totals)))
        for blanks in ("unknown", "zero"):
            assert check_form(report.replace(dict.fromkeys(silent)), blanks=blanks).findings == ()


class TestAnyReport:
    """Whatever a report says, checking it neither raises nor changes it."""

    @pytest.mark.slow
    @every_form
    @given(data=st.data())
    @often
    def test_any_numbers_give_results_in_both_languages(
        self, forms: Forms, data: st.DataObject
    ) -> None:
        report = wild(data, forms)
        for blanks in ("unknown", "zero"):
            checked = check_form(report, blanks=blanks)
            assert all(
                result.render(CHINESE) and result.render(ENGLISH) for result in checked.results
            )
            failures = checked.count(Verdict.FAIL) + len(checked.misfits)
            assert len(checked.findings) == failures

    @pytest.mark.slow
    @every_form
    @given(data=st.data())
    @often
    def test_the_report_stays_as_it_was(self, forms: Forms, data: st.DataObject) -> None:
        tables = forms.disclosure.proactive_disclosure, forms.requests.requests
        report = data.draw(reports(*tables))
        before = deepcopy(report)
        for blanks in ("unknown", "zero"):
            assert check_form(report, blanks=blanks) == check_form(before, blanks=blanks)
        assert report == before


class TestNothingPassesUnchecked:
    """A report without a number that was checked has not passed (house.md, the laws)"""

    @every_form
    @given(data=st.data())
    @often
    def test_what_passes_has_a_number_that_was_checked_and_no_misfit(
        self, forms: Forms, data: st.DataObject
    ) -> None:
        report = forms.blank()
        odd = st.sampled_from(["3", 3.0, True, "", []]) | st.floats()
        places = st.sampled_from([*report.form.cells])
        values = data.draw(st.dictionaries(places, NUMBERS | AMOUNTS | odd, max_size=8))
        report = with_anything(report, values)
        stated = {at for at, value in values.items() if number_of(value) is not None}
        for preset, blanks in product(PRESETS, get_args(Blanks)):
            result = check(report, preset=preset, blanks=blanks)
            if result.passed:
                assert not result.misfits
                assert result.coverage.evaluated > 0
                assert any(
                    {term.pointer for term in r.check.terms} & stated
                    for r in result.results
                    if r.check.compares and r.verdict in ("pass", "fail")
                )
