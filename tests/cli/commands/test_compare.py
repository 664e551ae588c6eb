"""``compare``: what it prints, and what its exit code says."""

import json
from pathlib import Path

import pytest

from govdisclosure import EDITION_2021, dumps
from tests.support import command_line
from tests.support.command_line import Captured
from tests.support.forms import published
from tests.support.paths import ROOT

EXAMPLES = ROOT / "docs" / "examples"
BROKEN, SOUND = str(EXAMPLES / "xikou-2023-broken.txt"), str(EXAMPLES / "xikou-2023.txt")


def run(capsys: Captured, *argv: str) -> tuple[int, str, str]:
    return command_line.run(capsys, "compare", *argv)


def saved(path: Path, number: int, **known: object) -> str:
    path.write_text(dumps(EDITION_2021.blank(number=number, **known)), "utf-8")  # type: ignore[arg-type]
    return str(path)


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_no_differences_are_a_0_and_differences_a_1(
    capsys: Captured, tmp_path: Path, form: str
) -> None:
    one, two = saved(tmp_path / "one", 0), saved(tmp_path / "two", 1)
    assert run(capsys, one, one, "--format", form)[0] == 0
    assert run(capsys, one, two, "--format", form)[0] == 1


def test_published_reports_are_compared_as_they_are(capsys: Captured) -> None:
    code, out, _ = run(capsys, BROKEN, SOUND, "--lang", "en")
    assert code == 1
    assert out.splitlines()[2] == "! both reports are of the same year, 2023"


def test_what_a_reading_leaves_in_doubt_is_said(capsys: Captured, tmp_path: Path) -> None:
    cut = tmp_path / "cut.txt"
    lines = Path(SOUND).read_text("utf-8").splitlines(keepends=True)
    cut.write_text("".join(line for line in lines if "重复申请" not in line), "utf-8")
    code, out, err = run(capsys, SOUND, str(cut), "--lang", "en")
    assert code == 1
    assert f"{cut}: " in err
    assert "cell missing" in out
    assert run(capsys, SOUND, str(cut), "--lang", "en", "-q") == (code, out, "")


def test_the_json_is_the_comparison(capsys: Captured, tmp_path: Path) -> None:
    one, two = saved(tmp_path / "one", 0, year=2022), saved(tmp_path / "two", 1, year=2023)
    code, out, err = run(capsys, one, two, "--format", "json")
    data = json.loads(out)
    assert (code, err, len(data["cells"])) == (1, "", 200)
    assert published("comparison")(data)


def test_hostile_text_stays_the_same_data_and_does_nothing(
    capsys: Captured, tmp_path: Path
) -> None:
    one, two = saved(tmp_path / "one", 0), saved(tmp_path / "two", 0, issuer="\u202e\x9b2J")
    _, out, _ = run(capsys, one, two, "--format", "json")
    assert json.loads(out)["after"]["issuer"] == "\u202e\x9b2J"
    assert not {"\u202e", "\x9b"} & set(out)
    _, out, err = run(capsys, one, f"{tmp_path}/\x1b[2J", "--format", "json")
    assert not {"\x1b"} & set(out + err)


def test_the_html_is_one_page(capsys: Captured, tmp_path: Path) -> None:
    one, two = saved(tmp_path / "one", 0), saved(tmp_path / "two", 1)
    out = run(capsys, one, two, "--format", "html", "--lang", "en")[1]
    assert out.startswith("<!DOCTYPE html>\n")
    assert out.endswith("</html>\n")


def test_a_file_that_cannot_be_read_is_a_3_and_both_are_named(
    capsys: Captured, tmp_path: Path
) -> None:
    code, out, err = run(capsys, str(tmp_path / "a"), str(tmp_path / "b"), "--lang", "en")
    assert (code, out) == (3, "")
    assert [line.split(": ")[0] for line in err.splitlines()] == ["no such file"] * 2
    (tmp_path / "bad.json").write_text("{}", "utf-8")
    assert run(capsys, SOUND, str(tmp_path / "bad.json"))[0] == 3


@pytest.mark.parametrize("argv", [(), ("one",), ("one", "two", "three"), ("a", "b", "--format=x")])
def test_wrong_usage_is_a_2(capsys: Captured, argv: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as refused:
        run(capsys, *argv)
    assert refused.value.code == 2
