"""What ``check`` and ``diagnose`` share: files of suppressions and what they do."""

import json
from pathlib import Path
from typing import Any

import pytest

from govdisclosure.codec import dumps
from tests.cli.commands.test_check import BROKEN, Captured, save
from tests.cli.commands.test_diagnose import data
from tests.rules.test_suppressions import entry
from tests.support import cases
from tests.support.command_line import run

QUAL = "QUAL-REQ-CARRY-OVER"


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


def suppressions(tmp_path: Path, *entries: str) -> list[str]:
    path = tmp_path / "suppressions.toml"
    path.write_text("".join(entries), "utf-8")
    return ["--suppressions", str(path)]


def fingerprint(file: Any) -> str:
    [fingerprint] = [f["fingerprint"] for f in file["findings"] if f["rule_id"] == QUAL]
    return f'"{fingerprint}"'


def test_an_explained_deviation_stays_and_does_not_count(
    capsys: Captured, tmp_path: Path, carried: list[str]
) -> None:
    code, before = data(capsys, "check", *carried)
    assert (code, before["passed"]) == (1, False)
    why = suppressions(tmp_path, entry(rule=f'"{QUAL}"', fingerprint=fingerprint(before)))
    code, after = data(capsys, "check", *carried, *why)
    assert (code, after["passed"]) == (0, True)
    assert after["findings"] == before["findings"]
    assert [(one["effect"], one["rule_id"]) for one in after["attested"]] == [("explained", QUAL)]
    _, out, _ = run(capsys, "check", *carried, *why)
    assert "因故" in out
    _, out, _ = run(capsys, "check", *carried, *why, "--format", "sarif")
    results = json.loads(out)["runs"][0]["results"]
    assert [r["ruleId"] for r in results if "suppressions" in r] == [QUAL]
    _, out, _ = run(capsys, "check", *carried, *why, "--format", "github")
    assert not any(line.startswith("::error") for line in out.splitlines())


def test_an_identity_of_the_form_is_not_explained_away(capsys: Captured, tmp_path: Path) -> None:
    _, before = data(capsys, "check", BROKEN)
    entries = [
        entry(rule=f'"{f["rule_id"]}"', fingerprint=f'"{f["fingerprint"]}"')
        for f in before["findings"]
    ]
    code, after = data(capsys, "check", BROKEN, *suppressions(tmp_path, *entries))
    assert (code, after["passed"]) == (1, False)
    effects = {one["rule_id"]: one["effect"] for one in after["attested"]}
    assert effects.pop("QUAL-BLANKS") == "explained"
    assert set(effects.values()) == {"refused"}


@pytest.mark.usefixtures("keys")
def test_what_is_stale_is_told(capsys: Captured, tmp_path: Path) -> None:
    why = suppressions(tmp_path, entry(fingerprint='"0011223344556677"'))
    code, out, _ = run(capsys, "check", BROKEN, *why)
    assert code == 1
    assert "<attested_stale>" in out
    for form in ("github", "sarif"):
        _, out, _ = run(capsys, "check", BROKEN, *why, "--format", form)
        assert "<attested_stale>" in out


@pytest.mark.parametrize("text", ["[[suppression", entry(who="")], ids=["no TOML", "a key lacks"])
def test_a_wrong_file_is_wrong_usage(capsys: Captured, tmp_path: Path, text: str) -> None:
    code, out, err = run(capsys, "check", BROKEN, *suppressions(tmp_path, text))
    assert (code, out, len(err.splitlines())) == (2, "", 1)


def test_suppressions_go_with_a_single_report(capsys: Captured, tmp_path: Path) -> None:
    code, out, err = run(capsys, "check", BROKEN, BROKEN, *suppressions(tmp_path, entry()))
    assert (code, out, len(err.splitlines())) == (2, "", 1)


def test_a_file_that_is_not_there_is_wrong_usage(capsys: Captured, tmp_path: Path) -> None:
    code, out, _ = run(capsys, "check", BROKEN, "--suppressions", str(tmp_path / "none.toml"))
    assert (code, out) == (2, "")


@pytest.mark.parametrize("command", ["check", "diagnose"])
def test_line_ends_of_windows_change_nothing(
    capsys: Captured, tmp_path: Path, carried: list[str], command: str
) -> None:
    """In a report as text or JSON, in a profile, in suppressions."""
    options = carried[1:] + suppressions(tmp_path, entry(rule=f'"{QUAL}"'))
    text = tmp_path / "text.txt"
    text.write_text(Path(BROKEN).read_text("utf-8"), "utf-8")

    def outputs() -> list[tuple[int, str, str]]:
        return [run(capsys, command, name, *options) for name in (carried[0], str(text))]

    before = outputs()
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert outputs() == before
    assert [code for code, _, _ in before] == [1, 1]
