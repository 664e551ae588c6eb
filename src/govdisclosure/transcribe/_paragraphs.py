"""Prose whose lines break at an edge: its lines → its paragraphs."""

import re
import unicodedata
from collections.abc import Sequence

from attrs import evolve

from govdisclosure.transcribe._normalize import numbering
from govdisclosure.transcribe._tokens import Token

_NARROWEST, _WIDEST = 40, 130
"""Columns of a line at the edge; a Chinese character takes two."""

_RAGGED = 4
"""Columns by which a full line may fall short: punctuation does not begin a line."""

_FULL_LINES = 3
"""Fewer lines of one width than this are no proof of an edge."""

_ENDED = re.compile(r"[。！？!?；;：:…”」）)]$")


def join_wrapped_lines(lines: Sequence[Token]) -> list[Token]:
    """Lines of prose with those joined that one sentence runs through.

    Only where at least three lines end at one edge, and only at a full line that ends no
    sentence and is followed directly by one without an ordinal: what is in doubt stays.
    """
    widths = [_width(line.text) for line in lines]
    edge = max(widths, default=0)
    full = [edge - _RAGGED <= width for width in widths]
    if not _NARROWEST <= edge <= _WIDEST or sum(full) < _FULL_LINES:
        return list(lines)
    paragraphs: list[list[Token]] = []
    for i, line in enumerate(lines):
        if i and full[i - 1] and _goes_on(lines[i - 1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [
        evolve(first, text="".join(t.text for t in (first, *more))) for first, *more in paragraphs
    ]


def _goes_on(line: Token, following: Token) -> bool:
    first, second = line.where.line, following.where.line
    is_next = first is not None and second == first + 1
    return is_next and not _ENDED.search(line.text) and not numbering(following.text)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
