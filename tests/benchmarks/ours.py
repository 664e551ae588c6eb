"""What is measured of this package on one report."""

from collections.abc import Callable, Iterator
from typing import Any

from govdisclosure.codec import _quick, dumps, to_dict
from govdisclosure.codec._explaining import structure_report
from govdisclosure.codec._strict_json import decode
from govdisclosure.codec.validation import validate
from govdisclosure.model import EDITIONS, OfficialReport
from govdisclosure.rules import check
from tests.benchmarks.by_hand import by_hand
from tests.benchmarks.documents import made_by_hand, text_of, with_extension
from tests.benchmarks.rivals import INSTALLED
from tests.support.ways import WAYS, taking

Task = Callable[[], object]

READ = "ours, {}: bytes → report"
PIPELINE = "ours, {}: bytes → report → rules of the form"
EXTENDED = "the same with a key in `extensions`"


def available() -> list[str]:
    """The parsers that there are, the quickest first."""
    return [way for way in WAYS if way == "json" or INSTALLED[way]]


def reader(way: str) -> Callable[[bytes], Any]:
    """What ``loads`` does with one parser."""
    with taking(way):
        read = _quick._reader(EDITIONS)
    return lambda raw: _quick.accepted(raw, read)


def reading(report: OfficialReport) -> Iterator[tuple[str, Task]]:
    """Bytes → report, every way; and with the rules of the form."""
    raw, extended = text_of(report), text_of(with_extension(report))
    for way in available():
        load = reader(way)
        assert load(raw) == report
        yield READ.format(way), lambda load=load: load(raw)  # type: ignore[misc]
        yield (
            PIPELINE.format(way),
            lambda load=load: check(load(raw), preset="form").passed,  # type: ignore[misc]
        )
    load = reader(available()[0])
    yield EXTENDED, lambda: check(load(extended), preset="form").passed
    yield "ours, the explaining path", lambda: structure_report(decode(raw), EDITIONS)


def checking(report: OfficialReport) -> Iterator[tuple[str, Task]]:
    """Rules over a report in memory."""
    hand_made = made_by_hand(report)
    yield "ours: rules of the form", lambda: check(report, preset="form").passed
    yield "ours: rules of the form, built by hand", lambda: check(hand_made, preset="form").passed
    yield "ours: all rules, findings", lambda: check(report).findings
    yield "ours: all rules, every result made", lambda: check(report).results
    if all(number is not None for _, number in report.cells()):
        document = to_dict(report)
        yield "42 sums by hand over dicts", lambda: by_hand(document)


def validating(report: OfficialReport) -> Iterator[tuple[str, Task]]:
    """The verdict on plain data."""
    document = to_dict(report)
    yield "ours: validate of plain data", lambda: validate(document)


def writing(report: OfficialReport) -> Iterator[tuple[str, Task]]:
    """A report → JSON text, checked on the way."""
    yield "ours: dumps, one line", lambda: dumps(report, indent=None)
    yield "ours: dumps, indented", lambda: dumps(report)
    yield "ours: to_dict", lambda: to_dict(report)
