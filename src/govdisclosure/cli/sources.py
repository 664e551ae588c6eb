"""What the command line takes: a published report or the JSON of one, from a file or a pipe."""

import sys
from pathlib import Path

from attrs import frozen

from govdisclosure.codec import loads
from govdisclosure.json_problems import InvalidReport
from govdisclosure.model.report import AnyReport
from govdisclosure.readers import CannotRead, NotAReport, content_of, decode, read
from govdisclosure.transcribe.reading import Reading


@frozen
class Source:
    """A report, with its reading where it was not JSON."""

    report: AnyReport
    reading: Reading | None


def load(name: str) -> Source:
    """The report in a file; ``-`` is standard input.

    Raises:
        CannotRead: the file cannot be opened, or is no text.
        NotAReport: it is no report on the official form.
        InvalidReport: it is JSON, but not of a report.
    """
    data = sys.stdin.buffer.read() if name == "-" else content_of(Path(name))
    if decode(data).lstrip("\ufeff \t\r\n").startswith("{"):
        return Source(loads(data), None)
    reading = read(data)
    return Source(reading.report, reading)


UNREADABLE_PROBLEMS = (CannotRead, NotAReport, InvalidReport)
"""What :func:`load` raises for bad input; anything else is our own fault."""


def explain(problem: Exception, lang: str) -> list[str]:
    """Why a source could not be used, one line a reason."""
    if isinstance(problem, InvalidReport):
        return [f"{f.pointer or '/'}  {f.say(lang)}" for f in problem.findings]
    if isinstance(problem, CannotRead | NotAReport):
        return [problem.reason.say(lang)]
    raise problem
