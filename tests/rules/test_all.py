"""Every rule: found by its id, in both languages."""

import pickle
from itertools import pairwise

import pytest

from govdisclosure.model import EDITIONS
from govdisclosure.rules import RULES, Rule
from govdisclosure.rules.engine import bind


def test_every_id_is_found_and_used_once() -> None:
    assert [RULES[one.id] for one in RULES] == list(RULES)
    assert len({one.id for one in RULES}) == len(RULES)
    with pytest.raises(KeyError, match="no rule 'STAT-NONE'; there are STAT-DISC"):
        RULES["STAT-NONE"]


def test_rules_are_a_tuple_too() -> None:
    [first, *_] = RULES
    assert (RULES[0], RULES[:1]) == (first, (first,))
    assert pickle.loads(pickle.dumps(RULES))[first.id] == first
    things: list[object] = [first, first.id, "STAT-NONE", None]
    assert [thing in RULES for thing in things] == [True, True, False, False]
    assert [*RULES.ids] == [one.id for one in RULES]


@pytest.mark.parametrize("one", RULES, ids=lambda r: r.id)
def test_every_rule_speaks_both_languages_and_names_known_rules(one: Rule) -> None:
    assert all([one.title.zh, one.title.en, one.sentence.zh, one.sentence.en])
    assert set(one.related) <= {other.id for other in RULES} - {one.id}
    assert repr(one) == f"<Rule {one.id}>"


def test_the_rules_that_must_not_be_are_explained_and_absent() -> None:
    """Fees and section six; a bridge between the tables 2 of 2020 and 2021."""
    cells = {
        (cell.of, cell.pointer.split("/")[1])
        for one in RULES
        for edition in EDITIONS
        for check in bind(one.holds, edition.form)
        for cell in check.terms
    }
    assert ("report", "other_matters") not in cells
    for one in RULES:
        for older, newer in pairwise(EDITIONS):
            for check in bind(one.holds, newer.form, older.form):
                tables = {(c.of, c.pointer.split("/")[1]) for c in check.terms}
                assert ("previous", "proactive_disclosure") not in tables or not check.applicable
