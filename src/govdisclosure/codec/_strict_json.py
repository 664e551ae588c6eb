"""JSON text → plain data, keeping hold of what the text gets wrong.

Nothing here knows a report. What RFC 7493 (I-JSON) forbids inside a well-formed text comes
back in its place: a :class:`Repeated` object, an :class:`Unusable` number. So whoever
goes through the data can report every one of them with its pointer.
"""

import json
import math
from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import Any

from attrs import frozen

from govdisclosure.form import SAFE, Json, JsonObject, Shown

MAX_DEPTH = 64
"""How many arrays and objects may stand inside each other, the outermost included."""

_SAFE_LENGTH = len(str(-SAFE))
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@frozen(repr=False)
class Unusable(Shown):
    """A number that JSON does not have (``NaN``), or that no double holds (``1e999``)."""

    text: str


class Repeated(JsonObject):
    """An object some of whose keys stand in the text more than once."""

    repeated: frozenset[str]


@frozen(eq=False, repr=False)
class NotUtf8(Exception):
    """The bytes are not UTF-8: position of the first wrong byte, counted from 0."""

    position: int
    byte: int
    is_utf16: bool = False


@frozen(eq=False, repr=False)
class NotJson(Exception):
    """The text is not JSON: line and column, counted from 1, and the text that stands there."""

    line: int
    column: int
    text: str


class TooDeep(Exception):
    """The text is nested so deeply that it could not be read at all."""


def decode(text: str | bytes) -> Any:
    """Plain data of a JSON text; a byte order mark is passed over.

    >>> decode('{"a": 3.0, "b": [null, true]}')
    {'a': 3.0, 'b': [None, True]}
    >>> decode(b'[NaN, 1e999]')
    [Unusable(text='NaN'), Unusable(text='1e999')]

    Raises:
        NotUtf8, NotJson, TooDeep: there is no data to speak of.
        TypeError: neither a string nor bytes.
    """
    if not isinstance(text, str | bytes):
        raise TypeError(f"JSON text is str or bytes, not {type(text).__name__}")
    if isinstance(text, bytes):
        text = _utf8(text)
    text = text.removeprefix("\ufeff")
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_decimal,
            parse_constant=Unusable,
        )
    except json.JSONDecodeError as error:
        raise NotJson(error.lineno, error.colno, text[error.pos : error.pos + 20]) from None
    except RecursionError:
        raise TooDeep from None


def encode(data: Json, indent: int | None = 2) -> str:
    """JSON text of plain data as files have it: a line end at the end, no escapes but needed ones.

    ``indent=None`` gives a single line without spaces.

    >>> encode({"a": [3, "总"]}, indent=None)
    '{"a":[3,"总"]}\\n'
    """
    separators = (",", ":") if indent is None else None
    return json.dumps(data, ensure_ascii=False, indent=indent, separators=separators) + "\n"


def _utf8(raw: bytes) -> str:
    without_mark = len(raw) > 1 and raw[:2].count(0) == 1
    if without_mark or raw[:2] in _UTF16_MARKS:
        raise NotUtf8(0, raw[0], is_utf16=True)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotUtf8(error.start, raw[error.start]) from None


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    data = dict(pairs)
    if len(data) == len(pairs):
        return data
    times = Counter(key for key, _ in pairs)
    repeated = Repeated(data)
    repeated.repeated = frozenset(key for key in data if times[key] > 1)
    return repeated


def _integer(text: str) -> int | Unusable:
    # Longer numbers are out of range whatever they are, and int() refuses the longest.
    return int(text) if len(text) <= _SAFE_LENGTH else Unusable(text)


def _decimal(text: str) -> float | Unusable:
    value = float(text)
    if math.isinf(value) or (value.is_integer() and not _is_exactly(value, text)):
        return Unusable(text)
    return value


def _is_exactly(value: float, text: str) -> bool:
    # 0.99999999999999999999 is the double 1.0; as a count it would turn into 1 unseen.
    try:
        return Decimal(text) == Decimal(value)
    except InvalidOperation:  # an exponent beyond what decimal can hold: of 0 it may be any
        return not text.lower().partition("e")[0].strip("-0.")


def has_surrogate(text: str) -> bool:
    """Whether the string cannot be written as UTF-8."""
    return not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text)
