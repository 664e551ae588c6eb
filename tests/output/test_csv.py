"""Cells as CSV and JSON Lines: the same data in both, and nothing in it that runs."""

import csv
import io
import json
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.analysis import CellRow, DictionaryRow, data_dictionary, tidy
from govdisclosure.form import CellState, Money
from govdisclosure.i18n import ENGLISH, Text, escape_controls
from govdisclosure.model import EDITION_2019, EDITION_2021
from govdisclosure.output.csv import COLUMNS, CSV_HEADER, csv_text, dictionary_csv, jsonl_text
from tests.support import cases

ROW = next(iter(tidy(EDITION_2021.blank(issuer="青禾县", year=2024, number=0), "a.txt")))


def fields(rows: list[CellRow]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(CSV_HEADER + csv_text(rows), newline="")))


def field_of(text: str) -> str:
    """What stands in the field of a printed text."""
    [line] = fields([ROW._replace(printed=text)])
    return line["printed"]


def test_the_columns_are_these() -> None:
    assert CSV_HEADER == (
        "file,issuer,year,edition,table,row,column,pointer,number,amount,unit,printed,state,note,"
        "has_note\r\n"
    )
    assert ",".join(json.loads(jsonl_text([ROW]))) == ",".join(COLUMNS)


def test_a_cell_is_a_line_of_csv() -> None:
    assert csv_text([ROW._replace(printed="0，"), ROW._replace(number=None, issuer='"青,禾"')]) == (
        "a.txt,青禾县,2024,2021,二、主动公开政府信息情况,规章,本年制发件数,"
        "/proactive_disclosure/rules/issued,0,,件,0，,number,,False\r\n"
        'a.txt,"""青,禾""",2024,2021,二、主动公开政府信息情况,规章,本年制发件数,'
        "/proactive_disclosure/rules/issued,,,件,,number,,False\r\n"
    )


@pytest.mark.parametrize("report", [cases.A, cases.F, cases.H, cases.J, cases.L], ids="AFHJL")
def test_csv_and_json_lines_hold_the_same_cells(report: Any) -> None:
    rows = list(tidy(report, "r.json"))
    objects = [json.loads(line) for line in jsonl_text(rows).splitlines()]
    texts = [{k: "" if v is None else str(v) for k, v in cell.items()} for cell in objects]
    assert texts == fields(rows)
    assert [cell["pointer"] for cell in objects] == [pointer for pointer, _ in report.cells()]


def test_an_amount_keeps_its_digits_and_a_count_is_a_number() -> None:
    pointer = "/proactive_disclosure/procurement/amount"
    amount = Money(Decimal("0.0000000000010"), "元")
    rows = list(tidy(EDITION_2019.blank(number=-8).replace({pointer: amount})))
    [cell] = [json.loads(line) for line in jsonl_text(rows).splitlines() if pointer in line]
    assert cell["amount"] == "0.0000000000010"
    assert [row["amount"] for row in fields(rows) if row["pointer"] == pointer] == [cell["amount"]]
    assert json.loads(jsonl_text(rows[:1]))["number"] == -8
    assert fields(rows[:1])[0]["number"] == "-8"


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://a","b")',
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "＝1+1",
        " =1+1",
        "\t=1+1",
        "'=1",
        "-1-1",
    ],
)
def test_what_a_spreadsheet_might_run_is_a_text_there(text: str) -> None:
    assert field_of(text) == "'" + escape_controls(text)
    [line] = fields([ROW._replace(file=text, issuer=text)])
    assert (line["file"], line["issuer"]) == ("'" + escape_controls(text),) * 2


@pytest.mark.parametrize(
    "text", ["-8", "+21", "--253", "－8", "-1,113", "-0.5", "-", "——", "3", "", "无", "增1558", "/"]
)
def test_a_printed_number_or_sign_stays_as_it_is(text: str) -> None:
    assert field_of(text) == text


@given(st.text())
def test_no_field_begins_a_formula_and_every_cell_is_one_line(text: str) -> None:
    rows = [ROW._replace(printed=text, file=text, issuer=text)]
    assert len(csv_text(rows).splitlines()) == len(jsonl_text(rows).splitlines()) == 1
    begins = field_of(text).lstrip()[:1]
    assert begins not in set("=@＝＠\t\r")
    assert json.loads(jsonl_text(rows))["printed"] == text


def test_json_lines_keep_a_hostile_text_exactly_and_harmless() -> None:
    text = "\x1b[2J\x9b\u202e=1\n\u2028"
    line = jsonl_text([ROW._replace(printed=text)])
    assert json.loads(line) == {**ROW._asdict(), "printed": text}
    assert line.isprintable() is False  # the line end
    assert line[:-1].isprintable()
    assert field_of(text).isprintable()


@pytest.mark.parametrize("state", CellState)
def test_a_state_is_written_by_its_name(state: CellState) -> None:
    row = ROW._replace(state=state)
    assert fields([row])[0]["state"] == json.loads(jsonl_text([row]))["state"] == state.value


# The data dictionary


def records(*rows: DictionaryRow) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(dictionary_csv(rows), newline="")))


def test_a_text_of_the_dictionary_has_a_column_a_language_and_a_statement_its_mark() -> None:
    rows = data_dictionary()
    for row, record in zip(rows, records(*rows), strict=True):
        assert (record["row_zh"], record["row_en"]) == (row.row.zh, row.row.en)
        assert record["row_meaning_en"] == row.row_meaning.render(ENGLISH)
        assert record["row_meaning_sureness"] == row.row_meaning.sureness.value
        assert record["rules"].split() == [*row.rules]
        assert record["editions"].split() == [*row.editions]
        assert record["kind"] == row.kind.value


def test_the_columns_of_the_dictionary_are_these() -> None:
    assert dictionary_csv(data_dictionary()).partition("\r\n")[0] == (
        "pointer,editions,table_zh,table_en,group_zh,group_en,row_zh,row_en,column_zh,column_en,"
        "kind,unit,row_meaning_zh,row_meaning_en,row_meaning_sureness,row_counts_zh,row_counts_en,"
        "row_counts_sureness,column_meaning_zh,column_meaning_en,column_meaning_sureness,"
        "column_counts_zh,column_counts_en,column_counts_sureness,basis_zh,"
        "basis_en,sources,rules"
    )
    assert dictionary_csv([]) == "\r\n"


def test_nothing_in_the_dictionary_is_a_formula() -> None:
    row = evolve(data_dictionary()[0], row=Text("=HYPERLINK(A1)", '@a,"b"\x1b'))
    [record] = records(row)
    assert (record["row_zh"], record["row_en"]) == ("'=HYPERLINK(A1)", """'@a,"b"\\u001b""")
    for record in records(*data_dictionary()):
        assert not [text for text in record.values() if text.startswith(("=", "+", "-", "@", "'"))]
