"""``convert``: what is written reads back, and what the form does not hold is said."""

import sys
from pathlib import Path
from typing import Any

import pytest

from govdisclosure.cli.main import main
from govdisclosure.codec import dumps, loads
from govdisclosure.files import read
from govdisclosure.form import CellState
from govdisclosure.model import EDITION_2021, CellNote

EXAMPLE = "docs/examples/xikou-2023.txt"


@pytest.mark.parametrize("suffix", ["html", "docx", "txt", "json"])
def test_a_report_is_converted_and_reads_back(tmp_path: Path, suffix: str) -> None:
    output = tmp_path / f"report.{suffix}"
    assert main(["convert", EXAMPLE, "-o", str(output)]) == 0
    data = output.read_bytes()
    report = loads(data) if suffix == "json" else read(data).report
    assert dict(report.cells()) == dict(read(EXAMPLE).report.cells())


def test_what_was_not_read_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "report.txt"
    text = Path(EXAMPLE).read_text("utf-8")
    source.write_text(text.replace("规章 | 0 |", "其他文件 | 7 | 7 | 7\n规章 | 0 |"), "utf-8")
    command = ["convert", str(source), "-o", str(tmp_path / "form.html"), "--lang", "en"]
    assert main(command) == 0
    assert "found no place in the report" in capsys.readouterr().err
    assert main([*command, "-q"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([EXAMPLE, "-o", "{}/form.pdf"], 2, ".docx"),
        ([EXAMPLE, "-o", "{}"], 2, ".docx"),
        ([EXAMPLE, "-o", "{}/nowhere/form.html"], 2, "nowhere"),
        (["{}/nothing.txt", "-o", "{}/form.html"], 3, "nothing.txt"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, words: str
) -> None:
    command = ["convert", *(argument.format(tmp_path) for argument in arguments), "-q"]
    assert main(command) == code
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


def test_the_input_is_never_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "report.txt"
    source.write_text(Path(EXAMPLE).read_text("utf-8"), "utf-8")
    assert main(["convert", str(source), "-o", str(source)]) == 2
    assert source.read_text("utf-8") == Path(EXAMPLE).read_text("utf-8")
    assert str(source) in capsys.readouterr().err


def test_what_does_not_read_back_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = read(EXAMPLE).report
    source, form = tmp_path / "report.json", str(tmp_path / "form.txt")

    def messages(changes: dict[str, Any]) -> list[str]:
        source.write_text(dumps(report.replace(changes)), "utf-8")
        assert main(["convert", str(source), "-o", form, "--lang", "en"]) == 0
        return capsys.readouterr().err.splitlines()

    start = "this reads back otherwise from what was written, only .json keeps all: "
    assert messages({}) == messages({"/title": None}) == []
    assert messages({"/extensions": {"x_a": 1}, "/year": 2021}) == [
        start + "Report year, Extensions"
    ]
    heading = "二、主动公开政府信息情况"
    assert messages({"/overview": (heading,)}) == [start + "1. General overview"]
    [line] = messages({"/other_matters": (heading, "规章无。")})
    assert "more than one report" in line
    assert main(["convert", str(source), "-o", str(tmp_path / "form.json")]) == 0
    assert capsys.readouterr().err == ""


def test_a_form_that_cannot_be_read_back_is_written_and_said_to_be_unchecked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    form = tmp_path / "form.html"
    monkeypatch.setitem(sys.modules, "govdisclosure.document.readers.html", None)
    assert main(["convert", EXAMPLE, "-o", str(form), "--lang", "en"]) == 0
    assert form.stat().st_size > 0
    assert capsys.readouterr().err.splitlines() == [
        "what was written could not be read back to compare it: reading HTML needs more to be"
        " installed: pip install 'govdisclosure[html]'"
    ]
    blank = tmp_path / "blank.json"
    blank.write_text(dumps(EDITION_2021.blank(issuer="青禾县", year=2023)), "utf-8")
    assert main(["convert", str(blank), "-o", str(tmp_path / "form.txt"), "--lang", "zh"]) == 0
    assert "没有能读回来核对：只有空白表格" in capsys.readouterr().err.splitlines()[0]


def test_totals_are_filled_in_on_request_and_each_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    total, other = "/requests/received/total", "/review_and_litigation/reconsideration/total"
    report = read(EXAMPLE).report.replace({total: None, other: None})
    source, form = tmp_path / "report.json", tmp_path / "form.json"
    notes = {other: CellNote(printed="—", state=CellState.DASH)}
    source.write_text(dumps(report.replace({"/cell_notes": notes})), "utf-8")
    command = ["convert", str(source), "-o", str(form), "--lang", "en"]
    assert main(command) == 0
    assert "filled in" not in capsys.readouterr().err
    assert loads(form.read_text("utf-8")).requests.received.total is None
    assert main([*command, "--fill-totals"]) == 0
    assert loads(form.read_text("utf-8")) == read(EXAMPLE).report
    lines = [one for one in capsys.readouterr().err.splitlines() if "filled in" in one]
    assert [line.partition(": filled in: ")[0] for line in lines] == [str(source)] * 2
    assert lines[0].endswith('column "Total" 30')
    assert lines[1].endswith('column "Total" 2 (was "—")')
