"""The printed rows of a table → its cells, by label first and order within the row second.

A row whose cells cannot be told apart is left out whole: a number in the wrong place is
worse than a number that is missing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise, zip_longest
from typing import TypeAlias

from attrs import Factory, define, frozen

from govdisclosure.form import FormColumn, FormRow, Kind, Label, MoneyUnit, PrintedTable
from govdisclosure.transcribe._normalize import key, normalize, numbering
from govdisclosure.transcribe._numbers import MONEY_UNITS, CellText, read_number
from govdisclosure.transcribe._row_alignment import align, doubtful_rows, is_whole, own_values
from govdisclosure.transcribe._row_scanner import ColumnHeader, PrintedRow, Reason, ScannedTable
from govdisclosure.transcribe._tokens import Token

Columns: TypeAlias = Sequence[FormColumn]
Headers: TypeAlias = Sequence[ColumnHeader]


@frozen
class UnassignedRow:
    """A printed row that found no place; ``pointer`` is that of the row that its label names."""

    row: PrintedRow
    reason: Reason
    pointer: str = ""


@frozen
class AssignedCell:
    """A cell of the form with the token that prints it and what the token says."""

    row: FormRow
    token: Token
    text: CellText


@define
class Assignment:
    """The cells of one table, from what its section prints, and the rows that found no place.

    ``has_cut_header`` says that not every column label was read where the form's order was
    taken; ``doubtful_rows`` are those whose numbers may have moved into other columns.
    """

    scan: ScannedTable
    cells: dict[str, AssignedCell] = Factory(dict)
    unassigned: list[UnassignedRow] = Factory(list)
    reordered_rows: list[PrintedRow] = Factory(list)
    has_cut_header: bool = False
    doubtful_rows: list[FormRow] = Factory(list)

    def leave_out(self, row: PrintedRow, reason: Reason, pointer: str = "") -> None:
        """Note that a printed row found no place."""
        self.unassigned.append(UnassignedRow(row, reason, pointer))

    def assign(
        self, row: FormRow, columns: Columns, values: Iterable[Token], headers: Headers = ()
    ) -> None:
        """Put the values of a printed row into the columns of a row of the form."""
        for column, token in zip(columns, values, strict=True):
            is_money = column.kind in (Kind.AMOUNT, Kind.MONEY)
            unit = _stated_unit(headers, column) if is_money else None
            text = read_number(token.text, column.kind, unit)
            self.cells[row.cell(column)] = AssignedCell(row, token, text)


def assign(table: PrintedTable, scan: ScannedTable) -> Assignment:
    """The cells of a table of the form, from what a section prints."""
    return (_assign_across if table.across else _assign_rows)(table.rows, scan)


def _assign_rows(form_rows: Sequence[FormRow], scan: ScannedTable) -> Assignment:
    """The cells of a table with rows, from what a section prints."""
    assignment = Assignment(scan)
    if any(token.text for token in scan.unlabelled):
        row = PrintedRow(scan.unlabelled[0], values=scan.unlabelled)
        assignment.leave_out(row, Reason.ROW_UNKNOWN)
    _leave_out_cut_label(scan, form_rows)
    rows_by_key = {k: row for row in form_rows for k in _keys(row.labels[-1])}
    rows_of: dict[FormRow, list[PrintedRow]] = {}
    for row in scan.rows:
        if keys := [w.key for w in row.wordings if w.key in rows_by_key]:
            rows_of.setdefault(rows_by_key[keys[0]], []).append(row)
        else:
            assignment.leave_out(row, Reason.ROW_UNKNOWN)
    widths = Counter(len(row.values) for row in scan.rows)
    for form_row, rows in rows_of.items():
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
            assignment.leave_out(other, Reason.ROW_REPEATED, form_row.pointer)
    if row is None:
        return
    own = own_values(row, form_row)
    stuck = row.values[: len(row.values) - len(own)]
    assignment.scan.unplaced += [(token, Reason.STUCK_NUMBER) for token in stuck]
    values = align(own, len(form_row.columns), widths, _first_column(row.headers))
    order = column_order(row.headers, form_row.columns)
    if values is None:
        assignment.leave_out(row, Reason.ROW_COUNT, form_row.pointer)
    elif not is_whole([form_row], values):
        assignment.leave_out(row, Reason.ROW_SUM, form_row.pointer)
    elif order is None:
        assignment.leave_out(row, Reason.ROW_HEADER, form_row.pointer)
    else:
        if order != form_row.columns:
            assignment.reordered_rows.append(row)
        else:
            assignment.doubtful_rows += doubtful_rows([form_row], values)
        assignment.assign(form_row, order, values, row.headers)


def _meant_row(form_row: FormRow, rows: Sequence[PrintedRow]) -> PrintedRow | None:
    """The row that prints the label with its ordinal; none where several differ."""
    ordinal = numbering(form_row.labels[-1].zh)
    exact = [row for row in rows if numbering(row.token.text) == ordinal] or list(rows)
    contents = {tuple(value.text for value in row.values if value.text) for row in exact}
    return exact[0] if len(contents) == 1 else None


def _leave_out_cut_label(scan: ScannedTable, form_rows: Sequence[FormRow]) -> None:
    """Where a text breaks off, the ordinal of the next row may look like one more number."""
    if not scan.rows or not scan.rows[-1].values:
        return
    last = scan.rows[-1]
    keys = {wording.key for wording in last.wordings}
    for form_row, below in pairwise(form_rows):
        if _keys(form_row.labels[-1]) & keys:
            ordinal = numbering(below.labels[-1].zh)
            has_one_more = len(last.values) == len(form_row.columns) + 1
            if has_one_more and ordinal and normalize(last.values[-1].text) == ordinal:
                scan.unplaced.append((last.values.pop(), Reason.CUT_OFF))
            return


def _assign_across(form_rows: Sequence[FormRow], scan: ScannedTable) -> Assignment:
    """The cells of a table with a single row of numbers under all its headers."""
    assignment = Assignment(scan)
    width = sum(len(row.columns) for row in form_rows)
    rows = _printed_rows(scan.unlabelled)
    alignments = [(row, values) for row in rows if (values := align(row, width))]
    candidates = [pair for pair in alignments if not _counts_columns(pair[1])]
    in_order = _groups_in_order(form_rows, scan)
    row, values = candidates[0] if len(candidates) == 1 and in_order else (None, [])
    if not is_whole(form_rows, values, are_labelled=bool(scan.headers)):
        row, values = None, []
    reason = Reason.ROW_HEADER if alignments and not in_order else Reason.ROW_COUNT
    for other in rows:
        if other is not row and any(token.text for token in other):
            assignment.leave_out(PrintedRow(other[0], values=other), reason)
    if row:
        assignment.has_cut_header = len(scan.headers) < width
        assignment.doubtful_rows += doubtful_rows(form_rows, values)
        rest = iter(values)
        for form_row in form_rows:
            assignment.assign(form_row, form_row.columns, islice(rest, len(form_row.columns)))
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
    levels = zip_longest(*(row.labels for row in form_rows))
    by_level = [[*dict.fromkeys(key(label.zh) for label in level if label)] for level in levels]
    labels = [key(label.zh) for label in scan.labels]
    return _is_part_of(in_header, of_form) and all(
        _is_part_of([word for word in labels if word in words], words) for words in by_level
    )


def _is_part_of(some: Sequence[object], whole: Sequence[object]) -> bool:
    """Whether things stand in a sequence in the same order, others between them."""
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
    header_columns = [column for header in headers if (column := _only_column(by_key, header))]
    by_level = sorted(columns, key=lambda column: len(column.label.chain()))
    for order in (columns, by_level):
        if _is_part_of(header_columns, order):
            return tuple(columns)
    one_row = len({header.token.row for header in headers}) == 1 or by_level == list(columns)
    is_complete = len(header_columns) == len(columns) == len({*header_columns})
    return tuple(header_columns) if one_row and is_complete else None


def _only_column(by_key: Mapping[str, FormColumn], header: ColumnHeader) -> FormColumn | None:
    columns = {by_key[k] for k in _header_keys(header) if k in by_key}
    return columns.pop() if len(columns) == 1 else None


def _stated_unit(headers: Headers, column: FormColumn) -> MoneyUnit | None:
    """The unit that a document adds to a column's label: 采购总金额（万元）."""
    texts = [normalize(h.token.text) for h in headers if _keys(column.label) & _header_keys(h)]
    remark = "".join(text.partition("(")[2] for text in texts)
    return next((unit for unit in MONEY_UNITS if unit in remark), None)


def _header_keys(header: ColumnHeader) -> set[str]:
    return {k for label in header.labels for k in _keys(label)}


def _keys(label: Label) -> set[str]:
    return {key(words) for words in (label.zh, *label.also)}
