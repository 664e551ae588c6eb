"""``govdisclosure read``: published reports → canonical JSON, or a table of their cells."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeAlias

from govdisclosure.cli._batch import FORMATS, FileRead, Summary, print_file, read_file
from govdisclosure.cli._messages import Messages, messages_of
from govdisclosure.cli._options import Files, add_format, add_jobs, add_messages, add_output
from govdisclosure.cli._parser import Parser
from govdisclosure.cli._progress import clear, show
from govdisclosure.cli.console import CLEAN, UNREADABLE, USAGE, write
from govdisclosure.errors import WriteError
from govdisclosure.files import (
    TIMEOUT,
    Inputs,
    Loader,
    Lost,
    UnreadFile,
    cores,
    in_workers,
    inputs,
    is_replaced,
    refuse_inputs,
    targets,
    write_file,
)
from govdisclosure.i18n import Message
from govdisclosure.output.csv import CSV_HEADER

Result: TypeAlias = FileRead | UnreadFile
Work: TypeAlias = Callable[..., Result]

_REPORTS = ("json", "reading")
"""The formats that give each file an output of its own; the others make one table of all."""


def add_arguments(command: Parser) -> None:
    """Files and folders, what to write of them, and how many to read at once."""
    say = command.say
    words = say(
        "报告、JSON 或目录，- 为标准输入",
        "reports, their JSON, folders (all below them but hidden and temporary files), or - for"
        " standard input",
    )
    command.add_argument("files", nargs="+", action=Files, metavar="FILE", help=words)
    words = say(
        "写入文件；多个文件时写入目录，或 OUT.jsonl",
        "write to a file; for several files OUT is a folder in which each keeps its place and"
        " name; OUT.jsonl is one file of JSON Lines",
    )
    add_output(command, "OUT", words, required=False)
    words = say(
        "报告、连同出处的读取结果，或每格一行的表",
        "the report; the whole reading with provenance and what was not placed; or one table of"
        " all cells",
    )
    add_format(command, *FORMATS, help=words)
    add_jobs(command)
    words = say("每个文件最多读几秒（默认 120）", "the most time for one file (default: 120)")
    command.add_argument(
        "--timeout", type=command.seconds, default=TIMEOUT, metavar="SECONDS", help=words
    )
    add_messages(command)
    words = say(
        "多个文件时，也逐条说明", "with several files, too, say everything that was noticed"
    )
    command.add_argument("-v", "--verbose", action="store_true", help=words)
    command.close(
        "2023.docx -o 2023.json",
        "reports/ --format cells-csv -o cells.csv",
        clean=say("全部读取，包括只读出一部分的", "all were read, if only in part"),
    )


def run(options: Namespace) -> int:
    """Read the files and write what is in them."""
    messages = messages_of(options)
    several = _are_several(options)
    folder = _folder(options, several)
    sources = inputs(options.files, folder)
    work = partial(read_file, format=options.format, indent=None if several and not folder else 2)
    summary = Summary()
    try:
        paths = targets(options.files, sources.files, folder) if folder else {}
        output = None if folder or not options.output else Path(options.output)
        refuse_inputs([output] if output else [], sources.files)
        one_by_one = (_read_one(file, work, options) for file in sources.files)
        reading = _read_several(sources, work, options) if several else one_by_one
        with closing(reading) as results:
            files = _files_read(results, summary, messages, options)
            header = CSV_HEADER if options.format == "cells-csv" else ""
            if folder:
                for file in files:
                    write_file(paths[file.file], [_encode(file.text)])
            elif output:
                _write_one(output, files, header, messages)
            else:
                for text in _with_header(files, header):
                    write(text)
                    sys.stdout.flush()  # so that lines are whole, whatever comes next
    except WriteError as problem:
        messages.error(problem.message)
        return USAGE
    if several:
        messages.note(*summary.lines(messages.language, sources.skipped))
    return UNREADABLE if summary.failed else CLEAN


def _are_several(options: Namespace) -> bool:
    return len(options.files) > 1 or os.path.isdir(options.files[0])


def _is_passed_over(result: Result, options: Namespace) -> bool:
    """Whether it is JSON of another kind in a folder, of which the summary will say the number."""
    foreign = isinstance(result, UnreadFile) and result.is_foreign
    return foreign and result.file not in options.files and not (options.quiet or options.verbose)


def _folder(options: Namespace, several: bool) -> str | None:
    """The folder for the reports, if each is to have a file of its own."""
    output: str | None = options.output
    if not output or options.format not in _REPORTS:
        return None
    if os.path.isdir(output) or output.endswith(("/", os.sep)):
        return output
    return output if several and not output.endswith(".jsonl") else None


def _files_read(
    results: Iterable[Result], summary: Summary, messages: Messages, options: Namespace
) -> Iterator[FileRead]:
    """The files that were read; of each file is said what there is to say, and it is counted."""
    briefly = _are_several(options) and not options.verbose
    for result in results:
        summary.add(result)
        if not _is_passed_over(result, options):
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


def _read_one(file: str, work: Work, options: Namespace) -> Result:
    """What comes of a single file."""
    with closing(Loader(options.timeout)) as loader:
        return work(file, loader=loader)


def _read_several(sources: Inputs, work: Work, options: Namespace) -> Generator[Result, None, None]:
    """What comes of each of many files, read in other processes; progress is shown."""
    yield from sources.unreadable
    failed = len(sources.unreadable)
    count = len(sources.files)
    jobs = options.jobs or cores()
    of_workers = [file for file in sources.files if file != "-"]
    with closing(in_workers(work, of_workers, jobs=jobs, limit=options.timeout)) as results:
        for number, file in enumerate(sources.files):
            if not options.quiet:
                show(number, count, failed, os.path.basename(file))
            try:
                result = _read_one(file, work, options) if file == "-" else next(results)
            finally:
                if not options.quiet:
                    clear()
            if isinstance(result, Lost):
                result = UnreadFile(file=file, reason=result.why)
            failed += isinstance(result, UnreadFile)
            yield result
