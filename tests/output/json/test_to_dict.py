"""Anything of ours has a JSON form, which is valid under its published schema."""

import json
from typing import Any

import pytest

from govdisclosure import check, compare, diagnose, from_dict, read, to_dict
from govdisclosure.output.json import reading_data
from tests.support.forms import published
from tests.support.runs import BROKEN, RUNS

READING = read(BROKEN)
REPORT = READING.report
RUN = to_dict(RUNS["text diagnosed"])
FILE = RUN["files"][0]


@pytest.mark.parametrize(
    ("thing", "schema"),
    [
        (REPORT, "report"),
        (READING, "reading"),
        (check(REPORT), "findings#CheckResult"),
        (check(REPORT).findings[0], "findings#Finding"),
        (diagnose(REPORT), "findings#Diagnosis"),
        (RUNS["text diagnosed"], "findings"),
        (compare(REPORT, REPORT.replace({"/requests/received/total": 7})), "comparison"),
    ],
    ids=lambda thing: thing if isinstance(thing, str) else type(thing).__name__,
)
def test_what_is_written_is_valid_under_its_published_schema(thing: Any, schema: str) -> None:
    data = to_dict(thing)
    assert published(schema)(json.loads(json.dumps(data)))
    assert not published(schema)(data | {"colour": "red"})


def test_a_report_is_written_as_the_codec_writes_it_and_read_again() -> None:
    assert from_dict(to_dict(REPORT)) == REPORT


def test_a_reading_has_its_report() -> None:
    assert to_dict(READING) == reading_data(REPORT, READING)
    assert to_dict(READING)["report"] == to_dict(REPORT)


def test_a_check_result_is_what_stands_in_a_run_about_its_report() -> None:
    result = to_dict(check(REPORT))
    assert result == {key: FILE[key] for key in result}
    assert list(result) == [
        "status", "passed", "coverage", "rules", "counts", "findings", "not_evaluated",
    ]  # fmt: skip


def test_findings_and_diagnoses_are_what_stands_in_a_run() -> None:
    assert [to_dict(finding) for finding in check(REPORT).findings] == FILE["findings"]
    assert to_dict(diagnose(REPORT)) == FILE["diagnosis"]


@pytest.mark.parametrize("thing", [None, {}, "report.json", REPORT.requests])
def test_anything_else_is_refused_with_what_to_pass(thing: Any) -> None:
    takes = (
        "a Report, Reading, CheckResult, Diagnosis, Comparison, Run, Finding, MeasuredFiles, found"
    )
    with pytest.raises(TypeError, match=takes):
        to_dict(thing)
