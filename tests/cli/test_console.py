"""Closed, full and broken streams: a clear word and the right code, never a traceback."""

import subprocess
import sys

import pytest

COMMAND = f"{sys.executable} -m govdisclosure"
SOUND = "docs/examples/xikou-2023.txt"


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
        (f"head -c 6000000 /dev/zero | {COMMAND} check -", 3, "too large"),
    ],
)
def test_a_stream_that_fails_is_said(line: str, code: int, word: str) -> None:
    exit_code, _, err = run(f"LC_ALL=C.UTF-8 {line}")
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
