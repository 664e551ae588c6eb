"""Exports: SARIF logs and GitHub annotations say no more and no less than the findings."""

import os
import re
from typing import Any
from urllib.parse import unquote

import pytest

from govdisclosure.files import FileResult, Run, UnreadFile
from govdisclosure.findings import Finding
from govdisclosure.i18n import CHINESE, ENGLISH, LANGUAGES, Language
from govdisclosure.output.github import annotation, annotations
from govdisclosure.output.sarif import SARIF_SCHEMA, sarif_log
from govdisclosure.rules import RULES
from tests.support import cases
from tests.support.runs import BROKEN, RUNS, checked

every_run = pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)

LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def findings_of(run: Run) -> list[tuple[str, Finding]]:
    """Failures and problems of JSON, with their files."""
    found: list[tuple[str, Finding]] = []
    for one in run.files:
        inside = one.findings if isinstance(one, UnreadFile) else one.checked.findings
        found += [(one.file, finding) for finding in inside]
    return found


# SARIF


@every_run
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_log_has_a_result_for_each_failure_and_nothing_else(run: Run, language: Language) -> None:
    log = sarif_log(run, language)
    assert (log["$schema"], log["version"]) == (SARIF_SCHEMA, "2.1.0")
    [made] = log["runs"]
    assert [
        (r["ruleId"], r["kind"], r["level"], r["partialFingerprints"]["govdisclosure/v1"])
        for r in made["results"]
    ] == [(f.rule_id, "fail", LEVELS[f.severity], f.fingerprint) for _, f in findings_of(run)]


@every_run
def test_every_result_points_at_its_rule_and_at_its_cell(run: Run) -> None:
    [made] = sarif_log(run)["runs"]
    rules = made["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result, (file, finding) in zip(made["results"], findings_of(run), strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        [location] = result["locations"]
        assert location["logicalLocations"] == [{"fullyQualifiedName": finding.pointer}]
        assert result["message"]["text"].startswith(finding.render(CHINESE))
        if file == "-":
            assert "physicalLocation" not in location
        else:
            assert unquote(location["physicalLocation"]["artifactLocation"]["uri"]) == file


@every_run
def test_the_rules_of_a_log_are_those_that_ran_in_words(run: Run) -> None:
    [made] = sarif_log(run, ENGLISH)["runs"]
    described = {r["id"]: r for r in made["tool"]["driver"]["rules"] if "help" in r}
    assert described.keys() == {i for one in run.outcomes for i in one.checked.rules}
    for rule in RULES:
        if told := described.get(rule.id):
            assert told["shortDescription"]["text"] == rule.title.en
            assert told["fullDescription"]["text"] == rule.sentence.en
            assert rule.source.cite(ENGLISH) in told["help"]["text"]


def test_a_regraded_rule_has_its_new_level() -> None:
    [made] = sarif_log(RUNS["profile"])["runs"]
    levels = {
        rule["id"]: rule["defaultConfiguration"]["level"]
        for rule in made["tool"]["driver"]["rules"]
    }
    assert "STAT-REQ-ROWS" not in levels
    assert levels["STAT-CASE-TOTALS"] == "note"


def test_lines_are_told_where_the_reading_knows_them() -> None:
    [made] = sarif_log(RUNS["text"])["runs"]
    regions = [r["locations"][0]["physicalLocation"].get("region") for r in made["results"]]
    assert regions == [{"startLine": 37}, {"startLine": 58}, {"startLine": 66}, None]


def test_files_that_cannot_be_read_are_notifications_and_the_run_was_not_whole() -> None:
    [made] = sarif_log(RUNS["none is readable"])["runs"]
    [invocation] = made["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [n["level"] for n in invocation["toolExecutionNotifications"]] == ["error"]
    assert {r["ruleId"] for r in made["results"]} >= {"JSON-SYNTAX", "JSON-MISSING"}
    [whole] = sarif_log(RUNS["A"])["runs"]
    assert whole["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_what_was_not_evaluated_is_counted_and_never_a_result() -> None:
    [made] = sarif_log(RUNS["H"])["runs"]
    assert made["properties"]["counts"]["report.json"]["not_evaluated"] > 100
    assert [r["ruleId"] for r in made["results"]] == ["QUAL-BLANKS"]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b,c:100%.json", "a%20b%2Cc%3A100%25.json"),
        ("报告/2023.txt", "%E6%8A%A5%E5%91%8A/2023.txt"),
        ("/tmp/报告.txt", "file:///tmp/%E6%8A%A5%E5%91%8A.txt"),
        ("../a.txt", "../a.txt"),
        (os.fsdecode(b"\xff.txt"), "%FF.txt"),
    ],
)
def test_a_file_is_a_valid_uri(file: str, uri: str) -> None:
    [made] = sarif_log(Run(files=(checked(cases.A, file),)))["runs"]
    location: Any = made["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == uri


# GitHub

COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-z]+=[^,:\r\n]*,?)+)::([^\r\n]*)")


@every_run
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_an_annotation_is_one_line_of_the_documented_form(run: Run, language: Language) -> None:
    for line in annotations(run, language):
        assert COMMAND.fullmatch(line)


@every_run
def test_every_finding_is_annotated_under_its_rule(run: Run) -> None:
    found = [COMMAND.fullmatch(line) for line in annotations(run)]
    told = [(m[1], m[2].rpartition("title=")[2]) for m in found if m]
    commands = {"error": "error", "warning": "warning", "info": "notice"}
    known = [(commands[f.severity], f.rule_id) for _, f in findings_of(run)]
    assert [one for one in told if one[1].startswith(("STAT", "DERV", "QUAL", "JSON"))] == known


def test_annotations_point_at_lines() -> None:
    found = [line.partition("::三")[0].partition("::四")[0] for line in annotations(RUNS["text"])]
    assert found[:3] == [
        f"::error file={BROKEN},line=37,title=STAT-REQ-ROWS",
        f"::error file={BROKEN},line=58,title=STAT-REQ-OUTCOMES",
        f"::error file={BROKEN},line=66,title=STAT-CASE-TOTALS",
    ]


def test_what_could_not_be_evaluated_is_one_notice() -> None:
    titles = [line.partition("title=")[2].partition("::")[0] for line in annotations(RUNS["H"])]
    assert titles == ["QUAL-BLANKS", "govdisclosure"]


@pytest.mark.parametrize(
    ("message", "file", "line"),
    [
        ("a\r\nb", "f", "::error file=f,title=govdisclosure::a%0D%0Ab"),
        ("100%: a,b", "f", "::error file=f,title=govdisclosure::100%25: a,b"),
        ("%0A", "f", "::error file=f,title=govdisclosure::%250A"),
        ("::error::", "a:b,c\n%", "::error file=a%3Ab%2Cc%0A%25,title=govdisclosure::::error::"),
        ("", "-", "::error title=govdisclosure::"),
    ],
)
def test_annotations_are_escaped_as_documented(message: str, file: str, line: str) -> None:
    assert annotation("error", message, file=file) == line


def test_a_body_with_a_line_break_in_its_name_cannot_write_a_command_of_its_own() -> None:
    named = cases.A.replace({"/issuer/name": "x\n::error::y"})
    outcome: FileResult = checked(named, "x\n::error::y")
    assert all(COMMAND.fullmatch(line) for line in annotations(Run(files=(outcome,))))
