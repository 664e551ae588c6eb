"""An error of the report, or of reading it: what the print of a cell says."""

import re
import unicodedata

from govdisclosure.analysis.diagnosis._proposals import Seen
from govdisclosure.analysis.diagnosis._repairs import Origin
from govdisclosure.findings import Severity
from govdisclosure.form import CellState, Kind, pointer, tokens
from govdisclosure.model import AnyReport, Reading
from govdisclosure.transcribe import read_number


def prints(report: AnyReport, reading: Reading | None) -> Seen:
    """What is known of the print of any cell, from the report's notes and its reading.

    Digits are compared, so that ``1 0`` is the print of a 10 that was read as 1.
    """
    doubted = _doubted(reading)

    def seen(address: str, old: int | None, new: int) -> tuple[Origin, str | None]:
        text, state = _print(report, reading, address)
        if address in doubted or pointer(*tokens(address)[:-1]) in doubted:
            return Origin.DOUBTFUL, text
        if text is None:
            return Origin.UNKNOWN, None
        if state is CellState.UNREADABLE or _digits(text) == str(abs(new)):
            return Origin.READING, text
        same = read_number(text, Kind.CHANGE).value == old
        return (Origin.REPORT if same else Origin.UNKNOWN), text

    return seen


def _doubted(reading: Reading | None) -> frozenset[str]:
    """The addresses of which reading warns."""
    messages = reading.findings if reading else ()
    return frozenset(m.pointer for m in messages if m.severity is not Severity.INFO)


def _print(
    report: AnyReport, reading: Reading | None, address: str
) -> tuple[str | None, CellState | None]:
    if reading and address in reading.provenance:
        seen = reading.provenance[address]
        return seen.printed, seen.state
    if note := report.cell_notes.get(address):
        return note.printed, note.state
    return None, None


def _digits(text: str) -> str:
    return re.sub(r"\D", "", unicodedata.normalize("NFKC", text))
