"""Which files are meant by the files and folders of a command line, and where output goes."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import frozen

from govdisclosure.errors import WriteError
from govdisclosure.files._run import UnreadFile
from govdisclosure.i18n import Message

_JUNK = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})


@frozen(kw_only=True)
class Inputs:
    """The files to read, each once; folders that cannot be; how much was passed over."""

    files: tuple[str, ...]
    unreadable: tuple[UnreadFile, ...] = ()
    skipped: int = 0


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
    found: dict[str, str] = {}
    refused: list[UnreadFile] = []
    skipped = 0
    for name in names:
        inside = [name]
        if os.path.isdir(name):
            inside, closed, passed = _below(name, output)
            refused += closed
            skipped += passed
        for file in inside:
            found.setdefault("-" if file == "-" else os.path.realpath(file), file)
    return Inputs(files=tuple(found.values()), unreadable=tuple(refused), skipped=skipped)


def _below(folder: str, output: str | None) -> tuple[list[str], list[UnreadFile], int]:
    """The files below a folder, what cannot be opened there, how many were passed over."""
    files: list[str] = []
    closed: list[OSError] = []
    skipped = 0
    away = os.path.realpath(output) if output else None
    for here, folders, names in os.walk(folder, onerror=closed.append):
        kept = [f for f in folders if _is_meant(os.path.join(here, f), away)]
        inside = [os.path.join(here, name) for name in names if not is_junk(name)]
        regular = list(filter(os.path.isfile, inside))
        skipped += len(folders) - len(kept) + len(names) - len(regular)
        folders[:] = kept
        files += regular
    refused = [_closed(problem, folder) for problem in closed]
    if not files and not refused:
        refused = [UnreadFile(file=folder, reason=Message("no_files_in", {"path": folder}))]
    return sorted(files, key=lambda file: Path(file).parts), refused, skipped


def _is_meant(folder: str, away: str | None) -> bool:
    junk = is_junk(os.path.basename(folder))
    return not junk and not os.path.islink(folder) and os.path.realpath(folder) != away


def _closed(problem: OSError, folder: str) -> UnreadFile:
    about = {"path": problem.filename or folder, "why": problem.strerror or str(problem)}
    return UnreadFile(file=about["path"], reason=Message("cannot_open", about))


def targets(names: Sequence[str], files: Sequence[str], folder: str) -> dict[str, Path]:
    """Where the JSON of each file goes: into a folder, named and placed as the file is.

    Places are kept from the one folder that was given, or else from the deepest one that
    holds all that was given. The suffix stays in the name: ``a.txt`` and ``a.html`` differ.

    Raises:
        WriteError: an output would overwrite an input, or two would be the same file.
    """
    given = [n if os.path.isdir(n) else os.path.dirname(n) or "." for n in names if n != "-"]
    try:
        top = os.path.commonpath([os.path.abspath(name) for name in given]) if given else ""
    except ValueError:  # on different drives
        raise WriteError(Message("no_common_folder")) from None
    places = {f: f if f == "-" else os.path.relpath(os.path.abspath(f), top) for f in files}
    made = {file: Path(folder, f"{place}.json") for file, place in places.items()}
    if len(set(made.values())) < len(made):  # a file of the name "-" beside standard input
        raise WriteError(Message("same_output", {"path": str(made["-"])}))
    keep_inputs(made.values(), files)
    return made


def cannot_write(path: Path, problem: OSError) -> WriteError:
    """What is wrong with an output that the system refuses."""
    about = {"path": str(path), "why": problem.strerror or str(problem)}
    return WriteError(Message("cannot_write", about))


def keep_inputs(outputs: Iterable[Path], files: Sequence[str]) -> None:
    """Refuse to write over a file that is to be read.

    Raises:
        WriteError: one of the outputs is one of the files.
    """
    read = {os.path.realpath(file) for file in files}
    for path in outputs:
        if os.path.realpath(path) in read:
            raise WriteError(Message("would_overwrite", {"path": str(path)}))
