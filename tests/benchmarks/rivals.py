"""What others do with the same document. A rival that is not installed is left out, and said."""

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import reduce
from importlib.util import find_spec
from operator import or_
from typing import Annotated, Any, Literal

from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]

from govdisclosure.codec import report_shape
from govdisclosure.codec._shapes import Array, Choice, Integer, Notes, Object, String, TaggedUnion
from govdisclosure.model import EDITION_2021, form_with
from tests.support.paths import ROOT

SCHEMAS = ROOT / "schemas"
INSTALLED = {
    name: find_spec(name) is not None
    for name in ("orjson", "msgspec", "pydantic", "jsonschema_rs", "fastjsonschema")
}


def parsers(raw: bytes) -> Iterator[tuple[str, Callable[[], object]]]:
    """Parsing into plain dicts."""
    if INSTALLED["orjson"]:
        import orjson

        yield "orjson.loads", lambda: orjson.loads(raw)
    yield "json.loads", lambda: json.loads(raw)


def typed(raw: bytes) -> Iterator[tuple[str, Callable[[], object]]]:
    """Parsing into typed objects, strictly, unknown keys refused; no rules."""
    if INSTALLED["pydantic"]:
        model = pydantic_model(report_shape())
        yield (
            "pydantic v2, held to the same contract, no rules",
            lambda: model.model_validate_json(raw),
        )
    if INSTALLED["msgspec"]:
        import msgspec

        decode = msgspec.json.Decoder(_struct(report_shape(EDITION_2021.tables))).decode
        yield "msgspec structs, parse only", lambda: decode(raw)


def validators(document: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """The verdict of the schema that accepts what ``validate`` accepts, on the parsed document."""
    schema = json.loads((SCHEMAS / "report.schema.json").read_text("utf-8"))
    if INSTALLED["jsonschema_rs"]:
        import jsonschema_rs

        rust = jsonschema_rs.validator_for(schema)
        yield "jsonschema-rs, verdict", lambda: rust.is_valid(document)
        yield "jsonschema-rs, iter_errors", lambda: list(rust.iter_errors(document))
    if INSTALLED["fastjsonschema"]:
        import fastjsonschema  # type: ignore[import-untyped,unused-ignore]

        draft_07 = json.loads((SCHEMAS / "report.draft-07.schema.json").read_text("utf-8"))
        compiled = fastjsonschema.compile(draft_07)
        yield "fastjsonschema (draft-07)", lambda: compiled(document)
    plain = Draft202012Validator(schema)
    yield "jsonschema", lambda: plain.is_valid(document)


def writers(document: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """Writing plain dicts."""
    if INSTALLED["orjson"]:
        import orjson

        yield "orjson.dumps of a dict", lambda: orjson.dumps(document)
    yield "json.dumps of a dict", lambda: json.dumps(document, ensure_ascii=False)
    yield (
        "json.dumps of a dict, indented",
        lambda: json.dumps(document, ensure_ascii=False, indent=2),
    )


def pydantic_model(shape: Object) -> Any:
    """A model that accepts what the shapes say, but for repeated keys, which it cannot see."""
    from pydantic import ConfigDict, create_model, model_validator

    config = ConfigDict(strict=True, extra="forbid", frozen=True, regex_engine="python-re")
    fields: Any = {name: (_constrained(f.shape), ...) for name, f in shape.fields.items()}
    edition: Any = {"edition": (Literal[shape.edition], ...)} if shape.edition else {}
    notes = [f.shape for f in shape.fields.values() if isinstance(f.shape, Notes)]
    validators: Any = {}
    if notes:
        cells = {
            (second, third): frozenset(form_with((a.cls, b.cls)).cells)
            for second, a in notes[0].tables["proactive_disclosure"].branches.items()
            for third, b in notes[0].tables["requests"].branches.items()
        }

        def only_cells(report: Any) -> Any:
            there = cells[report.proactive_disclosure.edition, report.requests.edition]
            if not report.cell_notes.keys() <= there:
                raise ValueError("a note of no cell")
            return report

        validators = {"only_cells": model_validator(mode="after")(only_cells)}
    return create_model(
        shape.make.__name__, __config__=config, __validators__=validators, **edition, **fields
    )


def _constrained(shape: Any) -> Any:
    from pydantic import AfterValidator, Field, JsonValue, StringConstraints

    match shape:
        case Integer():
            expected: Any = Annotated[int, Field(ge=shape.minimum, le=shape.maximum)]
        case String(pattern=pattern, whole=whole, max_length=longest):
            anchored = rf"^(?:{pattern})\Z" if whole and pattern else pattern or None
            expected = Annotated[str, StringConstraints(pattern=anchored, max_length=longest)]
            if shape.make is Decimal:
                expected = Annotated[expected, AfterValidator(Decimal)]
        case Choice(values=values):
            expected = Literal[tuple(map(str, values))]
        case Array():
            expected = tuple[_constrained(shape.of), ...]  # type: ignore[misc]
        case Object():
            expected = pydantic_model(shape)
        case TaggedUnion():
            tables: Any = reduce(or_, map(pydantic_model, shape.branches.values()))
            expected = Annotated[tables, Field(discriminator="edition")]
        case Notes():
            expected = dict[str, pydantic_model(shape.of)]  # type: ignore[misc]
        case _:
            expected = dict[_constrained(shape.key), JsonValue]  # type: ignore[misc]
    return expected | None if shape.nullable else expected


def _struct(shape: Object) -> Any:
    import msgspec

    fields: Any = [(name, _type(f.shape)) for name, f in shape.fields.items()]
    edition = [("edition", str)] if shape.edition else []
    return msgspec.defstruct(
        shape.make.__name__, [*edition, *fields], frozen=True, forbid_unknown_fields=True
    )


def _type(shape: Any) -> Any:
    match shape:
        case Integer():
            expected: Any = int
        case String() | Choice():
            expected = str
        case Array():
            expected = tuple[str, ...]
        case Object():
            expected = _struct(shape)
        case TaggedUnion():
            (branch,) = shape.branches.values()
            expected = _struct(branch)
        case _:
            expected = dict[str, Any]
    return expected | None if shape.nullable else expected
