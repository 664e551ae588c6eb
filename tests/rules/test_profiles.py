"""Presets contain each other; a profile regrades by id, and a bad one is refused."""

import itertools

import pytest

from govdisclosure.errors import ProfileError
from govdisclosure.findings import Severity
from govdisclosure.rules import PRESETS, RULES, Profile, check, load_profile, select
from tests.support import cases

IDS = [one.id for one in RULES]


def test_each_preset_contains_the_one_before() -> None:
    sizes = [len(select(RULES, preset)) for preset in PRESETS]
    ids = [{r.id for r in select(RULES, preset)} for preset in PRESETS]
    assert sizes == [7, 8, 15, 23]
    assert all(small < large for small, large in itertools.pairwise(ids))


def test_a_profile_regrades_and_switches_off() -> None:
    profile = load_profile('[rules]\n"STAT-CASE-TOTALS" = "warning"\n"QUAL-BLANKS" = "off"', IDS)
    checked = check(cases.A, profile=profile)
    assert checked.passed
    assert {f.severity for f in checked.findings} == {Severity.WARNING}
    assert "QUAL-BLANKS" not in checked.rules
    assert checked.profile == profile


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("rules = [", "profile_not_toml"),
        ("x" * 100_001, "profile_too_large"),
        ("a = " + "[" * 5000, "profile_not_toml"),
        ('colour = "red"', "profile_unknown_key"),
        ('[rules]\n"STAT-NONE" = "off"', "profile_unknown_rule"),
        ('[rules]\n"QUAL-BLANKS" = "fatal"', "profile_unknown_grade"),
        ('[rules]\n"QUAL-BLANKS" = []', "profile_unknown_grade"),
        ("rules = 3", "profile_wrong_types"),
        ("name = 3", "profile_wrong_types"),
    ],
)
def test_a_bad_profile_is_refused_with_its_reason(text: str, key: str) -> None:
    with pytest.raises(ProfileError) as caught:
        load_profile(text, IDS)
    assert caught.value.message.key == key
    assert str(caught.value)


def test_an_unknown_preset_is_an_error_of_use() -> None:
    with pytest.raises(ValueError, match="preset must be one of form, statutory"):
        check(cases.F, preset="strict")  # type: ignore[arg-type]


def test_the_plain_profile_changes_nothing() -> None:
    assert Profile().apply(RULES) == RULES
