"""A rule as a value that one can read, call and export; and what comes out of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, partial
from itertools import compress
from typing import NamedTuple, TypeAlias

from attrs import field, frozen
from attrs.validators import deep_iterable, instance_of

from govdisclosure.findings import Finding, Number, Operand, Severity, Verdict
from govdisclosure.form import FormLocation, Source
from govdisclosure.i18n import CHINESE, Language, Message, Text, one_line
from govdisclosure.model import AnyReport, Reading, report_of
from govdisclosure.rules._authority import Authority, Scope
from govdisclosure.rules._messages import OWN_WORDS, require_facts, usual_message
from govdisclosure.rules._reach import require_closed, require_reach
from govdisclosure.rules.engine import (
    Blanks,
    BoundCheck,
    Evidence,
    Listed,
    bind,
    comparison_facts,
    evaluate_check,
    gather,
    minus,
    names_by_report,
)
from govdisclosure.rules.engine.expressions import Statement

Example: TypeAlias = tuple[Number | str | None, ...]
"""What stands in the cells of one concrete check, in the order of its formula, with 0 in those
that are left out and ``None`` for a blank; the paragraphs of a section of prose; the days of
a period, and the report's year."""

RULE_ID = "[A-Z][A-Z0-9]*(-[A-Z0-9]+)+"
"""How the id of a rule is written."""


class Examples(NamedTuple):
    """Something that a rule lets pass, and something that it does not."""

    right: Example = ()
    wrong: Example = ()


RESERVED = ("JSON-", "READ-")
"""How the ids of findings about a file and its reading begin; no rule has such an id."""


def _is_id(_: object, __: object, value: str) -> None:
    if not isinstance(value, str) or not re.fullmatch(RULE_ID, value):
        raise ValueError(f"not an id as QUAL-REQ-OWN is one: {value!r}")
    if value.startswith(RESERVED):
        raise ValueError(f"{value!r} begins as the ids of findings about reading do")


def _is_tolerance(_: object, __: object, value: object) -> None:
    if type(value) is not int and type(value) is not Decimal:
        raise TypeError(f"tolerance must be a whole number or a Decimal, not {value!r}")
    if not Decimal(value).is_finite() or value < 0:
        raise ValueError(f"tolerance must be 0 or more, and finite, not {value}")


_is_text = instance_of(str)
_is_words = instance_of(Text)


@frozen(kw_only=True, cache_hash=True, repr=False)
class Rule:
    """Something that must hold in a report, on somebody's authority.

    ``holds`` is the whole of it; ``tolerance`` is in the unit of the cells (件, 万元),
    ``since`` the version of the catalogue that brought the rule, ``related`` ids of
    rules to read beside it. ``examples`` are there to be read and run; a rule of
    a catalogue has none. A rule is called with a report and never raises for data.

    ``message`` is what a failure says before its numbers, or the key of what it says instead of
    what is usual for its relation.

    Authority, severity and scope may be given by their values, as ``"warning"``.

    Raises:
        ValueError: the id is not written as ids are or reserved, there is no such authority,
            severity, scope or message, the tolerance is negative or infinite, or the expression
            has a variable that nothing gives.
        TypeError: something is of another type.
    """

    id: str = field(validator=_is_id)
    title: Text = field(validator=_is_words)
    sentence: Text = field(validator=_is_words)
    authority: Authority = field(converter=Authority)
    source: Source = field(validator=instance_of(Source))
    severity: Severity = field(converter=Severity)
    scope: Scope = field(converter=Scope)
    holds: Statement = field(validator=instance_of(Statement))
    message: str | Text = field(default="", validator=instance_of((str, Text)))
    tolerance: Number = field(default=0, validator=_is_tolerance)
    since: str = field(default="1.0.0", validator=_is_text)
    related: tuple[str, ...] = field(
        default=(), validator=deep_iterable(_is_text, instance_of(tuple))
    )
    examples: Examples = field(default=Examples(), eq=False)

    def __attrs_post_init__(self) -> None:
        require_closed(self.holds)
        if isinstance(self.message, str) and self.message:
            require_facts(self.message, self.holds)

    def __call__(
        self,
        report: AnyReport | Reading,
        blanks: Blanks = "unknown",
        *,
        previous: AnyReport | Reading | None = None,
        subordinates: Sequence[AnyReport | Reading] = (),
    ) -> tuple["Result", ...]:
        """One result for each place where the rule applies; a single one if there is none.

        ``previous`` is the body's report of the year before, ``subordinates`` those of the
        bodies below it; a rule that asks for one that is not given is not evaluated.

        Raises:
            ValueError: ``blanks`` is no policy, or no form has what the rule speaks of; nothing
                is raised for what a report says.
            TypeError: something is no report; the message says what to give.
        """
        report, bodies = report_of(report), tuple(map(report_of, subordinates))
        last = None if previous is None else report_of(previous)
        evidence = gather(report, blanks, last, bodies)
        require_reach(self.id, self.holds, report.form)
        checks = bind(self.holds, report.form, last.form if last else None, max(1, len(bodies)))
        return tuple(evaluate(self, check, evidence) for check in checks)

    def __repr__(self) -> str:
        return one_line(self, self.id)


@frozen(kw_only=True, repr=False)
class Result:
    """What came out of a rule at one place.

    ``numbers`` are the numbers used, in the order of ``check.terms``, ``None`` where a
    cell has none; ``blank`` says which of them are a 0 that the policy put there.
    ``left`` and ``right`` are the sides added up, ``None`` where not evaluated. ``reason``
    says why not, where it is not that a number is missing; ``bodies`` names the bodies below.
    A failure that ``hints`` is one of what is not exact: no warning, whatever the rule's grade.
    """

    rule: Rule
    verdict: Verdict
    check: BoundCheck
    numbers: tuple[Number | None, ...] = ()
    blank: tuple[bool, ...] = ()
    left: Number | None = None
    right: Number | None = None
    reason: Message | None = None
    bodies: tuple[str, ...] = ()
    hints: bool = False

    @property
    def severity(self) -> Severity:
        """How grave a failure is: as the rule is graded, but a hint is no warning."""
        is_hint = self.hints and self.rule.severity is Severity.WARNING
        return Severity.INFO if is_hint else self.rule.severity

    @property
    def pointer(self) -> str:
        """The primary cell."""
        return self.check.pointer

    @property
    def place(self) -> FormLocation:
        """What all cells of the check share: a column, a row, or a section."""
        return self.check.place

    @property
    def difference(self) -> Number | None:
        """Left minus right, in the unit of the cells; ``None`` if not evaluated."""
        if self.left is None or self.right is None:
            return None
        return minus(self.left, self.right)

    @cached_property
    def operands(self) -> tuple[Operand, ...]:
        """The cells that entered: the condition's, left and right; none if not applicable."""
        check = self.check
        parts = zip(("given", "left", "right"), check.split(check.terms), strict=True)
        sides = [side for side, terms in parts for _ in terms]
        cells = zip(check.terms, check.places, sides, self.numbers, self.blank, strict=False)
        return tuple(
            Operand(cell.pointer, place, side, cell.coefficient, number, blank, report=cell.report)
            for cell, place, side, number, blank in cells
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """The addresses of the cells that have no number, so that nothing could be said."""
        if self.verdict is not Verdict.NOT_EVALUATED or self.reason:
            return ()
        cells = self.check.terms
        without = [c.address for c, n in zip(cells, self.numbers, strict=True) if n is None]
        return tuple(without or (c.address for c in cells))

    @property
    def message(self) -> Message:
        """What to tell a reader: the sum as the form shows it, or the cells that lack."""
        match self.verdict:
            case Verdict.FAIL:
                return self._failure()
            case Verdict.NOT_EVALUATED:
                return self.reason or Message("no_number", {"cells": self._lacking()})
            case Verdict.NOT_APPLICABLE:
                return Message("not_on_form", {"pointer": self.pointer})
            case Verdict.PASS:
                return Message("holds")

    def _failure(self) -> Message:
        words, facts = self.rule.message, self._facts()
        if isinstance(words, str) and words:
            return Message(words, facts)
        usual = Message(usual_message(self.rule.holds), facts)
        return Message(OWN_WORDS, {"words": words, "facts": usual}) if words else usual

    def _lacking(self) -> Listed:
        missing = set(self.missing)
        lack = [cell.address in missing for cell in self.check.terms]
        return Listed.of(compress(self._names(), lack), sum(lack))

    def _names(self) -> Iterator[Text]:
        return names_by_report(self.check, self.bodies)

    def _facts(self) -> Mapping[str, object]:
        if self.left is None or self.right is None:  # nothing was compared
            count = len(self.check.terms)
            return {"count": count, "cells": Listed.of(self._names(), count)}
        cells = list(zip(self.operands, self._names(), strict=True))
        return comparison_facts(self.check, cells, self.left, self.right)

    def finding(self) -> Finding:
        """A failure as a finding.

        Raises:
            ValueError: the verdict is no failure.
        """
        if self.verdict is not Verdict.FAIL:
            raise ValueError(f"only a failure is a finding: {self!r}")
        return Finding(
            rule_id=self.rule.id,
            severity=self.severity,
            pointer=self.pointer,
            place=self.place,
            message=self.message,
            operands=self.operands,
            left=self.left,
            right=self.right,
            difference=self.difference,
            tolerance=self.rule.tolerance,
            related=self.rule.related,
        )

    def render(self, language: Language = CHINESE) -> str:
        """Place and message for a reader."""
        return self.place.render(language) + language.colon + self.message.render(language)

    def __repr__(self) -> str:
        return one_line(self, self.rule.id, self.verdict, "at", self.pointer)


def evaluate(rule: Rule, check: BoundCheck, evidence: Evidence) -> Result:
    """One concrete check of a rule on the numbers of some reports."""
    return evaluate_check(check, evidence, rule.tolerance, partial(Result, rule=rule, check=check))
