"""Checking a report against rules: every result, and what they mean together."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import evolve, field, frozen

from govdisclosure.findings import Finding, Severity, Verdict
from govdisclosure.i18n import one_line
from govdisclosure.model import AnyReport, CellNote, NotebookView, Reading, report_of
from govdisclosure.rules._all import RULES
from govdisclosure.rules._authority import Scope
from govdisclosure.rules._causes import explain
from govdisclosure.rules._misfits import misfit_findings
from govdisclosure.rules._own import require_own_ids
from govdisclosure.rules._plan import Plan, RuleCheck, Terms, plan_of
from govdisclosure.rules._profiles import PLAIN, Preset, Profile, require_profile, require_rules
from govdisclosure.rules._rule import Result, Rule, evaluate
from govdisclosure.rules._status import Coverage, Status
from govdisclosure.rules.engine import Blanks, Evidence, Judgement, gather, require_policy


@frozen(kw_only=True, slots=False)
class CheckResult(NotebookView):
    """What came out of checking one report, and on what terms it was checked.

    ``withheld`` are results of rules that ask for another report which could not be had;
    they stand behind the others. ``own_findings`` are those of functions of one's own. All results
    and findings are made when they are asked for.
    """

    report: AnyReport = field(repr=False)
    previous: AnyReport | None = field(repr=False)
    subordinates: tuple[AnyReport, ...] = field(repr=False)
    blanks: Blanks
    preset: Preset
    profile: Profile
    withheld: tuple[Result, ...] = ()
    own_findings: tuple[Finding, ...] = ()
    # The notes as they were, since their mapping may change; no plan, which holds functions.
    _notes: Mapping[str, CellNote] = field(alias="notes", eq=False, repr=False)
    _terms: Terms = field(alias="terms", repr=False)
    _judgement: Judgement = field(alias="judgement", eq=False, repr=False)

    def __repr__(self) -> str:
        counts = (f"{self.count(verdict)} {verdict}" for verdict in Verdict)
        name = getattr(self.report.issuer, "name", None)  # somebody may have built it of anything
        return one_line(self, name, self.report.year, self.status, ", ".join(counts))

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
        """The failures: roots first, in the order of the form, then what follows from them.

        Before them stand the misfits, behind them the findings of one's own.
        """
        failed = [self._result(n) for n in self._with_verdict(Verdict.FAIL)]
        explained = explain(failed, self._passed_at, lambda: self.if_zero) if failed else ()
        return (*self.misfits, *explained, *self.own_findings)

    @cached_property
    def if_zero(self) -> tuple[Result, ...]:
        """The sums that blanks keep from being evaluated, with blanks read as 0.

        They are no findings, and only say what would hold.
        """
        left_open = self._checks_with(Verdict.NOT_EVALUATED)
        if not left_open or self.blanks == "zero" or not self._evidence.report.empty:
            return ()
        values = self._evidence.report.with_zeros(self.report.form)
        zero = evolve(self._evidence, report=values, blanks="zero")
        return tuple(evaluate(rule, one, zero) for rule, one in left_open if rule.scope in _SUMS)

    @property
    def status(self) -> Status:
        """What it comes to."""
        if not any(self._judgement) and not self.withheld and not self.own_findings:
            return Status.PASSED
        return self.status_but_for(())

    def status_but_for(self, explained: Container[str]) -> Status:
        """What it comes to if findings with some fingerprints are no errors."""
        own_errors = (f for f in self.own_findings if f.severity is Severity.ERROR)
        if self.misfits or not all(f.fingerprint in explained for f in own_errors):
            return Status.FAILED
        if not any(self._comparisons):
            return Status.NOTHING_CHECKED
        verdicts = self._verdicts.values()
        failed = self._checks_with(Verdict.FAIL) if Verdict.FAIL in verdicts else ()
        if any(rule.severity is Severity.ERROR for rule, _ in failed):
            if not explained:
                return Status.FAILED
            errors = (f for f in self.findings if f.severity is Severity.ERROR)
            if any(error.fingerprint not in explained for error in errors):
                return Status.FAILED
        is_in_part = self.withheld or Verdict.NOT_EVALUATED in verdicts
        return Status.PASSED_IN_PART if is_in_part else Status.PASSED

    @property
    def passed(self) -> bool:
        """Whether something was checked and no error was found."""
        return self.status.is_pass

    @property
    def complete(self) -> bool:
        """Whether it has passed and all that applies was evaluated."""
        return self.status is Status.PASSED

    @property
    def coverage(self) -> Coverage:
        """How much was checked."""
        values, comparisons = self._evidence.report, [*self._comparisons]
        return Coverage(
            evaluated=sum(comparisons),
            checks=len(comparisons),
            stated=sum(n is not None for n in values.numbers.values()) - len(values.blank),
            cells=len(values.numbers),
        )

    @property
    def _comparisons(self) -> Iterator[bool]:
        """Of each check that compares numbers and applies, whether it was evaluated."""
        verdicts = self._verdicts
        for n, (_, check) in enumerate(self._plan.checks):
            if check.compares and check.applicable:
                yield verdicts.get(n) is not Verdict.NOT_EVALUATED

    @cached_property
    def misfits(self) -> tuple[Finding, ...]:
        """Values of another type than stands in a report: an error each, by whatever rules."""
        _, unjudged, _ = self._judgement
        if len(unjudged) < len(self._plan.checks):  # something odd leaves all checks unjudged
            return ()
        return tuple(misfit_findings(self.report))

    def with_findings(self, findings: Iterable[Finding]) -> "CheckResult":
        """The same with what a function of one's own has found, such as ``own_finding`` makes.

        Every output says it beside the others, and an error among it is one.

        Raises:
            TypeError: one is no finding.
            ValueError: the id of one is not written as those of one's own are.
        """
        more = tuple(findings)
        if strange := [one for one in more if not isinstance(one, Finding)]:
            raise TypeError(f"these should be findings, as own_finding makes: {strange!r:.200}")
        require_own_ids(one.rule_id for one in more)
        return evolve(self, own_findings=(*self.own_findings, *more))

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
            return sorted({*range(len(self._plan.checks))} - self._verdicts.keys())
        return [n for n, other in self._verdicts.items() if other is verdict]

    def _checks_with(self, verdict: Verdict) -> list[RuleCheck]:
        return [*map(self._plan.checks.__getitem__, self._with_verdict(verdict))]

    def _passed_at(self, rule_id: str) -> Collection[str]:
        passed = self._checks_with(Verdict.PASS)
        return {check.pointer for rule, check in passed if rule.id == rule_id}

    def _result(self, number: int) -> Result:
        known = self._evaluated.get(number)
        return known or evaluate(*self._plan.checks[number], self._evidence)

    @cached_property
    def _evidence(self) -> Evidence:
        report = evolve(self.report, cell_notes=self._notes)
        return gather(report, self.blanks, self.previous, self.subordinates)


def check(
    report: AnyReport | Reading,
    *,
    previous: AnyReport | Reading | None = None,
    subordinates: Sequence[AnyReport | Reading] = (),
    blanks: Blanks = "unknown",
    preset: Preset = "quality",
    profile: Profile = PLAIN,
    rules: Iterable[Rule] = RULES,
    printed: bool = True,
) -> CheckResult:
    """Check a report, or that of a reading; none is changed, and nothing that they say raises.

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
        TypeError: an argument is something else; the message says what to give instead.
        ValueError: ``blanks`` or ``preset`` is something else, two rules have one id, one that is
            not ours has none as those of one's own are, or one is mute.
    """
    report, bodies = report_of(report), tuple(map(report_of, subordinates))
    last = report_of(previous) if previous is not None else None
    require_policy(blanks)
    chosen = None if rules is RULES else require_rules(rules)
    grades = tuple(require_profile(profile).grades.items())
    terms = chosen, preset, grades, report.tables, last.tables if last else None, len(bodies)
    plan = plan_of(terms)
    judgement = _judge(report, plan, blanks) if printed else plan.printed.unjudged
    return CheckResult(
        report=report,
        previous=last,
        subordinates=bodies,
        blanks=blanks,
        preset=preset,
        profile=profile,
        notes={**report.cell_notes} if judgement[-1] else {},
        terms=terms,
        judgement=judgement,
    )


def _judge(report: AnyReport, plan: Plan, blanks: Blanks) -> Judgement:
    judged, unjudged, has_gaps = plan.printed.judge(report)
    if has_gaps and blanks == "zero":
        unjudged = [*unjudged, *(n for n, v in judged.items() if v is Verdict.NOT_EVALUATED)]
    return judged, unjudged, has_gaps


_SUMS = (Scope.ROW, Scope.COLUMN, Scope.TABLE)
"""Rules that blanks keep from being evaluated although the rest of the sum is there."""
