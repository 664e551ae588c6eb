"""A schema in draft-07, for generators of types and validators that read no later draft."""

from collections.abc import Mapping
from typing import Any

from govdisclosure.codec.schema._parts import Schema

DRAFT_07 = "http://json-schema.org/draft-07/schema#"

_RENAMED: Mapping[str, str] = {"dependentSchemas": "dependencies"}


def to_draft_07(schema: Schema) -> Schema:
    """The same schema in draft-07: it gives every document the same verdict.

    ``$defs`` are ``definitions`` there, ``dependentSchemas`` ``dependencies``, and what stands
    beside a ``$ref`` is ignored, so that a reference with words goes into an ``allOf``. Its
    ``$id`` has no scheme: validators of that time resolve references within a URN wrongly.

    >>> to_draft_07({"$id": "urn:a:report:1.0.0", "$ref": "#/$defs/A", "title": "报告"})
    ... # doctest: +NORMALIZE_WHITESPACE
    {'$schema': 'http://json-schema.org/draft-07/schema#', '$id': 'report.draft-07-1.0.0',
     'allOf': [{'$ref': '#/definitions/A'}], 'title': '报告'}
    """
    *_, name, version = schema["$id"].split(":")
    head = {"$schema": DRAFT_07, "$id": f"{name}.draft-07-{version}"}
    body = {k: v for k, v in schema.items() if k not in ("$schema", "$id", "$defs")}
    draft: Schema = head | _rewrite(body)
    if "$defs" in schema:
        draft["definitions"] = _rewrite(schema["$defs"])
    return draft


def _rewrite(part: Any) -> Any:
    if isinstance(part, list):
        return [_rewrite(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    draft: Schema = {}
    for key, value in part.items():
        if key == "$ref":
            reference = {key: value.replace("#/$defs/", "#/definitions/", 1)}
            draft |= reference if len(part) == 1 else {"allOf": [reference]}
        else:
            draft[_RENAMED.get(key, key)] = _rewrite(value)
    return draft
