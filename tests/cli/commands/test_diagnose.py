"""``diagnose``: the findings of a check with what would mend them, in every format."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands.test_check import BROKEN, Captured, save
from tests.support import cases
from tests.support.command_line import run
from tests.support.forms import published


def data(capsys: Captured, *argv: str) -> tuple[int, Any]:
    code, out, _ = run(capsys, *argv, "--format", "json")
    document = json.loads(out)
    assert published("findings")(document)
    return code, document["files"][0]


@pytest.mark.usefixtures("keys")
def test_repairs_and_blanks_stand_under_the_findings(capsys: Captured) -> None:
    code, out, _ = run(capsys, "diagnose", BROKEN)
    lines = [line.strip() for line in out.splitlines()]
    start = lines.index("<repairs>")
    assert code == 1
    assert [re.findall(r"<\w+>", line)[0] for line in lines[start:]] == [
        "<repairs>",
        "<fault>",
        "<repair_crossed>",
        "<fault>",
        *["<repair_one>"] * 3,
        "<repairs_more>",
        "<blanks_settled>",
        "<blank_determined>",
        "<counts>",
        "<explain_hint>",
    ]
    assert "<certainty_unique_if_one_cell>" in lines[start + 2]
    assert "<certainty_cannot_be_located>" in lines[start + 4]


def test_a_check_says_the_same_without_what_would_mend_it(capsys: Captured) -> None:
    code, plain, _ = run(capsys, "check", BROKEN)
    _, diagnosed, _ = run(capsys, "diagnose", BROKEN)
    common = [line for line in diagnosed.splitlines() if line in plain.splitlines()]
    assert (code, common) == (1, plain.splitlines())
    assert data(capsys, "check", BROKEN)[1]["diagnosis"] is None


def test_a_sound_report_has_nothing_to_mend(capsys: Captured, tmp_path: Path) -> None:
    path = save(tmp_path / "f.json", cases.F)
    assert run(capsys, "diagnose", path) == run(capsys, "check", path)
    assert data(capsys, "diagnose", path)[1]["diagnosis"] == {"faults": [], "blanks": []}


def test_a_fault_names_the_findings_that_its_repairs_remove(capsys: Captured) -> None:
    _, entry = data(capsys, "diagnose", BROKEN)
    fingerprints = {f["fingerprint"] for f in entry["findings"] if f["rule_id"].startswith("STAT")}
    faults = entry["diagnosis"]["faults"]
    assert {one for fault in faults for one in fault["findings"]} == fingerprints
    repair = faults[0]["repairs"][0]
    pointer = "/requests/outcomes/granted/natural_person"
    assert repair["patch"] == [
        {"op": "test", "path": pointer, "value": 13},
        {"op": "replace", "path": pointer, "value": 11},
    ]
    assert (repair["certainty"], repair["changes"][0]["origin"]) == ("unique_if_one_cell", "report")


@pytest.mark.parametrize("name", "AFHJL")
def test_what_is_written_is_valid(capsys: Captured, tmp_path: Path, name: str) -> None:
    path = save(tmp_path / "r.json", getattr(cases, name))
    for blanks in ("unknown", "zero"):
        _, entry = data(capsys, "diagnose", path, "--blanks", blanks)
        assert entry["diagnosis"].keys() == {"faults", "blanks"}


def test_sarif_carries_repairs_and_suspects_but_no_fixes(capsys: Captured) -> None:
    _, out, _ = run(capsys, "diagnose", BROKEN, "--format", "sarif")
    results = json.loads(out)["runs"][0]["results"]
    located = {r["ruleId"]: r for r in results if "repairs" in r["properties"]}
    assert located.keys() == {"STAT-REQ-ROWS", "STAT-REQ-OUTCOMES", "STAT-CASE-TOTALS"}
    assert all("fixes" not in result for result in results)
    [suspect] = located["STAT-REQ-ROWS"]["relatedLocations"]
    assert suspect["logicalLocations"] == [
        {"fullyQualifiedName": "/requests/outcomes/granted/natural_person"}
    ]
    assert suspect["physicalLocation"]["region"] == {"startLine": 37}
    assert len(located["STAT-CASE-TOTALS"]["properties"]["repairs"]) == 3


def test_annotations_carry_a_repair_where_the_wrong_cell_can_be_told(capsys: Captured) -> None:
    _, plain, _ = run(capsys, "check", BROKEN, "--format", "github")
    _, diagnosed, _ = run(capsys, "diagnose", BROKEN, "--format", "github")
    pairs = list(zip(plain.splitlines(), diagnosed.splitlines(), strict=True))
    assert [longer.startswith(short) for short, longer in pairs] == [True] * len(pairs)
    located = ["STAT-REQ-ROWS" in short or "STAT-REQ-OUTCOMES" in short for short, _ in pairs]
    assert [longer != short for short, longer in pairs] == located


@pytest.mark.usefixtures("keys")
def test_blanks_are_counted_by_kind_and_five_are_told(capsys: Captured, tmp_path: Path) -> None:
    _, out, _ = run(capsys, "diagnose", save(tmp_path / "j.json", cases.J))
    lines = [line.strip() for line in out.splitlines() if "<blank" in line]
    start = lines.index("<blanks_settled>")
    assert lines[start:] == ["<blanks_settled>", *["<blank_determined>"] * 5, "<blanks_more>"]


def test_a_sum_that_is_off_is_told_and_not_every_blank_beside_it(
    capsys: Captured, tmp_path: Path
) -> None:
    wrong = cases.J.replace({"/requests/outcomes/granted/natural_person": 24})
    _, out, _ = run(capsys, "diagnose", save(tmp_path / "j.json", wrong), "--lang", "en")
    lines = [line.strip() for line in out.splitlines()]
    assert "cells without a number: 125; by the sums: 125 that no number fits" in lines
    assert not any("no number fits, so" in line for line in lines)


def test_a_blank_that_no_number_fits_is_told_where_no_sum_is_off(
    capsys: Captured, tmp_path: Path
) -> None:
    group = "/review_and_litigation/reconsideration"
    wrong = cases.F.replace({f"{group}/upheld": None, f"{group}/total": 1})
    _, out, _ = run(capsys, "diagnose", save(tmp_path / "f.json", wrong), "--lang", "en")
    assert sum("no number fits, so" in line for line in out.splitlines()) == 1
