"""Workbooks: numbers are numbers, totals are sums, and nothing printed is calculated anew."""

from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from govdisclosure.errors import WriteError
from govdisclosure.files import empty_form, form_as
from govdisclosure.form import CellState
from govdisclosure.model import EDITION_2021, EDITIONS, AnyEdition, AnyReport, CellNote

ZERO = EDITION_2021.blank(issuer="青禾县", year=2023, number=0)
REQUESTS, CASES = "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"


def book(report: AnyReport, **how: Any) -> Any:
    return openpyxl.load_workbook(BytesIO(form_as(report, "xlsx")), **how)


def cells(report: AnyReport, sheet: str, **how: Any) -> list[list[Any]]:
    """The rows of a sheet without the cells that a merged one covers."""
    rows = book(report, **how)[sheet].iter_rows(values_only=True)
    return [[value for value in row if value is not None] for row in rows]


def test_totals_are_live_sums_over_their_parts() -> None:
    report = ZERO.replace(
        {
            "/review_and_litigation/reconsideration/upheld": 2,
            "/review_and_litigation/reconsideration/total": 2,
        }
    )
    formulas = cells(report, CASES)[-1]
    assert formulas[:5] == [2, 0, 0, 0, "=SUM(A5:D5)"]
    assert cells(report, CASES, data_only=True)[-1][:5] == [2, 0, 0, 0, 2]


def test_rows_and_the_column_of_outcomes_are_summed() -> None:
    rows = {tuple(row[:-7])[-1]: row[-7:] for row in cells(ZERO, REQUESTS)[4:]}
    assert rows["（一）予以公开"] == [0, 0, 0, 0, 0, 0, "=SUM(D7:I7)"]
    assert rows["（七）总计"][0] == "=SUM(D7:D27)"


def test_a_total_that_does_not_come_out_stands_as_printed() -> None:
    report = ZERO.replace({"/review_and_litigation/reconsideration/total": 3})
    assert cells(report, CASES)[-1][:5] == [0, 0, 0, 0, 3]


def test_a_total_over_a_blank_stands_as_printed() -> None:
    report = ZERO.replace({"/review_and_litigation/reconsideration/upheld": None})
    assert book(report)[CASES]["E5"].value == 0


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
def test_an_empty_form_adds_up_what_will_be_filled_in(edition: AnyEdition) -> None:
    sheet = book(empty_form(edition))[CASES]
    assert sheet["E5"].value == '=IF(COUNT(A5:D5)=0,"",SUM(A5:D5))'
    assert sheet["A5"].value in (None, "")


def test_an_amount_keeps_the_decimals_that_it_was_written_with() -> None:
    report = ZERO.replace({"/proactive_disclosure/fees/amount_wan_yuan": Decimal("10.40")})
    [cell] = [
        cell
        for row in book(report)["二、主动公开政府信息情况"].iter_rows()
        for cell in row
        if cell.value == 10.4
    ]
    assert cell.number_format == "0.00"


def test_a_formula_in_a_report_is_text() -> None:
    hostile = '=HYPERLINK("http://example.invalid","x")'
    note = CellNote(printed=hostile)
    report = ZERO.replace(
        {"/overview": (hostile,), "/cell_notes": {"/requests/received/total": note}}
    )
    cells_with_text = [
        cell
        for sheet in book(report)
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and "HYPERLINK" in cell.value
    ]
    assert [cell.data_type for cell in cells_with_text] == ["s", "s"]


def test_a_text_that_no_cell_can_hold_is_refused_and_not_left_out() -> None:
    longest = ZERO.replace({"/overview": ("公" * 32_767,)})
    assert cells(longest, "青禾县2023年政府信息公开工作年度报告")[2] == ["公" * 32_767]
    with pytest.raises(WriteError, match="32,767"):
        form_as(longest.replace({"/overview": ("公" * 32_768,)}), "xlsx")
    note = CellNote(printed="注" * 32_768, state=CellState.UNREADABLE)
    changes = {"/requests/received/total": None, "/cell_notes": {"/requests/received/total": note}}
    with pytest.raises(WriteError, match="32,767"):
        form_as(ZERO.replace(changes), "xlsx")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("😀" * 31, "😀" * 15),
        ("History", "Histor"),
        (f"[{'a' * 40}]", "a" * 31),
        (REQUESTS, REQUESTS),
        ("[]:*?/\\'", "Sheet1"),
    ],
)
def test_a_sheet_is_named_as_a_spreadsheet_allows(title: str, name: str) -> None:
    sheets = book(ZERO.replace({"/title": title})).sheetnames
    assert sheets[0] == name
    assert len(sheets) == len({sheet.lower() for sheet in sheets}) == 4


def test_prose_is_printed_on_as_many_pages_as_it_takes() -> None:
    report = ZERO.replace({"/overview": ("公开信息12条。" * 500,) * 3})
    [prose, *tables] = book(report).worksheets
    assert prose.page_setup.fitToHeight == 0
    # A page is what a workbook means where it does not say how many.
    assert [sheet.page_setup.fitToHeight for sheet in tables] == [None] * 3
    heights = [row.height for row in prose.row_dimensions.values()]
    assert 400 < max(heights) <= 409  # more than that is no height of a row
