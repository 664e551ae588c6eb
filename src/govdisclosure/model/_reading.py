"""What came out of reading a document: the report, and all that the report cannot hold."""

from collections.abc import Mapping

from attrs import frozen

from govdisclosure.findings import Finding, Severity, SourceLocation
from govdisclosure.form import CellState, Shown
from govdisclosure.i18n import ENGLISH, one_line
from govdisclosure.model._notebook import NotebookView
from govdisclosure.model._report import AnyReport, OfficialReport, Report


@frozen(kw_only=True)
class Provenance:
    """Where a cell was read and what was printed there."""

    where: SourceLocation
    printed: str
    state: CellState

    def __repr__(self) -> str:
        return one_line(self, self.where.render(ENGLISH), self.state, repr(self.printed[:60]))


@frozen(kw_only=True)
class Unplaced:
    """A piece of the source that belongs to no place of the report."""

    text: str
    where: SourceLocation
    section: str | None
    why: str

    def __repr__(self) -> str:
        return one_line(self, self.where.render(ENGLISH), self.why, repr(self.text[:60]))


@frozen(kw_only=True, repr=False)
class Completeness(Shown):
    """How much of a table was read: cells with a number, without one, and absent."""

    numbers: int
    blank: int
    absent: int


@frozen(kw_only=True)
class Reading(NotebookView):
    """A report as read, where each cell stood, what could not be placed, what was noticed.

    ``provenance`` has the pointer of every cell that the source has, and is empty where that was
    JSON; ``findings`` are about the reading (``READ-…``), never about the report.
    """

    report: OfficialReport
    provenance: Mapping[str, Provenance]
    unplaced: tuple[Unplaced, ...]
    findings: tuple[Finding, ...]

    def __repr__(self) -> str:
        counts = f"unplaced={len(self.unplaced)} findings={len(self.findings)}"
        cells = f"cells={len(self.provenance)}"
        return one_line(self, self.report.issuer.name, self.report.year, cells, counts)

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """The findings that put a number or a text in doubt: all but mere remarks."""
        return tuple(f for f in self.findings if f.severity is not Severity.INFO)

    @property
    def completeness(self) -> Mapping[str, Completeness]:
        """Cells read, blank and absent, by table."""
        states: dict[str, list[CellState]] = {}
        for pointer, value in self.report.cells():
            note = self.report.cell_notes.get(pointer)
            plain = CellState.BLANK if value is None else CellState.NUMBER
            states.setdefault(pointer.split("/")[1], []).append(note.state if note else plain)
        return {table: _count(of_table) for table, of_table in states.items()}


def _count(states: list[CellState]) -> Completeness:
    numbers = states.count(CellState.NUMBER)
    absent = states.count(CellState.ABSENT)
    return Completeness(numbers=numbers, blank=len(states) - numbers - absent, absent=absent)


def report_of(thing: AnyReport | Reading) -> AnyReport:
    """The report itself, or that of a reading.

    Raises:
        TypeError: it is neither; the message says what to give instead.
    """
    if isinstance(thing, Report):
        return thing
    if isinstance(thing, Reading):
        return thing.report
    raise TypeError(
        f"expected a Report or a Reading, not {type(thing).__name__}: read() gives a Reading of a"
        " file, loads() a Report of JSON text, from_dict() a Report of plain data"
    )
