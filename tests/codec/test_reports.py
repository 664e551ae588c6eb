import copy
import itertools
import json
import pickle
import sys
from collections.abc import Callable
from decimal import Decimal
from http import HTTPStatus
from typing import Any

import pytest
from attrs import evolve, frozen

from govdisclosure.codec import JSON_IDS, dumps, loads, to_dict
from govdisclosure.codec._reports import Loaded, from_dict, load_preserving
from govdisclosure.codec.converter import make_converter
from govdisclosure.errors import InvalidReportError
from govdisclosure.findings import Severity
from govdisclosure.form import CellState, Money, at
from govdisclosure.i18n import CHINESE, ENGLISH, MESSAGES
from govdisclosure.model import (
    EDITION_2019,
    EDITION_2021,
    AnyReport,
    CellNote,
    Period,
    Report,
    Report2021,
    edition_2019,
)
from govdisclosure.model.parts import ByApplicant, Cases
from tests.support.forms import EDITIONS_AND_FREEDONIA, Form, every_form
from tests.support.freedonia import FREEDONIA

COUNT = "/requests/received/total"
AMOUNT = "/proactive_disclosure/fees/amount_wan_yuan"
MISSING = object()


def document(**changes: Any) -> dict[str, Any]:
    """A valid document of the 2021 edition, with other values under some root keys."""
    return to_dict(EDITION_2021.blank(issuer="青禾县", year=2023, number=0)) | changes


def with_value(address: str, value: Any) -> dict[str, Any]:
    """The valid document with another value, or none, at a pointer."""
    made = document()
    *path, last = address.split("/")[1:]
    here: Any = made
    for token in path:
        here = here[token]
    if value is MISSING:
        del here[last]
    else:
        here[last] = value
    return made


def said(act: Callable[[], object]) -> list[tuple[str, str]]:
    """Ids and pointers of everything that was refused."""
    with pytest.raises(InvalidReportError) as caught:
        act()
    assert all(f.severity is Severity.ERROR for f in caught.value.findings)
    assert all(f.rule_id in JSON_IDS for f in caught.value.findings)
    return [(f.rule_id, f.pointer) for f in caught.value.findings]


def refused(data: Any) -> list[tuple[str, str]]:
    return said(lambda: from_dict(data))


def refused_text(text: str | bytes) -> list[tuple[str, str]]:
    return said(lambda: loads(text))


def raw(address: str, text: str) -> str:
    """The JSON text of the valid document with raw text in place of a value."""
    return json.dumps(with_value(address, "@@"), ensure_ascii=False).replace('"@@"', text)


# What a report looks like


@every_form
def test_an_empty_report_comes_back_as_it_went(form: Form) -> None:
    report = form.report(None)
    assert loads(dumps(report), editions=EDITIONS_AND_FREEDONIA) == report


def test_a_report_is_written_in_the_order_of_the_form() -> None:
    assert list(document()) == [
        "schema_version",
        "title",
        "issuer",
        "year",
        "period",
        "preamble",
        "overview",
        "proactive_disclosure",
        "requests",
        "review_and_litigation",
        "problems_and_improvements",
        "other_matters",
        "cell_notes",
        "extensions",
    ]
    assert document()["proactive_disclosure"] == {
        "edition": "2021",
        "rules": {"issued": 0, "repealed": 0, "in_force": 0},
        "normative_documents": {"issued": 0, "repealed": 0, "in_force": 0},
        "licensing": {"decisions": 0},
        "penalties": {"decisions": 0},
        "compulsion": {"decisions": 0},
        "fees": {"amount_wan_yuan": "0"},
    }
    assert list(document()["requests"]) == [
        "edition",
        "received",
        "carried_in",
        "outcomes",
        "carried_out",
    ]


def test_only_a_table_that_the_editions_print_differently_names_its_edition() -> None:
    assert "edition" not in document()["review_and_litigation"]


def test_chinese_stands_in_the_text_as_it_is_and_a_line_end_closes_it() -> None:
    text = dumps(EDITION_2021.blank(issuer="青禾县"))
    assert '"name": "青禾县"' in text
    assert text.endswith("}\n")


def test_without_indent_a_report_is_one_line() -> None:
    text = dumps(EDITION_2021.blank(), indent=None)
    assert text.count("\n") == 1
    assert '"title":null,"issuer":{"name":null}' in text


@pytest.mark.parametrize("written", ["0", "10.40", "10.4", "-3.50", "-0.0", "9" * 40, "0.000001"])
def test_an_amount_keeps_its_written_scale(written: str) -> None:
    report = from_dict(with_value(AMOUNT, written))
    assert str(at(report, "/proactive_disclosure/fees/amount_wan_yuan")) == written
    assert to_dict(report) == with_value(AMOUNT, written)


@pytest.mark.parametrize(
    ("value", "written"), [("1E+2", "100"), ("1E-7", "0.0000001"), ("12E1", "120")]
)
def test_an_amount_is_never_written_with_an_exponent(value: str, written: str) -> None:
    report = EDITION_2021.blank(number=0).replace({AMOUNT: Decimal(value)})
    assert to_dict(report) == to_dict(
        EDITION_2021.blank(number=0).replace({AMOUNT: Decimal(written)})
    )
    assert f'"amount_wan_yuan": "{written}"' in dumps(report)


def test_money_keeps_its_value_and_its_unit() -> None:
    address = "/proactive_disclosure/procurement/amount"
    report = EDITION_2019.blank().replace({address: Money(Decimal("8040.0"), "万元")})
    data = to_dict(report)
    assert data["proactive_disclosure"]["procurement"] == {
        "projects": None,
        "amount": {"value": "8040.0", "unit": "万元"},
    }
    assert from_dict(data) == report


def test_a_negative_count_can_be_said_because_a_published_report_may_print_one() -> None:
    assert from_dict(with_value(COUNT, -3)).requests.received.total == -3


def test_notes_are_written_in_the_order_of_the_form() -> None:
    dash = CellNote(printed="—", state=CellState.DASH)
    blank = EDITION_2021.blank()
    notes = {COUNT: dash, AMOUNT: CellNote(printed="3.5（预估）", note="预估")}
    written = to_dict(blank.replace({"/cell_notes": notes}))["cell_notes"]
    assert list(written.items()) == [
        (AMOUNT, {"printed": "3.5（预估）", "note": "预估", "state": "number"}),
        (COUNT, {"printed": "—", "note": None, "state": "dash"}),
    ]


def test_a_hint_for_editors_is_accepted_and_is_no_part_of_the_report() -> None:
    assert from_dict({"$schema": "report.schema.json", **document()}) == from_dict(document())
    assert refused({"$schema": 1, **document()}) == [("JSON-TYPE", "/$schema")]


def test_tables_of_two_editions_make_a_report_like_any_other() -> None:
    hybrid = Report.blank(EDITION_2021.proactive_disclosure, EDITION_2019.requests, number=1)
    back = loads(dumps(hybrid))
    assert back == hybrid
    assert (back.proactive_disclosure.edition, back.requests.edition) == ("2021", "2019")


def test_an_edition_is_known_where_it_is_handed_in_and_unknown_elsewhere() -> None:
    text = dumps(FREEDONIA.blank(number=1))
    loaded: AnyReport = loads(text, editions=EDITIONS_AND_FREEDONIA)
    assert loaded == FREEDONIA.blank(number=1)
    assert refused_text(text) == [
        ("JSON-EDITION", "/proactive_disclosure/edition"),
        ("JSON-EDITION", "/requests/edition"),
    ]


# Pitfalls 1 and 2: nothing is coerced


@pytest.mark.parametrize(
    "value", ["3", 3.9, True, False, " 7 ", "１２", "1_000", "", [], {}, [3], 1e-3]
)
def test_what_is_not_a_whole_number_is_not_a_count(value: Any) -> None:
    assert refused(with_value(COUNT, value)) == [("JSON-TYPE", COUNT)]


def test_a_boolean_is_not_a_year() -> None:
    assert refused(document(year=True)) == [("JSON-TYPE", "/year")]


@pytest.mark.parametrize("value", [None, 3, True, ["a"]])
def test_what_is_not_a_string_is_not_words(value: Any) -> None:
    assert refused(document(overview=[value])) == [("JSON-TYPE", "/overview/0")]


def test_null_does_not_turn_into_the_word_none() -> None:
    period = {"start": None, "end": "2023-12-31"}
    assert refused(document(period=period)) == [("JSON-TYPE", "/period/start")]


@pytest.mark.parametrize("value", [10.4, 10, True, {"value": "1"}])
def test_a_number_is_not_an_amount(value: Any) -> None:
    assert refused(with_value(AMOUNT, value)) == [("JSON-TYPE", AMOUNT)]


@pytest.mark.parametrize(
    "value",
    ["", " 1", "1 ", "+1", "01", "1.", ".5", "1e2", "1,000", "NaN", "１", "1\n", "9" * 41, "--1"],
)
def test_an_amount_is_written_in_one_way(value: str) -> None:
    assert refused(with_value(AMOUNT, value)) == [("JSON-PATTERN", AMOUNT)]


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
    assert refused(with_value(COUNT, further)) == [("JSON-RANGE", COUNT)]
    assert refused(with_value(COUNT, float(further))) == [("JSON-RANGE", COUNT)]


@pytest.mark.parametrize("text", ["0.99999999999999999999", "1e-999", "9007199254740990.6"])
def test_a_number_that_only_rounding_makes_whole_is_not_a_count(text: str) -> None:
    assert refused_text(raw(COUNT, text)) == [("JSON-RANGE", COUNT)]


# Pitfalls 4, 5 and 17: null, missing and empty


@every_form
def test_every_key_has_to_be_there(form: Form) -> None:
    text = dumps(form.report())
    addresses = list(_objects(json.loads(text), ""))
    assert len(addresses) > 40
    for address, key in addresses:
        data = json.loads(text)
        here = data
        for token in address.split("/")[1:]:
            here = here[token]
        del here[key]
        got = said(lambda data=data: from_dict(data, editions=EDITIONS_AND_FREEDONIA))  # type: ignore[misc]
        assert got == [("JSON-MISSING", f"{address}/{key}")]


def _objects(data: Any, address: str) -> Any:
    for key, value in data.items():
        yield address, key
        if isinstance(value, dict):
            yield from _objects(value, f"{address}/{key}")


@pytest.mark.parametrize("address", [COUNT, AMOUNT])
def test_a_blank_cell_is_null_and_never_zero(address: str) -> None:
    blank, zero = from_dict(with_value(address, None)), from_dict(document())
    assert blank != zero
    assert loads(dumps(blank)) == blank


BLANKS = ["", " ", "\u3000", "\t\n", "\u00a0", "\u200b", "\ufeff", "\x85", "\x1c", "\u2028"]


@pytest.mark.parametrize("text", BLANKS)
def test_words_that_show_nothing_are_no_words(text: str) -> None:
    assert refused(document(title=text)) == [("JSON-PATTERN", "/title")]
    assert refused(document(overview=["一", text])) == [("JSON-PATTERN", "/overview/1")]
    assert refused(document(issuer={"name": text})) == [("JSON-PATTERN", "/issuer/name")]


def test_a_section_without_paragraphs_is_not_a_section_that_is_not_there() -> None:
    assert from_dict(document(overview=[])).overview == ()
    assert from_dict(document(overview=None)).overview is None


@pytest.mark.parametrize(
    "day", ["2023-13-01", "2023-00-01", "2023-01-32", "2023-1-1", "2023-01-01\n", "２０２３-01-01"]
)
def test_a_date_is_written_in_one_way(day: str) -> None:
    period = {"start": day, "end": "2023-12-31"}
    assert refused(document(period=period)) == [("JSON-PATTERN", "/period/start")]


def test_a_period_keeps_its_days_whatever_the_calendar_says() -> None:
    period = {"start": "2023-02-31", "end": "2023-12-31"}
    read = from_dict(document(period=period))
    assert read.period == Period(start="2023-02-31", end="2023-12-31")


@pytest.mark.parametrize("year", [2007, 3000, -1])
def test_a_year_before_the_regulations_or_after_the_millennium_is_refused(year: int) -> None:
    assert refused(document(year=year)) == [("JSON-RANGE", "/year")]


@pytest.mark.parametrize("version", ["1.0.1", "2.0.0", ""])
def test_another_version_of_the_format_is_refused(version: str) -> None:
    assert refused(document(schema_version=version)) == [("JSON-VERSION", "/schema_version")]


def test_a_unit_is_one_of_those_met_in_published_reports() -> None:
    data = to_dict(EDITION_2019.blank())
    data["proactive_disclosure"]["procurement"]["amount"]["unit"] = "百万元"
    address = "/proactive_disclosure/procurement/amount/unit"
    assert refused(data) == [("JSON-VALUE", address)]


@pytest.mark.parametrize(
    ("edition", "rule"),
    [("2022", "JSON-EDITION"), ("", "JSON-EDITION"), (2021, "JSON-TYPE"), (None, "JSON-TYPE")],
)
def test_an_edition_that_nobody_knows_is_refused(edition: Any, rule: str) -> None:
    assert refused(with_value("/requests/edition", edition)) == [(rule, "/requests/edition")]


# Pitfall 25: unknown keys


@pytest.mark.parametrize(
    "parent", ["", "/issuer", "/requests", "/requests/outcomes/denied", "/requests/received"]
)
def test_an_unknown_key_is_refused_where_it_stands(parent: str) -> None:
    assert refused(with_value(f"{parent}/colour", "red")) == [
        ("JSON-UNKNOWN-KEY", f"{parent}/colour")
    ]


def test_a_row_of_the_other_edition_is_an_unknown_key() -> None:
    row = {"prior_year_items": 0, "net_change": 0, "decisions": 0}
    address = "/proactive_disclosure/other_services"
    assert refused(with_value(address, row)) == [("JSON-UNKNOWN-KEY", address)]


def test_a_note_on_a_cell_of_the_other_edition_is_refused() -> None:
    note = {"printed": "—", "note": None, "state": "dash"}
    cell = "/requests/outcomes/other/total"
    for edition, expected in ((EDITION_2019, []), (EDITION_2021, [cell])):
        data = to_dict(edition.blank()) | {"cell_notes": {cell: note}}
        there = "/cell_notes/~1requests~1outcomes~1other~1total"
        if expected:
            assert refused(data) == [("JSON-UNKNOWN-KEY", there)]
        else:
            assert from_dict(data).cell_notes == {cell: CellNote(printed="—", state=CellState.DASH)}


def test_a_note_on_a_row_or_on_nothing_is_refused() -> None:
    note = {"printed": "—", "note": None, "state": "dash"}
    notes = {"/requests/received": note, "": note, "requests": note}
    assert [rule for rule, _ in refused(document(cell_notes=notes))] == ["JSON-UNKNOWN-KEY"] * 3


def test_unknown_keys_are_kept_and_told_in_preserve_mode() -> None:
    data = document(colour={"a": [1]}, extensions={"x_ours": 1})
    data["requests"]["received"]["aliens"] = 5
    loaded = load_preserving(json.dumps(data))
    kept = {"/requests/received/aliens": 5, "/colour": {"a": [1]}}
    expected = from_dict(document(extensions={"x_ours": 1, "x_preserved": kept}))
    assert loaded.report == expected
    assert [(f.rule_id, f.severity, f.pointer) for f in loaded.findings] == [
        ("JSON-UNKNOWN-KEY", Severity.INFO, "/requests/received/aliens"),
        ("JSON-UNKNOWN-KEY", Severity.INFO, "/colour"),
    ]
    assert loads(dumps(loaded.report)) == loaded.report


def test_what_an_earlier_reading_kept_is_not_overwritten() -> None:
    data = document(colour="red", extensions={"x_preserved": {"/colour": "blue"}})
    assert load_preserving(json.dumps(data)).report.extensions == {
        "x_preserved": {"/colour": "blue"},
        "x_preserved_2": {"/colour": "red"},
    }


def test_preserving_a_valid_document_is_loading_it() -> None:
    text = dumps(EDITION_2021.blank(number=1))
    assert load_preserving(text) == Loaded(loads(text), ())


def test_preserve_mode_refuses_everything_else() -> None:
    data = document(colour="red", year=True)
    assert said(lambda: load_preserving(json.dumps(data))) == [("JSON-TYPE", "/year")]


def test_what_would_be_too_deep_where_it_is_kept_is_refused() -> None:
    deep = "[" * 63 + "]" * 63
    text = json.dumps(document(colour="@@")).replace('"@@"', deep)
    assert [rule for rule, _ in said(lambda: load_preserving(text))] == ["JSON-DEPTH"]


@pytest.mark.parametrize("key", ["colour", "x_", "X_a", "x_a\n", "org.", ".org", "a..b", "é.x", ""])
def test_an_extension_has_a_name_of_its_own(key: str) -> None:
    assert refused(document(extensions={key: 1})) == [("JSON-PATTERN", f"/extensions/{key}")]


@pytest.mark.parametrize("key", ["x_a", "x_0", "org.example", "cn.gov-x.a", "-.-"])
def test_an_extension_is_kept_as_it_is(key: str) -> None:
    value = {"a": [1, 2.5, None, True, "字", {}, []], "": 3.0}
    report = from_dict(document(extensions={key: value}))
    assert report.extensions == {key: value}
    assert loads(dumps(report)) == report


# Pitfall 26: reading and writing change nothing


@every_form
def test_the_data_stays_as_it_is_and_shares_nothing_with_the_report(form: Form) -> None:
    data = to_dict(form.report()) | {"extensions": {"x_a": {"b": [1]}}}
    before = copy.deepcopy(data)
    report = from_dict(data, editions=EDITIONS_AND_FREEDONIA)
    assert data == before
    data["extensions"]["x_a"]["b"].append(2)
    written = to_dict(report)
    written["extensions"]["x_a"]["b"].append(3)
    assert report.extensions == {"x_a": {"b": [1]}}


# Pitfall 28: attribute names are JSON names


@every_form
def test_attribute_names_are_the_keys_and_nothing_else_is_added(form: Form) -> None:
    data = to_dict(form.report())
    for address, key in _objects(data, ""):
        if key == "edition":
            continue
        here: Any = form.report()
        for token in address.split("/")[1:]:
            here = getattr(here, token)
        assert hasattr(here, key)


# Pitfall 34: what the text itself gets wrong


def test_a_repeated_key_is_refused_where_it_stands() -> None:
    text = dumps(EDITION_2021.blank()).replace('"granted": {', '"granted": null, "granted": {')
    assert refused_text(text) == [("JSON-DUPLICATE-KEY", "/requests/outcomes/granted")]
    text = dumps(EDITION_2021.blank(), indent=None).replace(
        '"extensions":{}', '"extensions":{"x_a":{"b":1,"b":1}}'
    )
    assert refused_text(text) == [("JSON-DUPLICATE-KEY", "/extensions/x_a/b")]


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_in_json_is_refused(text: str) -> None:
    assert refused_text(raw(COUNT, text)) == [("JSON-SYNTAX", COUNT)]
    assert refused_text(raw("/extensions/x_a", text)) == [("JSON-SYNTAX", "/extensions/x_a")]


@pytest.mark.parametrize("text", ["1e999", "-1e999", "9" * 10_000, "1e-99999999999999999999"])
def test_a_number_that_no_reader_keeps_is_refused(text: str) -> None:
    assert refused_text(raw(COUNT, text)) == [("JSON-RANGE", COUNT)]
    assert refused_text(raw("/extensions/x_a", f"[{text}]")) == [
        ("JSON-RANGE", "/extensions/x_a/0")
    ]


def test_a_byte_order_mark_is_passed_over() -> None:
    text = dumps(EDITION_2021.blank())
    assert loads(text.encode("utf-8-sig")) == loads(text.encode()) == loads("\ufeff" + text)


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
def test_bytes_that_are_not_utf_8_are_refused(encoding: str) -> None:
    text = dumps(EDITION_2021.blank(issuer="青禾县"))
    assert refused_text(text.encode(encoding)) == [("JSON-ENCODING", "")]


@pytest.mark.parametrize("surrogate", [r"\ud800", r"\udfff", r"a\ud83d"])
def test_half_a_character_is_refused(surrogate: str) -> None:
    assert refused_text(raw("/title", f'"{surrogate}"')) == [("JSON-SURROGATE", "/title")]
    text = raw("/extensions/x_a", f'{{"{surrogate}": 1, "b": ["{surrogate}"]}}')
    assert refused_text(text) == [
        ("JSON-SURROGATE", f"/extensions/x_a/{surrogate}"),
        ("JSON-SURROGATE", "/extensions/x_a/b/0"),
    ]


@pytest.mark.parametrize("text", [r"\ud800", r"\\ud800", r"\u001b\u0085\u202e\ud800"])
def test_a_string_is_quoted_as_json_with_nothing_in_it_that_steers(text: str) -> None:
    with pytest.raises(InvalidReportError) as caught:
        loads(raw(COUNT, f'"{text}"'))
    [found] = caught.value.findings
    assert found.message.render(ENGLISH).endswith(f'found the string "{text}"')


def test_a_number_that_is_cut_shows_it() -> None:
    with pytest.raises(InvalidReportError) as caught:
        loads(raw(COUNT, "9" * 70))
    assert (
        caught.value.findings[0]
        .message.render(ENGLISH)
        .endswith("found the number " + "9" * 60 + "…")
    )


def test_half_a_character_is_told_in_whole_ones() -> None:
    with pytest.raises(InvalidReportError) as caught:
        loads(raw("/extensions", r'{"\ud800": 1}'))
    (found,) = caught.value.findings
    assert found.render(ENGLISH).encode()
    assert len(found.fingerprint) == 16


@pytest.mark.parametrize(
    "text", ["", " ", "{", "[1,]", "{'a': 1}", '{"a" 1}', "nul", "01", '"\t"', "{} {}", "//", "\0"]
)
def test_what_is_not_json_is_refused(text: str) -> None:
    assert refused_text(text) == [("JSON-SYNTAX", "")]
    assert refused_text(text.encode()) == [("JSON-SYNTAX", "")]


@pytest.mark.parametrize("text", ["null", "[]", "3", '"report"', "true", "1.5"])
def test_what_is_not_an_object_is_not_a_report(text: str) -> None:
    assert refused_text(text) == [("JSON-TYPE", "")]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 10**5 + "]" * 10**5])
def test_a_text_that_is_nested_without_end_is_refused(text: str) -> None:
    assert refused_text(text) == [("JSON-DEPTH", "")]


def test_an_extension_may_be_nested_as_deeply_as_the_whole_allows() -> None:
    def nested(levels: int) -> str:
        return raw("/extensions/x_a", "[" * levels + "]" * levels)

    assert loads(dumps(loads(nested(62)))) == loads(nested(62))
    assert refused_text(nested(63)) == [("JSON-DEPTH", "/extensions/x_a" + "/0" * 62)]
    assert refused_text(nested(500)) == [("JSON-DEPTH", "/extensions/x_a" + "/0" * 62)]


def test_the_digits_of_a_long_number_are_never_counted_out() -> None:
    limit = sys.get_int_max_str_digits()
    assert limit
    assert refused(with_value(COUNT, 10 ** (limit + 1))) == [("JSON-RANGE", COUNT)]


@pytest.mark.parametrize("value", [(1,), {1}, object(), Decimal(1), b"a", float("nan"), {1: 2}])
def test_python_data_that_json_does_not_have_is_refused(value: Any) -> None:
    assert len(refused(document(extensions={"x_a": value}))) == 1
    assert len(refused(with_value(COUNT, value))) == 1


class Word(str):
    """A string as numpy or lxml may have it."""


def test_a_key_may_be_of_a_class_derived_from_str() -> None:
    data = document()
    data[Word("title")] = data.pop("title")
    assert from_dict(data) == from_dict(document())
    report = from_dict(data | {"extensions": {Word("x_a"): {Word("b"): 1}}})
    assert report == from_dict(document(extensions={"x_a": {"b": 1}}))
    assert [type(key) for key in report.extensions] == [str]


def test_a_value_of_a_class_derived_from_str_or_int_is_called_by_that_class() -> None:
    with pytest.raises(InvalidReportError) as caught:
        from_dict(document(title=Word("a"), year=HTTPStatus.OK))
    said = [found.message.render(ENGLISH) for found in caught.value.findings]
    assert [words.rpartition(", ")[2] for words in said] == [
        "found a value of type Word",
        "found a value of type HTTPStatus",
    ]


def test_text_is_a_string_or_bytes() -> None:
    with pytest.raises(TypeError, match="not int"):
        loads(3)  # type: ignore[arg-type]


# All problems at once


def test_every_problem_is_told_in_the_order_of_the_document() -> None:
    data = {"issuer": {"name": ""}, "surplus": 0, "year": "2023"}
    data |= {key: value for key, value in document().items() if key not in data}
    data["requests"]["received"]["total"] = True  # type: ignore[index]
    del data["requests"]["outcomes"]  # type: ignore[attr-defined]
    del data["title"]
    in_order = [
        [("JSON-PATTERN", "/issuer/name")],
        [("JSON-UNKNOWN-KEY", "/surplus")],
        [("JSON-TYPE", "/year")],
        [("JSON-TYPE", "/requests/received/total"), ("JSON-MISSING", "/requests/outcomes")],
    ]
    missing = ("JSON-MISSING", "/title")
    assert refused(data) == [*itertools.chain(*in_order), missing]
    backwards = dict(reversed(data.items()))
    assert refused(backwards) == [*itertools.chain(*reversed(in_order)), missing]


def test_a_problem_says_where_it_is_on_the_form_what_is_there_and_what_should_be() -> None:
    with pytest.raises(InvalidReportError) as caught:
        from_dict(with_value(COUNT, "3"))
    (found,) = caught.value.findings
    assert found.render(CHINESE) == (
        "三、收到和处理政府信息公开申请情况：“一、本年新收政府信息公开申请数量”行“总计”列："
        '应为-9007199254740991 至 9007199254740991 的整数或 null，此处是字符串 "3"'
    )
    assert found.message.render(ENGLISH) == (
        "expected a whole number from -9007199254740991 to 9007199254740991 or null,"
        ' found the string "3"'
    )


def test_a_refusal_reads_as_a_sentence() -> None:
    with pytest.raises(InvalidReportError) as caught:
        loads("{")
    assert caught.value.render(ENGLISH) == (
        '1 problem: at "" (JSON-SYNTAX) the whole report:'
        " not JSON: line 1, column 2 should not be the end of the text"
    )
    with pytest.raises(InvalidReportError) as caught:
        loads("{}")
    assert caught.value.render(ENGLISH).startswith(
        '14 problems: at "/schema_version" (JSON-MISSING)'
    )
    assert caught.value.render(ENGLISH).endswith("; and 9 more")
    assert caught.value.render(CHINESE).startswith("14 处问题：")
    assert caught.value.render(CHINESE).endswith("；另有 9 处")


def test_a_refusal_stays_short_whatever_it_quotes() -> None:
    with pytest.raises(InvalidReportError) as caught:
        from_dict(document(**{"k" * 10**5: "v", "year": "9" * 10**5, "title": 10**999}))
    assert len(str(caught.value)) < 1500
    assert all(len(f.message.render()) < 400 for f in caught.value.findings)


def test_a_refusal_lists_a_thousand_problems_and_counts_the_others() -> None:
    with pytest.raises(InvalidReportError) as caught:
        from_dict(document(overview=[1] * 3000, other_matters=[1]))
    *listed, last = caught.value.findings
    assert [f.pointer for f in listed] == [f"/overview/{i}" for i in range(1000)]
    assert (last.rule_id, last.pointer, last.severity) == ("JSON-MORE", "", Severity.ERROR)
    assert last.message.params == {"unlisted": 2001}
    assert caught.value.render(ENGLISH).startswith("3001 problems: ")
    assert str(caught.value).endswith("; and 2996 more")


def test_a_report_built_by_hand_is_refused_as_shortly() -> None:
    report = EDITION_2021.blank().replace({"/overview": (1,) * 3000})
    assert said(lambda: dumps(report))[999:] == [
        ("JSON-TYPE", "/overview/999"),
        ("JSON-MORE", ""),
    ]


def test_a_pointer_ends_before_a_key_without_end() -> None:
    key = "k" * 3_000_000
    assert refused(document(**{key: {key: "\ud800"}})) == [
        ("JSON-UNKNOWN-KEY", ""),
        ("JSON-SURROGATE", ""),
    ]


def test_what_is_kept_is_kept_whole_and_told_shortly() -> None:
    many = {f"key {i}": i for i in range(1500)}
    key = "k" * 1_000_000 + "/~"
    loaded = load_preserving(json.dumps(document(**{key: [1], **many})))
    kept = loaded.report.extensions["x_preserved"]
    assert kept == {f"/{'k' * 1_000_000}~1~0": [1]} | {f"/{k}": v for k, v in many.items()}
    told = [(f.pointer, f.severity) for f in loaded.findings]
    assert told[:2] == [("", Severity.INFO), ("/key 0", Severity.INFO)]
    assert told[1000:] == [("", Severity.INFO)]
    assert loaded.findings[-1].message.params == {"unlisted": 501, "kept": "/extensions"}


def test_what_is_wrong_is_told_however_much_is_kept() -> None:
    many = {f"key {i}": i for i in range(1500)}
    text = json.dumps(document(**many) | {"year": "x"})
    assert said(lambda: load_preserving(text)) == [("JSON-TYPE", "/year")]


def test_a_refusal_survives_being_sent_to_another_process() -> None:
    with pytest.raises(InvalidReportError) as caught:
        loads("{}")
    assert pickle.loads(pickle.dumps(caught.value)).findings == caught.value.findings


def test_every_reserved_id_is_used_by_some_test_document() -> None:
    texts: list[str | bytes] = [
        b"\xff",
        "{",
        "[" * 100_000,
        '{"a": 1, "a": 1}',
        raw("/title", r'"\ud800"'),
        "{}",
        raw("/year", '"a"'),
        raw("/year", "1"),
        raw("/title", '""'),
        raw("/requests/edition", '"1999"'),
        raw("/schema_version", '"0"'),
        raw("/cell_notes", json.dumps({COUNT: {"printed": "", "note": None, "state": "?"}})),
    ]
    of_validate = {"JSON-SCHEMA", "JSON-MORE"}
    used = {rule for text in texts for rule, _ in refused_text(text)}
    assert used == JSON_IDS.keys() - of_validate


def test_every_reserved_id_and_message_has_words_in_both_languages() -> None:
    assert all(label.zh and label.en for label in JSON_IDS.values())
    assert all(text.zh and text.en for key, text in MESSAGES.items() if key.startswith("json_"))


# A report built by hand


@pytest.mark.parametrize(
    ("address", "value", "rule"),
    [
        (COUNT, True, "JSON-TYPE"),
        (COUNT, 3.0, "JSON-TYPE"),
        (COUNT, "3", "JSON-TYPE"),
        (COUNT, Decimal(3), "JSON-TYPE"),
        (COUNT, 2**53, "JSON-RANGE"),
        (AMOUNT, 3, "JSON-TYPE"),
        (AMOUNT, "3", "JSON-TYPE"),
        (AMOUNT, Decimal("NaN"), "JSON-RANGE"),
        (AMOUNT, Decimal("-Infinity"), "JSON-RANGE"),
        (AMOUNT, Decimal("1E+999999999"), "JSON-RANGE"),
        (AMOUNT, Decimal("1E-40"), "JSON-PATTERN"),
        ("/title", " ", "JSON-PATTERN"),
        ("/title", "\ud800", "JSON-SURROGATE"),
        ("/title", 3, "JSON-TYPE"),
        ("/issuer", None, "JSON-TYPE"),
        ("/issuer", "青禾县", "JSON-TYPE"),
        ("/year", 1999, "JSON-RANGE"),
        ("/overview", ["a"], "JSON-TYPE"),
        ("/overview", "a", "JSON-TYPE"),
        ("/schema_version", "0.9", "JSON-VERSION"),
        ("/requests", None, "JSON-TYPE"),
        ("/requests", EDITION_2021.blank().review_and_litigation, "JSON-TYPE"),
        ("/requests/received", Cases(0, 0, 0, 0, 0), "JSON-TYPE"),
        ("/review_and_litigation", edition_2019.Requests, "JSON-TYPE"),
        ("/cell_notes", {"/requests": CellNote(printed="")}, "JSON-UNKNOWN-KEY"),
        ("/cell_notes", {COUNT: "note"}, "JSON-TYPE"),
        ("/cell_notes", {COUNT: CellNote(printed="", state="dash")}, "JSON-TYPE"),  # type: ignore[arg-type]
        ("/extensions", {"x_a": Decimal(1)}, "JSON-TYPE"),
        ("/extensions", {"x_a": float("inf")}, "JSON-RANGE"),
        ("/extensions", {"x_a": float("nan")}, "JSON-RANGE"),
        ("/extensions", {1: 1}, "JSON-TYPE"),
        ("/extensions", {"colour": 1}, "JSON-PATTERN"),
    ],
)
def test_what_cannot_be_said_in_json_is_refused(address: str, value: Any, rule: str) -> None:
    report = EDITION_2021.blank().replace({address: value})
    ((found, there),) = said(lambda: dumps(report))
    assert found == rule
    assert there.startswith(address)


@pytest.mark.parametrize(
    ("address", "value", "message"),
    [
        (AMOUNT, "3.50", 'a value of type Decimal or null, found the string "3.50"'),
        ("/overview", ["a"], "a value of type tuple or null, found a value of type list"),
        ("/issuer", {"name": None}, "a value of type Issuer, found a value of type dict"),
        ("/requests", {}, "one of Requests, found a value of type dict"),
        ("/cell_notes", {COUNT: CellNote(printed="", state="dash")}, "CellState, found the string"),  # type: ignore[arg-type]
        (COUNT, HTTPStatus.OK, "or null, found a value of type HTTPStatus"),
    ],
)
def test_a_report_built_by_hand_is_told_of_in_the_words_of_python(
    address: str, value: Any, message: str
) -> None:
    with pytest.raises(InvalidReportError) as caught:
        dumps(EDITION_2021.blank().replace({address: value}))
    assert message in caught.value.findings[0].message.render(ENGLISH)


def test_data_is_not_written_as_if_it_were_a_report() -> None:
    with pytest.raises(InvalidReportError) as caught:
        dumps(document())  # type: ignore[arg-type]
    [found] = caught.value.findings
    said_of_it = found.message.render(ENGLISH)
    assert said_of_it == "expected a value of type Report, found a value of type dict"


def test_what_is_not_a_report_is_not_written() -> None:
    assert said(lambda: dumps("report")) == [("JSON-TYPE", "")]  # type: ignore[arg-type]


def test_an_extension_that_holds_itself_is_refused() -> None:
    loop: list[Any] = []
    loop.append(loop)
    report = EDITION_2021.blank().replace({"/extensions": {"x_a": loop}})
    assert [rule for rule, _ in said(lambda: dumps(report))] == ["JSON-DEPTH"]


# The converter


@frozen
class Filing:
    """A program's own class with a report in it."""

    number: int
    report: Report2021


def test_a_report_inside_a_class_of_ones_own_is_converted() -> None:
    converter = make_converter()
    filing = Filing(1, EDITION_2021.blank(number=0))
    data = converter.unstructure(filing)
    assert data == {"number": 1, "report": to_dict(filing.report)}
    assert converter.structure(data, Filing) == filing


@pytest.mark.parametrize("number", [True, "1", 1.0])
def test_the_converter_takes_nothing_for_a_number_but_a_number(number: Any) -> None:
    data = {"number": number, "report": document()}
    with pytest.raises(ExceptionGroup) as caught:
        make_converter().structure(data, Filing)
    assert [type(e) for e in caught.value.exceptions] == [TypeError]


def test_the_converter_takes_only_the_tables_that_the_type_names() -> None:
    converter = make_converter()
    old = to_dict(EDITION_2019.blank())
    assert converter.structure(old, AnyReport) == EDITION_2019.blank()
    got = said(lambda: converter.structure(old, Report2021))
    assert ("JSON-EDITION", "/requests/edition") in got


def test_the_converter_takes_single_rows_and_tables() -> None:
    converter = make_converter()
    row = ByApplicant(1, 0, 0, 0, 0, 0, 1)
    assert converter.structure(converter.unstructure(row), ByApplicant) == row
    table = EDITION_2021.blank(number=1).requests
    assert converter.structure(converter.unstructure(table), type(table)) == table
    assert said(lambda: converter.structure({"edition": "2019"}, type(table)))[0] == (
        "JSON-EDITION",
        "/edition",
    )
    assert said(lambda: converter.unstructure(evolve(row, total=True))) == [("JSON-TYPE", "/total")]
