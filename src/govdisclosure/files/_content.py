"""The bytes and the text of files and of standard input."""

import sys
from pathlib import Path

from govdisclosure.errors import ReadError
from govdisclosure.files._formats import DOCUMENT, module_of
from govdisclosure.i18n import Message

LARGEST_FILE = 50_000_000
"""Bytes of a file that are read: a report with pictures in it may be large."""


def content_of(path: Path) -> bytes:
    """The bytes of a file; of a very large one no more than show that it is.

    Raises:
        ReadError: it is missing, a directory, forbidden or too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise ReadError(Message("no_such_file", {"path": str(path)})) from None
    except IsADirectoryError:
        raise ReadError(Message("is_a_directory", {"path": str(path)})) from None
    except (OSError, ValueError) as problem:  # ValueError: a NUL byte in the name
        about = {"path": str(path), "why": getattr(problem, "strerror", None) or str(problem)}
        raise ReadError(Message("cannot_open", about)) from None
    if len(data) > LARGEST_FILE:
        raise ReadError(Message("too_large", {"limit": f"{LARGEST_FILE:,}"}))
    return data


def content_of_source(name: str) -> bytes:
    """The bytes of a file; ``-`` is standard input.

    Raises:
        ReadError: as above, or standard input is closed.
    """
    if name != "-":
        return content_of(Path(name))
    if sys.stdin is None:
        raise ReadError(Message("no_standard_input"))
    return sys.stdin.buffer.read(LARGEST_FILE + 1)


def text_of(name: str) -> str:
    """The text of a file, in UTF-8 or GB18030; ``-`` is standard input.

    Raises:
        ReadError: the file cannot be opened, or is no text.
    """
    text: str = module_of(DOCUMENT).decode(content_of_source(name))
    return text
