"""The classes of a report as msgspec sees them, made on first use. Needs the extra ``fast``.

Rows and groups that hold nothing but counts are decoded straight into the classes of the
model. What has a text to check, an edition or a default gets a ``msgspec.Struct`` of the
same keys. Unknown keys pass here: whoever decodes counts the keys of the text.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, Union

import msgspec

from govdisclosure.codec import _shapes as shapes
from govdisclosure.codec._quick._accept import Structs, only_holds
from govdisclosure.codec._structure import EDITORS_HINT
from govdisclosure.form import Json, JsonObject


class Nothing(msgspec.Struct, forbid_unknown_fields=True):
    """An object without keys."""


class NoTable(msgspec.Struct, tag_field="edition", tag=""):
    """A second choice where there is one edition: without a choice msgspec asks for no tag."""


def decoder(shape: shapes.Object) -> Callable[[bytes], Any]:
    """A function from JSON bytes to a struct; it raises for whatever does not fit."""
    decode: Callable[[bytes], Any] = msgspec.json.Decoder(_twin(shape)).decode
    return decode


@cache
def _ready(shape: shapes.Object) -> bool:
    """Whether msgspec can fill the class of the model itself, with nothing left to check."""
    if shape.edition or not only_holds(shape.cls):
        return False
    inner = [f.shape for f in shape.fields.values()]
    return all(s == shapes.COUNT or (_is_object(s) and _ready(s)) for s in inner)


def _is_object(shape: shapes.Shape) -> bool:
    return isinstance(shape, shapes.Object) and not shape.nullable


@cache
def _twin(shape: shapes.Object) -> Any:
    """A struct with the same keys as a shape, every one of them required."""
    fields: list[Json] = [(name, _type(f.shape)) for name, f in shape.fields.items()]
    options: JsonObject = {"gc": False}
    if shape.edition:
        options |= {"tag_field": "edition", "tag": shape.edition}
    if any(isinstance(f.shape, shapes.TaggedUnion) for f in shape.fields.values()):
        fields.append(("editors_hint", str | msgspec.UnsetType, msgspec.UNSET))
        options["rename"] = {"editors_hint": EDITORS_HINT}
    return msgspec.defstruct(shape.cls.__name__, fields, **options)


def _type(shape: shapes.Shape) -> Any:
    """What msgspec is to expect for a shape; texts are checked afterwards."""
    match shape:
        case shapes.Integer():
            expected: Any = int
        case shapes.String() | shapes.Choice():
            expected = str
        case shapes.Array(of=shapes.String()):
            expected = tuple[str, ...]
        case shapes.Notes():
            expected = dict[str, dict[str, str | None]]
        case shapes.Map():
            expected = Nothing
        case shapes.Object():
            expected = shape.cls if _ready(shape) else _twin(shape)
        case shapes.TaggedUnion():
            branches = tuple(_twin(branch) for branch in shape.branches.values())
            expected = Union[(*branches, NoTable)]
        case _:
            raise NotImplementedError(type(shape).__name__)
    return expected | None if shape.nullable else expected


STRUCTS = Structs(ready=_ready, twin=_twin)
