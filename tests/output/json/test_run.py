"""Findings as data: what is written is what its schema says, and nothing is left out."""

import json
from copy import deepcopy
from typing import Any

import pytest

from govdisclosure.codec.catalogue import CATALOGUE_VERSION
from govdisclosure.codec.schema import schema_text
from govdisclosure.files import Run
from govdisclosure.findings import Severity, Verdict
from govdisclosure.output.json import findings_schema, to_dict
from govdisclosure.rules import PRESETS
from tests.support.forms import check_schema, judge
from tests.support.runs import HUGE, MISSING, RUNS, file_result, no_report

VALID = judge(findings_schema())

every_run = pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)


def json_of(run: Run) -> Any:
    """What another program reads of the output."""
    return json.loads(json.dumps(to_dict(run), ensure_ascii=False))


@every_run
def test_what_is_written_is_valid(run: Run) -> None:
    assert VALID(json_of(run))


def test_the_schema_is_one_and_is_published_as_it_is() -> None:
    check_schema(findings_schema())
    assert json.loads(schema_text("findings")) == findings_schema()


@every_run
def test_counts_findings_and_gaps_agree(run: Run) -> None:
    for entry in json_of(run)["files"]:
        if "error" in entry:
            assert entry["error"]
            continue
        assert len(entry["findings"]) == entry["counts"]["fail"]
        assert len(entry["not_evaluated"]) == entry["counts"]["not_evaluated"]
        errors = [f for f in entry["findings"] if f["severity"] == "error"]
        assert entry["passed"] <= (errors == [])
        assert entry["passed"] or errors or entry["counts"]["not_evaluated"]
        ids = {result["rule_id"] for result in (*entry["findings"], *entry["not_evaluated"])}
        assert ids <= set(entry["rules"])


@every_run
def test_a_cause_is_a_finding_of_the_same_report_that_stands_before(run: Run) -> None:
    for entry in json_of(run)["files"]:
        before: set[str] = set()
        for finding in entry.get("findings", ()):
            assert set(finding["caused_by"]) <= before
            before.add(finding["fingerprint"])


def test_the_terms_of_the_run_stand_before_the_files() -> None:
    data = json_of(RUNS["profile"])
    del data["library"], data["files"]
    assert data == {
        "findings_version": "1.0.0",
        "schema_version": "1.0.0",
        "catalogue_version": CATALOGUE_VERSION,
        "blanks": "unknown",
        "preset": "quality",
        "profile": {"name": "mild", "grades": {"STAT-REQ-ROWS": "off", "STAT-CASE-TOTALS": "info"}},
        "previous": None,
        "children": [],
    }


def test_a_finding_has_its_numbers_its_cells_and_its_words() -> None:
    [finding, *_] = json_of(RUNS["A"])["files"][0]["findings"]
    place, message = finding.pop("place"), finding.pop("message")
    assert place.keys() == message.keys() == {"zh", "en"}
    row = "/review_and_litigation/reconsideration"
    cells = [("total", "left", 0), ("upheld", "right", 10), ("corrected", "right", 1)]
    cells += [("other_result", "right", 0), ("pending", "right", 0)]
    assert finding == {
        "rule_id": "STAT-CASE-TOTALS",
        "status": "fail",
        "severity": "error",
        "pointer": f"{row}/total",
        "left": 0,
        "right": 11,
        "difference": -11,
        "tolerance": 0,
        "operands": [
            {
                "report": "",
                "pointer": f"{row}/{cell}",
                "side": side,
                "coefficient": 1,
                "value": value,
                "blank": False,
            }
            for cell, side, value in cells
        ],
        "related": [],
        "caused_by": [],
        "explanation": None,
        "fingerprint": finding["fingerprint"],
        "message_key": "sums_differ",
    }


def test_the_whole_report_is_the_empty_pointer() -> None:
    findings = json_of(RUNS["H"])["files"][0]["findings"]
    assert [(f["rule_id"], f["pointer"], f["explanation"]["message_key"]) for f in findings] == [
        ("QUAL-BLANKS", "", "if_zero")
    ]


def test_a_gap_names_what_is_missing_or_why_nothing_is_said() -> None:
    gaps = json_of(RUNS["years apart"])["files"][0]["not_evaluated"]
    reasons = {g["reason"]["message_key"] for g in gaps if g["rule_id"] != "STAT-PROBLEMS-STATED"}
    assert reasons == {"years_not_consecutive"}
    assert all(gap["missing"] == [] for gap in gaps)
    gaps = json_of(RUNS["empty 2021+2021"])["files"][0]["not_evaluated"]
    assert all(gap["missing"] or gap["reason"]["message_key"] == "section_absent" for gap in gaps)


def test_operands_and_gaps_name_the_other_report() -> None:
    files = json_of(RUNS["bodies"])["files"]
    [first, *_] = [f for f in files[0]["findings"] if f["rule_id"] == "QUAL-SUM-OF-BODIES"]
    assert [o["report"] for o in first["operands"]] == ["", "children/0", "children/1"]
    report = HUGE.replace({"/requests/received/total": None}).replace({"/year": 2023})
    run = Run(
        files=(file_result(HUGE.replace({"/year": 2023}), subordinates=[report]),),
        subordinates=("a",),
    )
    gaps = json_of(run)["files"][0]["not_evaluated"]
    assert ["children/0:/requests/received/total"] in [gap["missing"] for gap in gaps]
    assert VALID(json_of(run))


def test_a_file_that_is_none_says_so_in_its_place() -> None:
    missing, half, wrong, _ = json_of(RUNS["none is readable"])["files"]
    assert (missing["file"], missing["error"]["message_key"]) == ("none", "no_such_file")
    assert [problem["rule_id"] for problem in half["error"]] == ["JSON-SYNTAX"]
    assert {problem["rule_id"] for problem in wrong["error"]} == {"JSON-MISSING"}


def test_the_pointer_of_a_key_that_is_unknown_may_have_a_line_feed() -> None:
    data = json_of(Run(files=(no_report('{"a\\nb": 1}'),)))
    assert data["files"][0]["error"][0]["pointer"] == "/a\nb"
    assert VALID(data)


def test_a_sum_that_no_double_holds_is_a_string() -> None:
    findings = json_of(RUNS["huge"])["files"][0]["findings"]
    [row] = [f for f in findings if f["rule_id"] == "STAT-REQ-ROWS"]
    assert (row["left"], row["right"], row["difference"]) == (0, str(2**54 - 2), str(2 - 2**54))


WRONG: dict[tuple[Any, ...], Any] = {
    ("findings_version",): "2.0.0",
    ("blanks",): "nought",
    ("preset",): "all",
    ("profile", "grades"): {"STAT-REQ-ROWS": None},
    ("colour",): "red",
    ("files", 0, "counts", "fail"): -1,
    ("files", 0, "findings", 0, "status"): "pass",
    ("files", 0, "findings", 0, "severity"): "fatal",
    ("files", 0, "findings", 0, "pointer"): "requests",
    ("files", 0, "findings", 0, "pointer "): "",
    ("files", 0, "findings", 0, "left"): 0.5,
    ("files", 0, "findings", 0, "right"): "1e3",
    ("files", 0, "findings", 0, "difference"): 2**53,
    ("files", 0, "findings", 0, "rule_id"): "balance",
    ("files", 0, "findings", 0, "operands", 0, "report"): "children",
    ("files", 0, "findings", 0, "caused_by"): ["STAT-REQ-ROWS"],
    ("files", 0, "error"): [],
}


@pytest.mark.parametrize("where", WRONG, ids=lambda where: "/".join(map(str, where)))
def test_what_is_never_written_is_not_valid(where: tuple[Any, ...]) -> None:
    data = deepcopy(json_of(RUNS["A"]))
    inner = data
    for key in where[:-1]:
        inner = inner[key]
    inner[where[-1]] = WRONG[where]
    assert not VALID(data)


def test_the_schema_has_the_words_of_the_types() -> None:
    properties = findings_schema()["properties"]
    defs = findings_schema()["$defs"]
    assert properties["preset"]["enum"] == list(PRESETS)
    counts = defs["CheckedFile"]["properties"]["counts"]
    assert counts["required"] == list(counts["properties"]) == [*map(str, Verdict)]
    assert defs["Finding"]["properties"]["severity"]["enum"] == [*map(str, Severity)]


def test_an_error_may_not_be_empty() -> None:
    data = json_of(Run(files=(MISSING, no_report("{}"))))
    data["files"][1]["error"] = []
    assert not VALID(data)
