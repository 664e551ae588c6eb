"""Diagnoses as JSON: faults with what would mend them, blanks with what they must be."""

from typing import Annotated, Literal

from attrs import frozen

from govdisclosure.analysis import diagnosis
from govdisclosure.analysis.diagnosis import BlankStatus, Certainty, ErrorPattern, Origin
from govdisclosure.codec import Least, record_of
from govdisclosure.findings import Number
from govdisclosure.form import JsonObject
from govdisclosure.i18n import Message, Renderable
from govdisclosure.output.json._finding import Fingerprint, Natural, Pointer, RuleId

Among = Annotated[Natural, "How many ways there are with the fewest cells, as far as counted."]


@frozen(kw_only=True)
class PatchStep:
    """A step of a JSON Patch."""

    op: Literal["test", "replace"]
    path: Pointer
    value: int | None

    @classmethod
    def of(cls, step: JsonObject) -> "PatchStep":
        """The step as JSON has it."""
        return cls(**step)


@frozen(kw_only=True)
class Change:
    """A cell of a repair: what stands there, what is offered."""

    pointer: Pointer
    old: Number | None
    new: int
    slip: ErrorPattern | None
    origin: Origin
    printed: str | None
    place: Renderable

    @classmethod
    def of(cls, change: diagnosis.Change) -> "Change":
        """The change as JSON has it."""
        return record_of(cls, change, slip=change.pattern)


@frozen(kw_only=True)
class Repair:
    """Changes after which all equations of one fault hold."""

    patch: Annotated[
        tuple[PatchStep, ...],
        Least(2),
        "JSON Patch (RFC 6902); it fails where the report says something else by now.",
    ]
    cells_changed: Annotated[int, Least(1)]
    certainty: Certainty
    among: Among
    slip: ErrorPattern | None
    changes: Annotated[tuple[Change, ...], Least(1)]
    explanation: Message
    message: Renderable

    @classmethod
    def of(cls, repair: diagnosis.Repair) -> "Repair":
        """The repair as JSON has it."""
        cells = len(repair.changes)
        return record_of(cls, repair, cells_changed=cells, slip=repair.pattern, message=repair)


@frozen(kw_only=True)
class Fault:
    """Equations that do not hold and hang together."""

    findings: Annotated[tuple[Fingerprint, ...], Least(1)]
    rules: Annotated[tuple[RuleId, ...], Least(1)]
    certainty: Certainty
    among: Among
    repairs: Annotated[tuple[Repair, ...], "The likeliest first; of many, not all."]
    place: Renderable
    message: Renderable

    @classmethod
    def of(cls, fault: diagnosis.Fault) -> "Fault":
        """The fault as JSON has it."""
        return record_of(cls, fault, message=fault)


@frozen(kw_only=True)
class Blank:
    """A cell without a number, and the least and greatest that it may be (both included)."""

    pointer: Pointer
    settled: BlankStatus
    least: Number | None
    greatest: Number | None
    message: Renderable

    @classmethod
    def of(cls, blank: diagnosis.Blank) -> "Blank":
        """The blank as JSON has it."""
        return record_of(cls, blank, settled=blank.status, message=blank)


@frozen(kw_only=True)
class Diagnosis:
    """Which cells may be wrong, and what blanks must be."""

    faults: tuple[Fault, ...]
    blanks: tuple[Blank, ...]
