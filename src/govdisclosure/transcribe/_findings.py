"""The findings about a reading: one (``READ-…``) for each thing that was noticed."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from attrs import evolve, frozen

from govdisclosure.findings import Finding, Severity
from govdisclosure.form import CellState, Form, FormRow, pointer
from govdisclosure.i18n import Message
from govdisclosure.model import AnyEdition, TableClasses, form_with
from govdisclosure.transcribe._cell_assignment import Assignment
from govdisclosure.transcribe._front_matter import FrontMatter
from govdisclosure.transcribe._numbers import is_formula
from govdisclosure.transcribe._row_scanner import Reason
from govdisclosure.transcribe._sections import SECTIONS, Sections, is_on_the_form

_WARNING, _INFO = Severity.WARNING, Severity.INFO

_FIRST_FEW = 5
"""How many rows a message names."""

_MESSAGES = {
    Reason.ROW_COUNT: "row_not_placed",
    Reason.ROW_HEADER: "header_order",
    Reason.ROW_SUM: "row_in_doubt",
    Reason.ROW_REPEATED: "row_repeated",
    Reason.ROW_UNKNOWN: "row_unknown",
}


_SAME_MATTER = {"years_differ": ("DERV-PERIOD-YEAR",)}
"""The rules that judge what is only noticed here, by the key of the message."""


@frozen
class Choice:
    """The edition of each table that has editions; ``uncertain`` are those without a clear one."""

    editions: Mapping[str, AnyEdition]
    uncertain: tuple[str, ...]

    @property
    def tables(self) -> TableClasses:
        """The classes of tables 2 and 3 that were chosen."""
        second, third = (getattr(edition, name) for name, edition in self.editions.items())
        return second, third

    @property
    def form(self) -> Form:
        """The form that the chosen tables make."""
        return form_with(self.tables)


def findings(
    sections: Sections,
    front_matter: FrontMatter,
    choice: Choice,
    assignments: Mapping[str, Assignment],
) -> Iterator[Finding]:
    """Everything worth saying about a reading, in the order of the form."""
    form = choice.form
    finding = _Maker(form)
    for note in front_matter.notes:
        severity = _INFO if note.key in ("issuers_differ", "period_open") else _WARNING
        about = finding(note.key, severity, "", note.params)
        yield evolve(about, related=_SAME_MATTER.get(note.key, ()))
    if sections.copy:
        yield finding("report_repeated", _INFO, "", {"where": sections.copy.where})
    yield from _about_editions(finding, choice)
    for name, label in SECTIONS.items():
        heading = sections.heading(name)
        if not heading:
            yield finding("section_missing", _WARNING, pointer(name))
        elif not is_on_the_form(heading, label):
            yield finding("heading_differs", _INFO, pointer(name), {"printed": heading})
    cells = (cell for assignment in assignments.values() for cell in assignment.cells.values())
    if formulas := sum(is_formula(cell.token.text) for cell in cells):
        yield finding("formulas_without_values", _WARNING, "", {"count": formulas})
    for name, assignment in assignments.items():
        yield from _about_table(_Maker(form, pointer(name)), form.tables[name].rows, assignment)


@frozen
class _Maker:
    """Makes findings at places of the form, whose pointers are below ``table``."""

    form: Form
    table: str = ""

    def __call__(
        self, key: str, severity: Severity, address: str, params: Mapping[str, object] | None = None
    ) -> Finding:
        return Finding(
            rule_id="READ-" + key.upper().replace("_", "-"),
            severity=severity,
            pointer=self.table + address,
            place=self.form.location(self.table + address),
            message=Message(key, params or {}),
        )


def _about_editions(finding: _Maker, choice: Choice) -> Iterator[Finding]:
    names = [edition.name for edition in choice.editions.values()]
    if len(set(names)) > 1:
        yield finding("hybrid", _INFO, "", {"tables": " / ".join(names)})
    for name in choice.uncertain:
        edition = choice.editions[name].name
        yield finding("edition_guessed", _WARNING, pointer(name), {"edition": edition})


def _about_table(
    finding: _Maker, form_rows: Sequence[FormRow], assignment: Assignment
) -> Iterator[Finding]:
    scan = assignment.scan
    for printed, label in dict.fromkeys((token.text, label) for token, label in scan.variants):
        yield finding("label_differs", _INFO, "", {"printed": printed, "label": label})
    headers = {id(row.headers): row.headers for row in scan.rows}  # rows share theirs
    are_cut = (len(header.labels) != 1 for header in chain.from_iterable(headers.values()))
    if assignment.has_cut_header or any(are_cut):
        yield finding("header_cut", _INFO, "")
    for form_row in assignment.doubtful_rows:
        yield finding("cells_in_doubt", _WARNING, form_row.pointer)
    for row in assignment.reordered_rows:
        yield finding("columns_reordered", _WARNING, "", {"printed": row.token.text})
    yield from _about_rows(finding, assignment)
    if not assignment.cells:
        yield finding("table_missing", _WARNING, "")
        return
    yield from _about_cells(finding, form_rows, assignment)
    stuck = Reason.STUCK_NUMBER
    if numbers := tuple(token.text for token, reason in scan.unplaced if reason is stuck):
        yield finding("stuck_number", _INFO, "", {"values": numbers})


def _about_rows(finding: _Maker, assignment: Assignment) -> Iterator[Finding]:
    """Rows without a place; those with a label and nothing else have one message in all."""
    if empty := [u for u in assignment.unassigned if not u.row.values]:
        names = _first_few(tuple(u.row.token.text for u in empty))
        yield finding("rows_without_cells", _WARNING, empty[0].pointer, names)
    for unassigned in assignment.unassigned:
        if values := tuple(v.text for v in unassigned.row.values):
            printed = unassigned.row.token.text
            about = {"printed": printed, "values": values, "count": len(values)}
            yield finding(_MESSAGES[unassigned.reason], _WARNING, unassigned.pointer, about)


def _first_few(rows: tuple[object, ...]) -> dict[str, object]:
    """How many rows, and the first of them by name."""
    more = "…" * (len(rows) > _FIRST_FEW)
    return {"count": len(rows), "rows": rows[:_FIRST_FEW], "more": more}


def _about_cells(
    finding: _Maker, form_rows: Sequence[FormRow], assignment: Assignment
) -> Iterator[Finding]:
    pointers = {cell.row.pointer for cell in assignment.cells.values()}
    missing = [row for row in form_rows if row.pointer not in pointers]
    if missing:
        labels = tuple(row.labels[-1] for row in missing)
        yield finding("rows_missing", _WARNING, missing[0].pointer, _first_few(labels))
    for address, cell in assignment.cells.items():
        if cell.text.state is CellState.UNREADABLE and not is_formula(cell.token.text):
            yield finding("unreadable", _WARNING, address, {"printed": cell.token.text})
