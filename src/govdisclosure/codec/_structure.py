"""Plain data → the classes, by shape: strict, nothing coerced, every problem with its pointer.

This is the path that explains. It walks the document once, in the document's own order.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import define, field

from govdisclosure.codec._problems import MOST, Locate, echo, finding, found, token
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
from govdisclosure.findings import Finding, Severity
from govdisclosure.form import SAFE, Form, pointer
from govdisclosure.i18n import Message
from govdisclosure.model import Report, form_with

EDITORS_HINT = "$schema"
"""A key that editors put at the root to find the schema; accepted, and no part of the report."""

_CONSTANTS = frozenset({"NaN", "Infinity", "-Infinity"})


@define
class Problems:
    """One walk over a document: what was found wrong, and what was kept in preserve mode.

    ``root`` is the data of the whole report, where there is one: which notes fit depends
    on the editions of its tables. ``problems`` counts the findings that make it invalid,
    of which the first ``most`` are noted; of what was kept as many are told.
    """

    locate: Locate
    root: Any = None
    preserve: bool = False
    most: int = MOST
    findings: list[Finding] = field(factory=list)
    problems: int = 0
    kept: dict[str, Any] = field(factory=dict)

    def add(self, rule_id: str, address: str, key: str, **params: Any) -> None:
        """Note a problem at a pointer."""
        self.problems += 1
        if self.problems <= self.most:
            message = Message(key, params)
            self.findings.append(finding(self.locate, rule_id, address, message))

    def wrong(self, rule_id: str, address: str, want: Message, value: Any) -> None:
        """Note that something else was expected."""
        if isinstance(value, Unusable) and value.text in _CONSTANTS:
            self.add("JSON-SYNTAX", address, "json_constant", expected=want, found=found(value))
        else:
            self.add(rule_id, address, "json_wrong", expected=want, found=found(value))

    @property
    def unlisted(self) -> Message | None:
        """How many problems there are that were not noted."""
        more = self.problems - self.most
        return Message("json_more", {"unlisted": more}) if more > 0 else None

    def keep(self, address: str, key: str, value: Any) -> None:
        """Put what has no place in the report where nothing gets lost."""
        message = Message("json_kept", {"found": echo(key), "kept": "/extensions"})
        if len(self.kept) < self.most:
            self.findings.append(
                finding(self.locate, "JSON-UNKNOWN-KEY", address, message, Severity.INFO)
            )
        # The address may break off within the key; here the key is needed as it is.
        holder = address.rpartition("/")[0]
        self.kept[holder + pointer(key)] = structure(self, Anything(), value, address)


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


def structure(walk: Problems, shape: Shape, value: Any, address: str) -> Any:
    """What the value at a pointer stands for; what is wrong with it goes to the walk.

    Where something is wrong the return value means nothing.
    """
    if value is None and shape.nullable:
        return None
    return _READERS[type(shape)](walk, shape, value, address)


def _whole(walk: Problems, shape: Integer, value: Any, address: str) -> Any:
    if type(value) is float and value.is_integer():
        value = int(value)
    if type(value) is not int:
        rule_id = "JSON-RANGE" if isinstance(value, Unusable) else "JSON-TYPE"
        return walk.wrong(rule_id, address, expected(shape), value)
    if not shape.minimum <= value <= shape.maximum:
        return walk.wrong("JSON-RANGE", address, expected(shape), value)
    return value


def _text(walk: Problems, shape: String, value: Any, address: str) -> Any:
    if type(value) is not str:
        return walk.wrong("JSON-TYPE", address, expected(shape), value)
    if has_surrogate(value):
        return walk.add("JSON-SURROGATE", address, "json_surrogate", found=found(value))
    if not shape.accepts(value):
        return walk.wrong("JSON-PATTERN", address, expected(shape), value)
    return shape.make(value)


def _choice(walk: Problems, shape: Choice, value: Any, address: str) -> Any:
    if type(value) is not str:
        return walk.wrong("JSON-TYPE", address, expected(shape), value)
    if value not in shape.values:
        return walk.wrong(shape.rule, address, expected(shape), value)
    return shape.make(value)


def _items(walk: Problems, shape: Array, value: Any, address: str) -> Any:
    if not isinstance(value, list):
        return walk.wrong("JSON-TYPE", address, expected(shape), value)
    return tuple(structure(walk, shape.of, v, f"{address}/{i}") for i, v in enumerate(value))


def _anything(walk: Problems, shape: Anything, value: Any, address: str) -> Any:
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
    walk: Problems, value: Mapping[Any, Any], address: str
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


def _keyed(walk: Problems, shape: Map, value: Any, address: str) -> Any:
    if not isinstance(value, dict):
        return walk.wrong("JSON-TYPE", address, expected(shape), value)
    made = {}
    for key, inner, there in _pairs(walk, value, address):
        if not shape.key.accepts(key):
            walk.wrong("JSON-PATTERN", there, expected(shape.key), key)
        made[key] = structure(walk, shape.of, inner, there)
    return made


def _notes(walk: Problems, shape: Notes, value: Any, address: str) -> Any:
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


def _cells(shape: Notes, root: Mapping[str, Any]) -> dict[str, None]:
    """The cells of this report in form order; of every edition where it names none."""
    return {
        cell: None
        for section, by_edition in shape.tables.items()
        for table in _branches(by_edition, root.get(section))
        for cell in cell_pointers(section, table.cls)
    }


def _branches(shape: TaggedUnion, table: Any) -> tuple[Object, ...]:
    named = table.get("edition", "") if isinstance(table, dict) else ""
    if type(named) is str and named in shape.branches:
        return (shape.branches[named],)
    return tuple(shape.branches.values())


def form_meant(shape: Object, data: Any) -> Form:
    """The form that the data is meant for; of the newest edition where none is named."""
    inside = data if isinstance(data, dict) else {}
    second, third = (
        _branches(inner.shape, inside.get(name))[-1].cls
        for name, inner in shape.fields.items()
        if isinstance(inner.shape, TaggedUnion)
    )
    return form_with((second, third))


def _unknown(walk: Problems, address: str, key: str, value: Any, want: Any) -> None:
    if walk.preserve:
        walk.keep(address, key, value)
    else:
        walk.add("JSON-UNKNOWN-KEY", address, "json_unknown_key", found=echo(key), expected=want)
        structure(walk, Anything(), value, address)


def _fields(walk: Problems, shape: Object, value: Any, address: str) -> Any:
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


def _by_edition(walk: Problems, shape: TaggedUnion, value: Any, address: str) -> Any:
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


_READERS: Mapping[type[Shape], Callable[[Problems, Any, Any, str], Any]] = {
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
