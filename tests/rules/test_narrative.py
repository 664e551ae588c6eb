"""Sections that say something, and cells that are filled in."""

import pytest

from govdisclosure.findings import Verdict
from govdisclosure.form import CellState
from govdisclosure.model import EDITION_2021, CellNote
from govdisclosure.rules.narrative import cells_filled, problems_stated

REPORT = EDITION_2021.blank(number=0)
CELL = "/requests/received/total"


@pytest.mark.parametrize(
    ("paragraphs", "verdict"),
    [(("更新不够及时。",), Verdict.PASS), ((), Verdict.FAIL), (None, Verdict.NOT_EVALUATED)],
)
def test_a_heading_without_text_fails_and_a_lost_section_is_not_accused(
    paragraphs: tuple[str, ...] | None, verdict: Verdict
) -> None:
    [result] = problems_stated(REPORT.replace({"/problems_and_improvements": paragraphs}))
    assert result.verdict is verdict


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        (None, Verdict.FAIL),
        (CellState.DASH, Verdict.FAIL),
        (CellState.UNREADABLE, Verdict.NOT_EVALUATED),
        (CellState.ABSENT, Verdict.NOT_EVALUATED),
    ],
)
def test_a_blank_is_told_and_what_the_reader_missed_is_not_accused(
    state: CellState | None, verdict: Verdict
) -> None:
    notes = {CELL: CellNote(printed="", state=state)} if state else {}
    [result] = cells_filled(REPORT.replace({CELL: None, "/cell_notes": notes}))
    assert result.verdict is verdict
    assert [o.pointer for o in result.operands] == [CELL]


def test_a_full_report_passes() -> None:
    [result] = cells_filled(REPORT)
    assert (result.verdict, result.operands) == (Verdict.PASS, ())


@pytest.mark.parametrize("blank", [["total"], ["total", "natural_person"], ["natural_person"]])
def test_who_reads_blanks_as_zero_is_not_told_of_them(blank: list[str]) -> None:
    report = REPORT.replace({f"/requests/received/{cell}": None for cell in blank})
    [result] = cells_filled(report, "zero")
    assert result.verdict is (Verdict.NOT_EVALUATED if "total" in blank else Verdict.PASS)
