"""Many files are read as ``read`` reads each; what crashes or hangs is said and costs no other."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from govdisclosure import read_many
from govdisclosure.codec import dumps
from govdisclosure.errors import Error, InvalidReportError, NotAReportError, ReadError
from govdisclosure.files import ReadFile, UnreadFile, _read_many, read
from govdisclosure.model import EDITION_2021, Edition, Reading
from tests.support.freedonia import FREEDONIA
from tests.support.paths import ROOT

EXAMPLE = ROOT / "docs" / "examples" / "xikou-2023.txt"


def one_by_one(path: Path) -> Reading | Error:
    try:
        return read(path)
    except (ReadError, NotAReportError, InvalidReportError) as problem:
        return problem


def save(folder: Path) -> list[Path]:
    """A report, one in JSON, JSON that is none, no report, no text, no file."""
    files: dict[str, bytes] = {
        "a.txt": EXAMPLE.read_bytes(),
        "b.json": dumps(read(EXAMPLE).report).encode(),
        "c.json": b'{"year": 2023}',
        "d.txt": "没有报告".encode(),
        "e.bin": b"\x89PNG\r\n\x1a\n",
        "f.txt": EXAMPLE.read_bytes().replace(b"30", b"31"),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [*(folder / name for name in files), folder / "none.txt"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_it_is_read_one_by_one(tmp_path: Path, jobs: int) -> None:
    paths = save(tmp_path)
    results = list(read_many(paths, jobs=jobs))
    assert [result.file for result in results] == [str(path) for path in paths]
    for path, result in zip(paths, results, strict=True):
        expected = one_by_one(path)
        if isinstance(expected, Reading):
            assert isinstance(result, ReadFile)
            assert result.reading == expected
        else:
            assert isinstance(result, UnreadFile)
            if isinstance(expected, InvalidReportError):
                assert result.findings == expected.findings
            else:
                assert result.reason == expected.message


def test_a_folder_is_all_files_below_it_and_a_file_is_read_once(tmp_path: Path) -> None:
    save(tmp_path)
    below = tmp_path / "2024"
    below.mkdir()
    (below / "a.txt").write_bytes(EXAMPLE.read_bytes())
    (tmp_path / ".hidden.txt").write_bytes(EXAMPLE.read_bytes())
    files = [one.file for one in read_many([str(tmp_path), tmp_path / "a.txt"], jobs=1)]
    names = ["2024/a.txt", "a.txt", "b.json", "c.json", "d.txt", "e.bin", "f.txt"]
    assert files == [str(tmp_path / name) for name in names]


def _odd_work(file: str, editions: Any) -> ReadFile | UnreadFile:
    """In another process a file says what is to happen."""
    text = Path(file).read_text("utf-8")
    if text == "hang":
        time.sleep(600)
    if text == "crash":
        os.abort()
    if text == "raise":
        raise KeyError("a mistake of ours")
    return _READ(file, editions)


_READ = _read_many._read


def test_a_crash_and_a_hang_cost_their_own_file_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ["", "hang", "", "crash", "raise", ""]
    paths = [tmp_path / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text or EXAMPLE.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(_read_many, "_read", _odd_work)
    results = list(read_many(paths, jobs=2, timeout=5))
    keys = [one.reason and one.reason.key if isinstance(one, UnreadFile) else "" for one in results]
    assert keys == ["", "too_slow", "", "reader_died", "reader_failed", ""]
    readings = [one.reading for one in results if isinstance(one, ReadFile)]
    assert readings == [read(EXAMPLE)] * 3


def test_editions_of_ones_own_are_recognised(tmp_path: Path) -> None:
    editions: list[Edition[Any]] = [EDITION_2021, FREEDONIA]
    path = tmp_path / "a.txt"
    path.write_bytes(EXAMPLE.read_bytes())
    [one] = read_many([path], jobs=1, editions=editions)
    assert isinstance(one, ReadFile)
    assert one.reading == read(path, editions)


def test_nothing_is_started_before_it_is_asked_for_and_all_ends_with_it(tmp_path: Path) -> None:
    results = read_many(save(tmp_path), jobs=2)
    assert isinstance(results, Iterator)
    assert isinstance(next(results), ReadFile)
    assert list(read_many([])) == []


@pytest.mark.parametrize("jobs", [0, -1])
def test_less_than_one_process_is_refused(jobs: int) -> None:
    with pytest.raises(ValueError, match="jobs must be 1 or more"):
        read_many([EXAMPLE], jobs=jobs)


def test_one_path_is_refused() -> None:
    with pytest.raises(TypeError, match="paths should be several"):
        read_many(str(EXAMPLE))


def test_a_script_that_starts_itself_again_is_told_so(tmp_path: Path) -> None:
    """Python says how to write it, and we do; no file is said to be unreadable."""
    script = tmp_path / "script.py"
    script.write_text(
        f"import govdisclosure\nprint(*govdisclosure.read_many([{str(EXAMPLE)!r}]))\n"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "its bootstrapping phase" in done.stderr
    assert done.stderr.splitlines()[-1].endswith("below if __name__ == '__main__':")
