"""What the schemas say beside the model: rules, examples, what the form asks for, readings."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator  # type: ignore[import-untyped,unused-ignore]

from docs.generate.schemas import schema_files
from govdisclosure import check, read
from govdisclosure.codec import dumps, loads, to_dict
from govdisclosure.codec.schema import json_schema
from govdisclosure.codec.schema._reports import statutory_schema
from govdisclosure.form import form_rows
from govdisclosure.model import EDITION_2021, EDITIONS, AnyEdition, table_classes
from govdisclosure.output.json import reading_data
from govdisclosure.rules import RULES, select
from govdisclosure.testing import reports
from tests.support.examples import EXAMPLES, examples
from tests.support.forms import Form, every_form, judge, some
from tests.support.mutations import mutated

BOTH = pytest.mark.parametrize("edition", EDITIONS, ids=lambda e: e.name)
KINDS = ("report", "statutory", "reading")
FILES = {n: json.loads(text) for n, text in schema_files().items() if n.startswith(KINDS)}


# Rules


@every_form
def test_every_cell_names_the_rules_of_the_form_that_touch_it(form: Form) -> None:
    """Derived a second time: from the cells that the results of the rules speak of."""
    touching: dict[str, set[str]] = {}
    for rule in select(RULES, "form"):
        for result in rule(form.report()):
            for operand in result.check.terms:
                touching.setdefault(operand.pointer, set()).add(rule.id)
    said: dict[str, set[str]] = {}
    definitions = json_schema(form.type)["$defs"]
    for section, table in table_classes(form.tables).items():
        name = "-".join([table.__name__, table.edition]).removesuffix("-")
        rules = definitions[name]["x-rules"]
        known: Any = table
        assert list(rules) == [
            row.cell(column) for row in form_rows(known) for column in row.columns
        ]
        said |= {f"/{section}{cell}": set(ids) for cell, ids in rules.items() if ids}
    assert said == touching


# Examples


def described(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if "examples" in schema:
            yield schema
        for inner in schema.values():
            yield from described(inner)


@pytest.mark.parametrize("name", FILES)
def test_every_example_is_valid_where_it_stands(name: str) -> None:
    schema = FILES[name]
    found = list(described(schema))
    assert len(found) > 20
    kept = {key: schema[key] for key in ("$schema", "$defs", "definitions") if key in schema}
    for part in found:
        for example in part["examples"]:
            assert judge({**part, **kept})(example), example


@BOTH
def test_a_whole_example_of_each_edition_is_valid_and_keeps_every_rule(edition: AnyEdition) -> None:
    text = (EXAMPLES / f"report-{edition.name}.json").read_text("utf-8")
    assert text == examples()[f"report-{edition.name}.json"]
    report = loads(text)
    assert edition.is_form_of(report)
    assert dumps(report) == text
    assert check(report).findings == ()
    data = json.loads(text)
    for name, schema in FILES.items():
        if name.startswith(("report.", f"report-{edition.name}", f"statutory-{edition.name}")):
            assert judge(schema)(data), name


# What the form asks for


@BOTH
def test_the_form_asks_for_nothing_below_zero_but_a_change(edition: AnyEdition) -> None:
    accepts = judge(statutory_schema(edition.report_type))
    report = edition.blank(number=0)
    assert accepts(to_dict(report))
    for address, _ in report.cells():
        data = to_dict(report)
        *path, last = address.split("/")[1:]
        here: Any = data
        for token in path:
            here = here[token]
        if isinstance(here[last], dict):
            here, last = here[last], "value"
        here[last] = "-0.5" if isinstance(here[last], str) else -1
        assert accepts(data) == address.endswith("/net_change"), address
        here[last] = None
        assert accepts(data)


@BOTH
def test_what_the_form_asks_for_is_a_report_that_no_rule_calls_negative(
    edition: AnyEdition,
) -> None:
    asked, may_say = judge(statutory_schema(edition.report_type)), judge(json_schema())
    rules = [rule for rule in RULES if rule.id.endswith("-NONNEGATIVE")]
    assert len(rules) == 3
    seen = set()

    @some(40)
    @given(reports(edition.proactive_disclosure, edition.requests))
    def law(report: Any) -> None:
        data = to_dict(report)
        assert may_say(data)
        verdict = not check(report, rules=rules).findings
        # -0 is no negative number, and no number that a form asks for either.
        assert asked(data) == verdict or '"-0' in json.dumps(data)
        seen.add(verdict)

    law()
    assert seen == {True, False}


# Draft-07


@every_form
def test_a_draft_07_validator_gives_the_same_verdicts(form: Form) -> None:
    newer = judge(FILES["report.schema.json"])
    older = Draft7Validator(FILES["report.draft-07.schema.json"]).is_valid
    seen = set()

    @some(25)
    @given(reports(form.proactive_disclosure, form.requests), st.integers(0, 2**32 - 1))
    def law(report: Any, seed: int) -> None:
        data = to_dict(report)
        for document in (data, mutated(Random(seed), data)):
            assert older(document) == newer(document)
            seen.add(newer(document))

    law()
    assert seen == ({False} if form.name == "Freedonia" else {True, False})


def test_the_draft_07_schema_is_one_and_has_nothing_of_later_drafts() -> None:
    schema = FILES["report.draft-07.schema.json"]
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "$defs" not in json.dumps(schema)
    alone = [s for s in objects(schema) if "$ref" in s]
    assert all(len(s) == 1 for s in alone)


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    inside = schema.values() if isinstance(schema, dict) else schema
    if isinstance(schema, dict):
        yield schema
    for inner in inside:
        if isinstance(inner, dict | list):
            yield from objects(inner)


# Readings


READING = Draft202012Validator(FILES["reading.schema.json"])


@pytest.mark.parametrize("source", ["xikou-2023.txt", "xikou-2023-broken.txt"])
def test_a_reading_is_valid_with_its_provenance(source: str) -> None:
    reading = read(EXAMPLES / source)
    assert READING.is_valid(reading_data(reading.report, reading))


def test_a_report_that_came_as_json_is_a_reading_without_provenance() -> None:
    data = reading_data(EDITION_2021.blank(), None)
    assert READING.is_valid(data)
    assert not READING.is_valid(data | {"colour": 1})
    assert not READING.is_valid({k: v for k, v in data.items() if k != "unplaced"})


def test_where_a_cell_stood_is_told_for_cells_of_that_very_report() -> None:
    data = reading_data(EDITION_2021.blank(), None)
    seen = {"printed": "3", "state": "number", "where": {"line": 3}}
    ours = "/requests/outcomes/other/residual/total"
    of_2019 = "/requests/outcomes/other/total"
    assert READING.is_valid(data | {"provenance": {ours: seen}})
    assert not READING.is_valid(data | {"provenance": {of_2019: seen}})
    assert not READING.is_valid(data | {"provenance": {ours: seen | {"where": {"line": 0}}}})
    assert not READING.is_valid(data | {"provenance": {ours: seen | {"state": "lost"}}})
    assert not READING.is_valid(data | {"provenance": {"/year": seen}})


def test_the_report_in_a_reading_is_held_to_the_schema_of_reports() -> None:
    data = reading_data(EDITION_2021.blank(), None)
    data["report"]["requests"]["received"]["total"] = "3"
    [error] = READING.iter_errors(data)
    assert list(error.absolute_path) == ["report", "requests", "received", "total"]
