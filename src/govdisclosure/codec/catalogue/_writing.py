"""The catalogue as data: every rule with its words, its source and what it says."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import starmap

from govdisclosure.codec import encode, record_of
from govdisclosure.codec.catalogue import _records as records
from govdisclosure.codec.catalogue._nodes import CONVERTER
from govdisclosure.codec.schema import ID_PREFIX
from govdisclosure.form import (
    EMPTY_STATES,
    EMPTY_WORDS,
    CellState,
    Form,
    FormRow,
    JsonObject,
    pointer,
    tokens,
)
from govdisclosure.i18n import MESSAGES, Text, words_data
from govdisclosure.model import EDITIONS, AnyEdition, all_forms
from govdisclosure.rules import OWN_WORDS, PRESETS, RULES, Rule, usual_message
from govdisclosure.rules.engine import bind


def catalogue_text(rules: Sequence[Rule] = RULES, editions: Sequence[AnyEdition] = EDITIONS) -> str:
    """The catalogue as JSON text, as ``schemas/rules.json`` has it."""
    return encode(catalogue(rules, editions))


def catalogue(
    rules: Sequence[Rule] = RULES, editions: Sequence[AnyEdition] = EDITIONS
) -> JsonObject:
    """Rules as plain data, with the tables that they speak of, for programs in any language.

    >>> data = catalogue()
    >>> data["tables"][-1]["rows"][0]["cells"][-2]
    {'name': 'pending', 'kind': 'count'}
    >>> data["rules"][2]["holds"]["for_each"]["domain"]
    {'lines': '/proactive_disclosure'}
    """
    data = records.CatalogueData(
        catalogue_version=records.CATALOGUE_VERSION,
        presets=tuple(starmap(records.PresetData, PRESETS.items())),
        empty_states=tuple(state for state in CellState if state in EMPTY_STATES),
        empty_words=EMPTY_WORDS,
        tables=_tables_data(editions),
        rules=tuple(_rule_data(rule, editions) for rule in rules),
    )
    return {"$schema": f"{ID_PREFIX}:rules:{records.SCHEMA_VERSION}", **CONVERTER.unstructure(data)}


def _tables_data(editions: Iterable[AnyEdition]) -> tuple[records.TableData, ...]:
    """The tables of each section in the order of the form, those of the oldest edition first."""
    forms = [edition.form for edition in editions]
    tables = {(s, table.edition): table for form in forms for s, table in form.tables.items()}
    sections = [*dict.fromkeys(section for section, _ in tables)]
    by_section = sorted(tables.items(), key=lambda item: sections.index(item[0][0]))
    return tuple(
        records.TableData(section, edition, tuple(_row_data(section, row) for row in table.rows))
        for (section, edition), table in by_section
    )


def _row_data(section: str, row: FormRow) -> records.RowData:
    cells = (records.CellData(column.name, column.kind) for column in row.columns)
    return records.RowData(pointer(section) + row.pointer, tuple(cells))


def _rule_data(rule: Rule, editions: Sequence[AnyEdition]) -> records.RuleData:
    tables: dict[str, set[str]] = {}
    for form in all_forms(editions):
        for section, edition in _tables(rule, form).items():
            tables.setdefault(section, set()).add(edition)
    return record_of(
        records.RuleData,
        rule,
        editions=tuple(edition.name for edition in editions if _tables(rule, edition.form)),
        tables={section: tuple(sorted(names)) for section, names in tables.items()},
        source=records.SourceData.of(rule.source),
        message=_message_data(rule.message or usual_message(rule.holds)),
    )


def _message_data(message: str | Text) -> records.MessageData:
    """What a failure says, by its key, or in words of the rule's own."""
    key, words = (message, MESSAGES[message]) if isinstance(message, str) else (OWN_WORDS, message)
    return records.MessageData(key, **words_data(words))


def _tables(rule: Rule, form: Form) -> Mapping[str, str]:
    """The sections that a rule's cells are in, with the edition of each; none if it lacks them."""
    checks = [check for check in bind(rule.holds, form) if check.applicable]
    pointers = [place.pointer for check in checks for place in check.terms or (check,)]
    sections = dict.fromkeys(name for pointer in pointers for name in tokens(pointer)[:1])
    return {s: form.tables[s].edition if s in form.tables else "" for s in sections}
