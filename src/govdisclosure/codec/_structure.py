"""Plain data → the classes, by shape: strict, nothing coerced, every problem with its pointer.

This is the explaining path. It goes through the document once, in the document's own order.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import frozen

from govdisclosure.codec import _shapes as shapes
from govdisclosure.codec._problems import Problems, describe, echo, token
from govdisclosure.codec._strict_json import MAX_DEPTH, Repeated, Unusable, has_surrogate
from govdisclosure.form import SAFE, Form, Json, pointer, whole
from govdisclosure.i18n import Message
from govdisclosure.model import Report, form_with

EDITORS_HINT = "$schema"
"""A key that editors put at the root to find the schema; accepted, and no part of the report."""


def expected(shape: shapes.Shape) -> Message:
    """What a shape asks for, for a message.

    >>> from govdisclosure.i18n import ENGLISH
    >>> expected(shapes.Integer(0, 9, nullable=True)).render(ENGLISH)
    'a whole number from 0 to 9 or null'
    """
    want = _expected(shape)
    return Message("json_want_or_null", {"what": want}) if shape.nullable else want


def _expected(shape: shapes.Shape) -> Message:
    match shape:
        case shapes.Integer():
            return Message("json_want_whole", {"least": shape.minimum, "most": shape.maximum})
        case shapes.String():
            return Message(shape.words)
        case shapes.Choice():
            return Message("json_want_one_of", {"values": tuple(map(echo, shape.values))})
        case shapes.Array():
            return Message("json_want_array")
        case _:
            return Message("json_want_object")


def structure(problems: Problems, shape: shapes.Shape, value: Json, address: str) -> Any:
    """What the value at a pointer stands for; what is wrong with it is added to the problems.

    Where something is wrong the return value means nothing.
    """
    if isinstance(value, Foreign):
        return _foreign(problems, shape, value, address)
    value = plain(value)
    if value is None and shape.nullable:
        return None
    json_type, read = _READERS[type(shape)]
    if not isinstance(value, json_type):
        return problems.wrong("JSON-TYPE", address, expected(shape), value)
    return read(problems, shape, value, address)


@frozen(eq=False, repr=False)
class Foreign:
    """What stands in a report built by hand where an object of another class should be."""

    value: Any
    want: Message | None


def _foreign(problems: Problems, shape: shapes.Shape, foreign: Foreign, address: str) -> None:
    """A report holds objects of Python, and these are named, not what would stand in JSON."""
    value, want = foreign.value, foreign.want
    want = Message("json_want_or_null", {"what": want}) if shape.nullable and want else want
    is_object = isinstance(value, dict | list)
    got = Message("json_foreign", {"text": type(value).__name__}) if is_object else describe(value)
    problems.add("JSON-TYPE", address, "json_wrong", expected=want or expected(shape), found=got)


def plain(value: Any) -> Any:
    """The value itself of a number or a string that is of another class: one's own, NumPy's.

    >>> from http import HTTPStatus
    >>> plain(HTTPStatus.OK), plain("a"), plain(None)
    (200, 'a', None)
    """
    if isinstance(value, str):
        return str.__str__(value)
    return float.__float__(value) if isinstance(value, float) else whole(value)


def _integer(problems: Problems, shape: shapes.Integer, value: Json, address: str) -> Any:
    if type(value) is float and value.is_integer():
        value = int(value)
    if type(value) is not int:
        rule_id = "JSON-RANGE" if isinstance(value, Unusable) else "JSON-TYPE"
        return problems.wrong(rule_id, address, expected(shape), value)
    if not shape.minimum <= value <= shape.maximum:
        return problems.wrong("JSON-RANGE", address, expected(shape), value)
    return value


def _string(problems: Problems, shape: shapes.String, value: Json, address: str) -> Any:
    if has_surrogate(value):
        return problems.add("JSON-SURROGATE", address, "json_surrogate", found=describe(value))
    if not shape.accepts(value):
        return problems.wrong("JSON-PATTERN", address, expected(shape), value)
    return shape.make(value)


def _choice(problems: Problems, shape: shapes.Choice, value: Json, address: str) -> Any:
    if value not in shape.values:
        return problems.wrong(shape.rule, address, expected(shape), value)
    return shape.make(value)


def _array(problems: Problems, shape: shapes.Array, value: Json, address: str) -> Any:
    return tuple(structure(problems, shape.of, v, f"{address}/{i}") for i, v in enumerate(value))


def _anything(problems: Problems, shape: shapes.Anything, value: Json, address: str) -> Any:
    if address.count("/") >= MAX_DEPTH and isinstance(value, list | Mapping):
        return problems.add("JSON-DEPTH", address, "json_too_deep", most=MAX_DEPTH)
    if isinstance(value, list):
        return [structure(problems, shape, v, f"{address}/{i}") for i, v in enumerate(value)]
    if isinstance(value, Mapping):
        return {
            k: structure(problems, shape, v, there)
            for k, v, there in _pairs(problems, value, address)
        }
    if isinstance(value, str) and has_surrogate(value):
        return problems.add("JSON-SURROGATE", address, "json_surrogate", found=describe(value))
    out_of_range = isinstance(value, int | float) and not -SAFE <= value <= SAFE
    if out_of_range or isinstance(value, Unusable):
        return problems.wrong("JSON-RANGE", address, _NUMBER, value)
    if value is None or type(value) in (bool, int, float, str):
        return value
    return problems.wrong("JSON-TYPE", address, Message("json_want_any"), value)


_NUMBER = Message("json_want_number", {"least": -SAFE, "most": SAFE})


def _pairs(
    problems: Problems, value: Mapping[Any, Json], address: str
) -> Iterator[tuple[str, Any, str]]:
    """Keys and values with their pointers; a key that cannot be one is reported and skipped."""
    repeated = value.repeated if isinstance(value, Repeated) else frozenset[str]()
    for key, inner in value.items():
        if not isinstance(key, str):
            problems.wrong("JSON-TYPE", address, Message("json_want_key"), key)
            continue
        key = str.__str__(key)  # dicts find a key that is of a derived class all the same
        there = address + pointer(token(key))
        if has_surrogate(key):
            problems.add("JSON-SURROGATE", there, "json_surrogate", found=describe(key))
            continue
        if key in repeated:
            problems.add("JSON-DUPLICATE-KEY", there, "json_duplicate_key", found=echo(key))
        yield key, inner, there


def _map(problems: Problems, shape: shapes.Map, value: Json, address: str) -> Any:
    members = {}
    for key, inner, there in _pairs(problems, value, address):
        if not shape.key.accepts(key):
            problems.wrong("JSON-PATTERN", there, expected(shape.key), key)
        members[key] = structure(problems, shape.of, inner, there)
    return members


def _notes(problems: Problems, shape: shapes.Notes, value: Json, address: str) -> Any:
    cells = _cells(shape, problems.root)
    notes = {}
    for key, inner, there in _pairs(problems, value, address):
        if key in cells:
            notes[key] = structure(problems, shape.of, inner, there)
        else:
            _unknown(problems, there, key, inner, Message("json_want_cells"))
    return {key: notes[key] for key in cells if key in notes}


def _cells(shape: shapes.Notes, root: Mapping[str, Json]) -> dict[str, None]:
    """The cells of this report in form order; of every edition where it names none."""
    return {
        cell: None
        for section, by_edition in shape.tables.items()
        for table in _branches(by_edition, root.get(section))
        for cell in shapes.cell_pointers(section, table.cls)
    }


def _branches(shape: shapes.TaggedUnion, table: Json) -> tuple[shapes.Object, ...]:
    edition = table.get("edition", "") if isinstance(table, Mapping) else ""
    if isinstance(edition, str) and edition in shape.branches:
        return (shape.branches[edition],)
    return tuple(shape.branches.values())


def intended_form(shape: shapes.Object, data: Json) -> Form:
    """The form that the data is meant for; of the newest edition where none is named."""
    inside = data if isinstance(data, Mapping) else {}
    second, third = (
        _branches(inner.shape, inside.get(name))[-1].cls
        for name, inner in shape.fields.items()
        if isinstance(inner.shape, shapes.TaggedUnion)
    )
    return form_with((second, third))


def _unknown(
    problems: Problems, address: str, key: str, value: Json, want: Message | tuple[str, ...]
) -> None:
    if problems.preserve:
        problems.surplus[problems.keep(address, key)] = structure(
            problems, shapes.Anything(), value, address
        )
    else:
        problems.add(
            "JSON-UNKNOWN-KEY", address, "json_unknown_key", found=echo(key), expected=want
        )
        structure(problems, shapes.Anything(), value, address)


def _object(problems: Problems, shape: shapes.Object, value: Json, address: str) -> Any:
    before = problems.count
    fields = {}
    for key, inner, there in _pairs(problems, value, address):
        if key in shape.fields:
            fields[key] = structure(problems, shape.fields[key].shape, inner, there)
        elif key == "edition" and shape.edition:
            structure(problems, _editions(shape.edition), inner, there)
        elif key == EDITORS_HINT and issubclass(shape.cls, Report):
            structure(problems, shapes.ANY_TEXT, inner, there)
        else:
            _unknown(problems, there, key, inner, shape.keys)
    for key in shape.keys:
        if key not in value:
            inner = shape.fields[key].shape if key in shape.fields else _editions(shape.edition)
            _missing(problems, address + pointer(key), key, inner)
    return None if problems.count > before else shape.make(**fields)


def _editions(*names: str) -> shapes.Choice:
    return shapes.Choice(names, "JSON-EDITION")


def _missing(problems: Problems, address: str, key: str, shape: shapes.Shape) -> None:
    want = expected(shape)
    problems.add("JSON-MISSING", address, "json_missing", found=echo(key), expected=want)


def _tagged_union(problems: Problems, shape: shapes.TaggedUnion, value: Json, address: str) -> Any:
    branches = _branches(shape, value)
    if len(branches) == 1:
        return structure(problems, branches[0], value, address)
    there = address + "/edition"
    editions = _editions(*shape.branches)
    if "edition" in value:
        structure(problems, editions, value["edition"], there)
    structure(problems, shapes.Anything(), value, address)
    if "edition" not in value:
        _missing(problems, there, "edition", editions)
    return None


_READERS: Mapping[type[shapes.Shape], tuple[type, Callable[[Problems, Any, Any, str], Any]]] = {
    shapes.Integer: (object, _integer),
    shapes.String: (str, _string),
    shapes.Choice: (str, _choice),
    shapes.Array: (list, _array),
    shapes.Anything: (object, _anything),
    shapes.Map: (Mapping, _map),
    shapes.Notes: (Mapping, _notes),
    shapes.Object: (Mapping, _object),
    shapes.TaggedUnion: (Mapping, _tagged_union),
}
"""For each shape the type of data that it may be, and what reads it."""
