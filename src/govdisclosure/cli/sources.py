"""What the command line takes: a published report or the JSON of one, from a file or a pipe."""

import sys
from pathlib import Path

from attrs import frozen

from govdisclosure.codec import loads
from govdisclosure.json_problems import InvalidReport
from govdisclosure.messages import Message
from govdisclosure.model.report import AnyReport
from govdisclosure.outcome import Unreadable
from govdisclosure.readers import (
    LARGEST_FILE,
    CannotRead,
    NotAReport,
    binary_format,
    content_of,
    decode,
    read,
)
from govdisclosure.transcribe.reading import Reading


@frozen
class Source:
    """A report, with its reading where it was not JSON."""

    report: AnyReport
    reading: Reading | None


def load(name: str) -> Source | Unreadable:
    """The report in a file, or what is wrong with it; ``-`` is standard input."""
    try:
        return _source(_bytes_of(name))
    except (CannotRead, NotAReport) as problem:
        return Unreadable(file=name, reason=problem.reason)
    except InvalidReport as problem:
        return Unreadable(file=name, findings=problem.findings)


def text_of(name: str) -> str:
    """The text of a file, in UTF-8 or GB18030; ``-`` is standard input.

    Raises:
        CannotRead: the file cannot be opened, or is no text.
    """
    return decode(_bytes_of(name))


def _bytes_of(name: str) -> bytes:
    if name != "-":
        return content_of(Path(name))
    if sys.stdin is None:
        raise CannotRead(Message("no_standard_input"))
    return sys.stdin.buffer.read(LARGEST_FILE + 1)


def _source(data: bytes) -> Source:
    if not binary_format(data) and _looks_like_json(decode(data, damaged=True)):
        return Source(loads(decode(data)), None)
    reading = read(data)
    return Source(reading.report, reading)


def _looks_like_json(text: str) -> bool:
    """An object, or another JSON value that is refused as JSON rather than as a report."""
    bare = text.strip("\ufeff \t\r\n")
    return bare.startswith("{") or (bare[:1] + bare[-1:] in ("[]", '""') and len(bare) > 1)
