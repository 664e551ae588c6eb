"""What the command ``read`` does with one file, in this process or another."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from attrs import frozen

from govdisclosure.analysis import CellRow, tidy
from govdisclosure.codec import dumps
from govdisclosure.files import Source, UnreadFile, load
from govdisclosure.findings import Finding, Severity
from govdisclosure.form import CellState
from govdisclosure.i18n import Message
from govdisclosure.output.csv import csv_text, jsonl_text
from govdisclosure.output.json import reading_data

Form = Literal["report", "reading", "csv", "jsonl"]
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


def counted(states: Mapping[CellState, int]) -> Message:
    """The number of cells in each state, those without a number in one."""
    told = {state: states[state] for state in (CellState.UNREADABLE, CellState.ABSENT)}
    every, numbers = sum(states.values()), states[CellState.NUMBER]
    about = {"all": every, "number": numbers, "empty": every - numbers - sum(told.values())}
    return Message("cells_counted", about | {state.value: n for state, n in told.items()})


def read_file(file: str, form: Form, *, indent: int | None = 2) -> FileRead | UnreadFile:
    """Read a file and write it out; ``indent`` lays out JSON, ``None`` puts it in one line."""
    source = load(file)
    if isinstance(source, UnreadFile):
        return source
    rows = list(tidy(source.reading or source.report, file))
    match form:
        case "csv":
            text = csv_text(rows)
        case "jsonl":
            text = jsonl_text(rows)
        case "reading":
            text = _whole(source, indent)
        case "report":
            text = dumps(source.report, indent=indent)
    return file_read(source, file, rows, text)


def file_read(source: Source, file: str, rows: Sequence[CellRow], text: str = "") -> FileRead:
    """A file with what its reading came to."""
    messages = source.reading.findings if source.reading else ()
    return FileRead(
        file=file,
        text=text,
        states=Counter(row.state for row in rows),
        remarks=tuple(m for m in messages if m.severity is not Severity.INFO),
        unplaced=len(source.reading.unplaced) if source.reading else 0,
    )


def _whole(source: Source, indent: int | None) -> str:
    data = reading_data(source.report, source.reading)
    separators = (",", ":") if indent is None else None
    return json.dumps(data, ensure_ascii=False, indent=indent, separators=separators) + "\n"
