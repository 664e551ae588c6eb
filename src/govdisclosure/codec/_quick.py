"""JSON text ⇄ report, the quick way; ``None`` where the explaining path has to decide.

With the extra ``fast`` that is msgspec, else cattrs with orjson or json; each is a module with the
same three functions, imported when it is needed. Both are made from the shapes and give the same
objects. Parsers pass over a repeated key, so that is seen here: in JSON a colon stands after
every key, and nowhere else but inside strings. If a text has as many colons as its report has
keys and its strings have colons, there is no further key in it: a key more would be a colon
more, and a string that got lost with it could not take one away. Only a colon written as an
escape (``\\u003a``) would upset the sum; a text with one is not taken here.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, TypeVar

from govdisclosure.codec._checks import REFUSALS, Read, strings_of
from govdisclosure.codec._shapes import Object, Shape, TaggedUnion, fields_of, report_shape
from govdisclosure.form import Json, JsonObject
from govdisclosure.model import AnyEdition, AnyReport, CellNote, Period, TableClasses

HOOKS, STRICT = "govdisclosure.codec._hooks", "govdisclosure.codec._strict"

_COLON_ESCAPED = b"\\u003"

T = TypeVar("T")


@cache
def _way() -> Any:
    """The quickest module that what is installed allows."""
    try:
        return import_module(STRICT)
    except ImportError:
        return import_module(HOOKS)


@lru_cache(maxsize=16)
def _reader(editions: tuple[AnyEdition, ...]) -> Read:
    read: Read = _way().reader(report_shape(None, editions))
    return read


def accept(text: str | bytes, editions: Sequence[AnyEdition]) -> Any:
    """The report that a text holds, or ``None``: then nothing is said about it."""

    def read() -> Any:
        raw = text if isinstance(text, bytes) else text.encode()
        return accepted(raw, _reader(tuple(editions)))

    return _unless_refused(read)


def accepted(raw: bytes, read: Read) -> Any:
    """The report, if no key is repeated; whatever is wrong raises, or gives ``None``."""
    if b"\\" in raw and _COLON_ESCAPED in raw:
        return None
    report, hint, colons = read(raw)
    more = colons - _colons_after_keys(report, hint)
    return report if more == 0 or more == _colons_in_strings(report, hint) else None


def accept_data(data: Json, tables: TableClasses | None, editions: Sequence[AnyEdition]) -> Any:
    """The report that plain data holds, or ``None``: then nothing is said about it."""
    structure = import_module(HOOKS).structure_report
    return _unless_refused(lambda: structure(data, report_shape(tables, tuple(editions))))


def is_accepted_data(data: Json, editions: Sequence[AnyEdition]) -> bool:
    """Whether plain data holds a report; where it does not, nothing is said about it."""
    try:
        _way().require_report(data, report_shape(None, tuple(editions)))
    except REFUSALS:
        return False
    return True


def emit_data(report: AnyReport) -> JsonObject | None:
    """Plain data of a report, which shares nothing with it, or ``None``."""
    return _unless_refused(lambda: import_module(HOOKS).unstructure_report(report))


def emit_text(report: AnyReport, indent: int | None) -> str | None:
    """The JSON text of a report, or ``None``."""
    return _unless_refused(lambda: _way().text_of(report, indent))


def _unless_refused(make: Callable[[], T]) -> T | None:
    try:
        return make()
    except REFUSALS:
        return None


# Colons


_KEYS = {cls: len(fields_of(cls).keys) for cls in (CellNote, Period)}


def _colons_after_keys(report: AnyReport, hint: str | None) -> int:
    """How many keys the objects of a report have."""
    keys = _fixed_keys(report.tables) + len(report.cell_notes) * (1 + _KEYS[CellNote])
    if report.period is not None:
        keys += _KEYS[Period]
    if report.extensions:
        keys += _keys_and_colons(report.extensions)[0]
    return keys if hint is None else keys + 1


def _colons_in_strings(report: AnyReport, hint: str | None) -> int:
    strings = "".join([*strings_of(report, tuple), hint or ""])
    return strings.count(":") + _keys_and_colons(report.extensions)[1]


def _keys_and_colons(value: Json) -> tuple[int, int]:
    """How many keys some data has, and how many colons its keys and strings."""
    if isinstance(value, str):
        return 0, value.count(":")
    if not isinstance(value, dict | list):
        return 0, 0
    inside = [_keys_and_colons(v) for v in (value.values() if isinstance(value, dict) else value)]
    names = [*value] if isinstance(value, dict) else []
    keys = len(names) + sum(keys for keys, _ in inside)
    return keys, "".join(names).count(":") + sum(colons for _, colons in inside)


@cache
def _fixed_keys(tables: TableClasses) -> int:
    """How many keys the objects of a report have that are always there.

    Where the name of an edition has a colon, that is one more.
    """
    return _keys_in(report_shape(tables))


def _keys_in(shape: Shape) -> int:
    match shape:
        case Object(nullable=False):
            inside = sum(_keys_in(field.shape) for field in shape.fields.values())
            return len(shape.keys) + shape.edition.count(":") + inside
        case TaggedUnion():
            return sum(map(_keys_in, shape.branches.values()))
        case _:
            return 0
