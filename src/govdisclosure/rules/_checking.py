"""Checking a report against rules: every result, and what they mean together."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any, get_args

from attrs import field, fields, frozen

from govdisclosure.findings import Finding, Severity, Verdict
from govdisclosure.form import Form, Later
from govdisclosure.model import AnyReport, NotebookView
from govdisclosure.rules._all import RULES
from govdisclosure.rules._authority import Scope
from govdisclosure.rules._causes import EXPLAINING, explain
from govdisclosure.rules._profiles import PLAIN, Preset, Profile, select
from govdisclosure.rules._rule import Result, Rule, evaluate
from govdisclosure.rules._screening import screen_for
from govdisclosure.rules.engine import NOTHING, Blanks, BoundCheck, Evidence, bind, gather, prose


@frozen(kw_only=True)
class CheckResult(NotebookView):
    """What came out of checking one report: which rules ran, on what terms, each result.

    ``if_zero`` are the sums that blanks keep from being evaluated, with blanks read as 0;
    they are no findings, and only say what would hold.

    What :func:`check` gives makes ``results`` and ``if_zero`` when they are asked for.
    """

    results: tuple[Result, ...]
    rules: tuple[str, ...]
    blanks: Blanks
    preset: Preset
    profile: Profile
    if_zero: tuple[Result, ...] = ()
    _outcome: "_Outcome | None" = field(default=None, init=False, eq=False, repr=False)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The failures: roots first, in the order of the form, then what follows from them."""
        if all(result.verdict is not Verdict.FAIL for result in self._not_passed()):
            return ()
        results = self._outcome.for_explaining() if self._outcome else self.results
        return explain(results, self.if_zero)

    @property
    def passed(self) -> bool:
        """Whether something was checked and no error was found.

        What could not be evaluated is no error; but where nothing at all could be, nothing
        has passed.
        """
        failed = [r for r in self._not_passed() if r.verdict is Verdict.FAIL]
        errors = [r for r in failed if r.rule.severity is Severity.ERROR]
        return not errors and not self.nothing_checked

    @property
    def nothing_checked(self) -> bool:
        """Whether no cell could be evaluated: the report states no numbers to check."""
        if self.count(Verdict.PASS) > 1:  # a single one may be a section of prose
            return False
        evaluated = (Verdict.PASS, Verdict.FAIL)
        return not any(r.verdict in evaluated and r.check.terms for r in self.results)

    def count(self, verdict: Verdict) -> int:
        """How many results have a verdict."""
        results = self._not_passed()
        number = [result.verdict for result in results].count(verdict)
        if self._outcome and verdict is Verdict.PASS:
            return number + len(self._outcome.programme.plan) - len(results)
        return number

    def __reduce__(self) -> tuple[Any, ...]:
        # What was left for later is made now: generated functions stay in their process.
        values = {a.name: getattr(self, a.name) for a in fields(CheckResult) if a.init}
        return partial(CheckResult, **values), ()

    def _not_passed(self) -> Sequence[Result]:
        """Results among which are all that did not pass."""
        return self._outcome.closer() if self._outcome else self.results

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            # Called for what is not set: check() leaves these two to whoever wants them.
            if name not in ("results", "if_zero") or self._outcome is None:
                raise AttributeError(f"{type(self).__name__!r} has no attribute {name!r}")
            results = self._outcome.results() if name == "results" else self._outcome.if_zero()
            object.__setattr__(self, name, results)
            return results


@frozen(kw_only=True)
class _Programme:
    """What is checked on a form: each concrete check, in the order of the form.

    ``fixed`` are the results, by their place, that do not depend on the report.
    """

    rules: tuple[str, ...]
    plan: tuple[tuple[Rule, BoundCheck], ...]
    screen: Later
    fixed: Mapping[int, Result]


class _Outcome:
    """One report under one programme: what is known of it, and what can still be evaluated."""

    __slots__ = ("_closer", "_evidence", "_gather", "_places", "programme")

    def __init__(
        self,
        programme: _Programme,
        report: AnyReport,
        blanks: Blanks,
        previous: AnyReport | None,
        subordinates: Sequence[AnyReport],
    ) -> None:
        self.programme = programme
        self._places, odd = _screen(programme, report)
        self._gather = (report, blanks, previous, tuple(subordinates))
        self._evidence: Evidence | None = None
        self._closer: tuple[Result, ...] | None = None
        if odd:
            self.evidence()  # the notes say why a cell is empty, and their mapping may change

    def evidence(self) -> Evidence:
        """The numbers of all reports, as rules see them."""
        if self._evidence is None:
            self._evidence = gather(*self._gather)
        return self._evidence

    def closer(self) -> tuple[Result, ...]:
        """The results of the checks that needed a closer look."""
        if self._closer is None:
            self._closer = self._evaluated(self._places)
        return self._closer

    def for_explaining(self) -> tuple[Result, ...]:
        """The same, and the others by which failures are explained."""
        plan = self.programme.plan
        others = (n for n, (rule, _) in enumerate(plan) if rule.id in EXPLAINING)
        return self._evaluated(sorted({*self._places, *others}))

    def results(self) -> tuple[Result, ...]:
        """All results."""
        return self._evaluated(range(len(self.programme.plan)))

    def if_zero(self) -> tuple[Result, ...]:
        """What blanks leave open, with blanks read as 0."""
        return _if_zero(self.closer(), self.evidence(), self._gather[0])

    def _evaluated(self, numbers: Sequence[int]) -> tuple[Result, ...]:
        plan, fixed = self.programme.plan, self.programme.fixed
        checks = [plan[n][1] for n in numbers if n not in fixed]
        if not checks:
            return tuple([fixed[n] for n in numbers])
        if any(check.terms for check in checks):
            evidence = self.evidence()
        else:  # no number is needed
            evidence = Evidence(NOTHING, prose=prose(self._gather[0]))
        return tuple([fixed.get(n) or evaluate(*plan[n], evidence) for n in numbers])


def _screen(programme: _Programme, report: AnyReport) -> tuple[Sequence[int], bool]:
    """Which checks need a closer look, and whether some cell has no number."""
    try:
        closer: tuple[Sequence[int], bool] | None = programme.screen(report)
    except AttributeError:  # something else than a row of the form stands in the report
        closer = None
    return closer or (range(len(programme.plan)), True)


def check(
    report: AnyReport,
    *,
    previous: AnyReport | None = None,
    subordinates: Sequence[AnyReport] = (),
    blanks: Blanks = "unknown",
    preset: Preset = "quality",
    profile: Profile = PLAIN,
    rules: Iterable[Rule] = RULES,
) -> CheckResult:
    """Check a report; no report is changed, and nothing that they say raises.

    ``previous`` is the same body's report of the year before, ``subordinates`` are the reports
    of the bodies that it adds up; rules over time and over bodies run only with them.
    ``blanks`` is what a cell without a number means: ``unknown`` (equations with such a
    cell are not evaluated) or ``zero`` (a blank part counts as 0, a blank total does not).
    ``preset`` and ``profile`` choose among ``rules`` and grade them.

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
    programme_of = _programme_of_bodies if len(subordinates) > 1 else _programme
    programme = programme_of(
        None if rules is RULES else tuple(rules),
        preset,
        tuple(profile.grades.items()),
        report.form,
        previous.form if previous is not None else None,
        len(subordinates),
    )
    result = CheckResult.__new__(CheckResult)
    for name, value in (
        ("rules", programme.rules),
        ("blanks", blanks),
        ("preset", preset),
        ("profile", profile),
        ("_outcome", _Outcome(programme, report, blanks, previous, subordinates)),
    ):
        object.__setattr__(result, name, value)
    return result


_POLICIES = get_args(Blanks)


def _make_programme(
    rules: tuple[Rule, ...] | None,
    preset: Preset,
    grades: tuple[tuple[str, Severity | None], ...],
    form: Form,
    previous: Form | None,
    bodies: int,
) -> _Programme:
    """``rules`` is ``None`` for all that there are: they need not be compared each time."""
    selected = tuple(
        rule
        for rule in select(RULES if rules is None else rules, preset, Profile("", dict(grades)))
        if not (rule.scope is Scope.YEARS and previous is None)
        and not (rule.scope is Scope.HIERARCHY and not bodies)
    )
    plan = _plan(selected, form, previous, max(1, bodies))
    return _Programme(
        rules=tuple(rule.id for rule in selected),
        plan=plan,
        screen=Later(partial(screen_for, plan, form)),
        fixed={
            number: evaluate(rule, check, Evidence(NOTHING))
            for number, (rule, check) in enumerate(plan)
            if not check.applicable
        },
    )


_programme = lru_cache(maxsize=256)(_make_programme)
_programme_of_bodies = lru_cache(maxsize=4)(_make_programme)
"""Some 30 KB a body: one body more is another programme, and few are kept."""


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


def _plan(
    rules: tuple[Rule, ...], form: Form, previous: Form | None, bodies: int
) -> tuple[tuple[Rule, BoundCheck], ...]:
    """Every concrete check on a form: by primary cell as printed, then by rule."""
    position = form.position
    checks = [(rule, one) for rule in rules for one in bind(rule.holds, form, previous, bodies)]
    return tuple(sorted(checks, key=lambda one: position.get(one[1].pointer, len(position))))
