"""A comparison as JSON: pointers and numbers first, words last."""

from typing import Annotated, get_args

from attrs import frozen

import govdisclosure
from govdisclosure.analysis import comparison
from govdisclosure.analysis.comparison import CellContent, Side, cell_state, plain_number
from govdisclosure.codec import Choice, Flat, Least, record_of, text
from govdisclosure.findings import Number
from govdisclosure.form import CellState, Json, Money, MoneyUnit, join
from govdisclosure.i18n import Message, Renderable
from govdisclosure.model import CellNote
from govdisclosure.output.comparison import growth_words
from govdisclosure.output.json._finding import Natural, Pointer, ReportSummary

COMPARISON_VERSION = "1.0.0"

_Unit = Annotated[str, Choice(get_args(MoneyUnit))]
_NO_UNIT = ""
_Fraction = Annotated[str, text("-?[0-9]+(/[0-9]+)?")]


@frozen(kw_only=True)
class Content:
    """What stood in a cell, or in cells that were added up."""

    cells: Annotated[tuple[Pointer, ...], Least(1)]
    value: Number | None
    unit: Annotated[_Unit | None, "Of money whose unit the form leaves to the report."] = _NO_UNIT
    state: CellState
    printed: str | None
    note: str | None

    @classmethod
    def of(cls, content: CellContent, note: CellNote | None, cells: tuple[str, ...]) -> "Content":
        """What stood in a cell: its number, what was printed there, and the note beside it."""
        return cls(
            cells=cells,
            value=plain_number(content),
            unit=content.unit if isinstance(content, Money) else _NO_UNIT,
            state=cell_state(content, note),
            printed=note.printed if note else None,
            note=note.note if note else None,
        )


@frozen(kw_only=True)
class Cell:
    """A cell that differs."""

    pointer: Pointer
    before: Content
    after: Content
    difference: Number | None
    unit: Annotated[str, "What the difference counts."]
    growth: Annotated[_Fraction | None, "The rate of growth."]
    growth_percent: Annotated[str | None, "The same for readers."]
    written_otherwise: Annotated[bool, "Only the writing differs."]
    place: Renderable

    @classmethod
    def of(cls, change: comparison.CellChange) -> "Cell":
        """The change as JSON has it."""
        return record_of(
            cls,
            change,
            before=Content.of(change.before, change.before_note, change.before_cells),
            after=Content.of(change.after, change.after_note, change.after_cells),
            growth=None if change.growth is None else str(change.growth),
            growth_percent=growth_words(change) or None,
        )


@frozen(kw_only=True)
class Edit:
    """Paragraphs that were taken out, put in, or replaced."""

    at: Annotated[Natural, "Where, before; from 0."]
    removed: tuple[str, ...]
    added: tuple[str, ...]


@frozen(kw_only=True)
class Prose:
    """A section of prose that differs."""

    pointer: Pointer
    there_before: bool
    there_after: bool
    edits: tuple[Edit, ...]
    place: Renderable

    @classmethod
    def of(cls, change: comparison.ProseChange) -> "Prose":
        """The change as JSON has it."""
        there = {"there_before": change.before is not None, "there_after": change.after is not None}
        return record_of(cls, change, **there)


@frozen(kw_only=True)
class Fact:
    """Something else about the report that differs."""

    pointer: Pointer
    before: Json
    after: Json
    place: Renderable


@frozen(kw_only=True)
class NotCompared:
    """Cells of a row that the other form does not have, and why they were not compared."""

    report: Side
    cells: Annotated[tuple[Pointer, ...], Least(1)]
    why: Annotated[Message, Flat()]
    place: Renderable

    @classmethod
    def of(cls, cells: comparison.Unmatched) -> "NotCompared":
        """The cells as JSON has them."""
        addresses = [join(cells.pointer, [column.name]) for column in cells.columns]
        return record_of(cls, cells, report=cells.side, cells=addresses)


@frozen(kw_only=True)
class Comparison:
    """Everything that differs between two reports of one body."""

    comparison_version: Annotated[str, Choice((COMPARISON_VERSION,))]
    library: Annotated[str, "Version of the library that compared."]
    before: ReportSummary
    after: ReportSummary
    same_form: Annotated[bool, "Whether both reports have the same tables."]
    remarks: Annotated[tuple[Message, ...], "What to know first."]
    cells: tuple[Cell, ...]
    prose: tuple[Prose, ...]
    facts: tuple[Fact, ...]
    not_compared: tuple[NotCompared, ...]

    @classmethod
    def of(cls, compared: comparison.Comparison) -> "Comparison":
        """The comparison as JSON has it."""
        return record_of(
            cls,
            compared,
            comparison_version=COMPARISON_VERSION,
            library=govdisclosure.__version__,
            not_compared=compared.unmatched,
        )
