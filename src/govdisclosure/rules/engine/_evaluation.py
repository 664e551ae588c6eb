"""What comes of a bound check on the numbers, the prose and the period of some reports."""

from collections.abc import Callable
from typing import TypeVar

from attrs import evolve

from govdisclosure.findings import Number, Verdict
from govdisclosure.i18n import Message
from govdisclosure.rules.engine._arithmetic import compare
from govdisclosure.rules.engine._binding import BoundCheck
from govdisclosure.rules.engine._cell_values import Evidence
from govdisclosure.rules.engine._prose import says_something, years_of

R = TypeVar("R")


def evaluate_check(
    check: BoundCheck, evidence: Evidence, tolerance: Number, result: Callable[..., R]
) -> R:
    """A check on the numbers of some reports; ``result`` takes what came out beside the check.

    An equation without a number in some cell is not evaluated; neither is one all of
    whose numbers are blanks read as 0, since then the report states nothing.
    """
    if not check.applicable:
        return result(verdict=Verdict.NOT_APPLICABLE)
    for of, reason in evidence.withheld.items():
        if of in check.reports:
            return result(verdict=Verdict.NOT_EVALUATED, reason=reason)
    match check.relation:
        case "stated":
            return _evaluate_section(check, evidence, result)
        case "filled":
            return _evaluate_blanks(check, evidence, result)
        case "in_year":
            return _evaluate_period(check, evidence, result)
        case _:
            return _evaluate_comparison(check, evidence, tolerance, result)


def _evaluate_section(check: BoundCheck, evidence: Evidence, result: Callable[..., R]) -> R:
    section = evidence.prose.get(check.pointer)
    if section is None:
        return result(verdict=Verdict.NOT_EVALUATED, reason=Message("section_absent"))
    return result(verdict=Verdict.PASS if says_something(section) else Verdict.FAIL)


def _evaluate_period(check: BoundCheck, evidence: Evidence, result: Callable[..., R]) -> R:
    """A period is in the report's year; where none is stated, nothing is said against it."""
    years, year = years_of(evidence.periods.get(check.pointer)), evidence.year
    if years is None:
        return result(verdict=Verdict.PASS)
    if year is None:
        return result(verdict=Verdict.NOT_EVALUATED, reason=Message("no_report_year"))
    others = [other for other in years if other != year]
    return result(
        verdict=Verdict.FAIL if others else Verdict.PASS,
        left=others[0] if others else year,
        right=year,
        hints=len(others) == 1,
    )


def _evaluate_blanks(check: BoundCheck, evidence: Evidence, result: Callable[..., R]) -> R:
    """The result has only the cells without a number: they are what there is to tell."""
    numbers, empty = evidence.report.numbers, evidence.report.empty
    without = tuple(cell for cell in check.terms if numbers[cell.pointer] is None)
    blank = tuple(cell for cell in without if cell.pointer in empty)
    if blank and evidence.blanks == "unknown":  # who reads blanks as 0 has accepted them
        cells, verdict = blank, Verdict.FAIL
    else:
        cells, verdict = without, Verdict.NOT_EVALUATED if without else Verdict.PASS
    check = evolve(check, left=evolve(check.left, terms=cells))
    no_number, no_zero = (None,) * len(cells), (False,) * len(cells)
    return result(verdict=verdict, check=check, numbers=no_number, blank=no_zero)


def _evaluate_comparison(
    check: BoundCheck, evidence: Evidence, tolerance: Number, result: Callable[..., R]
) -> R:
    # A blank is nothing in a sum of the report's own cells. Beside another number it is
    # not stated: a stock left blank is not 0, nor is a part of what last year carried out.
    lenient = check.relation == "=" and check.reports == {"report"}
    own, terms = evidence.report, check.terms
    blank = tuple([lenient and cell.pointer in own.blank for cell in terms])
    if lenient:
        numbers = tuple([own.numbers.get(cell.pointer) for cell in terms])
    else:
        numbers = tuple([evidence.stated(cell.pointer, cell.of, cell.child) for cell in terms])
    left = right = None
    verdict = Verdict.NOT_EVALUATED
    if None not in numbers and not all(blank):
        passed, left, right = compare(check, numbers, tolerance)
        verdict = Verdict.PASS if passed else Verdict.FAIL
    return result(
        verdict=verdict,
        numbers=numbers,
        blank=blank,
        left=left,
        right=right,
        bodies=evidence.bodies,
    )
