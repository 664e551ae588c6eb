"""What must hold in a report: one callable value for each rule, and all of them by id.

>>> from govdisclosure.model import EDITION_2021
>>> [result.verdict.value for result in cases_add_up(EDITION_2021.blank(number=0))]
['pass', 'pass', 'pass']
"""

from govdisclosure.rules._all import RULES, rule
from govdisclosure.rules._authority import Authority, Scope
from govdisclosure.rules._checking import CheckResult, check
from govdisclosure.rules._describe import AUTHORITIES, asked, editions_of, preset_of
from govdisclosure.rules._examples import examples, spelled
from govdisclosure.rules._profiles import PLAIN, PRESETS, Preset, Profile, load_profile, select
from govdisclosure.rules._rule import BY_RELATION, Result, Rule, evaluate
from govdisclosure.rules._suppressions import (
    Effect,
    Suppression,
    SuppressionResult,
    load_suppressions,
    suppress,
)
from govdisclosure.rules._totals import totals
from govdisclosure.rules.engine import Blanks
from govdisclosure.rules.hierarchy import adds_up_its_bodies
from govdisclosure.rules.narrative import cells_filled, problems_stated
from govdisclosure.rules.over_time import (
    carry_over,
    carry_over_by_applicant,
    documents_in_force,
    items_carried,
    pending_cases_go_on,
    total_disclosed_grows,
)
from govdisclosure.rules.proactive_disclosure import (
    amount_has_projects,
    disclosure_non_negative,
    items_left,
    newly_disclosed_within_total,
    opening_stock,
    projects_have_amount,
)
from govdisclosure.rules.requests import (
    outcomes_add_up,
    request_balance,
    request_rows_add_up,
    requests_non_negative,
)
from govdisclosure.rules.review_and_litigation import cases_add_up, cases_non_negative

__all__ = [
    "AUTHORITIES",
    "BY_RELATION",
    "PLAIN",
    "PRESETS",
    "RULES",
    "Authority",
    "Blanks",
    "CheckResult",
    "Effect",
    "Preset",
    "Profile",
    "Result",
    "Rule",
    "Scope",
    "Suppression",
    "SuppressionResult",
    "adds_up_its_bodies",
    "amount_has_projects",
    "asked",
    "carry_over",
    "carry_over_by_applicant",
    "cases_add_up",
    "cases_non_negative",
    "cells_filled",
    "check",
    "disclosure_non_negative",
    "documents_in_force",
    "editions_of",
    "evaluate",
    "examples",
    "items_carried",
    "items_left",
    "load_profile",
    "load_suppressions",
    "newly_disclosed_within_total",
    "opening_stock",
    "outcomes_add_up",
    "pending_cases_go_on",
    "preset_of",
    "problems_stated",
    "projects_have_amount",
    "request_balance",
    "request_rows_add_up",
    "requests_non_negative",
    "rule",
    "select",
    "spelled",
    "suppress",
    "total_disclosed_grows",
    "totals",
]
