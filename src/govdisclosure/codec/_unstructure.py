"""The classes → plain data, by shape: the mirror image of :mod:`govdisclosure.json_read`.

A report built by hand may hold anything; what is not of its declared type is reported
here, what is of the type but cannot be said in JSON is left for the reader to find.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from govdisclosure.json_problems import found, token
from govdisclosure.json_read import Walk, expected
from govdisclosure.json_shape import (
    ByEdition,
    Choice,
    Fields,
    Items,
    Keyed,
    Notes,
    Shape,
    Text,
    Whole,
    cell_pointers,
)
from govdisclosure.messages import Message
from govdisclosure.pointer import pointer


def write(walk: Walk, shape: Shape, value: Any, address: str) -> Any:
    """Plain data for what stands at a pointer; what is of a wrong type goes to the walk."""
    if value is None and shape.or_null:
        return None
    return _WRITERS[type(shape)](walk, shape, value, address)


def _wrong(walk: Walk, shape: Shape, value: Any, address: str) -> None:
    """A report holds objects of Python, and these are named, not what would stand in JSON."""
    want = _wanted(shape)
    want = Message("json_want_or_null", {"what": want}) if shape.or_null and want else want
    got = _of_type(type(value)) if isinstance(value, dict | list) else found(value)
    walk.say("JSON-TYPE", address, "json_wrong", expected=want or expected(shape), found=got)


def _wanted(shape: Shape) -> Message | None:
    """The class of the objects that a shape is written from, where JSON says it otherwise."""
    match shape:
        case Items():
            return _of_type(tuple)
        case ByEdition():
            return Message("json_want_one_of", {"values": _names(shape)})
        case Fields() | Text() | Choice() if shape.make is not str:
            return _of_type(shape.make)
    return None


def _names(shape: ByEdition) -> tuple[str, ...]:
    return tuple(dict.fromkeys(branch.make.__name__ for branch in shape.branches.values()))


def _of_type(cls: Any) -> Message:
    return Message("json_foreign", {"text": cls.__name__})


def _whole(walk: Walk, shape: Whole, value: Any, address: str) -> Any:
    return value if type(value) is int else _wrong(walk, shape, value, address)


def _text(walk: Walk, shape: Text, value: Any, address: str) -> Any:
    if type(value) is not shape.make:
        return _wrong(walk, shape, value, address)
    return _amount(walk, shape, value, address) if type(value) is Decimal else value


def _amount(walk: Walk, shape: Text, value: Decimal, address: str) -> str | None:
    longest = shape.longest or 0
    # The plain notation of 1E+999999999 would fill the memory before it could be measured.
    if not value.is_finite() or abs(value.adjusted()) > longest:
        walk.wrong("JSON-RANGE", address, expected(shape), str(value))
        return None
    return format(value, "f")


def _choice(walk: Walk, shape: Choice, value: Any, address: str) -> Any:
    if type(value) is not shape.make:
        return _wrong(walk, shape, value, address)
    return str(value)


def _items(walk: Walk, shape: Items, value: Any, address: str) -> Any:
    if type(value) is not tuple:
        return _wrong(walk, shape, value, address)
    return [write(walk, shape.of, v, f"{address}/{i}") for i, v in enumerate(value)]


def _keyed(walk: Walk, shape: Keyed, value: Any, address: str) -> Any:
    return dict(value)  # JSON by nature; the reader checks it to the last leaf


def _notes(walk: Walk, shape: Notes, value: Any, address: str) -> Any:
    made = {
        key: write(walk, shape.of, note, address + pointer(token(str(key))))
        for key, note in value.items()
    }
    order = [
        cell
        for section, by_edition in shape.tables.items()
        for table in by_edition.branches.values()
        for cell in cell_pointers(section, table.make)
    ]
    ordered = {cell: made.pop(cell) for cell in order if cell in made}
    return ordered | made


def _fields(walk: Walk, shape: Fields, value: Any, address: str) -> Any:
    if type(value) is not shape.make:
        return _wrong(walk, shape, value, address)
    made: dict[str, Any] = {"edition": shape.edition} if shape.edition else {}
    for name, inner in shape.fields.items():
        made[name] = write(walk, inner.shape, getattr(value, name), address + pointer(name))
    return made


def _by_edition(walk: Walk, shape: ByEdition, value: Any, address: str) -> Any:
    for branch in shape.branches.values():
        if branch.make is type(value):
            return write(walk, branch, value, address)
    return _wrong(walk, shape, value, address)


_WRITERS: Mapping[type[Shape], Callable[[Walk, Any, Any, str], Any]] = {
    Whole: _whole,
    Text: _text,
    Choice: _choice,
    Items: _items,
    Keyed: _keyed,
    Notes: _notes,
    Fields: _fields,
    ByEdition: _by_edition,
}
