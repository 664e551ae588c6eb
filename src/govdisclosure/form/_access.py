"""Reaching the cells of a form object: read one, replace some, fill all."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

import attrs

from govdisclosure.form._labels import Kind, Money
from govdisclosure.form._layout import parts
from govdisclosure.form._pointer import join, tokens

T = TypeVar("T")


def at(thing: Any, address: str) -> Any:
    """What stands at a pointer below a form object.

    >>> from govdisclosure.model.parts import Cases
    >>> at(Cases(1, 0, 0, 0, 1), "/total")
    1

    Raises:
        KeyError: no such place; the message names the first token that leads nowhere.
    """
    for token in tokens(address):
        if isinstance(thing, Mapping) and token in thing:
            thing = thing[token]
        elif attrs.has(type(thing)) and token in attrs.fields_dict(type(thing)):
            thing = getattr(thing, token)
        else:
            raise KeyError(f"no {token!r} on the way to {address}")
    return thing


def put(thing: T, changes: Mapping[str, Any]) -> T:
    """A copy with other values at some pointers; the original stays as it is.

    >>> from govdisclosure.model.parts import Cases
    >>> put(Cases(1, 0, 0, 0, 0), {"/total": 1})
    Cases(upheld=1, corrected=0, other_result=0, pending=0, total=1)
    """
    for address, value in changes.items():
        at(thing, address)
        thing = _put(thing, tokens(address), value)
    return thing


def _put(thing: Any, path: tuple[str, ...], value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(thing, Mapping):
        return {**thing, head: _put(thing[head], rest, value)}
    return attrs.evolve(thing, **{head: _put(getattr(thing, head), rest, value)})


def build(cls: type[T], cell: Callable[[str, Kind], Any], address: str = "") -> T:
    """A row, group or table, asking ``cell`` for what stands at each pointer.

    >>> from govdisclosure.model.parts import Cases
    >>> build(Cases, lambda address, kind: len(address))
    Cases(upheld=7, corrected=10, other_result=13, pending=8, total=6)
    """
    values = {}
    for part in parts(cls):
        here = join(address, [part.name])
        values[part.name] = cell(here, part.kind) if part.kind else build(part.type, cell, here)
    return cls(**values)


def fill(cls: type[T], number: int | None = None) -> T:
    """A row, group or table with the same number in every cell; ``None`` leaves all blank.

    >>> from govdisclosure.model.parts import Cases
    >>> fill(Cases, 0)
    Cases(upheld=0, corrected=0, other_result=0, pending=0, total=0)
    """
    amount = Decimal(number) if isinstance(number, int) else number
    amounts = {Kind.MONEY: Money(amount, None), Kind.AMOUNT: amount}
    return build(cls, lambda _, kind: amounts.get(kind, number))
