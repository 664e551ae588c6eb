"""``form``: an empty form of each edition, and what cannot be written."""

from pathlib import Path

import pytest

from govdisclosure.cli.main import main
from govdisclosure.model import EDITIONS


@pytest.mark.parametrize("edition", [edition.name for edition in EDITIONS])
def test_an_empty_form_is_written(tmp_path: Path, edition: str) -> None:
    output = tmp_path / "form.html"
    arguments = ["form", edition, "-o", str(output), "--issuer", "青禾县", "--year", "2024"]
    assert main(arguments) == 0
    assert "青禾县2024年政府信息公开工作年度报告" in output.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "{}/form"], ".docx"),
        (["-o", "-"], ".docx"),
        (["-o", "{}/form.html", "--year", "99999"], "2008"),
        (["-o", "{}/form.json", "--issuer", "  "], "not blank"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert main(["form", "2021", *(argument.format(tmp_path) for argument in arguments)]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("edition", "year", "note"),
    [
        ("2021", "2019", "reports of 2019 are on the form of 2019; this is the form of 2021\n"),
        ("2019", "2023", "reports of 2023 are on the form of 2021; this is the form of 2019\n"),
        ("2021", "2024", ""),
        ("2019", "2018", ""),
    ],
)
def test_a_form_that_is_for_other_years_is_written_with_a_note(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], edition: str, year: str, note: str
) -> None:
    output = tmp_path / "form.json"
    arguments = ["form", edition, "-o", str(output), "--year", year]
    assert main([*arguments, "--lang", "en"]) == 0
    assert (output.exists(), capsys.readouterr().err) == (True, note)
    main([*arguments, "-q"])
    assert capsys.readouterr().err == ""
