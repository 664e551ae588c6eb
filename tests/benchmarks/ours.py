"""What is measured of this package, on the example report of the documents."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from govdisclosure.codec import _quick, dumps, to_dict
from govdisclosure.codec._quick import accept, accept_data
from govdisclosure.codec._reports import structure_report
from govdisclosure.codec._strict_json import decode
from govdisclosure.codec.validation import validate
from govdisclosure.files import read
from govdisclosure.model import EDITIONS, OfficialReport
from govdisclosure.rules import check
from tests.benchmarks.by_hand import by_hand
from tests.benchmarks.rivals import INSTALLED, SCHEMAS
from tests.support.ways import WAYS, taking

Task = Callable[[], object]

EXAMPLE = SCHEMAS.parent / "docs" / "examples" / "xikou-2023.txt"


def example(path: Path = EXAMPLE) -> OfficialReport:
    """A sound report of the 2021 edition, with its prose."""
    return read(path).report


def available() -> list[str]:
    """The parsers that there are, the quickest first."""
    return [way for way in WAYS if way == "json" or INSTALLED[way]]


def reader(way: str) -> Callable[[bytes], Any]:
    """What ``loads`` does from its second call on, with one parser."""
    with taking(way):
        quick = _quick._reader(EDITIONS)
    return lambda raw: _quick.accepted(raw, quick)


def reading(raw: bytes) -> Iterator[tuple[str, Task]]:
    """Bytes → report, every way; and with the rules of the form."""
    for way in available():
        load = reader(way)
        assert load(raw) == accept(raw, EDITIONS)
        yield f"ours, {way}: bytes → report", lambda load=load: load(raw)  # type: ignore[misc]
        yield (
            f"ours, {way}: bytes → report → all rules of the form",
            lambda load=load: check(load(raw), preset="form").passed,  # type: ignore[misc]
        )
    yield "ours, the path that explains", lambda: structure_report(decode(raw), EDITIONS)


def checking(report: OfficialReport) -> Iterator[tuple[str, Task]]:
    """Rules over a report in memory."""
    document = to_dict(report)
    yield "42 sums by hand over dicts", lambda: by_hand(document)
    yield "ours: rules of the form", lambda: check(report, preset="form").passed
    yield "ours: all rules, findings", lambda: check(report).findings
    yield "ours: all rules, every result made", lambda: check(report).results


def validating(document: Any) -> Iterator[tuple[str, Task]]:
    """The verdict on plain data."""
    yield "ours, verdict", lambda: validate(document)
    yield "ours, verdict and report", lambda: accept_data(document, None, EDITIONS)


def writing(report: OfficialReport) -> Iterator[tuple[str, Task]]:
    """A report → JSON text, checked on the way."""
    yield "ours: dumps, checked, indented", lambda: dumps(report)
    yield "ours: dumps, checked, one line", lambda: dumps(report, indent=None)
    yield "ours: to_dict, checked", lambda: to_dict(report)
