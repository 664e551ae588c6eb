"""JSON text → report, the quick way; ``None`` where the explaining path has to decide.

Three things are left to prove once a text has been parsed by a parser that is as strict as
ours about grammar and encoding, and a generated function has found every required key and
a fitting value for it:

- *No key is repeated, and none is unknown.* In JSON a colon stands after every key, and
  nowhere else but inside strings. If the text has as many colons as the report has keys
  and its strings have colons, then there is no further key in the text: a key more would
  be a colon more, and a string that got lost with it could not take one away. Only a
  colon written as an escape (``\\u003a``) would upset the sum; a text with one is not
  taken here.
- *No number is out of range* (msgspec does not look at it for the classes of the model):
  such a number has at least 16 digits in a row, or is no whole number to msgspec.
- *No string has a lone surrogate*: it could not be encoded, and all together are tried.
"""

import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from threading import Lock
from typing import Any, TypeAlias

from govdisclosure.codec._quick._accept import Accepted, Acceptor, acceptor
from govdisclosure.codec._shapes import report_shape
from govdisclosure.form import SAFE, Json, Refused
from govdisclosure.model import EDITIONS, AnyEdition, TableClasses

Parser: TypeAlias = Callable[[bytes], Any]

Way: TypeAlias = Callable[[bytes], tuple[Accepted, int]]
"""From a text to what ``_accept`` makes of it, and how many colons the text has."""

_COLON_ESCAPED = b"\\u003"
_ZEROS = bytes(ord("0") if byte in b"0123456789" else byte for byte in range(256))
_REST = bytes(byte for byte in range(256) if byte not in b"0123456789:,")
"""What is left out of a text to look at its colons and numbers. A colon or a comma stands
between any two numbers, so that none grow together."""

_LONG_NUMBER = b"0" * len(str(SAFE))


def accept(text: str | bytes, editions: Sequence[AnyEdition]) -> Any:
    """The report that a text holds, or ``None``: then nothing is said about it."""
    try:
        raw = text if type(text) is bytes else text.encode()  # type: ignore[union-attr]
        return accepted(raw, _way_of_all() if editions is EDITIONS else way_of(tuple(editions)))
    except Exception:
        # Whatever is wrong, or merely unusual: the explaining path finds it again.
        return None


def accepted(raw: bytes, way: Way) -> Any:
    """The report, if no key is repeated or unknown; whatever is wrong raises, or gives ``None``."""
    if b"\\" in raw and _COLON_ESCAPED in raw:
        return None
    (report, members, strings), colons = way(raw)
    return report if colons == members + strings.count(":") else None


def accept_data(data: Json, tables: TableClasses | None, editions: Sequence[AnyEdition]) -> Any:
    """The report that plain data holds, or ``None``: then nothing is said about it."""
    return _accepted_data(data, tables, editions, verdict_only=False)


def is_accepted_data(data: Json, editions: Sequence[AnyEdition]) -> Any:
    """``True`` where :func:`accept_data` gives a report, or ``None``."""
    return _accepted_data(data, None, editions, verdict_only=True)


def _accepted_data(
    data: Json, tables: TableClasses | None, editions: Sequence[AnyEdition], *, verdict_only: bool
) -> Any:
    try:
        if tables is None and editions is EDITIONS:
            return _acceptor_of_all(verdict_only)(data)[0]
        return acceptor_of(tables, tuple(editions), verdict_only)(data)[0]
    except Exception:
        return None


@lru_cache(maxsize=64)
def acceptor_of(
    tables: TableClasses | None, editions: tuple[AnyEdition, ...], verdict_only: bool = False
) -> Acceptor:
    """The generated function for two classes of tables, or for reports of any of the editions."""
    return acceptor(report_shape(tables, editions), verdict_only=verdict_only)


@lru_cache(maxsize=2)
def _acceptor_of_all(verdict_only: bool) -> Acceptor:
    # Editions take long to compare: these are asked for on each call.
    return acceptor_of(None, EDITIONS, verdict_only)


@lru_cache(maxsize=1)
def _way_of_all() -> Way:
    return way_of(EDITIONS)


@lru_cache(maxsize=16)
def way_of(editions: tuple[AnyEdition, ...]) -> Way:
    """The quickest way that what is installed allows."""
    with _MAKING:
        try:
            import msgspec  # noqa: F401
        except ImportError:
            return _parsed(acceptor_of(None, editions), _parser())
        return _decoded(editions)


_MAKING = Lock()
"""msgspec crashes where a thread meets a class that another is still looking at."""


def _parser() -> Parser:
    try:
        import orjson
    except ImportError:
        # Bytes handed to json.loads might be taken for UTF-16.
        return lambda raw: json.loads(raw.decode())
    return orjson.loads


def _parsed(make: Acceptor, parse: Parser) -> Way:
    return lambda raw: (make(parse(raw)), raw.count(b":"))


def _decoded(editions: tuple[AnyEdition, ...]) -> Way:
    from govdisclosure.codec._quick._structs import STRUCTS, decoder

    shape = report_shape(None, editions)
    make, decode = acceptor(shape, STRUCTS), decoder(shape)

    def decoded(raw: bytes) -> tuple[Accepted, int]:
        marks = raw.translate(_ZEROS, _REST)
        if _LONG_NUMBER in marks:
            raise Refused
        return make(decode(raw)), marks.count(b":")

    return decoded
