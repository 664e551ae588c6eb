from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.codec import WORDS
from govdisclosure.codec._shapes import EXTENSION_KEY
from govdisclosure.form import Kind
from govdisclosure.model import AnyReport, Report
from govdisclosure.rules import RULES, select
from govdisclosure.testing import amounts, consistent_reports, extensions, reports, words
from tests.support.forms import Form, every_form, some
from tests.support.freedonia import FREEDONIA, ProactiveDisclosure


def numbers(row: Any) -> tuple[int, ...]:
    return attrs.astuple(row)


def sound(form: Form) -> st.SearchStrategy[AnyReport]:
    return consistent_reports(form.proactive_disclosure, form.requests)


@every_form
def test_a_consistent_report_keeps_every_rule_and_every_rule_can_be_evaluated(form: Form) -> None:
    @some(25)
    @given(sound(form))
    def law(report: AnyReport) -> None:
        verdicts = {str(r.verdict) for rule in select(RULES, "form") for r in rule(report)}
        assert "pass" in verdicts
        assert verdicts <= {"pass", "not_applicable"}

    law()


@every_form
def test_a_consistent_report_adds_up_by_plain_arithmetic(form: Form) -> None:
    @some(25)
    @given(sound(form))
    def law(report: AnyReport) -> None:
        table = report.requests
        through = (table.received, table.carried_in, table.outcomes.total, table.carried_out)
        for received, carried_in, handled, carried_out in zip(*map(numbers, through), strict=True):
            assert received + carried_in == handled + carried_out
            assert min(received, carried_in, handled, carried_out) >= 0
        for row in (*through, report.review_and_litigation.reconsideration):
            *leaves, total = numbers(row)
            assert sum(leaves) == total

    law()


@every_form
def test_a_consistent_report_has_a_number_in_every_cell(form: Form) -> None:
    @some(25)
    @given(sound(form))
    def law(report: AnyReport) -> None:
        assert all(value is not None for _, value in report.cells())

    law()


@pytest.mark.slow
@every_form
def test_arbitrary_reports_have_blanks_negative_numbers_notes_and_extensions(form: Form) -> None:
    seen: set[str] = set()

    @some(60)
    @given(reports(form.proactive_disclosure, form.requests))
    def look(report: AnyReport) -> None:
        values = [value for _, value in report.cells()]
        seen.update(
            name
            for name, there in {
                "blank": None in values,
                "negative": any(v is not None and v < 0 for v in values),
                "scale": any(isinstance(v, Decimal) and v.as_tuple().exponent for v in values),
                "note": bool(report.cell_notes),
                "extension": bool(report.extensions),
                "narrative": bool(report.overview),
                "no narrative": report.overview is None,
                "period": report.period is not None,
            }.items()
            if there
        )

    look()
    kinds = {column.kind for column in form.form.cells.values()}
    has_amounts = bool(kinds & {Kind.AMOUNT, Kind.MONEY})
    assert has_amounts
    assert seen == {
        "blank",
        "negative",
        "scale",
        "note",
        "extension",
        "narrative",
        "no narrative",
        "period",
    }


def test_a_table_without_a_balance_is_left_as_it_adds_up() -> None:
    twice = consistent_reports(FREEDONIA.proactive_disclosure, FREEDONIA.proactive_disclosure)

    @some(5)
    @given(twice)
    def law(report: Report[ProactiveDisclosure, ProactiveDisclosure]) -> None:
        assert isinstance(report.requests.anthems.proclaimed, int)

    law()


@some(50)
@given(words(), amounts(), extensions())
def test_the_pieces_are_what_the_format_takes(text: str, amount: Decimal, extension: Any) -> None:
    assert WORDS.accepts(text)
    assert amount.is_finite()
    assert all(EXTENSION_KEY.accepts(key) for key in extension)
