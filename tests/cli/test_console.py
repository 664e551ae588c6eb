"""Closed, full and broken streams: a clear word and the right code, never a traceback."""

import json
import os
import re
import resource
import shlex
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from time import sleep

import pytest

import govdisclosure
from govdisclosure.cli.main import main
from govdisclosure.codec import loads
from tests.support.paths import ROOT

COMMAND = f"{sys.executable} -m govdisclosure"
SOUND = "docs/examples/xikou-2023.txt"
BROKEN = "docs/examples/xikou-2023-broken.txt"


def run(line: str) -> tuple[int, str, str]:
    process = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    return process.returncode, process.stdout, process.stderr


@pytest.mark.parametrize(
    ("line", "code", "word"),
    [
        (f"{COMMAND} check - <&-", 3, "standard input is closed"),
        (f"{COMMAND} read - <&-", 3, "standard input is closed"),
        (f"{COMMAND} check {SOUND} >&-", 0, ""),
        (f"{COMMAND} read {SOUND} >/dev/full", 2, "cannot write"),
        (f"{COMMAND} check {SOUND} >/dev/full", 2, "cannot write"),
        (f"{COMMAND} --version >/dev/full", 2, "cannot write"),
        (f"{COMMAND} --help >/dev/full", 2, "cannot write"),
        (f"{COMMAND} check --help >/dev/full", 2, "cannot write"),
        (f"PYTHONUNBUFFERED=1 {COMMAND} --version >/dev/full", 2, "cannot write"),
        (f"{COMMAND} check nofile 2>/dev/full", 2, ""),
        (f"PYTHONUNBUFFERED=1 {COMMAND} check nofile 2>/dev/full", 2, ""),
        (f"{COMMAND} cheek 2>/dev/full", 2, ""),
        (f"{COMMAND} schema >/dev/full 2>/dev/full", 2, ""),
        (f"{COMMAND} --version >&-", 0, ""),
        (f"{COMMAND} cheek 2>&-", 2, ""),
        (f"{COMMAND} check nofile >&- 2>&-", 3, ""),
        (f"{COMMAND} check {BROKEN} >&- 2>&-", 1, ""),
        (f"set -o pipefail; {COMMAND} schema | true", 2, ""),
        (f"set -o pipefail; {COMMAND} check nofile 2>&1 >&- | true", 2, ""),
        (f"head -c 6000000 /dev/zero | {COMMAND} check -", 3, "too large"),
    ],
)
def test_a_stream_that_fails_is_said(line: str, code: int, word: str) -> None:
    exit_code, _, err = run(f"export LC_ALL=C.UTF-8; {line}")
    assert (exit_code, "Traceback" in err) == (code, False)
    assert word in err


def test_messages_never_go_among_the_data() -> None:
    code, out, _ = run(f"{COMMAND} check --format json nofile {SOUND} 2>&-")
    assert (code, out[:1]) == (3, "{")


def test_a_report_without_any_number_to_check_is_not_clean(tmp_path: object) -> None:
    text = "一、总体情况\n2022年。\n三、收到和处理政府信息公开申请情况\n"
    text += "四、政府信息公开行政复议、行政诉讼情况\n"
    path = f"{tmp_path}/empty.txt"
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    code, _, err = run(f"LC_ALL=C.UTF-8 {COMMAND} check {path}")
    assert code == 3
    assert "nothing could be checked" in err


_TELLING = """
import os, signal, sys
heard = signal.signal
def signal_and_tell(*arguments):
    before = heard(*arguments)
    os.write(1, b".")
    return before
signal.signal = signal_and_tell
import govdisclosure.__main__
sys.argv[1:] = ["read", "-"]
sys.exit(govdisclosure.__main__.main())
"""
"""The command, which tells when Ctrl-C is for us to hear: before, it is Python's own."""


@pytest.mark.parametrize("moment", [0, 0.02, 0.05, 0.1])
def test_ctrl_c_while_modules_are_imported_ends_quietly(moment: float) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _TELLING],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stdout.read(1) == b"."
    sleep(moment)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert (process.returncode, b"Traceback" in err) == (130, False)


def test_ctrl_c_in_the_middle_is_said() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "govdisclosure", "read", "-", "--lang", "en"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    sleep(3)  # all is imported, and it waits for what is to be read
    process.send_signal(signal.SIGINT)
    assert (process.communicate(timeout=20)[1], process.returncode) == (b"interrupted\n", 130)


HERE = {"PYTHONPATH": str(Path(govdisclosure.__file__).parents[1])}
"""The package under test, from whatever folder it is started."""

STEERING = "青\x9b31m禾\u202e##[error]县é😀\ufeff"


@pytest.fixture
def steering(tmp_path: Path) -> Path:
    """A report whose text would steer terminals and workflows."""
    data = json.loads(Path("docs/examples/report-2021.json").read_text("utf-8"))
    data["issuer"]["name"] = STEERING
    path = tmp_path / "::error::a.json"
    path.write_text(json.dumps(data), "utf-8")
    return path


ENVIRONMENTS = [
    ({}, "utf-8"),
    ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "utf-8"),
    ({"PYTHONIOENCODING": ":strict"}, "utf-8"),
    ({"PYTHONIOENCODING": "gbk"}, "gbk"),
    ({"PYTHONIOENCODING": "cp1252:strict"}, "cp1252"),
    ({"PYTHONIOENCODING": "ascii"}, "ascii"),
    ({"PYTHONIOENCODING": "utf-16"}, "utf-16"),
    ({"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "1"}, "gbk"),
]


@pytest.mark.parametrize(("environment", "encoding"), ENVIRONMENTS)
def test_streams_are_utf_8_unless_another_encoding_is_asked_for_and_json_stays_json(
    steering: Path, environment: dict[str, str], encoding: str
) -> None:
    def output(*arguments: str) -> tuple[int, str, str]:
        process = subprocess.run(
            [sys.executable, "-m", "govdisclosure", *arguments],
            env={**os.environ, **HERE, **environment},
            cwd=steering.parent,
            capture_output=True,
            check=False,
        )
        out, err = (stream.decode(encoding) for stream in (process.stdout, process.stderr))
        return process.returncode, out, err

    code, out, err = output("read", steering.name)
    assert (code, err) == (0, "")
    assert loads(out).issuer.name == STEERING
    assert "##[" not in out
    code, out, err = output("check", steering.name, "无", "--lang", "zh")
    shown = "\\u003a:error::a.json: 通过；青\\u009b31m禾\\u202e#\\u0023[error]县"
    if encoding in ("ascii", "cp1252"):
        shown = shown.encode("ascii", "backslashreplace").decode("ascii")
    assert code == 3
    assert out.startswith(shown)
    assert err.endswith("\n")
    assert "\r" not in out + err
    code, out, err = output("read", steering.name, "--format", "cells-csv")
    assert (code, err, "\r\r" in out) == (0, "", False)
    assert out.count("\r\n") == out.count("\n") == 201


COMMANDS = [
    "read {}",
    "read {} --format reading",
    "read {} --format cells-csv",
    "read {} --format cells-jsonl",
    "check {}",
    "check {} --format json",
    "diagnose {} --format sarif",
    "compare {} REPORT",
    "compare {} REPORT --format html",
    "convert {} -o {}",
    "convert {} -o {out}/a.txt",
    "review {} -o {out}/a.html",
    "review {} -o {}",
    "read . {}",
    "check {}x --profile {}",
    "rules {}",
    "schema {}",
    "{}",
    "check a --{}",
    "check a --format {}",
    "read a --jobs {}",
    "form 2021 -o {}",
]


@pytest.mark.parametrize("name", ["::error::a.json", "a\n ::error::b.json", "##[error]c.json"])
@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_that_a_report_or_a_name_says_is_a_command(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    steering: Path,
    command: str,
    name: str,
) -> None:
    """In whatever command: its output, its messages, what argparse makes of it."""
    words = [word.replace("{out}", "out").replace("{}", name) for word in shlex.split(command)]
    report = str(Path("docs/examples/report-2021.json").absolute())
    monkeypatch.chdir(steering.parent)
    Path(name).write_bytes(steering.read_bytes())
    Path("out").mkdir()
    try:
        code = main([report if word == "REPORT" else word for word in words])
    except SystemExit as end:
        code = end.code  # type: ignore[assignment]
    text = "".join(capsys.readouterr())
    assert code in (0, 1, 2, 3)
    assert text or code == 0
    assert not COMMAND_OR_CONTROL.search(text.replace("\r\n", "\n"))


COMMAND_OR_CONTROL = re.compile(
    r"(?m)^\s*::|##\w*\[|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]"
)


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["schema", "read REPORT", "rules --format json"])
def test_output_that_a_full_disk_cuts_is_said_to_be(
    tmp_path: Path, unbuffered: str, command: str
) -> None:
    """Unbuffered, a stream may take a part of what it is given, and says so in a number."""
    report = ROOT / "docs" / "examples" / "xikou-2023.txt"
    words = command.replace("REPORT", str(report)).split()
    with (tmp_path / "out").open("wb") as out:
        process = subprocess.run(
            [sys.executable, "-m", "govdisclosure", *words],
            env={**os.environ, **HERE, "PYTHONUNBUFFERED": unbuffered},
            stdout=out,
            stderr=subprocess.PIPE,
            preexec_fn=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (4096, 4096)),
            check=False,
        )
    assert process.returncode == 2
    assert process.stderr
