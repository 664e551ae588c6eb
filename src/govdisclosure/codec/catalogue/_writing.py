"""The catalogue as data: every rule with its words, its source and what it says."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import product

from govdisclosure.codec._strict_json import encode
from govdisclosure.codec.catalogue._nodes import node_data
from govdisclosure.codec.schema import ID_PREFIX
from govdisclosure.findings import Number
from govdisclosure.form import EMPTY_STATES, CellState, Form, JsonObject, Source, tokens
from govdisclosure.i18n import MESSAGES, Text, words_data
from govdisclosure.model import EDITIONS, AnyEdition, form_with
from govdisclosure.rules import BY_RELATION, RULES, Rule
from govdisclosure.rules.engine import bind
from govdisclosure.rules.engine.expressions import Compare, Equal, ForEach, Implies, Statement

CATALOGUE_VERSION = "1.0.0"
"""Patch: wording; minor: a rule more, or a milder grade; major: a stricter grade, a rule less."""

CATALOGUE_SCHEMA_ID = f"{ID_PREFIX}:rules:1.0.0"


def catalogue(
    rules: Sequence[Rule] = RULES, editions: Sequence[AnyEdition] = EDITIONS
) -> JsonObject:
    """Rules as plain data, with the forms that they speak of, for programs in any language.

    ``forms`` has the rows of each table, by section and edition (``""`` where all editions
    print it alike), and the kind of each cell; ``empty_states`` are the states of a cell
    note that leave a cell empty, which a policy may read as 0.

    >>> data = catalogue()
    >>> data["forms"]["review_and_litigation"][""]["/reconsideration"]["pending"]
    'count'
    >>> data["rules"][2]["holds"]["for_each"]["domain"]
    {'lines': '/proactive_disclosure'}
    """
    return {
        "$schema": CATALOGUE_SCHEMA_ID,
        "catalogue_version": CATALOGUE_VERSION,
        "empty_states": [state.value for state in CellState if state in EMPTY_STATES],
        "forms": forms_data(editions),
        "rules": [rule_data(rule, editions) for rule in rules],
    }


def catalogue_text(rules: Sequence[Rule] = RULES, editions: Sequence[AnyEdition] = EDITIONS) -> str:
    """The catalogue as JSON text, as ``schemas/rules.json`` has it."""
    return encode(catalogue(rules, editions))


def forms_data(editions: Iterable[AnyEdition]) -> JsonObject:
    """The cells of every table: section, edition, row below the section, cell, kind."""
    forms: JsonObject = {}
    for edition in editions:
        for section, table in edition.form.tables.items():
            forms.setdefault(section, {})[table.edition] = {
                row.pointer: {column.name: column.kind.value for column in row.columns}
                for row in table.rows
            }
    return forms


def rule_data(rule: Rule, editions: Sequence[AnyEdition] = EDITIONS) -> JsonObject:
    """One rule as plain data; ``tables`` says which edition of which section it speaks of."""
    return {
        "id": rule.id,
        "title": words_data(rule.title),
        "sentence": words_data(rule.sentence),
        "authority": rule.authority.value,
        "source": _source(rule.source),
        "severity": rule.severity.value,
        "scope": rule.scope.value,
        **reach(rule, editions),
        "tolerance": _number(rule.tolerance),
        "since": rule.since,
        "related": list(rule.related),
        "message": {"key": message_key(rule), **words_data(MESSAGES[message_key(rule)])},
        "holds": node_data(rule.holds),
    }


def message_key(rule: Rule) -> str:
    """The key of what a failure says: the rule's own, or the one that its relation has."""
    return rule.message or usual_message(rule.holds)


def usual_message(holds: Statement) -> str:
    """The key of what a failure of a statement says; "" where it has no relation to tell."""
    match holds:
        case ForEach(_, _, inner) | Implies(_, inner):
            return usual_message(inner)
        case Equal():
            return BY_RELATION["="]
        case Compare(_, relation, _):
            return BY_RELATION[relation]
        case _:
            return ""


def reach(rule: Rule, editions: Sequence[AnyEdition]) -> JsonObject:
    """The editions whose pure form a rule applies to, and the tables that its cells are in."""
    tables: dict[str, set[str]] = {}
    for second, third in product(editions, editions):
        form = form_with((second.proactive_disclosure, third.requests))
        for section in _sections(rule, form):
            table = form.tables.get(section)
            tables.setdefault(section, set()).add(table.edition if table else "")
    order = ["", *(edition.name for edition in editions)]
    return {
        "editions": [e.name for e in editions if _sections(rule, e.form)],
        "tables": {section: sorted(of, key=order.index) for section, of in tables.items()},
    }


def _sections(rule: Rule, form: Form) -> Sequence[str]:
    """The sections that a rule's cells are in, on a form; none if it lacks them."""
    checks = [check for check in bind(rule.holds, form) if check.applicable]
    pointers = [[cell.pointer for cell in check.terms] or [check.pointer] for check in checks]
    return list(dict.fromkeys(tokens(address)[0] for cells in pointers for address in cells))


def _source(source: Source) -> JsonObject:
    return {
        "title": words_data(Text(source.title, source.title_en)),
        "number": source.number,
        "date": source.date,
        "clause": words_data(Text(source.clause, source.clause_en)),
    }


def _number(number: Number) -> int | str:
    return format(number, "f") if isinstance(number, Decimal) else number
