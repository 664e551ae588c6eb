"""``python -m docs.generate`` writes what is committed."""

import re
from pathlib import Path

import pytest

from docs.generate import form_pages, metrics_page, rules_page
from docs.generate.__main__ import files, main
from docs.generate.released import NAMES
from docs.generate.schemas import RELEASED, hashes
from tests.support.paths import ROOT

LISTED = (ROOT / "schemas" / NAMES).read_text("utf-8").splitlines()


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the folders that the files stand in, with no more than is written by hand."""
    for folder in ("docs", "schemas/js"):
        (tmp_path / folder).mkdir(parents=True)
    for page in (*rules_page.PAGES, *metrics_page.PAGES, *form_pages.pages()):
        text = (ROOT / "docs" / page).read_text("utf-8")
        by_hand = re.sub(r"(?s)(<!-- (\w+) -->).*(<!-- /\2 -->)", r"\1\3", text)
        (tmp_path / "docs" / page).write_text(by_hand, "utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_generated_file_is_committed_as_it_is_written(checkout: Path) -> None:
    assert main([]) == 0
    for path, text in files():
        assert (checkout / path).read_bytes().decode() == text
        assert (ROOT / path).read_bytes().decode() == text
    assert main(["--check"]) == 0


def test_a_file_that_is_not_fresh_is_named(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([])
    (checkout / "docs" / "rules.md").write_text("edited by hand")
    assert main(["--check"]) == 1
    assert capsys.readouterr().out == "docs/rules.md\n"


def test_the_list_of_released_schemas_can_be_made_again(checkout: Path) -> None:
    main(["--release"])
    listing = (checkout / "schemas" / RELEASED).read_text("utf-8")
    assert hashes(listing) == hashes((ROOT / "schemas" / RELEASED).read_text("utf-8"))
    names = (checkout / "schemas" / NAMES).read_text("utf-8")
    main(["--release"])
    assert (checkout / "schemas" / RELEASED).read_text("utf-8") == listing
    assert (checkout / "schemas" / NAMES).read_text("utf-8") == names
    assert names.splitlines() == [line for line in LISTED if not line.startswith("#")]


def test_another_argument_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--all"]) == 2
    assert "python -m docs.generate" in capsys.readouterr().err


def test_a_file_that_is_not_there_yet_is_not_fresh(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--check"]) == 1
    assert capsys.readouterr().out.split() == [str(path) for path, _ in files()]
