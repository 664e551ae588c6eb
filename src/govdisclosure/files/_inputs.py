"""Which files are meant by the files and folders of a command line."""

import os
from collections.abc import Sequence

from attrs import frozen

from govdisclosure.files._run import UnreadFile
from govdisclosure.i18n import Message, one_line

_JUNK = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})


@frozen(kw_only=True, eq=False)
class Inputs:
    """The files to read, each once; folders that cannot be; how much was passed over."""

    files: tuple[str, ...]
    unreadable: tuple[UnreadFile, ...] = ()
    skipped: int = 0

    def __repr__(self) -> str:
        counts = f"unreadable={len(self.unreadable)} skipped={self.skipped}"
        return one_line(self, f"files={len(self.files)}", counts)


def is_junk(name: str) -> bool:
    """Whether a name in a folder is none that a user put there: hidden, a lock file, a cache.

    >>> is_junk(".DS_Store"), is_junk("~$年报.docx"), is_junk("年报.docx")
    (True, True, False)
    """
    return name.startswith((".", "~$")) or name in _JUNK


def inputs(names: Sequence[str], output: str | None = None) -> Inputs:
    """The files that are meant: of a folder all below it, sorted, without junk.

    What stands in the folder ``output`` below it is none of them, and a link to a folder
    is not followed: it may lead round in a circle.
    """
    files: dict[str, str] = {}
    unreadable: list[UnreadFile] = []
    skipped = 0
    for name in names:
        inside = [name]
        if os.path.isdir(name):
            inside, problems, count = _files_below(name, output)
            unreadable += problems
            skipped += count
        for file in inside:
            files.setdefault("-" if file == "-" else os.path.realpath(file), file)
    return Inputs(files=tuple(files.values()), unreadable=tuple(unreadable), skipped=skipped)


def _files_below(folder: str, output: str | None) -> tuple[list[str], list[UnreadFile], int]:
    """The files below a folder, what cannot be opened there, how many were passed over."""
    files: list[str] = []
    problems: list[OSError] = []
    skipped = 0
    excluded = os.path.realpath(output) if output else None
    for here, folders, names in os.walk(folder, onerror=problems.append):
        entered = [name for name in folders if _is_meant(os.path.join(here, name), excluded)]
        paths = [os.path.join(here, name) for name in names if not is_junk(name)]
        regular = list(filter(os.path.isfile, paths))
        skipped += len(folders) - len(entered) + len(names) - len(regular)
        folders[:] = entered
        files += regular
    unreadable = [_unread(problem, folder) for problem in problems]
    if not files and not unreadable:
        unreadable = [UnreadFile(file=folder, reason=Message("no_files_in", {"path": folder}))]
    return sorted(files, key=lambda file: file.split(os.sep)), unreadable, skipped


def _is_meant(folder: str, excluded: str | None) -> bool:
    junk = is_junk(os.path.basename(folder))
    return not junk and not os.path.islink(folder) and os.path.realpath(folder) != excluded


def _unread(problem: OSError, folder: str) -> UnreadFile:
    about = {"path": problem.filename or folder, "why": problem.strerror or str(problem)}
    return UnreadFile(file=about["path"], reason=Message("cannot_open", about))
