"""Prose that a text breaks at the edge of the page: its lines → its paragraphs."""

import re
import unicodedata
from collections.abc import Sequence

from attrs import evolve

from govdisclosure.transcribe._labels import Token
from govdisclosure.transcribe._normalize import numbering

_NARROWEST, _WIDEST = 40, 130
"""Columns of a line at the edge; a Chinese character takes two."""

_RAGGED = 4
"""Columns by which a full line may fall short: punctuation does not begin a line."""

_FULL_LINES = 3
"""Fewer lines of one width than this are no proof of an edge."""

_ENDED = re.compile(r"[。！？!?；;：:…”」）)]$")


def unwrapped(lines: Sequence[Token]) -> list[Token]:
    """Lines of prose with those joined that one sentence runs through.

    Only where at least three lines end at one edge, and only at a full line that ends no
    sentence and is followed directly by one without an ordinal: what is in doubt stays.
    """
    widths = [_width(line.text) for line in lines]
    edge = max(widths, default=0)
    full = [edge - _RAGGED <= width for width in widths]
    if not _NARROWEST <= edge <= _WIDEST or sum(full) < _FULL_LINES:
        return list(lines)
    joined: list[Token] = []
    for i, line in enumerate(lines):
        if i and full[i - 1] and _goes_on(lines[i - 1], line):
            joined[-1] = evolve(joined[-1], text=joined[-1].text + line.text)
        else:
            joined.append(line)
    return joined


def _goes_on(line: Token, following: Token) -> bool:
    first, second = line.where.line, following.where.line
    direct = first is not None and second == first + 1
    return direct and not _ENDED.search(line.text) and not numbering(following.text)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
