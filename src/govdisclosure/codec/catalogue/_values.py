"""The plain checks that every value of a catalogue passes, and how one is refused."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from govdisclosure.codec import _strict_json as strict_json
from govdisclosure.codec._problems import describe, echo
from govdisclosure.errors import CatalogueError
from govdisclosure.form import NON_BLANK, SAFE, Json, join
from govdisclosure.i18n import Message

LARGEST = 1_000_000
"""Characters of a catalogue beyond which it is not read."""

LONGEST = 2_000
"""Characters of any text in a catalogue."""

_LONGEST_LIST = 10


def refusal(what: str, at: str = "", /, **facts: Any) -> CatalogueError:
    """A refusal for what stands at a pointer."""
    return CatalogueError(Message(f"catalogue_{what}", {"pointer": echo(at), **facts}))


def plain(text: str) -> Json:
    """The data of a catalogue's text, known to be JSON, of bearable size and depth.

    Raises:
        CatalogueError: it is not.
    """
    if len(text) > LARGEST:
        raise refusal("too_large", most=LARGEST)
    try:
        data = strict_json.decode(text)
    except strict_json.NotJson as problem:
        raise refusal("not_json", line=problem.line, column=problem.column) from None
    except strict_json.TooDeep:
        raise refusal("too_deep", most=strict_json.MAX_DEPTH) from None
    _sound(data)
    return data


def _sound(data: Json) -> None:
    """No nesting too deep, no key twice, no lone surrogate; found without recursion."""
    left = [(data, "", 1)]
    while left:
        value, at, depth = left.pop()
        if isinstance(value, strict_json.Repeated):
            raise refusal("repeated_key", at, key=echo(min(value.repeated)))
        texts = value if isinstance(value, dict) else [value] if isinstance(value, str) else []
        if any(strict_json.has_surrogate(text) for text in texts):
            raise refusal("half_character", at)
        if isinstance(value, dict | list):
            if depth > strict_json.MAX_DEPTH:
                raise refusal("too_deep", most=strict_json.MAX_DEPTH)
            inside = value.items() if isinstance(value, dict) else enumerate(value)
            left += [(one, join(at, [key]), depth + 1) for key, one in inside]


def object_of(value: Json, keys: Collection[str], at: str, optional: Collection[str] = ()) -> Any:
    """An object with just these keys."""
    if not isinstance(value, dict):
        raise wrong("object", value, at)
    for key in value:
        if key not in keys and key not in optional:
            raise refusal("unknown_key", at, key=echo(key), known=_few(keys))
    for key in keys:
        if key not in value:
            raise refusal("missing_key", at, key=echo(key))
    return value


def array_of(value: Json, at: str, most: int, least: int = 0) -> list[Json]:
    """An array of bearable length."""
    if not isinstance(value, list):
        raise wrong("array", value, at)
    if not least <= len(value) <= most:
        raise refusal("too_many", at, count=len(value), least=least, most=most)
    return value


def words(value: Json, at: str, pattern: str = "") -> str:
    """A string that says something, or is written just as the pattern says."""
    if not isinstance(value, str):
        raise wrong("words", value, at)
    match = re.fullmatch(pattern, value) if pattern else re.search(NON_BLANK, value)
    if match is None or len(value) > LONGEST:
        raise wrong("words" if not pattern else "otherwise", value, at)
    return value


def whole(value: Json, at: str) -> int:
    """A whole number that every reader keeps; neither ``true`` nor ``1.0`` is one."""
    if type(value) is not int or abs(value) > SAFE:
        raise wrong("whole", value, at)
    return value


def one_of(value: Json, choices: Collection[str], at: str) -> str:
    """One of a few strings."""
    if not isinstance(value, str) or value not in choices:
        raise refusal("no_choice", at, found=describe(value), known=_few(choices))
    return value


def only(value: Json, kinds: Mapping[str, type], at: str) -> tuple[str, Json]:
    """The single key of a node, which must name one of the kinds, and what stands below."""
    if not isinstance(value, dict):
        raise wrong("object", value, at)
    if len(value) != 1 or next(iter(value)) not in kinds:
        raise refusal("unknown_kind", at, found=_few(value), known=_few(kinds))
    return next(iter(value.items()))


def wrong(expected: str, value: Json, at: str) -> CatalogueError:
    """A value of another type than ``expected``: object, array, words …"""
    want = Message(f"catalogue_want_{expected}")
    return refusal("wrong", at, expected=want, found=describe(value))


def _few(names: Collection[str]) -> tuple[str, ...]:
    return tuple(echo(name) for name in [*names][:_LONGEST_LIST])
