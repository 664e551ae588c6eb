"""An expression's data back to the values of ``rules/engine/expressions.py``."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import prod
from typing import Any

from attrs import define

from govdisclosure.codec._problems import echo
from govdisclosure.codec.catalogue import _values as values
from govdisclosure.codec.catalogue._nodes import ADDRESS, DOMAINS, VARIABLE, Slot, by_name, slots
from govdisclosure.form import Form, Json
from govdisclosure.model import AnyEdition, form_with
from govdisclosure.rules.engine.expressions import Columns, Details, Lines, Parts

MOST_STEPS = 100_000
"""Nodes of all rules together, one inside a domain counted for each value it may take."""

_WITHIN = re.compile(r"\{([^}]*)\}")


@define
class Expressions:
    """Reads expressions and keeps count of what it would take to evaluate them."""

    forms: tuple[Form, ...]
    steps: int = 0

    @classmethod
    def about(cls, editions: Iterable[AnyEdition]) -> "Expressions":
        """For reports on the forms of some editions."""
        pairs = product(*[tuple(editions)] * 2)
        return cls(tuple(form_with((a.proactive_disclosure, b.requests)) for a, b in pairs))

    def read(
        self, value: Json, kinds: Sequence[type], at: str, variables: Mapping[str, int]
    ) -> Any:
        """A node of one of some kinds; ``variables`` are those around it, with how many values
        each may take.

        Raises:
            CatalogueError: it is none, or there is too much of it.
        """
        self.count(prod(variables.values()), at)
        name, body = values.only(value, by_name(kinds), at)
        kind = by_name(kinds)[name]
        fields, below = slots(kind), f"{at}/{name}"
        where = [below if len(fields) == 1 else f"{below}/{slot.name}" for slot in fields]
        if len(fields) > 1:
            values.object_of(body, [slot.name for slot in fields], below)
        attributes: dict[str, Any] = {}
        for slot, place in zip(fields, where, strict=True):
            inner = body if len(fields) == 1 else body[slot.name]
            inside = variables
            if "variable" in attributes and slot.kinds != DOMAINS:
                inside = {**variables, attributes["variable"]: self.size(attributes["domain"])}
            attributes[slot.name] = self.value(slot, inner, place, inside)
            if slot.takes == "variable" and inner in variables:
                raise values.refusal("given_twice", place, variable=echo(inner))
        if kinds == DOMAINS:
            self.count(prod(variables.values()) * self.size(kind(**attributes)), below)
        return kind(**attributes)

    def value(self, slot: Slot, value: Json, at: str, variables: Mapping[str, int]) -> Any:
        """What stands in one field of a node."""
        match slot.takes:
            case "address":
                return _address(slot, value, at, variables)
            case "variable":
                return values.words(value, at, VARIABLE)
            case "integer":
                return values.whole(value, at)
            case "choice":
                return values.one_of(value, slot.choices, at)
            case "node":
                return self.read(value, slot.kinds, at, variables)
            case "nodes":
                nodes = enumerate(values.array_of(value, at, MOST_STEPS, least=1))
                return tuple(self.read(v, slot.kinds, f"{at}/{i}", variables) for i, v in nodes)

    def count(self, steps: int, at: str) -> None:
        """So many steps more."""
        self.steps += steps
        if self.steps > MOST_STEPS:
            raise values.refusal("too_much", at, most=MOST_STEPS)

    def size(self, domain: Any) -> int:
        """How many values a domain can have at the most, on any form."""
        match domain:
            case Columns() | Parts():
                return max(len(row.columns) for form in self.forms for row in form.rows.values())
            case Lines() | Details():
                return max(len(form.rows) for form in self.forms)
            case _:
                return max(len(form.cells) for form in self.forms)


def _address(slot: Slot, value: Json, at: str, variables: Mapping[str, int]) -> str:
    if slot.may_be_empty and value == "":
        return ""
    address = values.words(value, at, ADDRESS)
    for variable in _WITHIN.findall(address):
        if variable not in variables:
            raise values.refusal("free_variable", at, variable=echo(variable))
    return address
