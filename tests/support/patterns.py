"""The patterns of the published schemas, and strings to hold against them; always the same ones."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from random import Random
from typing import Any

from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.paths import ROOT

STRINGS = 5000

LINE_ENDS = ("\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029")
"""Before one of these at the end of a text, `$` may match, or `.` may not: engines differ."""

_BLANKS = "\t\v\f\x1c\x1f \u00a0\u1680\u180e\u2000\u200a\u202f\u205f\u3000"
_FORMATS = "\x00\x7f\u00ad\u200b\u200c\u200d\u2060\ufeff\U000e0001"
_DIGITS = "٣३３৪𝟗Ⅷ²①"
_OTHERS = "é中𠀀ſKİ"
ALPHABET = (*"09azAZ_-./~{}:+", *_BLANKS, *_FORMATS, *_DIGITS, *_OTHERS, *LINE_ENDS)


@frozen
class StringSchema:
    """What a schema says of a string: what must be found in it, and what must not; its length."""

    pattern: str
    unwanted: str | None
    longest: int | None


@cache
def string_schemas(names: str = "*") -> tuple[StringSchema, ...]:
    """Every one in the published schemas of some names; in all of them, if none are given."""
    files = sorted((ROOT / "schemas").glob(f"{names}.schema.json"))
    texts = (file.read_text("utf-8") for file in files)
    return tuple(dict.fromkeys(one for text in texts for one in _inside(json.loads(text))))


@cache
def patterns() -> tuple[str, ...]:
    """Every pattern, those of what must not be found too."""
    found = (p for one in string_schemas() for p in (one.pattern, one.unwanted) if p is not None)
    return tuple(dict.fromkeys(found))


def _inside(schema: Any) -> Iterator[StringSchema]:
    """The string schemas inside a schema; what one must not match belongs to it."""
    if isinstance(schema, list):
        for inner in schema:
            yield from _inside(inner)
    elif isinstance(schema, dict):
        assert "patternProperties" not in schema
        if isinstance(pattern := schema.get("pattern"), str):
            unwanted = schema.get("not", {}).get("pattern")
            yield StringSchema(pattern, unwanted, schema.get("maxLength"))
            schema = {key: inner for key, inner in schema.items() if key != "not"}
        for inner in schema.values():
            yield from _inside(inner)


@cache
def strings() -> tuple[str, ...]:
    """Strings that patterns match, near misses, and what nobody thinks of."""
    chance = Random("strings")
    matching = [text for pattern in patterns() for text in _matching(pattern)]
    found = ["", *ALPHABET, *matching, *(text + end for text in matching for end in LINE_ENDS)]
    found += ["9" * 3000, "/a" * 250, "a-" * 1500, "\u3000" * 3000]
    while len(found) < STRINGS:
        found.append(_mutated(chance, chance.choice(matching)))
    return tuple(found)


def _matching(pattern: str, most: int = 20) -> Sequence[str]:
    """Strings in which a pattern is found, by hypothesis; without lone surrogates."""
    found: dict[str, None] = {}
    alphabet = st.characters(codec="utf-8")

    @settings(max_examples=most)
    @given(st.from_regex(pattern, alphabet=alphabet))
    def collect(text: str) -> None:
        found[text] = None

    collect()
    return tuple(found)


def _mutated(chance: Random, text: str) -> str:
    """A string with a character put in, taken out or exchanged, up to three times."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randint(0, len(text))
        put = chance.choice(["", *ALPHABET])
        text = text[:at] + put + text[at + chance.randint(0, 1) :]
    return text
