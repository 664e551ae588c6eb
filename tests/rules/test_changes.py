"""The changelog of the catalogue: its newest version is the catalogue's, and no rule is unknown."""

import pytest

from govdisclosure.codec.catalogue import CATALOGUE_VERSION
from govdisclosure.rules import CHANGES, RULES, Authority, Rule


def version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


def test_the_newest_change_has_the_version_of_the_catalogue() -> None:
    versions = [version(change.version) for change in CHANGES]
    assert versions == sorted(versions, reverse=True)
    assert versions[0] == version(CATALOGUE_VERSION)


def test_every_change_is_of_rules_that_are_there_and_says_why_in_both_languages() -> None:
    ids = {rule.id for rule in RULES}
    for change in CHANGES:
        assert change.rule_ids
        assert set(change.rule_ids) <= ids
        assert change.words.zh
        assert change.words.en


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_that_came_later_is_in_the_changelog_of_its_version(rule: Rule) -> None:
    told = [change.version for change in CHANGES if rule.id in change.rule_ids]
    assert rule.since == "1.0.0" or rule.since in told


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_practice_is_not_cited_as_a_document(rule: Rule) -> None:
    cited = rule.source.cite()
    is_practice = rule.authority is Authority.PRACTICE
    assert cited.startswith("通行做法（见已公布的年度报告，没有文件依据）") == is_practice
    assert cited.startswith("《") != is_practice
