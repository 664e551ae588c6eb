"""``check --explain`` and ``--attested``: what is told, in every format, and the exit codes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from govdisclosure.cli.main import main
from govdisclosure.codec import dumps
from govdisclosure.i18n import MESSAGES
from govdisclosure.output.json import findings_schema
from tests.cli.commands.test_check import BROKEN, Captured, save
from tests.rules.test_suppressions import entry
from tests.support import cases
from tests.support.forms import judge

VALID = judge(findings_schema())
QUAL = "QUAL-REQ-CARRY-OVER"


def run(capsys: Captured, *argv: str) -> tuple[int, str, str]:
    code = main(["check", *argv])
    out, err = capsys.readouterr()
    return code, out, err


def data(capsys: Captured, *argv: str) -> tuple[int, Any]:
    code, out, _ = run(capsys, *argv, "--format", "json")
    made = json.loads(out)
    assert VALID(made)
    return code, made["files"][0]


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages say their keys, so that no wording is tested."""
    for key in MESSAGES:
        monkeypatch.setitem(MESSAGES, key, (f"<{key}>", f"<{key}>"))


@pytest.mark.usefixtures("keys")
def test_repairs_and_blanks_stand_under_the_findings(capsys: Captured) -> None:
    code, out, _ = run(capsys, BROKEN, "--explain")
    told = [line.strip() for line in out.splitlines()]
    start = told.index("<repairs>")
    assert code == 1
    assert [re.findall(r"<\w+>", line)[0] for line in told[start:]] == [
        "<repairs>",
        "<fault>",
        "<repair_crossed>",
        "<fault>",
        *["<repair_one>"] * 3,
        "<repairs_more>",
        "<blanks_settled>",
        "<blank_determined>",
        "<counts>",
    ]
    assert "<certainty_unique_if_one_cell>" in told[start + 2]
    assert "<certainty_cannot_be_located>" in told[start + 4]


def test_without_it_nothing_is_told(capsys: Captured) -> None:
    code, plain, _ = run(capsys, BROKEN)
    _, explained, _ = run(capsys, BROKEN, "--explain")
    left = [line for line in explained.splitlines() if line in plain.splitlines()]
    assert (code, left) == (1, plain.splitlines())
    assert data(capsys, BROKEN)[1]["diagnosis"] is None


def test_a_sound_report_has_nothing_to_mend(capsys: Captured, tmp_path: Path) -> None:
    path = save(tmp_path / "f.json", cases.F)
    assert run(capsys, path) == run(capsys, path, "--explain")
    assert data(capsys, path, "--explain")[1]["diagnosis"] == {"faults": [], "blanks": []}


def test_a_fault_names_the_findings_that_its_repairs_remove(capsys: Captured) -> None:
    _, entry_ = data(capsys, BROKEN, "--explain")
    prints = {f["fingerprint"] for f in entry_["findings"] if f["rule_id"].startswith("STAT")}
    faults = entry_["diagnosis"]["faults"]
    assert {print_ for fault in faults for print_ in fault["findings"]} == prints
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
        _, entry_ = data(capsys, path, "--explain", "--blanks", blanks)
        assert entry_["diagnosis"].keys() == {"faults", "blanks"}


def test_sarif_carries_repairs_and_suspects_but_no_fixes(capsys: Captured) -> None:
    _, out, _ = run(capsys, BROKEN, "--explain", "--format", "sarif")
    results = json.loads(out)["runs"][0]["results"]
    mended = {r["ruleId"]: r for r in results if "repairs" in r["properties"]}
    assert mended.keys() == {"STAT-REQ-ROWS", "STAT-REQ-OUTCOMES", "STAT-CASE-TOTALS"}
    assert all("fixes" not in result for result in results)
    [suspect] = mended["STAT-REQ-ROWS"]["relatedLocations"]
    assert suspect["logicalLocations"] == [
        {"fullyQualifiedName": "/requests/outcomes/granted/natural_person"}
    ]
    assert suspect["physicalLocation"]["region"] == {"startLine": 37}
    assert len(mended["STAT-CASE-TOTALS"]["properties"]["repairs"]) == 3


def test_annotations_carry_a_repair_where_the_wrong_cell_can_be_told(capsys: Captured) -> None:
    _, plain, _ = run(capsys, BROKEN, "--format", "github")
    _, explained, _ = run(capsys, BROKEN, "--explain", "--format", "github")
    pairs = list(zip(plain.splitlines(), explained.splitlines(), strict=True))
    assert [longer.startswith(short) for short, longer in pairs] == [True] * len(pairs)
    mended = ["STAT-REQ-ROWS" in short or "STAT-REQ-OUTCOMES" in short for short, _ in pairs]
    assert [longer != short for short, longer in pairs] == mended


@pytest.fixture
def carried(capsys: Captured, tmp_path: Path) -> list[str]:
    """A report with a deviation from last year's, which a profile makes an error."""
    last = cases.PURE_2021.blank(0).replace({"/year": 2022, "/requests/carried_out/total": 2})
    this = cases.PURE_2021.blank(0).replace({"/year": 2023})
    profile = tmp_path / "p.toml"
    profile.write_text(f'[rules]\n"{QUAL}" = "error"\n', "utf-8")
    (tmp_path / "last.json").write_text(dumps(last), "utf-8")
    path = save(tmp_path / "this.json", this)
    return [path, "--previous", str(tmp_path / "last.json"), "--profile", str(profile)]


def attested(tmp_path: Path, *entries: str) -> list[str]:
    path = tmp_path / "attested.toml"
    path.write_text("".join(entries), "utf-8")
    return ["--attested", str(path)]


def fingerprint(entry_: Any) -> str:
    [found] = [f["fingerprint"] for f in entry_["findings"] if f["rule_id"] == QUAL]
    return f'"{found}"'


def test_an_explained_deviation_stays_and_does_not_count(
    capsys: Captured, tmp_path: Path, carried: list[str]
) -> None:
    code, before = data(capsys, *carried)
    assert (code, before["passed"]) == (1, False)
    why = attested(tmp_path, entry(rule=f'"{QUAL}"', fingerprint=fingerprint(before)))
    code, after = data(capsys, *carried, *why)
    assert (code, after["passed"]) == (0, True)
    assert after["findings"] == before["findings"]
    assert [(one["effect"], one["rule_id"]) for one in after["attested"]] == [("explained", QUAL)]
    _, out, _ = run(capsys, *carried, *why)
    assert "因故" in out
    _, out, _ = run(capsys, *carried, *why, "--format", "sarif")
    results = json.loads(out)["runs"][0]["results"]
    assert [r["ruleId"] for r in results if "suppressions" in r] == [QUAL]
    _, out, _ = run(capsys, *carried, *why, "--format", "github")
    assert not any(line.startswith("::error") for line in out.splitlines())


def test_an_identity_of_the_form_is_not_explained_away(capsys: Captured, tmp_path: Path) -> None:
    _, before = data(capsys, BROKEN)
    entries = [
        entry(rule=f'"{f["rule_id"]}"', fingerprint=f'"{f["fingerprint"]}"')
        for f in before["findings"]
    ]
    code, after = data(capsys, BROKEN, *attested(tmp_path, *entries))
    assert (code, after["passed"]) == (1, False)
    effects = {one["rule_id"]: one["effect"] for one in after["attested"]}
    assert effects.pop("QUAL-BLANKS") == "explained"
    assert set(effects.values()) == {"refused"}


@pytest.mark.usefixtures("keys")
def test_blanks_are_counted_by_kind_and_five_are_told(capsys: Captured, tmp_path: Path) -> None:
    _, out, _ = run(capsys, save(tmp_path / "j.json", cases.J), "--explain")
    told = [line.strip() for line in out.splitlines() if "<blank" in line]
    start = told.index("<blanks_settled>")
    assert told[start:] == [
        "<blanks_settled>",
        *["<blank_determined>"] * 5,
        "<blanks_more>",
    ]


def test_a_sum_that_is_off_is_told_and_not_every_blank_beside_it(
    capsys: Captured, tmp_path: Path
) -> None:
    wrong = cases.J.replace({"/requests/outcomes/granted/natural_person": 24})
    _, out, _ = run(capsys, save(tmp_path / "j.json", wrong), "--explain", "--lang", "en")
    told = [line.strip() for line in out.splitlines()]
    assert "cells without a number: 125; by the sums: 125 that no number fits" in told
    assert not any("no number fits, so" in line for line in told)


def test_a_blank_that_no_number_fits_is_told_where_no_sum_is_off(
    capsys: Captured, tmp_path: Path
) -> None:
    group = "/review_and_litigation/reconsideration"
    wrong = cases.F.replace({f"{group}/upheld": None, f"{group}/total": 1})
    _, out, _ = run(capsys, save(tmp_path / "f.json", wrong), "--explain", "--lang", "en")
    assert sum("no number fits, so" in line for line in out.splitlines()) == 1


@pytest.mark.usefixtures("keys")
def test_what_is_stale_is_told(capsys: Captured, tmp_path: Path) -> None:
    why = attested(tmp_path, entry(fingerprint='"0011223344556677"'))
    code, out, _ = run(capsys, BROKEN, *why)
    assert code == 1
    assert "<attested_stale>" in out
    for form in ("github", "sarif"):
        _, out, _ = run(capsys, BROKEN, *why, "--format", form)
        assert "<attested_stale>" in out


@pytest.mark.parametrize("text", ["[[attested", entry(who="")], ids=["no TOML", "a key lacks"])
def test_a_wrong_file_is_wrong_usage(capsys: Captured, tmp_path: Path, text: str) -> None:
    code, out, err = run(capsys, BROKEN, *attested(tmp_path, text))
    assert (code, out, len(err.splitlines())) == (2, "", 1)


def test_attestations_go_with_a_single_report(capsys: Captured, tmp_path: Path) -> None:
    code, out, err = run(capsys, BROKEN, BROKEN, *attested(tmp_path, entry()))
    assert (code, out, len(err.splitlines())) == (2, "", 1)


def test_a_file_that_is_not_there_is_wrong_usage(capsys: Captured, tmp_path: Path) -> None:
    code, out, _ = run(capsys, BROKEN, "--attested", str(tmp_path / "none.toml"))
    assert (code, out) == (2, "")
