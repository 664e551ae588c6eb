"""``govdisclosure read``: published reports → canonical JSON, or a table of their cells."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TypeAlias

from govdisclosure.cli._batch import FORMATS, FileRead, Summary, print_file, read_file
from govdisclosure.cli._messages import Messages, messages_of
from govdisclosure.cli._options import add_format, add_jobs, add_messages, add_output
from govdisclosure.cli._progress import clear, show
from govdisclosure.cli.console import CLEAN, UNREADABLE, USAGE
from govdisclosure.errors import WriteError
from govdisclosure.files import (
    Inputs,
    Lost,
    UnreadFile,
    in_workers,
    inputs,
    is_replaced,
    refuse_inputs,
    targets,
    write_file,
)
from govdisclosure.i18n import Message, escape_controls
from govdisclosure.output.csv import CSV_HEADER

Result: TypeAlias = FileRead | UnreadFile
Work: TypeAlias = Callable[[str], Result]

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
        default=120.0,
        metavar="SECONDS",
        help="多个文件时，每个最多读多久 when there are several files: the most time for one"
        " (default: 120)",
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
    try:
        paths = targets(options.files, sources.files, folder) if folder else {}
        output = None if folder or not options.output else Path(options.output)
        refuse_inputs([output] if output else [], sources.files)
        one_by_one = (work(file) for file in sources.files)
        reading = _read_several(sources, work, options) if several else one_by_one
        with closing(reading) as results:
            files = _files_read(results, summary, messages, several and not options.verbose)
            header = CSV_HEADER if options.format == "cells-csv" else ""
            if folder:
                for file in files:
                    write_file(paths[file.file], [_encode(file.text)])
            elif output:
                _write_one(output, files, header, messages)
            else:
                for text in _with_header(files, header):
                    sys.stdout.write(text)
                    sys.stdout.flush()  # so that lines are whole, whatever comes next
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


def _files_read(
    results: Iterable[Result], summary: Summary, messages: Messages, briefly: bool
) -> Iterator[FileRead]:
    """The files that were read; of each file is said what there is to say, and it is counted."""
    for result in results:
        summary.add(result)
        print_file(messages, result, briefly=briefly)
        if isinstance(result, FileRead):
            yield result


def _write_one(output: Path, files: Iterable[FileRead], header: str, messages: Messages) -> None:
    """Write what was read of all files to one."""
    mark = "\ufeff" if header else ""  # tells Excel that the file is UTF-8
    try:
        write_file(output, map(_encode, _with_header(files, mark + header)))
    except KeyboardInterrupt:
        if is_replaced(output):
            messages.error(Message("not_replaced", {"path": str(output)}))
        raise


def _with_header(files: Iterable[FileRead], header: str) -> Iterator[str]:
    """What was read of each file, after a header before the first."""
    for file in files:
        yield header + file.text
        header = ""


def _encode(text: str) -> bytes:
    return text.encode(errors="backslashreplace")


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
            try:
                result = work(file) if file == "-" else next(results)
            finally:
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
