"""Rules of one's own from JSON: what may be left out, and what is refused."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]

from govdisclosure.codec.catalogue import catalogue_text, load_catalogue, load_rules
from govdisclosure.codec.catalogue._nodes import GROUPS, kind_name
from govdisclosure.codec.schema import schema_text
from govdisclosure.errors import CatalogueError
from govdisclosure.i18n import Message, Text
from govdisclosure.rules import RULES, Examples, Rule
from tests.support.examples import EXAMPLES
from tests.support.paths import ROOT

TEXT = (ROOT / "docs" / "examples" / "own-rules.json").read_text("utf-8")
[OWN] = load_rules(TEXT)

Break = Callable[[Any], object]


def refusal(text: str) -> tuple[str, str]:
    with pytest.raises(CatalogueError) as caught:
        load_rules(text)
    params = caught.value.message.params
    return params["pointer"].strip('"'), params["message"].key


def changed(change: Break) -> str:
    data = json.loads(TEXT)
    change(data)
    return json.dumps(data)


def put(**changes: Any) -> str:
    return changed(lambda data: data["rules"][0].update(changes))


def test_the_example_is_a_rule_with_words_of_its_own() -> None:
    assert (OWN.id, OWN.message) == (
        "X-QINGHE-PENDING",
        Text("请在第五部分说明未审结的原因", "say in part 5 why some are pending"),
    )


def test_a_rule_without_a_message_says_what_is_usual() -> None:
    [rule] = load_rules(changed(lambda data: data["rules"][0].pop("message")))
    assert rule == evolve(OWN, message="")


@pytest.mark.parametrize("message", ["", "negative", OWN.message])
def test_what_the_catalogue_says_of_a_rule_is_taken_whole(message: str | Text) -> None:
    """Words of one's own are part of a catalogue, too."""
    rule = evolve(OWN, message=message)
    text = catalogue_text((*RULES, rule))
    assert load_catalogue(text) == (*RULES, rule)
    assert load_rules(catalogue_text((rule,))) == (rule,)


def test_our_own_rule_renamed_is_one_of_ones_own_and_refers_to_ours() -> None:
    ours = RULES["STAT-REQ-BALANCE"]
    theirs: Rule = evolve(ours, id="X-A-BALANCE", examples=Examples(), related=(ours.id,))
    assert load_rules(catalogue_text((theirs,))) == (theirs,)


@pytest.mark.parametrize("odd", ["STAT-REQ-ROWS", "STAT-OWN", "QUAL-REQ-OWN", "X-OWN", "A-B-C"])
def test_an_id_that_is_not_of_ones_own_is_refused(odd: str) -> None:
    assert refusal(put(id=odd)) == ("/rules/0/id", "not_own_id")


def cell(address: str, coefficient: int = 1) -> Any:
    return {"cell": {"address": address, "coefficient": coefficient, "of": "report"}}


def equal(left: Any) -> Any:
    return {"equal": {"left": left, "right": {"constant": 0}}}


def for_each_twice(inner: Any) -> Any:
    for variable in "ab":
        each = {"variable": variable, "domain": {"cells": ""}, "holds": inner}
        inner = {"for_each": each}
    return inner


def nested(levels: int) -> str:
    return '{"rules": ' + "[" * levels + "]" * levels + "}"


HOSTILE: dict[str, tuple[str, str]] = {
    "nothing": ("", ""),
    "no JSON": ("rules: []", ""),
    "an array": ("[]", ""),
    "a number": ("1e999999", ""),
    "no rules": ("{}", "/rules"),
    "rules that are none": ('{"rules": {"a": 1}}', "/rules"),
    "a rule that is none": ('{"rules": [null]}', "/rules/0"),
    "too deep": (nested(100_000), ""),
    "too long": (" " * 1_000_001, ""),
    "rules beyond number": ('{"rules": [' + "{}," * 100_000 + "{}]}", "/rules/0/id"),
    "a key twice": ('{"rules": [], "rules": []}', "/rules"),
    "a lone surrogate": (put(title={"zh": "\ud800", "en": "a"}), "/rules/0/title/zh"),
    "a key that nobody knows": (put(execute="rm -rf /"), "/rules/0/execute"),
    "a kind that nobody knows": (put(holds={"import": "os"}), "/rules/0/holds/import"),
    "an address that no form has": (put(holds=equal(cell("/a/b"))), "/rules/0"),
    "an address of Python": (put(holds=equal(cell("/__class__"))), "/rules/0/holds/equal/left"),
    "a variable that nothing gives": (
        put(holds=equal(cell("/{a.__class__}"))), "/rules/0/holds/equal/left"),
    "more work than there is time for": (
        put(holds=for_each_twice(equal(cell("{a}")))), "/rules/0/holds"),
    "a coefficient beyond number": (
        put(holds=equal(cell("/requests/received/total", 10**400))), "/rules/0/holds/equal/left"),
    "a message about what is not known": (
        put(message={"key": "too_large", "zh": "x", "en": "x"}), "/rules/0"),
    "a message that nobody knows": (
        put(message={"key": "none", "zh": "x", "en": "x"}), "/rules/0/message/key"),
    "words beyond length": (
        put(message={"key": "own_words", "zh": "长" * 2001, "en": "x"}), "/rules/0/message/zh"),
    "other forms": (changed(lambda data: data.update(tables=[])), "/tables"),
    "other tables": (put(tables={}), "/rules/0/tables"),
    "a related rule that is not there": (put(related=["X-A-B"]), "/rules/0/related"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_its_place(name: str) -> None:
    text, address = HOSTILE[name]
    assert refusal(text)[0].startswith(address)


def test_a_mistyped_address_is_named_whole_in_the_reader_s_language() -> None:
    mistyped = "/requests/outcomes/partially_granted/public_welfare_organisation"
    with pytest.raises(CatalogueError) as caught:
        load_rules(put(holds=equal(cell(mistyped))))
    message = caught.value.message.params["message"]
    assert message == Message("catalogue_no_such_cells", {"addresses": (mistyped,)})


def test_the_schema_of_rules_of_ones_own_takes_what_is_loaded() -> None:
    judge = Draft202012Validator(json.loads(schema_text("own-rules")))
    for text in (put(), (EXAMPLES / "own-rules.json").read_text("utf-8")):
        assert load_rules(text)
        assert judge.is_valid(json.loads(text))
    for text in (put(execute="rm -rf /"), put(tolerance=-1), put(holds={}), '{"rules": {}}', "{}"):
        assert not judge.is_valid(json.loads(text))


@pytest.mark.parametrize("key", ["out_of_order", "negative"])
def test_words_of_ones_own_under_a_key_of_ours_are_refused_and_not_lost(key: str) -> None:
    message = {"key": key, "zh": "请说明原因", "en": "say why"}
    assert refusal(put(message=message)) == ("/rules/0/message", "not_own_words")


def test_words_are_never_a_template() -> None:
    words = {"zh": "{left.__class__:>99999999}", "en": "{0}{left!r}{"}
    [rule] = load_rules(put(message={"key": "own_words", **words}))
    assert rule.message == Text(**words)


@pytest.mark.parametrize("page", ["own-rules.md", "own-rules.zh-CN.md"])
def test_the_page_names_each_expression_as_json_and_python_do(page: str) -> None:
    rows = re.findall(r"^\| \S+ \| (`.* ↔ .*) \|$", (ROOT / "docs" / page).read_text("utf-8"), re.M)
    pairs = [re.findall(r"`(\w+)` ↔ `(\w+)`", row) for row in rows]
    places = (GROUPS[group] for group in ("Statement", "Term", "Domain"))
    assert pairs == [[(kind_name(kind), kind.__name__) for kind in kinds] for kinds in places]
    assert {kind for row in pairs for kind in row} == {
        (kind_name(kind), kind.__name__) for kinds in GROUPS.values() for kind in kinds
    }
