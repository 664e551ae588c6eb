"""What others do with the same document. A rival that is not installed is left out, and said."""

import json
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]

from govdisclosure.codec import report_shape
from govdisclosure.codec._shapes import Array, Choice, Integer, Object, String, TaggedUnion
from govdisclosure.model import EDITION_2021
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
    shape = report_shape(EDITION_2021.tables)
    if INSTALLED["pydantic"]:
        model = _pydantic(shape)
        yield "pydantic v2, strict, parse only", lambda: model.model_validate_json(raw)
    if INSTALLED["msgspec"]:
        import msgspec

        decode = msgspec.json.Decoder(_struct(shape)).decode
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


def _pydantic(shape: Object) -> Any:
    from pydantic import ConfigDict, create_model

    config = ConfigDict(strict=True, extra="forbid", frozen=True)
    fields: Any = {name: (_type(f.shape, _pydantic), ...) for name, f in shape.fields.items()}
    edition: Any = {"edition": (str, ...)} if shape.edition else {}
    return create_model(shape.make.__name__, __config__=config, **edition, **fields)


def _struct(shape: Object) -> Any:
    import msgspec

    fields: Any = [(name, _type(f.shape, _struct)) for name, f in shape.fields.items()]
    edition = [("edition", str)] if shape.edition else []
    return msgspec.defstruct(
        shape.make.__name__, [*edition, *fields], frozen=True, forbid_unknown_fields=True
    )


def _type(shape: Any, made: Callable[[Object], Any]) -> Any:
    match shape:
        case Integer():
            found: Any = int
        case String() | Choice():
            found = str
        case Array():
            found = tuple[str, ...]
        case Object():
            found = made(shape)
        case TaggedUnion():
            (branch,) = shape.branches.values()
            found = made(branch)
        case _:
            found = dict[str, Any]
    return found | None if shape.nullable else found
