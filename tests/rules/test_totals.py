"""Totals filled in from their parts: which, and which never."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.errors import InvalidReportError
from govdisclosure.form import SAFE, CellState
from govdisclosure.model import EDITIONS, AnyEdition, AnyReport, CellNote, Reading
from govdisclosure.rules import fill_totals, totals
from govdisclosure.testing import consistent_reports, reports
from tests.support import cases
from tests.support.cases import PURE_2021

ROW = "/requests/received"
TOTAL = f"{ROW}/total"
ALL = "/requests/outcomes/total/total"


def without(report: AnyReport, *pointers: str) -> AnyReport:
    return report.replace(dict.fromkeys(pointers))


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
@given(data=st.data())
def test_all_totals_of_a_report_that_adds_up_come_back(
    edition: AnyEdition, data: st.DataObject
) -> None:
    report = data.draw(consistent_reports(*edition.tables))
    sums = totals(edition.form)
    chosen = data.draw(st.sets(st.sampled_from(sorted(sums))))
    filled = fill_totals(without(report, *chosen))
    assert filled.report == report
    assert filled.numbers.keys() == chosen


@given(data=st.data())
def test_no_number_is_overwritten_and_none_is_made_of_blanks(data: st.DataObject) -> None:
    report = data.draw(reports(*EDITIONS[-1].tables))
    filled = fill_totals(report)
    before, after = dict(report.cells()), dict(filled.report.cells())
    assert {p: n for p, n in after.items() if n != before[p]} == filled.numbers
    assert all(before[pointer] is None for pointer in filled.numbers)
    assert fill_totals(filled.report).numbers == {}


def test_a_blank_part_leaves_the_total_blank() -> None:
    report = without(PURE_2021.blank(0), f"{ROW}/natural_person", TOTAL)
    assert fill_totals(report).numbers == {}
    assert fill_totals(report).report == report


def test_a_total_that_comes_to_two_numbers_stays_blank() -> None:
    changes = {"/requests/outcomes/total/natural_person": 7, ALL: None}
    assert fill_totals(PURE_2021.blank(0).replace(changes)).numbers == {}


def test_a_total_that_only_one_way_gives_is_filled() -> None:
    report = without(PURE_2021.blank(0), "/requests/outcomes/granted/natural_person", ALL)
    assert fill_totals(report).numbers == {ALL: 0}


@pytest.mark.parametrize("state", CellState)
def test_what_may_be_a_number_is_left_and_a_sign_for_nothing_is_handed_back(
    state: CellState,
) -> None:
    note = CellNote(printed="—", state=state)
    report = without(PURE_2021.blank(0), TOTAL).replace({"/cell_notes": {TOTAL: note}})
    filled = fill_totals(report)
    if state in (CellState.NUMBER, CellState.UNREADABLE, CellState.ABSENT):
        assert (filled.report, filled.notes) == (report, {})
    else:
        assert filled.numbers == {TOTAL: 0}
        assert filled.notes == {TOTAL: note}
        assert filled.report.cell_notes == {}


def test_notes_of_other_cells_stay() -> None:
    notes = {f"{ROW}/natural_person": CellNote(printed="0件", note="件")}
    report = without(PURE_2021.blank(0), TOTAL).replace({"/cell_notes": notes})
    assert fill_totals(report).report.cell_notes == notes


def test_a_total_beyond_what_json_keeps_stays_blank() -> None:
    changes = {f"{ROW}/natural_person": SAFE, TOTAL: None}
    report = PURE_2021.blank(0).replace(changes)
    assert fill_totals(report).numbers == {TOTAL: SAFE}
    other = next(pointer for pointer in totals(report.form)[TOTAL] if "natural" not in pointer)
    assert fill_totals(report.replace({other: 1})).numbers == {}


@pytest.mark.parametrize(
    "odd", [None, 3, Reading(report=cases.A, provenance={}, unplaced=(), findings=())]
)
def test_what_is_no_report_is_refused(odd: Any) -> None:
    with pytest.raises(TypeError):
        fill_totals(odd)


def test_a_value_that_is_no_number_is_refused() -> None:
    odd: Any = "2023"
    with pytest.raises(InvalidReportError):
        fill_totals(evolve(cases.A, year=odd))
