"""The bytes of files and of standard input."""

import os
import sys

from govdisclosure.errors import ReadError
from govdisclosure.i18n import Message

LARGEST_FILE = 50_000_000
"""Bytes of a file that are read: a report with pictures in it may be large."""

WILDCARDS = frozenset("*?[")
"""Signs of a pattern that stands for the files that it matches."""


def content_of(name: "str | os.PathLike[str]") -> bytes:
    """The bytes of a file; the name ``-`` is standard input, no path is.

    Raises:
        ReadError: there are none: it is missing, a directory, forbidden or too large, or
            standard input is closed.
    """
    if name == "-":
        if sys.stdin is None:
            raise ReadError(Message("no_standard_input"))
        return sys.stdin.buffer.read(LARGEST_FILE + 1)
    try:
        with open(name, "rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        key = "no_such_file" if WILDCARDS.isdisjoint(str(name)) else "no_file_matches"
        raise ReadError(Message(key, {"path": str(name)})) from None
    except IsADirectoryError:
        raise ReadError(Message("is_a_directory", {"path": str(name)})) from None
    except (OSError, ValueError) as problem:  # ValueError: a NUL byte in the name
        about = {"path": str(name), "why": getattr(problem, "strerror", None) or str(problem)}
        raise ReadError(Message("cannot_open", about)) from None
    if len(data) > LARGEST_FILE:
        raise ReadError(Message("too_large", {"limit": f"{LARGEST_FILE:,}"}))
    return data
