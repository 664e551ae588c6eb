"""The pages of rules, and what they and ``explain`` say of a rule: computed, never written."""

import re
from itertools import pairwise

import pytest

from docs.generate.rules_page import PAGES, rules_page
from govdisclosure.findings import Verdict
from govdisclosure.i18n import LANGUAGES, Language
from govdisclosure.model import EDITIONS
from govdisclosure.rules import (
    PRESETS,
    RULES,
    Rule,
    asked,
    editions_of,
    examples,
    preset_of,
    spelled,
)
from govdisclosure.rules._describe import formulas
from govdisclosure.rules.engine import bind
from govdisclosure.rules.requests import outcomes_add_up, request_rows_add_up
from tests.support.paths import ROOT

DOCS = ROOT / "docs"

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
every_page = pytest.mark.parametrize("page", PAGES)


@every_page
def test_the_committed_page_is_what_the_rules_say(page: str) -> None:
    assert (DOCS / page).read_text("utf-8") == rules_page(PAGES[page])


@every_page
def test_every_rule_has_an_anchor_and_every_link_leads_to_one(page: str) -> None:
    text = rules_page(PAGES[page])
    anchors = re.findall(r'<a id="([^"]*)"></a>', text)
    assert sorted(anchors) == sorted(rule.id for rule in RULES)
    assert set(re.findall(r"\]\(#([^)]*)\)", text)) == set(anchors)


@every_page
def test_every_rule_is_there_with_its_words(page: str) -> None:
    text, language = rules_page(PAGES[page]), PAGES[page]
    for rule in RULES:
        assert rule.sentence.render(language) in text
        assert rule.source.cite(language) in text


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


@every_rule
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_formula_and_example_have_words_in_both_languages(rule: Rule, language: Language) -> None:
    good, _ = examples(rule)
    assert spelled(good, language)
    assert asked(rule, language)
    assert {e for words, _, _ in asked(rule, language) for e in re.findall(r"\d{4}", words)} == {
        edition.name for edition in editions_of(rule)
    }


@every_rule
def test_a_rule_is_in_the_smallest_preset_of_its_authority(rule: Rule) -> None:
    presets = [name for name, authorities in PRESETS.items() if rule.authority in authorities]
    assert preset_of(rule) == presets[0]


def test_a_formula_is_spelled_over_the_rows_of_its_edition() -> None:
    """The 2021 form has three rows where that of 2019 has one."""
    terms = [
        formulas(outcomes_add_up, edition)[0].text.zh.count(" ＋ ") + 1 for edition in EDITIONS
    ]
    assert terms == [19, 21]
    places = [len(formulas(request_rows_add_up, edition)[0].places) for edition in EDITIONS]
    assert places == [23, 25]


def test_the_rules_that_must_not_be_are_explained_and_absent() -> None:
    """Fees and section six; a bridge between the tables 2 of 2020 and 2021."""
    cells = {
        (cell.of, cell.pointer.split("/")[1])
        for rule in RULES
        for edition in EDITIONS
        for check in bind(rule.holds, edition.form)
        for cell in check.terms
    }
    assert ("report", "other_matters") not in cells
    for rule in RULES:
        for older, newer in pairwise(EDITIONS):
            for check in bind(rule.holds, newer.form, older.form):
                tables = {(c.of, c.pointer.split("/")[1]) for c in check.terms}
                assert ("previous", "proactive_disclosure") not in tables or not check.applicable
