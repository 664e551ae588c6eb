"""What every command shares with whoever started it: streams, interrupts, exit codes.

All text of the package leaves through :func:`write` and :func:`write_lines`, and whatever else a
library writes to the streams meanwhile is escaped like it. Imports next to nothing, so that
``--help`` and ``--version`` start fast.
"""

import codecs
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import EAGAIN
from io import RawIOBase, TextIOWrapper
from typing import TextIO

from govdisclosure.i18n import Escaped, escape_controls, escape_output, spell

CLEAN, FINDINGS, USAGE, UNREADABLE, INTERRUPTED = 0, 1, 2, 3, 130


def write(text: str, *, error: bool = False) -> None:
    """Write a text of any number of lines to standard output, or to standard error."""
    (sys.stderr if error else sys.stdout).write(text)


def write_lines(lines: Iterable[str], *, error: bool = False) -> None:
    """Write texts of one line each: a line break in one of them is escaped, too."""
    for line in lines:
        write(line if isinstance(line, Escaped) else escape_controls(line), error=error)
        write("\n", error=error)


def terminal_width() -> int:
    """Columns of the terminal; 80 where there is none. ``shutil`` would import archives."""
    if columns := os.environ.get("COLUMNS", ""):
        return int(columns) if columns.isdecimal() else 80
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    except (AttributeError, OSError, ValueError):
        return 80


class _Stream:
    """A stream through which text leaves escaped, unless it is :class:`Escaped`."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str, /) -> int:
        text = text if isinstance(text, Escaped) else escape_output(text)
        raw = getattr(self._stream, "buffer", None)
        if isinstance(raw, RawIOBase):  # with PYTHONUNBUFFERED; it need not take all
            _write_all(raw, text.encode(self._stream.encoding, self._stream.errors or "strict"))
            return len(text)
        return self._stream.write(text)

    def writelines(self, lines: Iterable[str], /) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def _write_all(raw: RawIOBase, data: bytes) -> None:
    while data:
        taken = raw.write(data)
        if taken is None:  # a pipe that does not wait for its reader
            raise BlockingIOError(EAGAIN, os.strerror(EAGAIN))
        data = data[taken:]


@contextmanager
def open_streams() -> Iterator[None]:
    """Both streams escape what is written; one that the caller closed takes all silently."""
    before = {}
    for name in ("stdout", "stderr"):  # one that stays closed would be the next file opened
        before[name] = getattr(sys, name) or open(os.devnull, "w")  # noqa: SIM115
        if isinstance(before[name], TextIOWrapper):
            _configure(before[name])
        setattr(sys, name, _Stream(before[name]))
    try:
        yield
    finally:
        for name, stream in before.items():
            setattr(sys, name, stream)


def _configure(stream: TextIOWrapper) -> None:
    """UTF-8 whatever the locale, unless ``PYTHONIOENCODING`` names another; nothing raises.

    Line ends stay as they are written: CSV has its own, on every system.
    """
    name = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    encoding = stream.encoding if name else "utf-8"
    codecs.register_error(_SPELL, _spell)
    stream.reconfigure(encoding=encoding, errors=_SPELL, newline="\n")


_SPELL = "govdisclosure.spell"


def _spell(problem: UnicodeError) -> tuple[str, int]:
    """What an encoding lacks is spelled as JSON does it, so that JSON stays the same data."""
    assert isinstance(problem, UnicodeEncodeError)  # nothing is read through these streams
    return spell(problem.object[problem.start : problem.end]), problem.end


def abandon_streams(words: str, problem: OSError) -> None:
    """After a problem of a stream: say so, and let none fail again when Python ends.

    Whoever read our output and went away need not be told.
    """
    with suppress(OSError):
        write_lines([] if isinstance(problem, BrokenPipeError) else [words], error=True)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with suppress(OSError):  # it is no file
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextmanager
def interruptible() -> Iterator[None]:
    """Meanwhile Ctrl-C is a ``KeyboardInterrupt``, if it is to be heard at all."""
    before = signal.getsignal(signal.SIGINT)
    if other := callable(before) and before is not signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        if other:
            signal.signal(signal.SIGINT, before)
