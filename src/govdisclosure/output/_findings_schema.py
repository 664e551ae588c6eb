"""JSON Schema (draft 2020-12) of what ``govdisclosure check --format json`` writes.

The words that may stand in it come from the types of the package; every object lists all
its keys, so that a key that is added to the output and not here fails a test.
"""

from typing import get_args

from govdisclosure.codec.schema import ID_PREFIX, Schema, object_of, or_null, ref
from govdisclosure.findings import Severity, Verdict
from govdisclosure.form import SAFE
from govdisclosure.i18n import LANGUAGES
from govdisclosure.output._diagnosis_schema import diagnosis_definitions
from govdisclosure.rules import PRESETS
from govdisclosure.rules.engine import Blanks

FINDINGS_VERSION = "1.0.0"
"""The version of the shape of findings; a released one is never changed."""

_POINTER = "^(/([^~/]|~[01])*)*$"
_REPORT = "previous|children/(0|[1-9][0-9]*)"


def findings_schema() -> Schema:
    """The schema; pointers are RFC 6901, ``""`` is the whole report.

    >>> findings_schema()["$id"]
    'urn:govdisclosure:schema:findings:1.0.0'
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{ID_PREFIX}:findings:{FINDINGS_VERSION}",
        "title": "勾稽检查结果",
        "description": "What checking some annual reports came to: findings for machines. Keys,"
        " ids, pointers and numbers are stable; the words of messages are not.",
        **object_of(
            findings_version={"const": FINDINGS_VERSION},
            library=_text("Version of the library that checked."),
            schema_version=_text("Version of the JSON of reports."),
            catalogue_version=_text("Version of the rule catalogue."),
            blanks={"enum": list(get_args(Blanks)), "description": "What a blank cell means."},
            preset={"enum": list(PRESETS)},
            profile=_profile(),
            previous={"type": ["string", "null"], "description": "File of last year's report."},
            children={
                "type": "array",
                "items": {"type": "string"},
                "description": "Files of the bodies below, in the order of children/0, …",
            },
            files={"type": "array", "items": _either("checked", "unreadable", key="error")},
        ),
        "$defs": _definitions(),
    }


def _definitions() -> dict[str, Schema]:
    words = {"type": "string"}
    return {
        "checked": _check_result(),
        "unreadable": object_of(file=words, error=_error()),
        "finding": _finding(),
        **diagnosis_definitions(),
        "not_evaluated": object_of(
            rule_id=ref("rule_id"),
            pointer=ref("pointer"),
            missing={"type": "array", "items": ref("address")},
            reason=ref("keyed"),
        ),
        "operand": _operand(),
        "number": _number(),
        "pointer": {"type": "string", "pattern": _POINTER},
        "address": {
            "type": "string",
            "pattern": f"^(({_REPORT}):)?{_POINTER[1:]}",
            "description": "A pointer, with the report that it is in where it is another one.",
        },
        "rule_id": {"type": "string", "pattern": "^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$"},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
        "message_key": {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"},
        "both": object_of(**dict.fromkeys(LANGUAGES, words)),
        "keyed": object_of(message_key=ref("message_key"), message=ref("both")),
    }


def _check_result() -> Schema:
    count = {"type": "integer", "minimum": 0}
    edition = {"type": "string"}
    return object_of(
        file={"type": "string", "description": "As it was given; - is standard input."},
        issuer={"type": ["string", "null"]},
        year={"type": ["integer", "null"]},
        editions=object_of(proactive_disclosure=edition, requests=edition),
        passed={"type": "boolean", "description": "No error was found but explained ones."},
        rules={
            "type": "array",
            "items": ref("rule_id"),
            "description": "The rules that ran; what is not here was not looked at.",
        },
        counts=object_of(**{verdict.value: count for verdict in Verdict}),
        findings={"type": "array", "items": ref("finding")},
        not_evaluated={"type": "array", "items": ref("not_evaluated")},
        messages={
            "type": "array",
            "items": ref("finding"),
            "description": "What was noticed in reading (READ-…); empty for JSON.",
        },
        attested={"type": "array", "items": ref("attestation")},
        diagnosis={
            **or_null("diagnosis"),
            "description": "Which cell may be wrong; null where it was not asked for.",
        },
    )


def _finding() -> Schema:
    return object_of(
        rule_id=ref("rule_id"),
        status={"const": Verdict.FAIL.value},
        severity={"enum": [severity.value for severity in Severity]},
        pointer=ref("pointer"),
        left=or_null("number"),
        right=or_null("number"),
        difference=or_null("number"),
        tolerance=ref("number"),
        operands={"type": "array", "items": ref("operand")},
        related={
            "type": "array",
            "items": ref("rule_id"),
            "description": "Rules to read beside this one.",
        },
        caused_by={
            "type": "array",
            "items": ref("fingerprint"),
            "description": "Fingerprints of the findings that this one follows from.",
        },
        explanation=or_null("keyed"),
        fingerprint=ref("fingerprint"),
        message_key=ref("message_key"),
        place=ref("both"),
        message=ref("both"),
    )


def _operand() -> Schema:
    return object_of(
        report={
            "type": "string",
            "pattern": f"^({_REPORT})?$",
            "description": '"" for the report itself.',
        },
        pointer=ref("pointer"),
        side={"enum": ["given", "left", "right"]},
        coefficient={"type": "integer"},
        value=or_null("number"),
        blank={"type": "boolean", "description": "The 0 is the policy's: the cell is blank."},
    )


def _number() -> Schema:
    whole = {"type": "integer", "minimum": -SAFE, "maximum": SAFE}
    return {
        "description": "A count is an integer. An amount of money is a string that keeps its"
        " written scale, and so is a whole number beyond ±(2^53−1), which not every JSON reader"
        " keeps exactly.",
        "if": {"type": "string"},
        "then": {"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$"},
        "else": whole,
    }


def _error() -> Schema:
    return {
        "description": "What is wrong with the JSON of a report (JSON-…), or why the file was"
        " not read at all.",
        "if": {"type": "array"},
        "then": {"type": "array", "items": ref("finding"), "minItems": 1},
        "else": ref("keyed"),
    }


def _profile() -> Schema:
    grades = [*(severity.value for severity in Severity), "off"]
    return object_of(
        name={"type": "string"},
        grades={
            "type": "object",
            "propertyNames": ref("rule_id"),
            "additionalProperties": {"enum": grades},
        },
    )


def _either(without: str, with_key: str, *, key: str) -> Schema:
    """One of two definitions, told apart by a key: so that what is wrong can be said."""
    condition = {"type": "object", "properties": {key: {}}, "required": [key]}
    return {"if": condition, "then": ref(with_key), "else": ref(without)}


def _text(description: str) -> Schema:
    return {"type": "string", "description": description}
