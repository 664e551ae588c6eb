"""A rule as a value that one can read, call and export; and what comes out of it."""

from decimal import Context, Decimal
from enum import StrEnum
from typing import Any

from attrs import frozen

from govdisclosure.findings import Finding, Number, Operand, Severity, Verdict
from govdisclosure.law import Source
from govdisclosure.messages import MESSAGES, Message, Text
from govdisclosure.model.report import AnyReport, report_type
from govdisclosure.place import Place
from govdisclosure.rules.binding import Instance, Side, bind
from govdisclosure.rules.kinds import Statement, require_closed
from govdisclosure.rules.readings import Blanks, Readings, read
from govdisclosure.rules.wording import RELATIONS, Listed, Spelled, larger, names

_EXACT = Context(prec=300)
"""Adds amounts without rounding: ``readings`` lets none of more than 200 digits in."""


class Authority(StrEnum):
    """Who says that a rule holds, from the strongest to the weakest."""

    PRINTED = "printed"
    IMPLIED = "implied"
    STATUTE = "statute"
    GUIDE = "guide"
    PRACTICE = "practice"
    DERIVED = "derived"


class Scope(StrEnum):
    """How much has to be seen to check a rule once."""

    CELL = "cell"
    ROW = "row"
    COLUMN = "column"
    TABLE = "table"
    REPORT = "report"
    YEARS = "years"
    HIERARCHY = "hierarchy"


@frozen(kw_only=True, cache_hash=True, repr=False)
class Rule:
    """Something that must hold in a report, on somebody's authority.

    ``holds`` is the whole of it; ``tolerance`` is in the unit of the cells (件, 万元),
    ``since`` the version of the catalogue that brought the rule, ``related`` ids of
    rules to read beside it. A rule is called with a report and never raises for data.

    Raises:
        ValueError: the expression has a variable that nothing gives, or there is no such
            message.
    """

    id: str
    title: Text
    sentence: Text
    authority: Authority
    source: Source
    severity: Severity
    scope: Scope
    holds: Statement
    message: str = "sums_differ"
    tolerance: Number = 0
    since: str = "1.0.0"
    related: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        require_closed(self.holds)
        if self.message not in MESSAGES:
            raise ValueError(f"no message {self.message!r}")

    def __call__(self, report: AnyReport, blanks: Blanks = "unknown") -> tuple["Result", ...]:
        """One result for each place where the rule applies; a single one if there is none.

        Raises:
            ValueError: ``blanks`` is no policy; nothing is raised for what a report says.
        """
        readings = read(report, blanks)
        checks = bind(self.holds, report_type(report))
        return tuple(evaluate(self, check, readings) for check in checks)

    def __repr__(self) -> str:
        return f"<Rule {self.id}>"


@frozen(kw_only=True, repr=False)
class Result:
    """What came out of a rule at one place.

    ``numbers`` are the numbers used, in the order of ``check.summands``, ``None`` where a
    cell has none; ``blank`` says which of them are a 0 that the policy put there.
    ``left`` and ``right`` are the sides added up, ``None`` where not evaluated.
    """

    rule: Rule
    verdict: Verdict
    check: Instance
    numbers: tuple[Number | None, ...] = ()
    blank: tuple[bool, ...] = ()
    left: Number | None = None
    right: Number | None = None

    @property
    def pointer(self) -> str:
        """The primary cell."""
        return self.check.pointer

    @property
    def place(self) -> Place:
        """What all cells of the check share: a column, a row, or a section."""
        return self.check.place

    @property
    def difference(self) -> Number | None:
        """Left minus right, in the unit of the cells; ``None`` if not evaluated."""
        if self.left is None or self.right is None:
            return None
        return _difference(self.left, self.right)

    @property
    def operands(self) -> tuple[Operand, ...]:
        """The cells that entered, left side first; none where the rule does not apply."""
        cut = len(self.check.left.summands)
        cells = zip(self.check.summands, self.check.places, self.numbers, self.blank, strict=True)
        return tuple(
            Operand(cell.pointer, place, "left" if i < cut else "right", cell.coefficient, n, blank)
            for i, (cell, place, n, blank) in enumerate(cells)
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """The pointers of the cells for want of which nothing could be said."""
        if self.verdict is not Verdict.NOT_EVALUATED:
            return ()
        cells = self.check.summands
        without = [c.pointer for c, n in zip(cells, self.numbers, strict=True) if n is None]
        return tuple(without or (c.pointer for c in cells))

    @property
    def message(self) -> Message:
        """What to tell a reader: the sum as the form shows it, or the cells that lack."""
        match self.verdict:
            case Verdict.FAIL:
                return Message(self.rule.message, self._facts())
            case Verdict.NOT_EVALUATED:
                missing = set(self.missing)
                called = zip(self.check.summands, names(self.check.places), strict=True)
                cells = tuple(name for cell, name in called if cell.pointer in missing)
                return Message("no_number", {"cells": Listed(cells)})
            case Verdict.NOT_APPLICABLE:
                return Message("not_on_form", {"pointer": self.pointer})
            case Verdict.PASS:
                return Message("holds")

    def _facts(self) -> dict[str, object]:
        assert self.left is not None
        assert self.right is not None
        called, operands = names(self.check.places), self.operands
        left, right = self.check.left, self.check.right
        cut, gap = len(left.summands), _difference(self.left, self.right)
        return {
            "left": Spelled(operands[:cut], called[:cut], left.constant, self.left),
            "right": Spelled(operands[cut:], called[cut:], right.constant, self.right),
            "left_value": self.left,
            "right_value": self.right,
            "difference": gap,
            "relation": RELATIONS[self.check.relation],
            "gap": larger(gap),
        }

    def finding(self) -> Finding:
        """A failure as a finding.

        Raises:
            ValueError: the verdict is no failure.
        """
        if self.verdict is not Verdict.FAIL:
            raise ValueError(f"only a failure is a finding: {self!r}")
        return Finding(
            rule_id=self.rule.id,
            severity=self.rule.severity,
            pointer=self.pointer,
            place=self.place,
            message=self.message,
            operands=self.operands,
            left=self.left,
            right=self.right,
            difference=self.difference,
            tolerance=self.rule.tolerance,
        )

    def say(self, lang: str = "zh") -> str:
        """Place and message for a reader, in ``zh`` or ``en``."""
        colon = "：" if lang == "zh" else ": "
        return self.place.say(lang) + colon + self.message.say(lang)

    def __repr__(self) -> str:
        return f"<Result {self.rule.id} {self.verdict} at {self.pointer}>"


def evaluate(rule: Rule, check: Instance, readings: Readings) -> Result:
    """One concrete check on the numbers of a report.

    An equation without a number in some cell is not evaluated; neither is one all of
    whose numbers are blanks read as 0, since then the report states nothing.
    """
    if not check.applicable:
        return Result(rule=rule, verdict=Verdict.NOT_APPLICABLE, check=check)
    numbers = tuple(readings.numbers[cell.pointer] for cell in check.summands)
    blank = tuple(cell.pointer in readings.blank for cell in check.summands)
    if None in numbers or all(blank):
        verdict = Verdict.NOT_EVALUATED
        return Result(rule=rule, verdict=verdict, check=check, numbers=numbers, blank=blank)
    cut = len(check.left.summands)
    left, right = _total(check.left, numbers[:cut]), _total(check.right, numbers[cut:])
    verdict = Verdict.PASS if _holds(left, check.relation, right, rule.tolerance) else Verdict.FAIL
    return Result(
        rule=rule,
        verdict=verdict,
        check=check,
        numbers=numbers,
        blank=blank,
        left=left,
        right=right,
    )


def _holds(left: Number, relation: str, right: Number, tolerance: Number) -> bool:
    if relation == "=":
        gap = _difference(left, right)
        return -tolerance <= gap <= tolerance
    return bool(left >= right if relation == ">=" else left <= right)


def _total(side: Side, numbers: tuple[Any, ...]) -> Number:
    total: Number = side.constant
    for cell, number in zip(side.summands, numbers, strict=True):
        total = _plus(total, cell.coefficient, number)
    return total


def _plus(total: Number, coefficient: int, number: Number) -> Number:
    if isinstance(total, int) and isinstance(number, int):
        return total + coefficient * number
    return _EXACT.fma(Decimal(coefficient), Decimal(number), Decimal(total))


def _difference(left: Number, right: Number) -> Number:
    return _plus(left, -1, right)
