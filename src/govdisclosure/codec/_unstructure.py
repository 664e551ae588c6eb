"""The classes → plain data, by shape: the mirror image of ``_structure``.

A report built by hand may hold anything; what is not of its declared type is reported
here, what is of the type but cannot be said in JSON is left for the reader to find.
"""

from decimal import Decimal
from typing import Any

from govdisclosure.codec import _shapes as shapes
from govdisclosure.codec._problems import Problems, describe, token
from govdisclosure.codec._structure import expected, plain
from govdisclosure.form import Json, JsonObject, pointer
from govdisclosure.i18n import Message


def unstructure(problems: Problems, shape: shapes.Shape, value: Any, address: str) -> Json:
    """Plain data for what stands at a pointer; what is of a wrong type is added to the problems."""
    if value is None and shape.nullable:
        return None
    if not isinstance(shape, shapes.Choice):  # those are of a class of ours
        value = plain(value)
    cls = _class_of(shape)
    if cls is not None and type(value) is not cls:
        return _wrong(problems, shape, value, address)
    return _plain(problems, shape, value, address)


def _plain(problems: Problems, shape: shapes.Shape, value: Any, address: str) -> Json:
    match shape:
        case shapes.Choice():
            return str(value)
        case shapes.String(make=make) if make is Decimal:
            return _amount(problems, shape, value, address)
        case shapes.Array(of=of):
            return [unstructure(problems, of, v, f"{address}/{i}") for i, v in enumerate(value)]
        case shapes.Map():
            return dict(value)  # JSON by nature; the reader checks it to the last leaf
        case shapes.Notes():
            return _notes(problems, shape, value, address)
        case shapes.Object():
            return _object(problems, shape, value, address)
        case shapes.TaggedUnion():
            return _tagged_union(problems, shape, value, address)
        case _:
            return value


def _class_of(shape: shapes.Shape) -> Any:
    """The class of the objects that a shape is written from, where it is a single one."""
    match shape:
        case shapes.Integer():
            return int
        case shapes.Array():
            return tuple
        case shapes.Object():
            return shape.cls
        case shapes.String() | shapes.Choice():
            return shape.make
    return None


def _wrong(problems: Problems, shape: shapes.Shape, value: Any, address: str) -> None:
    """A report holds objects of Python, and these are named, not what would stand in JSON."""
    want = _expected_class(shape)
    want = Message("json_want_or_null", {"what": want}) if shape.nullable and want else want
    got = _of_type(type(value)) if isinstance(value, dict | list) else describe(value)
    problems.add("JSON-TYPE", address, "json_wrong", expected=want or expected(shape), found=got)


def _expected_class(shape: shapes.Shape) -> Message | None:
    """The class of the objects that a shape is written from, where JSON says it otherwise."""
    if isinstance(shape, shapes.TaggedUnion):
        names = dict.fromkeys(branch.cls.__name__ for branch in shape.branches.values())
        return Message("json_want_one_of", {"values": tuple(names)})
    cls = _class_of(shape)
    return None if cls in (int, str) else _of_type(cls)


def _of_type(cls: type) -> Message:
    return Message("json_foreign", {"text": cls.__name__})


def _amount(problems: Problems, shape: shapes.String, value: Decimal, address: str) -> str | None:
    limit = shape.max_length or 0
    # The plain notation of 1E+999999999 would fill the memory before it could be measured.
    if not value.is_finite() or abs(value.adjusted()) > limit:
        problems.wrong("JSON-RANGE", address, expected(shape), str(value))
        return None
    return format(value, "f")


def _notes(problems: Problems, shape: shapes.Notes, value: Any, address: str) -> JsonObject:
    notes = {
        key: unstructure(problems, shape.of, note, address + pointer(token(str(key))))
        for key, note in value.items()
    }
    order = (
        cell
        for section, by_edition in shape.tables.items()
        for table in by_edition.branches.values()
        for cell in shapes.cell_pointers(section, table.cls)
    )
    return {cell: notes[cell] for cell in order if cell in notes} | notes


def _object(problems: Problems, shape: shapes.Object, value: Any, address: str) -> JsonObject:
    fields = {
        name: unstructure(problems, inner.shape, getattr(value, name), address + pointer(name))
        for name, inner in shape.fields.items()
    }
    return {"edition": shape.edition, **fields} if shape.edition else fields


def _tagged_union(problems: Problems, shape: shapes.TaggedUnion, value: Any, address: str) -> Json:
    for branch in shape.branches.values():
        if branch.cls is type(value):
            return _object(problems, branch, value, address)
    return _wrong(problems, shape, value, address)
