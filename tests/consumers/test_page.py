"""The code on the page for consumers runs, and does what the page says."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govdisclosure.codec.schema import schema_names
from govdisclosure.model import EDITION_2021
from tests.codec.schema.test_editor import shown
from tests.support import programs
from tests.support.examples import EXAMPLES
from tests.support.javascript import folder_with
from tests.support.paths import ROOT

PAGE = (ROOT / "docs" / "consumers.md").read_text("utf-8")
SCHEMA = ROOT / "schemas" / "report.draft-07.schema.json"
SOUND = EXAMPLES / "report-2021.json"
BROKEN = EXAMPLES / "xikou-2023-broken.txt"

FOUND = [
    *("failed", "error STAT-REQ-ROWS /requests/outcomes/granted/total"),
    "error STAT-REQ-OUTCOMES /requests/outcomes/total/natural_person",
    *("error STAT-CASE-TOTALS /review_and_litigation/reconsideration/total", "info QUAL-BLANKS "),
]
"""What is wrong with the broken example."""

REFUSED = ["error JSON-TYPE /requests/received/total"]
"""What is wrong with the JSON that is no report."""


def code(language: str, containing: str = "") -> str:
    """The one block of code in a language that has some words in it."""
    blocks = re.findall(rf"```{language}\n(.*?)```", PAGE, re.S)
    [one] = (block for block in blocks if containing in block)
    return str(one)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A report with a string where a count should stand."""
    document: Any = json.loads(SOUND.read_text("utf-8"))
    document["requests"]["received"]["total"] = "30"
    file = tmp_path / "wrong.json"
    file.write_text(json.dumps(document), "utf-8")
    return file


@pytest.fixture
def _command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``govdisclosure`` as a command of its own, whether or not it is installed as one."""
    script = tmp_path / "govdisclosure"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m govdisclosure "$@"\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")


def test_every_language_is_run_below_or_marked() -> None:
    parts = [part.partition("\n") for part in re.split("^##+ ", PAGE, flags=re.M)]
    marked = [name for name, _, text in parts if text.startswith("\n**Not run by us**:")]
    assert marked == ["Java", "C#"]


def test_every_schema_of_a_report_is_named() -> None:
    assert {name for name in schema_names() if name.startswith(("report", "statutory"))} <= {
        name.removesuffix(".schema.json") for name in re.findall("`([-.a-z0-9]+)`", PAGE)
    }


@pytest.mark.usefixtures("_command_line")
def test_the_commands_find_nothing_wrong() -> None:
    pytest.importorskip("check_jsonschema")
    here = Path(sys.executable).parent
    for line in code("sh", "check-jsonschema").splitlines():
        words = line.replace("check-jsonschema", f"{here}/check-jsonschema", 1).split()
        process = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
        assert process.returncode == 0, process.stdout


@pytest.mark.node
def test_node_validates_by_ajv() -> None:
    folder = folder_with("ajv", "ajv/dist/2020")
    printed = programs.node("-e", code("js", "ajv"), modules=str(Path(folder, "node_modules")))
    assert printed == ["true", "[ '/requests/received/total' ]"]


@pytest.mark.node
def test_node_checks_the_rules() -> None:
    printed = programs.node("--input-type=module", "-e", code("js", "evaluate"))
    assert printed == [
        f"error STAT-REQ-{rule} /requests/received/total" for rule in ("BALANCE", "ROWS")
    ]
    assert all(f"`{line}`" in PAGE for line in printed)


@pytest.mark.go
def test_go_validates(tmp_path: Path, wrong: Path) -> None:
    source = tmp_path / "validate.go"
    source.write_text(code("go", "gojsonschema"), "utf-8")
    assert programs.go(source, SCHEMA, SOUND) == ["true"]
    *problems, verdict = programs.go(source, SCHEMA, wrong)
    assert verdict == "false"
    assert any(line.startswith("(root)/requests/received/total ") for line in problems)


@pytest.mark.go
@pytest.mark.usefixtures("_command_line")
def test_go_reads_what_was_found_and_what_was_refused(tmp_path: Path, wrong: Path) -> None:
    source = tmp_path / "check.go"
    source.write_text(code("go", "exec.Command"), "utf-8")
    assert programs.go(source, SOUND) == ["passed"]
    assert programs.go(source, BROKEN, code=1) == FOUND
    assert programs.go(source, wrong, code=3) == ["refused", *REFUSED]
    assert programs.go(source, tmp_path / "none.json", code=3) == ["refused"]
    assert programs.go(source, "--lang", code=2) == []


@pytest.mark.java
@pytest.mark.usefixtures("_command_line")
def test_java_reads_what_was_found_and_what_was_refused(tmp_path: Path, wrong: Path) -> None:
    source = tmp_path / "Check.java"
    source.write_text(code("java", "class Check"), "utf-8")

    def entry(report: Path, exit_code: int) -> Any:
        [file] = json.loads("\n".join(programs.java(source, report, code=exit_code)))["files"]
        return file

    file = entry(BROKEN, 1)
    assert [file["status"], *lines_of(file["findings"])] == FOUND
    assert lines_of(entry(wrong, 3)["error"]) == REFUSED
    assert [*entry(tmp_path / "none.json", 3)["error"]] == ["message_key", "message"]
    assert programs.java(source, "--lang", code=2) == ["no result"]


def lines_of(findings: list[dict[str, str]]) -> list[str]:
    return [f"{one['severity']} {one['rule_id']} {one['pointer']}" for one in findings]


@pytest.mark.node
def test_the_settings_name_the_schema_that_the_editor_was_tried_with() -> None:
    [setting] = json.loads(code("json"))["json.schemas"]
    assert (ROOT / setting["url"]).samefile(SCHEMA)
    assert shown("report.draft-07", EDITION_2021)["problems"] == []
