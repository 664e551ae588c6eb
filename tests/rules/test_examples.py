"""A right and a wrong example of each rule: computed, never written."""

import pytest

from govdisclosure.findings import Verdict
from govdisclosure.rules import RULES, Rule, examples

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@every_rule
def test_an_example_passes_and_one_fails(rule: Rule) -> None:
    good, bad = examples(rule)
    assert (good.verdict, bad.verdict) == (Verdict.PASS, Verdict.FAIL)
    assert good.rule is bad.rule is rule
    assert good.pointer == bad.pointer


@every_rule
def test_the_failing_example_differs_from_the_passing_one_in_a_single_cell(rule: Rule) -> None:
    good, bad = examples(rule)
    pairs = zip(good.numbers, bad.numbers, strict=False)
    assert good.check.relation != "=" or sum(one != other for one, other in pairs) == 1
