import json
import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

import attrs
import pytest
from attrs import evolve, frozen

from govdisclosure.codec import loads, report_shape, to_dict
from govdisclosure.codec._reports import load_preserving
from govdisclosure.codec.schema import json_schema, schema_text
from govdisclosure.codec.schema._reports import schema_name, statutory_schema
from govdisclosure.codec.validation import validate
from govdisclosure.form import Count, Label, Row, Source, Table
from govdisclosure.model import (
    EDITION_2019,
    EDITION_2021,
    EDITIONS,
    AnyReport,
    Edition,
    Report,
    Report2019,
    Report2021,
    edition_2021,
)
from govdisclosure.output.json import comparison_schema, findings_schema, reading_schema
from tests.support.forms import EDITIONS_AND_FREEDONIA, FORMS, Form, check_schema, every_form, judge
from tests.support.freedonia import FREEDONIA

SCHEMAS = {
    "any": json_schema(),
    "any, Freedonia too": json_schema(editions=EDITIONS_AND_FREEDONIA),
    "2019": json_schema(Report2019),
    "2021": json_schema(Report2021),
    "2019 as asked for": statutory_schema(Report2019),
    "2021 as asked for": statutory_schema(Report2021),
    "reading": reading_schema(),
    "findings": findings_schema(),
    "comparison": comparison_schema(),
}
every_schema = pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)


def parts_of(schema: Any) -> Iterator[dict[str, Any]]:
    """Every object in a schema."""
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from parts_of(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from parts_of(inner)


# What the schema is


@every_schema
def test_the_schema_is_a_schema(schema: dict[str, Any]) -> None:
    check_schema(schema)


@every_schema
def test_every_object_of_the_form_is_closed_and_needs_all_its_keys(schema: dict[str, Any]) -> None:
    closed = [s for s in parts_of(schema) if s.get("additionalProperties") is False]
    assert len(closed) > 10
    for part in closed:
        optional = {"$schema"} if part is not schema["$defs"].get("Content") else {"unit"}
        if part is not schema["$defs"].get("SourceLocation"):  # a format knows what it knows
            assert set(part["properties"]) - optional == set(part["required"])
    asserting = [schema, *schema["$defs"].values(), *schema["properties"].values()]
    open_ = [
        s
        for s in asserting
        if s.get("type") == "object" and s.get("additionalProperties") is not False
    ]
    assert all("propertyNames" in s or "allOf" in s for s in open_)


@every_schema
def test_no_branch_is_chosen_by_trying_them_all(schema: dict[str, Any]) -> None:
    assert not [s for s in parts_of(schema) if "oneOf" in s]


@every_schema
def test_every_reference_leads_to_a_definition_and_every_definition_is_used(
    schema: dict[str, Any],
) -> None:
    used = {s["$ref"].removeprefix("#/$defs/") for s in parts_of(schema) if "$ref" in s}
    assert used | {"CheckResult"} & set(schema["$defs"]) == set(schema["$defs"])  # to be used alone


@every_schema
def test_patterns_use_only_what_every_engine_reads_alike(schema: dict[str, Any]) -> None:
    """No look-around, no escapes but of signs; anchored ones bar the end of a line.

    But for pointers: a key that is unknown may have one.
    """
    pointers = [schema["$defs"].get(name) for name in ("Pointer", "Address")]
    patterned = [s for s in parts_of(schema) if isinstance(s.get("pattern"), str)]
    assert len(patterned) > 5
    for part in patterned:
        assert not re.search(r"\(\?|\\[a-zA-Z0-9]", part["pattern"])
        if part["pattern"].endswith("$") and part not in pointers:
            assert part["not"] == {"type": "string", "pattern": "[\n\r\x85\u2028\u2029]"}


def test_each_schema_has_an_id_of_its_own() -> None:
    ids = [schema["$id"] for schema in SCHEMAS.values()]
    assert ids == [
        "urn:govdisclosure:schema:report:1.0.0",
        "urn:govdisclosure:schema:report-2019-or-2021-or-freedonia:1.0.0",
        "urn:govdisclosure:schema:report-2019:1.0.0",
        "urn:govdisclosure:schema:report-2021:1.0.0",
        "urn:govdisclosure:schema:statutory-2019:1.0.0",
        "urn:govdisclosure:schema:statutory-2021:1.0.0",
        "urn:govdisclosure:schema:reading:1.0.0",
        "urn:govdisclosure:schema:findings:1.0.0",
        "urn:govdisclosure:schema:comparison:1.0.0",
    ]


_OWN: Any = type("Requests", (edition_2021.Requests,), {})
_PUBLISHED: Edition[Any] = EDITION_2021
OWN_2021 = evolve(_PUBLISHED, report_type=Report[edition_2021.ProactiveDisclosure, _OWN])


@pytest.mark.parametrize(
    ("editions", "name"),
    [
        (EDITIONS, "report"),
        (EDITIONS[::-1], "report"),
        ((*EDITIONS, EDITION_2019), "report"),
        ([EDITION_2021], "report-2021"),
        ([EDITION_2019, FREEDONIA], "report-2019-or-freedonia"),
        ([FREEDONIA, *EDITIONS[::-1]], "report-2019-or-2021-or-freedonia"),
        ([OWN_2021], "report-2021-own-2021"),
        ([EDITION_2019, OWN_2021], "report-2019-or-2021-2019-or-own-2021"),
    ],
)
def test_a_schema_of_other_editions_has_a_name_of_its_own(editions: Any, name: str) -> None:
    schema = json_schema(editions=editions)
    assert schema["$id"] == f"urn:govdisclosure:schema:{name}:1.0.0"
    assert schema == json_schema(editions=reversed(editions))
    reading = reading_schema(editions)["$id"]
    assert reading == schema["$id"].replace("report", "reading")
    if name in ("report", "report-2021"):
        assert schema == json.loads(schema_text(name))


def test_a_schema_is_of_some_edition() -> None:
    with pytest.raises(ValueError, match="editions is empty"):
        json_schema(editions=())
    for act in (loads, load_preserving, validate):
        with pytest.raises(ValueError, match="editions is empty"):
            act("{}", editions=())
    with pytest.raises(ValueError, match="two editions have a table"):
        json_schema(editions=[EDITION_2021, OWN_2021])


@pytest.mark.parametrize("candidate", [int, "garbage", 2021, EDITION_2021, EDITION_2021.blank()])
def test_what_is_no_type_of_report_has_no_schema(candidate: Any) -> None:
    for act in (json_schema, statutory_schema):
        with pytest.raises(TypeError, match="expected a type of report, such as Report2021"):
            act(candidate)


@pytest.mark.parametrize("candidate", [Report, AnyReport])
def test_any_report_has_the_schema_of_all_editions(candidate: Any) -> None:
    assert json_schema(candidate) == json_schema()


@every_form
def test_a_schema_of_one_form_is_named_for_its_editions(form: Form) -> None:
    expected = {
        "2019": "report-2019",
        "2021": "report-2021",
        "2021 with requests of 2019": "report-2021-2019",
        "2019 with requests of 2021": "report-2019-2021",
        "Freedonia": "report-freedonia",
    }
    assert schema_name(report_shape(form.tables)) == expected[form.name]


@every_form
def test_a_schema_of_one_form_takes_that_form_alone(form: Form) -> None:
    accepts = judge(json_schema(form.type))
    accepted = [f.name for f in FORMS if accepts(to_dict(f.report()))]
    assert accepted == [form.name]


def test_all_anchored_texts_refuse_a_line_end_in_python_too() -> None:
    accepts = judge(json_schema())
    data = to_dict(EDITIONS[-1].blank())
    assert accepts(data | {"extensions": {"x_a": 1}})
    assert not accepts(data | {"extensions": {"x_a\n": 1}})
    period = {"start": "2023-01-01", "end": "2023-12-31"}
    assert accepts(data | {"period": period})
    assert not accepts(data | {"period": period | {"end": "2023-12-31\n"}})


@frozen
class Namesake(Row):
    """A row that will bear the name of another."""

    total: Annotated[Count, Label("总计", "Total")]


Namesake.__name__, Namesake.__module__ = "Cases", "elsewhere"


@frozen(kw_only=True)
class Borrowing(Table):
    """A table with a row from elsewhere."""

    edition: ClassVar[str] = "Sylvania"

    received: Annotated[Namesake, Label("新收", "Received")]


def test_two_classes_of_one_name_do_not_become_one_definition() -> None:
    with pytest.raises(ValueError, match="'Cases'"):
        json_schema(Report[Borrowing, Borrowing])


def test_a_source_keeps_all_its_facts_but_the_empty_ones() -> None:
    facts = json_schema(Report2021)["properties"]["requests"]["x-source"]
    source = Source(**facts)
    assert attrs.asdict(source) == {"clause": "", "clause_en": ""} | facts


def test_the_words_of_the_form_stand_in_the_schema_as_they_are() -> None:
    text = schema_text()
    assert "三、收到和处理政府信息公开申请情况" in text
    assert json.loads(text)["title"] == "政府信息公开工作年度报告 Report"
