"""A second strict reader of JSON text, written from the contract and not from the loader.

What docs/json.md asks of a text before any schema has a say: UTF-8, JSON (RFC 8259), and
within it I-JSON (RFC 7493): no key twice, no lone surrogate, at most 64 levels, no number
that a double would round to a whole one.
"""

import json
import re
from decimal import Decimal
from typing import Any

DEEPEST = 64
_SURROGATE = re.compile("[\ud800-\udfff]")


class NotStrictError(ValueError):
    """The text is refused, whatever a schema says."""


def strict_data(text: str | bytes) -> Any:
    """The data of a text, numbers as Python has them, or :class:`NotStrictError`."""
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        data = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_decimal,
            parse_constant=_refuse,
        )
    except (ValueError, RecursionError) as error:
        raise NotStrictError(str(error)[:80]) from None
    _measure(data, 1)
    return data


def _refuse(text: str) -> Any:
    raise NotStrictError(text[:20])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        raise NotStrictError("a key twice")
    return data


def _integer(text: str) -> int:
    # 10**400 stands for any number that no schema of ours accepts anywhere.
    return int(text) if len(text) < 400 else 10**400


def _decimal(text: str) -> float | int:
    value = float(text)
    if value in (float("inf"), float("-inf")):
        return 10**400
    if value.is_integer():
        mantissa, _, exponent = text.lower().partition("e")
        zero = not Decimal(mantissa)
        tiny = len(exponent) > 6 or abs(int(exponent or 0)) > 400
        if (tiny and not zero) or (not tiny and Decimal(text) != Decimal(value)):
            raise NotStrictError("only rounding makes it whole")
    return value


def _measure(data: Any, level: int) -> None:
    if isinstance(data, str):
        if _SURROGATE.search(data):
            raise NotStrictError("a lone surrogate")
        return
    if not isinstance(data, dict | list):
        return
    if level > DEEPEST:
        raise NotStrictError("too deep")
    if isinstance(data, dict):
        for key in data:
            _measure(key, level)
    for inner in data.values() if isinstance(data, dict) else data:
        _measure(inner, level + 1)
