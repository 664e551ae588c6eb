"""Checking a report against rules: every result, and what they mean together."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from attrs import frozen

from govdisclosure.explaining import explain
from govdisclosure.findings import Finding, Severity, Verdict
from govdisclosure.model.report import AnyReport, report_type
from govdisclosure.rules import PLAIN, RULES, Blanks, Preset, Profile, Result, Rule, Scope
from govdisclosure.rules.addresses import form_of
from govdisclosure.rules.binding import Instance, bind
from govdisclosure.rules.profiles import select
from govdisclosure.rules.readings import Evidence, gather
from govdisclosure.rules.rule import evaluate


@frozen(kw_only=True)
class Checked:
    """What came out of checking one report: which rules ran, on what terms, each result.

    ``if_zero`` are the sums that blanks keep from being evaluated, with blanks read as 0;
    they are no findings, and only say what would hold.
    """

    results: tuple[Result, ...]
    rules: tuple[str, ...]
    blanks: Blanks
    preset: Preset
    profile: Profile
    if_zero: tuple[Result, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The failures: roots first, in the order of the form, then what follows from them."""
        return explain(self.results, self.if_zero)

    @property
    def passed(self) -> bool:
        """Whether something was checked and no error was found.

        What could not be evaluated is no error; but where nothing at all could be, nothing
        has passed.
        """
        return not self.nothing_checked and not any(
            r.verdict is Verdict.FAIL and r.rule.severity is Severity.ERROR for r in self.results
        )

    @property
    def nothing_checked(self) -> bool:
        """Whether no cell could be evaluated: the report states no numbers to check."""
        evaluated = (Verdict.PASS, Verdict.FAIL)
        return not any(r.verdict in evaluated and r.check.summands for r in self.results)

    def count(self, verdict: Verdict) -> int:
        """How many results have a verdict."""
        return sum(r.verdict is verdict for r in self.results)


def check(
    report: AnyReport,
    *,
    previous: AnyReport | None = None,
    children: Sequence[AnyReport] = (),
    blanks: Blanks = "unknown",
    preset: Preset = "quality",
    profile: Profile = PLAIN,
    rules: Iterable[Rule] = RULES,
) -> Checked:
    """Check a report; no report is changed, and nothing that they say raises.

    ``previous`` is the same body's report of the year before, ``children`` are the reports
    of the bodies that it adds up; rules over time and over bodies run only with them.
    ``blanks`` is what a cell without a number means: ``unknown`` (equations with such a
    cell are not evaluated) or ``zero`` (a blank part counts as 0, a blank total does not).
    ``preset`` and ``profile`` choose among ``rules`` and grade them.

    >>> from govdisclosure.editions import EDITION_2019
    >>> report = EDITION_2019.blank(number=0).replace({"/requests/received/natural_person": 2})
    >>> checked = check(report)
    >>> [finding.rule_id for finding in checked.findings], checked.count(Verdict.FAIL)
    (['STAT-REQ-BALANCE', 'STAT-REQ-ROWS'], 2)

    Raises:
        ValueError: ``blanks`` or ``preset`` is something else.
    """
    evidence = gather(report, blanks, previous, children)
    chosen = tuple(
        rule
        for rule in select(rules, preset, profile)
        if not (rule.scope is Scope.YEARS and previous is None)
        and not (rule.scope is Scope.HIERARCHY and not children)
    )
    types = (report_type(report), report_type(previous) if previous else None)
    plan = _plan(chosen, *types, max(1, len(children)))
    results = tuple(evaluate(*one, evidence) for one in plan)
    return Checked(
        results=results,
        rules=tuple(rule.id for rule in chosen),
        blanks=blanks,
        preset=preset,
        profile=profile,
        if_zero=_if_zero(results, evidence, report),
    )


_SUMS = (Scope.ROW, Scope.COLUMN, Scope.TABLE)
"""Rules that blanks keep from being evaluated although the rest of the sum is there."""


def _if_zero(
    results: Sequence[Result], evidence: Evidence, report: AnyReport
) -> tuple[Result, ...]:
    """What the report's own blanks leave open, with blanks read as 0."""
    if not evidence.report.empty or evidence.blanks == "zero":
        return ()
    zero = gather(report, "zero")
    left_open = [r for r in results if r.verdict is Verdict.NOT_EVALUATED]
    return tuple(evaluate(r.rule, r.check, zero) for r in left_open if r.rule.scope in _SUMS)


@lru_cache(maxsize=256)
def _plan(
    rules: tuple[Rule, ...], report: Any, previous: Any, bodies: int
) -> tuple[tuple[Rule, Instance], ...]:
    """Every concrete check on a report type: by primary cell as printed, then by rule."""
    position = form_of(report).position
    checks = [(rule, one) for rule in rules for one in bind(rule.holds, report, previous, bodies)]
    return tuple(sorted(checks, key=lambda one: position.get(one[1].pointer, len(position))))
