"""``read`` with many files and folders: what is read, written, said and refused."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from govdisclosure.analysis import tidy
from govdisclosure.cli.main import main
from govdisclosure.codec import dumps, loads
from govdisclosure.files import inputs
from govdisclosure.files import read as read_report
from govdisclosure.model import AnyReport
from tests.cli.test_progress import Terminal
from tests.support.forms import published
from tests.support.paths import ROOT

EXAMPLES = ROOT / "docs" / "examples"
SOUND = EXAMPLES / "xikou-2023.txt"
BROKEN = EXAMPLES / "xikou-2023-broken.txt"
TEXT = SOUND.read_text("utf-8")

Captured = pytest.CaptureFixture[str]

ESSAY = "从前有座山。\n" * 100
PART = "\n".join(line for line in TEXT.splitlines() if "（七）总计" not in line)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reports of a county: some whole, one in part, one that is none, and junk."""
    (tmp_path / "county" / "towns").mkdir(parents=True)
    files = {
        "a.txt": TEXT,
        "a.json": dumps(read_report(SOUND).report),
        "towns/b.txt": PART,
        "towns/essay.txt": ESSAY,
        ".DS_Store": "x",
        "~$a.docx": "x",
        ".git/config": "x",
        "Thumbs.db": "x",
    }
    for name, content in files.items():
        path = tmp_path / "county" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, "utf-8")
    return tmp_path / "county"


def read(capsys: Captured, *argv: object) -> tuple[int, str, list[str]]:
    code = main(["read", *map(str, argv), "--lang", "en"])
    out, err = capsys.readouterr()
    return code, out, err.splitlines()


def reports(out: str) -> list[AnyReport]:
    return [loads(line) for line in out.splitlines()]


def files_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_several_files_give_a_report_a_line_in_their_order(capsys: Captured) -> None:
    code, out, _ = read(capsys, BROKEN, SOUND)
    assert code == 0
    assert reports(out) == [read_report(BROKEN).report, read_report(SOUND).report]


@pytest.mark.usefixtures("keys")
def test_a_bad_file_costs_a_line_and_code_three(capsys: Captured, folder: Path) -> None:
    code, out, err = read(capsys, folder)
    assert code == 3
    assert len(reports(out)) == 3
    assert [line.rpartition("/")[2] for line in err] == [
        "b.txt: <cells_counted>; <remarks>",
        "essay.txt: <not_a_report>",
        "<files_counted>",
        "  <refused_because>",
        "<files_skipped>",
        "<cells_counted>",
    ]


@pytest.mark.parametrize(
    ("language", "summary"),
    [
        (
            "en",
            [
                "5 files: 2 read whole, 1 in part, 2 not read",
                "  1 not read: This is not an annual report on the 2019 or 2021 form: none of the"
                " form's tables and headings was found.",
                "  1 not read: JSON of something else; -v lists the files",
                "4 more passed over: hidden or temporary files, links to folders and the like",
                "600 cells in the tables: 593 with a number, 0 without, 0 not understood,"
                " 7 not found",
            ],
        ),
        (
            "zh",
            [
                "共 5 个文件：读全 2，读出一部分 1，没有读取 2",
                "  1 个没有读取：不是政府信息公开工作年度报告（2019年版或2021年版格式）：没有找到"
                "格式规定的表格和标题。",
                "  1 个没有读取：不是报告的 JSON，用 -v 逐个列出",
                "另略过 4 项：隐藏文件、临时文件、链接的目录等",
                "表格共 600 格：有数字 593，没有数字 0，无法识别 0，没有读到 7",
            ],
        ),
    ],
)
def test_the_summary_counts_files_reasons_and_cells(
    capsys: Captured, folder: Path, language: str, summary: list[str]
) -> None:
    (folder / "towns" / "wrong.json").write_text("{}", "utf-8")
    main(["read", str(folder), "--lang", language])
    assert capsys.readouterr().err.splitlines()[-5:] == summary


def test_each_report_goes_to_its_own_file_where_a_folder_is_named(
    capsys: Captured, folder: Path, tmp_path: Path
) -> None:
    code, out, _ = read(capsys, folder, "-o", tmp_path / "out")
    assert (code, out) == (3, "")
    assert files_in(tmp_path / "out") == {"a.json.json", "a.txt.json", "towns/b.txt.json"}
    output = (tmp_path / "out" / "a.txt.json").read_bytes()
    assert output == dumps(read_report(SOUND).report).encode()


def test_several_folders_stay_apart(capsys: Captured, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text(TEXT, "utf-8")
    read(capsys, folder / "a.txt", folder / "towns" / "b.txt", other, "-o", tmp_path / "out")
    assert files_in(tmp_path / "out") == {
        "county/a.txt.json",
        "county/towns/b.txt.json",
        "other/a.txt.json",
    }


@pytest.mark.parametrize("name", ["out", "out/"])
def test_one_file_goes_into_a_folder_that_is_one_or_is_written_as_one(
    capsys: Captured, tmp_path: Path, name: str
) -> None:
    if name == "out":
        (tmp_path / "out").mkdir()
    assert read(capsys, SOUND, "-o", f"{tmp_path}/{name}") == (0, "", [])
    assert files_in(tmp_path / "out") == {"xikou-2023.txt.json"}


def test_json_lines_go_to_a_file_of_that_suffix(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text("what was there before", "utf-8")
    read(capsys, BROKEN, SOUND, "-o", path)
    assert len(reports(path.read_text("utf-8"))) == 2


def test_what_stands_in_the_output_folder_is_not_read(capsys: Captured, folder: Path) -> None:
    first = read(capsys, folder, "-o", folder / "out")[2]
    again = read(capsys, folder, "-o", folder / "out")[2]
    assert first[:-2] == again[:-2]
    assert files_in(folder / "out") == {"a.json.json", "a.txt.json", "towns/b.txt.json"}


@pytest.mark.parametrize("cells", [[], ["--format", "cells-csv"]], ids=["reports", "cells"])
def test_an_input_is_never_overwritten(capsys: Captured, folder: Path, cells: list[str]) -> None:
    (folder / "a.txt.json").write_text("{}", "utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    output = folder / "a.txt" if cells else folder
    code, out, err = read(capsys, folder, "-o", output, *cells)
    assert (code, out, len(err)) == (2, "", 1)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_one_report_is_not_written_over_itself(capsys: Captured, folder: Path) -> None:
    path = folder / "a.json"
    before = path.read_bytes()
    assert read(capsys, path, "-o", path)[0] == 2
    assert path.read_bytes() == before


def test_what_cannot_be_read_leaves_the_output_as_it_was(capsys: Captured, folder: Path) -> None:
    path = folder / "out.json"
    path.write_text("before", "utf-8")
    assert read(capsys, folder / "towns" / "essay.txt", "-o", path)[0] == 3
    assert path.read_text("utf-8") == "before"


@pytest.mark.parametrize("output", ["file", "file/", "file/below"])
def test_a_folder_that_cannot_be_made_is_said_before_anything_is_read(
    capsys: Captured, tmp_path: Path, output: str
) -> None:
    (tmp_path / "file").touch()
    code, out, err = read(capsys, SOUND, BROKEN, "-o", f"{tmp_path}/{output}")
    assert (code, out, len(err)) == (2, "", 1)
    assert "cannot write" in err[0]


def test_an_empty_folder_and_a_missing_file_do_not_stop_the_others(
    capsys: Captured, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    code, out, err = read(capsys, tmp_path / "empty", tmp_path / "none", SOUND)
    assert (code, len(reports(out))) == (3, 1)
    assert [line.rpartition("/")[2] for line in err[:2]] == ["empty", "none"]


def test_standard_input_may_stand_among_the_files(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    code, _, _ = read(capsys, BROKEN, "-", "-o", tmp_path / "out")
    assert code == 0
    assert files_in(tmp_path / "out") == {"-.json", "xikou-2023-broken.txt.json"}


def test_readings_of_several_files_come_a_line_each(capsys: Captured) -> None:
    _, out, _ = read(capsys, BROKEN, SOUND, "--format", "reading")
    readings = [json.loads(line) for line in out.splitlines()]
    assert all(map(published("reading"), readings))
    assert [len(reading["provenance"]) for reading in readings] == [200, 200]
    assert readings[0]["completeness"]["requests"] == {"numbers": 174, "blank": 1, "absent": 0}


def test_cells_are_a_table_with_one_header_over_all_files(capsys: Captured) -> None:
    code, out, _ = read(capsys, BROKEN, SOUND, "--format", "cells-csv")
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert code == 0
    assert out.startswith("file,")
    assert [(row["file"], row["pointer"]) for row in rows] == [
        (str(path), cell.pointer) for path in (BROKEN, SOUND) for cell in tidy(read_report(path))
    ]
    assert {row["state"] for row in rows} == {"number", "dash"}


def test_cells_as_json_lines(capsys: Captured) -> None:
    _, out, _ = read(capsys, SOUND, "--format", "cells-jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    [total] = [row for row in rows if row["pointer"] == "/requests/received/total"]
    assert total == {
        "file": str(SOUND),
        "issuer": "青禾县溪口镇人民政府",
        "year": 2023,
        "edition": "2021",
        "table": "三、收到和处理政府信息公开申请情况",
        "row": "一、本年新收政府信息公开申请数量",
        "column": "总计",
        "pointer": "/requests/received/total",
        "number": 30,
        "amount": None,
        "unit": "件",
        "printed": "30",
        "state": "number",
        "note": None,
        "has_note": False,
    }


def test_a_csv_file_says_that_it_is_utf_8_and_a_pipe_does_not(
    capsys: Captured, tmp_path: Path
) -> None:
    path = tmp_path / "cells.csv"
    read(capsys, BROKEN, SOUND, "--format", "cells-csv", "-o", path)
    _, out, _ = read(capsys, BROKEN, SOUND, "--format", "cells-csv")
    assert path.read_bytes() == b"\xef\xbb\xbf" + out.encode()


@pytest.mark.parametrize("option", ["--jobs=0", "--jobs=x", "--timeout=0", "--timeout=nan"])
def test_numbers_that_make_no_sense_are_wrong_usage(option: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["read", str(SOUND), option])
    assert caught.value.code == 2


@pytest.mark.usefixtures("keys")
def test_quietly_only_errors_are_said(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    code, out, err = read(capsys, folder, "-q")
    assert (code, len(reports(out))) == (3, 3)
    assert [line.rpartition("/")[2] for line in err] == ["essay.txt: <not_a_report>"]


@pytest.mark.usefixtures("keys")
def test_verbosely_everything_noticed_is_said_of_several_files_too(
    capsys: Captured, folder: Path
) -> None:
    _, _, err = read(capsys, folder, "-v")
    of_one = read(capsys, folder / "towns" / "b.txt")[2]
    assert err[: len(of_one)] == of_one
    assert len(of_one) > 1


@pytest.mark.usefixtures("keys")
def test_of_one_file_everything_noticed_is_said(capsys: Captured, folder: Path) -> None:
    code, _, err = read(capsys, folder / "towns" / "b.txt")
    assert code == 0
    assert [line.partition(": ")[2].rpartition(": ")[2] for line in err] == [
        "<rows_missing>",
        "<cells_counted>",
    ]


def test_many_jobs_give_what_one_gives(capsys: Captured, folder: Path) -> None:
    one = read(capsys, folder, "--format", "cells-csv", "--jobs", "1")
    assert one == read(capsys, folder, "--format", "cells-csv", "--jobs", "3")


def test_a_hostile_name_steers_no_terminal(capsys: Captured, tmp_path: Path) -> None:
    name = "\x1b[2J\n=1\u202e.txt"
    (tmp_path / name).write_text(PART, "utf-8")
    _, out, err = read(capsys, tmp_path, "--format", "cells-csv")
    assert all(line.isprintable() for line in (*out.split("\r\n"), *err))


@pytest.mark.slow
def test_a_file_that_cannot_be_finished_is_given_up(capsys: Captured, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)  # nobody ever writes into it
    code, out, err = read(capsys, pipe, SOUND, "--timeout", "3")
    assert (code, len(reports(out))) == (3, 1)
    assert "--timeout" in err[0]


def test_an_interrupt_ends_everything_without_a_traceback(tmp_path: Path) -> None:
    pipes = [tmp_path / name for name in ("first", "second")]
    with held_up(*pipes, "--jobs=2") as process:
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, len(err.splitlines())) == (130, "", 1)


@contextmanager
def held_up(*arguments: Path | str) -> Iterator[subprocess.Popen[str]]:
    """A process that reads files, of which those that are not there are pipes that give nothing."""
    pipes = [path for path in arguments if isinstance(path, Path) and not path.exists()]
    for pipe in pipes:
        os.mkfifo(pipe)
    command = [sys.executable, "-m", "govdisclosure", "read", *map(str, arguments)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=environment,
    ) as process:
        writers = [wait_for_reader(pipe, process) for pipe in pipes]
        try:
            yield process
        finally:
            for writer in writers:
                os.close(writer)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_table_of_many_files_is_whole_or_what_it_was_when_all_is_ended(
    tmp_path: Path, number: signal.Signals
) -> None:
    """Where there is time to say so, it is said; what is left beside is hidden."""
    output = tmp_path / "out" / "all.jsonl"
    output.parent.mkdir()
    output.write_bytes(b"what was there before")
    pipe = tmp_path / "pipe"
    with held_up(SOUND, pipe, "-o", str(output), "--jobs=1") as process:
        [beside] = set(wait_for(output.parent, 2)) - {output}
        os.killpg(process.pid, number)
        _, err = process.communicate(timeout=60)
    assert output.read_bytes() == b"what was there before"
    if number == signal.SIGKILL:
        assert inputs([str(output.parent)]).files == (str(output),)
    else:
        assert (process.returncode, beside.exists()) == (130, False)
        assert err.splitlines()[-2] == f"{output} was not changed"


def test_what_was_read_stands_on_standard_output_in_whole_lines_at_once(tmp_path: Path) -> None:
    with held_up(SOUND, tmp_path / "pipe", "--jobs=1") as process:
        assert process.stdout
        line = process.stdout.readline()
        os.killpg(process.pid, signal.SIGKILL)
        assert (loads(line), process.stdout.read()) == (read_report(SOUND).report, "")


def test_two_processes_that_write_one_file_leave_what_one_of_them_wrote(tmp_path: Path) -> None:
    output = tmp_path / "cells.csv"
    command = [sys.executable, "-m", "govdisclosure", "read", "--format=cells-csv", "-q"]
    alone = []
    for file in (SOUND, BROKEN):
        subprocess.run([*command, str(file), "-o", str(output)], check=True)
        alone.append(output.read_bytes())
    both = [subprocess.Popen([*command, str(file), "-o", str(output)]) for file in (SOUND, BROKEN)]
    assert [process.wait() for process in both] == [0, 0]
    assert output.read_bytes() in alone
    assert list(tmp_path.iterdir()) == [output]


@pytest.mark.usefixtures("keys")
def test_a_full_disk_leaves_a_table_of_many_files_as_it_was(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    output = tmp_path / "all.jsonl"
    output.write_bytes(b"what was there before")
    monkeypatch.setattr(os, "fsync", fail)
    assert read(capsys, BROKEN, SOUND, "-o", output)[::2] == (2, ["<cannot_replace>"])
    assert output.read_bytes() == b"what was there before"
    assert list(tmp_path.iterdir()) == [output]


def wait_for(folder: Path, count: int) -> list[Path]:
    """What stands in a folder, as soon as it is so much."""
    until = time.monotonic() + 30
    while len(files := list(folder.iterdir())) < count:
        assert time.monotonic() < until
        time.sleep(0.01)
    return files


def wait_for_reader(pipe: Path, process: subprocess.Popen[str]) -> int:
    """The end of a pipe to write into, as soon as the process reads it.

    To open it without looking would wait for ever if the process came to nothing.
    """
    while process.poll() is None:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody reads it yet
            time.sleep(0.05)
    pytest.fail(f"it ended before it read the pipe: {process.communicate()}")


def test_on_a_terminal_progress_is_taken_away_before_anything_is_said(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal: Any = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert main(["read", str(folder)]) == 3
    pieces = [piece for piece in terminal.getvalue().split("\r\x1b[K") if piece]
    bars = [piece for piece in pieces if piece.startswith("[")]
    assert [bar.split()[1] for bar in bars] == ["0/4", "1/4", "2/4", "3/4"]
    assert all("\n" not in bar for bar in bars)


@pytest.mark.usefixtures("keys")
def test_json_of_something_else_in_a_folder_is_counted_once(capsys: Captured, folder: Path) -> None:
    """What is meant for a report says so in its line, and so does a file that was named."""
    strays = {"package.json": '{"name": "a"}', "towns/list.json": "[1]", "text.json": '"a"'}
    meant = {"cut.json": "{", "year.json": dumps(read_report(SOUND).report).replace("2023", '"x"')}
    for name, content in (strays | meant).items():
        (folder / name).write_text(content, "utf-8")

    def lines(*argv: object) -> list[str]:
        return [line.partition(": ")[0].rpartition("/")[2] for line in read(capsys, *argv)[2]]

    named = ["cut.json", "b.txt", "essay.txt", "year.json"]
    assert [line for line in lines(folder) if "." in line] == named
    assert "package.json" in lines(folder, "-v")
    assert "package.json" in lines(folder, "-q")
    assert "package.json" in lines(folder / "package.json", folder)
    assert "  <refused_because>" in read(capsys, folder)[2]


@pytest.mark.parametrize("argv", [["none.json"], ["none.json", str(SOUND)]])
@pytest.mark.parametrize("command", ["read", "check"])
def test_the_name_of_a_file_stands_once_in_a_message(
    capsys: Captured, command: str, argv: list[str]
) -> None:
    main([command, *argv, "--lang", "en"])
    assert capsys.readouterr().err.splitlines()[0] == "no such file: none.json"
