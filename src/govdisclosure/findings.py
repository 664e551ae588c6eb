"""What any stage may say: findings, verdicts of rules, places in a source."""

from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from attrs import frozen

from govdisclosure.form import FormLocation, Shown
from govdisclosure.i18n import CHINESE, Language, Message, Text, one_line

__all__ = ["Finding", "Number", "Operand", "Severity", "SourceLocation", "Verdict"]

Number: TypeAlias = int | Decimal


class Verdict(StrEnum):
    """What came out of one check of a rule. Silence is never a pass."""

    PASS = "pass"
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"
    NOT_EVALUATED = "not_evaluated"


class Severity(StrEnum):
    """How grave a finding is; data that a profile may change, never part of an id."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen(kw_only=True, repr=False)
class SourceLocation(Shown):
    """A place in the source, as far as the format knows one; counted from 1."""

    page: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def render(self, language: Language = CHINESE) -> str:
        """The place for a reader.

        >>> from govdisclosure.i18n import ENGLISH
        >>> SourceLocation(line=12).render()
        '第12行'
        >>> SourceLocation(table=1, row=2, column=3).render(ENGLISH)
        'table 1, row 2, column 3'
        """
        numbers = ((words, getattr(self, name)) for name, words in _SOURCE_WORDS.items())
        return language.joint.join(
            words.render(language).format(number) for words, number in numbers if number is not None
        )


_SOURCE_WORDS = {
    "page": Text("第{}页", "page {}"),
    "line": Text("第{}行", "line {}"),
    "table": Text("第{}个表格", "table {}"),
    "row": Text("表内第{}行", "row {}"),
    "column": Text("第{}格", "column {}"),
}


@frozen
class Operand:
    """One cell that entered an equation: where, on which side, with which sign, what.

    ``value`` is the number that was used, ``None`` where the cell has none; ``blank`` is
    true where the policy let a blank count as 0, ``report`` the report that the cell stands
    in: "" for the one that is checked, ``previous``, ``children/0`` …
    """

    pointer: str
    place: FormLocation
    side: str
    coefficient: int
    value: Number | None
    blank: bool = False
    report: str = ""

    def __repr__(self) -> str:
        cell = f"{self.report}:{self.pointer}" if self.report else self.pointer
        return one_line(self, self.side, f"{self.coefficient:+}", "×", cell, self.value)


@frozen(kw_only=True)
class Finding:
    """Something that is wrong, or worth a look, at one place.

    The same record serves rules, JSON problems and readers. ``rule_id`` is the id of a
    rule or one of the reserved ids (``JSON-…``, ``READ-…``). ``caused_by`` are the
    fingerprints of the findings that this one follows from, ``explanation`` is what can
    be said beyond the bare numbers.
    """

    rule_id: str
    severity: Severity
    pointer: str
    place: FormLocation
    message: Message
    operands: tuple[Operand, ...] = ()
    left: Number | None = None
    right: Number | None = None
    difference: Number | None = None
    tolerance: Number = 0
    related: tuple[str, ...] = ()
    caused_by: tuple[str, ...] = ()
    explanation: Message | None = None

    def __repr__(self) -> str:
        sides = (
            () if self.left is None or self.right is None else (self.left, "against", self.right)
        )
        where = self.pointer or '""'
        return one_line(self, self.rule_id, self.severity, where, self.message.key, *sides)

    @property
    def fingerprint(self) -> str:
        """A name for this finding that survives rewording: rule and pointers, hashed."""
        from hashlib import sha256  # takes time, and most runs have no use for it

        cells = (f"{o.report}:{o.pointer}" if o.report else o.pointer for o in self.operands)
        facts = [self.rule_id, self.pointer, *cells]
        return sha256("\n".join(facts).encode()).hexdigest()[:16]

    def render(self, language: Language = CHINESE) -> str:
        """Place and message for a reader."""
        return self.place.render(language) + language.colon + self.message.render(language)
