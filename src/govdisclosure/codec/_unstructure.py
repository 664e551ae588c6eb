"""A report as the explaining path sees it: the data that it would be, wrong values marked.

A report built by hand may hold anything. What is of the class that its shape is made of becomes
data, which ``_structure`` then reads as it reads all data; the rest stays what it is, marked.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from govdisclosure.codec import _shapes as shapes
from govdisclosure.codec._structure import Foreign, plain
from govdisclosure.form import AMOUNT_LENGTH, Json
from govdisclosure.i18n import Message


def unstructure(shape: shapes.Shape, value: Any) -> Json:
    """The data of a value, or the value itself, marked."""
    match shape:
        case shapes.Shape(nullable=True) if value is None:
            return None
        case shapes.Map():
            return dict(value)  # JSON by nature
        case shapes.Notes(of=of):
            return {key: unstructure(of, note) for key, note in value.items()}
        case shapes.TaggedUnion(branches=branches):
            tables = {table.cls: table for table in branches.values()}
            return _of_class(tables, value, shape)
        case shapes.Object(cls=cls):
            return _of_class({cls: shape}, value, shape)
        case shapes.Array(of=of) if type(value) is tuple:
            return [unstructure(of, one) for one in value]
        case shapes.Choice(make=make) if type(value) is make:
            return str(value)
        case shapes.String(make=make) if make is Decimal and type(value) is Decimal:
            # The plain notation of 1E+999999999 would fill the memory.
            is_short = value.is_finite() and abs(value.adjusted()) <= AMOUNT_LENGTH
            return format(value, "f") if is_short else str(value)
        case shapes.String(make=m) | shapes.Choice(make=m) if m is str and isinstance(value, str):
            return plain(value)
        case shapes.Integer() if type(plain(value)) is int:
            return plain(value)
    return Foreign(value, _expected_class(shape))


def _of_class(classes: Mapping[type, shapes.Object], value: Any, shape: shapes.Shape) -> Json:
    if type(value) not in classes:
        names = tuple(dict.fromkeys(cls.__name__ for cls in classes))
        if isinstance(shape, shapes.TaggedUnion):
            return Foreign(value, Message("json_want_one_of", {"values": names}))
        return Foreign(value, Message("json_foreign", {"text": names[0]}))
    of = classes[type(value)]
    data = {name: unstructure(f.shape, getattr(value, name)) for name, f in of.fields.items()}
    return {"edition": of.edition, **data} if of.edition else data


def _expected_class(shape: shapes.Shape) -> Message | None:
    """The class that a shape is made of, where JSON says it otherwise."""
    match shape:
        case shapes.Array():
            return Message("json_foreign", {"text": "tuple"})
        case shapes.String(make=type() as make) | shapes.Choice(make=type() as make):
            return None if make is str else Message("json_foreign", {"text": make.__name__})
    return None
