"""The bytes of files and of standard input, and whether they are JSON."""

import codecs
import os
import re
import sys

from govdisclosure.errors import ReadError
from govdisclosure.i18n import Message

LARGEST_FILE = 50_000_000
"""Bytes of a file that are read: a report with pictures in it may be large."""

LARGEST_JSON = 5_000_000
"""Bytes of JSON beyond which nothing is read: a report has some twenty thousand."""

WILDCARDS = frozenset("*?[")
"""Signs of a pattern that stands for the files that it matches."""


_LOOKS_LIKE_JSON = re.compile(rb"""\{(?!\\rtf)|\[(?=[\s\0]*[]["{\d.tfn-]).*\]\Z|"[^\n]*"\Z""", re.S)
"""An object, but no RTF; an array, but no [打印] of a web page; a string, but not of lines."""


_LONGEST_NAME = 300
"""Characters of a name that are shown: somebody may give a text where a name should stand."""


def content_of(path: str) -> bytes:
    """The bytes of a file.

    Raises:
        ReadError: there are none: it is missing, a directory, an address, forbidden or too large.
    """
    try:
        with open(path, "rb") as file:
            return _limited(file.read(LARGEST_FILE + 1), LARGEST_FILE)
    except (OSError, ValueError) as problem:  # ValueError: a NUL byte in the name
        raise ReadError(_why(path, problem)) from None


def content_or_input(name: str) -> bytes:
    """The bytes of a file; the name ``-`` is standard input.

    Raises:
        ReadError: as :func:`content_of`, or standard input is closed.
    """
    if name != "-":
        return content_of(name)
    if sys.stdin is None:
        raise ReadError(Message("no_standard_input"))
    return _limited(sys.stdin.buffer.read(LARGEST_FILE + 1), LARGEST_FILE)


def _why(path: str, problem: Exception) -> Message:
    """Why a file cannot be opened. Of an address, ``pathlib`` takes a slash away."""
    path = path if len(path) <= _LONGEST_NAME else path[:_LONGEST_NAME] + "…"
    if address := re.match(r"(https?|ftp|file):/+", path, re.I):
        start = f"{address[1]}://" + "/" * (address[1].lower() == "file")
        return Message("is_an_address", {"path": start + path[address.end() :]})
    if not path:
        return Message("no_name")
    if os.path.isdir(path):
        return Message("is_a_directory", {"path": path})
    if isinstance(problem, FileNotFoundError):
        key = "no_such_file" if WILDCARDS.isdisjoint(path) else "no_file_matches"
        return Message(key, {"path": path})
    why = getattr(problem, "strerror", None) or str(problem)
    return Message("cannot_open", {"path": path, "why": why})


def _limited(data: bytes, limit: int) -> bytes:
    if len(data) > limit:
        raise ReadError(Message("too_large", {"limit": f"{limit:,}"}))
    return data


def is_json(name: str, data: bytes) -> bool:
    """Whether a file is JSON: its name says so, or its content looks like it.

    An object looks like JSON, and so does another value that is refused as JSON rather than
    as a report, in whatever encoding: what is wrong with that, the loader says.

    >>> is_json("-", b'{"year": 2023}'), is_json("-", "一、总体情况".encode())
    (True, False)

    Raises:
        ReadError: it is, and has more than any report.
    """
    bare = data.strip(codecs.BOM_UTF8 + codecs.BOM_UTF16 + b"\0 \t\r\n")
    if not name.lower().endswith(".json") and not _LOOKS_LIKE_JSON.match(bare):
        return False
    _limited(data, LARGEST_JSON)
    return True
