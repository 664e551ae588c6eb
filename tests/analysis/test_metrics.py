"""Metrics on real reports, and where they have no value."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.analysis._ratios import share
from govdisclosure.analysis.metrics import (
    METRICS,
    Metric,
    carried_out_per_request_in_hand,
    corrected_per_concluded_lawsuit,
    corrected_per_concluded_reconsideration,
    denied_per_outcome,
    disclosed_per_outcome,
    disclosed_per_substantive_outcome,
    granted_per_outcome,
    measure_all,
    unavailable_per_outcome,
)
from govdisclosure.form import at
from govdisclosure.i18n import CHINESE, ENGLISH
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyReport
from govdisclosure.testing import reports
from tests.support.cases import A, F, H
from tests.support.forms import FORMS, Form, some

every_metric = pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
official = pytest.mark.parametrize("form", FORMS[:4], ids=lambda form: form.name)

ZERO = EDITION_2021.blank(number=0)
TOTAL = "/requests/outcomes/total/total"


def test_a_real_report_has_every_metric() -> None:
    """淮安市 2024: 3050 outcomes, 3153 requests in hand, 314 and 39 concluded cases."""
    assert {m.metric.name: m.value for m in measure_all(F)} == {
        "granted_per_outcome": Fraction(1362, 3050),
        "partially_granted_per_outcome": Fraction(454, 3050),
        "denied_per_outcome": Fraction(178, 3050),
        "unavailable_per_outcome": Fraction(781, 3050),
        "not_processed_per_outcome": Fraction(88, 3050),
        "disclosed_per_outcome": Fraction(1362 + 454, 3050),
        "disclosed_per_substantive_outcome": Fraction(1362 + 454, 3050 - 88 - 187),
        "disclosed_per_request_in_hand": Fraction(1362 + 454, 3119 + 34),
        "carried_out_per_request_in_hand": Fraction(103, 3119 + 34),
        "corrected_per_concluded_reconsideration": Fraction(64, 351 - 37),
        "corrected_per_concluded_lawsuit": Fraction(4 + 1, 26 + 20 - 1 - 6),
    }


def test_a_hybrid_has_the_same_metrics() -> None:
    """洪泽区 2023: its total of reconsiderations is printed as 0."""
    assert disclosed_per_outcome(A).value == Fraction(4, 21)
    assert unavailable_per_outcome(A).value == Fraction(13, 21)
    assert disclosed_per_substantive_outcome(A).value == Fraction(4, 20)
    assert corrected_per_concluded_reconsideration(A).value is None


def test_the_published_rate_of_a_district_comes_out() -> None:
    """普陀区, first half of 2022: 263 answered, 81 of them granted in full or in part."""
    cells = {"/requests/outcomes/granted/total": 81, TOTAL: 263}
    assert disclosed_per_outcome(ZERO.replace(cells)).render() == "30.8%"


@official
@every_metric
def test_every_official_form_has_every_metric(form: Form, metric: Metric) -> None:
    measure = metric(form.report(1))
    assert measure.why is None or measure.why.key == "no_denominator"
    assert measure.numerator is not None


@official
@some(30)
@given(st.data())
def test_a_metric_agrees_with_the_subtotals_of_the_classes(form: Form, data: st.DataObject) -> None:
    report: Any = data.draw(reports(form.proactive_disclosure, form.requests))
    outcomes, cases = report.requests.outcomes, report.review_and_litigation
    expected = {
        "denied_per_outcome": share(outcomes.denied.subtotal.total, outcomes.total.total),
        "disclosed_per_substantive_outcome": share_unless_blank(
            [outcomes.granted.total, outcomes.partially_granted.total],
            [outcomes.total.total],
            [outcomes.not_processed.subtotal.total, outcomes.other.subtotal.total],
        ),
        "corrected_per_concluded_lawsuit": share_unless_blank(
            [cases.litigation.subtotal.corrected],
            [cases.litigation.subtotal.total],
            [cases.litigation.subtotal.pending],
        ),
    }
    values = {m.metric.name: m.value for m in measure_all(report)}
    assert {name: values[name] for name in expected} == expected


def share_unless_blank(
    top: list[int | None], bottom: list[int | None], less: list[int | None]
) -> Fraction | None:
    if None in (*top, *bottom, *less):
        return None
    return share(sum(n or 0 for n in top), sum(n or 0 for n in bottom) - sum(n or 0 for n in less))


@every_metric
def test_a_denominator_of_0_gives_no_value_and_says_so(metric: Metric) -> None:
    measure = metric(ZERO)
    assert (measure.numerator, measure.denominator, measure.value) == (0, 0, None)
    assert measure.render(ENGLISH) == "undefined: the denominator is 0"


@every_metric
def test_a_blank_gives_no_value_and_says_which(metric: Metric) -> None:
    measure = metric(EDITION_2019.blank())
    assert (measure.numerator, measure.denominator, measure.value) == (None, None, None)
    assert measure.why is not None
    assert measure.why.key == "no_ratio"
    assert str(measure.why.params["first"].section.zh) in measure.render(CHINESE)


def test_a_denominator_below_0_gives_no_value() -> None:
    cell = "/review_and_litigation/reconsideration/pending"
    measure = corrected_per_concluded_reconsideration(ZERO.replace({cell: 1}))
    assert measure.value is None
    assert measure.render(ENGLISH) == "undefined: the denominator is -1"


def test_a_blank_part_is_0_only_where_that_is_asked_for() -> None:
    """上海市政府办公厅 2019 leaves 结果纠正 of reconsiderations blank, of 7 less 2 pending."""
    assert corrected_per_concluded_reconsideration(H).value is None
    assert corrected_per_concluded_reconsideration(H, "zero").value == 0
    assert granted_per_outcome(H, "zero").value is None  # a total is never taken as 0
    assert carried_out_per_request_in_hand(H).value == Fraction(72, 877)
    with pytest.raises(ValueError, match="blanks"):
        measure_all(H, "nil")  # type: ignore[arg-type]


def test_a_form_without_the_cells_has_no_value_and_says_so() -> None:
    freedonia = FORMS[4].report(1)
    assert granted_per_outcome(freedonia).value == 1
    measure = denied_per_outcome(freedonia)
    assert (measure.value, measure.why and measure.why.key) == (None, "not_on_form")


def test_a_ratio_is_exact_whatever_the_numbers() -> None:
    cells = {"/requests/outcomes/granted/total": 10**20 + 1, TOTAL: 10**20}
    report: AnyReport = ZERO.replace(cells)
    assert granted_per_outcome(report).value == Fraction(10**20 + 1, 10**20)
    assert at(report, TOTAL) == 10**20


def test_every_metric_has_a_name_of_its_own_with_its_denominator_and_words() -> None:
    names = [metric.name for metric in METRICS]
    assert len(set(names)) == len(names)
    for metric in METRICS:
        assert "_per_" in metric.name
        for words in (metric.title, metric.definition, metric.usage):
            assert words.zh
            assert words.en


def test_litigation_is_both_kinds_of_suit() -> None:
    group = "/review_and_litigation/litigation"
    cells = {f"{group}/direct/corrected": 1, f"{group}/direct/total": 1}
    cells |= {f"{group}/after_reconsideration/total": 2}
    assert corrected_per_concluded_lawsuit(ZERO.replace(cells)).value == Fraction(1, 3)
