"""The shapes as hooks for cattrs: plain data → the classes, and back, side by side.

A hook takes what usually stands there and gives what the explaining path gives; whatever else
it meets (a float, an object of a derived class, anything wrong) it refuses by raising, and the
explaining path decides. So a doubt costs time, and never a verdict.
"""

import json
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from govdisclosure.codec import _checks as checks
from govdisclosure.codec import _shapes as shapes
from govdisclosure.codec._strict_json import encode
from govdisclosure.codec._structure import EDITORS_HINT
from govdisclosure.form import SAFE, Json, JsonObject, Row
from govdisclosure.model import AnyReport, form_with, report_class, vouch_for

StructureHook: TypeAlias = Callable[[Json, Any], Any]
UnstructureHook: TypeAlias = Callable[[Any], Json]
Hooks: TypeAlias = tuple[StructureHook, UnstructureHook]

_CONVERTER = cattrs.Converter(detailed_validation=False)


@cache
def hooks_of(shape: shapes.Shape) -> Hooks:
    """From plain data to what a shape stands for, and back; the two share nothing."""
    structure, unstructure = _hooks_of(shape)
    if not shape.nullable:
        return structure, unstructure
    return (
        lambda value, cls: None if value is None else structure(value, cls),
        lambda value: None if value is None else unstructure(value),
    )


def _hooks_of(shape: shapes.Shape) -> Hooks:
    match shape:
        case shapes.Integer():
            return lambda value, _: _integer(shape, value), lambda value: _integer(shape, value)
        case shapes.String(make=make) if make is Decimal:
            return lambda value, _: Decimal(checks.require_amount(value)), checks.plain_amount
        case shapes.String():
            return checks.text_check(shape), checks.text_check(shape)
        case shapes.Choice(make=make, values=values):
            choices = {str(value): make(value) for value in values}
            texts = {value: text for text, value in choices.items()}
            return lambda value, _: choices[value], lambda value: texts[_exactly(make, value)]
        case shapes.Array(of=of):
            read, write = hooks_of(of)
            return (
                lambda value, cls: tuple([read(one, cls) for one in _exactly(list, value)]),
                lambda value: [write(one) for one in _exactly(tuple, value)],
            )
        case shapes.Map(key=key, of=of):
            return _mapping_hooks(checks.text_check(key), hooks_of(of))
        case shapes.Notes(of=of):  # of which cells they are depends on the tables
            return _mapping_hooks(checks.any_text, hooks_of(of))
        case shapes.TaggedUnion(branches=branches):
            readers = {edition: hooks_of(table)[0] for edition, table in branches.items()}
            writers = {table.cls: hooks_of(table)[1] for table in branches.values()}
            return (
                lambda data, cls: readers[data["edition"]](data, cls),
                lambda value: writers[type(value)](value),
            )
        case shapes.Object():
            return _row_hooks(shape) if _is_row_of_counts(shape) else _object_hooks(shape)
        case _:
            return lambda value, _: checks.copy_of(value), checks.copy_of


def _exactly(cls: Any, value: Any) -> Any:
    if type(value) is not cls:
        raise checks.Refused
    return value


def _integer(shape: shapes.Integer, value: Any) -> int:
    if type(value) is not int or not shape.minimum <= value <= shape.maximum:
        raise checks.Refused
    return value


def _mapping_hooks(text: Callable[[Any], str], of: Hooks) -> Hooks:
    read, write = of
    return (
        lambda value, cls: {text(k): read(one, cls) for k, one in _exactly(dict, value).items()},
        lambda value: {text(k): write(one) for k, one in value.items()},
    )


def _object_hooks(shape: shapes.Object) -> Hooks:
    cls, edition, keys, size = shape.cls, shape.edition, {*shape.keys}, len(shape.keys)
    hooks = {name: hooks_of(field.shape) for name, field in shape.fields.items()}
    overrides: Any = {
        name: override(struct_hook=read, unstruct_hook=write)
        for name, (read, write) in hooks.items()
    }
    structure: StructureHook = make_dict_structure_fn(
        cls, _CONVERTER, _cattrs_detailed_validation=False, **overrides
    )
    unstructure: UnstructureHook = make_dict_unstructure_fn(cls, _CONVERTER, **overrides)
    before = {"edition": edition} if edition else {}
    # Where all is asked for by its key, their number says that there is no other.
    optional = any(a.default is not attrs.NOTHING for a in attrs.fields(cls))

    def structure_exactly(data: Json, _: Any) -> Any:
        if type(data) is not dict or len(data) != size or (optional and data.keys() != keys):
            raise checks.Refused
        if edition and data["edition"] != edition:
            raise checks.Refused
        return structure(data, cls)

    return structure_exactly, lambda value: before | unstructure(_exactly(cls, value))


# Rows of counts: a hook a row, for a call for each cell would take twice as long


def _is_row_of_counts(shape: shapes.Object) -> bool:
    cells = {field.shape for field in shape.fields.values()}
    return issubclass(shape.cls, Row) and cells == {shapes.COUNT}


def _row_hooks(shape: shapes.Object) -> Hooks:
    cls, names = shape.cls, shape.fields.keys()

    def structure(data: Json, _: Any) -> Any:
        if type(data) is not dict or data.keys() != names:
            raise checks.Refused
        return cls(**_counts(data))

    def unstructure(row: Any) -> JsonObject:
        _exactly(cls, row)
        return _counts({name: getattr(row, name) for name in names})

    # Rows are frozen: all rows of zeros are one object.
    zeros = cls(**dict.fromkeys(names, 0))
    values = {"cls": cls, "zeros": zeros, "plain": structure}
    exec(_row_source(cls), values)
    return values["structure"], unstructure


def _counts(row: JsonObject) -> JsonObject:
    numbers = [0, *[value for value in row.values() if value is not None]]
    if {*map(type, numbers)} != {int} or not -SAFE <= min(numbers) <= max(numbers) <= SAFE:
        raise checks.Refused
    return row


def _row_source(cls: Any) -> str:
    """A hook for rows without blanks and numbers below 0, printed as cattrs prints its own."""
    cells = {f"c{i}": a.name for i, a in enumerate(attrs.fields(cls))}
    values = [
        f"{a.name}={c}" if a.kw_only else c for c, a in zip(cells, attrs.fields(cls), strict=True)
    ]
    return f"""
def structure(data, _, type=type, int=int):
    if type(data) is dict and len(data) == {len(cells)}:
        {"; ".join(f"{cell} = data[{name!r}]" for cell, name in cells.items())}
        if {" and ".join(f"type({cell}) is int" for cell in cells)}:
            bits = {" | ".join(cells)}
            if bits == 0:
                return zeros
            if 0 <= bits <= {SAFE}:
                return cls({", ".join(values)})
    return plain(data, _)
"""


# Reports


def structure_report(data: Json, shape: shapes.Object) -> AnyReport:
    """From plain data to a report, of the class that its tables ask for."""
    hooks = _report_hooks(shape)
    if type(data) is not dict or len(data) - (EDITORS_HINT in data) != len(hooks):
        raise checks.Refused
    if EDITORS_HINT in data:
        checks.any_text(data[EDITORS_HINT])
    fields = {name: structure(data[name], None) for name, (structure, _) in hooks.items()}
    tables = type(fields["proactive_disclosure"]), type(fields["requests"])
    if fields["cell_notes"]:
        fields["cell_notes"] = checks.in_form_order(fields["cell_notes"], form_with(tables))
    return vouch_for(report_class(tables)(**fields))


def unstructure_report(report: AnyReport) -> JsonObject:
    """From a report to plain data."""
    hooks = _report_hooks(shapes.report_shape(report.tables))
    data = {name: unstructure(getattr(report, name)) for name, (_, unstructure) in hooks.items()}
    data["cell_notes"] = checks.in_form_order(data["cell_notes"], report.form)
    return data


@cache
def _report_hooks(shape: shapes.Object) -> dict[str, Hooks]:
    return {name: hooks_of(field.shape) for name, field in shape.fields.items()}


def reader(shape: shapes.Object) -> checks.Read:
    """From a text to a report and what is needed to count its colons."""
    parse = _parser()

    def read(raw: bytes) -> tuple[AnyReport, str | None, int]:
        data = parse(raw)
        return structure_report(data, shape), data.get(EDITORS_HINT), raw.count(b":")

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
