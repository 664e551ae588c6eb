"""The files that are meant by files and folders: each once, without junk."""

import os
from pathlib import Path

import pytest

from govdisclosure.files import inputs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two folders, four files and junk."""
    names = ("a.txt", "a.json", "towns/b.txt", "towns/essay.txt")
    junk = (".DS_Store", "~$a.docx", ".git/config", "Thumbs.db")
    for name in (*names, *junk):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def test_a_folder_is_every_file_below_it_but_junk(folder: Path) -> None:
    (folder / "link").symlink_to(folder, target_is_directory=True)
    (folder / "nowhere").symlink_to(folder / "none")
    sources = inputs([str(folder)])
    assert [os.path.relpath(file, folder) for file in sources.files] == [
        "a.json",
        "a.txt",
        "towns/b.txt",
        "towns/essay.txt",
    ]
    assert (sources.unreadable, sources.skipped) == ((), 6)


def test_a_file_given_twice_is_read_once(folder: Path) -> None:
    names = [str(folder / "a.txt"), str(folder), str(folder / "towns" / ".." / "a.txt")]
    assert len(inputs(names).files) == 4
