"""A report built by hand: what cannot be said in JSON is refused."""

from decimal import Decimal
from http import HTTPStatus
from typing import Any

import pytest

from govdisclosure.codec import dumps, to_dict
from govdisclosure.errors import InvalidReportError
from govdisclosure.i18n import ENGLISH
from govdisclosure.model import EDITION_2021, CellNote, edition_2019
from govdisclosure.model.parts import Cases
from tests.support.by_hand import with_anything
from tests.support.json_documents import AMOUNT, COUNT, document, problems_when


def test_a_report_built_by_hand_is_refused_as_shortly() -> None:
    report = with_anything(EDITION_2021.blank(), {"/overview": (1,) * 3000})
    assert problems_when(lambda: dumps(report))[999:] == [
        ("JSON-TYPE", "/overview/999"),
        ("JSON-MORE", ""),
    ]


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
        (AMOUNT, Decimal("NaN"), "JSON-PATTERN"),
        (AMOUNT, Decimal("-Infinity"), "JSON-PATTERN"),
        (AMOUNT, Decimal("1E+999999999"), "JSON-PATTERN"),
        (AMOUNT, Decimal("1E-40"), "JSON-PATTERN"),
        ("/title", " ", "JSON-PATTERN"),
        ("/title", "\ud800", "JSON-SURROGATE"),
        ("/title", 3, "JSON-TYPE"),
        ("/issuer", None, "JSON-TYPE"),
        ("/issuer", "青禾县", "JSON-TYPE"),
        ("/year", 1999, "JSON-RANGE"),
        ("/overview", ["a"], "JSON-TYPE"),
        ("/overview", "a", "JSON-TYPE"),
        ("/overview", (None,), "JSON-TYPE"),
        ("/preamble", ("a", None), "JSON-TYPE"),
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
    report = with_anything(EDITION_2021.blank(), {address: value})
    ((rule_id, pointer),) = problems_when(lambda: dumps(report))
    assert rule_id == rule
    assert pointer.startswith(address)


@pytest.mark.parametrize(
    ("address", "value", "message"),
    [
        (AMOUNT, "3.50", 'a value of type Decimal or null, found the string "3.50"'),
        ("/overview", ["a"], "a value of type tuple or null, found a value of type list"),
        ("/issuer", {"name": None}, "a value of type Issuer, found a value of type dict"),
        ("/requests", {}, "one of Requests, found a value of type dict"),
        ("/cell_notes", {COUNT: CellNote(printed="", state="dash")}, "CellState, found the string"),  # type: ignore[arg-type]
    ],
)
def test_a_report_built_by_hand_is_told_of_in_the_words_of_python(
    address: str, value: Any, message: str
) -> None:
    with pytest.raises(InvalidReportError) as caught:
        dumps(with_anything(EDITION_2021.blank(), {address: value}))
    assert message in caught.value.findings[0].message.render(ENGLISH)


def test_a_number_of_a_class_of_ones_own_is_written_as_a_number() -> None:
    report = EDITION_2021.blank()
    word = type("Word", (str,), {})
    changes = {COUNT: HTTPStatus.OK, "/title": word("a"), "/schema_version": word("1.0.0")}
    odd = report.replace(changes)
    assert to_dict(odd) == to_dict(report.replace({COUNT: 200, "/title": "a"}))
    assert dumps(odd) == dumps(report.replace({COUNT: 200, "/title": "a"}))


def test_an_object_that_fails_whatever_it_is_asked_is_refused() -> None:
    class Failing:
        def __getattr__(self, name: str) -> Any:
            raise RuntimeError(name)

    report = with_anything(EDITION_2021.blank(), {"/review_and_litigation": Failing()})
    assert problems_when(lambda: dumps(report)) == [("JSON-TYPE", "/review_and_litigation")]


def test_data_is_not_written_as_if_it_were_a_report() -> None:
    with pytest.raises(InvalidReportError) as caught:
        dumps(document())  # type: ignore[arg-type]
    [finding] = caught.value.findings
    message = finding.message.render(ENGLISH)
    assert message == "expected a value of type Report, found a value of type dict"


def test_what_is_not_a_report_is_not_written() -> None:
    assert problems_when(lambda: dumps("report")) == [("JSON-TYPE", "")]  # type: ignore[arg-type]


def test_an_extension_that_holds_itself_is_refused() -> None:
    loop: list[Any] = []
    loop.append(loop)
    report = EDITION_2021.blank().replace({"/extensions": {"x_a": loop}})
    assert [rule for rule, _ in problems_when(lambda: dumps(report))] == ["JSON-DEPTH"]
