"""Hostile catalogues: each is refused with a reason of ours, never with a traceback."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from govdisclosure.codec.catalogue import catalogue_schema
from govdisclosure.codec.catalogue._reading import LARGEST, load_catalogue
from govdisclosure.codec.catalogue._writing import catalogue
from govdisclosure.errors import CatalogueError
from govdisclosure.i18n import CHINESE, ENGLISH, MESSAGES
from tests.support.forms import judge

valid = judge(catalogue_schema())

Break = Callable[[dict[str, Any]], object]


def rule_of(data: dict[str, Any], rule_id: str = "STAT-REQ-BALANCE") -> Any:
    return next(rule for rule in data["rules"] if rule["id"] == rule_id)


def holds(data: dict[str, Any]) -> Any:
    return rule_of(data)["holds"]["for_each"]


def put(key: str, value: Any) -> Break:
    return lambda data: rule_of(data).__setitem__(key, value)


def put_holds(value: Any) -> Break:
    return put("holds", value)


def deep(levels: int) -> Any:
    node: Any = {"constant": 1}
    for _ in range(levels):
        node = {"sum": [node]}
    return {"equal": {"left": node, "right": {"constant": 0}}}


WRONG: dict[str, tuple[str, Break]] = {
    # by the schema too
    "a key that nobody knows": ("unknown_key", lambda d: d.__setitem__("colour", 1)),
    "a key that is missing": ("missing_key", lambda d: d.pop("empty_states")),
    "another version": ("no_choice", lambda d: d.__setitem__("catalogue_version", "2.0.0")),
    "a schema that is no string": ("wrong", lambda d: d.__setitem__("$schema", 1)),
    "rules that are no array": ("wrong", lambda d: d.__setitem__("rules", {})),
    "a rule that is no object": ("wrong", lambda d: d["rules"].append(3)),
    "a rule without a title": ("missing_key", lambda d: rule_of(d).pop("title")),
    "a rule with a key more": ("unknown_key", put("pass", True)),
    "a title in one language": ("missing_key", put("title", {"zh": "一"})),
    "a blank title": ("wrong", put("title", {"zh": "　", "en": "a"})),
    "an endless sentence": ("wrong", put("sentence", {"zh": "长" * 2001, "en": "a"})),
    "an id of another style": ("wrong", put("id", "stat-req")),
    "an id that is no string": ("wrong", put("id", 7)),
    "a source without a clause": ("missing_key", lambda d: rule_of(d)["source"].pop("clause")),
    "an unknown authority": ("no_choice", put("authority", "hearsay")),
    "a severity that is a list": ("no_choice", put("severity", ["error"])),
    "an unknown scope": ("no_choice", put("scope", "galaxy")),
    "a tolerance below 0": ("wrong", put("tolerance", -1)),
    "a tolerance that is true": ("wrong", put("tolerance", True)),
    "a tolerance that is a word": ("wrong", put("tolerance", "1e3")),
    "a version that is none": ("wrong", put("since", "1")),
    "related that is no array": ("wrong", put("related", "STAT-REQ-ROWS")),
    "a message that is text": ("wrong", put("message", "sums_differ")),
    "a node that nobody knows": ("unknown_kind", put_holds({"perhaps": {}})),
    "a node of two kinds": ("unknown_kind", put_holds({"stated": "/a", "filled": {"cells": ""}})),
    "a node of no kind": ("unknown_kind", put_holds({})),
    "a node that is a list": ("wrong", put_holds([])),
    "a term where a statement belongs": ("unknown_kind", put_holds({"constant": 1})),
    "an unknown domain": ("unknown_kind", put_holds({"filled": {"some": "/a"}})),
    "a field that nobody knows": ("unknown_key", lambda d: holds(d).__setitem__("x", 1)),
    "a field that is missing": ("missing_key", lambda d: holds(d).pop("variable")),
    "a variable of another style": ("wrong", lambda d: holds(d).__setitem__("variable", "A b")),
    "an address of another style": ("wrong", put_holds({"stated": "overview"})),
    "an empty address": ("wrong", put_holds({"filled": {"unsigned": ""}})),
    "an address that is no string": ("wrong", put_holds({"stated": None})),
    "a constant that is true": ("wrong", put_holds(
        {"equal": {"left": {"constant": True}, "right": {"constant": 0}}})),
    "a constant with a fraction": ("wrong", put_holds(
        {"equal": {"left": {"constant": 0.5}, "right": {"constant": 0}}})),
    "a constant beyond what readers keep": ("wrong", put_holds(
        {"equal": {"left": {"constant": 2**53}, "right": {"constant": 0}}})),
    "a sum of nothing": ("too_many", put_holds(
        {"equal": {"left": {"sum": []}, "right": {"constant": 0}}})),
    "an unknown relation": ("no_choice", put_holds(
        {"compare": {"left": {"constant": 1}, "relation": "≥", "right": {"constant": 0}}})),
    "a condition that is no comparison": ("unknown_kind", put_holds(
        {"implies": {"given": {"stated": "/a"}, "holds": {"stated": "/b"}}})),
    "too many rules": ("too_many", lambda d: d.__setitem__("rules", [0] * 1001)),
}  # fmt: skip

WRONG_BEYOND_THE_SCHEMA: dict[str, tuple[str, Break]] = {
    "an id twice": ("repeated_id", lambda d: d["rules"].append(deepcopy(d["rules"][0]))),
    "an unknown related id": ("unknown_id", put("related", ["STAT-REQ-NOWHERE"])),
    "a message that nobody has": ("no_choice", put("message", {"key": "x", "zh": "一", "en": "a"})),
    "a free variable": ("free_variable", put_holds({"stated": "/{section}"})),
    "a variable free in its own domain": ("free_variable", lambda d: holds(d).__setitem__(
        "domain", {"columns": "/requests/{column}"})),
    "a variable given twice": ("given_twice", lambda d: holds(d).__setitem__("holds", {
        "for_each": {"variable": "column", "domain": {"cells": ""}, "holds": {"stated": "/a"}}})),
    "nodes nested too deeply": ("too_deep", put_holds(deep(64))),
    "cells of cells of cells": ("too_much", put_holds({"for_each": {
        "variable": "a", "domain": {"cells": ""}, "holds": {"for_each": {
            "variable": "b", "domain": {"cells": ""}, "holds": {"for_each": {
                "variable": "c", "domain": {"cells": ""}, "holds": {"stated": "/a"}}}}}}})),
    "a form with a cell less": ("other_forms", lambda d: d["forms"]["requests"]["2021"][
        "/received"].pop("total")),
    "a cell of another kind": ("other_forms", lambda d: d["forms"]["requests"]["2021"][
        "/received"].__setitem__("total", "change")),
    "other empty states": ("other_forms", lambda d: d["empty_states"].append("unreadable")),
    "another edition": ("other_forms", put("editions", ["2021"])),
    "other tables": ("other_forms", put("tables", {})),
}  # fmt: skip


EVERY: dict[str, tuple[str, Break]] = {**WRONG, **WRONG_BEYOND_THE_SCHEMA}


def broken(damage: Break) -> dict[str, Any]:
    data = catalogue()
    damage(data)
    return data


@pytest.mark.parametrize("name", EVERY)
def test_a_wrong_catalogue_is_refused_and_told_in_both_languages(name: str) -> None:
    reason, damage = EVERY[name]
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(json.dumps(broken(damage)))
    assert caught.value.message.key == f"catalogue_{reason}"
    assert str(caught.value) == f"{caught.value.render(CHINESE)} {caught.value.render(ENGLISH)}"
    assert len(caught.value.render(ENGLISH)) < 1500


@pytest.mark.parametrize("name", WRONG)
def test_the_schema_refuses_it_too(name: str) -> None:
    assert not valid(broken(WRONG[name][1]))


@pytest.mark.parametrize("name", WRONG_BEYOND_THE_SCHEMA)
def test_what_a_schema_cannot_say_it_lets_through(name: str) -> None:
    assert valid(broken(WRONG_BEYOND_THE_SCHEMA[name][1]))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not_json"),
        ("{", "not_json"),
        ("[NaN]", "wrong"),
        ("null", "wrong"),
        ('{"rules": [], "rules": []}', "repeated_key"),
        (r'{"\ud800": 1}', "half_character"),
        (r'{"a": "\udfff"}', "half_character"),
        ("[" * 100_000, "too_deep"),
        ("[" * 65 + "]" * 65, "too_deep"),
        ("9" * 5000, "wrong"),
        (" " * (LARGEST + 1), "too_large"),
    ],
    ids=lambda value: value[:30].strip(),
)
def test_a_hostile_text_is_refused(text: str, reason: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(text)
    assert caught.value.message.key == f"catalogue_{reason}"


def test_every_refusal_there_is_a_message_for_is_met_here() -> None:
    keys = {key for key in MESSAGES if key.startswith("catalogue_")}
    expectations = {key for key in keys if key.startswith("catalogue_want_")}
    reasons = {f"catalogue_{r}" for r, _ in EVERY.values()}
    texts = {"not_json", "repeated_key", "half_character", "too_large"}
    assert keys - expectations == reasons | {f"catalogue_{r}" for r in texts}
