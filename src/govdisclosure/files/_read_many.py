"""Reading many files, in other processes: one that crashes or hangs is said to, and no more."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from attrs import frozen

from govdisclosure.errors import ReadError
from govdisclosure.files._inputs import inputs
from govdisclosure.files._read import read
from govdisclosure.files._run import UnreadFile, or_unread
from govdisclosure.files._sources import TIMEOUT
from govdisclosure.files._workers import NOT_STARTED, Lost, in_workers
from govdisclosure.i18n import one_line
from govdisclosure.model import EDITIONS, AnyEdition, Reading


@frozen(kw_only=True, eq=False)
class ReadFile:
    """A file that was read, by its name."""

    file: str
    reading: Reading

    def __repr__(self) -> str:
        return one_line(self, self.file, self.reading)


def read_many(
    paths: Iterable[Path | str],
    *,
    jobs: int | None = None,
    timeout: float = TIMEOUT,
    editions: Sequence[AnyEdition] = EDITIONS,
) -> Iterator[ReadFile | UnreadFile]:
    """Read many files: of each what :func:`read` gives, or why it gives nothing, in their order.

    A folder stands for all files below it, sorted, but hidden and temporary ones; a file that is
    named twice is read once. ``jobs`` processes work at once, as many as there are cores if
    nothing is said. A file that takes longer than ``timeout`` seconds, or brings down the process
    that reads it, is an :class:`UnreadFile` like any other that cannot be read.

    In a script that is run, this has to stand below ``if __name__ == "__main__":``, as all that
    starts processes.

    >>> for one in read_many(["docs/examples/xikou-2023.txt", "README.md"], jobs=1):
    ...     print(one.reading.report.year if isinstance(one, ReadFile) else one.reason.key)
    2023
    not_a_report

    Raises:
        TypeError: ``paths`` is one path.
        ValueError: ``jobs`` is no number from 1.
        ReadError: no other process comes up, while the iterator is used.
    """
    if jobs is not None and jobs < 1:
        raise ValueError(f"jobs must be 1 or more, not {jobs}")
    if isinstance(paths, str):
        raise TypeError(f"paths should be several, such as [{paths!r}]")
    sources = inputs([os.fspath(path) for path in paths])
    return _read_many(sources.unreadable, sources.files, jobs or cores(), timeout, editions)


def _read_many(
    unreadable: Sequence[UnreadFile],
    files: Sequence[str],
    jobs: int,
    timeout: float,
    editions: Sequence[AnyEdition],
) -> Iterator[ReadFile | UnreadFile]:
    yield from unreadable
    work = partial(_read, editions=editions)
    with closing(in_workers(work, files, jobs=jobs, limit=timeout)) as results:
        for file, result in zip(files, results, strict=True):
            if not isinstance(result, Lost):
                yield result
            elif result.why.key == NOT_STARTED:  # which is not for what is in the file
                raise ReadError(result.why)
            else:
                yield UnreadFile(file=file, reason=result.why)


def _read(file: str, editions: Sequence[AnyEdition]) -> ReadFile | UnreadFile:
    return or_unread(file, lambda: ReadFile(file=file, reading=read(file, editions)))


def cores() -> int:
    """The cores that this process may use, which may be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
