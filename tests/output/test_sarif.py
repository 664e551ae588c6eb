"""SARIF logs say no more and no less than the findings."""

import os
from typing import Any
from urllib.parse import unquote

import pytest

from govdisclosure.files import Run
from govdisclosure.i18n import CHINESE, ENGLISH, LANGUAGES, Language
from govdisclosure.output.sarif import SARIF_SCHEMA, sarif_log
from govdisclosure.rules import RULES
from tests.support import cases
from tests.support.runs import RUNS, file_result, findings_of

every_run = pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)

LEVELS = {"error": "error", "warning": "warning", "info": "note"}


@every_run
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_log_has_a_result_for_each_failure_and_nothing_else(run: Run, language: Language) -> None:
    log = sarif_log(run, language)
    assert (log["$schema"], log["version"]) == (SARIF_SCHEMA, "2.1.0")
    [log_run] = log["runs"]
    assert [
        (r["ruleId"], r["kind"], r["level"], r["partialFingerprints"]["govdisclosure/v1"])
        for r in log_run["results"]
    ] == [(f.rule_id, "fail", LEVELS[f.severity], f.fingerprint) for _, f in findings_of(run)]


@every_run
def test_every_result_points_at_its_rule_and_at_its_cell(run: Run) -> None:
    [log_run] = sarif_log(run)["runs"]
    rules = log_run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result, (file, finding) in zip(log_run["results"], findings_of(run), strict=True):
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
    [log_run] = sarif_log(run, ENGLISH)["runs"]
    descriptors = {r["id"]: r for r in log_run["tool"]["driver"]["rules"] if "help" in r}
    assert descriptors.keys() == {i for file in run.results for i in file.check.rules}
    for rule in RULES:
        if descriptor := descriptors.get(rule.id):
            assert descriptor["shortDescription"]["text"] == rule.title.en
            assert descriptor["fullDescription"]["text"] == rule.sentence.en
            assert rule.source.cite(ENGLISH) in descriptor["help"]["text"]


def test_a_regraded_rule_has_its_new_level() -> None:
    [log_run] = sarif_log(RUNS["profile"])["runs"]
    levels = {
        rule["id"]: rule["defaultConfiguration"]["level"]
        for rule in log_run["tool"]["driver"]["rules"]
    }
    assert "STAT-REQ-ROWS" not in levels
    assert levels["STAT-CASE-TOTALS"] == "note"


def test_lines_are_given_where_the_reading_knows_them() -> None:
    [log_run] = sarif_log(RUNS["text"])["runs"]
    regions = [r["locations"][0]["physicalLocation"].get("region") for r in log_run["results"]]
    assert regions == [{"startLine": 37}, {"startLine": 58}, {"startLine": 66}, None]


def test_files_that_cannot_be_read_are_notifications_and_the_run_was_not_whole() -> None:
    [log_run] = sarif_log(RUNS["none is readable"])["runs"]
    [invocation] = log_run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [n["level"] for n in invocation["toolExecutionNotifications"]] == ["error"]
    assert {r["ruleId"] for r in log_run["results"]} >= {"JSON-SYNTAX", "JSON-MISSING"}
    [whole] = sarif_log(RUNS["A"])["runs"]
    status = {"level": "note", "message": {"text": "report.json: 不通过"}}
    assert whole["invocations"] == [
        {"executionSuccessful": True, "toolExecutionNotifications": [status]}
    ]


def test_what_was_not_evaluated_is_counted_and_never_a_result() -> None:
    [log_run] = sarif_log(RUNS["H"])["runs"]
    [summary] = log_run["properties"]["files"].values()
    assert summary["counts"]["not_evaluated"] > 100
    assert summary["status"] == "passed_in_part"
    assert [r["ruleId"] for r in log_run["results"]] == ["QUAL-BLANKS"]


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
    [log_run] = sarif_log(Run(files=(file_result(cases.A, file),)))["runs"]
    location: Any = log_run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize(
    ("urls", "said"),
    [({}, {}), ({"Homepage": "https://example.org"}, {"informationUri": "https://example.org"})],
    ids=["unknown", "known"],
)
def test_a_log_says_where_to_read_of_us_where_that_is_known(
    monkeypatch: pytest.MonkeyPatch, urls: dict[str, str], said: dict[str, str]
) -> None:
    monkeypatch.setattr("govdisclosure.output.sarif.URLS", urls)
    driver = sarif_log(next(iter(RUNS.values())))["runs"][0]["tool"]["driver"]
    assert {key: driver[key] for key in driver if key.endswith("Uri")} == said
