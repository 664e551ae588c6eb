"""Workbooks: numbers are numbers, totals are sums, and nothing printed is calculated anew."""

from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from govdisclosure.editions import EDITION_2021, EDITIONS, AnyEdition
from govdisclosure.model.report import AnyReport, CellNote
from govdisclosure.writers import empty_form, form_as

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
    found = [
        cell
        for sheet in book(report)
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and "HYPERLINK" in cell.value
    ]
    assert [cell.data_type for cell in found] == ["s", "s"]
