"""How a class is printed: its rows, columns, bands and merged cells, read from the labels."""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from govdisclosure.form._labels import Kind, Label, Money, Row
from govdisclosure.form._pointer import pointer
from govdisclosure.form._types import Large, made_once


@frozen(repr=False)
class FormColumn(Large):
    """A number cell of a row: attribute name, printed label, kind of number."""

    name: str
    label: Label
    kind: Kind


@frozen(repr=False)
class FormRow(Large):
    """A printed row of numbers: where it stands below its table and what is printed."""

    path: tuple[str, ...]
    labels: tuple[Label, ...]
    columns: tuple[FormColumn, ...]

    @property
    def band(self) -> Label | None:
        """The band row above it (第二十条第（一）项), if any."""
        return self.labels[0].under

    @property
    def pointer(self) -> str:
        """Address of the row below its table."""
        return _address(self.path)

    def cell(self, column: FormColumn) -> str:
        """Address of one cell below the table."""
        return _address((*self.path, column.name))


@cache
def _address(path: tuple[str, ...]) -> str:
    return pointer(*path)


@frozen(eq=False, repr=False)  # neither is used, and both take time at the start
class Part:
    """A field of a form class, with its annotation taken apart."""

    name: str
    type: Any
    label: Label
    kind: Kind | None


@made_once
def parts(cls: type) -> tuple[Part, ...]:
    """The fields of a form class, or of a report, in printed order.

    Raises:
        TypeError: one of them has no label.
    """
    hints = get_type_hints(cls, include_extras=True)
    return tuple(_part(a.name, hints[a.name]) for a in attrs.fields(cls))


def _part(name: str, hint: Any) -> Part:
    cls, *extras = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    label = next((e for e in extras if isinstance(e, Label)), None)
    kind = next((e for e in extras if isinstance(e, Kind)), None)
    if label is None:
        raise TypeError(f"field {name!r} of a form class has no Label")
    return Part(name, cls, label, Kind.MONEY if cls is Money else kind)


@made_once
def columns(row: type) -> tuple[FormColumn, ...]:
    """The cells of a row class.

    >>> from govdisclosure.model.parts import Cases
    >>> [column.label.zh for column in columns(Cases)]
    ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
    """
    return tuple(FormColumn(p.name, p.label, _kind(p)) for p in parts(row))


@made_once
def form_rows(table: type) -> tuple[FormRow, ...]:
    """Every row of numbers that a table or group prints, from top to bottom.

    >>> from govdisclosure.model import edition_2021
    >>> len(form_rows(edition_2021.Requests))
    25
    >>> form_rows(edition_2021.Requests)[4].pointer
    '/outcomes/denied/state_secret'
    """
    return tuple(_rows(table, (), ()))


def _rows(cls: type, path: tuple[str, ...], labels: tuple[Label, ...]) -> Iterator[FormRow]:
    for part in parts(cls):
        here = (*path, part.name)
        words = (*labels, part.label)
        if issubclass(part.type, Row):
            yield FormRow(here, words, columns(part.type))
        else:
            yield from _rows(part.type, here, words)


def _kind(part: Part) -> Kind:
    if part.kind is None:
        raise TypeError(f"cell {part.name!r} is none of Count, Change, Amount, Money")
    return part.kind


@frozen(eq=False, repr=False)  # as above
class Merged:
    """A label with the block of cells that it covers."""

    label: Label
    across: int
    down: int


def merge(
    paths: tuple[tuple[Label, ...], ...], depth: int = 0
) -> tuple[tuple[Merged | None, ...], ...]:
    """Merged cells of label paths, one path an entry, outermost label first.

    For each path its cells, level by level: a :class:`Merged` where one starts, ``None``
    where an earlier one still covers. ``down`` counts paths, ``across`` counts levels,
    so that a row stub reads directly and a column header reads transposed. ``depth`` is
    the number of levels to fill where it is more than the longest path.
    """
    depth = max(depth, *map(len, paths))
    return tuple(
        tuple(_merged(paths, i, level, depth) for level in range(depth)) for i in range(len(paths))
    )


def _merged(paths: tuple[tuple[Label, ...], ...], i: int, level: int, depth: int) -> Merged | None:
    path, start = paths[i], paths[i][: level + 1]
    if level >= len(path) or (i > 0 and paths[i - 1][: level + 1] == start):
        return None
    covered = takewhile(lambda other: other[: level + 1] == start, paths[i:])
    is_leaf = level == len(path) - 1
    return Merged(path[level], across=depth - level if is_leaf else 1, down=len([*covered]))
