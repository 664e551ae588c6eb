"""Whatever stands in a document, ``check`` says it without steering a terminal or a workflow."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from govdisclosure.cli.main import main
from tests.support.json_documents import document

Captured = pytest.CaptureFixture[str]

HOSTILE = "x\n::error file=a.py,line=1::pwned\n\x1b[31mred\x85\u2028\u202e##[stop-commands]a"
FORMATS = ("text", "github", "json", "sarif")


def check(capsys: Captured, *argv: str, command: str = "check") -> tuple[str, str]:
    main([command, *argv, "--lang", "en"])
    out, err = capsys.readouterr()
    return out, err


def has_controls(text: str) -> bool:
    """Whether something in the text is more than its characters."""
    return bool(re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e]", text))


def commands(text: str) -> list[str]:
    """Lines that a runner of GitHub workflows would obey."""
    return [line for line in text.splitlines() if re.search(r"^\s*::|##\[", line)]


BAD_KEY = document(**{HOSTILE: 1})
BAD_VALUE = document(year=HOSTILE)
BAD_NAME = document(issuer={"name": HOSTILE})
BAD_NAME["requests"]["received"]["total"] = 7


@pytest.mark.parametrize("data", [BAD_KEY, BAD_VALUE, BAD_NAME], ids=["key", "value", "issuer"])
@pytest.mark.parametrize("form", FORMATS)
def test_a_document_cannot_steer_whoever_reads_of_it(
    capsys: Captured, tmp_path: Path, form: str, data: Any
) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(data), "utf-8")
    out, err = check(capsys, str(path), "--format", form, command="diagnose")
    assert out + err
    assert not has_controls(out + err)
    if form in ("text", "github"):
        own = f"file={path}"
        assert [line for line in commands(out + err) if own not in line.partition("::")[2]] == []


def test_the_name_of_a_file_is_no_command(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, data in (("::error::a\x1b.json", {}), ("::error::b.json", document())):
        Path(name).write_text(json.dumps(data), "utf-8")
        out, err = check(capsys, name)
        assert (out + err).startswith("\\u003a:error::")
        assert not has_controls(out + err)
        assert commands(out + err) == []


@pytest.mark.parametrize("option", ["--profile", "--suppressions"])
def test_neither_can_a_message_about_wrong_usage(
    capsys: Captured, tmp_path: Path, option: str
) -> None:
    toml = tmp_path / "a.toml"
    toml.write_text(f'[rules]\n{json.dumps(HOSTILE)} = "off"\n', "utf-8")
    out, err = check(capsys, str(tmp_path / "none.json"), option, str(toml))
    assert (out, bool(err)) == ("", True)
    assert not has_controls(err)
    assert commands(err) == []


def test_data_stays_the_same_data(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(BAD_NAME), "utf-8")
    out, _ = check(capsys, str(path), "--format", "json")
    assert json.loads(out)["files"][0]["issuer"] == HOSTILE


def test_a_problem_of_the_whole_document_has_no_pointer_before_it(
    capsys: Captured, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    path.write_text("[]", "utf-8")
    _, err = check(capsys, str(path))
    assert err == f"{path}: the whole report: expected an object, found an array\n"
