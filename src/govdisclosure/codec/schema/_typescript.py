"""Shapes → TypeScript: the types of a report as JSON, with the words of the form."""

import json
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, evolve, field

from govdisclosure.codec import _shapes as shapes
from govdisclosure.codec._structure import EDITORS_HINT
from govdisclosure.codec.schema._annotations import first_paragraph
from govdisclosure.form import EDITION_LABEL, Kind, Label
from govdisclosure.i18n import words_data
from govdisclosure.model import EDITIONS, AnyEdition, Report

_HEAD = """\
// Types of 政府信息公开工作年度报告, the annual report on government information disclosure.
// Written from the classes of the form. What a type cannot say, report.schema.json does.

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A whole number within ±(2^53−1); null where the cell shows none. */
export type Count = number | null;

/** A whole number with a sign, within ±(2^53−1); null where the cell shows none. */
export type Change = number | null;

/** An exact decimal as it was written, such as "10.40"; null where the cell shows none. */
export type Amount = string | null;
"""

_HINT_LABEL = Label("供编辑器使用，不属于报告", "For editors, and no part of the report")

_CELLS: Mapping[Kind, str] = {Kind.COUNT: "Count", Kind.CHANGE: "Change", Kind.AMOUNT: "Amount"}


def type_declarations(editions: Sequence[AnyEdition] = EDITIONS) -> str:
    """TypeScript's types of reports on the forms of some editions, as ``report.d.ts`` has them.

    A table of any edition is told apart by its key ``edition``; a report on a pure form has a
    type as it has a class.

    >>> [line for line in type_declarations().splitlines() if "carried_in:" in line]
    ['  carried_in: ByApplicant;', '  carried_in: ByApplicant;']
    """
    writer, report = _Writer(), shapes.report_shape(editions=tuple(editions))
    base = writer.type_of(report)
    for edition in editions:
        tables = [(name, report.fields[name].shape, t) for name, t in edition.form.tables.items()]
        lines = [
            f"  {name}: {writer.type_of(union.branches[table.edition])};"
            for name, union, table in tables
            if isinstance(union, shapes.TaggedUnion)
        ]
        writer.declare(edition.report_type, edition.report_type.__name__, lines, extends=base)
    return "\n".join([_HEAD, *writer.declarations.values()])


@define
class _Writer:
    """Writes the type of each shape; what has a name is declared, in the order of the form."""

    declarations: dict[str, str] = field(factory=dict)
    module_editions: dict[str, str] = field(factory=dict)

    def type_of(self, shape: shapes.Shape) -> str:
        """The type of one shape; declarations that it needs are added."""
        if shape.nullable:
            return f"{self.type_of(evolve(shape, nullable=False))} | null"
        match shape:
            case shapes.Integer():
                return "number"
            case shapes.String():
                return "string"
            case shapes.Choice():
                return " | ".join(json.dumps(str(v), ensure_ascii=False) for v in shape.values)
            case shapes.Array():
                return f"{self.type_of(shape.of)}[]"
            case shapes.Map() | shapes.Notes():
                return f"{{ [key: string]: {self.type_of(shape.of)} }}"
            case shapes.Object():
                return self.interface(shape)
            case _:
                return "Json"

    def interface(self, shape: shapes.Object) -> str:
        """The name of an object's interface, which is declared.

        What stands in a table of one edition is named after it, as are definitions in a schema.
        """
        if shape.edition:
            self.module_editions[shape.cls.__module__] = shape.edition
        name = shape.cls.__name__ + self.module_editions.get(shape.cls.__module__, "")
        if name not in self.declarations:
            self.declarations[name] = ""  # keeps its place: a table stands before its rows
            lines = [line for key, inner in shape.fields.items() for line in self.key(key, inner)]
            self.declare(shape.cls, name, [*_keys_of_its_own(shape), *lines])
        return name

    def key(self, name: str, inner: shapes.Field) -> Iterator[str]:
        """The lines of one key: its label and its type."""
        words = _words(inner.label) if inner.label else ""
        yield f"  {_comment(words)}"
        if isinstance(inner.shape, shapes.TaggedUnion):
            yield f"  {name}: {self.union(name, inner.shape, words)};"
        else:
            kind = _CELLS.get(inner.kind) if inner.kind else None
            yield f"  {name}: {kind or self.type_of(inner.shape)};"

    def union(self, section: str, shape: shapes.TaggedUnion, words: str) -> str:
        """The name of the type of a section's table, of whichever edition."""
        name = "".join(word.capitalize() for word in section.split("_"))
        self.declarations[name] = ""
        tables = " | ".join(self.type_of(table) for table in shape.branches.values())
        self.declarations[name] = f"{_comment(words)}\nexport type {name} = {tables};\n"
        return name

    def declare(self, cls: type, name: str, lines: Sequence[str], *, extends: str = "") -> None:
        """Declare the interface of a class with some keys."""
        base = f" extends {extends}" if extends else ""
        body = "\n".join([f"export interface {name}{base} {{", *lines, "}\n"])
        self.declarations[name] = f"{_comment(first_paragraph(cls))}\n{body}"


def _keys_of_its_own(shape: shapes.Object) -> Iterator[str]:
    """Keys that are no fields of the class: the edition of a table, the hint for editors."""
    if shape.edition:
        yield f"  {_comment(_words(EDITION_LABEL))}"
        yield f"  edition: {json.dumps(shape.edition)};"
    if issubclass(shape.cls, Report):
        yield f"  {_comment(_words(_HINT_LABEL))}"
        yield f"  {EDITORS_HINT}?: string;"


def _words(label: Label) -> str:
    """A label in every language, and what a number there counts."""
    unit = f" ({label.unit})" if label.unit else ""
    return " · ".join(words_data(label).values()) + unit


def _comment(words: str) -> str:
    """A comment that editors show, in which nothing ends it."""
    return f"/** {words.replace('``', '`').replace('*/', '* /')} */"
