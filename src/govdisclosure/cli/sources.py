"""What the command line takes: a published report or the JSON of one, from a file or a pipe."""

import sys
from pathlib import Path

from attrs import frozen

from govdisclosure.codec import loads
from govdisclosure.json_problems import InvalidReport
from govdisclosure.model.report import AnyReport
from govdisclosure.outcome import Unreadable
from govdisclosure.readers import CannotRead, NotAReport, content_of, decode, read
from govdisclosure.transcribe.reading import Reading


@frozen
class Source:
    """A report, with its reading where it was not JSON."""

    report: AnyReport
    reading: Reading | None


def load(name: str) -> Source | Unreadable:
    """The report in a file, or what is wrong with it; ``-`` is standard input."""
    try:
        return _source(text_of(name))
    except (CannotRead, NotAReport) as problem:
        return Unreadable(file=name, reason=problem.reason)
    except InvalidReport as problem:
        return Unreadable(file=name, findings=problem.findings)


def text_of(name: str) -> str:
    """The text of a file, in UTF-8 or GB18030; ``-`` is standard input.

    Raises:
        CannotRead: the file cannot be opened, or is no text.
    """
    return decode(sys.stdin.buffer.read() if name == "-" else content_of(Path(name)))


def _source(text: str) -> Source:
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return Source(loads(text), None)
    reading = read(text + "\n")  # a string without a line end would be the name of a file
    return Source(reading.report, reading)
