"""``review``: a page made on the terms asked for, in the language asked for."""

from pathlib import Path

import pytest

from govdisclosure.cli.main import main
from govdisclosure.codec import dumps
from govdisclosure.files import read

EXAMPLE = "docs/examples/xikou-2023.txt"
BROKEN = "docs/examples/xikou-2023-broken.txt"


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


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([EXAMPLE, "-o", "{}/review.docx"], 2, ".html"),
        ([EXAMPLE, "-o", "{}/a.html", "--previous", "{}/nothing.txt"], 3, "nothing.txt"),
        (["{}/nothing.txt", "-o", "{}/review.html"], 3, "nothing.txt"),
        ([EXAMPLE, "-o", "{}/nowhere/review.html"], 2, "nowhere"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, words: str
) -> None:
    command = ["review", *(argument.format(tmp_path) for argument in arguments), "-q"]
    assert main(command) == code
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("option", ["", "--previous"])
def test_a_review_overwrites_no_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    report = tmp_path / "report.html"
    assert main(["convert", EXAMPLE, "-o", str(report)]) == 0
    before = report.read_bytes()
    sources = [BROKEN, option, str(report)] if option else [str(report)]
    assert main(["review", *sources, "-o", str(report)]) == 2
    assert str(report) in capsys.readouterr().err
    assert report.read_bytes() == before
