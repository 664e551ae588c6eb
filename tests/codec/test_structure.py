"""Data → a report: nothing is coerced, and what is refused has its pointer."""

import json
import sys
from decimal import Decimal
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

import pytest

from govdisclosure.codec import dumps, loads, to_dict
from govdisclosure.codec._reports import from_dict
from govdisclosure.codec.validation import validate
from govdisclosure.form import CellState
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyReport, CellNote, Period
from tests.support.forms import EDITIONS_AND_FREEDONIA, Form, every_form
from tests.support.freedonia import FREEDONIA
from tests.support.json_documents import (
    AMOUNT,
    COUNT,
    document,
    keys_in,
    problems_in,
    problems_in_text,
    problems_when,
    raw,
    with_value,
)

# Pitfalls 1 and 2: nothing is coerced


@pytest.mark.parametrize(
    "value", ["3", 3.9, True, False, " 7 ", "１２", "1_000", "", [], {}, [3], 1e-3]
)
def test_what_is_not_a_whole_number_is_not_a_count(value: Any) -> None:
    assert problems_in(with_value(COUNT, value)) == [("JSON-TYPE", COUNT)]


def test_a_boolean_is_not_a_year() -> None:
    assert problems_in(document(year=True)) == [("JSON-TYPE", "/year")]


@pytest.mark.parametrize("value", [None, 3, True, ["a"]])
def test_what_is_not_a_string_is_not_words(value: Any) -> None:
    assert problems_in(document(overview=[value])) == [("JSON-TYPE", "/overview/0")]


def test_null_does_not_turn_into_the_word_none() -> None:
    period = {"start": None, "end": "2023-12-31"}
    assert problems_in(document(period=period)) == [("JSON-TYPE", "/period/start")]


@pytest.mark.parametrize("value", [10.4, 10, True, {"value": "1"}])
def test_a_number_is_not_an_amount(value: Any) -> None:
    assert problems_in(with_value(AMOUNT, value)) == [("JSON-TYPE", AMOUNT)]


@pytest.mark.parametrize(
    "value",
    ["", " 1", "1 ", "+1", "01", "1.", ".5", "1e2", "1,000", "NaN", "１", "1\n", "9" * 41, "--1"],
)
def test_an_amount_is_written_in_one_way(value: str) -> None:
    assert problems_in(with_value(AMOUNT, value)) == [("JSON-PATTERN", AMOUNT)]


# Pitfall 3: a number without a fraction is a whole number


@pytest.mark.parametrize(
    ("text", "count"), [("3.0", 3), ("1e2", 100), ("-0.0", 0), ("-0", 0), ("30E-1", 3)]
)
def test_a_number_without_a_fraction_is_a_count_and_is_written_as_one(
    text: str, count: int
) -> None:
    report = loads(raw(COUNT, text))
    assert type(report.requests.received.total) is int
    assert to_dict(report) == with_value(COUNT, count)
    assert dumps(report) == dumps(from_dict(with_value(COUNT, count)))


@pytest.mark.parametrize("limit", [2**53 - 1, -(2**53 - 1)])
def test_the_largest_count_is_what_every_reader_keeps(limit: int) -> None:
    further = limit + (1 if limit > 0 else -1)
    assert from_dict(with_value(COUNT, limit)).requests.received.total == limit
    assert problems_in(with_value(COUNT, further)) == [("JSON-RANGE", COUNT)]
    assert problems_in(with_value(COUNT, float(further))) == [("JSON-RANGE", COUNT)]


@pytest.mark.parametrize("text", ["0.99999999999999999999", "1e-999", "9007199254740990.6"])
def test_a_number_that_only_rounding_makes_whole_is_not_a_count(text: str) -> None:
    assert problems_in_text(raw(COUNT, text)) == [("JSON-RANGE", COUNT)]


# Pitfalls 4, 5 and 17: null, missing and empty


@every_form
def test_every_key_has_to_be_there(form: Form) -> None:
    text = dumps(form.report())
    addresses = list(keys_in(json.loads(text)))
    assert len(addresses) > 40
    for address, key in addresses:
        data = json.loads(text)
        here = data
        for token in address.split("/")[1:]:
            here = here[token]
        del here[key]
        got = problems_when(lambda data=data: from_dict(data, editions=EDITIONS_AND_FREEDONIA))  # type: ignore[misc]
        assert got == [("JSON-MISSING", f"{address}/{key}")]


@pytest.mark.parametrize("address", [COUNT, AMOUNT])
def test_a_blank_cell_is_null_and_never_zero(address: str) -> None:
    blank, zero = from_dict(with_value(address, None)), from_dict(document())
    assert blank != zero
    assert loads(dumps(blank)) == blank


BLANKS = ["", " ", "\u3000", "\t\n", "\u00a0", "\u200b", "\ufeff", "\x85", "\x1c", "\u2028"]


@pytest.mark.parametrize("text", BLANKS)
def test_words_that_show_nothing_are_no_words(text: str) -> None:
    assert problems_in(document(title=text)) == [("JSON-PATTERN", "/title")]
    assert problems_in(document(overview=["一", text])) == [("JSON-PATTERN", "/overview/1")]
    assert problems_in(document(issuer={"name": text})) == [("JSON-PATTERN", "/issuer/name")]


def test_a_section_without_paragraphs_is_not_a_section_that_is_not_there() -> None:
    assert from_dict(document(overview=[])).overview == ()
    assert from_dict(document(overview=None)).overview is None


@pytest.mark.parametrize(
    "day", ["2023-13-01", "2023-00-01", "2023-01-32", "2023-1-1", "2023-01-01\n", "２０２３-01-01"]
)
def test_a_date_is_written_in_one_way(day: str) -> None:
    period = {"start": day, "end": "2023-12-31"}
    assert problems_in(document(period=period)) == [("JSON-PATTERN", "/period/start")]


def test_a_period_keeps_its_days_whatever_the_calendar_says() -> None:
    period = {"start": "2023-02-31", "end": "2023-12-31"}
    read = from_dict(document(period=period))
    assert read.period == Period(start="2023-02-31", end="2023-12-31")


@pytest.mark.parametrize("year", [2007, 3000, -1])
def test_a_year_before_the_regulations_or_after_the_millennium_is_refused(year: int) -> None:
    assert problems_in(document(year=year)) == [("JSON-RANGE", "/year")]


@pytest.mark.parametrize("version", ["1.0.1", "2.0.0", ""])
def test_another_version_of_the_format_is_refused(version: str) -> None:
    assert problems_in(document(schema_version=version)) == [("JSON-VERSION", "/schema_version")]


def test_a_unit_is_one_of_those_met_in_published_reports() -> None:
    data = to_dict(EDITION_2019.blank())
    data["proactive_disclosure"]["procurement"]["amount"]["unit"] = "百万元"
    address = "/proactive_disclosure/procurement/amount/unit"
    assert problems_in(data) == [("JSON-VALUE", address)]


@pytest.mark.parametrize(
    ("edition", "rule"),
    [("2022", "JSON-EDITION"), ("", "JSON-EDITION"), (2021, "JSON-TYPE"), (None, "JSON-TYPE")],
)
def test_an_edition_that_nobody_knows_is_refused(edition: Any, rule: str) -> None:
    assert problems_in(with_value("/requests/edition", edition)) == [(rule, "/requests/edition")]


# Pitfall 25: unknown keys


@pytest.mark.parametrize(
    "parent", ["", "/issuer", "/requests", "/requests/outcomes/denied", "/requests/received"]
)
def test_an_unknown_key_is_refused_where_it_stands(parent: str) -> None:
    assert problems_in(with_value(f"{parent}/colour", "red")) == [
        ("JSON-UNKNOWN-KEY", f"{parent}/colour")
    ]


def test_a_row_of_the_other_edition_is_an_unknown_key() -> None:
    row = {"prior_year_items": 0, "net_change": 0, "decisions": 0}
    address = "/proactive_disclosure/other_services"
    assert problems_in(with_value(address, row)) == [("JSON-UNKNOWN-KEY", address)]


def test_a_note_on_a_cell_of_the_other_edition_is_refused() -> None:
    note = {"printed": "—", "note": None, "state": "dash"}
    cell = "/requests/outcomes/other/total"
    for edition, expected in ((EDITION_2019, []), (EDITION_2021, [cell])):
        data = to_dict(edition.blank()) | {"cell_notes": {cell: note}}
        there = "/cell_notes/~1requests~1outcomes~1other~1total"
        if expected:
            assert problems_in(data) == [("JSON-UNKNOWN-KEY", there)]
        else:
            assert from_dict(data).cell_notes == {cell: CellNote(printed="—", state=CellState.DASH)}


def test_a_note_on_a_row_or_on_nothing_is_refused() -> None:
    note = {"printed": "—", "note": None, "state": "dash"}
    notes = {"/requests/received": note, "": note, "requests": note}
    assert [rule for rule, _ in problems_in(document(cell_notes=notes))] == ["JSON-UNKNOWN-KEY"] * 3


@pytest.mark.parametrize("key", ["colour", "x_", "X_a", "x_a\n", "org.", ".org", "a..b", "é.x", ""])
def test_an_extension_has_a_name_of_its_own(key: str) -> None:
    assert problems_in(document(extensions={key: 1})) == [("JSON-PATTERN", f"/extensions/{key}")]


@pytest.mark.parametrize("key", ["x_a", "x_0", "org.example", "cn.gov-x.a", "-.-"])
def test_an_extension_is_kept_as_it_is(key: str) -> None:
    value = {"a": [1, 2.5, None, True, "字", {}, []], "": 3.0}
    report = from_dict(document(extensions={key: value}))
    assert report.extensions == {key: value}
    assert loads(dumps(report)) == report


# Data that no text gives


@pytest.mark.parametrize("text", ["null", "[]", "3", '"report"', "true", "1.5"])
def test_what_is_not_an_object_is_not_a_report(text: str) -> None:
    assert problems_in_text(text) == [("JSON-TYPE", "")]


def test_the_digits_of_a_long_number_are_never_counted_out() -> None:
    limit = sys.get_int_max_str_digits()
    assert limit
    assert problems_in(with_value(COUNT, 10 ** (limit + 1))) == [("JSON-RANGE", COUNT)]


@pytest.mark.parametrize("value", [(1,), {1}, object(), Decimal(1), b"a", float("nan"), {1: 2}])
def test_python_data_that_json_does_not_have_is_refused(value: Any) -> None:
    assert len(problems_in(document(extensions={"x_a": value}))) == 1
    assert len(problems_in(with_value(COUNT, value))) == 1


class Word(str):
    """A string as numpy or lxml may have it."""


def test_a_key_may_be_of_a_class_derived_from_str() -> None:
    data = document()
    data[Word("title")] = data.pop("title")
    assert from_dict(data) == from_dict(document())
    report = from_dict(data | {"extensions": {Word("x_a"): {Word("b"): 1}}})
    assert report == from_dict(document(extensions={"x_a": {"b": 1}}))
    assert [type(key) for key in report.extensions] == [str]


# What is accepted all the same


def test_a_negative_count_can_be_said_because_a_published_report_may_print_one() -> None:
    assert from_dict(with_value(COUNT, -3)).requests.received.total == -3


def test_a_value_of_a_class_of_ones_own_is_taken_for_its_string_or_number() -> None:
    """As numpy, pandas and lxml hand them out; a report holds plain ones."""
    year = type("Year", (int,), {})(2023)
    report = from_dict(document(title=Word("a"), year=year, extensions={"x_a": Word("b")}))
    assert report == from_dict(document(title="a", year=2023, extensions={"x_a": "b"}))
    assert [type(x) for x in (report.title, report.year, report.extensions["x_a"])] == [
        str,
        int,
        str,
    ]
    assert problems_in(document(year=HTTPStatus.OK)) == [("JSON-RANGE", "/year")]


def test_an_object_may_be_any_mapping() -> None:
    data = document()
    assert from_dict(MappingProxyType(data)) == from_dict(data)
    assert validate(data | {"issuer": MappingProxyType({"name": "甲"})}) == ()


def test_a_hint_for_editors_is_accepted_and_is_no_part_of_the_report() -> None:
    assert from_dict({"$schema": "report.schema.json", **document()}) == from_dict(document())
    assert problems_in({"$schema": 1, **document()}) == [("JSON-TYPE", "/$schema")]


def test_an_edition_is_known_where_it_is_handed_in_and_unknown_elsewhere() -> None:
    text = dumps(FREEDONIA.blank(number=1))
    loaded: AnyReport = loads(text, editions=EDITIONS_AND_FREEDONIA)
    assert loaded == FREEDONIA.blank(number=1)
    assert problems_in_text(text) == [
        ("JSON-EDITION", "/proactive_disclosure/edition"),
        ("JSON-EDITION", "/requests/edition"),
    ]
