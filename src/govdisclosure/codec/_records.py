"""Records: attrs classes that say of a JSON object all that there is to say.

From the annotations of such a class come both its JSON and, by way of shapes, its schema.
A class, an ``Enum``, ``Literal``, ``tuple[X, ...]``, ``Mapping[str, X]``, ``X | None``, ``bool``,
``int``, ``str``, ``Json`` mean what one expects; besides:

- ``Annotated[X, shape]`` has that shape; ``Annotated[X, "words"]`` says what a key is about;
- ``Number`` keeps its digits, what is ``Renderable`` has its words in every language, and a
  ``Message`` has its key with them;
- a mapping from an ``Enum`` has all of its members;
- ``A | B`` is ``B`` where a key is there that ``A`` has not; if they are not both records, where
  the value is of the JSON type of ``B``;
- a field with a default is a key that is left out where it has its default.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum, StrEnum
from functools import partial, reduce
from operator import or_
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields, frozen, has
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from govdisclosure.codec._shapes import (
    ANY_TEXT,
    Anything,
    Array,
    Boolean,
    Choice,
    Field,
    Integer,
    Shape,
    String,
    allow_null,
)
from govdisclosure.findings import Number
from govdisclosure.form import SAFE, Json, JsonObject, made_once
from govdisclosure.i18n import Message, Renderable, Text, words_data

R = TypeVar("R")


@frozen
class Record(Shape):
    """An object with the keys of a record."""

    cls: type
    edition: str = ""

    @property
    def fields(self) -> Mapping[str, Field]:
        """What stands at each key, in the order of the class."""
        return record_fields(self.cls)


@frozen
class Entries(Shape):
    """An object whose keys have a shape; if that is a choice, all of them are there."""

    key: Shape
    of: Shape


@frozen
class Either(Shape):
    """The second of two where its ``key`` is there, or without one its type; else the first."""

    first: Shape
    second: Shape
    key: str = ""


@frozen
class Named(Shape):
    """A shape that is one definition of a schema wherever it is used."""

    name: str
    of: Shape
    description: str = ""


@made_once
def record_fields(cls: type) -> Mapping[str, Field]:
    """What a record has at each of its keys.

    Raises:
        TypeError: an annotation has no meaning in JSON.
    """
    hints = get_type_hints(cls, include_extras=True)
    return MappingProxyType({a.name: _field(hints[a.name], a.default) for a in fields(cls)})


def _field(hint: object, default: object) -> Field:
    annotations = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    words = next((one for one in annotations if isinstance(one, str)), "")
    return Field(shape_of(hint), description=words, optional=default is not NOTHING)


def shape_of(hint: object) -> Shape:
    """The shape of what an annotation means in JSON.

    >>> shape_of(tuple[bool, ...] | None)
    Array(nullable=True, of=Boolean(nullable=False), minimum=0)

    Raises:
        TypeError: it has no meaning there.
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        shapes = [one for one in arguments[1:] if isinstance(one, Shape)]
        return shapes[0] if shapes else shape_of(arguments[0])
    if hint in _KNOWN:
        return _KNOWN[hint]
    if NoneType in arguments:
        return allow_null(shape_of(reduce(or_, _others(hint))))
    if origin in (Union, UnionType):
        return _either(*map(shape_of, arguments))
    if origin is Literal:
        return Choice(tuple(map(str, arguments)))
    if origin is tuple:
        return Array(shape_of(arguments[0]))
    if origin is Mapping:
        return Entries(*map(shape_of, arguments))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Choice(tuple(member.value for member in hint))
    if isinstance(hint, type) and has(hint):
        return Record(hint)
    raise TypeError(f"an annotation without a meaning in JSON: {hint!r}")


def _others(hint: object) -> tuple[object, ...]:
    """The members of a union that are not ``None``."""
    return tuple(one for one in get_args(hint) if one is not NoneType)


def _either(first: Shape, second: Shape) -> Shape:
    if isinstance(first, Record) and isinstance(second, Record):
        return Either(first, second, next(k for k in second.fields if k not in first.fields))
    return Either(first, second)


def record_of(cls: type[R], source: object, /, **others: object) -> R:
    """A record of an object that has what it needs under the same names; ``others`` are given.

    What stands in it is made into records too where it is none: by the classmethod ``of`` of
    the class, or else likewise.
    """
    makers = _makers(cls)
    values = {n: others[n] if n in others else getattr(source, n) for n in makers}
    return cls(**{name: makers[name](value) for name, value in values.items()})


@made_once
def _makers(cls: type) -> Mapping[str, Callable[[object], object]]:
    hints = get_type_hints(cls)
    return {a.name: _maker(hints[a.name]) for a in fields(cls)}


def _maker(hint: object) -> Callable[[Json], object]:
    """What makes of a value what an annotation asks for."""
    if hint not in _KNOWN and isinstance(hint, type) and has(hint):
        make: Callable[[object], object] = getattr(hint, "of", partial(record_of, hint))
        return lambda value: value if isinstance(value, hint) else make(value)
    of = [_maker(one) for one in _others(hint)]
    if get_origin(hint) is tuple:
        return lambda values: tuple(map(of[0], values))
    if get_origin(hint) is Mapping:
        return lambda values: {key: of[1](value) for key, value in values.items()}
    if NoneType in get_args(hint) and len(of) == 1:
        return lambda value: None if value is None else of[0](value)
    return lambda value: value


def record_data(record: object) -> JsonObject:
    """A record as JSON data, with its keys in the order of the class.

    >>> record_data(KeyedMessage("report", Text("总计", "Total")))
    {'message_key': 'report', 'message': {'zh': '总计', 'en': 'Total'}}
    """
    data: JsonObject = _CONVERTER.unstructure(record)
    return data


def number_data(value: Number | None) -> int | str | None:
    """A number that any JSON reader keeps exactly: a count as it is, the rest in a string.

    >>> number_data(3), number_data(Decimal("10.40")), number_data(2**53)
    (3, '10.40', '9007199254740992')
    """
    if value is None or (isinstance(value, int) and abs(value) <= SAFE):
        return value
    return format(Decimal(value), "f")


def message_data(message: Message) -> JsonObject:
    """A message: its key for programs, its words for people."""
    return {"message_key": message.key, "message": words_data(message)}


NUMBER = Named(
    "Number",
    Either(Integer(-SAFE, SAFE), String("json_want_amount", r"-?[0-9]+(\.[0-9]+)?")),
    "A count is an integer. An amount of money is a string that keeps its written scale, and so"
    " is a whole number beyond ±(2^53−1), which not every JSON reader keeps exactly.",
)
MESSAGE_KEY = Named("MessageKey", String("json_want_text", "[a-z][a-z0-9_]*"))


@frozen
class KeyedMessage:
    """A message: its key for programs, its words for people."""

    message_key: Annotated[str, MESSAGE_KEY]
    message: Renderable


_KNOWN: Mapping[object, Shape] = {
    Json: Anything(),
    bool: Boolean(),
    int: Integer(-SAFE, SAFE),
    str: ANY_TEXT,
    Number: NUMBER,
    Renderable: Record(Text),
    Message: Record(KeyedMessage),
}


def _record_hook(cls: type) -> Callable[[object], JsonObject]:
    """What writes a record, all keys in their order, but none that has its default."""
    write: Callable[[object], JsonObject] = make_dict_unstructure_fn(cls, _CONVERTER)
    defaults = {a.name: a.default for a in fields(cls) if a.default is not NOTHING}
    if not defaults:
        return write
    return lambda record: {
        key: value
        for key, value in write(record).items()
        if key not in defaults or value != defaults[key]
    }


def _is_number(hint: object) -> bool:
    """Whether it is a ``Number`` or, with ``None``, another union of the same members."""
    return get_origin(hint) in (Union, UnionType) and {*_others(hint)} == {int, Decimal}


_CONVERTER = Converter()
_CONVERTER.register_unstructure_hook_factory(has, _record_hook)
_CONVERTER.register_unstructure_hook_func(lambda hint: hint is Json, lambda value: value)
_CONVERTER.register_unstructure_hook_func(lambda hint: hint is Renderable, words_data)
_CONVERTER.register_unstructure_hook_func(_is_number, number_data)
_CONVERTER.register_unstructure_hook(Message, message_data)
_CONVERTER.register_unstructure_hook(StrEnum, lambda member: member.value)
