"""The rule catalogue: complete, published as it is, read back exactly."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from govdisclosure.codec.catalogue import catalogue_schema, catalogue_text
from govdisclosure.codec.catalogue._nodes import CONVERTER, KINDS
from govdisclosure.codec.catalogue._reading import load_catalogue
from govdisclosure.codec.catalogue._writing import catalogue
from govdisclosure.codec.schema import catalogue_file, schema_text
from govdisclosure.errors import CatalogueError
from govdisclosure.form import Form
from govdisclosure.model import EDITIONS, all_forms
from govdisclosure.rules import PRESETS, RULES, Rule, Scope, preset_of
from govdisclosure.rules.engine.expressions import (
    CellValue,
    Columns,
    Constant,
    Equal,
    ForEach,
    Lines,
    Parts,
    SumOver,
)
from tests.support.forms import EDITIONS_AND_FREEDONIA, check_schema, judge


def test_the_published_catalogue_is_what_the_rules_say() -> None:
    assert catalogue_file() == catalogue_text()


def test_the_published_catalogue_is_valid_by_the_published_schema() -> None:
    schema = json.loads(schema_text("rules"))
    check_schema(schema)
    assert schema == catalogue_schema()
    assert judge(schema)(json.loads(catalogue_file()))


def test_the_schema_is_in_plain_words() -> None:
    """Pitfall: docstrings of the classes have marks that only Sphinx understands."""
    said = json.dumps(catalogue_schema())
    assert not {
        sign for sign in ("`", ">>>", *(f'"{one.__name__}' for one in KINDS)) if sign in said
    }


def test_the_catalogue_read_back_is_the_rules() -> None:
    assert load_catalogue(catalogue_file()) == RULES


def test_rules_of_another_tolerance_and_fewer_rules_come_back_too() -> None:
    [first, *_] = RULES
    for tolerance in (3, Decimal("0.50")):
        rules = (evolve(first, tolerance=tolerance, related=()),)
        assert load_catalogue(catalogue_text(rules)) == rules


def test_a_form_of_another_country_has_its_catalogue_too() -> None:
    text = catalogue_text(RULES, EDITIONS_AND_FREEDONIA)
    assert load_catalogue(text, EDITIONS_AND_FREEDONIA) == RULES
    assert "Freedonia" in {table["edition"] for table in json.loads(text)["tables"]}
    with pytest.raises(CatalogueError, match="not what this program knows of the forms"):
        load_catalogue(text)


def texts_of(data: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from texts_of(value, f"{at}/{key}")
    else:
        yield at, data


def test_every_rule_says_everything_in_both_languages() -> None:
    for rule in catalogue()["rules"]:
        texts = dict(texts_of({k: v for k, v in rule.items() if k != "holds"}))
        for place in ("/title", "/sentence", "/source/title", "/source/clause", "/message"):
            assert texts[f"{place}/zh"].strip()
            assert texts[f"{place}/en"].strip()
        for place in ("/id", "/authority", "/severity", "/scope", "/since"):
            assert texts[place].strip()
        is_practice = rule["authority"] == "practice"  # which no document has asked for
        assert (rule["source"]["number"] is None) == (rule["source"]["date"] is None) == is_practice
        assert rule["editions"]
        assert all(rule["tables"].values())


def test_the_tables_have_every_cell_of_every_edition_in_the_order_of_the_form() -> None:
    tables = catalogue()["tables"]
    for edition in EDITIONS:
        for section, table in edition.form.tables.items():
            [one] = [t for t in tables if (t["section"], t["edition"]) == (section, table.edition)]
            assert one["rows"] == [
                {
                    "address": f"/{section}{row.pointer}",
                    "cells": [{"name": c.name, "kind": c.kind.value} for c in row.columns],
                }
                for row in table.rows
            ]


@pytest.mark.parametrize(
    "form",
    all_forms(),
    ids=lambda form: "-".join(table.edition for table in form.tables.values() if table.edition),
)
def test_the_tables_of_any_report_stand_in_the_order_of_its_form(form: Form) -> None:
    editions = {section: table.edition for section, table in form.tables.items()}
    tables = [t for t in catalogue()["tables"] if editions[t["section"]] == t["edition"]]
    cells = [
        f"{row['address']}/{c['name']}" for t in tables for row in t["rows"] for c in row["cells"]
    ]
    assert cells == [*form.cells]


def test_each_preset_has_the_authorities_of_its_rules() -> None:
    presets = {one["name"]: one["authorities"] for one in catalogue()["presets"]}
    assert list(presets) == [*PRESETS]
    for rule in RULES:
        smallest = next(name for name, of in presets.items() if rule.authority in of)
        assert smallest == preset_of(rule)


def test_a_rule_names_the_editions_and_tables_that_have_its_cells() -> None:
    reach = {rule["id"]: (rule["editions"], rule["tables"]) for rule in catalogue()["rules"]}
    assert reach["DERV-DISC-ITEMS-LEFT"] == (["2019"], {"proactive_disclosure": ["2019"]})
    assert reach["STAT-REQ-ROWS"] == (["2019", "2021"], {"requests": ["2019", "2021"]})
    assert reach["STAT-CASE-TOTALS"] == (["2019", "2021"], {"review_and_litigation": [""]})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_over_time_or_over_bodies_is_the_one_that_asks_for_them(rule: Rule) -> None:
    text = json.dumps(CONVERTER.unstructure(rule.holds))
    assert ('"of": "previous"' in text) == (rule.scope is Scope.YEARS)
    assert ('"of": "children"' in text) == (rule.scope is Scope.HIERARCHY)


def test_the_example_of_the_documents_is_what_is_written() -> None:
    holds = ForEach(
        "column",
        Columns("/requests/received"),
        Equal(CellValue("/requests/received/{column}"), Constant(0)),
    )
    cell = {"address": "/requests/received/{column}", "coefficient": 1, "of": "report"}
    assert CONVERTER.unstructure(holds) == {
        "for_each": {
            "variable": "column",
            "domain": {"columns": "/requests/received"},
            "holds": {"equal": {"left": {"cell": cell}, "right": {"constant": 0}}},
        }
    }


@pytest.mark.parametrize(
    "address",
    [
        *("/a", "/a/b_2/{c}", "{row}", "{row}/total", "/{a}/{b}"),
        *("", "a", "/", "/A", "/a/", "//a", "/a b", "/1", "{}", "{A}", "/a{b}", "/a\n", "/~1"),
    ],
)
def test_the_pattern_of_addresses_is_that_of_the_rules(address: str) -> None:
    pattern = catalogue_schema()["$defs"]["Domain"]["properties"]["columns"]
    try:
        Columns(address)
        accepted = True
    except ValueError:
        accepted = False
    assert judge({k: v for k, v in pattern.items() if k != "description"})(address) == accepted


def test_a_rule_that_sums_over_rows_in_columns_is_not_too_much() -> None:
    total = SumOver("row", Lines("/requests"), CellValue("{row}/{column}"))
    holds = ForEach("column", Parts("/requests/received"), Equal(total, total))
    [first, *_] = RULES
    rules = (evolve(first, holds=holds, related=(), message=""),)
    assert load_catalogue(catalogue_text(rules)) == rules
