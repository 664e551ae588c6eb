"""What a piece of JSON Schema asks for, in the words of the other findings."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from referencing.exceptions import Unresolvable

from govdisclosure.codec._problems import echo
from govdisclosure.codec._shapes import AMOUNT, DAY, EXTENSION_KEY, WORDS
from govdisclosure.form import Json
from govdisclosure.i18n import Message

_FEW = 12
_LONGEST = 120
_MOST_HOPS = 9
_PATTERNS = {
    (f"^{text.pattern}$" if text.whole else text.pattern, text.max_length): text.words
    for text in (AMOUNT, DAY, EXTENSION_KEY, WORDS)
}
_NULL = {"type": "null"}
_ANNOTATIONS = ("title", "description", "examples", "default")


def expected_by(schema: Json, resolver: Any) -> Message:
    """What a schema asks for; ``resolver`` looks up what its references lead to.

    >>> from referencing import Registry
    >>> from govdisclosure.i18n import ENGLISH
    >>> def words(schema):
    ...     return expected_by(schema, Registry().resolver()).render(ENGLISH)
    >>> words({"type": ["integer", "null"], "minimum": 0, "maximum": 9})
    'a whole number from 0 to 9 or null'
    >>> words({"enum": ["元", 3, None]})
    'one of "元", 3 or null'
    >>> words({"type": "integer", "multipleOf": 5, "title": "Fives"})
    'a value that satisfies {"type": "integer", "multipleOf": 5}'
    """
    schema = resolve(schema, resolver)
    if not isinstance(schema, Mapping):
        return Message("json_want_nothing" if schema is False else "json_want_any")
    if any(branch != _NULL for branch in schema.get("anyOf", ())):
        return _choice(schema["anyOf"], resolver)
    match {key: value for key, value in schema.items() if not _is_annotation(key)}:
        case {"const": value}:
            return _one_of([value])
        case {"enum": [_, *others] as values} if None in others:
            some = _one_of([value for value in values if value is not None])
            return Message("json_want_or_null", {"what": some})
        case {"enum": values}:
            return _one_of(values)
        case {"type": [only]}:
            return expected_by({**schema, "type": only}, resolver)
        case {"type": [_, *others] as types} if "null" in others:
            some = expected_by({**schema, "type": [t for t in types if t != "null"]}, resolver)
            return Message("json_want_or_null", {"what": some})
        case {"type": "integer" | "number" as kind, "minimum": least, "maximum": most}:
            key = "json_want_whole" if kind == "integer" else "json_want_number"
            return Message(key, {"least": least, "most": most})
        case {"pattern": pattern, **rest} if rest.get("type", "string") == "string":
            words = _PATTERNS.get((pattern, rest.get("maxLength")), _PATTERNS.get((pattern, None)))
            written = Message("json_want_written", {"pattern": echo(pattern)})
            return Message(words) if words else written
        case {"type": "string", **rest} if not rest:
            return Message("json_want_text")
        case {"type": "object" | "array" as kind}:
            return Message(f"json_want_{kind}")
        case plain:
            text = {"text": _cut(plain)}
            return Message("json_want_schema", text) if plain else Message("json_want_any")


def _choice(branches: Sequence[Json], resolver: Any) -> Message:
    """What any of some branches asks for, of which one may be null.

    >>> from govdisclosure.i18n import ENGLISH
    >>> _choice([{"const": 2}, {"const": 3}, {"type": "null"}], None).render(ENGLISH)
    'either of these (one of 2, one of 3) or null'
    """
    wants = [expected_by(branch, resolver) for branch in branches if branch != _NULL]
    is_one = wants.count(wants[0]) == len(wants)
    what = wants[0] if is_one else Message("json_want_either", {"wants": tuple(wants)})
    return Message("json_want_or_null", {"what": what}) if _NULL in branches else what


def resolve(schema: Json, resolver: Any) -> Json:
    """What a reference leads to; one that leads nowhere is left as it is."""
    with suppress(Unresolvable):
        for _ in range(_MOST_HOPS):
            if isinstance(schema, Mapping) and "$ref" in schema:
                schema = resolver.lookup(schema["$ref"]).contents
    return schema


def _is_annotation(key: str) -> bool:
    return key in _ANNOTATIONS or key.startswith(("x-", "$"))


def _one_of(values: Sequence[Json]) -> Message:
    if all(isinstance(v, str) and v.startswith("/") for v in values):
        return Message("json_want_cells")
    names = [echo(v) if isinstance(v, str) else _cut(v) for v in values[:_FEW]]
    return Message("json_want_one_of", {"values": (*names, *["…"][: len(values) - _FEW])})


def _cut(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text[:_LONGEST] + ("…" if len(text) > _LONGEST else "")
