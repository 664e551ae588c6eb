"""Which rows of two forms are the same thing, and which are not matched, by their classes.

A key names a meaning. Rows correspond where they stand at the same pointer, their cells
where key, kind and unit are the same; words that were only printed otherwise do not matter.
A row corresponds to a group at its pointer whose class says what its rows add up to
(``subtotal``). No row is named here, and no edition.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, TypeAlias, get_type_hints

from attrs import frozen

from govdisclosure.form import Form, FormColumn, FormLocation, Kind, Row, at, columns, join, parts
from govdisclosure.i18n import Message, one_line
from govdisclosure.model import AnyReport, TableClasses, form_with, table_classes

Side: TypeAlias = Literal["before", "after"]
"""Which of two reports is meant."""


@frozen
class RowPair:
    """A row of the one form and what it corresponds to in the other.

    ``place`` is the row on a form that prints it as one. ``columns`` are the cells that both
    have. ``before`` and ``after`` are the rows of each form, by pointer: one, or several
    whose sum is meant.
    """

    pointer: str
    place: FormLocation
    columns: tuple[FormColumn, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]

    def __repr__(self) -> str:
        return one_line(self, self.pointer, f"columns={len(self.columns)}")

    @property
    def is_sum(self) -> bool:
        """Whether one of the forms prints several rows for it."""
        return len(self.before) > 1 or len(self.after) > 1

    def row_of(self, report: AnyReport) -> Row:
        """The row of a report on either form, rows that stand for it added up."""
        row_or_group = at(report, self.pointer)
        row: Row = row_or_group if isinstance(row_or_group, Row) else row_or_group.subtotal
        return row


@frozen
class Unmatched:
    """Cells of one row that the other form does not have, and why they were not compared."""

    side: Side
    pointer: str
    place: FormLocation
    columns: tuple[FormColumn, ...]
    why: Message

    def __repr__(self) -> str:
        return one_line(self, self.side, self.pointer, f"columns={len(self.columns)}")


@frozen
class RowMatching:
    """What two forms have in common, in printed order, and what they do not."""

    pairs: tuple[RowPair, ...]
    unmatched: tuple[Unmatched, ...]


@cache
def match_rows(before: TableClasses, after: TableClasses) -> RowMatching:
    """The rows of reports with two pairs of tables that correspond.

    >>> from govdisclosure.model import EDITION_2019, EDITION_2021
    >>> matching = match_rows(EDITION_2019.tables, EDITION_2021.tables)
    >>> other = next(pair for pair in matching.pairs if pair.is_sum)
    >>> other.before, len(other.after)
    (('/requests/outcomes/other',), 3)
    >>> [cells.pointer for cells in matching.unmatched][:2]
    ['/proactive_disclosure/rules', '/proactive_disclosure/rules']
    """
    matcher = _Matcher({"before": form_with(before), "after": form_with(after)})
    old, new = table_classes(before), table_classes(after)
    rows = [
        row
        for name, table in old.items()
        for row in matcher.match_classes(table, new[name], join("", [name]))
    ]
    return RowMatching(
        tuple(row for row in rows if isinstance(row, RowPair)),
        tuple(row for row in rows if isinstance(row, Unmatched)),
    )


@frozen
class _Matcher:
    """Goes through the classes of two forms side by side."""

    forms: Mapping[Side, Form]

    def match_classes(self, before: type, after: type, here: str) -> Iterator[RowPair | Unmatched]:
        """What corresponds below two classes that stand at the same pointer."""
        if not (issubclass(before, Row) or issubclass(after, Row)):
            yield from self.match_groups(before, after, here)
        elif (old := _row_class(before)) and (new := _row_class(after)):
            yield from self.match_cells(old, new, here)
        else:
            yield from self.unmatched_rows(here)

    def match_groups(self, before: type, after: type, here: str) -> Iterator[RowPair | Unmatched]:
        """What corresponds in two tables or groups: parts of the same key."""
        old = {part.name: part.type for part in parts(before)}
        new = {part.name: part.type for part in parts(after)}
        for name in dict.fromkeys((*old, *new)):
            below = join(here, [name])
            if name in old and name in new:
                yield from self.match_classes(old[name], new[name], below)
            else:
                yield from self.unmatched_rows(below)

    def match_cells(self, before: type, after: type, here: str) -> Iterator[RowPair | Unmatched]:
        """What corresponds in two rows: cells of the same key, kind and unit."""
        old, new = _cells(before), _cells(after)
        rows = {side: form.rows_below(here) for side, form in self.forms.items()}
        if both := tuple(new[meaning] for meaning in new if meaning in old):
            whole = self.forms["before" if len(rows["before"]) == 1 else "after"]
            yield RowPair(here, whole.location(here), both, rows["before"], rows["after"])
        yield from self.unmatched_cells("before", here, [old[m] for m in old if m not in new])
        yield from self.unmatched_cells("after", here, [new[m] for m in new if m not in old])

    def unmatched_cells(
        self, side: Side, here: str, cells: Sequence[FormColumn]
    ) -> Iterator[Unmatched]:
        """The cells of a row that is on both forms and has others on the other one."""
        if cells:
            labels = {"columns": tuple(cell.label for cell in cells)}
            why = Message("diff_other_columns", labels)
            yield Unmatched(side, here, self.forms[side].location(here), tuple(cells), why)

    def unmatched_rows(self, here: str) -> Iterator[Unmatched]:
        """All rows at or below a pointer that leads nowhere, or elsewhere, on the other form."""
        why = Message("diff_no_such_row")
        for side, form in self.forms.items():
            for row in form.rows_below(here):
                yield Unmatched(side, row, form.location(row), form.rows[row].columns, why)


def _row_class(cls: type) -> type | None:
    """A class of rows itself, that of a group's ``subtotal``; ``None`` where it has none."""
    if issubclass(cls, Row):
        return cls
    subtotal = getattr(cls, "subtotal", None)
    return get_type_hints(subtotal.fget)["return"] if isinstance(subtotal, property) else None


def _cells(row: type) -> dict[tuple[str, Kind, str], FormColumn]:
    """The cells of a row class by what they mean."""
    return {(column.name, column.kind, column.label.unit): column for column in columns(row)}
