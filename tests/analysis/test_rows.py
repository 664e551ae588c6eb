"""Reports back from a table of cells, through the data frames that it is made for."""

import json
from collections.abc import Callable
from decimal import Decimal
from math import inf, nan
from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.analysis import CellRow, reports_from_rows, tidy
from govdisclosure.codec import dumps
from govdisclosure.errors import InvalidReportError
from govdisclosure.files import read
from govdisclosure.form import CellState, Kind, Money
from govdisclosure.model import EDITION_2021, EDITIONS, AnyReport, CellNote, Report
from govdisclosure.output.csv import jsonl_text
from govdisclosure.testing import reports
from tests.support.cases import FORMS
from tests.support.forms import EDITIONS_AND_FREEDONIA, some
from tests.support.freedonia import FREEDONIA

BROKEN = "docs/examples/xikou-2023-broken.txt"
TOTAL, FEES = "/requests/received/total", "/proactive_disclosure/fees/amount_wan_yuan"
BOUGHT = "/proactive_disclosure/procurement/amount"
OF = {"issuer": "青禾县", "year": 2024}
BLANK = EDITION_2021.blank(issuer="青禾县", year=2024)

NO_CELLS: dict[str, Any] = {
    **dict.fromkeys(("/title", "/period", "/preamble", "/overview")),
    **dict.fromkeys(("/problems_and_improvements", "/other_matters")),
    "/extensions": {},
}


def only_cells(report: AnyReport) -> AnyReport:
    """A report without what stands in no cell; of one that is absent nothing is printed."""
    notes = {
        pointer: evolve(note, printed="") if note.state is CellState.ABSENT else note
        for pointer, note in report.cell_notes.items()
    }
    return report.replace({**NO_CELLS, "/cell_notes": notes})


def rows_of(some_reports: list[AnyReport]) -> list[CellRow]:
    return [row for n, report in enumerate(some_reports) for row in tidy(report, f"{n}.docx")]


def made_up(count: int) -> list[AnyReport]:
    """Reports on every form, with blanks, notes and amounts; always the same."""
    dealer = Random(count)
    return [_made_up(dealer, number) for number in range(count)]


def _made_up(dealer: Random, number: int) -> AnyReport:
    blank = FORMS[number % len(FORMS)].blank()
    changes: dict[str, Any] = {"/year": dealer.choice([None, 2020, 2024]), "/cell_notes": {}}
    for pointer, column in blank.form.cells.items():
        value: Any = dealer.choice([None, 0, 3, dealer.randint(-9, 2**53 - 1)])
        if column.kind in (Kind.AMOUNT, Kind.MONEY):
            value = dealer.choice([None, Decimal(dealer.randint(0, 10**9)).scaleb(-3)])
        if column.kind is Kind.MONEY:
            value = Money(value, dealer.choice([None, "元", "万元"]))
        changes[pointer] = value
        if value is None and dealer.random() < 0.2:
            changes["/cell_notes"][pointer] = CellNote(printed="—", state=CellState.DASH)
        elif dealer.random() < 0.02:
            changes["/cell_notes"][pointer] = CellNote(printed="3件", note="件")
    return blank.replace(changes)


Back = Callable[[list[CellRow]], Any]


def through_pandas(rows: list[CellRow]) -> Any:
    return pytest.importorskip("pandas").DataFrame(rows).to_dict("records")


def through_iterated_pandas(rows: list[CellRow]) -> Any:
    """With the columns of whole numbers that have a sign of their own for nothing."""
    frame = pytest.importorskip("pandas").DataFrame(iter(rows))
    return frame.astype({"number": "Int64", "year": "Int64"}).to_dict("records")


def through_polars(rows: list[CellRow]) -> Any:
    return pytest.importorskip("polars").DataFrame(rows).iter_rows(named=True)


def through_json_lines(rows: list[CellRow]) -> Any:
    return map(json.loads, jsonl_text(rows).splitlines())


WAYS = {
    "rows": iter,
    "JSON Lines": through_json_lines,
    "pandas": through_pandas,
    "pandas with NA": through_iterated_pandas,
    "Polars": through_polars,
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("count", [40, pytest.param(1_000, marks=pytest.mark.slow)])
def test_reports_come_back_equal_from_rows(way: Back, count: int) -> None:
    some_reports = made_up(count)
    again = reports_from_rows(way(rows_of(some_reports)))
    assert list(again) == some_reports
    assert [*map(dumps, again)] == [*map(dumps, some_reports)]  # digits of amounts included


@pytest.mark.parametrize("edition", EDITIONS_AND_FREEDONIA, ids=lambda edition: edition.name)
@some(40)
@given(data=st.data())
def test_any_report_comes_back_but_for_what_is_in_no_cell(
    edition: Any, data: st.DataObject
) -> None:
    report = only_cells(data.draw(reports(*edition.tables)))
    assert reports_from_rows(tidy(report), EDITIONS_AND_FREEDONIA) == (report,)


def test_a_reading_comes_back_with_its_notes_and_no_more() -> None:
    reading = read(BROKEN)
    assert reports_from_rows(tidy(reading)) == (only_cells(reading.report),)


def test_rows_of_several_reports_may_be_mixed() -> None:
    some_reports = made_up(3)
    rows = rows_of(some_reports)
    Random(1).shuffle(rows)
    order = list(dict.fromkeys(row.file for row in rows))
    assert list(reports_from_rows(rows)) == [some_reports[int(name[0])] for name in order]


def test_a_table_of_ones_own_needs_a_pointer_and_a_value() -> None:
    rows = [{**OF, "pointer": TOTAL, "number": 3.0}, {**OF, "pointer": FEES, "number": 10.4}]
    expected = BLANK.replace({TOTAL: 3, FEES: Decimal("10.4")})
    assert reports_from_rows(rows) == (expected,)


@pytest.mark.parametrize(
    "value", [3, 3.0, Decimal(3), Decimal("3.00"), "3", "3.00"], ids=lambda v: repr(v)
)
def test_an_amount_is_taken_in_any_exact_form(value: Any) -> None:
    key = "amount" if isinstance(value, str) else "number"
    [report] = reports_from_rows([{**OF, "pointer": FEES, key: value}])
    assert dict(report.cells())[FEES] == 3


@pytest.mark.parametrize("nothing", [None, nan, Decimal("NaN"), Decimal("sNaN")])
def test_what_is_nothing_in_a_data_frame_is_blank(nothing: Any) -> None:
    row = {**OF, "pointer": TOTAL, "number": nothing, "note": nothing, "state": nothing}
    assert reports_from_rows([row]) == (BLANK,)


def test_numbers_of_numpy_are_numbers() -> None:
    numpy = pytest.importorskip("numpy")
    row = {"issuer": "青禾县", "year": numpy.int64(2024), "pointer": TOTAL}
    for number in (numpy.int64(3), numpy.uint8(3), numpy.float64(3)):
        assert reports_from_rows([{**row, "number": number}]) == (BLANK.replace({TOTAL: 3}),)
    assert refusal({**row, "number": numpy.array([3, 4])}) == [("JSON-TYPE", TOTAL)]
    odd = {**row, "number": numpy.float64(3.5), "has_note": numpy.bool_(True)}
    assert refusal(odd) == [("JSON-TYPE", TOTAL)]


def test_without_a_name_of_an_edition_it_is_that_of_the_year() -> None:
    rows = [{"year": year, "pointer": TOTAL, "number": 1} for year in (2020, 2024)]
    forms = [report.form for report in reports_from_rows(rows)]
    assert forms == [edition.form for edition in EDITIONS]
    row = {"edition": FREEDONIA.name, "pointer": "/requests/received/total", "number": 1}
    assert refusal(row) == [("JSON-EDITION", "/proactive_disclosure")]


def refusal(*rows: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(InvalidReportError) as caught:
        reports_from_rows(rows)
    assert all(str(one.message.params["report"]) for one in caught.value.findings)
    return [(one.rule_id, one.pointer) for one in caught.value.findings]


NOTE = "/cell_notes/" + TOTAL.replace("/", "~1")
WRONG: dict[str, tuple[dict[str, Any], str, str]] = {
    "a fraction": ({"number": 3.5}, "JSON-TYPE", TOTAL),
    "a text": ({"number": "3"}, "JSON-TYPE", TOTAL),
    "a truth": ({"number": True}, "JSON-TYPE", TOTAL),
    "an infinity": ({"number": inf}, "JSON-TYPE", TOTAL),
    "a list": ({"number": [3]}, "JSON-TYPE", TOTAL),
    "too large a number": ({"number": 2**53}, "JSON-RANGE", TOTAL),
    "an amount in a cell of counts": ({"amount": "3"}, "JSON-TYPE", TOTAL),
    "a number and an amount": ({"number": 3, "amount": "3"}, "JSON-VALUE", TOTAL),
    "another unit": ({"pointer": FEES, "number": 3, "unit": "元"}, "JSON-VALUE", FEES),
    "an amount in words": ({"pointer": FEES, "amount": "三"}, "JSON-PATTERN", FEES),
    "an endless amount": ({"pointer": FEES, "number": inf}, "JSON-TYPE", FEES),
    "a cell that no form has": ({"pointer": "/requests/recieved/total"}, "JSON-UNKNOWN-KEY", ""),
    "a cell of another edition": ({"pointer": BOUGHT, "number": 3}, "JSON-UNKNOWN-KEY", ""),
    "no cell": ({"pointer": None}, "JSON-UNKNOWN-KEY", ""),
    "an edition that is none": ({"edition": "2020"}, "JSON-EDITION", "/requests"),
    "no edition and no year": ({"year": None}, "JSON-EDITION", "/proactive_disclosure"),
    "a year in words": ({"year": "2024"}, "JSON-EDITION", "/proactive_disclosure"),
    "a year without end": ({"year": inf}, "JSON-EDITION", "/proactive_disclosure"),
    "a list of years": ({"year": [2024]}, "JSON-EDITION", "/proactive_disclosure"),
    "a list of editions": ({"edition": ["2021"]}, "JSON-EDITION", "/requests"),
    "a list of issuers": ({"issuer": ["青禾县"]}, "JSON-TYPE", "/issuer/name"),
    "a state that is none": ({"state": "odd"}, "JSON-VALUE", f"{NOTE}/state"),
    "a note that is no text": ({"note": 3}, "JSON-TYPE", f"{NOTE}/note"),
    "a print that is no text": ({"has_note": True, "printed": 3}, "JSON-TYPE", f"{NOTE}/printed"),
    "a flag that is a text": ({"has_note": "False"}, "JSON-TYPE", TOTAL),
    "an issuer that is no text": ({"issuer": 3}, "JSON-TYPE", "/issuer/name"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_refused_with_its_pointer(name: str) -> None:
    change, rule_id, pointer = WRONG[name]
    assert refusal({**OF, "pointer": TOTAL, **change}) == [(rule_id, pointer)]


def test_two_rows_of_one_cell_are_refused_and_all_problems_are_told() -> None:
    row = {**OF, "pointer": TOTAL, "number": 1}
    unit = {**OF, "pointer": FEES, "unit": "元"}
    assert refusal(row, row, unit) == [("JSON-DUPLICATE-KEY", TOTAL), ("JSON-VALUE", FEES)]


def test_a_refusal_says_whose_report_it_is() -> None:
    rows = [{"file": "a.xlsx", **OF, "pointer": TOTAL, "number": number} for number in (1, 1)]
    with pytest.raises(InvalidReportError, match=r"a\.xlsx 青禾县 2024：同一格有两行"):
        reports_from_rows(rows)


@pytest.mark.parametrize("odd", [None, TOTAL, (TOTAL, 3)])
def test_a_row_that_is_none_is_refused(odd: Any) -> None:
    with pytest.raises(TypeError, match="a row is a CellRow or a mapping"):
        reports_from_rows([odd])


def test_no_rows_are_no_reports() -> None:
    assert reports_from_rows([]) == ()
    report: AnyReport = Report.blank(*FREEDONIA.tables)
    assert reports_from_rows(tidy(report), [FREEDONIA]) == (report,)
