"""How far a long run has come, in one line of a terminal that is written over and over."""

import os
import sys
from unicodedata import east_asian_width

from govdisclosure.cli.console import terminal_width, write
from govdisclosure.i18n import Escaped, escape_controls, escape_output

_BAR = 20
_CLEAR = "\r\x1b[K"


def show(number: int, count: int, failed: int, item: str) -> None:
    """Draw the line, if standard error is a terminal; ``item`` is the one that is waited for."""
    full = _BAR * number // count
    words = f"[{'#' * full}{'.' * (_BAR - full)}] {number}/{count}  ✗{failed}  {item}"
    _draw(_cut(escape_output(escape_controls(words)), terminal_width() - 1))


def clear() -> None:
    """Take the line away, so that something else can be written there."""
    _draw("")


def _draw(words: str) -> None:
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        write(Escaped(_CLEAR + words), error=True)
        sys.stderr.flush()


def _cut(words: str, columns: int) -> str:
    """As much as fits; a Chinese character takes two columns."""
    for end, character in enumerate(words):
        columns -= 2 if east_asian_width(character) in "WF" else 1
        if columns < 0:
            return words[:end]
    return words
