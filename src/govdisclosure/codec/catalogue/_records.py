"""What stands in ``rules.json``: one class for each kind of object in it."""

from collections.abc import Mapping
from typing import Annotated, TypeAlias

from attrs import evolve, frozen

from govdisclosure.codec._records import Either, Entries, Named
from govdisclosure.codec._shapes import WORDS, Choice, Integer
from govdisclosure.codec.catalogue._nodes import LONGEST, Node, written
from govdisclosure.findings import Number, Severity
from govdisclosure.form import SAFE, CellState, Kind, Source
from govdisclosure.i18n import LANGUAGES, Text
from govdisclosure.rules import CHANGES, RULE_ID, Authority, Preset, Scope
from govdisclosure.rules.engine.expressions import Statement

CATALOGUE_VERSION = CHANGES[0].version
"""Of the newest change in the catalogue's changelog."""

SCHEMA_VERSION = "1.0.0"

MOST_RULES = 1_000
"""So many rules are in a catalogue, and related to one, at the most."""

RULE_ID_SHAPE = Named("RuleId", written(RULE_ID))
_WORDS = Named("Words", evolve(WORDS, max_length=LONGEST))
_VERSION = written(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")
_TOLERANCE = Either(Integer(0, SAFE), written(r"(0|[1-9][0-9]*)(\.[0-9]+)?"))

RuleId: TypeAlias = Annotated[str, RULE_ID_SHAPE]
Words: TypeAlias = Annotated[str, _WORDS]
Bilingual: TypeAlias = Annotated[Text, Named("Text", Entries(Choice(tuple(LANGUAGES)), _WORDS))]


@frozen
class PresetData:
    """A choice of rules by their authority; each takes in the one before it."""

    name: Preset
    authorities: tuple[Authority, ...]


@frozen
class CellData:
    """A cell of a row; what stands in it is of one kind of number."""

    name: str
    kind: Kind


@frozen
class RowData:
    """A row of numbers, its cells from left to right."""

    address: str
    cells: tuple[CellData, ...]


@frozen
class TableData:
    """A table of the form, its rows from top to bottom."""

    section: Annotated[str, "The key of the report that the table stands at."]
    edition: Annotated[str, "What the table says at its key edition; empty where it has none."]
    rows: tuple[RowData, ...]


@frozen
class SourceData:
    """A document that can be cited, with the clause that is meant."""

    title: Bilingual
    number: Annotated[Words | None, "Null where no document is the source, but practice."]
    date: Words | None
    clause: Bilingual

    @classmethod
    def of(cls, source: Source) -> "SourceData":
        """A source as it stands here."""
        title, clause = Text(source.title, source.title_en), Text(source.clause, source.clause_en)
        return cls(title, source.number or None, source.date or None, clause)

    def source(self) -> Source:
        """What stands here as a source."""
        return Source(
            title=self.title.zh,
            number=self.number or "",
            title_en=self.title.en,
            date=self.date or "",
            clause=self.clause.zh,
            clause_en=self.clause.en,
        )


@frozen
class MessageData:
    """What a failure says: its key, and its words with gaps for the facts."""

    key: Words
    zh: Words
    en: Words


@frozen(kw_only=True)
class RuleData:
    """Something that must hold in a report, on somebody's authority."""

    id: RuleId
    title: Bilingual
    sentence: Bilingual
    authority: Authority
    source: SourceData
    severity: Severity
    scope: Scope
    editions: Annotated[tuple[str, ...], "The editions whose pure form the rule applies to."]
    tables: Annotated[
        Mapping[str, tuple[str, ...]], "The editions of each section that its cells are in."
    ]
    tolerance: Annotated[
        Number, _TOLERANCE, "How far a comparison may be missed, in the unit of the cells."
    ]
    since: Annotated[str, _VERSION]
    related: tuple[RuleId, ...]
    message: MessageData
    holds: Annotated[Statement, Node("Statement")]


@frozen(kw_only=True)
class CatalogueData:
    """Rules of the annual report on government information disclosure."""

    catalogue_version: Annotated[str, Choice((CATALOGUE_VERSION,))]
    presets: tuple[PresetData, ...]
    empty_states: Annotated[tuple[CellState, ...], "States of a cell note that leave a cell empty."]
    empty_words: Annotated[tuple[Words, ...], "The letters of a paragraph that says nothing."]
    tables: Annotated[tuple[TableData, ...], "Of every edition, in the order of the form."]
    rules: tuple[RuleData, ...]
