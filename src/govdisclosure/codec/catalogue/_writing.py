"""The catalogue as data: every rule with its words, its source and what it says."""

from collections.abc import Iterable, Mapping, Sequence

from govdisclosure.codec import encode, record_of
from govdisclosure.codec.catalogue import _records as records
from govdisclosure.codec.catalogue._nodes import CONVERTER
from govdisclosure.codec.schema import ID_PREFIX
from govdisclosure.form import EMPTY_STATES, EMPTY_WORDS, CellState, Form, JsonObject, Kind, tokens
from govdisclosure.i18n import MESSAGES, Text, words_data
from govdisclosure.model import EDITIONS, AnyEdition, all_forms
from govdisclosure.rules import OWN_WORDS, RULES, Rule, usual_message
from govdisclosure.rules.engine import bind


def catalogue_text(rules: Sequence[Rule] = RULES, editions: Sequence[AnyEdition] = EDITIONS) -> str:
    """The catalogue as JSON text, as ``schemas/rules.json`` has it."""
    return encode(catalogue(rules, editions))


def catalogue(
    rules: Sequence[Rule] = RULES, editions: Sequence[AnyEdition] = EDITIONS
) -> JsonObject:
    """Rules as plain data, with the forms that they speak of, for programs in any language.

    >>> data = catalogue()
    >>> data["forms"]["review_and_litigation"][""]["/reconsideration"]["pending"]
    'count'
    >>> data["rules"][2]["holds"]["for_each"]["domain"]
    {'lines': '/proactive_disclosure'}
    """
    data = records.CatalogueData(
        catalogue_version=records.CATALOGUE_VERSION,
        empty_states=tuple(state for state in CellState if state in EMPTY_STATES),
        empty_words=EMPTY_WORDS,
        forms=_forms_data(editions),
        rules=tuple(_rule_data(rule, editions) for rule in rules),
    )
    return {"$schema": f"{ID_PREFIX}:rules:{records.SCHEMA_VERSION}", **CONVERTER.unstructure(data)}


def _forms_data(editions: Iterable[AnyEdition]) -> records.FormsData:
    forms: dict[str, dict[str, Mapping[str, Mapping[str, Kind]]]] = {}
    for edition in editions:
        for section, table in edition.form.tables.items():
            forms.setdefault(section, {})[table.edition] = {
                row.pointer: {column.name: column.kind for column in row.columns}
                for row in table.rows
            }
    return forms


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
        message=message_data(rule.message or usual_message(rule.holds)),
    )


def message_data(message: str | Text) -> records.MessageData:
    """What a failure says, by its key, or in words of the rule's own."""
    key, words = (message, MESSAGES[message]) if isinstance(message, str) else (OWN_WORDS, message)
    return records.MessageData(key, **words_data(words))


def _tables(rule: Rule, form: Form) -> Mapping[str, str]:
    """The sections that a rule's cells are in, with the edition of each; none if it lacks them."""
    checks = [check for check in bind(rule.holds, form) if check.applicable]
    pointers = [place.pointer for check in checks for place in check.terms or (check,)]
    sections = dict.fromkeys(name for pointer in pointers for name in tokens(pointer)[:1])
    return {s: form.tables[s].edition if s in form.tables else "" for s in sections}
