"""JSON Schema of a diagnosis and of suppressions, as they stand in the output of ``check``."""

from collections.abc import Mapping

from govdisclosure.analysis.diagnosis import BlankStatus, Certainty, ErrorPattern, Origin
from govdisclosure.codec.schema import Schema, object_of, or_null, ref
from govdisclosure.rules import Effect


def diagnosis_definitions() -> Mapping[str, Schema]:
    """Definitions by name; they speak of ``finding`` and others that stand beside them."""
    return {
        "attestation": _suppression(),
        "diagnosis": object_of(
            faults={"type": "array", "items": ref("fault")},
            blanks={"type": "array", "items": ref("blank")},
        ),
        "fault": _fault(),
        "repair": _repair(),
        "change": _change(),
        "blank": object_of(
            pointer=ref("pointer"),
            settled={"enum": [status.value for status in BlankStatus]},
            least=or_null("number"),
            greatest=or_null("number"),
            message=ref("both"),
        ),
        "certainty": {"enum": [certainty.value for certainty in Certainty]},
        "slip": {"enum": [pattern.value for pattern in ErrorPattern]},
        "among": {
            "type": "integer",
            "minimum": 0,
            "description": "How many ways there are with the fewest cells, as far as counted.",
        },
    }


def _suppression() -> Schema:
    words = {"type": "string", "minLength": 1}
    return object_of(
        effect={
            "enum": [effect.value for effect in Effect],
            "description": "refused: of a rule of the form or the law; stale: there is no such"
            " finding. An explained finding does not count as an error.",
        },
        rule_id=ref("rule_id"),
        fingerprint=ref("fingerprint"),
        reason=words,
        who=words,
        date={"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    )


def _fault() -> Schema:
    return object_of(
        findings={"type": "array", "items": ref("fingerprint"), "minItems": 1},
        rules={"type": "array", "items": ref("rule_id"), "minItems": 1},
        certainty=ref("certainty"),
        among=ref("among"),
        repairs={
            "type": "array",
            "items": ref("repair"),
            "description": "The likeliest first; not all of them where there are many.",
        },
        place=ref("both"),
        message=ref("both"),
    )


def _repair() -> Schema:
    value = {"type": ["integer", "null"]}
    step = object_of(op={"enum": ["test", "replace"]}, path=ref("pointer"), value=value)
    return object_of(
        patch={
            "type": "array",
            "items": step,
            "minItems": 2,
            "description": "JSON Patch (RFC 6902) of the report; it fails where the report says"
            " something else by now.",
        },
        cells_changed={"type": "integer", "minimum": 1},
        certainty=ref("certainty"),
        among=ref("among"),
        slip=or_null("slip"),
        changes={"type": "array", "items": ref("change"), "minItems": 1},
        explanation=ref("keyed"),
        message=ref("both"),
    )


def _change() -> Schema:
    return object_of(
        pointer=ref("pointer"),
        old=or_null("number"),
        new={"type": "integer"},
        slip=or_null("slip"),
        origin={"enum": [origin.value for origin in Origin]},
        printed={"type": ["string", "null"]},
        place=ref("both"),
    )
