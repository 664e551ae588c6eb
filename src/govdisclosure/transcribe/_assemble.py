"""A page → a :class:`Reading`: the report, and everything that the report cannot hold."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from govdisclosure.document import Document
from govdisclosure.errors import NotAReportError
from govdisclosure.form import CellState, Form, Kind, Money, Table, build, pointer
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
from govdisclosure.transcribe._cell_assignment import Placed, PlacedCell, place_across, place_rows
from govdisclosure.transcribe._findings import Choice, notices
from govdisclosure.transcribe._front_matter import Identity, identify
from govdisclosure.transcribe._labels import Token, Vocabulary, vocabulary
from govdisclosure.transcribe._merged_cells import with_merged_labels
from govdisclosure.transcribe._paragraphs import unwrapped
from govdisclosure.transcribe._row_scanner import Scan, scan
from govdisclosure.transcribe._sections import (
    SECTIONS,
    Outline,
    outline,
    paragraphs,
    tokens,
    with_headless_tables,
)


def assemble(page: Document, editions: Sequence[AnyEdition] = EDITIONS) -> Reading:
    """Read a page as a report.

    The edition is decided for each table by its labels; the report year decides only
    where they fit several. What finds no place is in ``unplaced``, what is odd in
    ``messages``; a cell that is not there is ``None`` with the state ``absent``.

    Raises:
        NotAReport: the page has none of the form's tables, or an empty form.
    """
    found = with_headless_tables(outline(page), _vocabularies(editions))
    scans = _scans(found, editions)
    _refuse_others(found, scans)
    overview, last = _prose(found, "overview"), _prose(found, [*SECTIONS][-1])
    identity = identify(paragraphs(found.front), overview, last)
    if not (identity.issuer or identity.year or any(map(_has_number, scans.values()))):
        raise NotAReportError(
            Message("not_a_report")
        )  # the headings alone: how one is to be written
    choice = _choose(scans, identity.year, editions)
    placed = {
        name: (place_across if table.across else place_rows)(table, scans[name])
        for name, table in choice.tables.items()
    }
    read = {pointer(n) + a: cell for n, p in placed.items() for a, cell in p.cells.items()}
    return Reading(
        report=_report(choice, found, identity, read),
        provenance={
            address: Provenance(
                where=cell.token.where, printed=cell.token.text, state=cell.text.state
            )
            for address, cell in read.items()
        },
        unplaced=(
            *_unplaced(identity, scans, placed),
            *(Unplaced(text=p.text, where=p.where, section=None, why="aside") for p in page.aside),
        ),
        findings=tuple(notices(found, identity, choice, scans, placed)),
    )


def _prose(found: Outline, name: str) -> list[Token]:
    section = found.sections.get(name)
    return paragraphs(section.blocks) if section else []


def _scans(found: Outline, editions: Sequence[AnyEdition]) -> dict[str, Scan]:
    """What each table section prints, read with the words of every edition."""
    sections = found.sections
    return {
        name: scan(tokens(with_merged_labels(sections[name].blocks, words)), words)
        if name in sections
        else Scan()
        for name, words in _vocabularies(editions).items()
    }


def _vocabularies(editions: Sequence[AnyEdition]) -> dict[str, Vocabulary]:
    return {name: vocabulary(classes) for name, classes in _classes(editions).items()}


def _classes(editions: Sequence[AnyEdition]) -> dict[str, tuple[type[Table], ...]]:
    """The classes that the table of each section has in some edition."""
    several = [table_classes(edition.tables) for edition in editions]
    return {name: tuple(dict.fromkeys(each[name] for each in several)) for name in several[0]}


_FEW_LABELS = 3
"""Fewer of the form's labels than this can stand in any text."""


def _refuse_others(found: Outline, scans: Mapping[str, Scan]) -> None:
    labels = sum(len(s.seen) for s in scans.values())
    headed = {"requests", "review_and_litigation"} <= found.sections.keys()
    if labels < _FEW_LABELS and not headed:
        raise NotAReportError(Message("not_a_report"))
    if labels >= _FEW_LABELS and not any(map(_has_number, scans.values())):
        raise NotAReportError(Message("empty_form"))
    if found.again:
        line = found.again.where
        raise NotAReportError(
            Message("several_reports", {"heading": found.again.text, "where": line})
        )


def _has_number(found: Scan) -> bool:
    values = [*found.loose, *(value for row in found.rows for value in row.values)]
    return any(character.isdigit() for value in values for character in value.text)


def _choose(scans: Mapping[str, Scan], year: int | None, editions: Sequence[AnyEdition]) -> Choice:
    """The edition of each table: by its labels, else that of the other table, else by year."""
    told = {
        name: recognise(name, scans[name].seen, editions)
        for name, classes in _classes(editions).items()
        if any(cls.edition for cls in classes)
    }
    other = next((edition for edition in told.values() if edition), None)
    fallback = other or (for_year(year, editions) if year else None) or editions[-1]
    guessed = tuple(name for name, edition in told.items() if edition is None)
    return Choice({name: edition or fallback for name, edition in told.items()}, guessed)


def _report(
    choice: Choice, found: Outline, identity: Identity, read: Mapping[str, PlacedCell]
) -> AnyReport:
    made: dict[str, Any] = {name: _table(name, cls, read) for name, cls in choice.tables.items()}
    prose: dict[str, Any] = {
        name: tuple(token.text for token in unwrapped(paragraphs(section.blocks)))
        for name, section in found.sections.items()
        if name not in made
    }
    notes: dict[str, CellNote] = dict(_notes(choice.form, read))
    return new_report(
        title=identity.title,
        issuer=Issuer(name=identity.issuer),
        year=identity.year,
        period=identity.period,
        preamble=identity.preamble or None,
        cell_notes=notes,
        **made,
        **prose,
    )


def _table(name: str, cls: type[Table], read: Mapping[str, PlacedCell]) -> Table:
    def value(address: str, kind: Kind) -> Any:
        cell = read.get(pointer(name) + address)
        if cell:
            return cell.text.value
        return Money(None, None) if kind is Kind.MONEY else None

    return build(cls, value)


def _notes(form: Form, read: Mapping[str, PlacedCell]) -> Iterator[tuple[str, CellNote]]:
    for address in form.cells:
        cell = read.get(address)
        if cell is None:
            yield address, CellNote(printed="", state=CellState.ABSENT)
        elif cell.text.said:
            text = cell.text
            yield address, CellNote(printed=cell.token.text, note=text.note, state=text.state)


def _unplaced(
    identity: Identity, scans: Mapping[str, Scan], placed: Mapping[str, Placed]
) -> Iterator[Unplaced]:
    for token in identity.before:
        yield Unplaced(text=token.text, where=token.where, section=None, why="front")
    for name, seen in scans.items():
        for stray in (*seen.strays, *placed[name].strays):
            token, reason = stray.token, stray.why.value
            yield Unplaced(text=token.text, where=token.where, section=name, why=reason)
        for row, why, _ in placed[name].misfits:
            cells_of_row = " | ".join([row.token.text, *(v.text for v in row.values)])
            yield Unplaced(
                text=cells_of_row, where=row.token.where, section=name, why=f"row_{why.value}"
            )
