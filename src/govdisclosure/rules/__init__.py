"""What must hold in a report: one callable value for each rule, and all of them by id.

>>> from govdisclosure.editions import EDITION_2021
>>> [result.verdict.value for result in cases_add_up(EDITION_2021.blank(number=0))]
['pass', 'pass', 'pass']
"""

from govdisclosure.rules.authority import Authority, Scope
from govdisclosure.rules.hierarchy import HIERARCHY_RULES, adds_up_its_bodies
from govdisclosure.rules.narrative import NARRATIVE_RULES, cells_filled, problems_stated
from govdisclosure.rules.over_time import (
    OVER_TIME_RULES,
    carry_over,
    carry_over_by_applicant,
    documents_in_force,
    items_carried,
    pending_cases_go_on,
    total_disclosed_grows,
)
from govdisclosure.rules.proactive_disclosure import (
    DISCLOSURE_RULES,
    amount_has_projects,
    disclosure_non_negative,
    items_left,
    newly_disclosed_within_total,
    opening_stock,
    projects_have_amount,
)
from govdisclosure.rules.profiles import (
    PLAIN,
    PRESETS,
    InvalidProfile,
    Preset,
    Profile,
    load_profile,
)
from govdisclosure.rules.readings import Blanks
from govdisclosure.rules.requests import (
    REQUEST_RULES,
    outcomes_add_up,
    request_balance,
    request_rows_add_up,
    requests_non_negative,
)
from govdisclosure.rules.review_and_litigation import CASE_RULES, cases_add_up, cases_non_negative
from govdisclosure.rules.rule import Result, Rule

__all__ = [
    "PLAIN",
    "PRESETS",
    "RULES",
    "Authority",
    "Blanks",
    "InvalidProfile",
    "Preset",
    "Profile",
    "Result",
    "Rule",
    "Scope",
    "adds_up_its_bodies",
    "amount_has_projects",
    "carry_over",
    "carry_over_by_applicant",
    "cases_add_up",
    "cases_non_negative",
    "cells_filled",
    "disclosure_non_negative",
    "documents_in_force",
    "items_carried",
    "items_left",
    "load_profile",
    "newly_disclosed_within_total",
    "opening_stock",
    "outcomes_add_up",
    "pending_cases_go_on",
    "problems_stated",
    "projects_have_amount",
    "request_balance",
    "request_rows_add_up",
    "requests_non_negative",
    "rule",
    "total_disclosed_grows",
]

RULES: tuple[Rule, ...] = (
    *DISCLOSURE_RULES,
    *REQUEST_RULES,
    *CASE_RULES,
    *NARRATIVE_RULES,
    *OVER_TIME_RULES,
    *HIERARCHY_RULES,
)
"""Every rule: those of one report in the order of the form, over time, over bodies."""


def rule(rule_id: str) -> Rule:
    """The rule of an id.

    >>> rule("STAT-REQ-BALANCE").title.zh
    '申请数量收支平衡'

    Raises:
        KeyError: there is no rule of that id.
    """
    for known in RULES:
        if known.id == rule_id:
            return known
    raise KeyError(f"no rule {rule_id!r}; there are {', '.join(r.id for r in RULES)}")
