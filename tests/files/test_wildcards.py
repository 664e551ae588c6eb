"""Patterns that no shell has expanded, as under Windows' own."""

from pathlib import Path

import pytest

from govdisclosure.files import expand_wildcards
from tests.support.command_line import Captured, run
from tests.support.paths import ROOT

REPORT = (ROOT / "docs" / "examples" / "report-2021.json").read_text("utf-8")


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("below").mkdir()
    for name in ("b.json", "a.json", "r[1].json", "below/c.json", "-"):
        Path(name).write_text(REPORT, "utf-8")


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        (["?.json"], ["a.json", "b.json"]),
        (["b.json", "[a].json"], ["b.json", "a.json"]),
        (["**/*.json"], ["a.json", "b.json", "below/c.json", "r[1].json"]),
        (["r[1].json"], ["r[1].json"]),
        (["none*"], ["none*"]),
        (["-"], ["-"]),
        (["-*"], ["./-"]),
    ],
)
def test_a_pattern_is_the_files_that_it_matches_and_a_name_is_itself(
    names: list[str], meant: list[str]
) -> None:
    assert list(expand_wildcards(names)) == meant


@pytest.mark.parametrize("command", ["check", "read", "diagnose"])
def test_commands_expand_what_no_shell_has_and_say_what_matches_nothing(
    capsys: Captured, command: str
) -> None:
    code, out, err = run(capsys, command, "?.json", "r[1].json", "no*.json", "--lang", "en")
    lines = [line.split(": ")[0] for line in err.splitlines()]
    assert (code, lines[0], "Traceback" in err) == (3, "no file matches no*.json", False)
    assert out.count("青禾县人民政府") >= 3


def test_the_reports_of_the_bodies_below_may_be_a_pattern(capsys: Captured) -> None:
    code, _, err = run(capsys, "check", "a.json", "--subordinates", "below/*.json", "none?")
    assert (code, err.count("none?")) == (3, 1)
