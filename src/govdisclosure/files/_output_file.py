"""The one way in which output goes to a file: written beside it, then put in its place.

So a file that is there stays byte for byte what it was until all is written, whatever happens:
a full disk, Ctrl-C, a killed process, another process that writes the same file.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from stat import S_IMODE, S_ISREG
from typing import IO

from govdisclosure.errors import WriteError
from govdisclosure.i18n import Message


def write_file(path: Path, parts: Iterable[bytes]) -> None:
    """Write the parts of a file, one after the other as they come: all of them, or nothing.

    Where there are no parts, nothing is written either. The permissions of a file that is
    there are kept; of a link, the file that it leads to is replaced. What is no file, such as
    ``/dev/stdout`` or a pipe, is written as the parts come.

    Raises:
        WriteError: the system refuses. So it does where the folder takes no new file, although
            the file in it might be written: that would put at risk what is there.
    """
    with ExitStack() as stack:
        file = None
        for part in parts:  # which may raise errors of their own
            with refusals(path):
                file = file or stack.enter_context(_beside(path))
                file.write(part)
                file.flush()
        with refusals(path):
            stack.close()


def is_replaced(path: Path) -> bool:
    """Whether a file is there that stays what it is until all is written."""
    with suppress(OSError, ValueError):
        status = _status(path)
        return status is not None and not _takes_as_it_comes(status)
    return False


@contextmanager
def _beside(path: Path) -> Iterator[IO[bytes]]:
    """A file to write what replaces another, if nothing is raised meanwhile."""
    before = _status(path)
    if before and _takes_as_it_comes(before):
        with _opened(path, "ab") as stream:  # "wb" would empty the file of `-o /dev/stdout >> FILE`
            yield stream
        return
    target = os.path.realpath(path)
    if before:  # what may not be written may not be replaced
        open(target, "r+b").close()
    folder = Path(target).parent
    temporary = folder / f".govdisclosure-{os.urandom(6).hex()}.tmp"  # hidden, so never an input
    try:
        with refusals(folder):
            open(temporary, "xb").close()
        if before:
            _keep_permissions(temporary, before)
        with _opened(temporary, "wb") as file:
            yield file
            os.fsync(file.fileno())
        os.replace(temporary, target)
    finally:
        with suppress(OSError):  # it is not there any more, if all went well
            os.remove(temporary)


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[IO[bytes]]:
    """A file that is open meanwhile; what has failed already does not fail again as it closes."""
    file = open(path, mode)  # noqa: SIM115 - closed below
    try:
        yield file
        file.close()
    finally:
        with suppress(OSError):
            file.close()


def _status(path: Path) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _takes_as_it_comes(status: os.stat_result) -> bool:
    """Whether something is a pipe, a device or the file that standard output goes to."""
    with suppress(OSError):  # standard output is closed
        return not S_ISREG(status.st_mode) or os.path.samestat(status, os.fstat(1))
    return False


def _keep_permissions(path: Path, before: os.stat_result) -> None:
    """Give a new file the mode of the one before, its group and its owner too if we may."""
    if hasattr(os, "chown"):
        for owner in ((-1, before.st_gid), (before.st_uid, -1)):
            with suppress(OSError):
                os.chown(path, *owner)
    if path.stat().st_mode != before.st_mode:  # not all who may write to a disk may do this
        path.chmod(S_IMODE(before.st_mode))


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """What the system refuses, as our own error."""
    try:
        yield
    except (OSError, ValueError) as problem:  # ValueError: a NUL byte in the name
        about = {"path": str(path), "why": getattr(problem, "strerror", None) or str(problem)}
        key = "cannot_replace" if is_replaced(path) else "cannot_write"
        raise WriteError(Message(key, about)) from None
