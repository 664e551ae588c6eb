"""The printed rows of a table → its cells, by label first and order within the row second.

A row whose cells cannot be told apart is left out whole: a number in the wrong place is
worse than a number that is missing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from attrs import Factory, define, evolve, frozen

from govdisclosure.form import FormColumn, FormRow, Kind, Label, MoneyUnit, form_rows
from govdisclosure.transcribe._labels import Token
from govdisclosure.transcribe._normalize import key, normal, numbering
from govdisclosure.transcribe._numbers import CellText, read_number
from govdisclosure.transcribe._row_alignment import (
    adds_up,
    fit,
    is_drawn,
    leaves_doubt,
    may_have_moved,
    own_values,
)
from govdisclosure.transcribe._row_scanner import ColumnHeader, PrintedRow, Scan, UnplacedText, Why

_OF_MONEY = (Kind.AMOUNT, Kind.MONEY)


class UnassignedRow(Enum):
    """Why the cells of a printed row were not placed."""

    COUNT = "count"
    HEADER = "header"
    SUM = "sum"
    REPEATED = "repeated"
    UNKNOWN = "unknown"


@frozen
class PlacedCell:
    """A cell of the form with the token that prints it and what the token says."""

    line: FormRow
    column: FormColumn
    token: Token
    text: CellText


@define
class Placed:
    """The cells of one table, and the printed rows that found no place.

    ``header_cut`` says that not every column label was read where the form's order was
    taken; ``doubtful`` are rows whose numbers may have moved into other columns.
    """

    cells: dict[str, PlacedCell] = Factory(dict)
    misfits: list[tuple[PrintedRow, UnassignedRow, FormRow | None]] = Factory(list)
    reordered: list[PrintedRow] = Factory(list)
    strays: list[UnplacedText] = Factory(list)
    header_cut: bool = False
    doubtful: list[FormRow] = Factory(list)


def place_rows(table: Any, scan: Scan) -> Placed:
    """The cells of a table with rows, from what a section prints."""
    placed = Placed()
    if any(token.text for token in scan.loose):
        row = PrintedRow(scan.loose[0], (), tuple(scan.heads), tuple(scan.loose))
        placed.misfits.append((row, UnassignedRow.UNKNOWN, None))
    scan = _without_cut_label(scan, form_rows(table), placed)
    rows_of = {k: line for line in form_rows(table) for k in _keys(line.labels[-1])}
    printed: dict[FormRow | None, list[PrintedRow]] = {}
    for row in scan.rows:
        line = next((rows_of[k] for k in row.keys if k in rows_of), None)
        printed.setdefault(line, []).append(row)
    for row in printed.pop(None, []):
        placed.misfits.append((row, UnassignedRow.UNKNOWN, None))
    widths = Counter(len(row.values) for row in scan.rows)
    for line, rows in printed.items():
        if line:
            _place_line(placed, line, rows, widths)
    return placed


def _place_line(
    placed: Placed, line: FormRow, rows: Sequence[PrintedRow], widths: Mapping[int, int]
) -> None:
    """The cells of one row of the form; of several with its label, the one that is meant."""
    rows = [row for row in rows if row.values] or rows  # a label alone says nothing
    meant = _meant(line, rows)
    for row in rows:
        if row is not meant:
            placed.misfits.append((row, UnassignedRow.REPEATED, line))
    if meant is None:
        return
    own = own_values(meant, line)
    left = meant.values[: len(meant.values) - len(own)]
    placed.strays += [UnplacedText(token, Why.STUCK_NUMBER) for token in left]
    values = fit(own, len(line.columns), widths, _first_column(meant.heads))
    order = column_order(meant.heads, line.columns)
    if values is None:
        placed.misfits.append((meant, UnassignedRow.COUNT, line))
    elif not is_drawn(values) and not adds_up([line], values):
        placed.misfits.append((meant, UnassignedRow.SUM, line))
    elif order is None:
        placed.misfits.append((meant, UnassignedRow.HEADER, line))
    else:
        if order != line.columns:
            placed.reordered.append(meant)
        elif may_have_moved(values) and leaves_doubt(line, values):
            placed.doubtful.append(line)
        _put(placed, line, order, values, meant.heads)


def _meant(line: FormRow, rows: Sequence[PrintedRow]) -> PrintedRow | None:
    """The row that prints the label with its ordinal; none where several differ."""
    ordinal = numbering(line.labels[-1].zh)
    exact = [row for row in rows if numbering(row.token.text) == ordinal] or list(rows)
    said = {tuple(value.text for value in row.values if value.text) for row in exact}
    return exact[0] if len(said) == 1 else None


def _without_cut_label(scan: Scan, on_form: Sequence[FormRow], placed: Placed) -> Scan:
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
    placed.strays.append(UnplacedText(last.values[-1], Why.CUT_OFF))
    return evolve(scan, rows=[*scan.rows[:-1], evolve(last, values=last.values[:-1])])


def place_across(table: Any, scan: Scan) -> Placed:
    """The cells of a table with a single row of numbers under all its headers."""
    placed = Placed()
    wanted = sum(len(line.columns) for line in form_rows(table))
    rows = _printed_rows(scan.loose)
    fitting = [(row, values) for row in rows if (values := fit(row, wanted))]
    told = [(row, values) for row, values in fitting if not _counts_columns(values)]
    in_order = _groups_in_order(table, scan)
    meant = told[0] if len(told) == 1 and in_order else None
    # Without a column label, or without drawn cells, sums alone say that no cell is missing.
    if (
        meant
        and not (scan.heads and is_drawn(meant[1]))
        and not adds_up(form_rows(table), meant[1])
    ):
        meant = None
    for row in rows:
        if (not meant or row is not meant[0]) and any(token.text for token in row):
            why = UnassignedRow.HEADER if fitting and not in_order else UnassignedRow.COUNT
            placed.misfits.append((PrintedRow(row[0], (), (), tuple(row)), why, None))
    if meant:
        placed.header_cut = len(scan.heads) < wanted
        rest = list(meant[1])
        for line in form_rows(table):
            values, rest = rest[: len(line.columns)], rest[len(line.columns) :]
            if may_have_moved(meant[1]) and leaves_doubt(line, values):
                placed.doubtful.append(line)
            _put(placed, line, line.columns, values, ())
    return placed


def _printed_rows(loose: Sequence[Token]) -> list[list[Token]]:
    """Numbers under a header by the printed row that they stand in; one row if none is known."""
    if any(token.row is None for token in loose if token.text):
        return [list(loose)]
    rows: dict[int | None, list[Token]] = {}
    for token in loose:
        rows.setdefault(token.row, []).append(token)
    return [row for row in rows.values() if any(token.text for token in row)]


def _counts_columns(values: Sequence[Token]) -> bool:
    """Whether a row numbers the columns (1, 2, 3 …) instead of filling them."""
    return [token.text for token in values] == [str(n) for n in range(1, len(values) + 1)]


def _groups_in_order(table: Any, scan: Scan) -> bool:
    """Whether what was read of the header is in the form's order, group by group."""
    on_form = [key(column.label.zh) for line in form_rows(table) for column in line.columns]
    printed = [key(head.labels[0].zh) for head in scan.heads if len(head.labels) == 1]
    # Each level is printed on lines of its own: only labels of one level have an order.
    by_level: dict[int, list[str]] = {}
    for line in form_rows(table):
        for level, label in enumerate(line.labels):
            by_level.setdefault(level, []).append(key(label.zh))
    seen = [key(label.zh) for label in scan.seen]
    return _is_part_of(printed, on_form) and all(
        _is_part_of([word for word in seen if word in words], [*dict.fromkeys(words)])
        for words in by_level.values()
    )


def _is_part_of(some: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether words stand in a sequence in the same order, others between them."""
    rest = iter(whole)
    return all(word in rest for word in some)


def _first_column(heads: Sequence[ColumnHeader]) -> int | None:
    """The column of its table in which a header has its first label."""
    return min((h.token.where.column or 0 for h in heads if h.labels), default=None)


def column_order(
    heads: Sequence[ColumnHeader], columns: Sequence[FormColumn]
) -> tuple[FormColumn, ...] | None:
    """The columns in the order in which a document prints them; ``None`` if that is not told.

    A header in the form's order is read so, whether it is printed in one row or, as on the
    form, level by level; so is one of which only pieces were read, if they agree with it. A
    complete header of another order overrules the form if it stands in one row.
    """
    by_key = {k: column for column in columns for k in _keys(column.label)}
    printed = [column for head in heads if (column := _only(by_key, head))]
    by_level = sorted(columns, key=lambda column: len(column.label.chain()))
    for order in (columns, by_level):
        names = [column.name for column in order]
        if _is_part_of([column.name for column in printed], names):
            return tuple(columns)
    one_row = len({head.token.row for head in heads}) == 1 or by_level == list(columns)
    if one_row and len(printed) == len(columns) == len({*printed}):
        return tuple(printed)
    return None


def _only(by_key: dict[str, FormColumn], head: ColumnHeader) -> FormColumn | None:
    found = {by_key[k] for label in head.labels for k in _keys(label) if k in by_key}
    return found.pop() if len(found) == 1 else None


def _put(
    placed: Placed,
    line: FormRow,
    columns: Sequence[FormColumn],
    values: Sequence[Token],
    heads: Sequence[ColumnHeader],
) -> None:
    for column, token in zip(columns, values, strict=True):
        unit = _stated_unit(heads, column) if column.kind in _OF_MONEY else None
        text = read_number(token.text, column.kind, unit)
        placed.cells[line.cell(column)] = PlacedCell(line, column, token, text)


def _stated_unit(heads: Sequence[ColumnHeader], column: FormColumn) -> MoneyUnit | None:
    """The unit that a document adds to a column's label: 采购总金额（万元）."""
    texts = [normal(h.token.text) for h in heads if _keys(column.label) & _head_keys(h)]
    remark = "".join(text.partition("(")[2] for text in texts)
    units: tuple[MoneyUnit, ...] = ("亿元", "万元", "元")
    return next((unit for unit in units if unit in remark), None)


def _head_keys(head: ColumnHeader) -> set[str]:
    return {k for label in head.labels for k in _keys(label)}


def _keys(label: Label) -> set[str]:
    return {key(words) for words in (label.zh, *label.also)}
