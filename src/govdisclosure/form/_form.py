"""The printed form as a value: everything that anybody asks of the layout.

It is made once from the classes of a report's tables, and asked by everybody:

>>> from govdisclosure.model import EDITION_2021
>>> [block] = EDITION_2021.form["requests"].table.blocks
>>> [(cell.label.zh, cell.across, cell.down) for cell in block.header[1]]
[('自然人', 1, 2), ('法人或其他组织', 5, 1), ('总计', 1, 2)]
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from math import lcm
from operator import attrgetter
from typing import Any

from attrs import field, frozen

from govdisclosure.form._labels import TOTAL, Kind, Label, Table
from govdisclosure.form._layout import FormColumn, FormRow, Merged, form_rows, merge, parts
from govdisclosure.form._location import FormLocation, has_notes, locate_in, locate_in_table
from govdisclosure.form._pointer import pointer, tokens
from govdisclosure.form._types import Large, made_once

_ORDINAL = re.compile("[一二三四五六七八九十]+、")


@frozen(eq=False, repr=False)  # neither is used, and both take time at the start
class Block:
    """A part of a table with a header of its own.

    ``band`` is printed above it, ``None`` where there is none or that of the block above
    goes on. ``header`` are the rows of header cells above the numbers, ``stubs`` the label
    cells before each row, ``None`` where a merged cell above still covers; both count the
    cells of the grid that they cover, in the table as printed. ``depth`` columns of the grid
    are left of the numbers, each of which covers ``span``.
    """

    band: Label | None
    header: tuple[tuple[Merged, ...], ...]
    stubs: tuple[tuple[Merged | None, ...], ...]
    rows: tuple[FormRow, ...]
    depth: int
    span: int


@frozen(kw_only=True, repr=False)
class PrintedTable(Large):
    """A table of the form: its rows from top to bottom, and how it is printed.

    ``edition`` is "" where all editions print it alike, ``corner`` what stands in the first
    header cell, ``across`` true where all groups stand side by side over one row of numbers.
    """

    edition: str
    corner: Label | None
    across: bool
    rows: tuple[FormRow, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The table in parts with one header each, merged cells worked out.

        >>> from govdisclosure.model import EDITION_2021
        >>> [block] = EDITION_2021.form.tables["requests"].blocks
        >>> [[(cell.label.zh, cell.down, cell.across) for cell in row] for row in block.header][0]
        [('申请人情况', 1, 7)]
        >>> [(cell.label.zh, cell.down) for cell in block.stubs[4] if cell]
        [('（三）不予公开', 8), ('1.属于国家秘密', 1)]
        """
        if self.across:
            paths = tuple((*row.labels, c.label) for row in self.rows for c in row.columns)
            header = _header(paths, 1)
            return (Block(None, header, stubs=(), rows=self.rows, depth=0, span=1),)
        depth = max((len(row.labels) for row in self.rows), default=0)
        # Bands with three, two or one number in a row share a grid that all of them divide.
        numbers = lcm(*(len(row.columns) for row in self.rows))
        # Rows that share band and columns stand below one header.
        groups = groupby(self.rows, key=lambda row: (row.band, row.columns))
        below = [tuple(rows) for _, rows in groups]
        above = [None, *(rows[0].band for rows in below)]
        blocks = zip(below, above, strict=False)
        return tuple(_block(rows, band, depth, numbers) for rows, band in blocks)


@frozen(kw_only=True, repr=False)
class Section(Large):
    """A section of the form; ``table`` is ``None`` where it is prose."""

    name: str
    label: Label
    table: PrintedTable | None


@frozen(cache_hash=True, repr=False)
class Form(Large):
    """The printed form of a report: its sections in printed order, and every cell by pointer.

    ``report`` is the class whose fields the sections are, for the words of what is no cell
    of a table.

    >>> from govdisclosure.model import EDITION_2019
    >>> form = EDITION_2019.form
    >>> len(form.cells), len(form.rows_below("/requests"))
    (198, 23)
    """

    sections: tuple[Section, ...]
    report: type = field(eq=False, repr=False)

    def __getitem__(self, name: str) -> Section:
        for section in self.sections:
            if section.name == name:
                return section
        raise KeyError(f"no section {name!r}; there are {[s.name for s in self.sections]}")

    @cached_property
    def tables(self) -> Mapping[str, PrintedTable]:
        """The tables by the name of their section."""
        return {section.name: section.table for section in self.sections if section.table}

    @cached_property
    def rows(self) -> Mapping[str, FormRow]:
        """Every row of numbers by its pointer, in printed order."""
        return {
            pointer(name) + row.pointer: row
            for name, table in self.tables.items()
            for row in table.rows
        }

    @cached_property
    def cells(self) -> Mapping[str, FormColumn]:
        """The column of every cell of a number, by the cell's pointer, in printed order."""
        return {
            address + pointer(column.name): column
            for address, row in self.rows.items()
            for column in row.columns
        }

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Which of the cells in printed order a cell is, from 0."""
        return {address: i for i, address in enumerate(self.cells)}

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The cells that are no totals."""
        return tuple(address for address in self.cells if TOTAL not in tokens(address))

    @cached_property
    def attributes(self) -> Mapping[str, str]:
        """Where the number of each cell stands in a report, as Python says it.

        >>> from govdisclosure.model import EDITION_2019
        >>> EDITION_2019.form.attributes["/proactive_disclosure/procurement/amount"]
        'proactive_disclosure.procurement.amount.value'
        """
        return {
            address: ".".join((*tokens(address), *(("value",) if c.kind is Kind.MONEY else ())))
            for address, c in self.cells.items()
        }

    @cached_property
    def numbers(self) -> Callable[[object], tuple[Any, ...]]:
        """Fetches what stands in all cells of a report at once.

        It raises ``AttributeError`` where something else than a row of the form stands in it.
        """
        return attrgetter(*self.attributes.values())

    def rows_below(self, address: str) -> tuple[str, ...]:
        """The pointers of the rows at or below a pointer."""
        return tuple(row for row in self.rows if is_below(row, address))

    def cells_below(self, address: str) -> tuple[str, ...]:
        """The pointers of the cells at or below a pointer."""
        return tuple(cell for cell in self.cells if is_below(cell, address))

    def location(self, address: str) -> FormLocation:
        """Where a pointer points, in the words of the form; it never fails.

        Tokens that lead nowhere (an unknown key, an index) come back as ``beyond``.

        >>> from govdisclosure.model import EDITION_2021
        >>> EDITION_2021.form.location("/requests/received/total").render()
        '三、收到和处理政府信息公开申请情况：“一、本年新收政府信息公开申请数量”行“总计”列'
        """
        return _location(self, address)


def is_below(address: str, group: str) -> bool:
    """Whether an address is a group's own or below it; everything is below ``""``."""
    return address == group or address.startswith(group + "/")


@lru_cache(maxsize=10_000)  # unknown keys of hostile documents pass here too
def _location(form: Form, address: str) -> FormLocation:
    first, *rest = tokens(address) or ("",)
    section = next((s for s in form.sections if s.name == first), None)
    if section and section.table:
        return locate_in_table(section.label, section.table.rows, rest)
    place = locate_in(form.report, address)
    if rest and rest[0].startswith("/") and has_notes(form.report, first):
        cell = form.location(rest[0])
        if cell.section and not cell.beyond:  # the key of a note is a pointer: the cell is named
            return FormLocation(
                place.section, (cell.section, *cell.row), cell.column, place.beyond[1:]
            )
    return place


@made_once
def form_of(report: type, **tables: type[Table]) -> Form:
    """The form of a report: its own sections, with some of its tables chosen.

    A section whose table is not chosen, and that has several, has none.
    """
    return Form(
        tuple(
            Section(name=p.name, label=p.label, table=_table(tables.get(p.name, p.type)))
            for p in parts(report)
            if is_numbered(p.label)
        ),
        report,
    )


def is_numbered(label: Label) -> bool:
    """Whether a label is the heading of a section: those are numbered on the form."""
    return _ORDINAL.match(label.zh) is not None


def _table(hint: object) -> PrintedTable | None:
    """How a table is printed, from its class; ``None`` where there is no single class."""
    if not (isinstance(hint, type) and issubclass(hint, Table)):
        return None
    return PrintedTable(
        edition=hint.edition, corner=hint.corner, across=hint.across, rows=form_rows(hint)
    )


def _block(rows: tuple[FormRow, ...], before: Label | None, depth: int, numbers: int) -> Block:
    columns = tuple(column.label.chain() for column in rows[0].columns)
    span = numbers // len(columns)
    return Block(
        band=None if rows[0].band == before else rows[0].band,
        header=_header(columns, span),
        stubs=merge(tuple(row.labels for row in rows), depth),
        rows=rows,
        depth=depth,
        span=span,
    )


def _header(paths: Sequence[tuple[Label, ...]], span: int) -> tuple[tuple[Merged, ...], ...]:
    """Header cells row by row: what ``merge`` counts along the paths, seen from above."""
    levels = zip(*merge(tuple(paths)), strict=True)
    return tuple(
        tuple(Merged(m.label, across=m.down * span, down=m.across) for m in level if m)
        for level in levels
    )
