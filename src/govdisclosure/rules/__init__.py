"""What must hold in a report: one callable value for each rule, and all of them by id.

>>> from govdisclosure.editions import EDITION_2021
>>> [result.verdict.value for result in cases_add_up(EDITION_2021.blank(number=0))]
['pass', 'pass', 'pass']
"""

from govdisclosure.rules.proactive_disclosure import DISCLOSURE_RULES, disclosure_non_negative
from govdisclosure.rules.readings import Blanks
from govdisclosure.rules.requests import (
    REQUEST_RULES,
    outcomes_add_up,
    request_balance,
    request_rows_add_up,
    requests_non_negative,
)
from govdisclosure.rules.review_and_litigation import CASE_RULES, cases_add_up, cases_non_negative
from govdisclosure.rules.rule import Authority, Result, Rule, Scope

__all__ = [
    "RULES",
    "Authority",
    "Blanks",
    "Result",
    "Rule",
    "Scope",
    "cases_add_up",
    "cases_non_negative",
    "disclosure_non_negative",
    "outcomes_add_up",
    "request_balance",
    "request_rows_add_up",
    "requests_non_negative",
    "rule",
]

RULES: tuple[Rule, ...] = (*DISCLOSURE_RULES, *REQUEST_RULES, *CASE_RULES)
"""Every rule, in the order of the form."""


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
