"""Expressions as JSON: what each kind of ``rules/engine/expressions.py`` is called and holds.

A node is an object with a single key, the name of its kind; below it stand its fields, or
the field itself where there is only one:

>>> from govdisclosure.rules.engine.expressions import Columns, Constant
>>> node_data(Columns("/requests/received")), node_data(Constant(0))
({'columns': '/requests/received'}, {'constant': 0})

Everything is read from the classes, so that a kind cannot be forgotten here. Nothing has a
default: what is not written is not meant.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from govdisclosure.form import Json, JsonObject, made_once
from govdisclosure.rules.engine.expressions import (
    CellsFilled,
    CellValue,
    Domain,
    Expression,
    SectionPresent,
    Statement,
    SumOver,
)

ADDRESS = r"(\{[a-z_]+\}|/([a-z][a-z0-9_]*|\{[a-z_]+\}))(/[a-z][a-z0-9_]*|/\{[a-z_]+\})*"
"""How an address template is written; tested against what an expression takes."""

VARIABLE = "[a-z_]+"
"""How a variable is written."""

Takes: TypeAlias = Literal["address", "variable", "integer", "choice", "node", "nodes"]


@frozen
class Slot:
    """A field of a kind and what may stand in it: some of the ``choices``, or nodes of ``kinds``.

    ``may_be_empty`` is true of an address that may be ``""``, the whole report.
    """

    name: str
    takes: Takes
    choices: tuple[str, ...] = ()
    kinds: tuple[type, ...] = ()
    may_be_empty: bool = False


STATEMENTS: tuple[type, ...] = get_args(Statement)
TERMS: tuple[type, ...] = get_args(Expression)
DOMAINS: tuple[type, ...] = get_args(Domain)

_NAMES: Mapping[type, str] = {
    CellValue: "cell",
    SumOver: "each",
    CellsFilled: "filled",
    SectionPresent: "stated",
}
"""Names in JSON that are not made from those of the classes: they are part of the contract."""


def kind_name(kind: type) -> str:
    """The name of a kind in JSON.

    >>> from govdisclosure.rules.engine.expressions import ForEach
    >>> kind_name(ForEach)
    'for_each'
    """
    return _NAMES.get(kind) or re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


@made_once
def slots(kind: Any) -> tuple[Slot, ...]:
    """The fields of a kind, in the order in which they are written.

    >>> from govdisclosure.rules.engine.expressions import ForEach
    >>> [(slot.name, slot.takes) for slot in slots(ForEach)]
    [('variable', 'variable'), ('domain', 'node'), ('holds', 'node')]
    """
    hints = get_type_hints(kind)
    return tuple(_slot(kind, a.name, hints[a.name]) for a in attrs.fields(kind))


def _slot(kind: Any, name: str, hint: Any) -> Slot:
    if hint is str:
        if name == "address":
            return Slot(name, "address", may_be_empty=_takes_all(kind))
        return Slot(name, "variable")
    if hint is int:
        return Slot(name, "integer")
    if get_origin(hint) is Literal:
        return Slot(name, "choice", choices=get_args(hint))
    if get_origin(hint) is tuple:
        return Slot(name, "nodes", kinds=get_args(get_args(hint)[0]))
    return Slot(name, "node", kinds=get_args(hint) or (hint,))


def _takes_all(kind: Any) -> bool:
    try:
        kind("")
    except ValueError:
        return False
    return True


def node_data(node: Statement | Expression | Domain) -> JsonObject:
    """An expression as plain data.

    >>> from govdisclosure.rules.engine.expressions import CellValue
    >>> node_data(CellValue("/a") + CellValue("/b", -1))  # doctest: +NORMALIZE_WHITESPACE
    {'sum': [{'cell': {'address': '/a', 'coefficient': 1, 'of': 'report'}},
             {'cell': {'address': '/b', 'coefficient': -1, 'of': 'report'}}]}
    """
    kind = type(node)
    fields = {slot.name: _value(slot, getattr(node, slot.name)) for slot in slots(kind)}
    return {kind_name(kind): next(iter(fields.values())) if len(fields) == 1 else fields}


def _value(slot: Slot, value: Any) -> Json:
    if slot.takes == "nodes":
        return [node_data(one) for one in value]
    return node_data(value) if slot.takes == "node" else value


def by_name(kinds: Iterable[type]) -> Mapping[str, type]:
    """Kinds by name."""
    return {kind_name(kind): kind for kind in kinds}
