"""``completion``: the script of each shell; that of bash is run."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from govdisclosure.cli._commands import COMMANDS, top_parser
from govdisclosure.cli.commands.completion import FILES, SHELLS, arguments_of
from govdisclosure.codec.schema import schema_names
from govdisclosure.i18n import LANGUAGE_CODES
from tests.support.command_line import Captured, run

shtab = pytest.importorskip("shtab")

NO_FILES = {"ID", "N", "NAME", "SECONDS", "SUBJECT", "YEAR"}
"""What stands for arguments of which no shell can know the value."""


def completions(capsys: Captured, folder: Path, *words: str) -> list[str]:
    """What bash offers for the last word, in a folder."""
    code, script, err = run(capsys, "completion", "bash")
    assert (code, err) == (0, "")
    bash = shutil.which("bash") or pytest.skip("there is no bash")
    (folder / ".completion").write_text(script, "utf-8")
    command = (
        'source .completion; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1));'
        ' of=$(complete -p govdisclosure); of=${of##*-F }; "${of%% *}";'
        ' printf "%s\\n" "${COMPREPLY[@]}"'
    )
    arguments = [bash, "--norc", "-c", command, "bash", "govdisclosure", *words]
    process = subprocess.run(
        arguments, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert process.stderr == ""
    return sorted(process.stdout.split())


def test_bash_completes_commands(capsys: Captured, tmp_path: Path) -> None:
    assert completions(capsys, tmp_path, "") == sorted(COMMANDS)
    assert completions(capsys, tmp_path, "-") == ["--help", "--lang", "--version", "-h"]
    assert completions(capsys, tmp_path, "com") == ["compare", "completion"]


@pytest.mark.parametrize("command", COMMANDS)
def test_bash_completes_the_options_of_every_command(
    capsys: Captured, tmp_path: Path, command: str
) -> None:
    [commands] = [a for a in top_parser("en", is_whole=True)._actions if a.dest == "command"]
    assert isinstance(commands.choices, dict)
    of_it = {
        word for action in commands.choices[command]._actions for word in action.option_strings
    }
    offered = {word for word in completions(capsys, tmp_path, command, "-") if word[0] == "-"}
    assert offered == of_it


def test_bash_completes_choices(capsys: Captured, tmp_path: Path) -> None:
    assert completions(capsys, tmp_path, "check", "--fail-on", "") == ["error", "info", "warning"]
    assert completions(capsys, tmp_path, "check", "--lang", "") == sorted(LANGUAGE_CODES)
    schemas = {*completions(capsys, tmp_path, "schema", "")}
    assert schemas >= {*schema_names()}


@pytest.mark.parametrize("before", [["check"], ["check", "年报.docx"], ["read", "x", "-o"]])
def test_bash_completes_names_of_files(capsys: Captured, tmp_path: Path, before: list[str]) -> None:
    for name in ("年报.docx", "年报.txt", "other.txt"):
        (tmp_path / name).touch()
    assert completions(capsys, tmp_path, *before, "年") == ["年报.docx", "年报.txt"]


def test_every_value_is_a_choice_or_a_file_or_one_that_no_shell_can_know() -> None:
    values = [a for a in arguments_of(top_parser("en", is_whole=True)) if a.nargs != 0]
    unknown = {action.metavar for action in values if not action.choices}
    assert unknown == FILES | NO_FILES


@pytest.mark.parametrize("language", LANGUAGE_CODES)
@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_that_is_here_can_parse_its_script(
    capsys: Captured, tmp_path: Path, shell: str, language: str
) -> None:
    assert shell in shtab.SUPPORTED_SHELLS
    code, script, err = run(capsys, "completion", shell, "--lang", language)
    assert (code, err) == (0, "")
    assert all(command in script for command in COMMANDS)
    if shell != "powershell" and (program := shutil.which(shell)):
        path = tmp_path / "script"
        path.write_text(script, "utf-8")
        subprocess.run([program, "-n", path], check=True)


def test_without_the_extra_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "shtab.py").write_text("raise ImportError", "utf-8")
    process = subprocess.run(
        [sys.executable, "-m", "govdisclosure", "completion", "bash", "--lang", "en"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])},
        capture_output=True,
        text=True,
    )
    words = "completion needs more to be installed: pip install 'govdisclosure[cli]'\n"
    assert (process.returncode, process.stdout, process.stderr) == (2, "", words)
