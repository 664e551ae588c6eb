"""The content of files and of standard input, and the report that it is."""

import sys
from pathlib import Path

from attrs import frozen

from govdisclosure.codec import loads
from govdisclosure.document import LARGEST_TEXT
from govdisclosure.errors import InvalidReportError, NotAReportError, ReadError
from govdisclosure.files._formats import documents, is_json
from govdisclosure.files._run import UnreadFile
from govdisclosure.i18n import Message
from govdisclosure.model import AnyReport, Reading

LARGEST_FILE = 50_000_000
"""Bytes of a file that are read: a report with pictures in it may be large."""


@frozen
class Source:
    """A report, with its reading where it was not JSON."""

    report: AnyReport
    reading: Reading | None


def load(name: str) -> Source | UnreadFile:
    """The report in a file, published or as JSON, or what is wrong with it.

    ``-`` is standard input, here and below.
    """
    try:
        data = content_of(name)
        if not is_json(name, data):
            reading = documents().read(data)
            return Source(reading.report, reading)
        if len(data) > LARGEST_TEXT:
            raise ReadError(Message("too_large", {"limit": f"{LARGEST_TEXT:,}"}))
        return Source(loads(data), None)
    except (ReadError, NotAReportError) as problem:
        return UnreadFile(file=name, reason=problem.message)
    except InvalidReportError as problem:
        return UnreadFile(file=name, findings=problem.findings)


def text_of(name: str) -> str:
    """The text of a file, in UTF-8 or GB18030.

    Raises:
        ReadError: the file cannot be opened, or is no text.
    """
    text: str = documents().decode(content_of(name))
    return text


def content_of(name: str) -> bytes:
    """The bytes of a file.

    Raises:
        ReadError: there are none: it is missing, a directory, forbidden or too large, or
            standard input is closed.
    """
    if name != "-":
        return content_of_file(Path(name))
    if sys.stdin is None:
        raise ReadError(Message("no_standard_input"))
    return sys.stdin.buffer.read(LARGEST_FILE + 1)


def content_of_file(path: Path) -> bytes:
    """The same of a path, of which none is standard input."""
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
