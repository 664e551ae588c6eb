"""Python and node on random documents, and on rules with mistakes."""

import json
import shutil
import subprocess
from decimal import Decimal
from itertools import chain
from typing import Any

import pytest
from attrs import evolve

from govdisclosure.codec.catalogue._writing import catalogue
from govdisclosure.rules import RULES
from tests.conformance.agree import as_line, compare, documents, main, node_lines
from tests.conformance.case import REASONS
from tests.conformance.documents import PURE_AND_HYBRID
from tests.conformance.generate import FOLDER
from tests.conformance.machine import results
from tests.conformance.mutants import mutants

pytestmark = [
    pytest.mark.node,
    pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed"),
]

every_form = pytest.mark.parametrize("name", PURE_AND_HYBRID)


@every_form
def test_both_say_the_same_of_random_reports(name: str) -> None:
    agreement = compare(documents(name, 20))
    assert agreement.different == ()
    assert agreement.documents == 20


@every_form
def test_random_reports_bring_out_every_verdict_and_reason(name: str) -> None:
    all_results = list(chain.from_iterable(results(document) for document in documents(name, 60)))
    assert {one["verdict"] for one in all_results} == {
        "pass",
        "fail",
        "not_applicable",
        "not_evaluated",
    }
    assert {one["reason"] for one in all_results} == {None, *REASONS}


@pytest.mark.parametrize("tolerance", [1, Decimal("0.5"), Decimal("0.10")])
def test_both_say_the_same_with_a_tolerance(tolerance: Any) -> None:
    lenient = [evolve(rule, tolerance=tolerance) for rule in RULES]
    assert compare(documents("2021", 4), lenient).different == ()
    assert compare(documents("2019", 4), lenient).different == ()


def test_both_say_the_same_of_every_mutant() -> None:
    """So the evaluator knows the whole language, not only these rules."""
    wrong = [mutant.rule for rule in RULES for mutant in mutants(rule)]
    assert compare(chain(documents("2021", 1), documents("2019", 1)), wrong).different == ()


def test_a_difference_is_found_and_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def off(some: Any, rules: Any = RULES) -> list[str]:
        return [as_line([]) for _ in some]

    monkeypatch.setattr("tests.conformance.agree.node_lines", off)
    [document] = documents("2021", 1)
    assert compare([document]).different == (document,)
    assert len(node_lines([document])) == 1


def test_the_command_tells_how_many_agree(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == [*PURE_AND_HYBRID]
    assert all("2 documents" in line and "0 differ" in line for line in lines)


@pytest.mark.parametrize(
    "change",
    [
        {"holds": {"perhaps": "/requests"}},
        {"holds": {"filled": {"some": "/requests"}}},
        {"holds": {"stated": "/{nowhere}"}},
        {"holds": {"equal": {"left": {"guess": 1}, "right": {"constant": 0}}}},
        {"holds": {"filled": {"cells": ""}, "stated": "/overview"}},
    ],
    ids=lambda change: as_line(change["holds"]),
)
def test_what_the_evaluator_does_not_know_is_an_error_and_never_passed_over(
    change: dict[str, Any], tmp_path: Any
) -> None:
    data = catalogue()
    data["rules"] = [data["rules"][0] | change]
    path = tmp_path / "rules.json"
    path.write_text(json.dumps(data), "utf-8")
    [document] = documents("2021", 1)
    process = subprocess.run(
        ["node", str(FOLDER / "run.mjs"), str(path)],
        input=as_line(document),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert process.returncode == 1
    assert process.stdout == ""
