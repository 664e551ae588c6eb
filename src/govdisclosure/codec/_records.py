"""Records: attrs classes that say of a JSON object all that there is to say.

From the annotations of such a class come both its JSON and, by way of shapes, its schema.
A record, an ``Enum``, ``Literal``, ``tuple[X, ...]``, ``Mapping[str, X]``, ``X | None``, ``bool``,
``int``, ``str``, ``Json`` mean what one expects; besides:

- ``Annotated[X, shape]`` has that shape, ``Annotated[X, Least(1)]`` is at least 1, or so long,
  ``Annotated[X, "words"]`` says what a key is about, ``Annotated[X, Flat()]`` is no key at all:
  the keys of the record ``X`` stand in its place;
- ``Number`` keeps its digits, what is ``Renderable`` has its words in every language, and a
  ``Message`` has its key with them;
- a mapping from an ``Enum`` has all of its members;
- ``A | B`` is ``B`` where a key is there that ``A`` has not; if they are not both records, where
  the value is of the JSON type of ``B``;
- a field with a default is a key that is left out where it has its default.

Where a record is asked for, something else may stand: it is written as that record, made by
the classmethod ``of`` of the class or, if it has none, by what there is under the same names.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum, StrEnum
from functools import reduce
from operator import or_
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, AttrsInstance, evolve, field, fields_dict, frozen, has
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from govdisclosure.codec import _shapes as shapes
from govdisclosure.codec._shapes import Field, Shape
from govdisclosure.findings import Number
from govdisclosure.form import SAFE, Json, JsonObject, made_once
from govdisclosure.i18n import Message, Renderable, Text, words_data

R = TypeVar("R", bound=AttrsInstance)
T = TypeVar("T")


@frozen
class Record(Shape):
    """An object with the keys of a record class; ``instead`` are shapes that it cannot know."""

    cls: type
    instead: Mapping[str, Shape] = field(factory=dict, hash=False)
    edition: str = ""

    @property
    def fields(self) -> Mapping[str, Field]:
        """What stands at each key, in the order of the class."""
        known = record_fields(self.cls).items()
        return {k: evolve(f, shape=self.instead.get(k, f.shape)) for k, f in known}


@frozen
class Entries(Shape):
    """An object whose keys have a shape; if that is a choice, all of them are there."""

    key: Shape
    of: Shape


@frozen
class Either(Shape):
    """One of two shapes; no value fits both."""

    first: Shape
    second: Shape


@frozen
class Named(Shape):
    """A shape that is one definition of a schema wherever it is used."""

    name: str
    of: Shape
    description: str = ""


@frozen
class Least:
    """How great a number is at least, or how long an array."""

    minimum: int


@frozen
class Flat:
    """That the keys of a record stand among those of the record that it stands in."""


def text(pattern: str, *, whole: bool = True) -> shapes.String:
    """Text in which a pattern is found: throughout it, or somewhere."""
    return shapes.String("json_want_text", pattern, whole)


@made_once
def record_fields(cls: type[AttrsInstance]) -> Mapping[str, Field]:
    """What a record has at each of its keys.

    Raises:
        TypeError: an annotation has no meaning in JSON.
    """
    inside: dict[str, Field] = {}
    for name, hint in get_type_hints(cls, include_extras=True).items():
        shape, default = shape_of(hint), fields_dict(cls)[name].default
        if isinstance(shape, Record) and annotation(hint, Flat) is not None:
            inside |= shape.fields
        else:
            shape = evolve(shape, nullable=False) if default is None else shape
            words = annotation(hint, str) or ""
            inside[name] = Field(shape, description=words, optional=default is not NOTHING)
    return MappingProxyType(inside)


def annotation(hint: object, kind: type[T]) -> T | None:
    """What an annotation says that is of some kind."""
    extras = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((one for one in extras if isinstance(one, kind)), None)


def shape_of(hint: object) -> Shape:
    """The shape of what an annotation means in JSON.

    >>> shape_of(tuple[bool, ...] | None)
    Array(nullable=True, of=Boolean(nullable=False), minimum=0)

    Raises:
        TypeError: it has no meaning there.
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        shape, least = annotation(hint, Shape) or shape_of(arguments[0]), annotation(hint, Least)
        if least and isinstance(shape, shapes.Integer | shapes.Array):
            return evolve(shape, minimum=least.minimum)
        return shape
    if hint in _KNOWN:
        return _KNOWN[hint]
    if NoneType in arguments:
        return shapes.allow_null(shape_of(reduce(or_, _others(hint))))
    if origin in (Union, UnionType):
        return _either(*map(shape_of, arguments))
    if origin is Literal:
        return shapes.Choice(tuple(map(str, arguments)))
    if origin is tuple:
        return shapes.Array(shape_of(arguments[0]))
    if origin is Mapping:
        return Entries(*map(shape_of, arguments))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return shapes.Choice(tuple(member.value for member in hint))
    if isinstance(hint, type) and has(hint):
        return Record(hint)
    raise TypeError(f"an annotation without a meaning in JSON: {hint!r}")


def _others(hint: object) -> tuple[object, ...]:
    """The members of a union that are not ``None``."""
    return tuple(one for one in get_args(hint) if one is not NoneType)


def _either(first: Shape, second: Shape) -> Shape:
    match first, second:
        case shapes.Choice(), shapes.Choice():
            return evolve(first, values=first.values + second.values)
        case _:
            return Either(first, second)


def record_of(cls: type[R], source: object, /, **others: object) -> R:
    """A record of what something has under the same names; ``others`` are given."""
    names = (name for name in fields_dict(cls) if name not in others)
    return cls(**{name: getattr(source, name) for name in names}, **others)


def record_data(thing: object, cls: type | None = None) -> JsonObject:
    """A record as JSON data, with its keys in the order of the class; or a thing as a record.

    >>> record_data(Text("总计", "Total"))
    {'zh': '总计', 'en': 'Total'}
    """
    data: JsonObject = _CONVERTER.unstructure(thing, cls)
    return data


def number_data(value: Number | None) -> int | str | None:
    """A number that any JSON reader keeps exactly: a count as it is, the rest in a string.

    >>> number_data(3), number_data(Decimal("10.40")), number_data(2**53)
    (3, '10.40', '9007199254740992')
    """
    if value is None or (isinstance(value, int) and abs(value) <= SAFE):
        return value
    return format(Decimal(value), "f")


MessageKey = Annotated[str, Named("MessageKey", text("[a-z][a-z0-9_]*"))]


@frozen
class KeyedMessage:
    """A message: its key for programs, its words for people."""

    message_key: MessageKey
    message: Renderable

    @classmethod
    def of(cls, message: Message) -> "KeyedMessage":
        """The message as JSON has it."""
        return cls(message.key, message)


_NUMBER = Named(
    "Number",
    Either(shapes.Integer(-SAFE, SAFE), text(r"-?[0-9]+(\.[0-9]+)?")),
    "A count is an integer. An amount of money is a string that keeps its written scale, and so"
    " is a whole number beyond ±(2^53−1), which not every JSON reader keeps exactly.",
)

_KNOWN: Mapping[object, Shape] = {
    Json: shapes.Anything(),
    bool: shapes.Boolean(),
    int: shapes.Integer(-SAFE, SAFE),
    str: shapes.ANY_TEXT,
    Number: _NUMBER,
    Renderable: Record(Text),
    Message: Record(KeyedMessage),
}


def _record_hook(cls: type[AttrsInstance]) -> Callable[[object], JsonObject]:
    """What writes a record, with its keys in their order."""
    make: Callable[[object], object] = getattr(cls, "of", lambda thing: thing)
    defaults = {name: a.default for name, a in fields_dict(cls).items() if a.default is not NOTHING}
    hints = get_type_hints(cls, include_extras=True).items()
    flat = {name for name, hint in hints if annotation(hint, Flat)}

    def write_some(thing: object) -> JsonObject:
        data: JsonObject = {}
        record = thing if isinstance(thing, cls) else make(thing)
        for key, value in _keys_of(cls)(record).items():
            if key in flat:
                data |= value
            elif key not in defaults or value != defaults[key]:
                data[key] = value
        return data

    return write_some


@made_once
def _keys_of(cls: type[AttrsInstance]) -> Callable[[object], JsonObject]:
    """What writes all keys of a record; made when one is written, as records may nest."""
    write: Callable[[object], JsonObject] = make_dict_unstructure_fn(cls, _CONVERTER)
    return write


def _is_number(hint: object) -> bool:
    """Whether it is a ``Number`` or, with ``None``, another union of the same members."""
    return get_origin(hint) in (Union, UnionType) and {*_others(hint)} == {int, Decimal}


_CONVERTER = Converter()
_CONVERTER.register_unstructure_hook_factory(has, _record_hook)
_CONVERTER.register_unstructure_hook_func(lambda hint: hint is Renderable, words_data)
_CONVERTER.register_unstructure_hook_func(_is_number, number_data)
_CONVERTER.register_unstructure_hook(Message, lambda message: record_data(message, KeyedMessage))
_CONVERTER.register_unstructure_hook(StrEnum, lambda member: member.value)
