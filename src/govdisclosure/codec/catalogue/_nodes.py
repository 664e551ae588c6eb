"""Expressions ⇄ JSON: what each kind of ``rules/engine/expressions.py`` is called and holds.

A node is an object with a single key, the name of its kind; below it stand its fields, or
the field itself where there is only one:

>>> from govdisclosure.rules.engine.expressions import Columns, Constant
>>> CONVERTER.unstructure(Columns("/requests/received")), CONVERTER.unstructure(Constant(0))
({'columns': '/requests/received'}, {'constant': 0})

Everything is read from the classes, so that a kind cannot be forgotten here. Nothing has a
default: what is not written is not meant.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, get_args, get_origin

import attrs
import cattrs
from attrs import frozen

from govdisclosure.codec._records import number_data, shape_of
from govdisclosure.codec._shapes import Array, Integer, Shape, String
from govdisclosure.findings import Number
from govdisclosure.form import SAFE, JsonObject, made_once
from govdisclosure.rules.engine.expressions import (
    CellsFilled,
    CellValue,
    Compare,
    Domain,
    Expression,
    PeriodInYear,
    SectionPresent,
    Statement,
    SumOver,
)

LONGEST = 2_000
"""Characters of any text in a catalogue."""

_ADDRESS = r"(\{[a-z_]+\}|/([a-z][a-z0-9_]*|\{[a-z_]+\}))(/[a-z][a-z0-9_]*|/\{[a-z_]+\})*"
"""How an address template is written; tested against what an expression takes."""

_NAMES: Mapping[type, str] = {
    CellValue: "cell",
    SumOver: "each",
    CellsFilled: "filled",
    SectionPresent: "stated",
    PeriodInYear: "in_year",
}
"""Names in JSON that are not made from those of the classes: they are part of the contract."""

GROUPS: Mapping[str, tuple[type, ...]] = {
    "Statement": get_args(Statement),
    "Term": get_args(Expression),
    "Domain": get_args(Domain),
    "Comparison": (Compare,),
}
"""The kinds of node that may stand in the same places, by the name of such a group."""

KINDS = frozenset(kind for kinds in GROUPS.values() for kind in kinds)

for _kind in KINDS:
    attrs.resolve_types(_kind)  # annotations in quotation marks, too


@frozen
class Node(Shape):
    """A node of one of the kinds of a group."""

    group: str


class Coefficient(Integer):
    """A whole number other than 0."""

    __slots__ = ()


def kind_name(kind: type) -> str:
    """The name of a kind in JSON.

    >>> from govdisclosure.rules.engine.expressions import ForEach
    >>> kind_name(ForEach)
    'for_each'
    """
    return _NAMES.get(kind) or re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def written(pattern: str) -> String:
    """A string that is written just like this."""
    return String("json_want_text", pattern, max_length=LONGEST)


@made_once
def slots(kind: Any) -> Mapping[str, Shape]:
    """The fields of a kind, in the order in which they are written, and what may stand there.

    >>> from govdisclosure.rules.engine.expressions import Compare
    >>> [getattr(shape, "group", shape) for shape in slots(Compare).values()]
    ... # doctest: +NORMALIZE_WHITESPACE +ELLIPSIS
    ['Term', Choice(nullable=False, values=('>=', '<=', '>'), ...), 'Term']
    """
    return {a.name: _slot(kind, a.name, a.type) for a in attrs.fields(kind)}


def _slot(kind: Any, name: str, hint: Any) -> Shape:
    if name == "variable":
        return written("[a-z_]+")
    if name == "coefficient":
        return Coefficient(-SAFE, SAFE)
    if name == "address":
        return written(f"({_ADDRESS})?" if _takes_all(kind) else _ADDRESS)
    if get_origin(hint) is tuple:
        return Array(_slot(kind, "", get_args(hint)[0]), minimum=1)
    return Node(_group(hint)) if _group(hint) else shape_of(hint)


def _takes_all(kind: Any) -> bool:
    try:
        kind("")
    except ValueError:
        return False
    return True


def _group(hint: Any) -> str:
    """The group that an annotation stands for; "" if it is none of a node."""
    return next((name for name, of in GROUPS.items() if of == (get_args(hint) or (hint,))), "")


def _read(data: JsonObject, hint: Any) -> Any:
    [(name, body)] = data.items()
    kind = next(kind for kind in GROUPS[_group(hint)] if kind_name(kind) == name)
    [first, *others] = slots(kind)
    return CONVERTER.structure_attrs_fromdict(body if others else {first: body}, kind)


def _write(node: Any) -> JsonObject:
    fields = CONVERTER.unstructure_attrs_asdict(node)
    [first, *others] = fields.values()
    return {kind_name(type(node)): fields if others else first}


def _read_number(value: int | float | str, _: object) -> Number:
    return Decimal(value) if isinstance(value, str) else int(value)


CONVERTER = cattrs.Converter(detailed_validation=False)
CONVERTER.register_structure_hook_func(lambda hint: bool(_group(hint)), _read)
CONVERTER.register_unstructure_hook_func(KINDS.__contains__, _write)
CONVERTER.register_structure_hook(Number, _read_number)
CONVERTER.register_unstructure_hook(Decimal, number_data)
