"""JSON Schema of a report (draft 2020-12), written from the same shapes that the loader reads by.

``python -m govdisclosure.schema schemas`` writes the files again; without a directory it
prints the schema of any report.
"""

import inspect
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs
from attrs import define, field

from govdisclosure.catalogue import catalogue_schema, catalogue_text
from govdisclosure.editions import EDITIONS, AnyEdition
from govdisclosure.findings_schema import findings_schema
from govdisclosure.form import Label, Table
from govdisclosure.json_shape import (
    ANY_TEXT,
    Anything,
    ByEdition,
    Choice,
    Field,
    Fields,
    Items,
    Keyed,
    Notes,
    Shape,
    Text,
    Whole,
    cell_pointers,
    report_shape,
)
from govdisclosure.json_text import SAFE
from govdisclosure.model.report import SCHEMA_VERSION
from govdisclosure.schema_files import ID_PREFIX, SUFFIX

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def json_schema(report_type: Any = None, editions: Iterable[AnyEdition] = EDITIONS) -> Schema:
    """The JSON Schema of a report: of one exact type, or with tables of any of the editions.

    It accepts exactly the data that ``loads`` accepts. The words of the form stand in
    ``title`` and in the annotations ``x-label``, ``x-unit``, ``x-also``, ``x-under``.

    >>> from govdisclosure.model import Report2021
    >>> json_schema(Report2021)["$id"]
    'urn:govdisclosure:schema:report-2021:1.0.0'
    """
    return _schema(report_shape(report_type, editions))


def _schema(shape: Fields) -> Schema:
    writer = _Writer()
    body = writer.fields(shape)
    body["properties"] = {"$schema": writer.schema(ANY_TEXT), **body["properties"]}
    return {
        "$schema": DRAFT,
        "$id": f"{ID_PREFIX}:{schema_name(shape)}:{SCHEMA_VERSION}",
        "title": "政府信息公开工作年度报告",
        "description": "Annual report on government information disclosure",
        **body,
        "allOf": writer.notes_fit(shape),
        "$defs": writer.definitions,
    }


def schema_name(shape: Fields) -> str:
    """The name of the schema of a report shape, by the editions of its tables.

    >>> [schema_name(report_shape(t)) for t in (None, EDITIONS[0].report_type)]
    ['report', 'report-2019']
    """
    tables = [f.shape.branches for f in shape.fields.values() if isinstance(f.shape, ByEdition)]
    named = dict.fromkeys(next(iter(t)) if len(t) == 1 else "any" for t in tables)
    return "-".join(["report", *(named if [*named] != ["any"] else ())]).lower()


def schema_files(editions: Iterable[AnyEdition] = EDITIONS) -> dict[str, str]:
    """The text of every schema file, by file name: any report, each pure form, findings, rules."""
    known = tuple(editions)
    shapes = [report_shape(None, known), *(report_shape(e.report_type) for e in known)]
    reports = {schema_name(s) + SUFFIX: _text(_schema(s)) for s in shapes}
    others = {"findings": findings_schema(), "rules": catalogue_schema()}
    return {**reports, **{name + SUFFIX: _text(schema) for name, schema in others.items()}}


def published_files() -> dict[str, str]:
    """The text of every file in ``schemas/``, by file name: the schemas and the catalogue."""
    return {**schema_files(), "rules.json": catalogue_text()}


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


@define
class _Writer:
    """Writes schemas of shapes; each class of the form becomes one definition."""

    definitions: dict[str, Schema] = field(factory=dict)
    classes: dict[str, Any] = field(factory=dict)
    module_editions: dict[str, str] = field(factory=dict)

    def schema(self, shape: Shape) -> Schema:
        match shape:
            case Whole():
                return {
                    "type": _type("integer", shape),
                    "minimum": shape.least,
                    "maximum": shape.most,
                }
            case Text():
                return {"type": _type("string", shape), **_written(shape)}
            case Choice():
                values = [*map(str, shape.values), *([None] if shape.or_null else [])]
                return {"const": values[0]} if len(values) == 1 else {"enum": values}
            case Items():
                return {"type": _type("array", shape), "items": self.schema(shape.of)}
            case Anything():
                return self.refer("Anything", _ANYTHING)
            case Keyed():
                return {
                    "type": "object",
                    "propertyNames": _written(shape.key),
                    "additionalProperties": self.schema(shape.of),
                }
            case Notes():
                return self.notes(shape)
            case ByEdition():
                return self.by_edition(shape)
            case _:
                reference = self.definition(shape)
                return {"anyOf": [reference, {"type": "null"}]} if shape.or_null else reference

    def refer(self, name: str, schema: Schema) -> Schema:
        """A reference to a definition, which is added."""
        self.definitions.setdefault(name, schema)
        return {"$ref": f"#/$defs/{name}"}

    def definition(self, shape: Any) -> Schema:
        """A reference to the definition of a class of the form."""
        cls = shape.make
        if shape.edition:
            self.module_editions[cls.__module__] = shape.edition
        # What stands beside the table of an edition belongs to that edition.
        edition = self.module_editions.get(cls.__module__, "")
        name = "-".join([cls.__name__, edition]) if edition else cls.__name__
        if self.classes.setdefault(name, cls) is not cls:
            raise ValueError(f"two classes would be the definition {name!r}")
        if name in self.definitions:
            return {"$ref": f"#/$defs/{name}"}
        self.definitions[name] = {}  # keeps its place: a table stands before its rows
        self.definitions[name] = {**_description(cls), **self.fields(shape)}
        return {"$ref": f"#/$defs/{name}"}

    def fields(self, shape: Fields) -> Schema:
        edition = {"edition": {"const": shape.edition}} if shape.edition else {}
        return {
            "type": "object",
            "properties": {
                **edition,
                **{
                    name: {**self.schema(inner.shape), **_annotations(inner)}
                    for name, inner in shape.fields.items()
                },
            },
            "required": list(shape.keys),
            "additionalProperties": False,
        }

    def by_edition(self, shape: ByEdition) -> Schema:
        branches = {e: self.definition(table) for e, table in shape.branches.items()}
        if len(branches) == 1:
            return next(iter(branches.values()))
        return {
            "type": "object",
            "properties": {"edition": {"enum": list(branches)}},
            "required": ["edition"],
            "allOf": [{"if": _edition_is(e), "then": table} for e, table in branches.items()],
        }

    def notes(self, shape: Notes) -> Schema:
        cells = [
            self.refer(_cells_name(section, e), {"enum": list(cell_pointers(section, t.make))})
            for section, by_edition in shape.tables.items()
            for e, t in by_edition.branches.items()
        ]
        return {
            "type": "object",
            "propertyNames": {"anyOf": cells},
            "additionalProperties": self.definition(shape.of),
        }

    def notes_fit(self, report: Fields) -> list[Schema]:
        """A note stands at a cell of the edition that its table has in this very report."""
        return [
            {
                "if": {"properties": {section: _edition_is(edition)}, "required": [section]},
                "then": _notes_under(section, {"$ref": f"#/$defs/{_cells_name(section, edition)}"}),
            }
            for section, inner in report.fields.items()
            if isinstance(inner.shape, ByEdition)
            for edition in inner.shape.branches
        ]


_ANYTHING: Schema = {
    "description": "Any JSON value; numbers within what every reader keeps (RFC 7493).",
    "minimum": -SAFE,
    "maximum": SAFE,
    "items": {"$ref": "#/$defs/Anything"},
    "additionalProperties": {"$ref": "#/$defs/Anything"},
}


def _type(name: str, shape: Shape) -> str | list[str]:
    return [name, "null"] if shape.or_null else name


def _written(shape: Text) -> Schema:
    written: Schema = {}
    if shape.pattern:
        written["pattern"] = f"^{shape.pattern}$" if shape.whole else shape.pattern
    if shape.longest is not None:
        written["maxLength"] = shape.longest
    if shape.pattern and shape.whole:
        # In some engines `$` matches before a last line feed; look-ahead is not in all.
        written["not"] = {"type": "string", "pattern": "\\n"}
    return written


def _edition_is(edition: str) -> Schema:
    return {"properties": {"edition": {"const": edition}}, "required": ["edition"]}


def _cells_name(section: str, edition: str) -> str:
    return "-".join(["cells", section, edition]).removesuffix("-")


def _notes_under(section: str, cells: Schema) -> Schema:
    names = {"if": {"pattern": f"^/{section}/"}, "then": cells}
    return {"properties": {"cell_notes": {"propertyNames": names}}}


def _description(cls: Any) -> Schema:
    made: Schema = {"description": (inspect.getdoc(cls) or "").partition("\n\n")[0]}
    if issubclass(cls, Table):
        made |= {"x-corner": _label(cls.corner)} if cls.corner else {}
        made |= {"x-across": True} if cls.across else {}
    return made


def _annotations(inner: Field) -> Schema:
    label = inner.label
    if label is None:
        return {}
    made: Schema = {"title": label.zh, "description": label.en, "x-label": _words(label)}
    made |= {"x-kind": inner.kind.value} if inner.kind else {}
    return made | _facts(label)


def _label(label: Label) -> Schema:
    return {**_words(label), **_facts(label)}


def _words(label: Label) -> Schema:
    return {"zh": label.zh, "en": label.en}


def _facts(label: Label) -> Schema:
    facts: Mapping[str, Any] = {
        "x-unit": label.unit,
        "x-also": list(label.also),
        "x-under": _label(label.under) if label.under else None,
        "x-source": {k: v for k, v in attrs.asdict(label.source).items() if v}
        if label.source
        else None,
    }
    return {name: fact for name, fact in facts.items() if fact}


def main(arguments: list[str]) -> None:
    """Write every published file to a directory, or print the schema of any report."""
    if arguments:
        for name, text in published_files().items():
            Path(arguments[0], name).write_text(text, encoding="utf-8", newline="\n")
    else:
        sys.stdout.write(_text(json_schema()))


if __name__ == "__main__":  # pragma: no cover
    main(sys.argv[1:])
