"""The pages of rules: committed as they are computed, with every rule in them."""

import re

import pytest

from docs.generate.rules_page import PAGES, rules_text
from govdisclosure.rules import RULES
from tests.support.paths import ROOT

DOCS = ROOT / "docs"

every_page = pytest.mark.parametrize("page", PAGES)


@every_page
def test_the_committed_page_is_what_the_rules_say(page: str) -> None:
    assert f"<!-- rules -->\n\n{rules_text(PAGES[page])}\n\n<!-- /rules -->" in (
        DOCS / page
    ).read_text("utf-8")


@every_page
def test_every_rule_has_an_anchor_and_every_link_leads_to_one(page: str) -> None:
    text = rules_text(PAGES[page])
    anchors = re.findall(r'<a id="([^"]*)"></a>', text)
    assert sorted(anchors) == sorted(rule.id for rule in RULES)
    assert set(re.findall(r"\]\(#([^)]*)\)", text)) == set(anchors)


@every_page
def test_every_rule_is_there_with_its_words(page: str) -> None:
    text, language = rules_text(PAGES[page]), PAGES[page]
    for rule in RULES:
        assert rule.sentence.render(language) in text
        assert rule.source.cite(language) in text
