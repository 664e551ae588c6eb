"""The shapes as hooks for cattrs: plain data → the classes, and back, side by side.

A hook takes what usually stands there and gives what the explaining path gives; whatever else
it meets (a float, an object of a derived class, anything wrong) it refuses by raising one of
:data:`REFUSALS`, and the explaining path decides. So a doubt costs time, and never a verdict.
"""

import json
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias

import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from govdisclosure.codec import _shapes as shapes
from govdisclosure.codec._checks import (
    Refused,
    any_text,
    copy_of,
    in_form_order,
    plain_amount,
    strings_of,
    text_check,
)
from govdisclosure.codec._strict_json import encode
from govdisclosure.codec._structure import EDITORS_HINT
from govdisclosure.form import SAFE, Json, JsonObject, Row
from govdisclosure.model import AnyReport, form_with, new_report

StructureHook: TypeAlias = Callable[[Json, Any], Any]
UnstructureHook: TypeAlias = Callable[[Any], Json]


_CONVERTER = cattrs.Converter(detailed_validation=False)


# Counts: a row at a time


def _require_counts(values: Sequence[Any]) -> None:
    numbers = [value for value in values if value is not None]
    if {*map(type, numbers)} - {int}:
        raise Refused
    if numbers and not -SAFE <= min(numbers) <= max(numbers) <= SAFE:
        raise Refused


def _structure_row(shape: shapes.Object) -> StructureHook:
    """A hook for a row of counts.

    It is printed, as cattrs prints its own: a call for each cell would take twice as long. What
    the printed lines do not take (blanks, numbers below 0) goes to the plain ones.
    """
    names = dict(zip((f"c{i}" for i in range(len(shape.fields))), shape.fields, strict=True))

    def plain(data: Json, _: Any) -> Any:
        if type(data) is not dict or data.keys() != shape.fields.keys():
            raise Refused
        _require_counts([*data.values()])
        return shape.cls(**data)

    source = f"""
def structure(data, _):
    if type(data) is dict and len(data) == {len(names)}:
        {"; ".join(f"{cell} = data[{name!r}]" for cell, name in names.items())}
        if {" and ".join(f"type({cell}) is int" for cell in names)}:
            bits = {" | ".join(names)}
            if bits == 0:
                return zeros
            if 0 <= bits <= {SAFE}:
                return cls({", ".join(f"{name}={cell}" for cell, name in names.items())})
    return plain(data, _)
"""
    # Rows are frozen: all rows of zeros are one object.
    zeros = shape.cls(**dict.fromkeys(shape.fields, 0))
    namespace: dict[str, Any] = {"cls": shape.cls, "zeros": zeros, "plain": plain}
    exec(source, namespace)
    hook: StructureHook = namespace["structure"]
    return hook


def _unstructure_row(shape: shapes.Object) -> UnstructureHook:
    cls, names = shape.cls, tuple(shape.fields)

    def unstructure(row: Any) -> Json:
        if type(row) is not cls:
            raise Refused
        data = {name: getattr(row, name) for name in names}
        _require_counts([*data.values()])
        return data

    return unstructure


def _is_row_of_counts(shape: shapes.Object) -> bool:
    return issubclass(shape.cls, Row) and all(
        f.shape == shapes.COUNT for f in shape.fields.values()
    )


# Objects


@cache
def structure_hook(shape: shapes.Shape) -> StructureHook:
    """From plain data to what a shape stands for."""
    hook = _structure(shape)
    return (lambda data, cls: None if data is None else hook(data, cls)) if shape.nullable else hook


@cache
def unstructure_hook(shape: shapes.Shape) -> UnstructureHook:
    """From what a shape stands for to plain data, which shares nothing with it."""
    hook = _unstructure(shape)
    return (lambda value: None if value is None else hook(value)) if shape.nullable else hook


def _structure_object(shape: shapes.Object) -> StructureHook:
    if _is_row_of_counts(shape):
        return _structure_row(shape)
    keys, edition = frozenset(shape.keys), shape.edition
    hooks: dict[str, Any] = {
        name: override(struct_hook=structure_hook(f.shape)) for name, f in shape.fields.items()
    }
    structure: StructureHook = make_dict_structure_fn(
        shape.cls, _CONVERTER, _cattrs_detailed_validation=False, **hooks
    )

    def structure_exactly(data: Json, cls: Any) -> Any:
        if type(data) is not dict or data.keys() != keys:
            raise Refused
        if edition and data["edition"] != edition:
            raise Refused
        return structure(data, cls)

    return structure_exactly


def _unstructure_object(shape: shapes.Object) -> UnstructureHook:
    if _is_row_of_counts(shape):
        return _unstructure_row(shape)
    hooks: dict[str, Any] = {
        name: override(unstruct_hook=unstructure_hook(f.shape)) for name, f in shape.fields.items()
    }
    unstructure: UnstructureHook = make_dict_unstructure_fn(shape.cls, _CONVERTER, **hooks)
    edition = {"edition": shape.edition} if shape.edition else {}

    def unstructure_exactly(value: Any) -> Json:
        if type(value) is not shape.cls:
            raise Refused
        return edition | unstructure(value)

    return unstructure_exactly


def _structure_union(shape: shapes.TaggedUnion) -> StructureHook:
    hooks = {edition: structure_hook(table) for edition, table in shape.branches.items()}
    return lambda data, cls: hooks[data["edition"]](data, cls)


def _unstructure_union(shape: shapes.TaggedUnion) -> UnstructureHook:
    hooks = {table.cls: unstructure_hook(table) for table in shape.branches.values()}
    return lambda value: hooks[type(value)](value)


# Reports


def structure_report(data: Json, shape: shapes.Object) -> AnyReport:
    """From plain data to a report, of the class that its tables ask for."""
    hooks, keys = _report_hooks(shape)
    if type(data) is not dict or data.keys() - {EDITORS_HINT} != keys:
        raise Refused
    if EDITORS_HINT in data:
        any_text(data[EDITORS_HINT])
    fields = {name: hook(data[name], None) for name, hook in hooks.items()}
    form = form_with((type(fields["proactive_disclosure"]), type(fields["requests"])))
    fields["cell_notes"] = in_form_order(fields["cell_notes"], form)
    return new_report(**fields)


@cache
def _report_hooks(shape: shapes.Object) -> tuple[dict[str, StructureHook], frozenset[str]]:
    hooks = {name: structure_hook(field.shape) for name, field in shape.fields.items()}
    return hooks, frozenset(hooks)


def unstructure_report(report: AnyReport) -> JsonObject:
    """From a report to plain data, which shares nothing with it."""
    shape = shapes.report_shape(report.tables)
    data = {
        name: unstructure_hook(field.shape)(getattr(report, name))
        for name, field in shape.fields.items()
    }
    data["cell_notes"] = in_form_order(data["cell_notes"], report.form)
    return data


def reader(shape: shapes.Object) -> Callable[[bytes], tuple[AnyReport, str, str | None]]:
    """From a text to a report, its free strings, and the hint for editors."""
    parse = _parser()

    def read(raw: bytes) -> tuple[AnyReport, str, str | None]:
        data = parse(raw)
        report = structure_report(data, shape)
        return report, strings_of(report, tuple), data.get(EDITORS_HINT)

    return read


def _parser() -> Callable[[bytes], Json]:
    try:
        import orjson
    except ImportError:
        # Bytes handed to json.loads might be taken for UTF-16.
        return lambda raw: json.loads(raw.decode())
    return orjson.loads


require_report = structure_report
"""Makes sure that plain data is a report."""


def text_of(report: AnyReport, indent: int | None) -> str:
    """The JSON text of a report."""
    return encode(unstructure_report(report), indent)


# Values


def _structure(shape: shapes.Shape) -> StructureHook:
    match shape:
        case shapes.Integer():
            return lambda value, _: _integer(shape, value)
        case shapes.String(make=make):
            text = text_check(shape)
            return lambda value, _: make(text(value))
        case shapes.Choice(make=make):
            choices = {str(value): make(value) for value in shape.values}
            return lambda value, _: choices[value]
        case shapes.Array(of=of):
            hook = structure_hook(of)
            return lambda value, cls: tuple([hook(one, cls) for one in _exactly(list, value)])
        case shapes.Map(key=key, of=of):
            text, hook = text_check(key), structure_hook(of)
            return lambda value, cls: {
                text(key): hook(one, cls) for key, one in _exactly(dict, value).items()
            }
        case shapes.Notes(of=of):  # which cells there are depends on the tables
            hook = structure_hook(of)
            return lambda value, cls: {
                key: hook(one, cls) for key, one in _exactly(dict, value).items()
            }
        case shapes.TaggedUnion():
            return _structure_union(shape)
        case shapes.Object():
            return _structure_object(shape)
        case _:
            return lambda value, _: copy_of(value)


def _unstructure(shape: shapes.Shape) -> UnstructureHook:
    match shape:
        case shapes.Integer():
            return lambda value: _integer(shape, value)
        case shapes.String(make=make):
            return plain_amount if make is Decimal else text_check(shape)
        case shapes.Choice(make=make, values=values):
            choices = {value: str(value) for value in map(make, values)}
            return lambda value: choices[_exactly(make, value)]
        case shapes.Array(of=of):
            hook = unstructure_hook(of)
            return lambda value: [hook(one) for one in _exactly(tuple, value)]
        case shapes.Map(key=key, of=of):
            text, hook = text_check(key), unstructure_hook(of)
            return lambda value: {text(key): hook(one) for key, one in value.items()}
        case shapes.Notes(of=of):
            hook = unstructure_hook(of)
            return lambda value: {key: hook(one) for key, one in value.items()}
        case shapes.TaggedUnion():
            return _unstructure_union(shape)
        case shapes.Object():
            return _unstructure_object(shape)
        case _:
            return copy_of


def _exactly(cls: Any, value: Any) -> Any:
    if type(value) is not cls:
        raise Refused
    return value


def _integer(shape: shapes.Integer, value: Any) -> int:
    if type(value) is not int or not shape.minimum <= value <= shape.maximum:
        raise Refused
    return value
