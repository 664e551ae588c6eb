"""The names of the files that output goes to, none of which is one that is read."""

import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from govdisclosure.errors import WriteError
from govdisclosure.files._output_file import refusals
from govdisclosure.i18n import Message


def targets(names: Sequence[str], files: Sequence[str], folder: str) -> dict[str, Path]:
    """Where the JSON of each file goes: into a folder, named and placed as the file is.

    Places are kept from the one folder that was given, or else from the deepest one that
    holds all that was given; their folders are made. The suffix stays in the name: ``a.txt``
    and ``a.html`` differ.

    Raises:
        WriteError: an output would overwrite an input, two would be the same file, or the
            system has no room for a folder or a name, such as one that is too long.
    """
    folders = [n if os.path.isdir(n) else os.path.dirname(n) or "." for n in names if n != "-"]
    try:
        top = os.path.commonpath([os.path.abspath(name) for name in folders]) if folders else ""
    except ValueError:  # on different drives
        raise WriteError(Message("no_common_folder")) from None
    places = {f: f if f == "-" else os.path.relpath(os.path.abspath(f), top) for f in files}
    paths = {
        file: Path(folder, *map(usable_name, f"{place}.json".split(os.sep)))
        for file, place in places.items()
    }
    for parent in {path.parent for path in paths.values()}:
        with refusals(parent):
            parent.mkdir(parents=True, exist_ok=True)
    refuse_inputs(paths.values(), files)
    return paths


def refuse_inputs(outputs: Iterable[Path], files: Sequence[str]) -> None:
    """Refuse to write over a file that is to be read, or twice over one that is written.

    Files are the same by what they are, whatever they are called: links of either kind, and
    names in another case where the system makes no difference.

    Raises:
        WriteError: one of the outputs is one of the files or one of the other outputs, or the
            system cannot have a file of its name.
    """
    inputs = set()
    for file in files:
        with suppress(OSError, ValueError):  # why it cannot be opened is said when it is read
            inputs.add(_identity(file))
    others = set[object]()
    for path in outputs:
        with refusals(path):
            identity = _identity(path)
        if identity in inputs or identity in others:
            key = "would_overwrite" if identity in inputs else "same_output"
            raise WriteError(Message(key, {"path": str(path)}))
        others.add(identity)


def _identity(file: Path | str) -> object:
    """What the names of one file have in common; a pipe or device is nothing to be lost."""
    try:
        status = os.fstat(0) if file == "-" else os.stat(file)
    except FileNotFoundError:
        return os.path.normcase(os.path.realpath(file))
    return (status.st_dev, status.st_ino) if S_ISREG(status.st_mode) else object()


_UNUSABLE = re.compile(
    r"""
    [<>:"|?*\x00-\x1f]
    | [. ]$
    | ^(?=(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[1-9¹²³])\ *(\.|$)).
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What makes a name unusable on Windows: a character, its end, the start of a device's name."""


def usable_name(name: str, system: str = os.name) -> str:
    """A name that files may have on a system; on Windows what they may not stands as in URLs.

    >>> usable_name("年报?.txt.json", "nt"), usable_name("年报?.txt.json", "posix")
    ('年报%3F.txt.json', '年报?.txt.json')
    """
    return _UNUSABLE.sub(lambda match: f"%{ord(match[0]):02X}", name) if system == "nt" else name
