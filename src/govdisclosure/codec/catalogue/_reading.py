"""A catalogue's text back to rules; what is not exactly a catalogue is refused.

Nothing is skipped: an implementation that passes over what it does not know gives verdicts
that nobody stated.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from govdisclosure.codec.catalogue import _values as values
from govdisclosure.codec.catalogue._expressions import Expressions
from govdisclosure.codec.catalogue._nodes import STATEMENTS
from govdisclosure.codec.catalogue._writing import catalogue, usual_message
from govdisclosure.findings import Number, Severity
from govdisclosure.form import Json, JsonObject, Source, join
from govdisclosure.i18n import LANGUAGES, MESSAGES, Text
from govdisclosure.model import EDITIONS, AnyEdition
from govdisclosure.rules import Authority, Rule, Scope

MOST_RULES = 1_000
ID = "[A-Z][A-Z0-9]*(-[A-Z0-9]+)+"
VERSION = r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"
TOLERANCE = r"(0|[1-9][0-9]*)(\.[0-9]+)?"

RULE_KEYS = (
    *("id", "title", "sentence", "authority", "source", "severity", "scope", "editions"),
    *("tables", "tolerance", "since", "related", "message", "holds"),
)


def load_catalogue(text: str, editions: Sequence[AnyEdition] = EDITIONS) -> tuple[Rule, ...]:
    """The rules of a catalogue.

    What is derived from the rules (``forms``, the tables that a rule applies to) must be
    what it is here, or the rules would mean another thing elsewhere.

    >>> load_catalogue("[]")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    govdisclosure.errors.CatalogueError: ... at "": expected an object, found an array

    Raises:
        CatalogueError: it is no JSON, huge, too deep, or something in it is unknown,
            missing, repeated, of another type, free or derived otherwise.
    """
    keys = ("catalogue_version", "empty_states", "forms", "rules")
    data = values.object_of(values.plain(text), keys, "", optional=("$schema",))
    derived: JsonObject = catalogue((), editions)
    values.one_of(data["catalogue_version"], (derived["catalogue_version"],), "/catalogue_version")
    if "$schema" in data:
        values.words(data["$schema"], "/$schema")
    rules_data = values.array_of(data["rules"], "/rules", MOST_RULES)
    reader = Expressions.about(editions)
    rules = tuple(_rule(one, f"/rules/{i}", reader) for i, one in enumerate(rules_data))
    _require_known_ids(rules)
    derived = catalogue(rules, editions)
    for key in ("empty_states", "forms"):
        _require_same(data[key], derived[key], f"/{key}")
    for i, rule in enumerate(derived["rules"]):
        for key in ("editions", "tables"):
            _require_same(rules_data[i][key], rule[key], f"/rules/{i}/{key}")
    return rules


def _require_known_ids(rules: Sequence[Rule]) -> None:
    ids = [rule.id for rule in rules]
    for i, rule in enumerate(rules):
        if ids.index(rule.id) != i:
            raise values.refusal("repeated_id", f"/rules/{i}/id", id=rule.id)
        for related in rule.related:
            if related not in ids:
                raise values.refusal("unknown_id", f"/rules/{i}/related", id=related)


def _require_same(data: Json, derived: Any, at: str) -> None:
    """Equality as JSON has it, naming the first place that differs; ``True`` is no 1 here."""
    if isinstance(data, dict) and isinstance(derived, dict) and data.keys() == derived.keys():
        for key in derived:
            _require_same(data[key], derived[key], join(at, [key]))
    elif type(data) is not type(derived) or data != derived or isinstance(data, dict):
        raise values.refusal("other_forms", at)


def _rule(value: Json, at: str, reader: Expressions) -> Rule:
    data = values.object_of(value, RULE_KEYS, at)
    message = values.object_of(data["message"], ("key", *LANGUAGES), f"{at}/message")
    _text({code: message[code] for code in LANGUAGES}, f"{at}/message")
    related = values.array_of(data["related"], f"{at}/related", MOST_RULES)
    holds = reader.read(data["holds"], STATEMENTS, f"{at}/holds", {})
    key = values.one_of(message["key"], MESSAGES, f"{at}/message/key")
    return Rule(
        id=values.words(data["id"], f"{at}/id", ID),
        title=_text(data["title"], f"{at}/title"),
        sentence=_text(data["sentence"], f"{at}/sentence"),
        authority=Authority(values.one_of(data["authority"], [*Authority], f"{at}/authority")),
        source=_source(data["source"], f"{at}/source"),
        severity=Severity(values.one_of(data["severity"], [*Severity], f"{at}/severity")),
        scope=Scope(values.one_of(data["scope"], [*Scope], f"{at}/scope")),
        holds=holds,
        message="" if key == usual_message(holds) else key,
        tolerance=_tolerance(data["tolerance"], f"{at}/tolerance"),
        since=values.words(data["since"], f"{at}/since", VERSION),
        related=tuple(values.words(r, f"{at}/related/{i}", ID) for i, r in enumerate(related)),
    )


def _text(value: Json, at: str) -> Text:
    data = values.object_of(value, tuple(LANGUAGES), at)
    return Text(**{code: values.words(data[code], f"{at}/{code}") for code in LANGUAGES})


def _source(value: Json, at: str) -> Source:
    data = values.object_of(value, ("title", "number", "date", "clause"), at)
    title, clause = (_text(data[key], f"{at}/{key}") for key in ("title", "clause"))
    number, date = (values.words(data[key], f"{at}/{key}") for key in ("number", "date"))
    return Source(
        title=title.zh,
        number=number,
        title_en=title.en,
        date=date,
        clause=clause.zh,
        clause_en=clause.en,
    )


def _tolerance(value: Json, at: str) -> Number:
    if isinstance(value, str):
        return Decimal(values.words(value, at, TOLERANCE))
    if values.whole(value, at) < 0:
        raise values.wrong("tolerance", value, at)
    return int(value)
