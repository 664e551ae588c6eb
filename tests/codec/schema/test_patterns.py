"""The patterns of the published schemas mean the same in Python, JavaScript, Go and Java."""

import base64
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.support import programs
from tests.support.patterns import (
    LINE_ENDS,
    STRINGS,
    StringSchema,
    patterns,
    string_schemas,
    strings,
)

HERE = Path(__file__).parent

Run: TypeAlias = Callable[..., list[str]]

DIFFER_AT_LINE_ENDS = {
    "^(/([^~/]|~[01])*)*$",
    "^((previous|children/(0|[1-9][0-9]*)):)?(/([^~/]|~[01])*)*$",
}
"""Patterns of our outputs and of suppressions, and of no report: a line end decides."""

every_language = pytest.mark.parametrize(
    ("run", "source"),
    [
        pytest.param(programs.node, "patterns.mjs", id="JavaScript", marks=pytest.mark.node),
        pytest.param(programs.go, "patterns.go", id="Go", marks=pytest.mark.go),
        pytest.param(programs.java, "Patterns.java", id="Java", marks=pytest.mark.java),
    ],
)


@cache
def by_python() -> dict[str, Sequence[bool]]:
    """For each pattern in which strings it is found."""
    return {p: [bool(re.search(p, text)) for text in strings()] for p in patterns()}


def found_by(run: Run, source: str) -> dict[str, Sequence[bool]]:
    """The same in another language, by one process."""
    lines = [base64.b64encode(text.encode()).decode() for text in (*patterns(), *strings())]
    rows = run(HERE / source, str(len(patterns())), lines=lines)
    wrong = {p: said for p, said in zip(patterns(), rows, strict=True) if {*said} - {*"01"}}
    assert wrong == {}  # what its compiler says
    return {p: [sign == "1" for sign in row] for p, row in zip(patterns(), rows, strict=True)}


def accepted(schema: StringSchema, found: dict[str, Sequence[bool]]) -> set[str]:
    """The strings that a schema takes."""
    unwanted = found[schema.unwanted] if schema.unwanted else [False] * len(strings())
    rows = zip(strings(), found[schema.pattern], unwanted, strict=True)
    longest = schema.longest or STRINGS
    return {text for text, good, bad in rows if good and not bad and len(text) <= longest}


def test_the_patterns_that_differ_stand_in_no_schema_of_a_report() -> None:
    assert {*patterns()} >= DIFFER_AT_LINE_ENDS
    for names in ("report*", "statutory*"):
        found = {schema.pattern for schema in string_schemas(names)}
        assert found
        assert not found & DIFFER_AT_LINE_ENDS


def test_strings_try_every_pattern_both_ways() -> None:
    assert len(strings()) >= STRINGS
    for pattern, found in by_python().items():
        assert {*found} == {True, False}, pattern


@every_language
def test_what_a_schema_says_of_a_string_is_the_same(run: Run, source: str) -> None:
    found = found_by(run, source)
    for schema in string_schemas():
        if schema.pattern in DIFFER_AT_LINE_ENDS:
            continue
        theirs, ours = accepted(schema, found), accepted(schema, by_python())
        assert (schema, theirs - ours, ours - theirs) == (schema, set(), set())


@every_language
def test_a_pattern_alone_is_the_same_on_one_line(run: Run, source: str) -> None:
    found = found_by(run, source)
    for pattern, expected in by_python().items():
        rows = zip(strings(), found[pattern], expected, strict=True)
        one_line = [row for row in rows if not any(end in row[0] for end in LINE_ENDS)]
        assert [text for text, theirs, ours in one_line if theirs != ours] == [], pattern
