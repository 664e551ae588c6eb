"""A record says of its JSON all there is to say: what is written, and what its schema takes."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from attrs import frozen

from govdisclosure.codec import (
    Flat,
    Least,
    Named,
    Record,
    number_data,
    record_data,
    record_of,
    text,
)
from govdisclosure.codec._records import shape_of
from govdisclosure.codec.schema import record_schema
from govdisclosure.findings import Number, Severity, Verdict
from govdisclosure.form import Json
from govdisclosure.i18n import Message, Renderable, Text, words_data
from tests.support.forms import check_schema, judge


@frozen(kw_only=True)
class Leaf:
    """A leaf, which
    may have no width."""

    width: Annotated[Number, "In millimetres."]
    colour: Annotated[int, Least(1)] | None = None


@frozen(kw_only=True)
class Stone:
    """A stone."""

    weight: int


@frozen(kw_only=True)
class Age:
    """How old a twig is."""

    years: int
    months: int


@frozen(kw_only=True)
class Twig:
    """A twig.

    What else is to be said of it stands further below.
    """

    leaves: Annotated[tuple[Leaf, ...], Least(1)]
    age: Annotated[Age, Flat()]
    twig: "Twig | None"
    things: tuple[Leaf | Stone, ...]
    first: Leaf | tuple[str, ...]
    counts: Mapping[Verdict, Annotated[int, Least(0)]]
    named: Mapping[Annotated[str, Named("Name", text("[a-z]+"))], bool]
    size: Number | None
    severity: Severity | Literal["none"]
    status: Literal["dry", "wet"]
    place: Renderable
    why: Message | None
    json: Json

    @classmethod
    def of(cls, branch: "Branch") -> "Twig":
        """The branch as a twig: it says everything of itself under other names."""
        return record_of(cls, branch, leaves=branch.green, status="wet")


@frozen
class Green:
    """What is no record, but has what a leaf has."""

    width: Number
    colour: int | None


@frozen(kw_only=True)
class Branch:
    """The same for a twig."""

    green: list[Green]
    age: Age = Age(years=2, months=3)
    twig: "Branch | None" = None
    things: tuple[Any, ...] = (Leaf(width=1), Stone(weight=2**60))
    first: Any = ("a",)
    counts: Mapping[Verdict, int] = dict.fromkeys(Verdict, 1)
    named: Mapping[str, bool] = {"a": True}
    size: Number | None = None
    severity: Severity = Severity.INFO
    place: Renderable = Text("此", "here")
    why: Message | None = None
    json: Json = None


WHY = Message("no_number", {"cells": "1"})
BRANCH = Branch(
    green=[Green(Decimal("1.50"), None), Green(2**53, 3)],
    twig=Branch(green=[Green(0, 1)], size=3, why=WHY, json={"a": [1.5]}),
)
DATA = record_data(Twig.of(BRANCH))
SCHEMA = record_schema(Record(Twig), "twig", "1.0.0", "树枝")
VALID = judge(SCHEMA)


def test_a_record_is_written_key_for_key_in_its_order() -> None:
    words = {"zh": "此", "en": "here"}
    age = {"years": 2, "months": 3}
    common = {
        "things": [{"width": 1}, {"weight": 2**60}],
        "first": ["a"],
        "counts": {"pass": 1, "fail": 1, "not_applicable": 1, "not_evaluated": 1},
        "named": {"a": True},
    }
    rest = {"severity": "info", "status": "wet", "place": words}
    assert {
        "leaves": [{"width": "1.50"}, {"width": "9007199254740992", "colour": 3}],
        **age,
        "twig": {
            "leaves": [{"width": 0, "colour": 1}],
            **age,
            "twig": None,
            **common,
            "size": 3,
            **rest,
            "why": {"message_key": "no_number", "message": words_data(WHY)},
            "json": {"a": [1.5]},
        },
        **common,
        "size": None,
        **rest,
        "why": None,
        "json": None,
    } == DATA
    assert list(DATA) == list(SCHEMA["properties"])
    assert type(DATA["severity"]) is type(next(iter(DATA["counts"]))) is str


def test_the_schema_takes_what_is_written() -> None:
    check_schema(SCHEMA)
    assert not VALID(DATA)  # a stone of 2**60 is no whole number that every reader keeps
    assert VALID(DATA | {"things": [], "twig": None})
    assert VALID(GOOD | {"severity": "none"})


GOOD = DATA | {"things": [{"weight": 1}], "twig": None}


@pytest.mark.parametrize(
    "change",
    [
        {"leaves": []},
        {"leaves": [{"width": 1.5}]},
        {"leaves": [{"width": 1, "colour": 0}]},
        {"leaves": [{"width": 1, "colour": None}]},
        {"leaves": [{"colour": 1}]},
        {"twig": {}},
        {"things": [{"width": 1, "weight": 1}]},
        {"first": [1]},
        {"first": 1},
        {"first": {"weight": 1}},
        {"counts": {"pass": 1, "fail": 1, "not_applicable": 1}},
        {"counts": dict.fromkeys(Verdict, -1)},
        {"named": {"A": True}},
        {"named": {"a": 1}},
        {"size": "1e3"},
        {"size": 2**53},
        {"severity": "fatal"},
        {"status": "damp"},
        {"place": {"zh": "此"}},
        {"why": {"message_key": "No", "message": {"zh": "", "en": ""}}},
        {"age": {"years": 2, "months": 3}},
        {"years": "2"},
        {"colour": 1},
    ],
    ids=str,
)
def test_the_schema_takes_nothing_else(change: dict[str, Any]) -> None:
    assert VALID(GOOD)
    assert not VALID(GOOD | change)


@pytest.mark.parametrize("key", GOOD)
def test_the_schema_asks_for_every_key(key: str) -> None:
    assert not VALID({k: v for k, v in GOOD.items() if k != key})


def test_words_of_classes_and_keys_stand_in_the_schema() -> None:
    assert SCHEMA["description"] == "A twig."
    leaf = SCHEMA["$defs"]["Leaf"]
    assert leaf["description"] == "A leaf, which may have no width."
    assert leaf["properties"]["width"]["description"] == "In millimetres."
    assert (leaf["required"], list(leaf["properties"])) == (["width"], ["width", "colour"])


@pytest.mark.parametrize("hint", [Decimal, float, set[str], list, "Leaf"], ids=str)
def test_what_has_no_meaning_in_json_is_refused(hint: Any) -> None:
    with pytest.raises(TypeError, match="without a meaning in JSON"):
        shape_of(hint)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (None, None),
        (0, 0),
        (-(2**53) + 1, -(2**53) + 1),
        (-(2**53), "-9007199254740992"),
        (10**5000, "1" + "0" * 5000),
        (Decimal("10.40"), "10.40"),
        (Decimal("-0.0"), "-0.0"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E-7"), "0.0000001"),
    ],
    ids=["null", "0", "safe", "beyond", "huge", "scale", "-0", "thousand", "tiny"],
)
def test_numbers_are_written_so_that_nothing_is_lost(number: Any, expected: Any) -> None:
    assert number_data(number) == expected
    assert VALID(GOOD | {"size": expected})
