"""The commands that make one file: it is there whole, or what was there is."""

import subprocess
import sys
from pathlib import Path

import pytest

from govdisclosure.cli.main import main
from tests.support.paths import ROOT

SOUND = ROOT / "docs" / "examples" / "xikou-2023.txt"
REPORT = (ROOT / "docs" / "examples" / "report-2021.json").read_bytes()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report as JSON, in a folder of its own."""
    path = tmp_path / "report.json"
    path.write_bytes(REPORT)
    return path


@pytest.mark.parametrize(
    ("command", "suffix"), [("convert", "html"), ("review", "html"), ("form", "json")]
)
def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path, command: str, suffix: str) -> None:
    path = tmp_path / f"out.{suffix}"
    path.write_bytes(b"before")
    subject = "2021" if command == "form" else SOUND
    line = f"{sys.executable} -m tests.support.full_disk {command} {subject} -o {path} --lang=en"
    process = subprocess.run(line.split(), capture_output=True, text=True, check=False)
    assert (process.returncode, process.stdout, process.stderr) == (
        2,
        "",
        f"cannot write {path}: File too large. The file that is there was not changed\n",
    )
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("keys")
@pytest.mark.parametrize("kind", ["hard", "soft"])
def test_a_report_is_not_written_over_itself_under_another_name(
    capsys: pytest.CaptureFixture[str], report: Path, kind: str
) -> None:
    other = report.with_name("other.json")
    if kind == "hard":
        other.hardlink_to(report)
    else:
        other.symlink_to(report)
    assert main(["convert", str(report), "-o", str(other)]) == 2
    assert capsys.readouterr().err == "<would_overwrite>\n"
    assert report.read_bytes() == REPORT


def test_a_report_is_not_written_over_itself_through_standard_input(report: Path) -> None:
    command = [sys.executable, "-m", "govdisclosure", "convert", "-", "-o", str(report)]
    with report.open() as file:
        process = subprocess.run(command, stdin=file, capture_output=True, check=False)
    assert process.returncode == 2
    assert report.read_bytes() == REPORT
