"""JSON Schema of the rule catalogue (draft 2020-12)."""

from collections.abc import Iterable
from typing import Any

from govdisclosure.codec.catalogue._nodes import (
    ADDRESS,
    DOMAINS,
    STATEMENTS,
    TERMS,
    VARIABLE,
    Slot,
    kind_name,
    slots,
)
from govdisclosure.codec.catalogue._problems import LONGEST
from govdisclosure.codec.catalogue._reading import ID, MOST_RULES, RULE_KEYS, TOLERANCE, VERSION
from govdisclosure.codec.catalogue._writing import CATALOGUE_SCHEMA_ID, CATALOGUE_VERSION
from govdisclosure.findings import Severity
from govdisclosure.form import NON_BLANK, SAFE, CellState, Json, JsonObject, Kind
from govdisclosure.i18n import LANGUAGES
from govdisclosure.rules import Authority, Scope

Schema = JsonObject

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_GROUPS = {"statement": STATEMENTS, "term": TERMS, "domain": DOMAINS}


def catalogue_schema() -> Schema:
    """The JSON Schema of ``rules.json``.

    What a schema cannot say (ids known and unique, no free variable, bounded size) is left
    to ``load_catalogue``. A node has one key, so that no branch is chosen by trying them all.

    >>> catalogue_schema()["$id"]
    'urn:govdisclosure:schema:rules:1.0.0'
    """
    return {
        "$schema": _DRAFT,
        "$id": CATALOGUE_SCHEMA_ID,
        "title": "政府信息公开工作年度报告规则目录",
        "description": "Rules of the annual report on government information disclosure",
        **_object(
            {
                "catalogue_version": {"const": CATALOGUE_VERSION},
                "empty_states": {
                    "description": "States of a cell note that leave a cell empty.",
                    **_array({"enum": [state.value for state in CellState]}),
                },
                "forms": _forms(),
                "rules": {**_array(_ref("rule")), "maxItems": MOST_RULES},
            },
            optional={"$schema": {"type": "string"}},
        ),
        "$defs": {
            "words": {"type": "string", "pattern": NON_BLANK, "maxLength": LONGEST},
            "text": _object(_each_language()),
            "id": _written(ID),
            "rule": _rule(),
            **{name: _group(kinds) for name, kinds in _GROUPS.items()},
            "compare": _group(_only_compare()),
        },
    }


def _rule() -> Schema:
    text = _ref("text")
    fields: Schema = {
        "id": _ref("id"),
        "title": text,
        "sentence": text,
        "authority": _enum(Authority),
        "source": _object(
            {"title": text, "number": _ref("words"), "date": _ref("words"), "clause": text}
        ),
        "severity": _enum(Severity),
        "scope": _enum(Scope),
        "editions": {
            "description": "The editions whose pure form the rule applies to.",
            **_array({"type": "string"}),
        },
        "tables": {
            "description": "The editions of each section that its cells are in.",
            "type": "object",
            "additionalProperties": _array({"type": "string"}),
        },
        "tolerance": {
            "description": "How far a comparison may be missed, in the unit of the cells.",
            "if": {"type": "string"},
            "then": _written(TOLERANCE),
            "else": {"type": "integer", "minimum": 0, "maximum": SAFE},
        },
        "since": _written(VERSION),
        "related": {**_array(_ref("id")), "maxItems": MOST_RULES},
        "message": _object({"key": _ref("words"), **_each_language()}),
        "holds": _ref("statement"),
    }
    return _object({key: fields[key] for key in RULE_KEYS})


def _forms() -> Schema:
    inner: Schema = {"enum": [kind.value for kind in Kind]}
    for _ in ("cell", "row", "edition", "section"):
        inner = {"type": "object", "additionalProperties": inner}
    words = "Section, edition (or empty), row below the section, cell: what stands there."
    return {"description": words, **inner}


def _group(kinds: Iterable[Json]) -> Schema:
    """An object with one key, which names a kind."""
    return {
        "type": "object",
        "properties": {kind_name(kind): _kind(kind) for kind in kinds},
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }


def _kind(kind: Any) -> Schema:
    words = " ".join((kind.__doc__ or "").split("\n\n")[0].split())
    fields = {slot.name: _slot(slot) for slot in slots(kind)}
    body = next(iter(fields.values())) if len(fields) == 1 else _object(fields)
    return {"description": words, **body}


def _slot(slot: Slot) -> Schema:
    match slot.takes:
        case "address":
            return _written(f"({ADDRESS})?" if slot.may_be_empty else ADDRESS)
        case "variable":
            return _written(VARIABLE)
        case "integer":
            return {"type": "integer", "minimum": -SAFE, "maximum": SAFE}
        case "choice":
            return {"enum": list(slot.choices)}
        case "node":
            return _ref(_group_name(slot.kinds))
        case "nodes":
            return {**_array(_ref(_group_name(slot.kinds))), "minItems": 1}


def _group_name(kinds: tuple[Any, ...]) -> str:
    return next((name for name, of in _GROUPS.items() if of == kinds), "compare")


def _only_compare() -> tuple[Any, ...]:
    return tuple(kind for kind in STATEMENTS if kind_name(kind) == "compare")


def _each_language() -> JsonObject:
    return {code: _ref("words") for code in LANGUAGES}


def _object(properties: Schema, optional: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {**(optional or {}), **properties},
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _enum(values: Iterable[str]) -> Schema:
    return {"enum": [str(value) for value in values]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _written(pattern: str) -> Schema:
    # In some engines `$` matches before a last line feed.
    newline = {"type": "string", "pattern": "\\n"}
    return {"type": "string", "pattern": f"^({pattern})$", "maxLength": LONGEST, "not": newline}
