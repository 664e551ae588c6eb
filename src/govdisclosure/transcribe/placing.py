"""The printed rows of a table → its cells, by label first and order within the row second.

A row whose cells cannot be told apart is left out whole: a number in the wrong place is
worse than a number that is missing.
"""

from collections.abc import Sequence
from enum import Enum
from typing import Any

from attrs import Factory, define, evolve, frozen

from govdisclosure.form import Kind, Label, MoneyUnit
from govdisclosure.layout import Column, Line, lines
from govdisclosure.transcribe.numbers import CellText, read_number
from govdisclosure.transcribe.scan import Head, PrintedRow, Scan
from govdisclosure.transcribe.vocabulary import Token
from govdisclosure.transcribe.words import key, normal, numbering


class Misfit(Enum):
    """Why the cells of a printed row were not placed."""

    COUNT = "count"
    REPEATED = "repeated"
    UNKNOWN = "unknown"


@frozen
class PlacedCell:
    """A cell of the form with the token that prints it and what the token says."""

    line: Line
    column: Column
    token: Token
    text: CellText


@define
class Placed:
    """The cells of one table, and the printed rows that found no place."""

    cells: dict[str, PlacedCell] = Factory(dict)
    misfits: list[tuple[PrintedRow, Misfit, Line | None]] = Factory(list)
    reordered: list[PrintedRow] = Factory(list)
    cut_off: list[Token] = Factory(list)


def place_rows(table: Any, scan: Scan) -> Placed:
    """The cells of a table with rows, from what a section prints."""
    placed = Placed()
    if any(token.text for token in scan.loose):
        row = PrintedRow(scan.loose[0], (), tuple(scan.heads), tuple(scan.loose))
        placed.misfits.append((row, Misfit.UNKNOWN, None))
    scan = _without_cut_label(scan, lines(table), placed)
    rows_of = {k: line for line in lines(table) for k in _keys(line.labels[-1])}
    taken: set[str] = set()
    for row in scan.rows:
        line = next((rows_of[k] for k in row.keys if k in rows_of), None)
        if line is None:
            placed.misfits.append((row, Misfit.UNKNOWN, None))
        elif line.pointer in taken:
            placed.misfits.append((row, Misfit.REPEATED, line))
        elif (values := fit(row.values, len(line.columns))) is None:
            placed.misfits.append((row, Misfit.COUNT, line))
        else:
            taken.add(line.pointer)
            order = _columns_in_order(row.heads, line)
            if order != line.columns:
                placed.reordered.append(row)
            _put(placed, line, order, values, row.heads)
    return placed


def _without_cut_label(scan: Scan, on_form: Sequence[Line], placed: Placed) -> Scan:
    """Where a text breaks off, the ordinal of the next row may look like one more number."""
    if not scan.rows or not scan.rows[-1].values:
        return scan
    last = scan.rows[-1]
    labels = [line.labels[-1] for line in on_form]
    here = next((i for i, label in enumerate(labels) if _keys(label) & {*last.keys}), len(labels))
    following = numbering(labels[here + 1].zh) if here + 1 < len(labels) else ""
    surplus = here < len(labels) and len(last.values) == len(on_form[here].columns) + 1
    if not surplus or not following or normal(last.values[-1].text) != following:
        return scan
    placed.cut_off.append(last.values[-1])
    return evolve(scan, rows=[*scan.rows[:-1], evolve(last, values=last.values[:-1])])


def place_across(table: Any, scan: Scan) -> Placed:
    """The cells of a table with a single row of numbers under all its headers."""
    placed = Placed()
    places = [(line, column) for line in lines(table) for column in line.columns]
    values = fit(scan.loose, len(places))
    if values is not None:
        for (line, column), token in zip(places, values, strict=True):
            _put(placed, line, (column,), [token], ())
    elif any(token.text for token in scan.loose):
        row = PrintedRow(scan.loose[0], (), (), tuple(scan.loose))
        placed.misfits.append((row, Misfit.COUNT, None))
    return placed


def fit(values: Sequence[Token], wanted: int) -> list[Token] | None:
    """The cells of a row of ``wanted`` columns; ``None`` where that is not certain.

    More cells than columns are met only where the surplus is empty on one side.
    """
    values = _split_zeros(values, wanted)
    surplus = len(values) - wanted
    if surplus < 0:
        return None
    windows = [
        values[start : start + wanted]
        for start in range(surplus + 1)
        if not any(t.text for t in (*values[:start], *values[start + wanted :]))
    ]
    if not windows:
        return None
    if len(windows) > 1 and any(t.text for t in values) and not values[0].text:
        return None  # empty cells on both sides: nothing says which are the row's own
    return list(windows[0])


def _split_zeros(values: Sequence[Token], wanted: int) -> list[Token]:
    """000 for three columns: no number is written so, hence one zero a column."""
    if len(values) == 1 and wanted > 1 and normal(values[0].text) == "0" * wanted:
        return [Token("0", values[0].where)] * wanted
    return list(values)


def _columns_in_order(heads: Sequence[Head], line: Line) -> tuple[Column, ...]:
    """The line's columns in the order in which the document prints them.

    Only a complete header of other order overrules the form: each column once, on one
    level. A header of several levels is printed level by level, so that its order in a
    text is not the order of its columns.
    """
    if any(column.label.under for column in line.columns):
        return line.columns
    by_key = {k: column for column in line.columns for k in _keys(column.label)}
    printed = [_only(by_key, head) for head in heads]
    if len(printed) == len(line.columns) and {*printed} == {*line.columns}:
        return tuple(column for column in printed if column)
    return line.columns


def _only(by_key: dict[str, Column], head: Head) -> Column | None:
    found = {by_key[k] for label in head.labels for k in _keys(label) if k in by_key}
    return found.pop() if len(found) == 1 else None


def _put(
    placed: Placed,
    line: Line,
    columns: Sequence[Column],
    values: Sequence[Token],
    heads: Sequence[Head],
) -> None:
    for column, token in zip(columns, values, strict=True):
        unit = _stated_unit(heads, column) if column.kind is Kind.MONEY else None
        text = read_number(token.text, column.kind, unit)
        placed.cells[line.cell(column)] = PlacedCell(line, column, token, text)


def _stated_unit(heads: Sequence[Head], column: Column) -> MoneyUnit | None:
    """The unit that a document adds to a column's label: 采购总金额（万元）."""
    texts = [normal(h.token.text) for h in heads if _keys(column.label) & _head_keys(h)]
    remark = "".join(text.partition("(")[2] for text in texts)
    units: tuple[MoneyUnit, ...] = ("亿元", "万元", "元")
    return next((unit for unit in units if unit in remark), None)


def _head_keys(head: Head) -> set[str]:
    return {k for label in head.labels for k in _keys(label)}


def _keys(label: Label) -> set[str]:
    return {key(words) for words in (label.zh, *label.also)}
