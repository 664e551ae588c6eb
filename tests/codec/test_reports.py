"""``loads`` and ``dumps``: what a report looks like as JSON, and what is kept of unknown keys."""

import copy
import json
from decimal import Decimal
from typing import Any

import pytest

from govdisclosure.codec import dumps, loads, to_dict
from govdisclosure.codec._reports import Loaded, from_dict, load_preserving
from govdisclosure.findings import Severity
from govdisclosure.form import CellState, Money, at
from govdisclosure.model import EDITION_2019, EDITION_2021, CellNote, Report
from tests.support.forms import EDITIONS_AND_FREEDONIA, Form, every_form
from tests.support.json_documents import AMOUNT, COUNT, document, keys_in, problems_when, with_value


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


@pytest.mark.parametrize("text", ["0", "10.40", "10.4", "-3.50", "-0.0", "9" * 40, "0.000001"])
def test_an_amount_keeps_its_written_scale(text: str) -> None:
    report = from_dict(with_value(AMOUNT, text))
    assert str(at(report, "/proactive_disclosure/fees/amount_wan_yuan")) == text
    assert to_dict(report) == with_value(AMOUNT, text)


@pytest.mark.parametrize(
    ("value", "text"), [("1E+2", "100"), ("1E-7", "0.0000001"), ("12E1", "120")]
)
def test_an_amount_is_never_written_with_an_exponent(value: str, text: str) -> None:
    report = EDITION_2021.blank(number=0).replace({AMOUNT: Decimal(value)})
    assert to_dict(report) == to_dict(EDITION_2021.blank(number=0).replace({AMOUNT: Decimal(text)}))
    assert f'"amount_wan_yuan": "{text}"' in dumps(report)


def test_money_keeps_its_value_and_its_unit() -> None:
    address = "/proactive_disclosure/procurement/amount"
    report = EDITION_2019.blank().replace({address: Money(Decimal("8040.0"), "万元")})
    data = to_dict(report)
    assert data["proactive_disclosure"]["procurement"] == {
        "projects": None,
        "amount": {"value": "8040.0", "unit": "万元"},
    }
    assert from_dict(data) == report


def test_notes_are_written_in_the_order_of_the_form() -> None:
    dash = CellNote(printed="—", state=CellState.DASH)
    blank = EDITION_2021.blank()
    notes = {COUNT: dash, AMOUNT: CellNote(printed="3.5（预估）", note="预估")}
    text = to_dict(blank.replace({"/cell_notes": notes}))["cell_notes"]
    assert list(text.items()) == [
        (AMOUNT, {"printed": "3.5（预估）", "note": "预估", "state": "number"}),
        (COUNT, {"printed": "—", "note": None, "state": "dash"}),
    ]


def test_tables_of_two_editions_make_a_report_like_any_other() -> None:
    hybrid = Report.blank(EDITION_2021.proactive_disclosure, EDITION_2019.requests, number=1)
    back = loads(dumps(hybrid))
    assert back == hybrid
    assert (back.proactive_disclosure.edition, back.requests.edition) == ("2021", "2019")


# Pitfall 26: reading and writing change nothing


@every_form
def test_the_data_stays_as_it_is_and_shares_nothing_with_the_report(form: Form) -> None:
    data = to_dict(form.report()) | {"extensions": {"x_a": {"b": [1]}}}
    before = copy.deepcopy(data)
    report = from_dict(data, editions=EDITIONS_AND_FREEDONIA)
    assert data == before
    data["extensions"]["x_a"]["b"].append(2)
    text = to_dict(report)
    text["extensions"]["x_a"]["b"].append(3)
    assert report.extensions == {"x_a": {"b": [1]}}


# Pitfall 28: attribute names are JSON names


@every_form
def test_attribute_names_are_the_keys_and_nothing_else_is_added(form: Form) -> None:
    data = to_dict(form.report())
    for address, key in keys_in(data):
        if key == "edition":
            continue
        here: Any = form.report()
        for token in address.split("/")[1:]:
            here = getattr(here, token)
        assert hasattr(here, key)


# Preserve mode


def test_unknown_keys_are_kept_and_told_in_preserve_mode() -> None:
    data = document(colour={"a": [1]}, extensions={"x_ours": 1})
    data["requests"]["received"]["aliens"] = 5
    loaded = load_preserving(json.dumps(data))
    values = {"/requests/received/aliens": 5, "/colour": {"a": [1]}}
    expected = from_dict(document(extensions={"x_ours": 1, "x_preserved": values}))
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
    assert problems_when(lambda: load_preserving(json.dumps(data))) == [("JSON-TYPE", "/year")]


def test_what_would_be_too_deep_where_it_is_kept_is_refused() -> None:
    deep = "[" * 63 + "]" * 63
    text = json.dumps(document(colour="@@")).replace('"@@"', deep)
    assert [rule for rule, _ in problems_when(lambda: load_preserving(text))] == ["JSON-DEPTH"]


def test_what_is_kept_is_kept_whole_and_told_shortly() -> None:
    many = {f"key {i}": i for i in range(1500)}
    key = "k" * 1_000_000 + "/~"
    loaded = load_preserving(json.dumps(document(**{key: [1], **many})))
    values = loaded.report.extensions["x_preserved"]
    assert values == {f"/{'k' * 1_000_000}~1~0": [1]} | {f"/{k}": v for k, v in many.items()}
    places = [(f.pointer, f.severity) for f in loaded.findings]
    assert places[:2] == [("", Severity.INFO), ("/key 0", Severity.INFO)]
    assert places[1000:] == [("", Severity.INFO)]
    assert loaded.findings[-1].message.params == {"unlisted": 501, "kept": "/extensions"}


def test_what_is_wrong_is_told_however_much_is_kept() -> None:
    many = {f"key {i}": i for i in range(1500)}
    text = json.dumps(document(**many) | {"year": "x"})
    assert problems_when(lambda: load_preserving(text)) == [("JSON-TYPE", "/year")]
