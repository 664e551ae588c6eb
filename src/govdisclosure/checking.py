"""Checking a report against rules: every result, in the order of the form."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from attrs import frozen

from govdisclosure.findings import Finding, Severity, Verdict
from govdisclosure.model.report import AnyReport, report_type
from govdisclosure.rules import RULES, Blanks, Result, Rule
from govdisclosure.rules.binding import Instance, bind, form_of
from govdisclosure.rules.readings import read
from govdisclosure.rules.rule import evaluate


@frozen(kw_only=True)
class Checked:
    """What came out of checking one report: which rules ran, on what policy, each result."""

    results: tuple[Result, ...]
    rules: tuple[str, ...]
    blanks: Blanks

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The failures, in the order of the form."""
        return tuple(r.finding() for r in self.results if r.verdict is Verdict.FAIL)

    @property
    def passed(self) -> bool:
        """Whether no error was found; what could not be evaluated is no error."""
        return not any(
            r.verdict is Verdict.FAIL and r.rule.severity is Severity.ERROR for r in self.results
        )

    def count(self, verdict: Verdict) -> int:
        """How many results have a verdict."""
        return sum(r.verdict is verdict for r in self.results)


def check(
    report: AnyReport, *, blanks: Blanks = "unknown", rules: Iterable[Rule] = RULES
) -> Checked:
    """Check a report; the report stays as it is, and nothing that it says raises.

    ``blanks`` is what a cell without a number means: ``unknown`` (equations with such a
    cell are not evaluated) or ``zero`` (a blank part counts as 0, a blank total does not).

    >>> from govdisclosure.editions import EDITION_2019
    >>> report = EDITION_2019.blank(number=0).replace({"/requests/received/natural_person": 2})
    >>> checked = check(report)
    >>> [finding.rule_id for finding in checked.findings], checked.count(Verdict.FAIL)
    (['STAT-REQ-BALANCE', 'STAT-REQ-ROWS'], 2)

    Raises:
        ValueError: ``blanks`` is something else.
    """
    readings = read(report, blanks)
    chosen = tuple(rules)
    return Checked(
        results=tuple(evaluate(*one, readings) for one in _plan(chosen, report_type(report))),
        rules=tuple(rule.id for rule in chosen),
        blanks=blanks,
    )


@cache
def _plan(rules: tuple[Rule, ...], report: Any) -> tuple[tuple[Rule, Instance], ...]:
    """Every concrete check on a report type: by primary cell as printed, then by rule."""
    position = form_of(report).position
    checks = [(rule, instance) for rule in rules for instance in bind(rule.holds, report)]
    return tuple(sorted(checks, key=lambda one: position.get(one[1].pointer, len(position))))
