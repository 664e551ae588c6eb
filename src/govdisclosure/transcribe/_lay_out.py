"""A report → a document laid out as the form is printed: the inverse of ``assemble``."""

from collections.abc import Iterator

from attrs import evolve

from govdisclosure.document import Block, Cell, Document, Heading, Paragraph, Table
from govdisclosure.form import Block as FormBlock
from govdisclosure.form import CellState, FormRow, Merged, PrintedTable, at, pointer
from govdisclosure.model import AnyReport
from govdisclosure.transcribe._numbers import write_number


def lay_out(report: AnyReport) -> Document:
    """The document that the official form gives for a report.

    Cells print what ``cell_notes`` says was printed, else their number; rows that the
    source did not have (every cell ``absent``) and sections that are ``None`` are left out.
    """
    return Document(tuple(_blocks(report)))


def _blocks(report: AnyReport) -> Iterator[Block]:
    yield Heading(report.title or _title(report), 1)
    yield from map(Paragraph, report.preamble or ())
    for section in report.form.sections:
        value = getattr(report, section.name)
        if value is None:
            continue
        yield Heading(section.label.zh, 2)
        if section.table:
            yield from _table(report, section.name, section.table)
        else:
            yield from map(Paragraph, value)


def _title(report: AnyReport) -> str:
    year = f"{report.year}年" if report.year else ""
    return f"{report.issuer.name or ''}{year}政府信息公开工作年度报告"


def _table(report: AnyReport, name: str, table: PrintedTable) -> Iterator[Block]:
    form_rows = tuple(row for row in table.rows if not _is_absent(report, name, row))
    table = evolve(table, rows=form_rows)
    if form_rows:
        rows = (row for block in table.blocks for row in _rows(report, name, table, block))
        yield Table(tuple(rows))


def _is_absent(report: AnyReport, name: str, row: FormRow) -> bool:
    notes = (report.cell_notes.get(pointer(name) + row.cell(c)) for c in row.columns)
    return all(note is not None and note.state is CellState.ABSENT for note in notes)


def _rows(
    report: AnyReport, name: str, table: PrintedTable, block: FormBlock
) -> Iterator[tuple[Cell, ...]]:
    """The rows below one band: the band itself, the header, the rows of numbers."""
    if block.band:
        across = block.depth + block.span * len(block.rows[0].columns)
        yield (Cell(block.band.zh, across=across, is_label=True),)
    words = table.corner.zh if table.corner else ""
    corner = [Cell(words, len(block.header), block.depth, is_label=True)] if block.depth else []
    for i, labels in enumerate(block.header):
        yield (*(corner if i == 0 else ()), *map(_label, labels))
    if table.across:
        yield tuple(cell for row in block.rows for cell in _numbers(report, name, row, 1))
    for row, stub in zip(block.rows, block.stubs, strict=False):
        labels = tuple(merged for merged in stub if merged)
        yield (*map(_label, labels), *_numbers(report, name, row, block.span))


def _label(merged: Merged) -> Cell:
    return Cell(merged.label.zh, merged.down, merged.across, is_label=True)


def _numbers(report: AnyReport, name: str, row: FormRow, span: int) -> Iterator[Cell]:
    for column in row.columns:
        address = pointer(name) + row.cell(column)
        note = report.cell_notes.get(address)
        text = note.printed if note else write_number(at(report, address))
        yield Cell(text, across=span, name=address)
