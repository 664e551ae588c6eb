"""The right and the wrong example that each rule carries."""

import pytest

from govdisclosure.model import AnyEdition
from govdisclosure.rules import RULES, Rule, editions_of, examples

EVERYWHERE = {f"{r.id}-{e.name}": (r, e) for r in RULES for e in editions_of(r)}


@pytest.mark.parametrize(("rule", "edition"), EVERYWHERE.values(), ids=EVERYWHERE.keys())
def test_the_right_example_passes_and_the_wrong_one_fails(rule: Rule, edition: AnyEdition) -> None:
    right, wrong = examples(rule, edition)
    assert (right.verdict, wrong.verdict) == ("pass", "fail")
    assert right.rule is wrong.rule is rule
    assert right.pointer == wrong.pointer


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_are_about_the_cells_of_one_check(rule: Rule) -> None:
    right, _ = examples(rule)
    if right.check.compares:
        assert 0 < len(rule.examples.right) <= len(right.check.terms)
        assert 0 < len(rule.examples.wrong) <= len(right.check.terms)
    assert rule.examples.right != rule.examples.wrong


def test_without_an_edition_the_newest_form_is_meant() -> None:
    for rule in RULES:
        assert examples(rule) == examples(rule, editions_of(rule)[-1])
