"""The three reports that speed is measured on: a sound one, a real one, a sparse one.

Only the first has neither a blank nor a note nor a failure, as hardly a published report has. All
come from JSON, as reports do; :func:`made_by_hand` is the same with nobody to vouch for its types.
"""

import json
from collections.abc import Mapping
from typing import Any

from attrs import evolve

from govdisclosure.codec import dumps, from_dict, loads
from govdisclosure.form import CellState
from govdisclosure.model import CellNote, OfficialReport
from tests.support.paths import ROOT

EXAMPLE = ROOT / "docs" / "examples" / "report-2021.json"

COLLECTED = {"x_collected": "2024-02-01"}
"""What a collector adds to every report."""


def sound() -> OfficialReport:
    """The example of the documents, without its extension."""
    data = json.loads(EXAMPLE.read_text("utf-8"))
    return from_dict(data | {"extensions": {}})


def real() -> OfficialReport:
    """25 cells with a dash, 3 notes with words, a total that is one too large, an extension."""
    report = sound()
    zeros = [address for address, number in report.cells() if number == 0]
    dashes = [address for address in zeros if address.startswith("/requests/outcomes/")][:25]
    cells: dict[str, Any] = dict.fromkeys(dashes)
    cells["/review_and_litigation/reconsideration/total"] = (
        report.review_and_litigation.reconsideration.total or 0
    ) + 1
    notes = dict.fromkeys(dashes, CellNote(printed="—", state=CellState.DASH))
    for address in [a for a, n in report.cells() if isinstance(n, int) and n > 0][:3]:
        number = dict(report.cells())[address]
        notes[address] = CellNote(printed=f"{number}（注）", note="含上年结转办结的事项")
    return _with(report, cells, notes, COLLECTED)


def sparse() -> OfficialReport:
    """160 cells that the source does not have, each with its note, as readings give."""
    report = sound()
    absent = [address for address in report.form.cells if address.startswith("/requests/")][15:]
    note = CellNote(printed="", state=CellState.ABSENT)
    return _with(report, dict.fromkeys(absent), dict.fromkeys(absent, note), {})


def _with(
    report: OfficialReport,
    cells: Mapping[str, Any],
    notes: Mapping[str, CellNote],
    extensions: Mapping[str, str],
) -> OfficialReport:
    in_order = {address: notes[address] for address in report.form.cells if address in notes}
    changed = evolve(report.replace(cells), cell_notes=in_order, extensions=extensions)
    return loads(dumps(changed))


DOCUMENTS = {"sound": sound, "real": real, "sparse": sparse}


def made_by_hand(report: OfficialReport) -> OfficialReport:
    """The same report as a program makes one."""
    return report.replace({})


def with_extension(report: OfficialReport) -> OfficialReport:
    """The same report as a collector hands it on."""
    return evolve(report, extensions=COLLECTED)


def text_of(report: OfficialReport) -> bytes:
    """The report as a file has it."""
    return dumps(report).encode()
