"""JSON Schema of the suite's manifest and of its files of cases."""

from typing import Any

from govdisclosure.findings import Severity, Verdict
from govdisclosure.rules import RULES
from tests.conformance.case import KINDS

Schema = dict[str, Any]

_NUMBER: Schema = {"type": ["string", "null"], "pattern": r"^-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$"}
_WORD: Schema = {"type": "string", "minLength": 1}
_POINTER: Schema = {"type": "string", "pattern": "^(/([^~/]|~[01])*)*$"}
_FLAG: Schema = {"type": "boolean"}


def manifest_schema() -> Schema:
    """The schema of the manifest; ``$defs/cases`` is that of a file of cases."""
    rule = _object(
        rule_id={"enum": [rule.id for rule in RULES]},
        cases=_WORD,
        count={"type": "integer", "minimum": 1},
        without={
            "description": "Kinds of case that there are none of, and why.",
            "type": "object",
            "propertyNames": {"enum": list(KINDS)},
            "additionalProperties": _WORD,
        },
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:govdisclosure:schema:conformance:1.0.0",
        "title": "Manifest of the conformance suite",
        **_object(
            manifest_version={"const": "1.0.0"},
            catalogue_version=_WORD,
            bases={"type": "object", "additionalProperties": _WORD},
            rules=_array(rule),
        ),
        "$defs": _definitions(),
    }


def _definitions() -> Schema:
    document = _object(base=_WORD, changes={"type": "object", "propertyNames": _POINTER})
    verdict: Schema = {"enum": [verdict.value for verdict in Verdict]}
    operand = _object(
        report={"type": "string", "pattern": "^(|previous|children/[0-9]+)$"},
        pointer=_POINTER,
        side={"enum": ["given", "left", "right"]},
        coefficient={"type": "integer"},
        value=_NUMBER,
        blank=_FLAG,
    )
    result = _object(
        rule_id=_WORD,
        pointer=_POINTER,
        verdict=verdict,
        severity={"enum": [*(severity.value for severity in Severity), None]},
        left=_NUMBER,
        right=_NUMBER,
        difference=_NUMBER,
        operands=_array(operand),
        missing=_array(_WORD),
        reason={"type": ["string", "null"], "minLength": 1},
    )
    case = _object(
        id=_WORD,
        rule_id=_WORD,
        kind={"enum": list(KINDS)},
        report=document,
        previous={"anyOf": [document, {"type": "null"}]},
        children=_array(document),
        blanks={"enum": ["unknown", "zero"]},
        looked_at=_array(_POINTER),
        expected=_object(
            verdicts=_array(_pair(_POINTER, verdict)),
            results=_array(result),
            failed=_array(_pair(_WORD, _POINTER)),
        ),
    )
    return {"cases": {**_array(case), "minItems": 1}}


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _pair(first: Schema, second: Schema) -> Schema:
    return {"type": "array", "prefixItems": [first, second], "minItems": 2, "maxItems": 2}
