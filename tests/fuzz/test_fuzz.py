"""Hostile files are read or refused, in bounded time and memory: a part of the whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fuzz.attempts import attempts
from tests.fuzz.filling import REPORT
from tests.fuzz.hostile import KINDS, measure
from tests.fuzz.hostile_html import in_page
from tests.fuzz.mutants import mutant
from tests.fuzz.trials import BYTES, SECONDS, trial

EVERY = {f"{kind}: {name}": make for kind, all in KINDS.items() for name, make in all.items()}

QUADRATIC = (
    "html: div",
    "html: sup in a cell",
    "html: attributes",
    "html: options",
    "html: headings",
    "html: spans",
    "html: rows across",
    "html: closing tags of nothing",
    "html: formatting, unclosed",
    "html: spaces in a cell",
    "txt: spaces in a label",
    "txt: lines like short labels",
    "txt: lines with numbers in words",
    "txt: ligatures, lines",
    "md: pictures",
    "md: spaces",
    "docx: runs",
)
"""What took minutes, or hundreds of megabytes."""


def test_mutants_of_every_format_are_read_or_refused_in_bounded_time_and_memory() -> None:
    assert [one for one in attempts(range(210), seed=1, jobs=2) if one.failure] == []


def test_a_mutant_is_the_same_whenever_it_is_made() -> None:
    assert mutant(1, 5) == mutant(1, 5) != mutant(2, 5)


@pytest.mark.parametrize("name", QUADRATIC)
def test_what_takes_the_square_of_its_length_is_mended_or_refused(name: str) -> None:
    assert trial(EVERY[name]()).seconds < SECONDS


@pytest.mark.parametrize(
    "tags", ["<div>" * 40_000, "<select>" + "<option>x" * 32_000 + "</select>"]
)
def test_a_page_is_refused_by_its_tags_before_it_is_parsed(tags: str) -> None:
    outcome = trial(in_page(tags)).outcome
    assert outcome == "refused: the HTML file holds too much to be an annual report"


@pytest.mark.slow
@pytest.mark.parametrize("name", EVERY)
def test_a_megabyte_of_anything_is_bounded(name: str, tmp_path: Path) -> None:
    make: Callable[[], bytes] = EVERY[name]
    path = tmp_path / "file"
    path.write_bytes(make())
    seconds, peak, outcome = measure(path, limit=20)
    assert outcome.startswith(("read", "refused"))
    assert seconds < SECONDS
    assert peak * 1_000_000 < BYTES


def test_the_report_that_hostile_files_hold_is_one() -> None:
    assert REPORT.issuer.name
