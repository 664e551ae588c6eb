"""Anything of ours has a JSON form, which is valid under its published schema."""

import json
from typing import Any

import pytest

from govdisclosure import check, compare, diagnose, from_dict, read, to_dict
from govdisclosure.codec.schema import json_schema
from govdisclosure.output.comparison import comparison_data
from govdisclosure.output.json import findings_schema, reading_data, reading_schema, run_data
from tests.support.forms import judge
from tests.support.runs import BROKEN, RUNS

READING = read(BROKEN)
REPORT = READING.report
RUN = run_data(RUNS["text diagnosed"])["files"][0]


def test_a_report_is_written_as_the_codec_writes_it_and_read_again() -> None:
    assert judge(json_schema())(to_dict(REPORT))
    assert from_dict(to_dict(REPORT)) == REPORT


def test_a_reading_is_valid_under_its_schema() -> None:
    assert to_dict(READING) == reading_data(REPORT, READING)
    assert judge(reading_schema(json_schema()))(to_dict(READING))


def test_a_check_result_is_what_stands_in_a_run_about_its_report() -> None:
    result = to_dict(check(REPORT))
    assert result == {key: RUN[key] for key in result}
    assert result.keys() == {"passed", "rules", "counts", "findings", "not_evaluated"}


def test_a_diagnosis_is_what_stands_in_a_run() -> None:
    assert to_dict(diagnose(REPORT)) == RUN["diagnosis"]
    schema = findings_schema()
    assert judge({**schema["$defs"]["diagnosis"], "$defs": schema["$defs"]})(RUN["diagnosis"])


def test_a_comparison_is_written_with_its_version() -> None:
    comparison = compare(REPORT, REPORT.replace({"/requests/received/total": 7}))
    assert to_dict(comparison) == comparison_data(comparison)
    assert json.loads(json.dumps(to_dict(comparison)))["comparison_version"] == "1.0.0"


@pytest.mark.parametrize("thing", [None, {}, "report.json", REPORT.requests])
def test_anything_else_is_refused_with_what_to_pass(thing: Any) -> None:
    with pytest.raises(TypeError, match="a Report, Reading, CheckResult, Diagnosis or Comparison"):
        to_dict(thing)
