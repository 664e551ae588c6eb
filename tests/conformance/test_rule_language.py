"""The pages of the rule language: their tables and examples are what the program says and does."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from govdisclosure.codec.catalogue import catalogue_schema
from govdisclosure.codec.catalogue._writing import catalogue
from tests.conformance.bases import Doc
from tests.conformance.case import REASONS
from tests.conformance.machine import results
from tests.conformance.manifest import manifest_schema
from tests.support.paths import ROOT

PAGES = ("rule-language.md", "rule-language.zh-CN.md")
every_page = pytest.mark.parametrize("name", PAGES)

SCHEMA = catalogue_schema()
CASE = manifest_schema()["$defs"]["cases"]["items"]["properties"]


def read(name: str) -> str:
    return Path(ROOT, "docs", name).read_text("utf-8")


def blocks(name: str) -> list[Any]:
    return [json.loads(block) for block in re.findall("```json\n(.*?)```", read(name), re.S)]


def kinds_of_schema() -> Mapping[tuple[str, str], list[str]]:
    """The fields of each kind of node, by group and kind; none where a kind is its one field."""
    return {
        (group, kind): list(body.get("properties", {}))
        for group in ("Statement", "Term", "Domain")
        for kind, body in SCHEMA["$defs"][group]["properties"].items()
    }


def kinds_of_page(name: str) -> Iterator[tuple[tuple[str, str], list[str]]]:
    table = read(name).partition("<!-- kinds -->")[2].partition("<!-- /kinds -->")[0]
    for line in table.splitlines():
        if row := re.match(r"\| `(\w+)` \| (\w+) \| (.*?) \| (.+) \|$", line):
            yield (row[2], row[1]), re.findall("`([a-z_]+)`", row[3])


@every_page
def test_the_table_has_every_kind_of_node_with_its_fields_in_the_order_of_the_schema(
    name: str,
) -> None:
    assert [*kinds_of_page(name)] == [*kinds_of_schema().items()]


@every_page
def test_a_kind_that_is_one_field_says_what_stands_there(name: str) -> None:
    """That a domain may be the whole report, as its pattern has it."""
    rows = dict(re.findall(r"^\| `(\w+)` \| Domain \| (.*?) \|", read(name), re.M))
    for kind, body in SCHEMA["$defs"]["Domain"]["properties"].items():
        assert ('`""`' in rows[kind]) == bool(re.search(body["pattern"], "")), kind


@every_page
def test_every_key_value_and_reason_that_a_result_may_have_is_explained(name: str) -> None:
    text, result = read(name), CASE["expected"]["properties"]["results"]["items"]["properties"]
    words = [
        *result,
        *result["operands"]["items"]["properties"],
        *result["verdict"]["enum"],
        *(severity for severity in result["severity"]["enum"] if severity),
        *REASONS,
        *SCHEMA["$defs"]["CellData"]["properties"]["kind"]["enum"],
        *(key for key in SCHEMA["required"] if key != "catalogue_version"),
        *(kind for kind in CASE["kind"]["enum"]),
        *CASE,
    ]
    assert [word for word in words if not re.search(rf'[`"]{word}["`]', text)] == []


@every_page
def test_the_examples_come_out_as_the_page_says(name: str) -> None:
    cases = blocks(name)
    ran = [i for i, block in enumerate(cases) if "looked_at" in block]
    assert len(ran) >= 5
    for i in ran:
        case, expected = cases[i], cases[i + 1]
        assert [*case] == [key for key in CASE if key not in ("id", "kind", "expected")]
        assert expected, "an example without a result shows nothing"
        assert outcome(case) == expected


def outcome(case: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What comes out of a case, of its rule, at the pointers that are looked at."""
    document = {
        "report": built(case["report"]),
        "previous": case["previous"] and built(case["previous"]),
        "children": [built(child) for child in case["children"]],
        "blanks": case["blanks"],
    }
    own = [one for one in results(document) if one["rule_id"] == case["rule_id"]]
    return [one for one in own if one["pointer"] in case["looked_at"]]


def built(data: Mapping[str, Any]) -> Any:
    return Doc(data["base"], data["changes"]).build()


@every_page
def test_the_rules_on_the_page_are_those_of_the_catalogue(name: str) -> None:
    holds = {rule["id"]: rule["holds"] for rule in catalogue()["rules"]}
    shown = {block["id"]: block["holds"] for block in blocks(name) if "id" in block}
    assert shown
    assert shown == {rule_id: holds[rule_id] for rule_id in shown}


def test_both_languages_have_the_same_examples_tables_and_sections() -> None:
    english, chinese = PAGES
    assert blocks(english) == blocks(chinese)
    for sign in ("^(#+) ", r"^(\|)", '<a id="(.*?)">', "^( *)(?:[0-9]+\\.|-) "):
        assert re.findall(sign, read(english), re.M) == re.findall(sign, read(chinese), re.M), sign
