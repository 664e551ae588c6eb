"""JSON Schema of the rule catalogue (draft 2020-12)."""

from collections.abc import Iterable

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
from govdisclosure.codec.catalogue._reading import ID, MOST_RULES, RULE_KEYS, TOLERANCE, VERSION
from govdisclosure.codec.catalogue._values import LONGEST
from govdisclosure.codec.catalogue._writing import CATALOGUE_SCHEMA_ID, CATALOGUE_VERSION
from govdisclosure.codec.schema import DRAFT, Schema, object_of, ref
from govdisclosure.findings import Severity
from govdisclosure.form import NON_BLANK, SAFE, CellState, JsonObject, Kind
from govdisclosure.i18n import LANGUAGES
from govdisclosure.rules import Authority, Scope
from govdisclosure.rules.engine.expressions import Compare

_GROUPS = {"statement": STATEMENTS, "term": TERMS, "domain": DOMAINS}


def catalogue_schema() -> Schema:
    """The JSON Schema of ``rules.json``.

    What a schema cannot say (ids known and unique, no free variable, bounded size) is left
    to ``load_catalogue``. A node has one key, so that no branch is chosen by trying them all.

    >>> catalogue_schema()["$id"]
    'urn:govdisclosure:schema:rules:1.0.0'
    """
    states = {"enum": [state.value for state in CellState]}
    words = "States of a cell note that leave a cell empty."
    body = object_of(
        catalogue_version={"const": CATALOGUE_VERSION},
        empty_states={"description": words, **_array(states)},
        forms=_forms(),
        rules={**_array(ref("rule")), "maxItems": MOST_RULES},
    )
    body["properties"] = {"$schema": {"type": "string"}, **body["properties"]}
    return {
        "$schema": DRAFT,
        "$id": CATALOGUE_SCHEMA_ID,
        "title": "政府信息公开工作年度报告规则目录",
        "description": "Rules of the annual report on government information disclosure",
        **body,
        "$defs": {
            "words": {"type": "string", "pattern": NON_BLANK, "maxLength": LONGEST},
            "text": object_of(**_each_language()),
            "id": _string(ID),
            "rule": _rule(),
            **{name: _group(kinds) for name, kinds in _GROUPS.items()},
            "compare": _group((Compare,)),
        },
    }


def _rule() -> Schema:
    text = ref("text")
    fields: Schema = {
        "id": ref("id"),
        "title": text,
        "sentence": text,
        "authority": _enum(Authority),
        "source": object_of(title=text, number=ref("words"), date=ref("words"), clause=text),
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
            "then": _string(TOLERANCE),
            "else": {"type": "integer", "minimum": 0, "maximum": SAFE},
        },
        "since": _string(VERSION),
        "related": {**_array(ref("id")), "maxItems": MOST_RULES},
        "message": object_of(key=ref("words"), **_each_language()),
        "holds": ref("statement"),
    }
    return object_of(**{key: fields[key] for key in RULE_KEYS})


def _forms() -> Schema:
    inner: Schema = {"enum": [kind.value for kind in Kind]}
    for _ in ("cell", "row", "edition", "section"):
        inner = {"type": "object", "additionalProperties": inner}
    words = "Section, edition (or empty), row below the section, cell: what stands there."
    return {"description": words, **inner}


def _group(kinds: Iterable[type]) -> Schema:
    """An object with one key, which names a kind."""
    return {
        "type": "object",
        "properties": {kind_name(kind): _kind(kind) for kind in kinds},
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }


def _kind(kind: type) -> Schema:
    words = " ".join((kind.__doc__ or "").split("\n\n")[0].split())
    fields = {slot.name: _slot(slot) for slot in slots(kind)}
    body = next(iter(fields.values())) if len(fields) == 1 else object_of(**fields)
    return {"description": words, **body}


def _slot(slot: Slot) -> Schema:
    match slot.takes:
        case "address":
            return _string(f"({ADDRESS})?" if slot.may_be_empty else ADDRESS)
        case "variable":
            return _string(VARIABLE)
        case "integer":
            return {"type": "integer", "minimum": -SAFE, "maximum": SAFE}
        case "choice":
            return {"enum": list(slot.choices)}
        case "node":
            return ref(_group_name(slot.kinds))
        case "nodes":
            return {**_array(ref(_group_name(slot.kinds))), "minItems": 1}


def _group_name(kinds: tuple[type, ...]) -> str:
    return next((name for name, of in _GROUPS.items() if of == kinds), "compare")


def _each_language() -> JsonObject:
    return {code: ref("words") for code in LANGUAGES}


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _enum(values: Iterable[str]) -> Schema:
    return {"enum": [str(value) for value in values]}


def _string(pattern: str) -> Schema:
    # In some engines `$` matches before a last line feed.
    newline = {"type": "string", "pattern": "\\n"}
    return {"type": "string", "pattern": f"^({pattern})$", "maxLength": LONGEST, "not": newline}
