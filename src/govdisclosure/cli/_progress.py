"""How far a long run has come, in one line of a terminal that is written over and over."""

import os
from typing import TextIO
from unicodedata import east_asian_width

from govdisclosure.cli.console import terminal_width

_BAR = 20
_CLEAR = "\r\x1b[K"


def show(stream: TextIO, number: int, count: int, failed: int, item: str) -> None:
    """Draw the line, if the stream is a terminal; ``item`` is the one that is waited for."""
    if not _is_terminal(stream):
        return
    full = _BAR * number // count
    words = f"[{'#' * full}{'.' * (_BAR - full)}] {number}/{count}  ✗{failed}  {item}"
    stream.write(_CLEAR + _cut(words, terminal_width() - 1))
    stream.flush()


def clear(stream: TextIO) -> None:
    """Take the line away, so that something else can be written there."""
    if _is_terminal(stream):
        stream.write(_CLEAR)
        stream.flush()


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _cut(words: str, columns: int) -> str:
    """As much as fits; a Chinese character takes two columns."""
    for end, character in enumerate(words):
        columns -= 2 if east_asian_width(character) in "WF" else 1
        if columns < 0:
            return words[:end]
    return words
