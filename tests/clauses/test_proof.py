"""A part of the proof, for every run; ``python -m tests.support.proof 100000`` is the whole."""

import json
from functools import partial

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]

from govdisclosure.codec._quick import accept
from govdisclosure.codec.schema import schema_text
from govdisclosure.model import EDITIONS
from tests.support.proof import SEED, Judge, by_loads, by_schema, judges, main, outcome
from tests.support.proof_cases import KINDS, case
from tests.support.strict_json import NotStrictError, strict_data
from tests.support.ways import way

__all__ = ["way"]


@pytest.mark.slow
def test_loader_and_schema_give_every_document_the_same_verdict() -> None:
    result = outcome(SEED, range(1200))
    assert result.differences == ()
    assert result.counts.total() == 1200
    for kind in KINDS:
        assert result.counts[kind, True] > 0, kind
        assert result.counts[kind, False] > 0 or kind == "valid", kind


@pytest.mark.slow
def test_the_quick_way_has_a_say(way: str) -> None:
    """Were it never taken, the proof would say nothing of it."""
    read = [accept(case(SEED, number).text, EDITIONS) is not None for number in range(1200)]
    assert sum(read) > 60


def test_jsonschema_rs_has_a_say_where_it_is_installed() -> None:
    pytest.importorskip("jsonschema_rs", reason="jsonschema-rs is not installed")
    assert list(judges())[3:5] == ["jsonschema-rs", "jsonschema-rs, draft-07"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "was", "becomes"),
    [
        ("boundary", '"minimum": -9007199254740991', '"minimum": -9007199254740990'),
        ("boundary", '"maxLength": 40', '"maxLength": 41'),
        ("boundary", '"maximum": 2999', '"maximum": 3000'),
        ("wrong", '"additionalProperties": false', '"additionalProperties": true'),
    ],
)
def test_the_proof_would_see_a_schema_that_is_a_little_different(
    kind: str, was: str, becomes: str
) -> None:
    assert was in schema_text("report")
    edited = json.loads(schema_text("report").replace(was, becomes))
    accepts = partial(by_schema, Draft202012Validator(edited).is_valid)
    panel: dict[str, Judge] = {"loads": by_loads, "edited": accepts}
    numbers = (number for number in range(20_000) if case(SEED, number).kind == kind)
    assert any(outcome(SEED, [number], panel).differences for number in numbers)


def test_a_case_is_always_the_same() -> None:
    assert case(1, 2) == case(1, 2) != case(1, 3)


@pytest.mark.slow
def test_the_command_prints_a_table_and_says_how_many_differences_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["40"]) == 0
    out = capsys.readouterr().out
    assert "40 documents, judged by loads, the explaining path, jsonschema" in out
    assert out.rstrip().endswith("0 differences")


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"a":1}',
        '{"a":1,"\\u0061":1}',
        '"\\ud800"',
        '{"\\ud800":1}',
        "NaN",
        "-Infinity",
        "0.99999999999999999999",
        "1e-999",
        "[" * 65 + "]" * 65,
        "[" * 100_000,
        b"\xff",
        "{",
        "01",
    ],
)
def test_the_second_reader_is_strict(text: str | bytes) -> None:
    with pytest.raises(NotStrictError):
        strict_data(text)


def test_the_second_reader_reads() -> None:
    assert strict_data("[" * 64 + "]" * 64)
    assert strict_data('\ufeff{"a": [3.0, 1e2, -0.0, 2.5, "\\ud83d\\ude00"]}') == {
        "a": [3, 100, 0, 2.5, "😀"]
    }
    assert strict_data(b"9" * 5000) > 2**53
