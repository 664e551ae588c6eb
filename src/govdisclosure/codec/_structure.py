"""Plain data → the classes, by shape: strict, nothing coerced, every problem with its pointer.

This is the path that explains. It walks the document once, in the document's own order.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from govdisclosure.codec._problems import Problems, echo, found, token
from govdisclosure.codec._shapes import (
    ANY_TEXT,
    Anything,
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
from govdisclosure.codec._strict_json import MAX_DEPTH, Repeated, Unusable, has_surrogate
from govdisclosure.form import SAFE, Form, Json, pointer
from govdisclosure.i18n import Message
from govdisclosure.model import Report, form_with

EDITORS_HINT = "$schema"
"""A key that editors put at the root to find the schema; accepted, and no part of the report."""


def expected(shape: Shape) -> Message:
    """What a shape asks for, for a message.

    >>> from govdisclosure.i18n import ENGLISH
    >>> expected(Integer(0, 9, nullable=True)).render(ENGLISH)
    'a whole number from 0 to 9 or null'
    """
    want = _expected(shape)
    return Message("json_want_or_null", {"what": want}) if shape.nullable else want


def _expected(shape: Shape) -> Message:
    match shape:
        case Integer():
            return Message("json_want_whole", {"least": shape.minimum, "most": shape.maximum})
        case String():
            return Message(shape.words)
        case Choice():
            return Message("json_want_one_of", {"values": tuple(map(echo, shape.values))})
        case Array():
            return Message("json_want_array")
        case _:
            return Message("json_want_object")


def structure(walk: Problems, shape: Shape, value: Json, address: str) -> Json:
    """What the value at a pointer stands for; what is wrong with it goes to the walk.

    Where something is wrong the return value means nothing.
    """
    if value is None and shape.nullable:
        return None
    return _READERS[type(shape)](walk, shape, value, address)


def _whole(walk: Problems, shape: Integer, value: Json, address: str) -> Json:
    if type(value) is float and value.is_integer():
        value = int(value)
    if type(value) is not int:
        rule_id = "JSON-RANGE" if isinstance(value, Unusable) else "JSON-TYPE"
        return walk.wrong(rule_id, address, expected(shape), value)
    if not shape.minimum <= value <= shape.maximum:
        return walk.wrong("JSON-RANGE", address, expected(shape), value)
    return value


def _text(walk: Problems, shape: String, value: Json, address: str) -> Json:
    if type(value) is not str:
        return walk.wrong("JSON-TYPE", address, expected(shape), value)
    if has_surrogate(value):
        return walk.add("JSON-SURROGATE", address, "json_surrogate", found=found(value))
    if not shape.accepts(value):
        return walk.wrong("JSON-PATTERN", address, expected(shape), value)
    return shape.make(value)


def _choice(walk: Problems, shape: Choice, value: Json, address: str) -> Json:
    if type(value) is not str:
        return walk.wrong("JSON-TYPE", address, expected(shape), value)
    if value not in shape.values:
        return walk.wrong(shape.rule, address, expected(shape), value)
    return shape.make(value)


def _items(walk: Problems, shape: Array, value: Json, address: str) -> Json:
    if not isinstance(value, list):
        return walk.wrong("JSON-TYPE", address, expected(shape), value)
    return tuple(structure(walk, shape.of, v, f"{address}/{i}") for i, v in enumerate(value))


def _anything(walk: Problems, shape: Anything, value: Json, address: str) -> Json:
    if address.count("/") >= MAX_DEPTH and isinstance(value, list | dict):
        return walk.add("JSON-DEPTH", address, "json_too_deep", most=MAX_DEPTH)
    if isinstance(value, list):
        return [structure(walk, shape, v, f"{address}/{i}") for i, v in enumerate(value)]
    if isinstance(value, dict):
        return {k: structure(walk, shape, v, there) for k, v, there in _pairs(walk, value, address)}
    if type(value) is str and has_surrogate(value):
        return walk.add("JSON-SURROGATE", address, "json_surrogate", found=found(value))
    if isinstance(value, int | float) and not -SAFE <= value <= SAFE:
        return walk.wrong("JSON-RANGE", address, _NUMBER, value)
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, Unusable):
        return walk.wrong("JSON-RANGE", address, _NUMBER, value)
    return walk.wrong("JSON-TYPE", address, Message("json_want_any"), value)


_NUMBER = Message("json_want_number", {"least": -SAFE, "most": SAFE})


def _pairs(
    walk: Problems, value: Mapping[Any, Json], address: str
) -> Iterator[tuple[str, Any, str]]:
    """Keys and values with their pointers; a key that cannot be one is reported and skipped."""
    repeated = value.repeated if isinstance(value, Repeated) else frozenset[str]()
    for key, inner in value.items():
        if not isinstance(key, str):
            walk.wrong("JSON-TYPE", address, Message("json_want_key"), key)
            continue
        key = str.__str__(key)  # dicts find a key that is of a derived class all the same
        there = address + pointer(token(key))
        if has_surrogate(key):
            walk.add("JSON-SURROGATE", there, "json_surrogate", found=found(key))
            continue
        if key in repeated:
            walk.add("JSON-DUPLICATE-KEY", there, "json_duplicate_key", found=echo(key))
        yield key, inner, there


def _keyed(walk: Problems, shape: Map, value: Json, address: str) -> Json:
    if not isinstance(value, dict):
        return walk.wrong("JSON-TYPE", address, expected(shape), value)
    made = {}
    for key, inner, there in _pairs(walk, value, address):
        if not shape.key.accepts(key):
            walk.wrong("JSON-PATTERN", there, expected(shape.key), key)
        made[key] = structure(walk, shape.of, inner, there)
    return made


def _notes(walk: Problems, shape: Notes, value: Json, address: str) -> Json:
    if not isinstance(value, dict):
        return walk.wrong("JSON-TYPE", address, expected(shape), value)
    cells = _cells(shape, walk.root)
    made = {}
    for key, inner, there in _pairs(walk, value, address):
        if key in cells:
            made[key] = structure(walk, shape.of, inner, there)
        else:
            _unknown(walk, there, key, inner, Message("json_want_cells"))
    return {key: made[key] for key in cells if key in made}


def _cells(shape: Notes, root: Mapping[str, Json]) -> dict[str, None]:
    """The cells of this report in form order; of every edition where it names none."""
    return {
        cell: None
        for section, by_edition in shape.tables.items()
        for table in _branches(by_edition, root.get(section))
        for cell in cell_pointers(section, table.cls)
    }


def _branches(shape: TaggedUnion, table: Json) -> tuple[Object, ...]:
    named = table.get("edition", "") if isinstance(table, dict) else ""
    if type(named) is str and named in shape.branches:
        return (shape.branches[named],)
    return tuple(shape.branches.values())


def form_meant(shape: Object, data: Json) -> Form:
    """The form that the data is meant for; of the newest edition where none is named."""
    inside = data if isinstance(data, dict) else {}
    second, third = (
        _branches(inner.shape, inside.get(name))[-1].cls
        for name, inner in shape.fields.items()
        if isinstance(inner.shape, TaggedUnion)
    )
    return form_with((second, third))


def _unknown(walk: Problems, address: str, key: str, value: Json, want: Json) -> None:
    if walk.preserve:
        walk.kept[walk.keep(address, key)] = structure(walk, Anything(), value, address)
    else:
        walk.add("JSON-UNKNOWN-KEY", address, "json_unknown_key", found=echo(key), expected=want)
        structure(walk, Anything(), value, address)


def _fields(walk: Problems, shape: Object, value: Json, address: str) -> Json:
    if not isinstance(value, dict):
        return walk.wrong("JSON-TYPE", address, expected(shape), value)
    before = walk.problems
    made = {}
    for key, inner, there in _pairs(walk, value, address):
        if key in shape.fields:
            made[key] = structure(walk, shape.fields[key].shape, inner, there)
        elif key == "edition" and shape.edition:
            structure(walk, Choice((shape.edition,), "JSON-EDITION"), inner, there)
        elif key == EDITORS_HINT and issubclass(shape.cls, Report):
            structure(walk, ANY_TEXT, inner, there)
        else:
            _unknown(walk, there, key, inner, shape.keys)
    for key in shape.keys:
        if key not in value:
            _missing(walk, address, key, shape)
    return None if walk.problems > before else shape.make(**made)


def _missing(walk: Problems, address: str, key: str, shape: Object) -> None:
    inner = shape.fields[key].shape if key in shape.fields else Choice((shape.edition,))
    there = address + pointer(key)
    walk.add("JSON-MISSING", there, "json_missing", found=echo(key), expected=expected(inner))


def _by_edition(walk: Problems, shape: TaggedUnion, value: Json, address: str) -> Json:
    if not isinstance(value, dict):
        return walk.wrong("JSON-TYPE", address, expected(shape), value)
    branches = _branches(shape, value)
    if len(branches) == 1:
        return structure(walk, branches[0], value, address)
    there = address + "/edition"
    known = Choice(tuple(shape.branches), "JSON-EDITION")
    if "edition" in value:
        structure(walk, known, value["edition"], there)
    made = structure(walk, Anything(), value, address)
    if "edition" not in value:
        want = expected(known)
        walk.add("JSON-MISSING", there, "json_missing", found='"edition"', expected=want)
    return made


_READERS: Mapping[type[Shape], Callable[[Problems, Any, Any, str], Json]] = {
    Integer: _whole,
    String: _text,
    Choice: _choice,
    Array: _items,
    Anything: _anything,
    Map: _keyed,
    Notes: _notes,
    Object: _fields,
    TaggedUnion: _by_edition,
}
