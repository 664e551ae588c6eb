"""What is said of a rule: computed from its expression, never written."""

import re

import pytest

from govdisclosure.i18n import LANGUAGES, Language
from govdisclosure.model import EDITIONS
from govdisclosure.rules import (
    PRESETS,
    RULES,
    Rule,
    editions_of,
    examples,
    in_words,
    preset_of,
    requirements,
)
from govdisclosure.rules._describe import formulas
from govdisclosure.rules.requests import outcomes_add_up, request_rows_add_up

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@every_rule
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_formula_and_example_have_words_in_both_languages(rule: Rule, language: Language) -> None:
    good, _ = examples(rule)
    assert in_words(good, language)
    assert requirements(rule, language)
    assert {
        e for names, _, _ in requirements(rule, language) for e in re.findall(r"\d{4}", names)
    } == {edition.name for edition in editions_of(rule)}


@every_rule
def test_a_rule_is_in_the_smallest_preset_of_its_authority(rule: Rule) -> None:
    presets = [name for name, authorities in PRESETS.items() if rule.authority in authorities]
    assert preset_of(rule) == presets[0]


def test_a_formula_is_spelled_over_the_rows_of_its_edition() -> None:
    """The 2021 form has three rows where that of 2019 has one."""
    terms = [text.zh.count(" ＋ ") + 1 for e in EDITIONS for text in formulas(outcomes_add_up, e)]
    assert terms == [19, 21]
    places = [p for e in EDITIONS for p in formulas(request_rows_add_up, e).values()]
    assert [*map(len, places)] == [23, 25]
