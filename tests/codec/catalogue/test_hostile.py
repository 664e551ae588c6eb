"""Hostile catalogues: each is refused with a reason of ours, never with a traceback."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from govdisclosure.codec._problems import echo
from govdisclosure.codec.catalogue import catalogue_schema
from govdisclosure.codec.catalogue._reading import LARGEST, load_catalogue
from govdisclosure.codec.catalogue._writing import catalogue
from govdisclosure.errors import CatalogueError
from govdisclosure.i18n import CHINESE, ENGLISH, MESSAGES
from govdisclosure.rules import RULES
from govdisclosure.rules.engine.expressions import Constant
from tests.support.forms import judge

valid = judge(catalogue_schema())

Break = Callable[[dict[str, Any]], object]

RULE_ID = "STAT-REQ-BALANCE"
RULE = f"/rules/{[rule.id for rule in RULES].index(RULE_ID)}"
LEFT = f"{RULE}/holds/equal/left"


def rule_of(data: dict[str, Any]) -> Any:
    return next(rule for rule in data["rules"] if rule["id"] == RULE_ID)


def holds(data: dict[str, Any]) -> Any:
    return rule_of(data)["holds"]["for_each"]


def top(key: str, value: Any) -> Break:
    return lambda data: data.__setitem__(key, value)


def put(key: str, value: Any) -> Break:
    return lambda data: rule_of(data).__setitem__(key, value)


def put_holds(value: Any) -> Break:
    return put("holds", value)


def put_left(term: Any) -> Break:
    return put_holds({"equal": {"left": term, "right": {"constant": 0}}})


def in_holds(key: str, value: Any) -> Break:
    return lambda data: holds(data).__setitem__(key, value)


TABLES = [(table["section"], table["edition"]) for table in catalogue()["tables"]]
RECEIVED = f"/tables/{TABLES.index(('requests', '2021'))}/rows/0"
TOTAL = 6
"""Where the total stands in a row of table 3."""


def received(data: dict[str, Any]) -> Any:
    return data["tables"][TABLES.index(("requests", "2021"))]["rows"][0]["cells"]


def put_kind(kind: str) -> Break:
    return lambda data: received(data)[TOTAL].__setitem__("kind", kind)


def for_each(variable: str, inner: Any, domain: str = "cells", address: str = "") -> Any:
    return {"for_each": {"variable": variable, "domain": {domain: address}, "holds": inner}}


def deep(levels: int) -> Any:
    node: Any = {"constant": 1}
    for _ in range(levels):
        node = {"sum": [node]}
    return node


def cell(**change: Any) -> Any:
    return {"cell": {"address": "/a", "coefficient": 1, "of": "report", **change}}


def short(rule: Any) -> Any:
    words = {"zh": "一", "en": "a"}
    source = {"title": words, "number": "1", "date": "1", "clause": words}
    return {**rule, "title": words, "sentence": words, "source": source}


WRONG: dict[str, tuple[str, Break]] = {
    "a key that nobody knows": ("/colour", top("colour", 1)),
    "a key that is missing": ("/empty_states", lambda d: d.pop("empty_states")),
    "another version": ("/catalogue_version", top("catalogue_version", "2.0.0")),
    "a version that is a number": ("/catalogue_version", top("catalogue_version", 1.0)),
    "a schema that is no string": ("/$schema", top("$schema", 1)),
    "a state that nobody knows": ("/empty_states/0", top("empty_states", [None])),
    "a preset that nobody knows": (
        "/presets/0/name", lambda d: d["presets"][0].__setitem__("name", "all")),
    "tables that are an object": ("/tables", top("tables", {})),
    "a kind of cell that nobody knows": (
        f"{RECEIVED}/cells/{TOTAL}/kind", put_kind("percentage")),
    "rules that are no array": ("/rules", top("rules", {})),
    "a rule that is no object": (f"/rules/{len(RULES)}", lambda d: d["rules"].append(3)),
    "rules beyond number": (
        "/rules", lambda d: d.__setitem__("rules", [short(d["rules"][0])] * 1001)),
    "zeros beyond number": ("/rules/0", top("rules", [0] * 100_000)),
    "a rule without a title": (f"{RULE}/title", lambda d: rule_of(d).pop("title")),
    "a rule with a key more": (f"{RULE}/pass", put("pass", True)),
    "a title in one language": (f"{RULE}/title/en", put("title", {"zh": "一"})),
    "a blank title": (f"{RULE}/title/zh", put("title", {"zh": "　", "en": "a"})),
    "an endless sentence": (f"{RULE}/sentence/zh", put("sentence", {"zh": "长" * 2001, "en": "a"})),
    "an id of another style": (f"{RULE}/id", put("id", "stat-req")),
    "an id with a line end": (f"{RULE}/id", put("id", "STAT-REQ\n")),
    "an id in other digits": (f"{RULE}/id", put("id", "STAT-١")),
    "an id that is no string": (f"{RULE}/id", put("id", 7)),
    "a source without a clause": (
        f"{RULE}/source/clause", lambda d: rule_of(d)["source"].pop("clause")),
    "an unknown authority": (f"{RULE}/authority", put("authority", "hearsay")),
    "a severity that is a list": (f"{RULE}/severity", put("severity", ["error"])),
    "an unknown scope": (f"{RULE}/scope", put("scope", "galaxy")),
    "editions that are numbers": (f"{RULE}/editions/0", put("editions", [2021])),
    "tables that are text": (f"{RULE}/tables/requests", put("tables", {"requests": "2021"})),
    "a tolerance below 0": (f"{RULE}/tolerance", put("tolerance", -1)),
    "a tolerance below 0 in a string": (f"{RULE}/tolerance", put("tolerance", "-0.5")),
    "a tolerance that is true": (f"{RULE}/tolerance", put("tolerance", True)),
    "a tolerance that is null": (f"{RULE}/tolerance", put("tolerance", None)),
    "a tolerance with a fraction": (f"{RULE}/tolerance", put("tolerance", 0.5)),
    "a tolerance that is a word": (f"{RULE}/tolerance", put("tolerance", "1e3")),
    "a tolerance in other digits": (f"{RULE}/tolerance", put("tolerance", "١")),
    "a version that is none": (f"{RULE}/since", put("since", "1")),
    "related that is no array": (f"{RULE}/related", put("related", "STAT-REQ-ROWS")),
    "related beyond number": (f"{RULE}/related", put("related", [RULE_ID] * 1001)),
    "a message that is text": (f"{RULE}/message", put("message", "sums_differ")),
    "a node that nobody knows": (f"{RULE}/holds/perhaps", put_holds({"perhaps": {}})),
    "a node of two kinds": (f"{RULE}/holds", put_holds({"stated": "/a", "filled": {"cells": ""}})),
    "a node of no kind": (f"{RULE}/holds", put_holds({})),
    "a node that is a list": (f"{RULE}/holds", put_holds([])),
    "a node that is its name": (f"{RULE}/holds/equal", put_holds({"equal": "equal"})),
    "a term where a statement belongs": (f"{RULE}/holds/constant", put_holds({"constant": 1})),
    "a domain where a term belongs": (f"{LEFT}/cells", put_left({"cells": ""})),
    "two kinds of term in one": (LEFT, put_left({**cell(), "constant": 1})),
    "an unknown domain": (f"{RULE}/holds/filled/some", put_holds({"filled": {"some": "/a"}})),
    "a field that nobody knows": (f"{RULE}/holds/for_each/x", in_holds("x", 1)),
    "a field that is missing": (
        f"{RULE}/holds/for_each/variable", lambda d: holds(d).pop("variable")),
    "a coefficient left out": (f"{LEFT}/cell/coefficient", put_left({"cell": {
        "address": "/a", "of": "report"}})),
    "a coefficient in a string": (f"{LEFT}/cell/coefficient", put_left(cell(coefficient="1"))),
    "a coefficient of 0": (f"{LEFT}/cell/coefficient", put_left(cell(coefficient=0))),
    "a report that nobody has": (f"{LEFT}/cell/of", put_left(cell(of="neighbour"))),
    "a variable of another style": (
        f"{RULE}/holds/for_each/variable", in_holds("variable", "A b")),
    "an address of another style": (f"{RULE}/holds/stated", put_holds({"stated": "overview"})),
    "an address with a line end": (f"{RULE}/holds/stated", put_holds({"stated": "/a\n"})),
    "an endless address": (f"{RULE}/holds/stated", put_holds({"stated": "/a" * 100_000})),
    "an empty address": (f"{RULE}/holds/filled/counts", put_holds({"filled": {"counts": ""}})),
    "an address that is no string": (f"{RULE}/holds/stated", put_holds({"stated": None})),
    "a constant that is true": (f"{LEFT}/constant", put_left({"constant": True})),
    "a constant with a fraction": (f"{LEFT}/constant", put_left({"constant": 0.5})),
    "a constant beyond what readers keep": (f"{LEFT}/constant", put_left({"constant": 2**53})),
    "a constant beyond all bounds": (f"{LEFT}/constant", put_left({"constant": 1e300})),
    "a sum of nothing": (f"{LEFT}/sum", put_left({"sum": []})),
    "a sum that is a term": (f"{LEFT}/sum", put_left({"sum": {"constant": 1}})),
    "an unknown relation": (f"{RULE}/holds/compare/relation", put_holds(
        {"compare": {"left": {"constant": 1}, "relation": "≥", "right": {"constant": 0}}})),
    "a condition that is no comparison": (f"{RULE}/holds/implies/given/stated", put_holds(
        {"implies": {"given": {"stated": "/a"}, "holds": {"stated": "/b"}}})),
}  # fmt: skip
"""What the schema refuses, too: where the first problem is, and what was done."""

WRONG_BEYOND_THE_SCHEMA: dict[str, tuple[str, str, Break]] = {
    "an id that is reserved": ("/rules/0", "catalogue_no_rule", lambda d: d["rules"].__setitem__(
        slice(None), [{**short(d["rules"][0]), "id": "READ-X", "related": []}])),
    "an id twice": (f"/rules/{len(RULES)}/id", "catalogue_repeated_id",
        lambda d: d["rules"].append(deepcopy(d["rules"][0]))),
    "an unknown related id": (f"{RULE}/related", "catalogue_unknown_id",
        put("related", ["STAT-REQ-NOWHERE"])),
    "a message that nobody has": (f"{RULE}/message/key", "catalogue_unknown_message",
        put("message", {"key": "x", "zh": "一", "en": "a"})),
    "a free variable": (f"{RULE}/holds/stated", "catalogue_free_variable",
        put_holds({"stated": "/{section}"})),
    "a variable free in its own domain": (
        f"{RULE}/holds/for_each/domain/columns", "catalogue_free_variable",
        in_holds("domain", {"columns": "/requests/{column}"})),
    "a variable free beside what gives it": (
        f"{LEFT}/sum/1/cell/address", "catalogue_free_variable",
        put_left({"sum": [{"each": {"variable": "a", "domain": {"cells": ""}, "term": cell(
            address="{a}")}}, cell(address="{a}")]})),
    "a variable given twice": (
        f"{RULE}/holds/for_each/holds/for_each/variable", "catalogue_given_twice",
        in_holds("holds", for_each("column", {"stated": "/a"}))),
    "nodes nested too deeply": (f"{LEFT}{'/sum/0' * 28}", "json_too_deep", put_left(deep(64))),
    "cells of cells of cells": (f"{RULE}/holds", "catalogue_too_much", put_holds(
        for_each("a", for_each("b", for_each("c", {"stated": "/a"}))))),
    "cells of cells without end": (f"{RULE}/holds", "catalogue_too_much", put_holds(
        for_each("a", for_each("b", for_each("c", for_each("d", for_each("e", for_each(
            "f", for_each("g", for_each("h", {"stated": "{h}"})))))))))),
    "a form with a cell less": (f"{RECEIVED}/cells", "catalogue_other_forms",
        lambda d: received(d).pop()),
    "a form with a cell more": (f"{RECEIVED}/cells", "catalogue_other_forms",
        lambda d: received(d).append({"name": "robots", "kind": "count"})),
    "cells in another order": (f"{RECEIVED}/cells/0/name", "catalogue_other_forms",
        lambda d: received(d).reverse()),
    "a cell of another kind": (
        f"{RECEIVED}/cells/{TOTAL}/kind", "catalogue_other_forms", put_kind("change")),
    "a preset that takes in less": ("/presets/1/authorities", "catalogue_other_forms",
        lambda d: d["presets"][1]["authorities"].pop()),
    "other empty states": ("/empty_states", "catalogue_other_forms",
        lambda d: d["empty_states"].append("unreadable")),
    "another edition": (f"{RULE}/editions", "catalogue_other_forms", put("editions", ["2021"])),
    "other tables": (f"{RULE}/tables", "catalogue_other_forms", put("tables", {})),
    "a statement about no cell": (f"{RULE}/editions", "catalogue_other_forms",
        put_left({"sum": [{"constant": 1}] * 2_000})),
}  # fmt: skip
"""What a schema cannot say: where the problem is, what is told, and what was done."""

EVERY: dict[str, tuple[str, Break]] = {
    **WRONG,
    **{name: (at, damage) for name, (at, _, damage) in WRONG_BEYOND_THE_SCHEMA.items()},
}


def broken(damage: Break) -> dict[str, Any]:
    data = catalogue()
    damage(data)
    return data


def refusal(text: str) -> CatalogueError:
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(text)
    return caught.value


@pytest.mark.parametrize("name", EVERY)
def test_a_wrong_catalogue_is_refused_and_told_in_both_languages(name: str) -> None:
    address, damage = EVERY[name]
    error = refusal(json.dumps(broken(damage)))
    assert error.message.params["pointer"] == echo(address)
    assert str(error) == f"{error.render(CHINESE)} {error.render(ENGLISH)}"
    assert len(error.render(ENGLISH)) < 1500


@pytest.mark.parametrize("name", WRONG)
def test_the_schema_refuses_it_too(name: str) -> None:
    assert not valid(broken(WRONG[name][1]))


@pytest.mark.parametrize("name", WRONG_BEYOND_THE_SCHEMA)
def test_what_a_schema_cannot_say_it_lets_through(name: str) -> None:
    _, key, damage = WRONG_BEYOND_THE_SCHEMA[name]
    data = broken(damage)
    assert valid(data)
    assert refusal(json.dumps(data)).message.params["message"].key == key


@pytest.mark.parametrize(
    ("text", "address", "key"),
    [
        ("", "", "json_syntax"),
        ("{", "", "json_syntax"),
        ("\x00", "", "json_syntax"),
        ("[NaN]", "", "json_wrong"),
        ("null", "", "json_wrong"),
        ("true", "", "json_wrong"),
        ('{"rules": [], "rules": []}', "/rules", "json_duplicate_key"),
        (r'{"rules": "\udfff"}', "/rules", "json_surrogate"),
        (r'{"\ud800": 1}', r"/\ud800", "json_surrogate"),
        ('{"rules": 1e999}', "/rules", "json_wrong"),
        ('{"rules": Infinity}', "/rules", "json_constant"),
        ("[" * 100_000, "", "json_too_deep"),
        ('{"rules":' * 100_000, "", "json_too_deep"),
        ("[" * 65 + "]" * 65, "/0" * 64, "json_too_deep"),
        ("9" * 900_000, "", "json_wrong"),
        ("1e" + "9" * 900_000, "", "json_wrong"),
        ('"' + "长" * 900_000 + '"', "", "json_wrong"),
        ('{"' + "k" * 900_000 + '": 1}', "/" + "k" * 99, "json_unknown_key"),
        (" " * (LARGEST + 1), "", "catalogue_too_large"),
    ],
    ids=lambda value: repr(value[:30]),
)
def test_a_hostile_text_is_refused(text: str, address: str, key: str) -> None:
    params = refusal(text).message.params
    assert (params["pointer"], params["message"].key) == (echo(address), key)


@pytest.mark.parametrize(
    ("right", "wrong", "address", "key"),
    [
        ('"constant": 0', '"constant": 0, "constant": 1', "/constant", "json_duplicate_key"),
        ('"constant": 0', '"constant": 0, "cons\\u0074ant": 0', "/constant", "json_duplicate_key"),
        ('"constant": 0', '"constant": -NaN', "", "json_syntax"),
        ('"constant": 0', '"constant": NaN', "/constant", "json_constant"),
        ('"constant": 0', '"constant": 1e999', "/constant", "json_wrong"),
        ('"constant": 0', '"constant": 0.00000000000000000000000000001', "/constant", "json_wrong"),
        ('"constant": 0', '"constant": 0.99999999999999999999', "/constant", "json_wrong"),
        ('"constant": 0', '"constant": 00', "", "json_syntax"),
        ('"constant": 0', '"const\\ud800": 0', "/const\\ud800", "json_surrogate"),
    ],
)
def test_a_hostile_number_or_key_is_refused(right: str, wrong: str, address: str, key: str) -> None:
    data = broken(put_left({"constant": 1}))
    text = json.dumps(data)
    assert text.count(f'"right": {{{right}}}') >= 1
    i = text.index('"left": {"constant": 1}, "right": {"constant": 0}')
    params = refusal(text[:i] + text[i:].replace(right, wrong, 1)).message.params
    where = f"{RULE}/holds/equal/right{address}" if key != "json_syntax" else ""
    assert (params["pointer"], params["message"].key) == (echo(where), key)


def test_a_whole_number_may_be_written_with_a_point_as_it_may_in_a_report() -> None:
    data = broken(put_holds({"equal": {"left": cell(address="/requests/received/total"),
                                       "right": {"constant": 3.0}}}))  # fmt: skip
    rule_of(data)["tolerance"] = 1.0
    assert valid(data)
    [rule] = [rule for rule in load_catalogue(json.dumps(data)) if rule.id == RULE_ID]
    assert repr((rule.tolerance, rule.holds.right)) == repr((1, Constant(3)))  # type: ignore[union-attr]


def test_every_refusal_there_is_a_message_for_is_met_here() -> None:
    keys = {key for key in MESSAGES if key.startswith("catalogue_")}
    told = {key for _, key, _ in WRONG_BEYOND_THE_SCHEMA.values() if key.startswith("catalogue_")}
    of_own_rules = {"catalogue_no_such_cells"}
    assert keys == told | {"catalogue_wrong", "catalogue_too_large"} | of_own_rules
