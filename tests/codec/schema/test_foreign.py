"""``validate`` by a schema: the published ones, and any of one's own."""

from decimal import Decimal
from typing import Any

import pytest

from govdisclosure import validate
from govdisclosure.codec import to_dict
from govdisclosure.codec.schema import ID_PREFIX, schema_names
from govdisclosure.errors import InvalidSchemaError
from govdisclosure.i18n import CHINESE, ENGLISH
from govdisclosure.model import EDITION_2021
from govdisclosure.output.json import reading_data
from tests.codec.test_validation import COUNT, sound, summary
from tests.support.forms import EDITIONS_AND_FREEDONIA
from tests.support.freedonia import FREEDONIA


def test_what_the_form_asks_for_can_be_asked_for() -> None:
    document = sound()
    document["requests"]["received"]["total"] = -1
    document["proactive_disclosure"]["fees"]["amount_wan_yuan"] = "-0.5"
    assert validate(document) == ()
    negative = validate(document, schema="statutory-2021")
    assert summary(negative) == [("JSON-RANGE", COUNT)]
    assert negative[0].message.render(ENGLISH).startswith("expected a whole number from 0 to")


def test_a_report_of_another_edition_is_not_what_a_schema_of_one_asks_for() -> None:
    findings = validate(sound(), schema="report-2019")
    assert ("JSON-EDITION", "/requests/edition") in summary(findings)


def test_a_problem_in_a_reading_has_its_place_on_the_form() -> None:
    data = reading_data(EDITION_2021.blank(), None)
    data["report"]["requests"]["received"]["total"] = "3"
    data["messages"] = [{"rule_id": "READ-X"}]
    findings = validate(data, schema="reading")
    assert findings[0].pointer == "/report/requests/received/total"
    assert findings[0].place.column is not None
    assert findings[0].place.column.zh == "总计"
    assert ("JSON-MISSING", "/messages/0/severity") in summary(findings[1:])
    assert {rule_id for rule_id, _ in summary(findings[1:])} == {"JSON-MISSING"}


def test_editions_of_ones_own_are_validated_too() -> None:
    document = to_dict(FREEDONIA.blank(number=1))
    assert validate(document, editions=EDITIONS_AND_FREEDONIA) == ()
    assert [f.rule_id for f in validate(document)][:1] == ["JSON-EDITION"]


def test_a_schema_of_ones_own_may_build_on_a_published_one() -> None:
    ours = {
        "$ref": f"{ID_PREFIX}:report:1.0.0",
        "required": ["extensions"],
        "properties": {
            "extensions": {"required": ["x_collected"]},
            "year": {"multipleOf": 2, "minimum": 2020},
        },
    }
    assert summary(validate(sound(), schema=ours)) == [
        ("JSON-SCHEMA", "/year"),
        ("JSON-MISSING", "/extensions/x_collected"),
    ]
    document = sound() | {"year": 2024, "extensions": {"x_collected": True}}
    assert validate(document, schema=ours) == ()
    assert summary(validate(document | {"colour": 1}, schema=ours)) == [
        ("JSON-UNKNOWN-KEY", "/colour")
    ]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"oneOf": [{"type": "string"}, {"required": ["a"]}]}, [("JSON-MISSING", "/a")]),
        ({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, [("JSON-SCHEMA", "")]),
        ({"properties": {"k": {"enum": ["a", None]}}}, [("JSON-TYPE", "/k")]),
        ({"properties": {"k": {"const": 4}}}, [("JSON-VALUE", "/k")]),
        ({"properties": {"k": {"const": Decimal(4)}}}, [("JSON-VALUE", "/k")]),
        ({"properties": {"k": {"exclusiveMinimum": 3}}}, [("JSON-RANGE", "/k")]),
        ({"properties": {"k": False}}, [("JSON-SCHEMA", "")]),  # jsonschema says no more
        ({"not": {}}, [("JSON-SCHEMA", "")]),
        ({"additionalProperties": False}, [("JSON-UNKNOWN-KEY", "/k"), ("JSON-UNKNOWN-KEY", "/l")]),
        (
            {"patternProperties": {"k": {}}, "additionalProperties": False},
            [("JSON-UNKNOWN-KEY", "/l")],
        ),
        ({"propertyNames": {"minLength": 2}}, [("JSON-PATTERN", "/k"), ("JSON-PATTERN", "/l")]),
        ({"propertyNames": {"enum": ["k"]}}, [("JSON-UNKNOWN-KEY", "/l")]),
        ({"properties": {"l": {"items": {"type": "string"}}}}, [("JSON-TYPE", "/l/0")]),
        ({"properties": {"l": {"minItems": 2}}}, [("JSON-SCHEMA", "/l")]),
        ({"minProperties": 3, "title": "x" * 10_000}, [("JSON-SCHEMA", "")]),
        (
            {"$schema": "http://json-schema.org/draft-07/schema#", "required": ["m"]},
            [("JSON-MISSING", "/m")],
        ),
    ],
)
def test_every_kind_of_error_becomes_a_finding(schema: Any, expected: Any) -> None:
    findings = validate({"k": 3, "l": [1]}, schema=schema)
    assert summary(findings) == expected
    for one in findings:
        assert one.render(CHINESE) != one.render(ENGLISH)


def test_of_ever_so_many_unknown_keys_as_many_are_told_as_were_asked_for() -> None:
    """Pitfall: each of the findings is held against each of those that could hide it."""
    findings = validate({f"k{i}": 1 for i in range(50_000)}, schema="report", most=20)
    assert len(findings) == 21
    assert summary(findings[-1:]) == [("JSON-MORE", "")]


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "nonsense"},
        {"properties": 3},
        {"pattern": "("},
        {"properties": {"a": {"pattern": "\\p{Han}"}}},
        {"$ref": "#/$defs/none"},
        {"$ref": "#/allOf/none", "allOf": [{}]},
        {"$ref": "https://example.org/schema.json"},
        {"$ref": f"{ID_PREFIX}:report:9.9.9"},
        {"$ref": "#"},
        {"$schema": ["https://json-schema.org/draft/2020-12/schema"]},
        {"$schema": 3},
        {"$schema": "http://json-schema.org/draft-03/schema#", "required": True},
        3,
    ],
)
def test_a_schema_that_is_none_is_the_callers_fault_and_said_so(schema: Any) -> None:
    with pytest.raises(InvalidSchemaError, match="not a JSON Schema that can be used"):
        validate({"a": "b", "c": {}}, schema=schema)


def test_a_published_schema_is_named_as_it_is() -> None:
    with pytest.raises(KeyError, match="no schema 'report-2022'"):
        validate({}, schema="report-2022")
    for name in schema_names():
        assert validate({}, schema=name)
