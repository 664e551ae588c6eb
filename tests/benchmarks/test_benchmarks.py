"""The benchmarks run. Times are never asserted, here or anywhere."""

import json
import re
from collections.abc import Callable
from contextlib import suppress

import pytest

from govdisclosure.codec import report_shape
from govdisclosure.codec._quick import accept
from govdisclosure.codec.validation import validate
from govdisclosure.findings import Severity
from govdisclosure.i18n import CHINESE, ENGLISH, Language
from govdisclosure.model import EDITIONS, OfficialReport
from govdisclosure.rules import check
from tests.benchmarks import __main__ as benchmarks
from tests.benchmarks import ours, reading, rivals
from tests.benchmarks.__main__ import MARKS, measured, streamed
from tests.benchmarks.documents import DOCUMENTS, real, text_of
from tests.benchmarks.measuring import Effort
from tests.benchmarks.processes import STARTS, Streamed, lines
from tests.benchmarks.reaching import TARGETS, of, table
from tests.benchmarks.rivals import INSTALLED
from tests.support.paths import ROOT
from tests.support.proof import SEED
from tests.support.proof_cases import case

TINY = Effort(repeats=1, seconds=0)


@pytest.mark.slow
def test_everything_is_measured_once() -> None:
    times = measured(real(), TINY)
    assert len(times) > 12
    assert all(seconds > 0 for seconds in times.values())


@pytest.mark.parametrize(
    ("language", "verdicts"), [(ENGLISH, "(not )?met"), (CHINESE, "(未)?达到")]
)
def test_what_was_to_be_reached_is_said_in_both_languages(
    language: Language, verdicts: str
) -> None:
    names = {name: 1.0 for target in TARGETS for name in (target.above, target.below) if name}
    head, _, *rows = table(names, language)
    assert len(rows) == len(TARGETS)
    goal = r"[≤≥] [0-9.]+ \|"
    line = rf"\| .* \| {goal} {goal} 1.00 \| {verdicts} \| {verdicts} \|"
    assert all(re.fullmatch(line, row) for row in rows)
    assert list(table({}, language)) == [head, _]


@pytest.mark.slow
def test_what_is_to_be_reached_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    if not all(INSTALLED.values()):
        pytest.skip("some rival is not installed")
    monkeypatch.setattr(benchmarks, "streaming", lambda way, count: Streamed(1.0, 2.0))
    names = {of(name, task) for name, make in DOCUMENTS.items() for task in measured(make(), TINY)}
    names |= {*STARTS, *streamed(50)}
    assert {n for target in TARGETS for n in (target.above, target.below) if n} <= names


@pytest.mark.parametrize("make", DOCUMENTS.values(), ids=list(DOCUMENTS))
def test_what_is_measured_is_a_report_that_is_read_quickly(
    make: Callable[[], OfficialReport],
) -> None:
    for way in ours.available():
        assert ours.reader(way)(text_of(make())) == make()


def test_the_documents_are_what_published_reports_are_like() -> None:
    """Blanks, notes and failures of each, as docs/speed.md says."""
    facts = {}
    for name, make in DOCUMENTS.items():
        report = make()
        blanks = sum(number is None for _, number in report.cells())
        errors = [f for f in check(report).findings if f.severity is Severity.ERROR]
        facts[name] = (blanks, len(report.cell_notes), len(errors), len(report.extensions))
    assert facts == {"sound": (0, 1, 0, 0), "real": (25, 28, 1, 1), "sparse": (160, 160, 0, 0)}


def test_many_reports_are_all_read_quickly() -> None:
    assert all(accept(line, EDITIONS) is not None for line in lines(100))


def test_pydantic_is_held_to_the_same_contract() -> None:
    pytest.importorskip("pydantic")
    accepts = rivals.pydantic_model(report_shape()).model_validate
    for number in range(400):
        data = case(SEED, number).text
        try:
            document = json.loads(data)
        except (ValueError, RecursionError):
            continue
        with suppress(ValueError):
            accepts(document)
            assert validate(json.dumps(document)) == () or "$schema" in document


def test_the_pages_have_a_place_for_the_tables() -> None:
    for name in ("docs/speed.md", "docs/speed.zh-CN.md"):
        assert len(MARKS.findall((ROOT / name).read_text("utf-8"))) == 1


def test_starting_is_compared_with_a_bare_interpreter() -> None:
    assert next(iter(STARTS)) == "a bare interpreter"


def test_reading_is_compared_cell_by_cell() -> None:
    expected, found = {"a": 1, "b": 2, "c": None, "d": 4}, {"a": 1, "b": 3, "c": 5, "d": None}
    assert reading.compare(expected, found) == reading.Exactness(1, 1, 1, 1)


@pytest.mark.slow
def test_our_own_documents_are_read_without_a_wrong_cell() -> None:
    for name, found in reading.own_cases():
        assert (found.wrong, found.missing, found.invented) == (0, 0, 0), name


@pytest.mark.slow
def test_every_format_is_measured_beside_its_parser() -> None:
    rows = [*reading.speed(TINY)][2:]
    assert len(rows) == sum(1 + len(form.bare) for form in reading.FORMATS.values())


def test_the_page_about_reading_has_a_place_for_the_tables() -> None:
    for name in ("readers.md", "readers.zh-CN.md"):
        assert reading.MARKS.search((ROOT / "docs" / name).read_text("utf-8"))
