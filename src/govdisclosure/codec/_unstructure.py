"""The classes → plain data, by shape: the mirror image of :mod:`govdisclosure.json_read`.

A report built by hand may hold anything; what is not of its declared type is reported
here, what is of the type but cannot be said in JSON is left for the reader to find.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from govdisclosure.codec._problems import Problems, found, token
from govdisclosure.codec._shapes import (
    Array,
    Choice,
    Integer,
    Map,
    Notes,
    Object,
    Shape,
    String,
    TaggedUnion,
    cell_pointers,
)
from govdisclosure.codec._structure import expected
from govdisclosure.form import Json, JsonObject, pointer
from govdisclosure.i18n import Message


def unstructure(walk: Problems, shape: Shape, value: Json, address: str) -> Json:
    """Plain data for what stands at a pointer; what is of a wrong type goes to the walk."""
    if value is None and shape.nullable:
        return None
    return _WRITERS[type(shape)](walk, shape, value, address)


def _wrong(walk: Problems, shape: Shape, value: Json, address: str) -> None:
    """A report holds objects of Python, and these are named, not what would stand in JSON."""
    want = _wanted(shape)
    want = Message("json_want_or_null", {"what": want}) if shape.nullable and want else want
    got = _of_type(type(value)) if isinstance(value, dict | list) else found(value)
    walk.add("JSON-TYPE", address, "json_wrong", expected=want or expected(shape), found=got)


def _wanted(shape: Shape) -> Message | None:
    """The class of the objects that a shape is written from, where JSON says it otherwise."""
    match shape:
        case Array():
            return _of_type(tuple)
        case TaggedUnion():
            return Message("json_want_one_of", {"values": _names(shape)})
        case Object():
            return _of_type(shape.cls)
        case String() | Choice() if isinstance(shape.make, type) and shape.make is not str:
            return _of_type(shape.make)
    return None


def _names(shape: TaggedUnion) -> tuple[str, ...]:
    return tuple(dict.fromkeys(branch.cls.__name__ for branch in shape.branches.values()))


def _of_type(cls: Json) -> Message:
    return Message("json_foreign", {"text": cls.__name__})


def _whole(walk: Problems, shape: Integer, value: Json, address: str) -> Json:
    return value if type(value) is int else _wrong(walk, shape, value, address)


def _text(walk: Problems, shape: String, value: Json, address: str) -> Json:
    if type(value) is not shape.make:
        return _wrong(walk, shape, value, address)
    return _amount(walk, shape, value, address) if type(value) is Decimal else value


def _amount(walk: Problems, shape: String, value: Decimal, address: str) -> str | None:
    limit = shape.max_length or 0
    # The plain notation of 1E+999999999 would fill the memory before it could be measured.
    if not value.is_finite() or abs(value.adjusted()) > limit:
        walk.wrong("JSON-RANGE", address, expected(shape), str(value))
        return None
    return format(value, "f")


def _choice(walk: Problems, shape: Choice, value: Json, address: str) -> Json:
    if type(value) is not shape.make:
        return _wrong(walk, shape, value, address)
    return str(value)


def _items(walk: Problems, shape: Array, value: Json, address: str) -> Json:
    if type(value) is not tuple:
        return _wrong(walk, shape, value, address)
    return [unstructure(walk, shape.of, v, f"{address}/{i}") for i, v in enumerate(value)]


def _keyed(walk: Problems, shape: Map, value: Json, address: str) -> Json:
    return dict(value)  # JSON by nature; the reader checks it to the last leaf


def _notes(walk: Problems, shape: Notes, value: Json, address: str) -> Json:
    made = {
        key: unstructure(walk, shape.of, note, address + pointer(token(str(key))))
        for key, note in value.items()
    }
    order = [
        cell
        for section, by_edition in shape.tables.items()
        for table in by_edition.branches.values()
        for cell in cell_pointers(section, table.cls)
    ]
    ordered = {cell: made.pop(cell) for cell in order if cell in made}
    return ordered | made


def _fields(walk: Problems, shape: Object, value: Json, address: str) -> Json:
    if type(value) is not shape.cls:
        return _wrong(walk, shape, value, address)
    made: JsonObject = {"edition": shape.edition} if shape.edition else {}
    for name, inner in shape.fields.items():
        made[name] = unstructure(walk, inner.shape, getattr(value, name), address + pointer(name))
    return made


def _by_edition(walk: Problems, shape: TaggedUnion, value: Json, address: str) -> Json:
    for branch in shape.branches.values():
        if branch.cls is type(value):
            return unstructure(walk, branch, value, address)
    return _wrong(walk, shape, value, address)


_WRITERS: Mapping[type[Shape], Callable[[Problems, Any, Any, str], Json]] = {
    Integer: _whole,
    String: _text,
    Choice: _choice,
    Array: _items,
    Map: _keyed,
    Notes: _notes,
    Object: _fields,
    TaggedUnion: _by_edition,
}
