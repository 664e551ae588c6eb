"""Reading files, one or many: what is written and said of each, and of all at the end."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field, frozen

from govdisclosure.analysis import CellRow, tidy
from govdisclosure.cli._addresses import function_at
from govdisclosure.cli._messages import Messages
from govdisclosure.codec import encode
from govdisclosure.files import Loader, Source, UnreadFile, load
from govdisclosure.findings import Finding
from govdisclosure.form import CellState
from govdisclosure.i18n import Language, Message

FORMATS: Mapping[str, str] = {
    "json": "codec:dumps",
    "reading": "output.json:reading_data",
    "cells-csv": "output.csv:csv_text",
    "cells-jsonl": "output.csv:jsonl_text",
}
"""What is written of a file: its report, its whole reading, or its cells."""


@frozen(kw_only=True)
class FileRead:
    """A file that was read: the text to write, and what its reading came to."""

    file: str
    text: str
    states: Mapping[CellState, int]
    remarks: tuple[Finding, ...]
    unplaced: int

    @property
    def whole(self) -> bool:
        """Whether every cell of the form was found and understood."""
        return not self.states[CellState.ABSENT] and not self.states[CellState.UNREADABLE]


def read_file(
    file: str, format: str, *, indent: int | None = 2, loader: Loader | None = None
) -> FileRead | UnreadFile:
    """Read a file and write it out; ``indent`` lays out JSON, ``None`` puts it in one line.

    Without a ``loader`` this should run in a process of its own.
    """
    source = loader.load(file) if loader else load(file, of_many=True)
    if isinstance(source, UnreadFile):
        return source
    rows = list(tidy(source.reading or source.report, file))
    make = function_at(FORMATS[format])
    match format:
        case "json":
            text = make(source.report, indent=indent)
        case "reading":
            text = encode(make(source.report, source.reading), indent)
        case _:
            text = make(rows)
    return file_read(source, file, rows, text)


def file_read(source: Source, file: str, rows: Sequence[CellRow], text: str = "") -> FileRead:
    """A file with what its reading came to."""
    return FileRead(
        file=file,
        text=text,
        states=Counter(row.state for row in rows),
        remarks=source.reading.doubts if source.reading else (),
        unplaced=len(source.reading.unplaced) if source.reading else 0,
    )


def print_file(messages: Messages, file: FileRead | UnreadFile, *, briefly: bool = False) -> None:
    """Say what there is to say of a file, ``briefly`` in one line.

    That is nothing if it was read whole and without doubt.
    """
    if isinstance(file, UnreadFile):
        messages.error(*file.render(messages.language, briefly=briefly))
    elif briefly:
        messages.note(*_one_line(file, messages.language), file=file.file)
    else:
        messages.note(*file.remarks, *_gaps(file), file=file.file)


def _one_line(file: FileRead, language: Language) -> Iterator[str]:
    count = len(file.remarks)
    remarks = [Message("remarks", {"count": count})] if count else []
    if parts := [message.render(language) for message in (*_gaps(file), *remarks)]:
        yield language.semicolon.join(parts)


def _gaps(file: FileRead) -> Iterator[Message]:
    """Cells that were not read, and pieces that found no place."""
    if file.unplaced or not file.whole:
        yield _cell_counts(file.states)
    if file.unplaced:
        yield Message("unplaced", {"count": file.unplaced})


def _cell_counts(states: Mapping[CellState, int]) -> Message:
    """The number of cells in each state, those without a number in one."""
    gaps = {state: states[state] for state in (CellState.UNREADABLE, CellState.ABSENT)}
    every, numbers = sum(states.values()), states[CellState.NUMBER]
    about = {"all": every, "number": numbers, "empty": every - numbers - sum(gaps.values())}
    return Message("cells_counted", about | {state.value: n for state, n in gaps.items()})


@define
class Summary:
    """Counts over all files: read whole, in part and not at all, and why; cells by state."""

    whole: int = 0
    part: int = 0
    unplaced: int = 0
    refused: Counter[Message] = field(factory=Counter)
    states: Counter[CellState] = field(factory=Counter)

    @property
    def failed(self) -> int:
        """How many files were not read."""
        return self.refused.total()

    def add(self, file: FileRead | UnreadFile) -> None:
        """Count one more file."""
        if isinstance(file, UnreadFile):
            key = "json_of_others" if file.is_foreign else "json_invalid"
            self.refused[file.reason or Message(key)] += 1
            return
        self.whole += file.whole
        self.part += not file.whole
        self.unplaced += file.unplaced
        self.states.update(file.states)

    def lines(self, language: Language, skipped: int = 0) -> Iterator[str]:
        """The summary: files, reasons from the most frequent, cells."""
        parts = {"whole": self.whole, "part": self.part, "refused": self.failed}
        yield Message("files_counted", {"all": sum(parts.values()), **parts}).render(language)
        for reason, count in self.refused.most_common():
            about = {"count": count, "why": reason}
            yield "  " + Message("refused_because", about).render(language)
        if skipped:
            yield Message("files_skipped", {"count": skipped}).render(language)
        yield _cell_counts(self.states).render(language)
        if self.unplaced:
            yield Message("unplaced", {"count": self.unplaced}).render(language)
