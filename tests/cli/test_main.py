"""The command line as a user meets it: output, exit codes, languages, bad input."""

import gc
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govdisclosure.cli._commands import COMMANDS
from govdisclosure.cli.main import main
from tests.support.command_line import run
from tests.support.paths import ROOT

EXAMPLES = ROOT / "docs" / "examples"
SOUND = str(EXAMPLES / "xikou-2023.txt")
BROKEN = str(EXAMPLES / "xikou-2023-broken.txt")


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


def test_a_sound_report_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check", SOUND)
    assert (code, err) == (0, "")
    assert "青禾县溪口镇人民政府 2023年" in out


def test_the_garbage_collector_of_the_caller_is_left_as_it_was(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A program that calls the command line may look at its own objects afterwards."""
    before = gc.isenabled(), gc.get_freeze_count()
    run(capsys, "check", SOUND)
    assert (gc.isenabled(), gc.get_freeze_count()) == before


def test_a_broken_report_says_where_and_by_how_much(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "check", BROKEN)
    assert code == 1
    assert "STAT-REQ-OUTCOMES" in out
    assert "“自然人”列" in out
    assert "（七）总计 24" in out
    assert "26" in out


def test_english_on_demand_and_by_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    on_demand = run(capsys, "check", BROKEN, "--lang", "en")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    by_default = run(capsys, "check", BROKEN)
    assert on_demand == by_default
    assert "Natural persons" in by_default[1]


def test_findings_as_json_name_rules_pointers_and_numbers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = run(capsys, "check", BROKEN, SOUND, "--format", "json")
    broken, sound = json.loads(out)["files"]
    assert code == 1
    assert [
        (f["rule_id"], f["pointer"], f["left"], f["right"], f["difference"])
        for f in broken["findings"]
    ] == [
        ("STAT-REQ-ROWS", "/requests/outcomes/granted/total", 15, 17, -2),
        ("STAT-REQ-OUTCOMES", "/requests/outcomes/total/natural_person", 24, 26, -2),
        ("STAT-CASE-TOTALS", "/review_and_litigation/reconsideration/total", 3, 2, 1),
        ("QUAL-BLANKS", "", None, None, None),
    ]
    assert {n["missing"][0] for n in broken["not_evaluated"]} == {
        "/requests/outcomes/not_processed/publication/commercial_enterprise"
    }
    assert (sound["file"], sound["passed"], sound["findings"]) == (SOUND, True, [])


def test_blanks_as_zero_leave_only_the_blank_cell_itself_unevaluated(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, _ = run(capsys, "check", BROKEN, "--blanks", "zero", "--format", "json")
    counts = json.loads(out)["files"][0]["counts"]
    # Not on this form: four rules about table 2 of 2019.
    assert counts == {"pass": 243, "fail": 3, "not_evaluated": 1, "not_applicable": 4}


def test_read_writes_json_that_check_and_read_take(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "report.json"
    assert run(capsys, "read", SOUND, "-o", str(path)) == (0, "", "")
    assert run(capsys, "read", str(path))[1] == path.read_text("utf-8")
    assert run(capsys, "check", str(path))[0] == 0


def test_the_whole_reading_has_the_provenance_of_every_cell(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, _ = run(capsys, "read", SOUND, "--format", "reading")
    reading: dict[str, Any] = json.loads(out)
    assert len(reading["provenance"]) == 200
    assert reading["provenance"]["/requests/received/total"] == {
        "printed": "30",
        "state": "number",
        "where": {"line": 35},
    }
    assert reading["unplaced"] == reading["messages"] == []


def test_standard_input_is_a_dash(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = io.BytesIO(Path(SOUND).read_bytes())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
    assert run(capsys, "check", "-")[0] == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "文件是空的"),
        (b"\x00\x01\x02", "不是文本文件"),
        ("从前有座山。\n".encode() * 1000, "不是政府信息公开工作年度报告"),
        (b"{", "不是 JSON"),
        (b'{"schema_version": 1}', "schema_version"),
        (b"{}" * 3, "不是 JSON"),
        (b"x" * 10_000_000, "文件过大"),
    ],
    ids=["empty", "binary", "novel", "half JSON", "wrong JSON", "too much JSON", "10 MB"],
)
@pytest.mark.parametrize("command", ["check", "read"])
def test_bad_input_is_explained_and_the_code_is_three(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str, content: bytes, words: str
) -> None:
    path = tmp_path / "input"
    path.write_bytes(content)
    code, out, err = run(capsys, command, str(path))
    assert (code, out) == (3, "")
    assert words in err
    assert "Traceback" not in err


def test_json_with_wrong_types_everywhere_lists_every_problem(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "report.json"
    run(capsys, "read", SOUND, "-o", str(path))
    document = json.loads(path.read_text("utf-8"))
    document["requests"]["received"] = dict.fromkeys(document["requests"]["received"], "3")
    document["review_and_litigation"] = [1]
    path.write_text(json.dumps(document), "utf-8")
    code, _, err = run(capsys, "check", str(path))
    assert code == 3
    assert len(err.splitlines()) == 8
    assert "“一、本年新收政府信息公开申请数量”行“自然人”列" in err


def test_one_bad_file_does_not_stop_the_others(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run(capsys, "check", str(tmp_path / "none"), str(tmp_path), BROKEN)
    assert code == 3
    assert "STAT-REQ-OUTCOMES" in out
    assert len(err.splitlines()) == 2


@pytest.mark.parametrize(
    "arguments", [[], ["diff"], ["check"], ["--lang", "xx", "schema"], ["schema", "nonsense"]]
)
def test_wrong_usage_has_code_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


def test_a_place_that_cannot_be_written_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, _, err = run(capsys, "read", SOUND, "-o", str(tmp_path / "no" / "such" / "place"))
    assert code == 2
    assert "无法写入" in err


@pytest.mark.parametrize(
    ("encoding", "code"), [("utf-8", 0), ("utf-8-sig", 0), ("gb18030", 3), ("utf-16", 3)]
)
def test_json_is_utf_8_and_nothing_else(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, encoding: str, code: int
) -> None:
    path = tmp_path / "report.json"
    text = run(capsys, "read", SOUND)[1]
    path.write_bytes(text.encode(encoding))
    exit_code, out, err = run(capsys, "read", str(path))
    assert (exit_code, out, "UTF-8" in err) == (code, "" if code else text, bool(code))


@pytest.mark.parametrize("content", ["从前有座山。", "{", "[]"])
def test_a_single_line_is_a_text_and_not_the_name_of_a_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: str
) -> None:
    path = tmp_path / "input"
    path.write_text(content, "utf-8")
    code, _, err = run(capsys, "read", str(path))
    assert code == 3
    assert "no such file" not in err
    assert "不存在" not in err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_listed_and_says_what_it_takes(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    pages = []
    for arguments in (["--help"], [command, "--help"]):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 0
        pages.append(capsys.readouterr().out)
    assert f"\n    {command} " in pages[0]
    assert f"用法：govdisclosure {command} [-h]" in pages[1]


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_import_neither_cattrs_nor_jsonschema(option: str) -> None:
    program = (
        "import sys; before = set(sys.modules); from govdisclosure.cli.main import main\n"
        f"try: main([{option!r}])\n"
        "except SystemExit as end: assert end.code in (0, None)\n"
        "heavy = {'attrs', 'attr', 'cattrs', 'jsonschema'} & (set(sys.modules) - before)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


def test_checking_json_imports_nothing_that_it_does_not_need() -> None:
    program = (
        "import sys; before = set(sys.modules); from govdisclosure.cli.main import main\n"
        "assert main(['check', 'docs/examples/report-2021.json']) == 0\n"
        "heavy = {'cattrs', 'importlib.util', 'jsonschema', 'multiprocessing', 'rich', 'shutil',"
        " 'tempfile', 'zipfile', *(f'govdisclosure.{name}' for name in ('analysis',"
        " 'codec.catalogue', 'codec.schema', 'document.readers', 'files._output_file',"
        " 'transcribe'))} & (set(sys.modules) - before)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


def test_a_closed_pipe_ends_quietly() -> None:
    command = f"{sys.executable} -m govdisclosure schema | head -c 1"
    process = subprocess.run(command, shell=True, capture_output=True, check=True)
    assert (process.stdout, process.stderr) == (b"{", b"")
