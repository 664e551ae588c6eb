"""The printed form as a value: from the classes, or from a schema file alone.

>>> from govdisclosure.model import EDITION_2021
>>> from govdisclosure.codec.schema import json_schema
>>> form_of(json_schema(EDITION_2021.report_type)) == form(EDITION_2021.report_type)
True

Whoever wants to draw or read the official tables needs nothing but one of these: its
sections, tables, rows, columns, labels, units and merged cells.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from math import lcm
from typing import Any, TypeVar

from attrs import frozen

from govdisclosure.form._labels import Kind, Label, Table
from govdisclosure.form._law import Source
from govdisclosure.form._layout import FormColumn, FormRow, Merged, lines, merge, parts
from govdisclosure.i18n import LANGUAGES

_ORDINAL = re.compile("[一二三四五六七八九十]+、")


@frozen
class Block:
    """A part of a table with a header of its own.

    ``band`` is printed above it, ``None`` where there is none or that of the block above
    goes on. ``header`` are the rows of header cells above the numbers, ``stubs`` the label
    cells before each line, ``None`` where a merged cell above still covers; both count the
    cells of the grid that they cover, in the table as printed. ``depth`` columns of the grid
    are left of the numbers, each of which covers ``span``.
    """

    band: Label | None
    header: tuple[tuple[Merged, ...], ...]
    stubs: tuple[tuple[Merged | None, ...], ...]
    lines: tuple[FormRow, ...]
    depth: int
    span: int


@frozen(kw_only=True)
class PrintedTable:
    """A table of the form: its lines from top to bottom, and how it is printed.

    ``edition`` is "" where all editions print it alike, ``corner`` what stands in the first
    header cell, ``across`` true where all groups stand side by side over one row of numbers.
    """

    edition: str
    corner: Label | None
    across: bool
    lines: tuple[FormRow, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The table in parts with one header each, merged cells worked out.

        >>> from govdisclosure.model import Report2021
        >>> [block] = form(Report2021)["requests"].table.blocks
        >>> [[(cell.label.zh, cell.down, cell.across) for cell in row] for row in block.header][0]
        [('申请人情况', 1, 7)]
        >>> [(cell.label.zh, cell.down) for cell in block.stubs[4] if cell]
        [('（三）不予公开', 8), ('1.属于国家秘密', 1)]
        """
        if self.across:
            paths = tuple((*line.labels, c.label) for line in self.lines for c in line.columns)
            header = _header(paths, 1)
            return (Block(None, header, stubs=(), lines=self.lines, depth=0, span=1),)
        depth = max((len(line.labels) for line in self.lines), default=0)
        # Bands with three, two or one number in a row share a grid that all of them divide.
        numbers = lcm(*(len(line.columns) for line in self.lines))
        alike = [tuple(below) for _, below in groupby(self.lines, key=_header_of)]
        bands = [None, *(below[0].band for below in alike)]
        return tuple(
            _block(below, before, depth, numbers)
            for below, before in zip(alike, bands, strict=False)
        )


def _header_of(line: FormRow) -> tuple[Label | None, tuple[FormColumn, ...]]:
    """What is printed above a line: lines that share it stand below one header."""
    return line.band, line.columns


@frozen(kw_only=True)
class Section:
    """A section of the form; ``table`` is ``None`` where it is prose."""

    name: str
    label: Label
    table: PrintedTable | None


@frozen
class Form:
    """The sections of a form, in printed order."""

    sections: tuple[Section, ...]

    def __getitem__(self, name: str) -> Section:
        for section in self.sections:
            if section.name == name:
                return section
        raise KeyError(f"no section {name!r}; there are {[s.name for s in self.sections]}")


def form(report_type: Any) -> Form:
    """The form that a type of report is printed on, from its classes.

    >>> from govdisclosure.model import Report2019
    >>> [len(s.table.lines) if s.table else 0 for s in form(Report2019).sections]
    [0, 8, 23, 3, 0, 0]

    Raises:
        TypeError: it is no type of report.
        ValueError: there is a choice of editions left.
    """
    any_edition = [
        p.name for p in parts(report_type) if p.type is Any or isinstance(p.type, TypeVar)
    ]
    if any_edition:
        exact = "give an exact type such as Report2021"
        raise ValueError(f"no edition is chosen for {', '.join(any_edition)}: {exact}")
    return Form(
        tuple(
            Section(name=p.name, label=p.label, table=_table(p.type))
            for p in parts(report_type)
            if p.label and _ORDINAL.match(p.label.zh)
        )
    )


def _table(cls: Any) -> PrintedTable | None:
    if not (isinstance(cls, type) and issubclass(cls, Table)):
        return None
    printed: Any = cls
    return PrintedTable(
        edition=cls.edition, corner=cls.corner, across=cls.across, lines=lines(printed)
    )


def form_of(schema: Mapping[str, Any], editions: Mapping[str, str] | None = None) -> Form:
    """The form that a JSON Schema of reports describes; the inverse of writing the schema.

    It reads the annotations of any of the published report schemas, in either draft. A
    schema that takes tables of several editions leaves a choice: ``editions`` names the
    edition of each such table.

    >>> from govdisclosure.codec.schema import json_schema
    >>> chosen = {"proactive_disclosure": "2021", "requests": "2019"}
    >>> form_of(json_schema(), chosen)["requests"].table.edition
    '2019'

    Raises:
        ValueError: it is no schema of reports, or there is a choice left or not offered.
    """
    chosen = editions or {}
    try:
        found = Form(tuple(_sections(schema, chosen)))
    except (KeyError, TypeError, AttributeError) as missing:
        raise ValueError(f"not a schema of reports: {missing!r}"[:200]) from None
    if not found.sections:
        raise ValueError("not a schema of reports: it has no sections")
    printed = {s.name: s.table.edition for s in found.sections if s.table}
    for name, edition in chosen.items():
        if printed.get(name) != edition:
            raise ValueError(f"the schema has no table {name!r} of an edition {edition!r}")
    return found


def _sections(schema: Mapping[str, Any], editions: Mapping[str, str]) -> Iterator[Section]:
    for name, said in schema["properties"].items():
        if name == "$schema" or not _ORDINAL.match(_label(said, _words_of(name, said)).zh):
            continue
        is_table = "array" not in said.get("type", ())
        found = _chosen(schema, _followed(schema, said), name, editions) if is_table else None
        table = _table_said(schema, found) if found else None
        yield Section(name=name, label=_label(said, said["x-label"]), table=table)


def _followed(schema: Mapping[str, Any], said: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a reference leads to; draft-07 has it in an ``allOf`` where words stand beside it."""
    only = said.get("allOf", ())
    reference = said.get("$ref") or (only[0].get("$ref") if len(only) == 1 else None)
    for token in reference.removeprefix("#/").split("/") if reference else ():
        schema = schema[token]
    return schema if reference else said


def _chosen(
    schema: Mapping[str, Any], said: Mapping[str, Any], name: str, editions: Mapping[str, str]
) -> Mapping[str, Any]:
    branches = {
        branch["if"]["properties"]["edition"]["const"]: branch["then"]
        for branch in said.get("allOf", ())
    }
    if not branches:
        return said
    if editions.get(name) not in branches:
        raise ValueError(f"editions must choose one of {', '.join(branches)} for {name!r}")
    return _followed(schema, branches[editions[name]])


def _table_said(schema: Mapping[str, Any], said: Mapping[str, Any]) -> PrintedTable:
    corner = said.get("x-corner")
    return PrintedTable(
        edition=said["properties"].get("edition", {"const": ""})["const"],
        corner=_label(corner, corner) if corner else None,
        across=said.get("x-across", False),
        lines=tuple(_lines(schema, said, (), ())),
    )


def _lines(
    schema: Mapping[str, Any],
    said: Mapping[str, Any],
    path: tuple[str, ...],
    labels: tuple[Label, ...],
) -> Iterator[FormRow]:
    columns = []
    for name, inner in said["properties"].items():
        if name == "edition" and "const" in inner:
            continue
        label = _label(inner, _words_of(name, inner))
        if "x-kind" in inner:
            columns.append(FormColumn(name, label, Kind(inner["x-kind"])))
        else:
            yield from _lines(schema, _followed(schema, inner), (*path, name), (*labels, label))
    if columns:
        yield FormRow(path, labels, tuple(columns))


def _words_of(name: str, said: Mapping[str, Any]) -> Mapping[str, Any]:
    if "x-label" not in said:
        raise ValueError(f"not a schema of reports: {name!r} has no x-label")
    words: Mapping[str, Any] = said["x-label"]
    return words


def _label(said: Mapping[str, Any], words: Mapping[str, Any]) -> Label:
    under, source = said.get("x-under"), said.get("x-source")
    return Label(
        **{code: words[code] for code in LANGUAGES},
        unit=said.get("x-unit", ""),
        also=tuple(said.get("x-also", ())),
        under=_label(under, under) if under else None,
        source=Source(**source) if source else None,
    )


def _block(below: tuple[FormRow, ...], before: Label | None, depth: int, numbers: int) -> Block:
    columns = tuple(column.label.chain() for column in below[0].columns)
    span = numbers // len(columns)
    return Block(
        band=None if below[0].band == before else below[0].band,
        header=_header(columns, span),
        stubs=merge(tuple(line.labels for line in below), depth),
        lines=below,
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
