"""A document → a :class:`Reading`: the report, and everything that the report cannot hold."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from govdisclosure.document import Document
from govdisclosure.errors import NotAReportError
from govdisclosure.form import CellState, Form, Kind, build, pointer
from govdisclosure.i18n import Message
from govdisclosure.model import (
    EDITIONS,
    AnyEdition,
    AnyReport,
    CellNote,
    Issuer,
    Provenance,
    Reading,
    Unplaced,
    for_year,
    new_report,
    recognise,
    table_classes,
)
from govdisclosure.transcribe._cell_assignment import AssignedCell, Assignment, assign
from govdisclosure.transcribe._findings import Choice, findings
from govdisclosure.transcribe._front_matter import FrontMatter, read_front_matter
from govdisclosure.transcribe._labels import Labels, labels_of
from govdisclosure.transcribe._merged_cells import merge_repeated_labels
from govdisclosure.transcribe._numbers import empty_value, is_formula
from govdisclosure.transcribe._paragraphs import join_wrapped_lines
from govdisclosure.transcribe._row_scanner import ScannedTable, scan_table
from govdisclosure.transcribe._sections import SECTIONS, Sections, split_sections
from govdisclosure.transcribe._tokens import paragraphs, tokens


def assemble(document: Document, editions: Sequence[AnyEdition] = EDITIONS) -> Reading:
    """Read a document as a report.

    The edition is decided for each table by its labels; the report year decides only
    where they fit several. What finds no place is in ``unplaced``, what is odd in
    ``findings``; a cell that is not there is ``None`` with the state ``absent``.

    Raises:
        NotAReportError: the document has none of the form's tables, or an empty form.
    """
    labels = _labels(editions)
    sections = split_sections(document, labels)
    scans = {name: _scan(sections, name, words) for name, words in labels.items()}
    _refuse_others(sections, scans)
    overview, last = (sections.paragraphs(name) for name in ("overview", [*SECTIONS][-1]))
    front_matter = read_front_matter(paragraphs(sections.front), overview, last)
    if not (front_matter.issuer or front_matter.year or any(map(_has_number, scans.values()))):
        # The headings alone: how a report is to be written.
        raise NotAReportError(Message("not_a_report"))
    choice = _choose(scans, front_matter.year, editions)
    tables = choice.form.tables
    assignments = {name: assign(table, scans[name]) for name, table in tables.items()}
    cells = {
        pointer(name) + address: cell
        for name, assignment in assignments.items()
        for address, cell in assignment.cells.items()
    }
    provenance = {
        address: Provenance(where=c.token.where, printed=c.token.text, state=c.text.state)
        for address, c in cells.items()
    }
    return Reading(
        report=_report(choice, sections, front_matter, cells),
        provenance=provenance,
        unplaced=tuple(_unplaced_pieces(document, front_matter, assignments)),
        findings=tuple(findings(sections, front_matter, choice, assignments)),
    )


def _labels(editions: Sequence[AnyEdition]) -> dict[str, Labels]:
    """The labels that the table of each section has in some edition."""
    forms = [table_classes(edition.tables) for edition in editions]
    return {name: labels_of(tuple(form[name] for form in forms)) for name in forms[0]}


def _scan(sections: Sections, name: str, labels: Labels) -> ScannedTable:
    """What a table section prints, read with the words of every edition."""
    if name not in sections.by_name:
        return ScannedTable()
    return scan_table(tokens(merge_repeated_labels(sections.by_name[name].blocks, labels)), labels)


_FEW_LABELS = 3
"""Fewer of the form's labels than this can stand in any text."""


def _refuse_others(sections: Sections, scans: Mapping[str, ScannedTable]) -> None:
    labels = sum(len(scan.labels) for scan in scans.values())
    has_headings = {"requests", "review_and_litigation"} <= sections.by_name.keys()
    if labels < _FEW_LABELS and not has_headings:
        raise NotAReportError(Message("not_a_report"))
    if labels >= _FEW_LABELS and not any(map(_has_number, scans.values())):
        raise NotAReportError(Message("empty_form"))
    if second := sections.second_report:
        about = {"heading": second.text, "where": second.where}
        raise NotAReportError(Message("several_reports", about))


def _has_number(scan: ScannedTable) -> bool:
    values = [*scan.unlabelled, *(value for row in scan.rows for value in row.values)]
    texts = (value.text for value in values if not is_formula(value.text))
    return any(character.isdigit() for text in texts for character in text)


def _choose(
    scans: Mapping[str, ScannedTable], year: int | None, editions: Sequence[AnyEdition]
) -> Choice:
    """The edition of each table: by its labels, else that of the other table, else by year."""
    by_labels = {
        name: recognise(name, scan.labels, editions)
        for name, scan in scans.items()
        if any(edition.form.tables[name].edition for edition in editions)
    }
    other = next((edition for edition in by_labels.values() if edition), None)
    fallback = other or (for_year(year, editions) if year else None) or editions[-1]
    uncertain = tuple(name for name, edition in by_labels.items() if edition is None)
    return Choice({name: edition or fallback for name, edition in by_labels.items()}, uncertain)


def _report(
    choice: Choice, sections: Sections, front_matter: FrontMatter, cells: Mapping[str, AssignedCell]
) -> AnyReport:
    def value(address: str, kind: Kind) -> Any:
        return cells[address].text.value if address in cells else empty_value(kind)

    classes = table_classes(choice.tables)
    values: dict[str, Any] = {n: build(cls, value, pointer(n)) for n, cls in classes.items()}
    for name in sections.by_name.keys() - classes.keys():
        lines = join_wrapped_lines(sections.paragraphs(name))
        values[name] = tuple(token.text for token in lines)
    return new_report(
        title=front_matter.title,
        issuer=Issuer(name=front_matter.issuer),
        year=front_matter.year,
        period=front_matter.period,
        preamble=front_matter.preamble or None,
        cell_notes=dict(_notes(choice.form, cells)),
        **values,
    )


def _notes(form: Form, cells: Mapping[str, AssignedCell]) -> Iterator[tuple[str, CellNote]]:
    for address in form.cells:
        cell = cells.get(address)
        if cell is None:
            yield address, CellNote(printed="", state=CellState.ABSENT)
        elif cell.text.needs_note:
            text = cell.text
            yield address, CellNote(printed=cell.token.text, note=text.note, state=text.state)


def _unplaced_pieces(
    document: Document, front_matter: FrontMatter, assignments: Mapping[str, Assignment]
) -> Iterator[Unplaced]:
    for token in front_matter.above_title:
        yield Unplaced(text=token.text, where=token.where, section=None, why="front")
    for name, assignment in assignments.items():
        for token, reason in assignment.scan.unplaced:
            yield Unplaced(text=token.text, where=token.where, section=name, why=reason.value)
        for unassigned in assignment.unassigned:
            token, values = unassigned.row.token, unassigned.row.values
            text = " | ".join([token.text, *(value.text for value in values)])
            why = unassigned.reason.value
            yield Unplaced(text=text, where=token.where, section=name, why=why)
    for paragraph in document.aside:
        yield Unplaced(text=paragraph.text, where=paragraph.where, section=None, why="aside")
