"""Errors of jsonschema → findings: the pointer that is meant, what was expected, one of each.

What no schema can see (a repeated key, a lone surrogate, endless nesting) the explaining path
finds first; what jsonschema then says of the rest is put into the same words.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, reduce
from itertools import islice
from operator import getitem
from typing import Any, TypeAlias

from attrs import define, field
from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]
from jsonschema.exceptions import SchemaError, UnknownType  # type: ignore[import-untyped,unused-ignore]
from jsonschema.validators import validator_for  # type: ignore[import-untyped,unused-ignore]
from referencing import Registry
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

from govdisclosure.codec._problems import Locate, Problems, echo, finding, token
from govdisclosure.codec._shapes import Anything
from govdisclosure.codec._strict_json import Unusable
from govdisclosure.codec._structure import structure
from govdisclosure.codec.schema._expected import expected_by, resolve
from govdisclosure.codec.schema._files import schema_names, schema_text
from govdisclosure.errors import InvalidSchemaError
from govdisclosure.findings import Finding
from govdisclosure.form import Json, pointer, tokens
from govdisclosure.i18n import Message

Error: TypeAlias = Any
"""A ``jsonschema.ValidationError``; the library declares its facts as possibly unset."""

_INVALID = (SchemaError, Unresolvable, UnknownType, RecursionError, re.error)
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
    text, errors = Problems(locate, most=most), _Errors(locate, root=data, most=most)
    structure(text, Anything(), data, "")
    try:
        judge = _published(schema) if isinstance(schema, str) else _validator(schema)
        if _HOPELESS & {finding.rule_id for finding in text.findings}:
            return text.findings
        root = DRAFT202012.create_resource(judge.schema)
        errors.resolver = _registry().resolver_with_root(root)
        for error in islice(judge.iter_errors(data), most):
            errors.note(error)
    except (*_INVALID, OverflowError, ValueError) as problem:
        # A Python integer too long to divide or to print the explaining path has found already.
        if isinstance(problem, _INVALID) or not text.findings:
            why = (str(problem).splitlines() or [type(problem).__name__])[0]
            raise InvalidSchemaError(Message("invalid_schema", {"why": why[:200]})) from None
    return _merge(text.findings, errors.first, data)


@cache
def _published(name: str) -> Any:
    return _validator(json.loads(schema_text(name)))


def _validator(schema: Mapping[str, Json]) -> Any:
    draft = schema.get("$schema", "") if isinstance(schema, Mapping) else None
    if not isinstance(draft, str) or "/draft-03/" in draft:
        raise SchemaError("it should be an object, and its $schema draft-04 or a later one")
    cls: Any = validator_for(schema, default=Draft202012Validator)
    cls.check_schema(schema)
    return cls(schema, registry=_registry())


@cache
def _registry() -> Registry[Json]:
    """The published schemas by their ``$id``; nothing is ever fetched."""
    schemas = [json.loads(schema_text(name)) for name in schema_names()]
    return Registry[Json]().with_contents((schema["$id"], schema) for schema in schemas)


@define
class _Errors(Problems):
    """The problems that the errors of one validation are: the first at each pointer.

    That a key is unknown comes before all else. ``root`` is the whole document.
    """

    resolver: Any = None
    first: dict[str, Finding] = field(factory=dict)

    def add(self, rule_id: str, address: str, key: str, **params: Any) -> None:
        """Note a problem at a pointer."""
        first = rule_id == "JSON-UNKNOWN-KEY" or address not in self.first
        if first and len(self.first) < self.most:
            self.first[address] = finding(self.locate, rule_id, address, Message(key, params))

    def note(self, error: Error) -> None:
        """Note one error, or those of the only branch that can have been meant."""
        if branch := self.of_tag(error) or _fitting_branch(error):
            for inner in branch:
                self.note(inner)
            return
        path = [token(t) if isinstance(t, str) else t for t in error.absolute_path]
        holder = reduce(getitem, error.absolute_path, self.root)
        match error.validator:
            case keyword if isinstance(holder, dict) and isinstance(error.instance, str):
                address = pointer(*path, token(error.instance))
                if keyword in ("enum", "const", "anyOf"):
                    self.unknown(address, error.instance, expected_by(error.schema, self.resolver))
                else:
                    self.value(error, address)
            case "required":
                for key in (key for key in error.validator_value if key not in error.instance):
                    inner = error.schema.get("properties", {}).get(key, {})
                    about = {"found": echo(key), "expected": expected_by(inner, self.resolver)}
                    self.add("JSON-MISSING", pointer(*path, token(key)), "json_missing", **about)
            case "additionalProperties" if error.validator_value is False:
                known = tuple(map(token, error.schema.get("properties", ())))
                for key in _surplus(error.schema, error.instance):
                    self.unknown(pointer(*path, token(key)), key, known)
            case _:
                self.value(error, pointer(*path))

    def of_tag(self, error: Error) -> Sequence[Error]:
        """The errors of the branch that a key names, or of the key; none if no key does that."""
        if error.validator not in ("anyOf", "oneOf") or not isinstance(error.instance, dict):
            return ()
        tags = [_constants(resolve(branch, self.resolver)) for branch in error.validator_value]
        key = next((key for key in tags[0] if all(key in constants for constants in tags)), None)
        if key is None:
            return ()
        names = [constants[key] for constants in tags]
        schema = {"properties": {key: {"enum": names}}, "required": [key]}
        if errors := [*Draft202012Validator(schema).iter_errors(error.instance)]:
            for inner in errors:
                inner.parent = error
            return errors
        there = names.index(error.instance[key])
        return [inner for inner in error.context if inner.schema_path[0] == there]

    def unknown(self, address: str, key: str, want: Message | tuple[str, ...]) -> None:
        """Note a key that may not stand here."""
        about = {"found": echo(key), "expected": want}
        self.add("JSON-UNKNOWN-KEY", address, "json_unknown_key", **about)

    def value(self, error: Error, address: str) -> None:
        """Note a value that is not what the schema asks for, or not what one keyword does."""
        rule_id, keyword = _rule(error), error.validator
        only = keyword and (rule_id == "JSON-SCHEMA" or keyword.endswith("Length"))
        schema = {keyword: error.validator_value} if only else error.schema
        self.wrong(rule_id, address, expected_by(schema, self.resolver), error.instance)


def _rule(error: Error) -> str:
    is_text, value = isinstance(error.instance, str), error.validator_value
    values = value if isinstance(value, list) and error.validator != "const" else [value]
    match error.validator:
        case "type" if isinstance(error.instance, Unusable) and _NUMBERS.intersection(values):
            return "JSON-RANGE"
        case "enum" | "const" if is_text or not all(isinstance(v, str | None) for v in values):
            return _RULES_BY_KEY.get(next(reversed(error.absolute_path), ""), "JSON-VALUE")
        case "type" | "enum" | "const":
            return "JSON-TYPE"
        case "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum":
            return "JSON-RANGE"
        case "pattern" | "minLength" | "maxLength":
            return "JSON-PATTERN"
        case "anyOf" | "oneOf" if all(map(_is_of_another_kind, error.context)):
            return "JSON-TYPE"
        case _:
            return "JSON-PATTERN" if error.validator == "not" and is_text else "JSON-SCHEMA"


def _constants(branch: Json) -> Mapping[str, Json]:
    """The keys that an object of a branch must have, with the only value that each may have."""
    if not isinstance(branch, Mapping):
        return {}
    keys = {key: branch.get("properties", {}).get(key) for key in branch.get("required", ())}
    return {k: v["const"] for k, v in keys.items() if isinstance(v, Mapping) and "const" in v}


def _fitting_branch(error: Error) -> Sequence[Error]:
    """The errors of the only branch whose type fits, where there is a choice of branches."""
    branches: dict[Any, list[Error]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.schema_path[0], []).append(inner)
    fitting = [errors for errors in branches.values() if not any(map(_is_of_another_kind, errors))]
    return fitting[0] if len(fitting) == 1 else ()


def _is_of_another_kind(error: Error) -> bool:
    return not error.path and error.validator in ("type", "const", "enum")


def _surplus(schema: Mapping[str, Json], instance: Mapping[str, Json]) -> Iterator[str]:
    patterns = "|".join(schema.get("patternProperties", ()))
    for key in instance:
        if key not in schema.get("properties", ()) and not (patterns and re.search(patterns, key)):
            yield key


def _merge(text: list[Finding], errors: Mapping[str, Finding], data: Json) -> list[Finding]:
    """Both as one, as the loader would have it.

    A value of the wrong type hides what is inside it, an unknown key and a lone surrogate
    hide what the schema has against them; what was expected says more than a bare range.
    """
    halves = {f.pointer for f in text if f.rule_id == "JSON-SURROGATE"}
    unknown = {f.pointer for f in errors.values() if f.rule_id == "JSON-UNKNOWN-KEY"}
    below = tuple(address + "/" for address in halves | unknown)
    shown = {a: f for a, f in errors.items() if a not in halves and not a.startswith(below)}
    opaque = tuple(a + "/" for a, f in errors.items() if f.rule_id == "JSON-TYPE")
    seen = [
        f
        for f in text
        if not f.pointer.startswith(opaque)
        and not (f.rule_id in ("JSON-RANGE", "JSON-SYNTAX") and f.pointer in shown)
    ]
    return _in_order([*seen, *shown.values()], data)


def _in_order(findings: list[Finding], data: Json) -> list[Finding]:
    """By where things stand in the document; what is missing comes after what is there."""
    known: dict[int, dict[str, tuple[int, Json]]] = {}

    def place(finding: Finding) -> list[int]:
        here, order = data, []
        for name in tokens(finding.pointer):
            if id(here) not in known:
                members = dict(enumerate(here)) if isinstance(here, list) else here
                pairs = members.items() if isinstance(members, dict) else ()
                known[id(here)] = {token(str(k)): (i, v) for i, (k, v) in enumerate(pairs)}
            inside = known[id(here)]
            position, here = inside.get(name, (len(inside), None))
            order.append(position)
        return order

    return sorted(findings, key=place)
