"""What the command line takes: a published report or the JSON of one, from a file or a pipe."""

import codecs
import sys
from pathlib import Path

from attrs import frozen

from govdisclosure.codec import loads
from govdisclosure.document.readers import LARGEST_FILE, LARGEST_TEXT, decode
from govdisclosure.errors import InvalidReportError, NotAReportError, ReadError
from govdisclosure.files._read import content_of, read
from govdisclosure.files._run import UnreadFile
from govdisclosure.i18n import Message
from govdisclosure.model import AnyReport, Reading


@frozen
class Source:
    """A report, with its reading where it was not JSON."""

    report: AnyReport
    reading: Reading | None


def load(name: str) -> Source | UnreadFile:
    """The report in a file, or what is wrong with it; ``-`` is standard input."""
    try:
        return _source(name, _bytes_of(name))
    except (ReadError, NotAReportError) as problem:
        return UnreadFile(file=name, reason=problem.message)
    except InvalidReportError as problem:
        return UnreadFile(file=name, findings=problem.findings)


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
        raise ReadError(Message("no_standard_input"))
    return sys.stdin.buffer.read(LARGEST_FILE + 1)


def _source(name: str, data: bytes) -> Source:
    if name.lower().endswith(".json") or _looks_like_json(data):
        if len(data) > LARGEST_TEXT:
            raise ReadError(Message("too_large", {"limit": f"{LARGEST_TEXT:,}"}))
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
