"""What is said about a reading: one finding (``READ-…``) for each thing that was noticed."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from govdisclosure.findings import Finding, Severity
from govdisclosure.form import CellState, Form, PrintedTable, Table, pointer
from govdisclosure.i18n import Message
from govdisclosure.model import AnyEdition, form_with, table_classes
from govdisclosure.transcribe._cell_assignment import Placed, UnassignedRow
from govdisclosure.transcribe._front_matter import Identity
from govdisclosure.transcribe._row_scanner import Scan, Why
from govdisclosure.transcribe._sections import SECTIONS, Outline, is_on_the_form

_WARNING, _INFO = Severity.WARNING, Severity.INFO

_NAMED = 5
"""How many rows a message names."""

_MISFITS = {
    UnassignedRow.COUNT: "row_not_placed",
    UnassignedRow.HEADER: "header_order",
    UnassignedRow.SUM: "row_in_doubt",
    UnassignedRow.REPEATED: "row_repeated",
    UnassignedRow.UNKNOWN: "row_unknown",
}


@frozen
class Choice:
    """The edition of each table that has editions; ``guessed`` are those not told by labels."""

    editions: Mapping[str, AnyEdition]
    guessed: tuple[str, ...]

    @property
    def tables(self) -> Mapping[str, type[Table]]:
        """The classes of the tables that were chosen."""
        second, third = (getattr(edition, name) for name, edition in self.editions.items())
        return table_classes((second, third))

    @property
    def form(self) -> Form:
        """The form that the chosen tables make."""
        return form_with((self.tables["proactive_disclosure"], self.tables["requests"]))


def notices(
    found: Outline,
    identity: Identity,
    choice: Choice,
    scans: Mapping[str, Scan],
    placed: Mapping[str, Placed],
) -> Iterator[Finding]:
    """Everything worth saying about a reading, in the order of the form."""
    say = _Sayer(choice.form)
    for note in identity.notes:
        yield say(note.key, _INFO if note.key == "issuers_differ" else _WARNING, "", note.params)
    yield from _about_editions(say, choice)
    for name, label in SECTIONS.items():
        if name not in found.sections or not found.sections[name].heading.text:
            yield say("section_missing", _WARNING, pointer(name))
        elif not is_on_the_form(found.sections[name].heading.text, label):
            printed = found.sections[name].heading.text
            yield say("heading_differs", _INFO, pointer(name), {"printed": printed})
    for name in placed:
        yield from _about_table(say, name, scans[name], placed[name])


@frozen
class _Sayer:
    form: Form

    def __call__(
        self, key: str, severity: Severity, address: str, params: Mapping[str, Any] | None = None
    ) -> Finding:
        return Finding(
            rule_id="READ-" + key.upper().replace("_", "-"),
            severity=severity,
            pointer=address,
            place=self.form.location(address),
            message=Message(key, params or {}),
        )


def _about_editions(say: _Sayer, choice: Choice) -> Iterator[Finding]:
    names = [edition.name for edition in choice.editions.values()]
    if len(set(names)) > 1:
        yield say("hybrid", _INFO, "", {"tables": " / ".join(names)})
    for name in choice.guessed:
        edition = choice.editions[name].name
        yield say("edition_guessed", _WARNING, pointer(name), {"edition": edition})


def _about_table(say: _Sayer, name: str, seen: Scan, placed: Placed) -> Iterator[Finding]:
    here = pointer(name)
    table = say.form.tables[name]
    for variant in dict.fromkeys((v.token.text, v.label) for v in seen.variants):
        yield say("label_differs", _INFO, here, {"printed": variant[0], "label": variant[1]})
    cut = (len(head.labels) != 1 for row in seen.rows for head in row.heads)
    if placed.header_cut or any(cut):
        yield say("header_cut", _INFO, here)
    for doubtful in placed.doubtful:
        yield say("cells_in_doubt", _WARNING, here + doubtful.pointer)
    for row in placed.reordered:
        yield say("columns_reordered", _WARNING, here, {"printed": row.token.text})
    yield from _about_empty_rows(say, here, placed)
    for row, why, line in placed.misfits:
        if not row.values:
            continue
        numbers = tuple(v.text for v in row.values)
        about = {"printed": row.token.text, "values": numbers, "count": len(numbers)}
        yield say(_MISFITS[why], _WARNING, here + (line.pointer if line else ""), about)
    if not placed.cells:
        yield say("table_missing", _WARNING, here)
        return
    yield from _about_cells(say, here, placed, table)
    strays = (*seen.strays, *placed.strays)
    stuck = [s.token.text for s in strays if s.why is Why.STUCK_NUMBER]
    if stuck:
        yield say("stuck_number", _INFO, here, {"values": tuple(stuck)})


def _about_empty_rows(say: _Sayer, here: str, placed: Placed) -> Iterator[Finding]:
    """Rows of which a text has the label and nothing else: one message for all of them."""
    empty = [(row, line) for row, _, line in placed.misfits if not row.values]
    if empty:
        rows = tuple(row.token.text for row, _ in empty)
        at = empty[0][1].pointer if empty[0][1] else ""
        yield say("rows_without_cells", _WARNING, here + at, _named(rows))


def _named(rows: tuple[Any, ...]) -> dict[str, Any]:
    """How many rows, and the first of them by name."""
    return {"count": len(rows), "rows": rows[:_NAMED], "more": "…" * (len(rows) > _NAMED)}


def _about_cells(say: _Sayer, here: str, placed: Placed, table: PrintedTable) -> Iterator[Finding]:
    read = {cell.line.pointer for cell in placed.cells.values()}
    missing = [row for row in table.rows if row.pointer not in read]
    if missing:
        rows = tuple(row.labels[-1] for row in missing)
        yield say("rows_missing", _WARNING, here + missing[0].pointer, _named(rows))
    for address, cell in placed.cells.items():
        if cell.text.state is CellState.UNREADABLE:
            yield say("unreadable", _WARNING, here + address, {"printed": cell.token.text})
