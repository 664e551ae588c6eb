"""Whatever happens while a file is written, it is what it was or what it is to be."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest

from govdisclosure.errors import WriteError
from govdisclosure.files import inputs, is_junk, write, write_file
from govdisclosure.i18n import ENGLISH
from govdisclosure.model import EDITION_2021

BEFORE = b"what was there before\n" * 1000

IMPORTS = """\
import sys, time
from pathlib import Path
from govdisclosure.errors import WriteError
from govdisclosure.files import write_file
path = Path(sys.argv[1])
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that is there."""
    file = tmp_path / "report.json"
    file.write_bytes(BEFORE)
    return file


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder of somebody without privileges, and we are that: who runs the tests may be root."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        privileged = os.geteuid() == 0
        if privileged:
            os.chown(folder, 65534, -1)
            os.seteuid(65534)
        yield folder
        folder.chmod(0o700)
        if privileged:
            os.seteuid(0)


def program(script: str, path: Path, *words: str) -> list[str]:
    return [sys.executable, "-c", IMPORTS + script, str(path), *words]


def test_the_parts_replace_what_was_there_and_nothing_is_left_beside(path: Path) -> None:
    write_file(path, [b"one\n", b"two\n"])
    assert path.read_bytes() == b"one\ntwo\n"
    assert list(path.parent.iterdir()) == [path]


def test_where_there_are_no_parts_nothing_is_written(path: Path, tmp_path: Path) -> None:
    write_file(path, [])
    write_file(tmp_path / "new", [])
    assert path.read_bytes() == BEFORE
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("raised", [OSError(5, "broken"), KeyboardInterrupt()], ids=repr)
@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_a_step_that_fails_leaves_the_file_as_it_was(
    monkeypatch: pytest.MonkeyPatch, path: Path, step: str, raised: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise raised

    monkeypatch.setattr(os, step, fail)
    expected = WriteError if isinstance(raised, OSError) else KeyboardInterrupt
    with pytest.raises(expected) as caught:
        write_file(path, [b"new"])
    assert path.read_bytes() == BEFORE
    assert list(path.parent.iterdir()) == [path]
    if isinstance(caught.value, WriteError):
        assert caught.value.message.key == "cannot_replace"
        assert caught.value.message.params == {"path": str(path), "why": "broken"}


@pytest.mark.parametrize("raised", [OSError(5, "not ours"), KeyboardInterrupt()], ids=repr)
def test_parts_that_do_not_come_raise_what_they_raise(path: Path, raised: BaseException) -> None:
    def parts() -> Iterator[bytes]:
        yield b"new\n"
        raise raised

    with pytest.raises(type(raised)) as caught:
        write_file(path, parts())
    assert caught.value is raised
    assert path.read_bytes() == BEFORE
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("size", [10, 1000, 8192, 10_000, 200_000])
def test_a_full_disk_leaves_the_file_as_it_was(path: Path, size: int) -> None:
    script = """\
from tests.support.full_disk import full_disk
size = int(sys.argv[2])
with full_disk(50_000):
    try: write_file(path, (b"x" * size for _ in range(200_000 // size)))
    except WriteError as problem: print(problem.message.params["why"])
"""
    command = program(script, path, str(size))
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (result.stdout, result.stderr) == ("File too large\n", "")
    assert path.read_bytes() == BEFORE
    assert list(path.parent.iterdir()) == [path]


def test_a_killed_process_leaves_the_file_as_it_was_and_nothing_that_is_read(path: Path) -> None:
    script = """\
def parts():
    yield b"x" * 100_000
    print("begun", flush=True)
    time.sleep(60)
write_file(path, parts())
"""
    with subprocess.Popen(program(script, path), stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    [left] = set(path.parent.iterdir()) - {path}
    assert path.read_bytes() == BEFORE
    assert is_junk(left.name)
    assert inputs([str(path.parent)]).files == (str(path),)


def test_of_two_processes_at_once_each_writes_all_or_nothing(path: Path) -> None:
    script = "for _ in range(100): write_file(path, [sys.argv[2].encode() * 1000] * 100)"
    path.write_bytes(b"a" * 100_000)
    processes = [subprocess.Popen(program(script, path, letter)) for letter in "ab"]
    contents = set()
    while any(process.poll() is None for process in processes):
        contents.add(path.read_bytes())
    assert [process.returncode for process in processes] == [0, 0]
    assert {path.read_bytes(), *contents} == {b"a" * 100_000, b"b" * 100_000}
    assert list(path.parent.iterdir()) == [path]


def test_threads_write_many_files_at_once(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.json" for number in range(16)]
    threads = [Thread(target=write_file, args=(p, [p.name.encode()])) for p in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {p: p.read_text() for p in tmp_path.iterdir()} == {p: p.name for p in paths}


def test_the_permissions_of_a_file_are_kept(path: Path) -> None:
    path.chmod(0o604)
    if os.geteuid() == 0:
        os.chown(path, 65534, 65533)
    before = path.stat()
    write_file(path, [b"new"])
    after = path.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (
        before.st_mode,
        before.st_uid,
        before.st_gid,
    )


def test_permissions_that_are_right_are_not_set(
    monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    """On a disk without permissions of its own nobody may, though everybody may write."""
    monkeypatch.setattr(Path, "chmod", None)
    write_file(path, [b"new"])
    assert path.read_bytes() == b"new"


def test_a_new_file_has_the_permissions_that_every_new_file_has(tmp_path: Path) -> None:
    write_file(tmp_path / "ours", [b"new"])
    (tmp_path / "usual").write_bytes(b"new")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_write_protected_file_is_not_replaced(open_folder: Path) -> None:
    path = open_folder / "report.json"
    path.write_bytes(BEFORE)
    path.chmod(0o444)
    with pytest.raises(WriteError, match="Permission denied"):
        write_file(path, [b"new"])
    assert path.read_bytes() == BEFORE


def test_a_folder_that_takes_no_new_file_is_named(open_folder: Path) -> None:
    path = open_folder / "report.json"
    path.write_bytes(BEFORE)
    open_folder.chmod(0o555)
    with pytest.raises(WriteError) as caught:
        write_file(path, [b"new"])
    assert caught.value.message.render(ENGLISH) == f"cannot write {open_folder}: Permission denied"
    assert path.read_bytes() == BEFORE


@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_stays_and_the_file_that_it_leads_to_is_replaced(
    tmp_path: Path, is_there: bool
) -> None:
    (tmp_path / "folder").mkdir()
    target, link = tmp_path / "folder" / "target", tmp_path / "link"
    if is_there:
        target.write_bytes(BEFORE)
    link.symlink_to(Path("folder", "target"))
    write_file(link, [b"new"])
    assert (link.is_symlink(), target.read_bytes()) == (True, b"new")
    assert list(target.parent.iterdir()) == [target]


def test_another_name_of_the_file_keeps_what_was_there(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.hardlink_to(path)
    write_file(path, [b"new"])
    assert (path.read_bytes(), other.read_bytes()) == (b"new", BEFORE)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_device_is_written_directly_and_what_it_refuses_is_a_write_error(tmp_path: Path) -> None:
    link = tmp_path / "full.json"
    link.symlink_to("/dev/full")
    for path in (Path("/dev/full"), link):
        with pytest.raises(WriteError) as caught:
            write_file(path, [b"new"] * 10_000)
        assert caught.value.message.key == "cannot_write"
    with pytest.raises(WriteError):
        write(EDITION_2021.blank(issuer="青禾县", year=2023), link)
    assert link.is_symlink()
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)


def test_a_pipe_gets_the_parts_as_they_come(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    script = "write_file(path, [b'one ', b'two'])"
    with subprocess.Popen(program(script, pipe)) as process:
        assert pipe.read_bytes() == b"one two"
    assert process.returncode == 0
    assert list(tmp_path.iterdir()) == [pipe]


def test_standard_output_is_added_to_by_its_name_too(path: Path) -> None:
    with path.open("ab") as file:
        script = "write_file(path, [b'one ', b'two']); print(' three')"
        subprocess.run(program(script, Path("/dev/stdout")), stdout=file, check=True)
    assert path.read_bytes() == BEFORE + b"one two three\n"


@pytest.mark.parametrize(
    ("name", "culprit", "why"),
    [
        ("none/report.json", "none", "No such file or directory"),
        ("a.json/report.json", "a.json/report.json", "Not a directory"),
        ("folder", "folder", "Is a directory"),
        (f"{'年' * 84}.json", f"{'年' * 84}.json", "File name too long"),
    ],
    ids=lambda name: name[:20],
)
def test_what_the_system_refuses_is_a_write_error_with_the_reason(
    tmp_path: Path, name: str, culprit: str, why: str
) -> None:
    (tmp_path / "a.json").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(WriteError) as caught:
        write_file(tmp_path / name, [b"new"])
    assert caught.value.message.params == {"path": str(tmp_path / culprit), "why": why}
    assert {p.name for p in tmp_path.iterdir()} == {"a.json", "folder"}


def test_a_name_that_no_system_takes_is_a_write_error(tmp_path: Path) -> None:
    with pytest.raises(WriteError) as caught:
        write_file(tmp_path / "nul\0.json", [b"new"])
    assert "null" in caught.value.message.params["why"]  # Python's own words, which change
