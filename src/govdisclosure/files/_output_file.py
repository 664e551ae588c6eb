"""The files that output goes to, none of which is one that is read."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from govdisclosure.errors import WriteError
from govdisclosure.i18n import Message


def targets(names: Sequence[str], files: Sequence[str], folder: str) -> dict[str, Path]:
    """Where the JSON of each file goes: into a folder, named and placed as the file is.

    Places are kept from the one folder that was given, or else from the deepest one that
    holds all that was given; their folders are made. The suffix stays in the name: ``a.txt``
    and ``a.html`` differ.

    Raises:
        WriteError: an output would overwrite an input, two would be the same file, or a
            folder cannot be made.
    """
    folders = [n if os.path.isdir(n) else os.path.dirname(n) or "." for n in names if n != "-"]
    try:
        top = os.path.commonpath([os.path.abspath(name) for name in folders]) if folders else ""
    except ValueError:  # on different drives
        raise WriteError(Message("no_common_folder")) from None
    places = {f: f if f == "-" else os.path.relpath(os.path.abspath(f), top) for f in files}
    paths = {file: Path(folder, f"{place}.json") for file, place in places.items()}
    if len(set(paths.values())) < len(paths):  # a file of the name "-" beside standard input
        raise WriteError(Message("same_output", {"path": str(paths["-"])}))
    refuse_inputs(paths.values(), files)
    for parent in {path.parent for path in paths.values()}:
        with _refusals(parent):
            parent.mkdir(parents=True, exist_ok=True)
    return paths


def refuse_inputs(outputs: Iterable[Path], files: Sequence[str]) -> None:
    """Refuse to write over a file that is to be read.

    Raises:
        WriteError: one of the outputs is one of the files.
    """
    inputs = set(map(os.path.realpath, files))
    for path in outputs:
        if os.path.realpath(path) in inputs:
            raise WriteError(Message("would_overwrite", {"path": str(path)}))


def write_file(path: Path, make: Callable[[], bytes], inputs: Sequence[str] = ()) -> None:
    """Make the content of a file and write it; if it cannot be made, nothing is written.

    Raises:
        WriteError: it would overwrite one of the inputs, or the system refuses.
    """
    refuse_inputs([path], inputs)
    content = make()
    with _refusals(path):
        path.write_bytes(content)


def write_part(path: Path, text: str, *, first: bool) -> None:
    """Write one text of several that go to a file: the first replaces what was there.

    Raises:
        WriteError: the system refuses.
    """
    mode = "w" if first else "a"
    with (
        _refusals(path),
        path.open(mode, encoding="utf-8", errors="backslashreplace", newline="") as file,
    ):
        file.write(text)


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """What the system refuses, as our own error."""
    try:
        yield
    except OSError as problem:
        about = {"path": str(path), "why": problem.strerror or str(problem)}
        raise WriteError(Message("cannot_write", about)) from None
