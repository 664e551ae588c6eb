"""Shapes → JSON Schema: what a shape accepts, with the form's own words as annotations.

Written for every reader of draft 2020-12, ajv in strict mode included: whatever asks
something of a type names the type, and no branch is chosen by trying them all, so that an
error is an error of the branch that was meant.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from attrs import define, evolve, field

from govdisclosure.codec import _records as records
from govdisclosure.codec import _shapes as shapes
from govdisclosure.codec._structure import EDITORS_HINT
from govdisclosure.codec.schema._annotations import (
    field_annotations,
    first_paragraph,
    key_annotations,
    table_annotations,
)
from govdisclosure.codec.schema._key_facts import KNOWN_NOWHERE, Facts, facts_by_key
from govdisclosure.codec.schema._parts import Schema, name_parts, object_of, ref
from govdisclosure.codec.schema._rule_annotations import Rules, rules_by_table
from govdisclosure.form import EDITION_LABEL, SAFE, Json, JsonObject, Kind, Money
from govdisclosure.model import CellNote, Issuer, Period, Report

_Object: TypeAlias = shapes.Object | records.Record

CELLS: Mapping[Kind, Any] = {
    Kind.COUNT: 3,
    Kind.CHANGE: -2,
    Kind.AMOUNT: "10.40",
    Kind.MONEY: {"value": "10.4", "unit": "万元"},
}
"""A number that may stand in a cell of each kind, for ``examples``."""

_OTHERS: Mapping[tuple[type, str], Any] = {
    (Report, "title"): "青禾县2023年政府信息公开工作年度报告",
    (Report, "year"): 2023,
    (Report, "overview"): ["2023年，本机关主动公开政府信息96条。"],
    (Report, "extensions"): {"x_note": "2024-01-31"},
    (Issuer, "name"): "青禾县人民政府",
    (Period, "start"): "2023-01-01",
    (Period, "end"): "2023-12-31",
    (CellNote, "printed"): "3（预估）",
    (CellNote, "note"): "预估",
    (CellNote, "state"): "number",
    (Money, "unit"): "万元",
}

_AS_ASKED: Mapping[Kind | None, shapes.Shape] = {Kind.COUNT: evolve(shapes.COUNT, minimum=0)}
"""What the form asks for where a published report may say more: no count below 0."""


_LINE_END = "[\n\r\x85\u2028\u2029]"


def _if_type(name: str, **then: Json) -> Schema:
    return {"if": {"type": name}, "then": {"type": name, **then}}


_TYPES = ("null", "boolean", "string", "number", "array", "object")

_ANYTHING: Schema = {
    "description": "Any JSON value; numbers within what every reader keeps (RFC 7493).",
    "anyOf": [{"type": name} for name in _TYPES],  # to some readers 1e999 is a number of no type
    "allOf": [
        _if_type("number", minimum=-SAFE, maximum=SAFE),
        _if_type("array", items=ref("Anything")),
        _if_type("object", additionalProperties=ref("Anything")),
    ],
}


@define
class Writer:
    """Writes schemas of shapes; each class of the form becomes one definition.

    ``as_asked`` writes what the form asks for, instead of what a report may say;
    ``for_generators`` a choice of editions as a choice of types, not by conditions, which are
    what tells an error of the table that was meant from those of the others.
    """

    as_asked: bool = False
    for_generators: bool = False
    rules: Mapping[type, Rules] = field(factory=dict, init=False)
    facts: Facts = field(factory=dict, init=False)
    definitions: dict[str, Schema] = field(factory=dict)
    classes: JsonObject = field(factory=dict)
    module_editions: dict[str, str] = field(factory=dict)

    def schema(self, shape: shapes.Shape) -> Schema:
        """The schema of one shape; definitions that it needs are added."""
        match shape:
            case shapes.Integer():
                limits = {"minimum": shape.minimum, "maximum": shape.maximum}
                return {"type": _type("integer", shape), **limits}
            case shapes.String():
                return {"type": _type("string", shape), **_pattern(shape)}
            case shapes.Choice():
                constants = [*map(str, shape.values), *([None] if shape.nullable else [])]
                return {"const": constants[0]} if len(constants) == 1 else {"enum": constants}
            case shapes.Boolean():
                return {"type": _type("boolean", shape)}
            case shapes.Array():
                least = {"minItems": shape.minimum} if shape.minimum else {}
                return {"type": _type("array", shape), "items": self.schema(shape.of), **least}
            case shapes.Anything():
                return self.refer("Anything", _ANYTHING)
            case shapes.Map():
                names, values = _pattern(shape.key), self.schema(shape.of)
                return {"type": "object", "propertyNames": names, "additionalProperties": values}
            case shapes.Notes():
                values = self.definition(shape.of, says="description")
                names = {"anyOf": self.cells(shape.tables)}
                return {"type": "object", "propertyNames": names, "additionalProperties": values}
            case shapes.TaggedUnion():
                return self.by_edition(shape)
            case records.Named() | records.Either() if shape.nullable:
                there = self.schema(evolve(shape, nullable=False))
                return {"anyOf": [there, {"type": "null"}]}
            case records.Named():
                words = {"description": shape.description} if shape.description else {}
                return self.refer(shape.name, {**words, **self.schema(shape.of)})
            case records.Either():
                return {"anyOf": [self.schema(shape.first), self.schema(shape.second)]}
            case records.Entries(key=shapes.Choice(values=keys)):
                return object_of(**{key: self.schema(shape.of) for key in keys})
            case records.Entries():
                names, values = self.schema(shape.key), self.schema(shape.of)
                return {"type": "object", "propertyNames": names, "additionalProperties": values}
            case _:
                there = self.definition(shape)
                return {"anyOf": [there, {"type": "null"}]} if shape.nullable else there

    def refer(self, name: str, schema: Schema) -> Schema:
        """A reference to a definition, which is added."""
        self.definitions.setdefault(name, schema)
        return ref(name)

    def definition(self, shape: Any, *, says: str = "") -> Schema:
        """A reference to the definition of a class of the form.

        ``says`` is the keyword for what the class says of itself. What a key of a report means
        stands at the key: editors would show a description behind its ``$ref`` instead. The
        title is what generators name a type by.
        """
        cls = shape.cls
        parts = name_parts(shape, self.module_editions)
        name = "-".join(parts)
        if self.classes.setdefault(name, cls) is not cls:
            raise ValueError(f"two classes would be the definition {name!r}")
        if name not in self.definitions:
            self.definitions[name] = {}  # keeps its place: a table stands before its rows
            says = says or ("$comment" if isinstance(shape, shapes.Object) else "description")
            title = {"title": "".join(parts)}
            words = {**title, says: first_paragraph(cls), **table_annotations(cls)}
            self.definitions[name] = {**words, **self.fields(shape), **self.rule_ids(cls)}
        return ref(name)

    def rule_ids(self, cls: Any) -> Schema:
        """The rules that touch the cells of a table, by pointers below it."""
        rules = self.rules.get(cls, {})
        return {"x-rules": {cell: list(ids) for cell, ids in rules.items()}} if rules else {}

    def fields(self, shape: _Object) -> Schema:
        """The schema of an object with fixed keys, its words included; of a report, its rules."""
        edition = {"edition": _edition({"const": shape.edition})} if shape.edition else {}
        optional = {name for name, inner in shape.fields.items() if inner.optional}
        fit: Schema = {}
        if isinstance(shape, shapes.Object) and issubclass(shape.cls, Report):
            self.rules = rules_by_table(shape)
            self.facts = facts_by_key(shape, self.rules)
            edition, optional = {EDITORS_HINT: self.schema(shapes.ANY_TEXT)}, {EDITORS_HINT}
            fit = cells_fit(shape, "cell_notes")
        inside = {name: self.field(shape, name, inner) for name, inner in shape.fields.items()}
        whole = object_of(**edition, **inside)
        required = [key for key in whole["required"] if key not in optional]
        return {**whole, "required": required, **fit}

    def field(
        self, shape: shapes.Object | records.Record, name: str, inner: shapes.Field
    ) -> Schema:
        """The schema of one key, with its words and an example."""
        inner_shape = _AS_ASKED.get(inner.kind, inner.shape) if self.as_asked else inner.shape
        example = (
            CELLS[inner.kind]
            if inner.kind
            else _OTHERS.get((Report if issubclass(shape.cls, Report) else shape.cls, name))
        )
        examples = {} if example is None else {"examples": [example]}
        words = field_annotations(inner, self.facts.get((shape.cls, name), KNOWN_NOWHERE))
        return {**self.schema(inner_shape), **words, **examples}

    def by_edition(self, shape: shapes.TaggedUnion) -> Schema:
        """A table of one edition, or of the one among several that it names."""
        branches = {e: self.definition(table) for e, table in shape.branches.items()}
        if len(branches) == 1:
            return next(iter(branches.values()))
        if self.for_generators:
            return {"anyOf": [*branches.values()]}
        choices = [{"if": _edition_is(e), "then": table} for e, table in branches.items()]
        edition = _at("edition", _edition({"enum": list(branches)}))
        return {**edition, "allOf": choices}

    def cells(self, tables: Mapping[str, shapes.TaggedUnion]) -> list[Schema]:
        """References to lists of the pointers to all cells, one for each table."""
        return [
            self.refer(
                _cells_name(section, e), {"enum": list(shapes.cell_pointers(section, t.cls))}
            )
            for section, by_edition in tables.items()
            for e, t in by_edition.branches.items()
        ]


def cells_fit(report: shapes.Object, key: str, inside: str = "") -> Schema:
    """That the pointers at a key are of the edition that each table has in this document.

    ``inside`` is the key that the report stands at, where it is not the document itself.
    It is no ``allOf`` of the document: generators take that for types which it inherits from.
    """
    conditions = [
        {
            "if": _at(inside, _at(section, _edition_is(edition))),
            "then": _pointers_below(key, section, edition),
        }
        for section, inner in report.fields.items()
        if isinstance(inner.shape, shapes.TaggedUnion) and len(inner.shape.branches) > 1
        for edition in inner.shape.branches
    ]
    return {"dependentSchemas": {key: {"allOf": conditions}}} if conditions else {}


def _at(key: str, schema: Schema) -> Schema:
    if not key:
        return schema
    return {"type": "object", "properties": {key: schema}, "required": [key]}


def _pointers_below(key: str, section: str, edition: str) -> Schema:
    cells = ref(_cells_name(section, edition))
    names = {"if": {"pattern": f"^/{section}/"}, "then": cells}
    return {"properties": {key: {"type": "object", "propertyNames": names}}}


def _edition(schema: Schema) -> Schema:
    """What the key is that names the edition of a table, with its words."""
    return {**schema, **key_annotations(EDITION_LABEL, KNOWN_NOWHERE)}


def _edition_is(edition: str) -> Schema:
    return _at("edition", {"const": edition})


def _type(name: str, shape: shapes.Shape) -> str | list[str]:
    return [name, "null"] if shape.nullable else name


def _pattern(shape: shapes.String) -> Schema:
    facets: Schema = {}
    if shape.pattern:
        facets["pattern"] = f"^{shape.pattern}$" if shape.whole else shape.pattern
    if shape.max_length is not None:
        facets["maxLength"] = shape.max_length
    if shape.pattern and shape.whole:
        # In some engines `$` matches before the end of a last line; look-ahead is not in all.
        facets["not"] = {"type": "string", "pattern": _LINE_END}
    return facets


def _cells_name(section: str, edition: str) -> str:
    return "-".join(["cells", section, edition]).removesuffix("-")
