"""``metrics``: the ratios of files as lines, as a table and as JSON."""

import csv
import io
import json
from fractions import Fraction
from pathlib import Path

import pytest

from govdisclosure.analysis.metrics import METRICS, measure_all
from govdisclosure.codec import dumps
from govdisclosure.files import read
from govdisclosure.i18n import ENGLISH
from govdisclosure.model import EDITION_2021
from tests.support.command_line import Captured, run
from tests.support.forms import published
from tests.support.paths import ROOT

EXAMPLE = str(ROOT / "docs" / "examples" / "xikou-2023.txt")
MEASURES = measure_all(read(EXAMPLE).report)


@pytest.fixture
def blank(tmp_path: Path) -> str:
    path = tmp_path / "blank.json"
    path.write_text(dumps(EDITION_2021.blank(issuer="=青禾县", year=2024)), "utf-8")
    return str(path)


def test_text_has_a_line_for_each_metric_below_the_name_of_the_file(
    capsys: Captured, blank: str
) -> None:
    code, out, err = run(capsys, "metrics", EXAMPLE, blank, "--lang", "en")
    lines = out.splitlines()
    assert (code, err, len(lines)) == (0, "", 2 * (1 + len(METRICS)))
    assert lines[0].startswith(f"{EXAMPLE}: ")
    assert lines[1] == (
        "  Share disclosed in full: 48.4%  disclosed ÷ all outcomes  [granted_per_outcome]"
    )
    assert "no number" in lines[len(METRICS) + 2]


def test_json_is_valid_and_exact(capsys: Captured, blank: str) -> None:
    code, out, _ = run(capsys, "metrics", EXAMPLE, blank, "nothing.txt", "--format", "json")
    data = json.loads(out)
    assert code == 3
    assert published("metrics")(data)
    assert not published("metrics")(data | {"colour": "red"})
    first, second, third = data["files"]
    assert [one["value"] and Fraction(one["value"]) for one in first["metrics"]] == [
        measure.value for measure in MEASURES
    ]
    assert {one["why"]["message_key"] for one in second["metrics"]} == {"no_ratio"}
    assert third["error"]["message_key"] == "no_such_file"


def test_a_table_has_a_line_for_each_metric_and_no_formula(capsys: Captured, blank: str) -> None:
    _, out, _ = run(capsys, "metrics", EXAMPLE, blank, "--format", "csv", "--lang", "en")
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert [row["metric"] for row in rows] == [metric.name for metric in METRICS] * 2
    of_example = [(row["percent"], row["numerator"]) for row in rows[: len(METRICS)]]
    assert of_example == [(one.render(ENGLISH), str(one.numerator)) for one in MEASURES]
    assert {row["issuer"] for row in rows[len(METRICS) :]} == {"'=青禾县"}
    assert all(row["why"] and not row["percent"] for row in rows[len(METRICS) :])


def test_blanks_count_as_zero_where_that_is_asked_for(capsys: Captured, tmp_path: Path) -> None:
    corrected = "/review_and_litigation/reconsideration/corrected"
    report = read(EXAMPLE).report.replace({corrected: None})
    path = tmp_path / "a.json"
    path.write_text(dumps(report), "utf-8")
    values = []
    for blanks in ("unknown", "zero"):
        argv = ("metrics", str(path), "--blanks", blanks, "--format", "json")
        data = json.loads(run(capsys, *argv)[1])
        values.append((data["blanks"], data["files"][0]["metrics"][-2]["value"]))
    assert values == [("unknown", None), ("zero", "0")]
