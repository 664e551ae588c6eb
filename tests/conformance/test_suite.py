"""The conformance suite: frozen, complete, right in two languages, and sharp."""

import json
import os
import re
import shutil
import subprocess
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]

import govdisclosure
from govdisclosure.codec.catalogue._nodes import CONVERTER
from govdisclosure.findings import Severity, Verdict
from govdisclosure.rules import PRESETS, RULES, Rule, Scope
from govdisclosure.rules.engine import Blanks, bind
from govdisclosure.rules.engine.expressions import ForEach
from tests.conformance.bases import bases, number
from tests.conformance.case import ALWAYS, REASONS, Case
from tests.conformance.documents import PURE_AND_HYBRID
from tests.conformance.equivalents import EQUIVALENT, NOTHING_TO_MISS
from tests.conformance.generate import FOLDER, WITHOUT, cases, main, suite
from tests.conformance.killing import killer
from tests.conformance.manifest import manifest_schema
from tests.conformance.mutants import Mutant, mutants, same_checks
from tests.support.forms import check_schema
from tests.support.paths import ROOT

PACKAGE = ROOT / "schemas" / "js"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
every_case = pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def frozen() -> dict[str, dict[str, Any]]:
    """The cases as the files have them, by id."""
    manifest = json.loads((FOLDER / "manifest.json").read_text("utf-8"))
    files = [json.loads((FOLDER / r["cases"]).read_text("utf-8")) for r in manifest["rules"]]
    return {case["id"]: case for cases_of_file in files for case in cases_of_file}


FROZEN = frozen()


# The files


@pytest.mark.slow
def test_the_files_are_what_the_authored_cases_give() -> None:
    names = {
        path.relative_to(FOLDER).as_posix(): path.read_bytes().decode()
        for path in FOLDER.rglob("*.json")
        if path.name != "twins.json"  # of the schemas, beside the suite of the rules
    }
    assert names == suite()


@pytest.mark.slow
def test_the_files_can_be_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.conformance.generate.FOLDER", tmp_path)
    main()
    assert {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.json")} == set(suite())


def test_the_manifest_and_every_file_of_cases_are_as_the_schema_says() -> None:
    schema = manifest_schema()
    check_schema(schema)
    manifest = json.loads((FOLDER / "manifest.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(manifest)
    for rule in manifest["rules"]:
        cases_of_rule = json.loads((FOLDER / rule["cases"]).read_text("utf-8"))
        Draft202012Validator(schema["$defs"]["cases"]).validate(cases_of_rule)
        assert len(cases_of_rule) == rule["count"]


def test_no_id_of_a_case_is_there_twice() -> None:
    assert len({case.id for case in cases()}) == len(cases()) == len(FROZEN)


def test_every_base_document_is_used() -> None:
    used = {
        doc["base"]
        for case in FROZEN.values()
        for doc in (case["report"], case["previous"], *case["children"])
        if doc
    }
    assert used == set(bases())


@every_case
def test_no_change_adds_a_key_nor_is_below_another(case: Case) -> None:
    previous = (case.previous,) if case.previous else ()
    for doc in (case.report, *previous, *case.subordinates):
        for pointer in doc.changes:
            above, _, key = pointer.rpartition("/")
            assert key in number(bases()[doc.base], above)
            assert not [one for one in doc.changes if one.startswith(f"{pointer}/")]


# What the cases show


@every_rule
def test_every_rule_has_every_kind_of_case_or_a_reason_why_not(rule: Rule) -> None:
    kinds = {case.kind for case in cases() if case.rule == rule.id}
    assert set(ALWAYS) <= kinds
    assert ("not_applicable" in kinds) != (rule.id in WITHOUT)


@every_rule
def test_a_rule_without_a_case_in_which_it_does_not_apply_applies_everywhere(rule: Rule) -> None:
    forms = [form.form for form in PURE_AND_HYBRID.values()]
    checks = [bind(rule.holds, report, last) for report in forms for last in forms]
    assert all(check.applicable for [check, *_] in checks) == (rule.id in WITHOUT)


@every_case
def test_what_came_out_is_what_the_author_of_the_case_expected(case: Case) -> None:
    verdicts = dict(FROZEN[case.id]["expected"]["verdicts"])
    looked_at = [verdicts[pointer] for pointer in case.at] or list(verdicts.values())
    assert set(looked_at) == {case.expect}


@pytest.mark.parametrize("case", [c for c in cases() if c.kind == "twin"], ids=lambda c: c.id)
def test_a_twin_fails_its_rule_and_no_other(case: Case) -> None:
    assert {rule for rule, _ in FROZEN[case.id]["expected"]["failed"]} == {case.rule}


@pytest.mark.parametrize("case", [c for c in cases() if c.kind == "pass"], ids=lambda c: c.id)
def test_where_a_rule_passes_every_other_that_runs_does_too(case: Case) -> None:
    assert FROZEN[case.id]["expected"]["failed"] == []


def test_every_verdict_and_every_reason_not_to_evaluate_is_in_the_suite() -> None:
    results = [one for case in FROZEN.values() for one in case["expected"]["results"]]
    assert {one["verdict"] for one in results} | {"not_applicable"} == {*Verdict}
    assert {one["reason"] for one in results} == {None, *REASONS}


def test_rules_over_time_and_over_bodies_are_tried_with_and_without_them() -> None:
    for rule in RULES:
        own = [case for case in cases() if case.rule == rule.id]
        for other, scope in (("previous", Scope.YEARS), ("subordinates", Scope.HIERARCHY)):
            there = {bool(getattr(case, other)) for case in own}
            assert there == ({True, False} if rule.scope is scope else {False})


# A second language


def run_in_node(suite: Path = FOLDER) -> subprocess.CompletedProcess[str]:
    """The tests of the JavaScript package, on a suite."""
    return subprocess.run(
        ["node", "--test", "--test-reporter=tap"],
        cwd=PACKAGE,
        env={**os.environ, "GOVDISCLOSURE_SUITE": f"{suite.as_uri()}/"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


@pytest.mark.node
@needs_node
def test_the_evaluator_in_javascript_gives_what_the_suite_expects() -> None:
    process = run_in_node()
    assert process.returncode == 0, process.stdout[-3000:]
    passed = set(re.findall("^ok [0-9]+ - (.*)$", process.stdout, re.M))
    assert {case.id for case in cases()} < passed


@pytest.mark.node
@needs_node
def test_the_package_notices_a_wrong_expectation(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "suite", ignore=shutil.ignore_patterns("*.py"))
    path = tmp_path / "suite" / "cases" / "STAT-CASE-TOTALS.json"
    cases_of_rule = json.loads(path.read_text("utf-8"))
    cases_of_rule[0]["expected"]["results"][0]["left"] = "0"
    path.write_text(json.dumps(cases_of_rule), "utf-8")
    process = run_in_node(tmp_path / "suite")
    assert process.returncode == 1
    assert re.findall("^not ok [0-9]+ - (.*)$", process.stdout, re.M) == [cases_of_rule[0]["id"]]


def test_the_evaluator_is_short_and_needs_nothing() -> None:
    lines = (PACKAGE / "index.js").read_text("utf-8").splitlines()
    assert len(lines) <= 200
    assert max(map(len, lines)) <= 120
    assert not [line for line in lines if line.startswith("import") or "require(" in line]


def test_the_package_can_be_published_as_it_is() -> None:
    package = json.loads((PACKAGE / "package.json").read_text("utf-8"))
    assert package["license"] == PROJECT["license"]
    assert package["version"] == re.sub(r"\.dev(\d+)$", r"-dev.\1", govdisclosure.__version__)
    assert "dependencies" not in package
    asked = [path for export in package["exports"].values() for path in paths_in(export)]
    assert {path.removeprefix("./") for path in asked} <= {*package["files"]}
    assert {name for name in package["files"] if not (PACKAGE / name).is_file()} == set()
    for name, folder in {"rules.json": "schemas", "report.d.ts": "schemas", "LICENSE": ""}.items():
        assert (PACKAGE / name).read_bytes() == (ROOT / folder / name).read_bytes()


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("Verdict", Verdict),
        ("Severity", Severity),
        ("Preset", PRESETS),
        ("Blanks", get_args(Blanks)),
        ("Reason", REASONS),
    ],
)
def test_the_types_of_the_package_have_every_value(name: str, values: Iterable[str]) -> None:
    text = (PACKAGE / "index.d.ts").read_text("utf-8")
    [union] = re.findall(rf"^export type {name} =(.*?);$", text, re.M | re.S)
    assert {*re.findall('"(.*?)"', union)} == {*map(str, values)}


def paths_in(export: str | dict[str, str]) -> list[str]:
    return [export] if isinstance(export, str) else [*export.values()]


# Mutants


def every_mutant() -> list[Mutant]:
    return [mutant for rule in RULES for mutant in mutants(rule)]


def test_every_mutant_is_killed_unless_it_is_listed_with_a_reason() -> None:
    alive = [m for m in every_mutant() if killer(m.rule, FROZEN) is None]
    tolerant = {m.rule.id for m in alive if m.mistake == "tolerance"}
    assert tolerant == set(NOTHING_TO_MISS)
    others = [m.rule for m in alive if m.mistake != "tolerance"]
    assert {(rule.id, *domain_of(rule)) for rule in others} == set(EQUIVALENT)
    assert len(others) == len(EQUIVALENT)


def test_what_is_listed_as_the_same_means_the_same_on_every_form() -> None:
    rules = {rule.id: rule for rule in RULES}
    equivalent = [m for m in every_mutant() if (m.rule.id, *domain_of(m.rule)) in EQUIVALENT]
    assert len(equivalent) == len(EQUIVALENT)
    assert all(same_checks(rules[m.rule.id], m.rule) for m in equivalent)


def test_every_sort_of_mistake_is_made() -> None:
    all_mutants = every_mutant()
    assert len(all_mutants) == 613
    assert Counter(m.mistake for m in all_mutants).keys() == {
        "term dropped",
        "sign flipped",
        "counted twice",
        "other report",
        "shifted",
        "domain",
        "relation",
        "sides exchanged",
        "condition exchanged",
        "condition dropped",
        "constant",
        "tolerance",
    }


def domain_of(rule: Rule) -> tuple[str, str]:
    """What a rule is over, as the catalogue has it: kind and address."""
    match rule.holds:
        case ForEach(_, domain):
            [(kind, address)] = CONVERTER.unstructure(domain).items()
            return kind, address
        case _:
            return "", ""


@every_rule
def test_a_rule_itself_is_not_taken_for_a_mutant(rule: Rule) -> None:
    assert killer(rule, FROZEN) is None
