"""Reads every file of a folder and writes a report in every format, in 16 threads at once.

``python -m tests.support.threads FOLDER`` ends well if all threads get what one thread gets and
nothing that is global in a program is another afterwards.
"""

import decimal
import locale
import logging
import os
import random
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from govdisclosure.errors import Error
from govdisclosure.files import form_as, read
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyReport

with suppress(ImportError):  # openpyxl imports it where it is, and then warnings have its filters
    import numpy  # noqa: F401

THREADS = 16
WRITERS = ("html", "docx", "xlsx", "markdown", "text", "json")
_LOCALES = (locale.LC_CTYPE, locale.LC_COLLATE, locale.LC_NUMERIC, locale.LC_TIME)


def state(loggers: tuple[logging.Logger, ...]) -> dict[str, Any]:
    """What is global in a program."""
    return {
        "streams": (sys.stdin, sys.stdout, sys.stderr, sys.displayhook, sys.excepthook),
        "warnings": (list(warnings.filters), warnings.showwarning, warnings.formatwarning),
        "locale": [locale.setlocale(category) for category in _LOCALES],
        "loggers": [(one.level, one.disabled, one.handlers[:]) for one in loggers],
        "logging": (logging.root.manager.disable, logging.lastResort, logging.getLoggerClass()),
        "decimals": repr(decimal.getcontext()),
        "folder": os.getcwd(),
        "environment": dict(os.environ),
        "limits": (sys.getrecursionlimit(), sys.getswitchinterval(), sys.get_int_max_str_digits()),
        "signals": [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)],
        "chance": random.getstate(),
    }


def jobs(folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every file read, every format written and read back."""
    for path in sorted(folder.iterdir()):
        yield path.name, partial(_read, path)
    for edition in (EDITION_2019, EDITION_2021):
        report = edition.blank(issuer="青禾县", year=2022, number=3)
        for format in WRITERS:
            yield f"{edition.name} {format}", partial(_write, report, format)


def _read(path: Path) -> object:
    try:
        return read(path)
    except Error as why:
        return why.message


def _write(report: AnyReport, format: str) -> object:
    return read(form_as(report, format)).report


def main(folder: Path) -> None:
    """Do all jobs in all threads, each in an order of its own, then alone."""
    loggers = (logging.root, logging.getLogger("of the program"))
    before = state(loggers)
    work = list(jobs(folder))
    start = threading.Barrier(THREADS)

    def in_thread(number: int) -> dict[str, object]:
        start.wait()
        return {name: job() for name, job in work[number:] + work[:number]}

    with ThreadPoolExecutor(THREADS) as threads:
        results = list(threads.map(in_thread, range(THREADS)))
    alone = {name: job() for name, job in work}
    assert [name for name in alone if any(one[name] != alone[name] for one in results)] == []
    after = state(loggers)
    assert [name for name in before if before[name] != after[name]] == []


if __name__ == "__main__":
    main(Path(sys.argv[1]))
