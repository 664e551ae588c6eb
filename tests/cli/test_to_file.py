"""``convert``, ``form`` and ``review``: one file from one report."""

from pathlib import Path
from typing import Any

import pytest

from govdisclosure.cli.main import FORMS, main
from govdisclosure.codec import dumps, loads
from govdisclosure.files import read
from govdisclosure.model import EDITIONS

EXAMPLE = "docs/examples/xikou-2023.txt"
BROKEN = "docs/examples/xikou-2023-broken.txt"


@pytest.mark.parametrize("suffix", ["html", "docx", "txt", "json"])
def test_a_report_is_converted_and_reads_back(tmp_path: Path, suffix: str) -> None:
    output = tmp_path / f"report.{suffix}"
    assert main(["convert", EXAMPLE, str(output)]) == 0
    data = output.read_bytes()
    report = loads(data) if suffix == "json" else read(data).report
    assert dict(report.cells()) == dict(read(EXAMPLE).report.cells())


def test_what_was_not_read_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "report.txt"
    text = Path(EXAMPLE).read_text("utf-8")
    source.write_text(text.replace("规章 | 0 |", "其他文件 | 7 | 7 | 7\n规章 | 0 |"), "utf-8")
    assert main(["convert", str(source), str(tmp_path / "form.html"), "--lang", "en"]) == 0
    assert "found no place in the report" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["convert", EXAMPLE, "{}/form.pdf"], 2, ".docx"),
        (["convert", EXAMPLE, "{}"], 2, ".docx"),
        (["convert", EXAMPLE, "{}/nowhere/form.html"], 2, "nowhere"),
        (["convert", "{}/nothing.txt", "{}/form.html"], 3, "nothing.txt"),
        (["form", "2021", "-o", "{}/form"], 2, ".docx"),
        (["form", "2021", "-o", "{}/form.html", "--year", "99999"], 2, "2008"),
        (["form", "2021", "-o", "{}/form.json", "--issuer", "  "], 2, "not blank"),
        (["form", "2021", "-o", "-"], 2, ".docx"),
        (["review", EXAMPLE, "-o", "{}/review.docx"], 2, ".html"),
        (["review", EXAMPLE, "-o", "{}/a.html", "--previous", "{}/nothing.txt"], 3, "nothing.txt"),
        (["review", "{}/nothing.txt", "-o", "{}/review.html"], 3, "nothing.txt"),
        (["review", EXAMPLE, "-o", "{}/nowhere/review.html"], 2, "nowhere"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int,
    said: str,
) -> None:
    assert main([a.format(tmp_path) for a in arguments]) == code
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("command", ["convert", "review"])
def test_the_input_is_never_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    source = tmp_path / "report.txt"
    source.write_text(Path(EXAMPLE).read_text("utf-8"), "utf-8")
    output = [str(source)] if command == "convert" else ["-o", str(source)]
    assert main([command, str(source), *output]) == 2
    assert source.read_text("utf-8") == Path(EXAMPLE).read_text("utf-8")
    assert str(source) in capsys.readouterr().err


@pytest.mark.parametrize("edition", FORMS)
def test_an_empty_form_is_written(tmp_path: Path, edition: str) -> None:
    output = tmp_path / "form.html"
    arguments = ["form", edition, "-o", str(output), "--issuer", "青禾县", "--year", "2024"]
    assert main(arguments) == 0
    assert "青禾县2024年政府信息公开工作年度报告" in output.read_text("utf-8")


def test_the_command_line_knows_every_edition() -> None:
    assert tuple(edition.name for edition in EDITIONS) == FORMS


def test_what_the_form_does_not_hold_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = read(EXAMPLE).report
    source, form = tmp_path / "report.json", str(tmp_path / "form.txt")

    def said(changes: dict[str, Any]) -> list[str]:
        source.write_text(dumps(report.replace(changes)), "utf-8")
        assert main(["convert", str(source), form, "--lang", "en"]) == 0
        return capsys.readouterr().err.splitlines()

    start = "the form does not hold this as it is, only .json does: "
    assert said({}) == said({"/title": None}) == []
    assert said({"/extensions": {"x_a": 1}, "/year": 2021}) == [start + "Report year, Extensions"]
    heading = "二、主动公开政府信息情况"
    assert said({"/overview": (heading,)}) == [start + "1. General overview"]
    [refused] = said({"/other_matters": (heading, "规章无。")})
    assert "more than one report" in refused
    assert main(["convert", str(source), str(tmp_path / "form.json")]) == 0
    assert capsys.readouterr().err == ""


def test_a_review_is_made_on_the_terms_asked_for(tmp_path: Path) -> None:
    last = tmp_path / "last.json"
    last.write_text(dumps(read(EXAMPLE).report.replace({"/year": 2022})), "utf-8")

    def page(*terms: str) -> str:
        output = tmp_path / "review.html"
        assert main(["review", BROKEN, "-o", str(output), *terms]) == 0
        return output.read_text("utf-8")

    assert "QUAL-BLANKS" in page()
    assert "QUAL-BLANKS" not in page("--preset", "form")
    assert "QUAL-BLANKS" not in page("--blanks", "zero")
    assert "QUAL-REQ-CARRY-OVER" not in page()
    assert "QUAL-REQ-CARRY-OVER" in page("--previous", str(last))


def test_a_review_is_written_in_the_language_asked_for(tmp_path: Path) -> None:
    for language, words in (("zh", "检查结果"), ("en", "What was found")):
        output = tmp_path / f"{language}.html"
        assert main(["review", BROKEN, "-o", str(output), "--lang", language]) == 0
        assert words in output.read_text("utf-8")


def test_a_review_never_overwrites_last_years_report(tmp_path: Path) -> None:
    previous = tmp_path / "previous.html"
    assert main(["convert", EXAMPLE, str(previous)]) == 0
    before = previous.read_bytes()
    assert main(["review", BROKEN, "--previous", str(previous), "-o", str(previous)]) == 2
    assert previous.read_bytes() == before
