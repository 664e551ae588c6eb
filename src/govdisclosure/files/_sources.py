"""What the command line takes: a published report or the JSON of one, from a file or a pipe."""

import codecs
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
    LARGEST_TEXT,
    CannotRead,
    NotAReport,
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
        return _source(name, _bytes_of(name))
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


def _source(name: str, data: bytes) -> Source:
    if name.lower().endswith(".json") or _looks_like_json(data):
        if len(data) > LARGEST_TEXT:
            raise CannotRead(Message("too_large", {"limit": f"{LARGEST_TEXT:,}"}))
        return Source(loads(data), None)
    reading = read(data)
    return Source(reading.report, reading)


def _looks_like_json(data: bytes) -> bool:
    """An object, or another JSON value that is refused as JSON rather than as a report.

    In whatever encoding: what is wrong with that, the loader says.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode(errors="replace")
    bare = data.strip(codecs.BOM_UTF8 + b" \t\r\n")
    return bare.startswith(b"{") or (bare[:1] + bare[-1:] in (b"[]", b'""') and len(bare) > 1)
