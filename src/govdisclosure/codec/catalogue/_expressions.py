"""An expression's data back to the values of ``rules/kinds.py``."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import prod
from typing import Any

from attrs import define

from govdisclosure.codec._problems import echo
from govdisclosure.codec.catalogue._nodes import ADDRESS, DOMAINS, VARIABLE, Slot, named, slots
from govdisclosure.codec.catalogue._problems import (
    array_of,
    object_of,
    one_of,
    only,
    refusal,
    whole,
    words,
)
from govdisclosure.form import Form, Json, JsonObject
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

    def read(self, value: Json, kinds: Sequence[Json], at: str, known: Mapping[str, int]) -> Any:
        """A node of one of some kinds; ``known`` has the variables around it, and how many
        values each may take.

        Raises:
            InvalidCatalogue: it is none, or there is too much of it.
        """
        self.count(prod(known.values()), at)
        name, body = only(value, named(kinds), at)
        kind = named(kinds)[name]
        wanted, below = slots(kind), f"{at}/{name}"
        where = [below if len(wanted) == 1 else f"{below}/{slot.name}" for slot in wanted]
        if len(wanted) > 1:
            object_of(body, [slot.name for slot in wanted], below)
        made: JsonObject = {}
        for slot, place in zip(wanted, where, strict=True):
            inner = body if len(wanted) == 1 else body[slot.name]
            inside = known
            if "variable" in made and slot.kinds != DOMAINS:
                inside = {**known, made["variable"]: self.values(made["domain"])}
            made[slot.name] = self.value(slot, inner, place, inside)
            if slot.takes == "variable" and inner in known:
                raise refusal("given_twice", place, variable=echo(inner))
        if kinds == DOMAINS:
            self.count(prod(known.values()) * self.values(kind(**made)), below)
        return kind(**made)

    def value(self, slot: Slot, value: Json, at: str, known: Mapping[str, int]) -> Any:
        """What stands in one field of a node."""
        match slot.takes:
            case "address":
                return _address(slot, value, at, known)
            case "variable":
                return words(value, at, VARIABLE)
            case "integer":
                return whole(value, at)
            case "choice":
                return one_of(value, slot.choices, at)
            case "node":
                return self.read(value, slot.kinds, at, known)
            case "nodes":
                listed = array_of(value, at, MOST_STEPS, least=1)
                places = (f"{at}/{i}" for i in range(len(listed)))
                read = (
                    self.read(*one, known)
                    for one in zip(listed, [slot.kinds] * len(listed), places, strict=True)
                )
                return tuple(read)

    def count(self, steps: int, at: str) -> None:
        """So many steps more."""
        self.steps += steps
        if self.steps > MOST_STEPS:
            raise refusal("too_much", at, most=MOST_STEPS)

    def values(self, domain: Any) -> int:
        """How many values a domain can have at the most, on any form."""
        match domain:
            case Columns() | Parts():
                return max(len(row.columns) for form in self.forms for row in form.rows.values())
            case Lines() | Details():
                return max(len(form.rows) for form in self.forms)
            case _:
                return max(len(form.cells) for form in self.forms)


def _address(slot: Slot, value: Json, at: str, known: Mapping[str, int]) -> str:
    if slot.may_be_empty and value == "":
        return ""
    address = words(value, at, ADDRESS)
    for variable in _WITHIN.findall(address):
        if variable not in known:
            raise refusal("free_variable", at, variable=echo(variable))
    return address
