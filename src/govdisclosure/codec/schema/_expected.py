"""What a piece of JSON Schema asks for, in the words of the other findings."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from govdisclosure.codec._problems import echo
from govdisclosure.codec._shapes import AMOUNT, DAY, EXTENSION_KEY, WORDS
from govdisclosure.codec.schema._generate import AS_ASKED_AMOUNT
from govdisclosure.form import Json
from govdisclosure.i18n import Message

_FEW = 12
_LONGEST = 120
_PATTERNS = {f"^{t.pattern}$": t.words for t in (AMOUNT, AS_ASKED_AMOUNT, DAY, EXTENSION_KEY)} | {
    WORDS.pattern: WORDS.words
}
_TYPES = {"object": "json_want_object", "array": "json_want_array", "string": "json_want_text"}


def expected_by(schema: Json, root: Json) -> Message:
    """What a schema asks for; ``root`` is the schema that its references lead into.

    >>> from govdisclosure.i18n import ENGLISH
    >>> expected_by({"type": ["integer", "null"], "minimum": 0, "maximum": 9}, {}).render(ENGLISH)
    'a whole number from 0 to 9 or null'
    >>> expected_by({"type": "integer", "multipleOf": 5, "title": "Fives"}, {}).render(ENGLISH)
    'a value that satisfies {"type": "integer", "multipleOf": 5}'
    """
    schema = _resolve(schema, root)
    if not isinstance(schema, Mapping):
        return Message("json_want_nothing" if schema is False else "json_want_any")
    types: Json = schema.get("type")
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    kinds = types if isinstance(types, list) else [types]
    nullable = "null" in kinds[1:] or (values is not None and None in values[1:])
    if values is not None:
        want = _one_of([v for v in values if v is not None or not nullable])
    else:
        rest = [t for t in kinds if t != "null" or not nullable]
        want = _expectation(schema, rest[0] if len(rest) == 1 else rest, root)
    return Message("json_want_or_null", {"what": want}) if nullable else want


def _one_of(values: list[Json]) -> Message:
    if all(isinstance(v, str) and v.startswith("/") for v in values):
        return Message("json_want_cells")
    return Message("json_want_one_of", {"values": names_of(values)})


def _expectation(schema: Mapping[str, Json], only: Any, root: Json) -> Message:
    branches = [expected_by(branch, root) for branch in schema.get("anyOf", ())]
    if branches and all(branch == branches[0] for branch in branches):
        return branches[0]
    limits = {"least": schema.get("minimum"), "most": schema.get("maximum")}
    if only in ("integer", "number") and None not in limits.values():
        return Message("json_want_whole" if only == "integer" else "json_want_number", limits)
    if only == "string" or ("pattern" in schema and only is None):
        pattern = schema.get("pattern")
        if pattern in _PATTERNS:
            return Message(_PATTERNS[pattern])
        if pattern is not None:
            return Message("json_want_written", {"pattern": echo(pattern)})
    plain = {k: v for k, v in schema.items() if not _is_annotation(k)}
    if only in _TYPES and (only != "string" or len(plain) == 1):
        return Message(_TYPES[only])
    return Message("json_want_schema", {"text": _cut(plain)}) if plain else Message("json_want_any")


def _is_annotation(key: str) -> bool:
    return key in ("title", "description", "examples", "default") or key.startswith(("x-", "$"))


def _cut(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text[:_LONGEST] + ("…" if len(text) > _LONGEST else "")


def names_of(values: Iterable[Json]) -> tuple[str, ...]:
    """Values for a message, the first few of them.

    >>> names_of(["元", None, 3])
    ('"元"', 'null', '3')
    """
    all_of_them = list(values)
    few = [echo(v) if isinstance(v, str) else _cut(v) for v in all_of_them[:_FEW]]
    return (*few, *(["…"] if len(all_of_them) > _FEW else []))


def _resolve(schema: Json, root: Json) -> Json:
    """What a reference into the same document leads to; others are left as they are."""
    hops = 0
    while isinstance(schema, Mapping) and str(schema.get("$ref", "")).startswith("#/") and hops < 9:
        hops += 1
        here = root
        for token in schema["$ref"][2:].split("/"):
            here = here.get(token) if isinstance(here, Mapping) else None
        if here is None:
            break
        schema = here
    return schema
