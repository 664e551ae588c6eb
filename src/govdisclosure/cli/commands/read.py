"""``govdisclosure read``: published reports → canonical JSON, or a table of their cells."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeAlias

from govdisclosure.cli._batch import FileRead, Form, read_file
from govdisclosure.cli._progress import clear, show
from govdisclosure.cli._stderr import print_messages
from govdisclosure.cli._summary import Summary, file_lines
from govdisclosure.cli.console import CLEAN, UNREADABLE, USAGE
from govdisclosure.errors import WriteError
from govdisclosure.files import Inputs, UnreadFile, cannot_write, inputs, keep_inputs, targets
from govdisclosure.i18n import LANGUAGES, escape_controls
from govdisclosure.output.csv import CSV_HEADER

Result: TypeAlias = FileRead | UnreadFile
Work: TypeAlias = Callable[[str], Result]


def run(options: Namespace) -> int:
    """Read the files and write what is in them; talk goes to standard error."""
    several = len(options.files) > 1 or os.path.isdir(options.files[0])
    folder = _folder(options, several)
    found = inputs(options.files, folder)
    form: Form = options.cells or ("reading" if options.reading else "report")
    work = partial(read_file, form=form, indent=None if several and not folder else 2)
    tally = Summary()
    try:
        places = _places(options, found.files, folder)
        one_by_one = (work(file) for file in found.files)
        with closing(_several(found, work, options) if several else one_by_one) as results:
            _write_all(results, places, tally, options, several)
    except WriteError as problem:
        print_messages(problem.message.render(LANGUAGES[options.lang]))
        return USAGE
    if several:
        print_messages(*tally.lines(LANGUAGES[options.lang], found.skipped))
    return UNREADABLE if tally.failed else CLEAN


def _folder(options: Namespace, several: bool) -> str | None:
    """The folder for the reports, if each is to have a file of its own."""
    output: str | None = options.output
    if not output or options.cells:
        return None
    if os.path.isdir(output) or output.endswith(("/", os.sep)):
        return output
    return output if several and not output.endswith(".jsonl") else None


def _places(
    options: Namespace, files: tuple[str, ...], folder: str | None
) -> Mapping[str, Path | None]:
    """Where what is read of each file goes; ``None`` is standard output."""
    if folder:
        places = targets(options.files, files, folder)
        for above in {place.parent for place in places.values()}:
            try:
                above.mkdir(parents=True, exist_ok=True)
            except OSError as problem:
                raise cannot_write(above, problem) from None
        return places
    path = Path(options.output) if options.output else None
    keep_inputs([path] if path else [], files)
    return dict.fromkeys(files, path)


def _several(found: Inputs, work: Work, options: Namespace) -> Generator[Result, None, None]:
    """What comes of each of many files, read in other processes; progress is shown."""
    from govdisclosure.files import Lost, in_workers

    yield from found.unreadable
    failed = len(found.unreadable)
    elsewhere = [file for file in found.files if file != "-"]
    jobs = options.jobs or _cores()
    with closing(in_workers(work, elsewhere, jobs=jobs, limit=options.timeout)) as results:
        for number, file in enumerate(found.files):
            show(
                sys.stderr,
                number,
                len(found.files),
                failed,
                escape_controls(os.path.basename(file)),
            )
            one = work(file) if file == "-" else next(results)
            clear(sys.stderr)
            read = UnreadFile(file=file, reason=one.why) if isinstance(one, Lost) else one
            failed += isinstance(read, UnreadFile)
            yield read


def _cores() -> int:
    """The cores that this process may use, which may be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _write_all(
    results: Iterable[Result],
    places: Mapping[str, Path | None],
    tally: Summary,
    options: Namespace,
    several: bool,
) -> None:
    """Write what was read, as it comes, and say of each file what there is to say."""
    head = CSV_HEADER if options.cells == "csv" else ""
    begun: set[Path | None] = set()
    for one in results:
        tally.add(one)
        print_messages(
            *(
                f"{one.file}: {line}"
                for line in file_lines(one, LANGUAGES[options.lang], briefly=several)
            )
        )
        if isinstance(one, FileRead):
            path = places[one.file]
            text = one.text if path in begun else head + one.text
            if path:
                _store(text, path, begun)
            else:
                sys.stdout.write(text)
            begun.add(path)


def _store(text: str, path: Path, begun: set[Path | None]) -> None:
    """Write a text to a file, or add it there; a new CSV says that it is UTF-8, for Excel."""
    mark = "\ufeff" if text.startswith(CSV_HEADER) else ""
    mode = "a" if path in begun else "w"
    try:
        with path.open(mode, encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.write(mark + text)
    except OSError as problem:
        raise cannot_write(path, problem) from None
