"""Repairs that are offered: what would change, how sure that is, why. Nothing is overwritten."""

from enum import StrEnum
from typing import TypeVar

from attrs import frozen

from govdisclosure.analysis.diagnosis._error_patterns import ErrorPattern
from govdisclosure.errors import StaleRepairError
from govdisclosure.form import FormLocation, at
from govdisclosure.i18n import CHINESE, Language, Message, Text, one_line
from govdisclosure.model import AnyReport

R = TypeVar("R", bound=AnyReport)
T = TypeVar("T")


class Certainty(StrEnum):
    """How far the numbers determine a repair. None of these says that it is the truth."""

    UNIQUE_IF_ONE_CELL = "unique_if_one_cell"
    """The only single cell whose change makes all hold."""
    UNIQUE_IF_FEWEST_CELLS = "unique_if_fewest_cells"
    """The only way with so few cells; with more cells there are others."""
    ONE_OF = "one_of"
    """One of several ways with equally few cells."""
    CANNOT_BE_LOCATED = "cannot_be_located"
    """One sum that no other crosses, too many ways, or others may have escaped the search."""
    SUPPOSES_PATTERN = "supposes_slip"
    """More cells change than need be: it holds if the pattern that it names is what happened."""


class Origin(StrEnum):
    """Whether the number of a cell was printed so, or probably was read wrongly."""

    UNKNOWN = "unknown"
    """Nothing is known of the print, or it says something else altogether."""
    REPORT = "report"
    """It was printed so: the report itself is wrong."""
    READING = "reading"
    """The print has the digits that are offered, or could not be read."""
    DOUBTFUL = "doubtful"
    """Reading this row gave a warning."""


@frozen(kw_only=True)
class Change:
    """One cell of a repair: where, what stands there (``None`` is a blank), what is offered.

    ``pattern`` is what may have happened to this number alone.
    """

    pointer: str
    place: FormLocation
    old: int | None
    new: int
    pattern: ErrorPattern | None = None
    origin: Origin = Origin.UNKNOWN
    printed: str | None = None

    def __repr__(self) -> str:
        return one_line(self, self.pointer, "-" if self.old is None else self.old, "→", self.new)


@frozen(kw_only=True)
class Repair:
    """Changes after which all equations of one fault hold.

    ``among`` is how many ways there are with as few cells, ``pattern`` what may have
    happened to all the cells together.
    """

    changes: tuple[Change, ...]
    certainty: Certainty
    among: int
    pattern: ErrorPattern | None
    explanation: Message

    def __repr__(self) -> str:
        return one_line(self, self.certainty, f"changes={len(self.changes)}", *self.changes[:1])

    @property
    def patch(self) -> list[dict[str, str | int | None]]:
        """The repair as a JSON Patch (RFC 6902), which fails where a cell says otherwise by now."""
        tests = [("test", change.pointer, change.old) for change in self.changes]
        steps = [*tests, *(("replace", change.pointer, change.new) for change in self.changes)]
        return [{"op": op, "path": path, "value": value} for op, path, value in steps]

    @property
    def remarks(self) -> tuple[Message, ...]:
        """The error patterns, how certain it is, and what was printed."""
        patterns = [self.pattern] if self.pattern else [c.pattern for c in self.changes]
        names = [Message(f"slip_{pattern}") for pattern in dict.fromkeys(patterns) if pattern]
        certainty = Message(f"certainty_{self.certainty}", {"count": self.among})
        known = [change for change in self.changes if change.origin is not Origin.UNKNOWN]
        origins = [Message(f"origin_{c.origin}", {"printed": c.printed}) for c in known]
        return (*names, certainty, *dict.fromkeys(origins))

    def apply(self, report: R) -> R:
        """A new report with the changes; what was printed in a cell stays in ``cell_notes``.

        Raises:
            StaleRepairError: a cell of the report does not say what the repair is to replace.
        """
        for change in self.changes:
            content = _content(report, change.pointer)
            if type(content) is not type(change.old) or content != change.old:
                old, present = number_or_blank(change.old), number_or_blank(content)
                about = {"place": change.place, "old": old, "found": present}
                raise StaleRepairError(Message("repair_stale", about))
        return report.replace({change.pointer: change.new for change in self.changes})

    def render(self, language: Language = CHINESE) -> str:
        """The explanation with its remarks."""
        remarks = language.semicolon.join(remark.render(language) for remark in self.remarks)
        return self.explanation.render(language) + language.bracket(remarks) + language.stop


@frozen(kw_only=True)
class Fault:
    """Equations that do not hold and hang together, and what would mend them.

    ``findings`` are the fingerprints of the findings that a repair removes; ``repairs`` the
    best, first the likeliest; ``among`` how many ways there are with the fewest cells, as
    far as they were counted.
    """

    findings: tuple[str, ...]
    rules: tuple[str, ...]
    place: FormLocation
    certainty: Certainty
    among: int
    repairs: tuple[Repair, ...]

    def __repr__(self) -> str:
        counts = f"findings={len(self.findings)} repairs={len(self.repairs)}"
        return one_line(self, ", ".join(self.rules), self.certainty, counts)

    def render(self, language: Language = CHINESE) -> str:
        """What is off and how far it can be located."""
        about = {"place": self.place, "rules": self.rules, "count": len(self.findings)}
        sums = Message("fault", about).render(language)
        certainty = Message(f"fault_{self.certainty}", {"count": self.among}).render(language)
        return sums + language.semicolon + certainty


def _content(report: AnyReport, pointer: str) -> object:
    try:
        return at(report, pointer)
    except KeyError:  # a report of another form
        return "-"


def number_or_blank(number: T) -> T | Text:
    """A number as messages take it; a blank says that it is one."""
    return Text("空白", "blank") if number is None else number
