"""A catalogue's text back to rules; what is not exactly a catalogue is refused.

Nothing is skipped: an implementation that passes over what it does not know gives verdicts
that nobody stated. What the schema can say, it says; what it cannot, is looked at here.
"""

import re
from collections.abc import Container, Mapping, Sequence
from math import prod
from typing import Any

from attrs import asdict

from govdisclosure.codec import record_of
from govdisclosure.codec._problems import MOST, data_of, echo
from govdisclosure.codec.catalogue._nodes import CONVERTER, GROUPS, KINDS, kind_name
from govdisclosure.codec.catalogue._records import CatalogueData, RuleData
from govdisclosure.codec.catalogue._writing import catalogue
from govdisclosure.codec.schema import findings_by_schema
from govdisclosure.errors import CatalogueError, InvalidReportError
from govdisclosure.form import Form, Json, join
from govdisclosure.i18n import MESSAGES, Message, Text
from govdisclosure.model import ANY_FORM, EDITIONS, AnyEdition, all_forms
from govdisclosure.rules import OWN_WORDS, Examples, Rule, usual_message
from govdisclosure.rules.engine.expressions import Columns, Details, Lines, Parts

LARGEST = 1_000_000
"""Characters of a catalogue beyond which it is not read."""

MOST_STEPS = 100_000
"""Nodes of all rules together, one inside a domain counted for each value it may take."""

_VARIABLE = re.compile(r"\{([^}]*)\}")


def load_catalogue(text: str, editions: Sequence[AnyEdition] = EDITIONS) -> tuple[Rule, ...]:
    """The rules of a catalogue.

    What stands beside the rules (the tables of the form, the presets), or is derived from them
    (the editions that a rule applies to), must be what it is here, or the rules would mean
    another thing elsewhere.

    >>> load_catalogue("[]")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    govdisclosure.errors.CatalogueError: ... at "": expected an object, found an array

    Raises:
        CatalogueError: it is no JSON, huge, too deep, or something in it is unknown,
            missing, repeated, of another type, free or derived otherwise.
    """
    return rules_of(data_of_catalogue(text), editions)


def data_of_catalogue(text: str) -> Json:
    """The data of a text, which need be no catalogue yet.

    Raises:
        CatalogueError: it is no JSON, huge or too deep.
    """
    if len(text) > LARGEST:
        raise refusal("", Message("catalogue_too_large", {"most": LARGEST}))
    try:
        return data_of(text)
    except InvalidReportError as refused:
        raise refusal("", refused.findings[0].message) from None


def rules_of(
    data: Json,
    editions: Sequence[AnyEdition],
    *,
    placeholders: Container[str] = (),
    other_ids: Container[str] = (),
) -> tuple[Rule, ...]:
    """The rules that stand in data.

    At ``placeholders`` stands what has yet to be found from the rules; ``other_ids`` are those that
    a rule may refer to beside the ids of the data.

    Raises:
        CatalogueError: as :func:`load_catalogue`.
    """
    for finding in findings_by_schema("rules", data, ANY_FORM.location, MOST):
        raise refusal(finding.pointer, finding.message)
    structured = CONVERTER.structure(data, CatalogueData)
    _require_known_ids(structured.rules, other_ids)
    _require_bounded(structured.rules, editions)
    rules = tuple(
        _rule(f"/rules/{i}", rule, placeholders) for i, rule in enumerate(structured.rules)
    )
    derived = catalogue(rules, editions)
    for key in ("presets", "empty_states", "empty_words", "tables"):
        _require_same(data[key], derived[key], f"/{key}")
    for i, (one, other) in enumerate(zip(data["rules"], derived["rules"], strict=True)):
        for key in ("editions", "tables"):
            if f"/rules/{i}/{key}" not in placeholders:
                _require_same(one[key], other[key], f"/rules/{i}/{key}")
    return rules


def _require_bounded(rules: Sequence[RuleData], editions: Sequence[AnyEdition]) -> None:
    sizes, steps = _sizes(all_forms(editions)), 0
    for i, rule in enumerate(rules):
        steps += _count_steps(rule.holds, f"/rules/{i}/holds", sizes, {})
        if steps > MOST_STEPS:
            too_much = Message("catalogue_too_much", {"most": MOST_STEPS})
            raise refusal(f"/rules/{i}/holds", too_much)


def refusal(at: str, message: Message) -> CatalogueError:
    """What is wrong with a catalogue, at a pointer."""
    return CatalogueError(Message("catalogue_wrong", {"pointer": echo(at), "message": message}))


def _no_rule(at: str, problem: ValueError) -> CatalogueError:
    """What keeps the data at a pointer from being a rule."""
    return refusal(at, Message("catalogue_no_rule", {"reason": echo(str(problem))}))


def _require_known_ids(rules: Sequence[RuleData], other_ids: Container[str]) -> None:
    places: dict[str, int] = {}
    for i, rule in enumerate(rules):
        if places.setdefault(rule.id, i) != i:
            raise refusal(f"/rules/{i}/id", Message("catalogue_repeated_id", {"id": echo(rule.id)}))
        if rule.message.key not in MESSAGES:
            unknown = Message("catalogue_unknown_message", {"key": echo(rule.message.key)})
            raise refusal(f"/rules/{i}/message/key", unknown)
    for i, rule in enumerate(rules):
        for related in rule.related:
            if related not in places and related not in other_ids:
                unknown = Message("catalogue_unknown_id", {"id": echo(related)})
                raise refusal(f"/rules/{i}/related", unknown)


def _sizes(forms: Sequence[Form]) -> Mapping[type, int]:
    """How many values each kind of domain can have at the most, on any form."""
    columns = max(len(row.columns) for form in forms for row in form.rows.values())
    rows = max(len(form.rows) for form in forms)
    cells = max(len(form.cells) for form in forms)
    few: dict[type, int] = {Columns: columns, Parts: columns, Lines: rows, Details: rows}
    return {kind: few.get(kind, cells) for kind in GROUPS["Domain"]}


def _count_steps(
    node: Any, at: str, sizes: Mapping[type, int], variables: Mapping[str, int]
) -> int:
    """How many steps a node takes; ``variables`` are those given around it, with how many values
    each may take.

    Raises:
        CatalogueError: a variable is not given, or given twice.
    """
    kind, fields, inside = type(node), asdict(node, recurse=False), variables
    if "variable" in fields:
        inside = {**variables, fields["variable"]: sizes[type(fields["domain"])]}
    steps = prod(variables.values()) * (1 + sizes.get(kind, 0))
    for name, value in fields.items():
        there = f"{at}/{kind_name(kind)}" + (f"/{name}" if len(fields) > 1 else "")
        around = variables if name == "domain" else inside
        if name == "variable" and value in variables:
            raise refusal(there, Message("catalogue_given_twice", {"variable": echo(value)}))
        if name == "address":
            for variable in _VARIABLE.findall(value):
                if variable not in variables:
                    free = Message("catalogue_free_variable", {"variable": echo(variable)})
                    raise refusal(there, free)
        if isinstance(value, tuple):
            terms = enumerate(value)
            steps += sum(_count_steps(one, f"{there}/{i}", sizes, around) for i, one in terms)
        if type(value) in KINDS:
            steps += _count_steps(value, there, sizes, around)
    return steps


def _require_same(data: Json, derived: Json, at: str) -> None:
    """Equality, naming the first place that differs."""
    if isinstance(data, dict) and data.keys() == derived.keys():
        for key in derived:
            _require_same(data[key], derived[key], join(at, [key]))
    elif isinstance(data, list) and len(data) == len(derived):
        for i, (one, other) in enumerate(zip(data, derived, strict=True)):
            _require_same(one, other, f"{at}/{i}")
    elif data != derived:
        raise refusal(at, Message("catalogue_other_forms"))


def _rule(at: str, data: RuleData, placeholders: Container[str]) -> Rule:
    key, source, examples = data.message.key, data.source.source(), Examples()
    is_usual = f"{at}/message" in placeholders or key == usual_message(data.holds)
    own = Text(data.message.zh, data.message.en) if key == OWN_WORDS else key
    message = "" if is_usual else own
    try:
        return record_of(Rule, data, source=source, message=message, examples=examples)
    except ValueError as problem:
        raise _no_rule(at, problem) from None
