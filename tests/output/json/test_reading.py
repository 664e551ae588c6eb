"""The schema of a reading: a report, and where each of its cells stood."""

import json

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]

from docs.generate.schemas import schema_files
from govdisclosure import read
from govdisclosure.model import EDITION_2021
from govdisclosure.output.json import reading_data
from tests.support.examples import EXAMPLES

READING = Draft202012Validator(json.loads(schema_files()["reading.schema.json"]))


@pytest.mark.parametrize("source", ["xikou-2023.txt", "xikou-2023-broken.txt"])
def test_a_reading_is_valid_with_its_provenance(source: str) -> None:
    reading = read(EXAMPLES / source)
    assert READING.is_valid(reading_data(reading.report, reading))


def test_a_report_that_came_as_json_is_a_reading_without_provenance() -> None:
    data = reading_data(EDITION_2021.blank(), None)
    assert READING.is_valid(data)
    assert not READING.is_valid(data | {"colour": 1})
    assert not READING.is_valid({k: v for k, v in data.items() if k != "unplaced"})


def test_where_a_cell_stood_is_told_for_cells_of_that_very_report() -> None:
    data = reading_data(EDITION_2021.blank(), None)
    provenance = {"printed": "3", "state": "number", "where": {"line": 3}}
    ours = "/requests/outcomes/other/residual/total"
    of_2019 = "/requests/outcomes/other/total"
    assert READING.is_valid(data | {"provenance": {ours: provenance}})
    assert not READING.is_valid(data | {"provenance": {of_2019: provenance}})
    assert not READING.is_valid(data | {"provenance": {ours: provenance | {"where": {"line": 0}}}})
    assert not READING.is_valid(data | {"provenance": {ours: provenance | {"state": "lost"}}})
    assert not READING.is_valid(data | {"provenance": {"/year": provenance}})


def test_the_report_in_a_reading_is_held_to_the_schema_of_reports() -> None:
    data = reading_data(EDITION_2021.blank(), None)
    data["report"]["requests"]["received"]["total"] = "3"
    [error] = READING.iter_errors(data)
    assert list(error.absolute_path) == ["report", "requests", "received", "total"]
