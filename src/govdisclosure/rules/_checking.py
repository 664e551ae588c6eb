"""Checking a report against rules: every result, and what they mean together."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import get_args

from attrs import evolve, field, frozen

from govdisclosure.findings import Finding, Severity, Verdict
from govdisclosure.i18n import one_line
from govdisclosure.model import AnyReport, CellNote, NotebookView
from govdisclosure.rules._all import RULES
from govdisclosure.rules._authority import Scope
from govdisclosure.rules._causes import explain
from govdisclosure.rules._plan import Plan, Terms, plan_of
from govdisclosure.rules._profiles import PLAIN, Preset, Profile
from govdisclosure.rules._rule import Result, Rule, evaluate
from govdisclosure.rules.engine import Blanks, Evidence, Judgement, gather


@frozen(kw_only=True, slots=False)
class CheckResult(NotebookView):
    """What came out of checking one report, and on what terms it was checked.

    ``withheld`` are results of rules that ask for another report which could not be had;
    they stand behind the others. All results and findings are made when they are asked for.
    """

    report: AnyReport = field(repr=False)
    previous: AnyReport | None = field(repr=False)
    subordinates: tuple[AnyReport, ...] = field(repr=False)
    blanks: Blanks
    preset: Preset
    profile: Profile
    withheld: tuple[Result, ...] = ()
    # The notes as they were, since their mapping may change; no plan, which holds functions.
    _notes: Mapping[str, CellNote] = field(alias="notes", eq=False, repr=False)
    _terms: Terms = field(alias="terms", repr=False)
    _judgement: Judgement = field(alias="judgement", eq=False, repr=False)

    def __repr__(self) -> str:
        counts = (f"{self.count(verdict)} {verdict}" for verdict in Verdict)
        return one_line(self, self.report.issuer.name, self.report.year, ", ".join(counts))

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules that ran, and of those that are withheld."""
        return tuple(dict.fromkeys((*self._plan.rules, *(r.rule.id for r in self.withheld))))

    @cached_property
    def results(self) -> tuple[Result, ...]:
        """Every result, in the order of the form."""
        return (*map(self._result, range(len(self._plan.checks))), *self.withheld)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The failures: roots first, in the order of the form, then what follows from them."""
        failed = [self._result(n) for n in self._with_verdict(Verdict.FAIL)]
        return explain(failed, self._passed_at, lambda: self.if_zero) if failed else ()

    @cached_property
    def if_zero(self) -> tuple[Result, ...]:
        """The sums that blanks keep from being evaluated, with blanks read as 0.

        They are no findings, and only say what would hold.
        """
        left_open = [self._plan.checks[n] for n in self._with_verdict(Verdict.NOT_EVALUATED)]
        if not left_open or self.blanks == "zero" or not self._evidence.report.empty:
            return ()
        values = self._evidence.report.with_zeros(self.report.form)
        zero = evolve(self._evidence, report=values, blanks="zero")
        return tuple(evaluate(rule, one, zero) for rule, one in left_open if rule.scope in _SUMS)

    @property
    def passed(self) -> bool:
        """Whether something was checked and no error was found.

        What could not be evaluated is no error; but where nothing at all could be, nothing
        has passed.
        """
        if not any(self._judgement):  # all numbers are there and all checks hold
            return True
        if self._verdicts:
            failed = [self._plan.checks[n][0] for n in self._with_verdict(Verdict.FAIL)]
            if any(rule.severity is Severity.ERROR for rule in failed):
                return False
        return not self.nothing_checked

    @property
    def nothing_checked(self) -> bool:
        """Whether no cell could be evaluated: the report states no numbers to check."""
        if self.count(Verdict.PASS) > 1:  # a single one may be a section of prose
            return False
        evaluated = (*self._with_verdict(Verdict.PASS), *self._with_verdict(Verdict.FAIL))
        return not any(self._result(n).check.terms for n in evaluated)

    def count(self, verdict: Verdict) -> int:
        """How many results have a verdict."""
        if verdict is Verdict.PASS:
            return len(self._plan.checks) - len(self._verdicts)
        return [*self._verdicts.values(), *(r.verdict for r in self.withheld)].count(verdict)

    @property
    def _plan(self) -> Plan:
        return plan_of(self._terms)

    @property
    def _verdicts(self) -> Mapping[int, Verdict]:
        """The verdicts of the checks that did not pass, by their number, in order."""
        judged, unjudged, _ = self._judgement
        return self._all_judged if unjudged else judged

    @cached_property
    def _all_judged(self) -> Mapping[int, Verdict]:
        judged, *_ = self._judgement
        verdicts = judged | {n: r.verdict for n, r in self._evaluated.items()}
        return {n: v for n, v in sorted(verdicts.items()) if v is not Verdict.PASS}

    @cached_property
    def _evaluated(self) -> Mapping[int, Result]:
        checks = self._plan.checks
        return {n: evaluate(*checks[n], self._evidence) for n in self._judgement[1]}

    def _with_verdict(self, verdict: Verdict) -> list[int]:
        """The numbers of the checks that have it, in order."""
        if verdict is Verdict.PASS:
            return [n for n in range(len(self._plan.checks)) if n not in self._verdicts]
        return [n for n, other in self._verdicts.items() if other is verdict]

    def _passed_at(self, rule_id: str) -> Collection[str]:
        checks = (self._plan.checks[n] for n in self._with_verdict(Verdict.PASS))
        return {check.pointer for rule, check in checks if rule.id == rule_id}

    def _result(self, number: int) -> Result:
        known = self._evaluated.get(number)
        return known or evaluate(*self._plan.checks[number], self._evidence)

    @cached_property
    def _evidence(self) -> Evidence:
        report = evolve(self.report, cell_notes=self._notes)
        return gather(report, self.blanks, self.previous, self.subordinates)


def check(
    report: AnyReport,
    *,
    previous: AnyReport | None = None,
    subordinates: Sequence[AnyReport] = (),
    blanks: Blanks = "unknown",
    preset: Preset = "quality",
    profile: Profile = PLAIN,
    rules: Iterable[Rule] = RULES,
    printed: bool = True,
) -> CheckResult:
    """Check a report; no report is changed, and nothing that they say raises.

    ``previous`` is the same body's report of the year before, ``subordinates`` are the reports
    of the bodies that it adds up; rules over time and over bodies run only with them.
    ``blanks`` is what a cell without a number means: ``unknown`` (equations with such a
    cell are not evaluated) or ``zero`` (a blank part counts as 0, a blank total does not).
    ``preset`` and ``profile`` choose among ``rules`` and grade them. A process that checks a
    few reports and ends is done sooner if no checks are ``printed`` as a function first.

    >>> from govdisclosure.model import EDITION_2019
    >>> report = EDITION_2019.blank(number=0).replace({"/requests/received/natural_person": 2})
    >>> result = check(report)
    >>> [finding.rule_id for finding in result.findings], result.count(Verdict.FAIL)
    (['STAT-REQ-BALANCE', 'STAT-REQ-ROWS'], 2)

    Raises:
        ValueError: ``blanks`` or ``preset`` is something else.
    """
    if blanks not in _POLICIES:
        gather(report, blanks)  # which says what is wrong with it
    chosen = None if rules is RULES else tuple(rules)
    grades, last = tuple(profile.grades.items()), previous.tables if previous else None
    terms = chosen, preset, grades, report.tables, last, len(subordinates)
    plan = plan_of(terms)
    judgement = plan.printed.judge(report) if printed else plan.printed.unjudged
    judged, unjudged, has_gaps = judgement
    if has_gaps and blanks == "zero":
        unjudged = [*unjudged, *(n for n, v in judged.items() if v is Verdict.NOT_EVALUATED)]
    return CheckResult(
        report=report,
        previous=previous,
        subordinates=tuple(subordinates),
        blanks=blanks,
        preset=preset,
        profile=profile,
        notes={**report.cell_notes} if has_gaps else {},
        terms=terms,
        judgement=(judged, unjudged, has_gaps),
    )


_POLICIES = get_args(Blanks)

_SUMS = (Scope.ROW, Scope.COLUMN, Scope.TABLE)
"""Rules that blanks keep from being evaluated although the rest of the sum is there."""
