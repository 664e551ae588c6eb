"""A repair is a patch that fails when stale; applying it gives a new report."""

from copy import deepcopy
from typing import Any

import pytest
from attrs import evolve

from govdisclosure.analysis.diagnosis import Change, Origin, Repair, diagnose
from govdisclosure.codec import dumps, loads, to_dict
from govdisclosure.errors import StaleRepairError
from govdisclosure.files import read
from govdisclosure.findings import Finding, Severity
from govdisclosure.form import CellState
from govdisclosure.i18n import Message
from govdisclosure.model import CellNote
from tests.support import cases
from tests.support.by_hand import with_anything
from tests.support.cases import GROUPS, PURE_2019, ROWS

BROKEN = "docs/examples/xikou-2023-broken.txt"
REPAIR = diagnose(cases.L).faults[0].repairs[0]
CELL = f"{ROWS['N']}/natural_person"


def apply_patch(document: Any, patch: list[dict[str, Any]]) -> Any:
    """RFC 6902 by hand, as far as a repair uses it."""
    document = deepcopy(document)
    for step in patch:
        *way, last = step["path"].split("/")[1:]
        inner = document
        for token in way:
            inner = inner[token]
        if step["op"] == "test":
            assert inner[last] == step["value"]
        else:
            assert step["op"] == "replace"
            assert last in inner
            inner[last] = step["value"]
    return document


def test_the_patch_does_what_applying_does() -> None:
    mended = REPAIR.apply(cases.L)
    assert apply_patch(to_dict(cases.L), REPAIR.patch) == to_dict(mended)
    assert loads(dumps(mended)) == mended


def test_every_test_stands_before_any_change() -> None:
    assert [step["op"] for step in REPAIR.patch] == ["test", "test", "replace", "replace"]


def test_the_report_stays_as_it_is() -> None:
    before = deepcopy(cases.L)
    REPAIR.apply(cases.L)
    assert before == cases.L


@pytest.mark.parametrize("present", [61, None, True, "60"])
def test_a_repair_of_other_numbers_is_refused(present: Any) -> None:
    with pytest.raises(StaleRepairError, match="nothing was changed"):
        REPAIR.apply(with_anything(cases.L, {CELL: present}))


def test_a_repair_of_a_cell_that_a_form_lacks_is_refused() -> None:
    repair = diagnose(cases.case(cases.PURE_2021, "O3 1 0 0 0 0 0 2")).faults[0].repairs[0]
    with pytest.raises(StaleRepairError):
        repair.apply(PURE_2019.blank(0))


def test_a_blank_is_told_from_a_zero() -> None:
    cells = {f"{GROUPS[0]}/upheld": None, f"{GROUPS[0]}/total": 4}
    report = cases.PURE_2021.blank(0).replace(cells)
    assert diagnose(report).faults == ()
    [fault] = diagnose(report, blanks="zero").faults
    [repair] = [r for r in fault.repairs if r.changes[0].pointer.endswith("upheld")]
    assert repair.patch[0] == {"op": "test", "path": f"{GROUPS[0]}/upheld", "value": None}
    assert repair.apply(report).review_and_litigation.reconsideration.upheld == 4
    with pytest.raises(StaleRepairError):
        repair.apply(report.replace({f"{GROUPS[0]}/upheld": 0}))


def changes_of(repairs: tuple[Repair, ...]) -> list[Change]:
    return [change for repair in repairs for change in repair.changes]


def test_a_cell_that_was_printed_so_is_an_error_of_the_report() -> None:
    reading = read(BROKEN)
    first, _ = diagnose(reading.report, reading).faults
    [change] = first.repairs[0].changes
    assert (change.origin, change.printed) == (Origin.REPORT, "13")


def test_without_a_reading_nothing_is_known_of_the_print() -> None:
    changes = changes_of(diagnose(cases.A).faults[0].repairs)
    assert {(c.origin, c.printed) for c in changes} == {(Origin.UNKNOWN, None)}


@pytest.mark.parametrize(
    ("printed", "state", "origin"),
    [
        ("1 0", CellState.NUMBER, Origin.READING),
        ("１０件", CellState.NUMBER, Origin.READING),
        ("1", CellState.NUMBER, Origin.REPORT),
        ("1（其中 1 件撤回）", CellState.NUMBER, Origin.REPORT),
        ("7", CellState.NUMBER, Origin.UNKNOWN),
        ("1?", CellState.UNREADABLE, Origin.READING),
    ],
)
def test_what_a_note_says_was_printed_is_compared(
    printed: str, state: CellState, origin: Origin
) -> None:
    cell = f"{GROUPS[1]}/other_result"
    total = f"{GROUPS[1]}/total"
    report = cases.PURE_2021.blank(0).replace({cell: 1, f"{GROUPS[1]}/upheld": 2, total: 12})
    with_note = report.replace({"/cell_notes": {cell: CellNote(printed=printed, state=state)}})
    repairs = diagnose(with_note).faults[0].repairs
    [change] = [c for c in changes_of(repairs) if c.pointer == cell and c.new == 10][:1]
    assert (change.origin, change.printed) == (origin, printed)
    if origin is Origin.READING:
        assert change in repairs[0].changes


@pytest.mark.parametrize("beneath", ["", "/natural_person"])
@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.INFO])
def test_a_cell_or_row_that_reading_warned_of_is_in_doubt(beneath: str, severity: Severity) -> None:
    reading = read(BROKEN)
    warning = Finding(
        rule_id="READ-ROW-IN-DOUBT",
        severity=severity,
        pointer=ROWS["G"] + beneath,
        place=REPAIR.changes[0].place,
        message=Message("holds"),
    )
    doubtful = evolve(reading, findings=(warning,))
    [change] = diagnose(reading.report, doubtful).faults[0].repairs[0].changes
    origin = Origin.DOUBTFUL if severity is Severity.WARNING else Origin.REPORT
    assert change.origin is origin
