"""A report → a page laid out as the form is printed: the inverse of ``assemble``."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from govdisclosure.cells import at
from govdisclosure.form import Label
from govdisclosure.form import Table as FormTable
from govdisclosure.layout import Column, Line, Merged, lines, merge, tables
from govdisclosure.model.report import AnyReport, CellState, report_type
from govdisclosure.page import Block, Cell, Heading, Page, Paragraph, Table
from govdisclosure.pointer import pointer
from govdisclosure.transcribe.numbers import write_number
from govdisclosure.transcribe.outline import SECTIONS


def lay_out(report: AnyReport) -> Page:
    """The page that the official form gives for a report.

    Cells print what ``cell_notes`` says was printed, else their number; rows that the
    source did not have (every cell ``absent``) and sections that are ``None`` are left out.
    """
    return Page(tuple(_blocks(report)))


def _blocks(report: AnyReport) -> Iterator[Block]:
    yield Heading(report.title or _title(report), 1)
    yield from _prose(report.preamble)
    classes = tables(report_type(report))
    for name, label in SECTIONS.items():
        value = getattr(report, name)
        if value is None:
            continue
        yield Heading(label.zh, 2)
        if name in classes:
            yield from _table(report, name, value)
        else:
            yield from _prose(value)


def _title(report: AnyReport) -> str:
    year = f"{report.year}年" if report.year else ""
    return f"{report.issuer.name or ''}{year}政府信息公开工作年度报告"


def _prose(paragraphs: Sequence[str] | None) -> Iterator[Block]:
    for text in paragraphs or ():
        yield Paragraph(text)


def _table(report: AnyReport, name: str, table: FormTable) -> Iterator[Block]:
    cls: Any = type(table)
    there = [line for line in lines(cls) if not _is_absent(report, name, line)]
    if there and table.across:
        yield Table(tuple(_across(report, name, there)))
    elif there:
        depth = max(len(line.labels) for line in lines(cls))
        yield Table(tuple(_down(report, name, table.corner, depth, there)))


def _is_absent(report: AnyReport, name: str, line: Line) -> bool:
    notes = (report.cell_notes.get(pointer(name) + line.cell(c)) for c in line.columns)
    return all(note is not None and note.state is CellState.ABSENT for note in notes)


def _down(
    report: AnyReport, name: str, corner: Label | None, depth: int, there: Sequence[Line]
) -> Iterator[tuple[Cell, ...]]:
    """A table with a row for each line: bands, header, merged labels on the left."""
    for band, group in groupby(there, key=lambda line: line.band):
        below = list(group)
        width = depth + max(len(line.columns) for line in below)
        if band:
            yield (Cell(band.zh, across=width),)
        yield from _header(corner, below[0].columns, depth)
        stubs = merge(tuple(line.labels for line in below), depth)
        for line, stub in zip(below, stubs, strict=True):
            labels = [Cell(m.label.zh, m.down, m.across) for m in stub if m]
            yield (*labels, *(Cell(_text(report, name, line, c)) for c in line.columns))


def _header(
    corner: Label | None, columns: Sequence[Column], depth: int
) -> Iterator[tuple[Cell, ...]]:
    """The header above some columns, with the corner cell before it."""
    rows = _transposed(merge(tuple(column.label.chain() for column in columns)))
    for i, row in enumerate(rows):
        first = [Cell(corner.zh if corner else "", len(rows), depth)] if i == 0 else []
        yield (*first, *(Cell(m.label.zh, m.across, m.down) for m in row))


def _transposed(merged: Sequence[Sequence[Merged | None]]) -> list[list[Merged]]:
    return [[m for m in level if m] for level in zip(*merged, strict=True)]


def _across(report: AnyReport, name: str, there: Sequence[Line]) -> Iterator[tuple[Cell, ...]]:
    """A table with one row of numbers under all its headers."""
    paths = tuple((*line.labels, c.label) for line in there for c in line.columns)
    for row in _transposed(merge(paths)):
        yield tuple(Cell(m.label.zh, m.across, m.down) for m in row)
    yield tuple(Cell(_text(report, name, line, c)) for line in there for c in line.columns)


def _text(report: AnyReport, name: str, line: Line, column: Column) -> str:
    address = pointer(name) + line.cell(column)
    note = report.cell_notes.get(address)
    if note is not None:
        return note.printed
    return write_number(at(report, address), CellState.BLANK)
