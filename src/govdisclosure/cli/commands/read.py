"""``govdisclosure read``: published reports → canonical JSON, or a table of their cells."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Generator, Mapping
from contextlib import closing
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TypeAlias

from govdisclosure.cli._batch import FORMATS, FileRead, Summary, print_file, read_file
from govdisclosure.cli._messages import messages_of
from govdisclosure.cli._options import add_format, add_jobs, add_messages, add_output
from govdisclosure.cli._progress import clear, show
from govdisclosure.cli.console import CLEAN, UNREADABLE, USAGE
from govdisclosure.errors import WriteError
from govdisclosure.files import (
    TIMEOUT,
    Inputs,
    Loader,
    Lost,
    UnreadFile,
    in_workers,
    inputs,
    refuse_inputs,
    targets,
    write_part,
)
from govdisclosure.i18n import escape_controls
from govdisclosure.output.csv import CSV_HEADER

Result: TypeAlias = FileRead | UnreadFile
Work: TypeAlias = Callable[..., Result]

_REPORTS = ("json", "reading")
"""The formats that give each file an output of its own; the others make one table of all."""


def add_arguments(command: ArgumentParser) -> None:
    """Files and folders, what to write of them, and how many to read at once."""
    command.description = (
        "读取已发布的报告，写成JSON或单元格表。 Read published reports; write them as"
        " JSON, or their cells as a table. 一个文件写一份JSON；多个文件每份一行（JSON Lines）。"
        " One file gives its JSON, several give JSON Lines, one report a line."
    )
    command.epilog = (
        "退出码 exit codes: 0 全部读取，包括只读出一部分的 all were read, if only in part;"
        " 2 用法错误或无法写入 usage, or cannot write; 3 有文件没有读取 some were not read;"
        " 130 中断 interrupted"
    )
    command.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="报告、JSON或目录，- 为标准输入 a report, its JSON, a folder (all files below it but"
        " hidden and temporary ones), or - for standard input",
    )
    add_output(
        command,
        "OUT",
        "写入文件；多个文件时写入目录，如 OUT/县/a.txt.json write to a file; for several"
        " files OUT is a folder and each keeps its place and name in it; OUT.jsonl is a file of"
        " JSON Lines",
        required=False,
    )
    add_format(
        command,
        *FORMATS,
        help="json：报告 the report; reading：连同出处和未归位内容 the whole reading: provenance,"
        " unplaced pieces, messages; cells-…：每格一行，所有文件合成一张表 one line a cell, one"
        " table of all files",
    )
    add_jobs(command)
    command.add_argument(
        "--timeout",
        type=_seconds,
        default=TIMEOUT,
        metavar="SECONDS",
        help="每个文件最多读多久 the most time for one file (default: 120)",
    )
    add_messages(command)
    command.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="多个文件时，也逐条说明 with several files, too, say everything that was noticed",
    )


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 < number <= 1_000_000:
        raise ValueError
    return number


def run(options: Namespace) -> int:
    """Read the files and write what is in them."""
    messages = messages_of(options)
    several = len(options.files) > 1 or os.path.isdir(options.files[0])
    folder = _folder(options, several)
    sources = inputs(options.files, folder)
    work = partial(read_file, format=options.format, indent=None if several and not folder else 2)
    summary = Summary()
    begun: set[Path | None] = set()
    try:
        paths = _paths(options, sources.files, folder)
        one_by_one = (_read_one(file, work, options) for file in sources.files)
        reading = _read_several(sources, work, options) if several else one_by_one
        with closing(reading) as results:
            for result in results:
                summary.add(result)
                print_file(messages, result, briefly=several and not options.verbose)
                if isinstance(result, FileRead):
                    path = paths[result.file]
                    _write(result, path, options.format, first=path not in begun)
                    begun.add(path)
    except WriteError as problem:
        messages.error(problem.message)
        return USAGE
    if several:
        messages.note(*summary.lines(messages.language, sources.skipped))
    return UNREADABLE if summary.failed else CLEAN


def _folder(options: Namespace, several: bool) -> str | None:
    """The folder for the reports, if each is to have a file of its own."""
    output: str | None = options.output
    if not output or options.format not in _REPORTS:
        return None
    if os.path.isdir(output) or output.endswith(("/", os.sep)):
        return output
    return output if several and not output.endswith(".jsonl") else None


def _paths(
    options: Namespace, files: tuple[str, ...], folder: str | None
) -> Mapping[str, Path | None]:
    """Where what is read of each file goes; ``None`` is standard output."""
    if folder:
        return targets(options.files, files, folder)
    path = Path(options.output) if options.output else None
    refuse_inputs([path] if path else [], files)
    return dict.fromkeys(files, path)


def _write(file: FileRead, path: Path | None, format: str, *, first: bool) -> None:
    """Write what was read of a file, the first or one more of those that go to a path."""
    header = CSV_HEADER if first and format == "cells-csv" else ""
    if path:
        mark = "\ufeff" if header else ""  # tells Excel that the file is UTF-8
        write_part(path, mark + header + file.text, first=first)
    else:
        sys.stdout.write(header + file.text)


def _read_one(file: str, work: Work, options: Namespace) -> Result:
    """What comes of a single file."""
    with closing(Loader(options.timeout)) as loader:
        return work(file, loader=loader)


def _read_several(sources: Inputs, work: Work, options: Namespace) -> Generator[Result, None, None]:
    """What comes of each of many files, read in other processes; progress is shown."""
    yield from sources.unreadable
    failed = len(sources.unreadable)
    count = len(sources.files)
    stream = StringIO() if options.quiet else sys.stderr
    jobs = options.jobs or _cores()
    of_workers = [file for file in sources.files if file != "-"]
    with closing(in_workers(work, of_workers, jobs=jobs, limit=options.timeout)) as results:
        for number, file in enumerate(sources.files):
            show(stream, number, count, failed, escape_controls(os.path.basename(file)))
            result = _read_one(file, work, options) if file == "-" else next(results)
            clear(stream)
            if isinstance(result, Lost):
                result = UnreadFile(file=file, reason=result.why)
            failed += isinstance(result, UnreadFile)
            yield result


def _cores() -> int:
    """The cores that this process may use, which may be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
