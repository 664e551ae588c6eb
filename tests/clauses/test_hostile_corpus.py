"""Each line of ../shared/corpus/hostile/README.md: what is wanted of the inputs that lie there."""

import resource
import runpy
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from govdisclosure import check, loads, read
from govdisclosure.cli.main import main
from govdisclosure.errors import NotAReportError, ReadError
from govdisclosure.files import form_as, losses
from govdisclosure.model import AnyReport
from govdisclosure.rules import PRESETS, Status
from tests.support.command_line import run
from tests.support.paths import ROOT

HOSTILE = ROOT.parent / "shared" / "corpus" / "hostile"
pytestmark = pytest.mark.skipif(not HOSTILE.exists(), reason="../shared is not here")

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    "name", ["04-docx-null-image.docx", "05-docx-macro.docm", "06-xlsx-strict.xlsx"]
)
def test_01_04_05_06_are_read(name: str) -> None:
    good = read(HOSTILE / "01-docx-good.docx").report
    report = read(HOSTILE / name).report
    assert report == good or name.endswith(".xlsx")
    assert report.form is good.form


@pytest.mark.parametrize("name", ["02-docx-deflate-damaged.docx", "03-docx-method-99.docx"])
def test_02_03_are_refused(name: str) -> None:
    with pytest.raises(ReadError):
        read(HOSTILE / name)


@pytest.mark.parametrize("preset", PRESETS)
def test_07_has_no_number_and_has_not_passed(capsys: Captured, preset: str) -> None:
    path = str(HOSTILE / "07-blank-report-2021.json")
    assert run(capsys, "check", path, "--preset", preset)[0] == 3
    assert check(loads(Path(path).read_bytes())).status is Status.NOTHING_CHECKED


def test_08_and_what_is_made_take_less_than_two_seconds(tmp_path: Path) -> None:
    before = sys.argv
    sys.argv = ["make-large.py", str(tmp_path)]
    try:
        runpy.run_path(str(HOSTILE / "make-large.py"))
    finally:
        sys.argv = before
    for path in (HOSTILE / "08-spaces-in-label.txt", *sorted(tmp_path.iterdir())):
        assert _seconds(lambda p=path: _read_or_refuse(p)) < 2, path.name  # type: ignore[misc]


def _read_or_refuse(path: Path) -> None:
    with suppress(ReadError, NotAReportError):
        read(path)


def _seconds(task: Callable[[], None]) -> float:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    task()
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime - before


@pytest.mark.parametrize("command", ["check", "read", "diagnose", "compare", "convert", "review"])
def test_09_10_say_nothing_that_steers(capsys: Captured, tmp_path: Path, command: str) -> None:
    for name in ("09-workflow-command-in-row.txt", "10-csi-and-bidi-in-prose.json"):
        path = str(HOSTILE / name)
        rest = [path] if command == "compare" else []
        rest += ["-o", str(tmp_path / "a.html")] if command in ("convert", "review") else []
        main([command, path, *rest])
        said = "".join(capsys.readouterr())
        assert not [sign for sign in ("##[", "\u009b", "\u202e") if sign in said]


@pytest.mark.parametrize(
    ("name", "format"), [("11-bar-in-a-cell.json", "text"), ("12-stars-in-prose.json", "markdown")]
)
def test_11_12_come_back_or_what_does_not_is_told(name: str, format: str) -> None:
    report = loads((HOSTILE / name).read_bytes())
    file = form_as(report, format)
    again = read(file).report
    cells = [a for a, _ in report.cells() if _cell(report, a) != _cell(again, a)]
    prose = [f"/{s.name}" for s in report.form.sections if not s.table]
    prose = [a for a in prose if getattr(again, a[1:]) != getattr(report, a[1:])]
    told = losses(report, file)
    assert {*cells, *prose} <= {*told}
    assert [a for a in told if a in {a for a, _ in report.cells()}] == cells


def _cell(report: AnyReport, address: str) -> object:
    return dict(report.cells())[address], report.cell_notes.get(address)


def test_13_says_nothing_and_that_is_said() -> None:
    result = check(loads((HOSTILE / "13-section-5-says-nothing.json").read_bytes()))
    assert [finding.rule_id for finding in result.findings] == ["STAT-PROBLEMS-STATED"]
