"""Work in other processes, so that an item that crashes or hangs its process ends alone."""

import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import current_thread, main_thread
from time import monotonic
from traceback import extract_tb
from typing import Any, TypeVar

from attrs import define, frozen

from govdisclosure.i18n import Message

AHEAD = 64
"""Items that may be begun while an earlier one is not done: so few results wait for it."""

START = 60.0
"""Seconds that a process may take to come up."""

NOT_STARTED = "reader_not_started"
"""The key of why an item gave nothing that no process has even begun."""

_PROCESSES = get_context("spawn")  # the same on every system

T = TypeVar("T")
R = TypeVar("R")


@frozen
class Lost:
    """What stands for the result of an item that gave none."""

    why: Message


def in_workers(
    work: Callable[[T], R], items: Sequence[T], *, jobs: int, limit: float
) -> Generator[R | Lost, None, None]:
    """What ``work`` gives for each item, in the order of the items.

    ``jobs`` processes do it; ``work``, items and results are pickled. An item that raises,
    takes longer than ``limit`` seconds or brings its process down gives :class:`Lost`. The
    processes end when the iterator is closed, and at once.
    """
    workers = [Worker(work, limit) for _ in range(min(jobs, len(items)))]
    results: dict[int, R | Lost] = {}
    begun_count = 0
    try:
        for turn in range(len(items)):
            while turn not in results:
                for worker in workers:
                    if worker.number is None and begun_count < min(len(items), turn + AHEAD):
                        worker.give(begun_count, items[begun_count])
                        begun_count += 1
                results.update(_next_results(workers))
            yield results.pop(turn)
    finally:
        for worker in workers:
            worker.end()


def _next_results(workers: Sequence["Worker"]) -> Iterator[tuple[int, Any]]:
    """The next results: waits until there is some, a process has begun, or time is up."""
    busy = {worker.number: worker for worker in workers if worker.number is not None}
    until = min(worker.until for worker in busy.values())
    ready = wait([w.pipe for w in busy.values()], timeout=max(0.0, until - monotonic()))
    for number, worker in busy.items():
        if result := worker.receive() if worker.pipe in ready else worker.expire():
            yield number, result[0]


@define
class Worker:
    """A process with at most one item in hand; it comes up when one is given to it."""

    work: Callable[[Any], Any]
    limit: float
    process: Any = None
    pipe: Any = None
    number: int | None = None
    has_begun: bool = False
    until: float = 0.0

    def result(self, item: Any) -> Any:
        """What comes of one item; the process stays for the next."""
        self.give(0, item)
        results: dict[int, Any] = {}
        while not results:
            results = dict(_next_results([self]))
        return results[0]

    def give(self, number: int, item: Any) -> None:
        if self.process is None or not self.process.is_alive():
            self.end()
            self.start()
        self.number, self.has_begun, self.until = number, False, monotonic() + START
        with suppress(OSError):  # it died this instant, which the next receive() finds
            self.pipe.send(item)

    def start(self) -> None:
        self.pipe, other_end = _PROCESSES.Pipe()
        process = _PROCESSES.Process(target=_serve, args=(other_end, self.work), daemon=True)
        with _interrupts_ignored():
            process.start()
        self.process = process  # one that does not come up cannot be killed
        other_end.close()

    def receive(self) -> tuple[Any] | None:
        """The result; ``None`` if the item was only begun, and then its time runs."""
        try:
            result: tuple[Any] | None = self.pipe.recv()
        except (EOFError, OSError):
            self.process.join()
            key = "reader_died" if self.has_begun else NOT_STARTED
            result = (Lost(Message(key, {"code": str(self.process.exitcode)})),)
        if result is None:
            self.has_begun, self.until = True, monotonic() + self.limit
        elif isinstance(result[0], Lost):  # nothing more is given to a process that ends
            self.end()
        else:
            self.number = None
        return result

    def expire(self) -> tuple[Lost] | None:
        """A result in place of the one that did not come in time, if time is up."""
        if monotonic() < self.until:
            return None
        self.end()
        return (Lost(Message("too_slow", {"seconds": f"{self.limit:g}"})),)

    def end(self) -> None:
        """Kill the process: it holds nothing that could be lost."""
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.pipe.close()
        self.process = self.pipe = self.number = None


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """A process started meanwhile does not hear Ctrl-C; this one does, and ends it."""
    is_main = current_thread() is main_thread()  # others cannot set it
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if is_main else None
    try:
        yield
    finally:
        if is_main:
            signal.signal(signal.SIGINT, before)


def _serve(pipe: Connection, work: Callable[[Any], Any]) -> None:
    """The life of a process: say that an item is begun, then its result, until all is done."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where that is not inherited
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - all is said through the pipe
    with suppress(EOFError, OSError):  # the other side is gone
        while True:
            item = pipe.recv()
            pipe.send(None)
            with _last_words(pipe):
                result = work(item)
            pipe.send((result,))


@contextmanager
def _last_words(pipe: Connection) -> Iterator[None]:
    """A process in which something crashed says what, and ends: what it holds may be broken."""
    try:
        yield
    finally:
        problem = sys.exc_info()[1]
        if isinstance(problem, Exception):
            where = extract_tb(problem.__traceback__)[-1]
            words = f"{type(problem).__name__}: {problem}"[:200]
            what = f"{words}, {Path(where.filename).name}:{where.lineno}"
            pipe.send((Lost(Message("reader_failed", {"what": what})),))
            os._exit(1)
