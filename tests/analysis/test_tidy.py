"""A report as a long table: one row a cell, from a reading and from JSON alike."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve

from govdisclosure.analysis import CellRow, tidy
from govdisclosure.codec import dumps, loads
from govdisclosure.files import read, read_text
from govdisclosure.form import CellState, Money, MoneyUnit
from govdisclosure.model import (
    EDITION_2019,
    EDITION_2021,
    EDITIONS,
    AnyEdition,
    AnyReport,
    CellNote,
    Report,
    edition_2019,
    edition_2021,
)

BROKEN = "docs/examples/xikou-2023-broken.txt"
FEES = "/proactive_disclosure/fees/amount_wan_yuan"
PURCHASES = "/proactive_disclosure/procurement/amount"


def row(report: AnyReport, pointer: str) -> CellRow:
    [cell] = [cell for cell in tidy(report) if cell.pointer == pointer]
    return cell


def test_a_row_names_its_cell_in_the_words_of_the_form() -> None:
    report = EDITION_2021.blank(issuer="青禾县", year=2024, number=0)
    pointer = "/requests/outcomes/denied/state_secret/commercial_enterprise"
    [cell] = [cell for cell in tidy(report, "a.txt") if cell.pointer == pointer]
    assert cell == CellRow(
        file="a.txt",
        issuer="青禾县",
        year=2024,
        edition="2021",
        table="三、收到和处理政府信息公开申请情况",
        row="三、本年度办理结果／（三）不予公开／1.属于国家秘密",
        column="商业企业",
        pointer=pointer,
        number=0,
        amount=None,
        unit="件",
        printed=None,
        state=CellState.NUMBER,
        note=None,
        has_note=False,
    )


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
def test_every_cell_is_there_once_and_its_words_tell_it_from_the_others(
    edition: AnyEdition,
) -> None:
    report = edition.blank(number=1)
    rows = list(tidy(report))
    assert [cell.pointer for cell in rows] == [pointer for pointer, _ in report.cells()]
    assert len({(cell.table, cell.row, cell.column) for cell in rows}) == len(rows)
    units = {"2019": {"件", "项", "个", ""}, "2021": {"件", "万元"}}
    assert {cell.unit for cell in rows} == units[report.requests.edition]


def test_the_edition_is_that_of_the_table_and_none_where_all_print_it_alike() -> None:
    report = Report.blank(edition_2021.ProactiveDisclosure, edition_2019.Requests)
    assert {cell.pointer.split("/")[1]: cell.edition for cell in tidy(report)} == {
        "proactive_disclosure": "2021",
        "requests": "2019",
        "review_and_litigation": "",
    }


@pytest.mark.parametrize("unit", ["元", "万元", "亿元", None])
def test_an_amount_states_its_own_unit_or_none(unit: MoneyUnit | None) -> None:
    report = EDITION_2019.blank().replace({PURCHASES: Money(Decimal("10.40"), unit)})
    cell = row(report, PURCHASES)
    assert (cell.amount, cell.unit) == ("10.40", unit or "")


def test_the_fees_of_2021_are_in_ten_thousand_yuan() -> None:
    cell = row(EDITION_2021.blank().replace({FEES: Decimal("10.40")}), FEES)
    assert (cell.number, cell.amount, cell.unit) == (None, "10.40", "万元")
    assert cell.state is CellState.NUMBER


@pytest.mark.parametrize("state", CellState)
def test_a_note_says_the_state_and_what_was_printed(state: CellState) -> None:
    value = 3 if state is CellState.NUMBER else None
    pointer = "/requests/received/total"
    note = CellNote(printed="原文", state=state)
    report = evolve(EDITION_2021.blank(), cell_notes={pointer: note}).replace({pointer: value})
    cell = row(report, pointer)
    printed = None if state is CellState.ABSENT else "原文"
    assert (cell.number, cell.state, cell.printed, cell.has_note) == (value, state, printed, True)


def test_a_blank_cell_is_blank_and_not_absent() -> None:
    rows = list(tidy(EDITION_2021.blank()))
    assert {(cell.number, cell.amount, cell.state, cell.printed) for cell in rows} == {
        (None, None, CellState.BLANK, None)
    }


def test_a_reading_knows_what_was_printed_in_every_cell() -> None:
    reading = read(BROKEN)
    rows = list(tidy(reading))
    assert [cell.printed for cell in rows] == [
        reading.provenance[pointer].printed for pointer, _ in reading.report.cells()
    ]
    blanks = [
        (cell.state, cell.printed) for cell in rows if (cell.number, cell.amount) == (None, None)
    ]
    assert (len(rows), blanks) == (200, [(CellState.DASH, "—")])


def test_json_says_the_same_of_a_report_but_for_what_was_printed() -> None:
    reading = read(BROKEN)
    again = loads(dumps(reading.report))
    read_rows = [cell._replace(printed=None) for cell in tidy(reading)]
    assert read_rows == [cell._replace(printed=None) for cell in tidy(again)]


def test_the_states_are_those_that_the_completeness_of_a_reading_counts() -> None:
    text = Path(BROKEN).read_text("utf-8").replace("| 3 | 1 | 14 |", "| 3 | 约一件 | 14 |")
    lines = [line for line in text.splitlines() if "（七）总计" not in line]
    reading = read_text("\n".join(lines))
    states = Counter(cell.state for cell in tidy(reading))
    counts = list(reading.completeness.values())
    assert states[CellState.ABSENT] == sum(c.absent for c in counts) == 7
    assert states[CellState.NUMBER] == sum(c.numbers for c in counts)
    assert states[CellState.UNREADABLE] == 1
