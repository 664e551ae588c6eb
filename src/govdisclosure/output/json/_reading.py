"""A reading as JSON: a report, and where each of its cells was printed."""

from collections.abc import Mapping
from typing import Annotated

from attrs import frozen

from govdisclosure import codec, model
from govdisclosure.codec import Least, record_of
from govdisclosure.form import CellState, Json
from govdisclosure.model import AnyReport
from govdisclosure.output.json._finding import Finding, Natural

READING_VERSION = "1.0.0"

_Number = Annotated[int, Least(1)] | None


@frozen(kw_only=True)
class SourceLocation:
    """A place in the source, as far as its format knows one; from 1."""

    page: _Number = None
    line: _Number = None
    table: _Number = None
    row: _Number = None
    column: _Number = None


@frozen(kw_only=True)
class Provenance:
    """Where a cell was read and what was printed there."""

    printed: Annotated[str, "The text of the cell, as it stood."]
    state: Annotated[CellState, "number, or why there is none."]
    where: SourceLocation


@frozen(kw_only=True)
class Unplaced:
    """A piece of the source that belongs to no place of the report."""

    text: str
    section: Annotated[str | None, "The section it stood in."]
    why: Annotated[str, "The key of the reason."]
    where: SourceLocation


@frozen(kw_only=True)
class Completeness:
    """Cells of a table, by what was read."""

    numbers: Annotated[Natural, "Cells with a number."]
    blank: Annotated[Natural, "Cells without one."]
    absent: Annotated[Natural, "Cells that the source does not have."]


@frozen(kw_only=True)
class Reading:
    """What was read from a published report.

    What may stand in ``report``, ``provenance`` and ``completeness`` is up to the editions.
    """

    report: Json
    provenance: Annotated[
        Mapping[str, Provenance], "Cell → where it was printed; empty for a report from JSON."
    ]
    unplaced: Annotated[tuple[Unplaced, ...], "Pieces of the source that belong to no place."]
    messages: Annotated[tuple[Finding, ...], "What was noticed while reading (READ-…)."]
    completeness: Annotated[Mapping[str, Completeness], "How much of each table was read."]

    @classmethod
    def of(cls, reading: model.Reading) -> "Reading":
        """The reading as JSON has it."""
        report = codec.to_dict(reading.report)
        return record_of(cls, reading, report=report, messages=reading.findings)

    @classmethod
    def of_json(cls, report: AnyReport) -> "Reading":
        """A report that came as JSON: nothing was read."""
        return cls(
            report=codec.to_dict(report), provenance={}, unplaced=(), messages=(), completeness={}
        )
