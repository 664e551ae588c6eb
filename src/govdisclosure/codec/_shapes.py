"""What a report looks like as JSON, derived from the classes.

One description that the loader reads by and the JSON Schema is written from, so that
the two cannot disagree. The tables come from their own annotations; only what is not a
cell (titles, dates, notes) is said here.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from attrs import evolve, field, frozen

from govdisclosure.form import (
    AMOUNT_LENGTH,
    AMOUNT_PATTERN,
    NON_BLANK,
    SAFE,
    CellState,
    Kind,
    Label,
    Money,
    MoneyUnit,
    Part,
    Shown,
    Table,
    form_of,
    made_once,
    parts,
    pointer,
)
from govdisclosure.model import (
    EDITIONS,
    FIRST_YEAR,
    SCHEMA_VERSION,
    AnyEdition,
    CellNote,
    Issuer,
    Period,
    Report,
    TableClasses,
    new_report,
    report_class,
)


@frozen(eq=False, repr=False)  # each is made once, and compared by identity
class Shape(Shown):
    """Base of the shapes; ``nullable`` is true where the value may be ``null`` as well."""

    nullable: bool = field(default=False, kw_only=True)


S = TypeVar("S", bound=Shape)


def allow_null(shape: S) -> S:
    """The shape, or ``null``."""
    return evolve(shape, nullable=True)


@frozen(eq=False, repr=False)
class Integer(Shape):
    """A whole number; ``3.0`` and ``1e2`` are whole numbers too."""

    minimum: int
    maximum: int


class Boolean(Shape):
    """True or false."""

    __slots__ = ()


@frozen(eq=False, repr=False)
class String(Shape):
    """A string in which the pattern is found; one that is ``whole`` must match throughout."""

    words: str
    pattern: str = ""
    whole: bool = True
    max_length: int | None = None
    make: Callable[[str], Any] = str

    def accepts(self, text: str) -> bool:
        """Whether a string is written so."""
        if self.max_length is not None and len(text) > self.max_length:
            return False
        return matcher(self)(text) is not None


@cache
def matcher(shape: String) -> Callable[[str], object]:
    """Finds the pattern of a text in a string, throughout it where that is asked for."""
    pattern = re.compile(shape.pattern)
    return pattern.fullmatch if shape.whole and shape.pattern else pattern.search


@frozen(eq=False, repr=False)
class Choice(Shape):
    """One of a few strings."""

    values: tuple[str, ...]
    rule: str = "JSON-VALUE"
    make: Callable[[str], Any] = str


@frozen(eq=False, repr=False)
class Array(Shape):
    """An array; of at least so many."""

    of: Shape
    minimum: int = 0


class Anything(Shape):
    """Any JSON value with numbers that every reader keeps."""

    __slots__ = ()


@frozen(eq=False, repr=False)
class Map(Shape):
    """An object whose keys are free within a pattern."""

    key: String
    of: Shape


@frozen(eq=False, repr=False)
class Notes(Shape):
    """An object whose keys are pointers to the cells of the report's tables."""

    of: "Object"
    tables: Mapping[str, "TaggedUnion"]


@frozen(eq=False, repr=False)
class Field(Shown):
    """One key of an object, with the form's words for it, or ours; one may be left out."""

    shape: Shape
    label: Label | None = None
    kind: Kind | None = None
    description: str = ""
    optional: bool = False


@frozen(eq=False, repr=False)
class Object(Shape):
    """An object with exactly these keys, and an ``edition`` before them if it has one."""

    cls: type
    edition: str
    fields: Mapping[str, Field]

    @property
    def make(self) -> Callable[..., Any]:
        """Makes the object of what its keys hold; a report is made of the class it should be."""
        return new_report if issubclass(self.cls, Report) else self.cls

    @property
    def keys(self) -> tuple[str, ...]:
        """Every required key, in the order of the form."""
        return ("edition", *self.fields) if self.edition else tuple(self.fields)


@frozen(eq=False, repr=False)
class TaggedUnion(Shape):
    """A table, of the edition that its own ``edition`` names."""

    branches: Mapping[str, Object]


# A negative count is let through on purpose: a published report may print one. The rule
# `non_negative` says that it is wrong; a loader that refused it would leave it unsayable.
COUNT = allow_null(Integer(-SAFE, SAFE))
AMOUNT = String("json_want_amount", AMOUNT_PATTERN, max_length=AMOUNT_LENGTH, make=Decimal)
DAY = String("json_want_day", r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", max_length=10)
WORDS = String("json_want_words", NON_BLANK, whole=False)
ANY_TEXT = String("json_want_text")
EXTENSION_KEY = String("json_want_extension_key", r"(x_[a-z0-9_]+|[a-z0-9-]+(\.[a-z0-9-]+)+)")


_CELLS: Mapping[Kind, Shape] = {
    Kind.COUNT: COUNT,
    Kind.CHANGE: COUNT,
    Kind.AMOUNT: allow_null(AMOUNT),
}

_OTHERS: Mapping[tuple[type, str], Shape] = {
    (Report, "schema_version"): Choice((SCHEMA_VERSION,), "JSON-VERSION"),
    (Report, "title"): allow_null(WORDS),
    (Report, "year"): allow_null(Integer(FIRST_YEAR, 2999)),
    (Report, "preamble"): allow_null(Array(WORDS)),
    (Report, "overview"): allow_null(Array(WORDS)),
    (Report, "problems_and_improvements"): allow_null(Array(WORDS)),
    (Report, "other_matters"): allow_null(Array(WORDS)),
    (Report, "extensions"): Map(EXTENSION_KEY, Anything()),
    (Issuer, "name"): allow_null(WORDS),
    (Period, "start"): DAY,
    (Period, "end"): DAY,
    (CellNote, "printed"): ANY_TEXT,
    (CellNote, "note"): allow_null(WORDS),
    (CellNote, "state"): Choice(tuple(CellState), make=CellState),
    (Money, "unit"): allow_null(Choice(get_args(MoneyUnit))),
}


@made_once
def fields_of(cls: type) -> Object:
    """The shape of one class of the form: a row, a group, a table, a note.

    >>> from govdisclosure.model.parts import Cases
    >>> fields_of(Cases).keys
    ('upheld', 'corrected', 'other_result', 'pending', 'total')
    """
    fields = {p.name: Field(_shape(cls, p), p.label, p.kind) for p in parts(cls)}
    edition = cls.edition if issubclass(cls, Table) else ""
    return Object(cls, edition, MappingProxyType(fields))


def _shape(cls: type, part: Part) -> Shape:
    if part.kind and part.kind in _CELLS:
        return _CELLS[part.kind]
    return _OTHERS.get((cls, part.name)) or fields_of(part.type)


@lru_cache(maxsize=64)
def report_shape(
    tables: TableClasses | None = None, editions: tuple[AnyEdition, ...] = EDITIONS
) -> Object:
    """The shape of a report: with two classes of tables, or with those of any of the editions.

    The order of the editions does not matter: they stand by the year they begin with.

    Raises:
        ValueError: there is no edition, or two have different tables of one name.
    """
    by_year = sorted(editions, key=lambda e: (e.first_year, e.name))
    pairs = [tables] if tables else [edition.tables for edition in by_year]
    sections = [part.name for part in parts(Report) if isinstance(part.type, TypeVar)]
    unions = {
        name: TaggedUnion(_branches(name, [pair[i] for pair in pairs]))
        for i, name in enumerate(sections)
    }
    fields = {
        p.name: Field(unions.get(p.name) or _section(p, unions), p.label) for p in parts(Report)
    }
    return Object(report_class(tables) if tables else Report, "", MappingProxyType(fields))


def _section(part: Part, unions: Mapping[str, TaggedUnion]) -> Shape:
    """The shape of what stands in a report beside the tables that editions differ in."""
    if part.name == "cell_notes":
        alike = {
            p.name: TaggedUnion({"": fields_of(p.type)}) for p in parts(Report) if _is_table(p)
        }
        return Notes(fields_of(CellNote), {**unions, **alike})
    if part.name == "period":
        return allow_null(fields_of(Period))
    return _shape(Report, part)


def _is_table(part: Part) -> bool:
    return isinstance(part.type, type) and issubclass(part.type, Table)


def _branches(name: str, tables: Iterable[type[Table]]) -> Mapping[str, Object]:
    branches: dict[str, Object] = {}
    for table in tables:
        shape = fields_of(table)
        if branches.setdefault(table.edition, shape) is not shape:
            raise ValueError(f"two editions have a table {name!r} named {table.edition!r}")
    if not branches:
        raise ValueError("editions is empty: a report has tables of some edition")
    return branches


@made_once
def cell_pointers(section: str, table: type) -> tuple[str, ...]:
    """Pointers to every number cell of a table that stands in a section of the report.

    >>> from govdisclosure.model.edition_2021 import ProactiveDisclosure
    >>> cell_pointers("proactive_disclosure", ProactiveDisclosure)[-1]
    '/proactive_disclosure/fees/amount_wan_yuan'
    """
    return form_of(Report, **{section: table}).cells_below(pointer(section))
