"""The printed rows of a table → its cells, by label first and order within the row second.

A row whose cells cannot be told apart is left out whole: a number in the wrong place is
worse than a number that is missing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import Enum
from itertools import islice
from typing import TypeAlias

from attrs import Factory, define, evolve, frozen

from govdisclosure.form import FormColumn, FormRow, Kind, Label, MoneyUnit
from govdisclosure.transcribe._normalize import key, normalize, numbering
from govdisclosure.transcribe._numbers import CellText, read_number
from govdisclosure.transcribe._row_alignment import (
    adds_up,
    align,
    has_drawn_cells,
    leaves_doubt,
    may_have_moved,
    own_values,
)
from govdisclosure.transcribe._row_scanner import (
    ColumnHeader,
    PrintedRow,
    ScannedTable,
    UnplacedReason,
    UnplacedText,
)
from govdisclosure.transcribe._tokens import Token

Columns: TypeAlias = Sequence[FormColumn]
Headers: TypeAlias = Sequence[ColumnHeader]

_OF_MONEY = (Kind.AMOUNT, Kind.MONEY)


class UnassignedReason(Enum):
    """Why the cells of a printed row were not assigned."""

    COUNT = "count"
    HEADER = "header"
    SUM = "sum"
    REPEATED = "repeated"
    UNKNOWN = "unknown"


@frozen
class UnassignedRow:
    """A printed row that found no place; ``form_row`` is the one that its label names."""

    row: PrintedRow
    reason: UnassignedReason
    form_row: FormRow | None = None


@frozen
class AssignedCell:
    """A cell of the form with the token that prints it and what the token says."""

    row: FormRow
    token: Token
    text: CellText


@define
class Assignment:
    """The cells of one table, from what its section prints, and all that found no place.

    ``has_cut_header`` says that not every column label was read where the form's order was
    taken; ``doubtful_rows`` are those whose numbers may have moved into other columns.
    """

    scan: ScannedTable
    cells: dict[str, AssignedCell] = Factory(dict)
    unassigned: list[UnassignedRow] = Factory(list)
    reordered_rows: list[PrintedRow] = Factory(list)
    unplaced: list[UnplacedText] = Factory(lambda self: [*self.scan.unplaced], takes_self=True)
    has_cut_header: bool = False
    doubtful_rows: list[FormRow] = Factory(list)

    def leave_out(
        self, row: PrintedRow, reason: UnassignedReason, form_row: FormRow | None = None
    ) -> None:
        """Note that a printed row found no place."""
        self.unassigned.append(UnassignedRow(row, reason, form_row))

    def assign(
        self, row: FormRow, columns: Columns, values: Sequence[Token], headers: Headers = ()
    ) -> None:
        """Put the values of a printed row into the columns of a row of the form."""
        for column, token in zip(columns, values, strict=True):
            unit = _stated_unit(headers, column) if column.kind in _OF_MONEY else None
            text = read_number(token.text, column.kind, unit)
            self.cells[row.cell(column)] = AssignedCell(row, token, text)


def assign_rows(form_rows: Sequence[FormRow], scan: ScannedTable) -> Assignment:
    """The cells of a table with rows, from what a section prints."""
    assignment = Assignment(scan)
    if any(token.text for token in scan.unlabelled):
        row = PrintedRow(scan.unlabelled[0], (), tuple(scan.headers), tuple(scan.unlabelled))
        assignment.leave_out(row, UnassignedReason.UNKNOWN)
    scan = _without_cut_label(scan, form_rows, assignment)
    rows_by_key = {k: row for row in form_rows for k in _keys(row.labels[-1])}
    rows_of: dict[FormRow | None, list[PrintedRow]] = {}
    for row in scan.rows:
        form_row = next((rows_by_key[k] for k in row.keys if k in rows_by_key), None)
        rows_of.setdefault(form_row, []).append(row)
    for row in rows_of.pop(None, []):
        assignment.leave_out(row, UnassignedReason.UNKNOWN)
    widths = Counter(len(row.values) for row in scan.rows)
    for form_row, rows in rows_of.items():
        if form_row:
            _assign_row(assignment, form_row, rows, widths)
    return assignment


def _assign_row(
    assignment: Assignment, form_row: FormRow, rows: Sequence[PrintedRow], widths: Mapping[int, int]
) -> None:
    """The cells of one row of the form; of several with its label, the one that is meant."""
    rows = [row for row in rows if row.values] or rows  # a label alone says nothing
    row = _meant_row(form_row, rows)
    for other in rows:
        if other is not row:
            assignment.leave_out(other, UnassignedReason.REPEATED, form_row)
    if row is None:
        return
    own = own_values(row, form_row)
    before = row.values[: len(row.values) - len(own)]
    assignment.unplaced += [UnplacedText(token, UnplacedReason.STUCK_NUMBER) for token in before]
    values = align(own, len(form_row.columns), widths, _first_column(row.headers))
    order = column_order(row.headers, form_row.columns)
    if values is None:
        assignment.leave_out(row, UnassignedReason.COUNT, form_row)
    elif not has_drawn_cells(values) and not adds_up([form_row], values):
        assignment.leave_out(row, UnassignedReason.SUM, form_row)
    elif order is None:
        assignment.leave_out(row, UnassignedReason.HEADER, form_row)
    else:
        if order != form_row.columns:
            assignment.reordered_rows.append(row)
        elif may_have_moved(values) and leaves_doubt(form_row, values):
            assignment.doubtful_rows.append(form_row)
        assignment.assign(form_row, order, values, row.headers)


def _meant_row(form_row: FormRow, rows: Sequence[PrintedRow]) -> PrintedRow | None:
    """The row that prints the label with its ordinal; none where several differ."""
    ordinal = numbering(form_row.labels[-1].zh)
    exact = [row for row in rows if numbering(row.token.text) == ordinal] or list(rows)
    contents = {tuple(value.text for value in row.values if value.text) for row in exact}
    return exact[0] if len(contents) == 1 else None


def _without_cut_label(
    scan: ScannedTable, form_rows: Sequence[FormRow], assignment: Assignment
) -> ScannedTable:
    """Where a text breaks off, the ordinal of the next row may look like one more number."""
    if not scan.rows or not scan.rows[-1].values:
        return scan
    last = scan.rows[-1]
    *values, value = last.values
    labels = [row.labels[-1] for row in form_rows]
    here = next((i for i, label in enumerate(labels) if _keys(label) & {*last.keys}), len(labels))
    ordinal = numbering(labels[here + 1].zh) if here + 1 < len(labels) else ""
    has_one_more = here < len(labels) and len(values) == len(form_rows[here].columns)
    if not has_one_more or not ordinal or normalize(value.text) != ordinal:
        return scan
    assignment.unplaced.append(UnplacedText(value, UnplacedReason.CUT_OFF))
    return evolve(scan, rows=[*scan.rows[:-1], evolve(last, values=tuple(values))])


def assign_across(form_rows: Sequence[FormRow], scan: ScannedTable) -> Assignment:
    """The cells of a table with a single row of numbers under all its headers."""
    assignment = Assignment(scan)
    width = sum(len(row.columns) for row in form_rows)
    rows = _printed_rows(scan.unlabelled)
    alignments = [(row, values) for row in rows if (values := align(row, width))]
    candidates = [pair for pair in alignments if not _counts_columns(pair[1])]
    in_order = _groups_in_order(form_rows, scan)
    row, values = candidates[0] if len(candidates) == 1 and in_order else (None, [])
    # Without a column label, or without drawn cells, sums alone say that no cell is missing.
    if not (scan.headers and has_drawn_cells(values)) and not adds_up(form_rows, values):
        row, values = None, []
    reason = UnassignedReason.HEADER if alignments and not in_order else UnassignedReason.COUNT
    for other in rows:
        if other is not row and any(token.text for token in other):
            assignment.leave_out(PrintedRow(other[0], (), (), tuple(other)), reason)
    if row:
        assignment.has_cut_header = len(scan.headers) < width
        has_moved = may_have_moved(values)
        rest = iter(values)
        for form_row in form_rows:
            of_row = [*islice(rest, len(form_row.columns))]
            if has_moved and leaves_doubt(form_row, of_row):
                assignment.doubtful_rows.append(form_row)
            assignment.assign(form_row, form_row.columns, of_row)
    return assignment


def _printed_rows(unlabelled: Sequence[Token]) -> list[list[Token]]:
    """Numbers under a header by the printed row that they stand in; one row if none is known."""
    if any(token.row is None for token in unlabelled if token.text):
        return [list(unlabelled)]
    rows: dict[int | None, list[Token]] = {}
    for token in unlabelled:
        rows.setdefault(token.row, []).append(token)
    return [row for row in rows.values() if any(token.text for token in row)]


def _counts_columns(values: Sequence[Token]) -> bool:
    """Whether a row numbers the columns (1, 2, 3 …) instead of filling them."""
    return [token.text for token in values] == [str(n) for n in range(1, len(values) + 1)]


def _groups_in_order(form_rows: Sequence[FormRow], scan: ScannedTable) -> bool:
    """Whether what was read of the header is in the form's order, group by group."""
    of_form = [key(column.label.zh) for row in form_rows for column in row.columns]
    in_header = [key(header.labels[0].zh) for header in scan.headers if len(header.labels) == 1]
    # Each level is printed on lines of its own: only labels of one level have an order.
    by_level: dict[int, list[str]] = {}
    for row in form_rows:
        for level, label in enumerate(row.labels):
            by_level.setdefault(level, []).append(key(label.zh))
    labels = [key(label.zh) for label in scan.labels]
    return _is_part_of(in_header, of_form) and all(
        _is_part_of([word for word in labels if word in words], [*dict.fromkeys(words)])
        for words in by_level.values()
    )


def _is_part_of(some: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether words stand in a sequence in the same order, others between them."""
    rest = iter(whole)
    return all(word in rest for word in some)


def _first_column(headers: Headers) -> int | None:
    """The column of its table in which a header has its first label."""
    return min((h.token.where.column or 0 for h in headers if h.labels), default=None)


def column_order(headers: Headers, columns: Columns) -> tuple[FormColumn, ...] | None:
    """The columns in the order in which a document prints them; ``None`` if it is not known.

    A header in the form's order is read so, whether it is printed in one row or, as on the
    form, level by level; so is one of which only pieces were read, if they agree with it. A
    complete header of another order overrules the form if it stands in one row.
    """
    by_key = {k: column for column in columns for k in _keys(column.label)}
    labelled = [column for header in headers if (column := _only_column(by_key, header))]
    by_level = sorted(columns, key=lambda column: len(column.label.chain()))
    for order in (columns, by_level):
        if _is_part_of([c.name for c in labelled], [c.name for c in order]):
            return tuple(columns)
    one_row = len({header.token.row for header in headers}) == 1 or by_level == list(columns)
    is_complete = len(labelled) == len(columns) == len({*labelled})
    return tuple(labelled) if one_row and is_complete else None


def _only_column(by_key: Mapping[str, FormColumn], header: ColumnHeader) -> FormColumn | None:
    columns = {by_key[k] for k in _header_keys(header) if k in by_key}
    return columns.pop() if len(columns) == 1 else None


def _stated_unit(headers: Headers, column: FormColumn) -> MoneyUnit | None:
    """The unit that a document adds to a column's label: 采购总金额（万元）."""
    texts = [normalize(h.token.text) for h in headers if _keys(column.label) & _header_keys(h)]
    remark = "".join(text.partition("(")[2] for text in texts)
    units: tuple[MoneyUnit, ...] = ("亿元", "万元", "元")
    return next((unit for unit in units if unit in remark), None)


def _header_keys(header: ColumnHeader) -> set[str]:
    return {k for label in header.labels for k in _keys(label)}


def _keys(label: Label) -> set[str]:
    return {key(words) for words in (label.zh, *label.also)}
