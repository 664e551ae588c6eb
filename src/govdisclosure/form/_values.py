"""What stands in a form object: numbers that can be added up, and values out of place."""

import types
import typing
from collections.abc import Iterator, Mapping
from decimal import Decimal
from operator import index
from typing import Any, TypeVar, get_args, get_origin

import attrs

from govdisclosure.form._access import at
from govdisclosure.form._labels import Kind
from govdisclosure.form._layout import Part, parts
from govdisclosure.form._pointer import join
from govdisclosure.form._types import made_once


def number_of(value: object) -> int | Decimal | None:
    """What a cell holds, if it is a number that can be added up exactly.

    >>> number_of(3), number_of(True), number_of(Decimal("NaN"))
    (3, None, None)
    """
    if isinstance(value, Decimal):
        # What no form can hold is no number here, so that every sum can be exact.
        exponent = value.as_tuple().exponent
        fits = isinstance(exponent, int) and exponent > -100 and value.adjusted() < 100
        return value if fits else None
    value = whole(value)
    # A bool is an int to Python, but nobody prints one in a cell.
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def whole(value: Any, *, floats: bool = False) -> Any:
    """A whole number of any class (of NumPy, of pandas) as an ``int``; all else as it is.

    With ``floats`` that is ``3.0``, too: data frames make floats of a column with a gap.

    >>> from http import HTTPStatus
    >>> whole(HTTPStatus.OK), whole(True), whole("3"), whole(3.0), whole(3.0, floats=True)
    (200, True, '3', 3.0, 3)
    """
    if isinstance(value, float):
        return int(value) if floats and value.is_integer() else value
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        return value
    try:
        return index(value)
    except TypeError:  # an array, say, has the method whatever is in it
        return value


def fitting(thing: Any, address: str, value: object) -> object:
    """A whole number of any class, in a cell of floats too, as it is held; all else as it is."""
    kinds = {part.kind for part, _, _ in _parts_at(thing, address)}
    number = whole(value, floats=bool(kinds - {None}))
    return Decimal(number) if Kind.AMOUNT in kinds and type(number) is int else number


def misfits(thing: Any, address: str = "") -> Iterator[tuple[str, Part, object]]:
    """Values of classes that their fields do not ask for: pointer, field, value.

    Classes of attrs take anything. ``address`` leads to what is looked at, all if there is none.
    What extensions hold is passed over.

    >>> from govdisclosure.model import EDITION_2021
    >>> from attrs import evolve
    >>> fees = evolve(EDITION_2021.blank().proactive_disclosure.fees, amount_wan_yuan="3")
    >>> [(pointer, value) for pointer, _, value in misfits(fees)]
    [('/amount_wan_yuan', '3')]
    """
    for part, value, here in _parts_at(thing, address):
        yield from _misfits(part, value, here)


def _parts_at(thing: Any, address: str) -> Iterator[tuple[Part, object, str]]:
    """The field that a pointer leads to, or all where it leads to the whole, with their values."""
    above, _, name = address.rpartition("/")
    return (one for one in _parts(at(thing, above), above) if not name or one[0].name == name)


def _parts(holder: object, address: str) -> Iterator[tuple[Part, object, str]]:
    """The fields of a form object, with their values and pointers; anything else has none."""
    for part in parts(type(holder)) if attrs.has(type(holder)) else ():
        yield part, getattr(holder, part.name), join(address, [part.name])


def _misfits(part: Part, value: object, address: str) -> Iterator[tuple[str, Part, object]]:
    if part.kind and part.kind is not Kind.MONEY:
        of_kind = Decimal if part.kind is Kind.AMOUNT else int
        fits = value is None or isinstance(number_of(value), of_kind)
    else:
        fits = isinstance(value, classes_of(part.type)) and not isinstance(value, bool)
    if not fits:
        yield address, part, value
    elif isinstance(value, tuple | Mapping):
        entries = value.items() if isinstance(value, Mapping) else enumerate(value)
        items = ((join(address, [str(key)]), part, item) for key, item in entries)
        yield from (one for one in items if not isinstance(one[2], _items_of(part.type)))
    else:
        for inside in _parts(value, address):
            yield from _misfits(*inside)


@made_once
def _items_of(hint: Any) -> tuple[type, ...]:
    """The classes of what a tuple or a mapping may hold, by its annotation.

    >>> _items_of(tuple[str, ...] | None)
    (<class 'str'>,)
    """
    choices = get_args(hint) if get_origin(hint) is types.UnionType else (hint,)
    inside = next(get_args(one) for one in choices if get_args(one))
    item = inside[-1] if inside[-1] is not ... else inside[0]
    return (object,) if item is Any else classes_of(item)


@made_once
def classes_of(hint: Any) -> tuple[type, ...]:
    """The classes whose objects an annotation allows.

    >>> classes_of(tuple[str, ...] | None)
    (<class 'tuple'>, <class 'NoneType'>)
    """
    match get_origin(hint):
        case None:
            return classes_of(hint.__bound__) if isinstance(hint, TypeVar) else (hint,)
        case typing.Union | types.UnionType:
            return tuple(cls for one in get_args(hint) for cls in classes_of(one))
        case typing.Literal:
            return tuple({type(one) for one in get_args(hint)})
        case typing.Annotated:
            return classes_of(get_args(hint)[0])
        case origin:
            return (origin,)
