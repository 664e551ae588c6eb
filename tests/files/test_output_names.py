"""Where outputs go: never over an input nor over each other, under names that the system takes."""

import os
from functools import partial
from pathlib import Path

import pytest

from govdisclosure.errors import WriteError
from govdisclosure.files import _output_names, refuse_inputs, targets
from govdisclosure.files._output_names import usable_name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a report in it."""
    (tmp_path / "a.txt").write_text("a report", "utf-8")
    return tmp_path


def make_link(kind: str, link: Path, target: Path) -> None:
    if kind == "hard":
        link.hardlink_to(target)
    elif kind == "soft":
        link.symlink_to(target)


@pytest.mark.parametrize("kind", ["same", "hard", "soft"])
def test_an_input_is_not_written_over_under_whatever_name(folder: Path, kind: str) -> None:
    name = "a.txt" if kind == "same" else "b.json"
    make_link(kind, folder / name, folder / "a.txt")
    with pytest.raises(WriteError) as caught:
        refuse_inputs([folder / name], [str(folder / "a.txt")])
    assert caught.value.message.key == "would_overwrite"


def test_an_input_on_standard_input_is_not_written_over(folder: Path) -> None:
    before = os.dup(0)
    try:
        with (folder / "a.txt").open() as file:
            os.dup2(file.fileno(), 0)
        with pytest.raises(WriteError):
            refuse_inputs([folder / "a.txt"], ["-"])
    finally:
        os.dup2(before, 0)
        os.close(before)


def test_a_device_may_be_read_and_written(folder: Path) -> None:
    refuse_inputs([Path(os.devnull), Path(os.devnull)], [os.devnull])


def test_an_input_that_is_not_there_is_no_reason_to_refuse(folder: Path) -> None:
    refuse_inputs([folder / "b.json"], [str(folder / "none"), f"{folder}/nul\0"])


@pytest.mark.parametrize("kind", ["hard", "soft"])
@pytest.mark.parametrize("is_there", [True, False])
def test_two_outputs_are_not_the_same_file(folder: Path, kind: str, is_there: bool) -> None:
    output = folder / "out"
    output.mkdir()
    if is_there or kind == "hard":
        (output / "a.txt.json").touch()
    make_link(kind, output / "b.txt.json", output / "a.txt.json")
    with pytest.raises(WriteError) as caught:
        targets([str(folder)], [f"{folder}/a.txt", f"{folder}/b.txt"], str(output))
    assert caught.value.message.key == "same_output"


def test_a_name_that_becomes_too_long_is_refused_with_the_reason(folder: Path) -> None:
    path = folder / f"{'年' * 82}.docx"  # 251 bytes
    path.touch()
    with pytest.raises(WriteError, match="File name too long"):
        targets([str(folder)], [str(path)], str(folder / "out"))


@pytest.mark.parametrize(
    ("name", "on_windows"),
    [
        ("年报 2023.txt.json", "年报 2023.txt.json"),
        ('<a>:"b"|c?*.json', "%3Ca%3E%3A%22b%22%7Cc%3F%2A.json"),
        ("a\tb\nc.json", "a%09b%0Ac.json"),
        ("folder.", "folder%2E"),
        ("folder ", "folder%20"),
        (".hidden", ".hidden"),
        ("CON.txt.json", "%43ON.txt.json"),
        ("nul", "%6Eul"),
        ("Com1 .json", "%43om1 .json"),
        ("LPT³.json", "%4CPT³.json"),
        ("CONIN$.json", "%43ONIN$.json"),
        ("com0.json", "com0.json"),
        ("COM10.json", "COM10.json"),
        ("console.json", "console.json"),
        ("a.con", "a.con"),
    ],
)
def test_on_windows_names_are_such_that_windows_takes_them(name: str, on_windows: str) -> None:
    assert usable_name(name, "nt") == on_windows
    assert usable_name(name, "posix") == name


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names as on Windows."""
    monkeypatch.setattr(_output_names, "usable_name", partial(usable_name, system="nt"))


@pytest.mark.usefixtures("windows")
def test_each_folder_and_file_on_the_way_gets_a_name_that_windows_takes(folder: Path) -> None:
    files = [f"{folder}/aux/a?.txt", f"{folder}/b./CON"]
    output = folder / "out"
    assert targets([str(folder)], files, str(output)) == {
        files[0]: output / "%61ux" / "a%3F.txt.json",
        files[1]: output / "b%2E" / "%43ON.json",
    }


@pytest.mark.usefixtures("windows")
def test_two_names_that_become_one_are_refused(folder: Path) -> None:
    with pytest.raises(WriteError) as caught:
        targets([str(folder)], [f"{folder}/a?", f"{folder}/a%3F"], str(folder / "out"))
    assert caught.value.message.params == {"path": str(folder / "out" / "a%3F.json")}


def test_here_names_stay_as_they_are(folder: Path) -> None:
    file = f"{folder}/CON?. "
    assert targets([str(folder)], [file], str(folder)) == {file: folder / "CON?. .json"}
