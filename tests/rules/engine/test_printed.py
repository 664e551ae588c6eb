"""What is printed judges every check as evaluating it does, whatever stands in the report."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain
from random import Random
from typing import Any

import pytest
from attrs import evolve

from govdisclosure.codec import dumps, loads
from govdisclosure.errors import InvalidReportError
from govdisclosure.findings import Verdict
from govdisclosure.model import EDITION_2019, EDITIONS, AnyEdition, AnyReport, is_vouched_for
from govdisclosure.rules import PRESETS, RULES, CheckResult, Result, Rule, Status, check, evaluate
from govdisclosure.rules._causes import explain
from govdisclosure.rules._reach import require_reach
from govdisclosure.rules.engine import Blanks, gather
from govdisclosure.rules.engine.expressions import CellValue, Compare, Constant, Equal, Sum
from tests.conformance.mutants import mutants
from tests.support.battering import battered, relatives
from tests.support.by_hand import with_anything
from tests.support.calls import calls
from tests.support.cases import PURE_2021
from tests.support.rules import PENDING, TOTAL, UPHELD, some_rule

BLANKS: Sequence[Blanks] = ("unknown", "zero")


def evaluated(checked: CheckResult) -> list[Result]:
    """Every check of the plan by itself."""
    evidence = gather(checked.report, checked.blanks, checked.previous, checked.subordinates)
    return [evaluate(*one, evidence) for one in checked._plan.checks]


def assert_same(checked: CheckResult) -> None:
    """Fail if anything that is told at once differs from what evaluating tells."""
    results = evaluated(checked)
    verdicts = [checked._verdicts.get(n, Verdict.PASS) for n in range(len(results))]
    others = [(v, r) for v, r in zip(verdicts, results, strict=True) if v is not r.verdict]
    assert others == []
    assert checked.if_zero == if_zero(checked, results)
    assert checked.findings == findings(checked, results)
    numbers = {verdict: verdicts.count(verdict) for verdict in Verdict}
    assert {verdict: checked.count(verdict) for verdict in Verdict} == numbers
    of_numbers = [r for r in results if r.check.compares and r.verdict in ("pass", "fail")]
    wrong = [r for r in results if r.verdict == "fail" and r.rule.severity == "error"]
    left_open = [r for r in results if r.verdict == "not_evaluated"]
    if wrong or checked.misfits:
        status = Status.FAILED if of_numbers or checked.misfits else Status.NOTHING_CHECKED
    elif not of_numbers:
        status = Status.NOTHING_CHECKED
    else:
        status = Status.PASSED_IN_PART if left_open else Status.PASSED
    assert checked.status is status
    assert checked.coverage.evaluated == len(of_numbers)


def if_zero(checked: CheckResult, results: Sequence[Result]) -> tuple[Result, ...]:
    own = gather(checked.report)
    if checked.blanks == "zero" or not own.report.empty:
        return ()
    zero = gather(checked.report, "zero", checked.previous, checked.subordinates)
    scopes = ("row", "column", "table")
    return tuple(
        evaluate(r.rule, r.check, zero)
        for r in results
        if r.verdict == "not_evaluated" and r.rule.scope in scopes
    )


def findings(checked: CheckResult, results: Sequence[Result]) -> object:
    def passed_at(rule_id: str) -> set[str]:
        return {r.pointer for r in results if r.rule.id == rule_id and r.verdict == "pass"}

    failed = [result for result in results if result.verdict == "fail"]
    return (*checked.misfits, *explain(failed, passed_at, lambda: if_zero(checked, results)))


@pytest.mark.parametrize(
    "count", [200, pytest.param(4_000, marks=pytest.mark.slow)], ids=lambda count: str(count)
)
def test_battered_reports_are_judged_as_evaluated(count: int) -> None:
    dealer = Random(count)
    seen: set[tuple[str, str, bool, frozenset[Verdict]]] = set()
    for _ in range(count):
        report, (previous, bodies) = battered(dealer), relatives(dealer)
        preset, blanks = dealer.choice([*PRESETS]), dealer.choice(BLANKS)
        for one in (report, *through_json(report)):
            checked = check(
                one, previous=previous, subordinates=bodies, blanks=blanks, preset=preset
            )
            assert_same(checked)
            verdicts = frozenset(checked._verdicts.values())
            seen.add((preset, blanks, is_vouched_for(one), verdicts))
    assert len([one for one in seen if one[2]]) > 10
    assert len([one for one in seen if not one[2]]) > 20


def through_json(report: AnyReport) -> Iterator[AnyReport]:
    """The same report as it is loaded, when its types are known; none where JSON cannot hold it."""
    with suppress(InvalidReportError):
        yield loads(dumps(report))


def reaches(rule: Rule) -> bool:
    """Whether some form has what a rule speaks of; one of which none has cannot be checked."""
    try:
        require_reach(rule.id, rule.holds, EDITION_2019.form)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("step", [29, pytest.param(1, marks=pytest.mark.slow)], ids=["some", "all"])
def test_rules_with_a_mistake_are_judged_as_evaluated(step: int) -> None:
    """Other coefficients, relations, constants, conditions, reports, tolerances."""
    dealer = Random(step)
    rules: list[Rule] = [m.rule for m in chain.from_iterable(map(mutants, RULES))][::step]
    for rule in filter(reaches, rules):
        previous, bodies = relatives(dealer)
        for blanks in BLANKS:
            report = battered(dealer)
            terms: Any = {"previous": previous, "subordinates": bodies, "blanks": blanks}
            assert_same(check(report, rules=[rule], **terms))


@pytest.mark.parametrize(
    ("upheld", "total", "verdict"),
    [
        (2**53 - 1, 2**54 - 2, "pass"),
        (2**53 - 1, 2**54 - 1, "fail"),
        (2**53 - 1, None, "not_evaluated"),
        (10**400, 2 * 10**400, "pass"),
        (10**400, 2 * 10**400 + 1, "fail"),
        (10**400, None, "not_evaluated"),
        (True, 2, "not_evaluated"),
        (1.0, 2, "not_evaluated"),
    ],
)
def test_sums_are_exact_however_large(upheld: object, total: object, verdict: str) -> None:
    twice = some_rule(Equal(CellValue(UPHELD, 2), CellValue(TOTAL)))
    for blank in ({}, {PENDING: None}):  # beside a NaN as without one
        report = with_anything(PURE_2021.blank(0), {UPHELD: upheld, TOTAL: total} | blank)
        checked = check(report, rules=[twice])
        assert checked.count(Verdict(verdict)) == 1
        assert_same(checked)


def test_sums_may_be_longer_than_python_compiles() -> None:
    long = some_rule(Equal(Sum((CellValue(UPHELD),) * 20_000), CellValue(TOTAL)))
    report = PURE_2021.blank(0).replace({UPHELD: 2, TOTAL: 40_000})
    assert check(report, rules=[long]).count(Verdict.PASS) == 1


def test_a_tolerance_is_kept() -> None:
    rule = some_rule(Compare(CellValue(UPHELD), "<=", Constant(0)))
    report = PURE_2021.blank(1)
    loose = evolve(rule, tolerance=1)
    assert [check(report, rules=[r]).count(Verdict.FAIL) for r in (rule, loose)] == [1, 0]


def test_the_text_can_be_read() -> None:
    printed = check(EDITION_2019.blank(number=0), preset="form")._plan.printed
    text = printed.text(vouched=True, gaps=False)
    sums = "if not c197 == c193+c194+c195+c196: differences[230] = c197-c193-c194-c195-c196"
    assert sums in text


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
def test_a_gap_is_met_in_every_cell_that_was_loaded(edition: AnyEdition) -> None:
    """Hardly one is asked for: where a cell is compared with a number, ``None`` raises."""
    report = edition.blank(number=0)
    printed = check(report, preset="form")._plan.printed
    assert printed.text(vouched=True, gaps=False).count(" is None") < 10
    for path in report.form.attributes.values():
        by_hand = report.replace({"/" + path.replace(".", "/"): None})
        loaded = loads(dumps(by_hand))
        assert check(loaded, preset="form")._verdicts == check(by_hand, preset="form")._verdicts


def test_nothing_is_called_for_every_cell_or_check() -> None:
    """A report has 200 cells in 40 objects and 240 checks; a call for each would show here."""
    report = PURE_2021.blank(0)
    with_gaps = report.replace(dict.fromkeys([*report.form.cells][100:120]))
    assert calls(lambda: check(report, preset="form").findings) < 25
    assert calls(lambda: check(with_gaps, preset="form").passed) < 90
