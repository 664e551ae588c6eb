"""A report → a document laid out as the form is printed: the inverse of ``assemble``."""

from collections.abc import Iterator

from attrs import evolve

from govdisclosure.document import Block, Cell, Document, Heading, Paragraph, Table
from govdisclosure.form import Block as FormBlock
from govdisclosure.form import CellState, FormRow, Label, Merged, at, pointer
from govdisclosure.i18n import Text
from govdisclosure.model import AnyReport
from govdisclosure.transcribe._numbers import write_number


def lay_out(report: AnyReport) -> Document:
    """The document that the official form gives for a report.

    Cells print what ``cell_notes`` says was printed, else their number; rows that the
    source did not have (every cell ``absent``) and sections that are ``None`` are left out.
    """
    return Document(tuple(_blocks(report)))


def _blocks(report: AnyReport) -> Iterator[Block]:
    yield Heading(report_title(report), 1)
    yield from map(Paragraph, report.preamble or ())
    for section in report.form.sections:
        value = getattr(report, section.name)
        if value is None:
            continue
        yield Heading(section.label.zh, 2)
        if section.table is None:
            yield from map(Paragraph, value)
        elif table := lay_out_table(report, section.name):
            yield table


def report_title(report: AnyReport) -> str:
    """The title of a report; where it has none, the one that its issuer and year give."""
    year = f"{report.year}年" if report.year else ""
    return report.title or f"{report.issuer.name or ''}{year}政府信息公开工作年度报告"


def lay_out_table(report: AnyReport, name: str) -> Table | None:
    """The table of a section as it is printed; ``None`` where the source had none of its rows.

    >>> from govdisclosure.model import EDITION_2021
    >>> table = lay_out_table(EDITION_2021.blank(number=0), "requests")
    >>> [cell.text for cell in table.rows[3]]
    ['一、本年新收政府信息公开申请数量', '0', '0', '0', '0', '0', '0', '0']
    """
    table = report.form.tables[name]
    form_rows = tuple(row for row in table.rows if not _is_absent(report, name, row))
    if not form_rows:
        return None
    blocks = evolve(table, rows=form_rows).blocks
    return Table(tuple(row for block in blocks for row in _rows(report, name, table.corner, block)))


def _is_absent(report: AnyReport, name: str, row: FormRow) -> bool:
    notes = (report.cell_notes.get(pointer(name) + row.cell(c)) for c in row.columns)
    return all(note is not None and note.state is CellState.ABSENT for note in notes)


def _rows(
    report: AnyReport, name: str, corner: Label | None, block: FormBlock
) -> Iterator[tuple[Cell, ...]]:
    """The rows below one band: the band itself, the header, the rows of numbers."""
    if block.band:
        across = block.depth + block.span * len(block.rows[0].columns)
        yield (_label(block.band, across=across),)
    corners = [_label(corner, len(block.header), block.depth)] if block.depth else []
    for i, labels in enumerate(block.header):
        yield (*(corners if i == 0 else ()), *map(_merged, labels))
    if not block.depth:
        yield tuple(cell for row in block.rows for cell in _numbers(report, name, row, 1))
    for row, stub in zip(block.rows, block.stubs, strict=False):
        labels = tuple(merged for merged in stub if merged)
        yield (*map(_merged, labels), *_numbers(report, name, row, block.span))


def _merged(merged: Merged) -> Cell:
    return _label(merged.label, merged.down, merged.across)


def _label(label: Label | None, down: int = 1, across: int = 1) -> Cell:
    """A header cell; one without words where the form prints none."""
    return Cell(label.zh if label else "", down, across, label=label or Text("", ""))


def _numbers(report: AnyReport, name: str, row: FormRow, span: int) -> Iterator[Cell]:
    for column in row.columns:
        address = pointer(name) + row.cell(column)
        note = report.cell_notes.get(address)
        text = note.printed if note else write_number(at(report, address))
        yield Cell(text, across=span, name=address)
