"""Errors of jsonschema → findings: the pointer that is meant, what was expected, one of each.

What no schema can see (a repeated key, a lone surrogate, endless nesting) the explaining path
finds first; what jsonschema then says of the rest is put into the same words.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeAlias

from attrs import define, field
from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]
from jsonschema.exceptions import SchemaError, UnknownType  # type: ignore[import-untyped,unused-ignore]
from jsonschema.validators import validator_for  # type: ignore[import-untyped,unused-ignore]
from referencing import Registry, Resource
from referencing.exceptions import NoSuchResource, Unresolvable

from govdisclosure.codec._problems import Locate, Problems, echo, token
from govdisclosure.codec._shapes import Anything
from govdisclosure.codec._strict_json import Unusable
from govdisclosure.codec._structure import structure
from govdisclosure.codec.schema._expected import expected_by
from govdisclosure.codec.schema._files import ID_PREFIX, schema_names, schema_text
from govdisclosure.errors import InvalidSchemaError
from govdisclosure.findings import Finding
from govdisclosure.form import Json, pointer, tokens
from govdisclosure.i18n import Message

Error: TypeAlias = Any
"""A ``jsonschema.ValidationError``; the library declares its facts as possibly unset."""

_RULES: Mapping[str, str] = {
    "type": "JSON-TYPE",
    "minimum": "JSON-RANGE",
    "maximum": "JSON-RANGE",
    "exclusiveMinimum": "JSON-RANGE",
    "exclusiveMaximum": "JSON-RANGE",
    "pattern": "JSON-PATTERN",
    "minLength": "JSON-PATTERN",
    "maxLength": "JSON-PATTERN",
}
_MOST_KEYS = 30
_RULES_BY_KEY = {"edition": "JSON-EDITION", "schema_version": "JSON-VERSION"}
_NUMBERS = frozenset({"integer", "number"})
_HOPELESS = frozenset({"JSON-DEPTH", "JSON-TYPE"})
"""Rules that data breaks which jsonschema would not survive: endless, or no JSON at all."""


def findings_by_schema(
    schema: str | Mapping[str, Json], data: Json, locate: Locate, most: int
) -> list[Finding]:
    """What a schema, and the text itself, get wrong, in the order of the document.

    Raises:
        KeyError: there is no published schema of that name.
        InvalidSchemaError: the schema is none, or refers to one that is not here.
    """
    text = Problems(locate, most=most)
    structure(text, Anything(), data, "")
    judge = _published(schema) if isinstance(schema, str) else _validator(schema)
    if _HOPELESS & {finding.rule_id for finding in text.findings}:
        return text.findings
    errors = _Errors(Problems(locate, most=most), judge.schema, data)
    try:
        for error in islice(judge.iter_errors(data), most):
            errors.note(error)
    except (Unresolvable, UnknownType, RecursionError, re.error) as problem:
        raise _invalid(_first_line(problem)) from None
    except (OverflowError, ValueError):
        # A Python integer too long to divide or to print; the explaining path has found it already.
        if not text.findings:
            raise
    return _merge(text.findings, errors.problems.findings, data)


@cache
def _published(name: str) -> Any:
    return _validator(json.loads(schema_text(name)))


def _invalid(why: str) -> InvalidSchemaError:
    return InvalidSchemaError(Message("invalid_schema", {"why": why}))


def _validator(schema: Mapping[str, Json]) -> Any:
    if not isinstance(schema, Mapping):
        raise _invalid(f"it is {type(schema).__name__}, not an object")
    draft = schema.get("$schema", "")
    if not isinstance(draft, str) or "/draft-03/" in draft:
        raise _invalid(f"$schema is {echo(str(draft))}, not draft-04 or a later one")
    try:
        cls: Any = validator_for(schema, default=Draft202012Validator)
        cls.check_schema(schema)
    except (SchemaError, UnknownType, RecursionError, Unresolvable) as problem:
        raise _invalid(_first_line(problem)) from None
    registry: Registry[Json] = Registry(retrieve=_retrieve)  # type: ignore[call-arg]
    return cls(schema, registry=registry)


def _retrieve(uri: str) -> Resource[Json]:
    """A published schema by its ``$id``; nothing is ever fetched."""
    for name in schema_names():
        if uri.startswith(f"{ID_PREFIX}:{name}:"):
            schema = json.loads(schema_text(name))
            if schema["$id"] == uri:
                return Resource.from_contents(schema)
    raise NoSuchResource(uri)


def _first_line(problem: Exception) -> str:
    return (str(problem).splitlines() or [type(problem).__name__])[0][:200]


@define
class _Errors:
    """Adds the errors of one validation to the problems, each place once for every rule."""

    problems: Problems
    schema: Json
    data: Json
    places: set[tuple[str, str]] = field(factory=set)

    def note(self, error: Error) -> None:
        """Note one error, or those of the only branch that can have been meant."""
        branch = _fitting_branch(error)
        if branch:
            for inner in branch:
                self.note(inner)
            return
        path = [token(t) if isinstance(t, str) else t for t in error.absolute_path]
        holder = _inside(self.data, error.absolute_path)
        if isinstance(holder, dict) and isinstance(error.instance, str):
            self.key(error, pointer(*path, token(error.instance)))
        elif error.validator == "required":
            for key in error.validator_value:
                if key not in error.instance:
                    self.missing(error, pointer(*path, token(key)), key)
        elif error.validator == "additionalProperties" and error.validator_value is False:
            for key in _surplus(error.schema, error.instance):
                properties = _few(error.schema.get("properties", ()))
                there = pointer(*path, token(key))
                about = {"found": echo(key), "expected": properties}
                self.add("JSON-UNKNOWN-KEY", there, "json_unknown_key", **about)
        else:
            self.value(error, pointer(*path))

    def add(self, rule_id: str, address: str, key: str, **params: Any) -> None:
        if (rule_id, address) not in self.places:
            self.places.add((rule_id, address))
            self.problems.add(rule_id, address, key, **params)

    def key(self, error: Error, address: str) -> None:
        """A key that may not stand here, or is not written as keys here are."""
        about = {"found": echo(error.instance), "expected": expected_by(error.schema, self.schema)}
        if error.validator in ("enum", "const", "anyOf"):
            self.add("JSON-UNKNOWN-KEY", address, "json_unknown_key", **about)
        else:
            self.value(error, address)

    def missing(self, error: Error, address: str, key: str) -> None:
        inner = error.schema.get("properties", {}).get(key, {})
        want = expected_by(inner, self.schema)
        self.add("JSON-MISSING", address, "json_missing", found=echo(key), expected=want)

    def value(self, error: Error, address: str) -> None:
        rule_id = _rule(error)
        if (rule_id, address) in self.places:
            return
        self.places.add((rule_id, address))
        schema = error.schema if isinstance(error.schema, Mapping) else {}
        if rule_id == "JSON-SCHEMA":
            schema = {str(error.validator): error.validator_value}
        self.problems.wrong(rule_id, address, expected_by(schema, self.schema), error.instance)


def _rule(error: Error) -> str:
    if error.validator == "type" and isinstance(error.instance, Unusable):
        types = error.validator_value
        numbers = _NUMBERS.intersection(types if isinstance(types, list) else [types])
        return "JSON-RANGE" if numbers else "JSON-TYPE"
    if error.validator in ("enum", "const"):
        values = [error.validator_value] if error.validator == "const" else error.validator_value
        if not isinstance(error.instance, str) and all(
            isinstance(v, str) or v is None for v in values
        ):
            return "JSON-TYPE"
        name = error.absolute_path[-1] if error.absolute_path else ""
        return _RULES_BY_KEY.get(str(name), "JSON-VALUE")
    if error.validator == "not" and isinstance(error.instance, str):
        return "JSON-PATTERN"
    return _RULES.get(str(error.validator), "JSON-SCHEMA")


def _fitting_branch(error: Error) -> Sequence[Error]:
    """The errors of the only branch whose type fits, where there is a choice of branches."""
    if error.validator not in ("anyOf", "oneOf"):
        return ()
    branches: dict[Any, list[Error]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.schema_path[0], []).append(inner)
    fitting = [b for b in branches.values() if not any(map(_is_of_another_kind, b))]
    return fitting[0] if len(fitting) == 1 else ()


def _is_of_another_kind(error: Error) -> bool:
    return not error.path and error.validator in ("type", "const", "enum")


def _few(keys: Iterable[str]) -> tuple[str, ...]:
    names = [token(key)[:60] for key in islice(keys, _MOST_KEYS + 1)]
    return (*names[:_MOST_KEYS], *(["…"] if len(names) > _MOST_KEYS else []))


def _surplus(schema: Mapping[str, Json], instance: Mapping[str, Json]) -> Iterator[str]:
    patterns = "|".join(schema.get("patternProperties", ()))
    for key in instance:
        if key not in schema.get("properties", ()) and not (patterns and re.search(patterns, key)):
            yield key


def _inside(data: Json, path: Sequence[str | int]) -> Json:
    for step in path:
        data = data[step]
    return data


def _merge(text: list[Finding], errors: list[Finding], data: Json) -> list[Finding]:
    """Both lists as one, as the loader would have it.

    A value of the wrong type hides what is inside it, an unknown key and a lone surrogate
    hide what the schema has against them; what was expected says more than a bare range.
    """
    hiding = {f.pointer for f in text if f.rule_id == "JSON-SURROGATE"}
    unknown = {f.pointer for f in errors if f.rule_id == "JSON-UNKNOWN-KEY"}
    of_type = {f.pointer for f in errors if f.rule_id == "JSON-TYPE"}
    opaque = tuple(address + "/" for address in of_type - unknown)
    below = tuple(address + "/" for address in hiding | unknown)
    by_pointer: dict[str, Finding] = {}
    for finding in errors:
        if finding.pointer in unknown and finding.rule_id != "JSON-UNKNOWN-KEY":
            continue
        if finding.pointer not in hiding and not finding.pointer.startswith(below):
            by_pointer.setdefault(finding.pointer, finding)
    bare = ("JSON-RANGE", "JSON-SYNTAX")
    first = [
        finding
        for finding in text
        if not (finding.rule_id in bare and finding.pointer in by_pointer)
        and not finding.pointer.startswith(opaque)
    ]
    order = _Order(data)
    return sorted([*first, *by_pointer.values()], key=lambda finding: order.of(finding.pointer))


@define
class _Order:
    """Where things stand in a document; what is missing comes after what is there."""

    data: Json
    positions: dict[int, dict[str, int]] = field(factory=dict)

    def of(self, address: str) -> tuple[int, ...]:
        here, order = self.data, []
        for name in tokens(address):
            if isinstance(here, list) and name.isdecimal():
                order.append(int(name))
                here = here[int(name)] if int(name) < len(here) else None
            elif isinstance(here, dict):
                names = self.positions.get(id(here))
                if names is None:
                    names = {token(key): i for i, key in enumerate(here)}
                    self.positions[id(here)] = names
                order.append(names.get(name, len(here)))
                here = here.get(name)
        return tuple(order)
