"""Every rule, in order and by its id."""

from govdisclosure.rules._rule import Rule
from govdisclosure.rules.hierarchy import HIERARCHY_RULES
from govdisclosure.rules.narrative import NARRATIVE_RULES
from govdisclosure.rules.over_time import OVER_TIME_RULES
from govdisclosure.rules.proactive_disclosure import DISCLOSURE_RULES
from govdisclosure.rules.requests import REQUEST_RULES
from govdisclosure.rules.review_and_litigation import CASE_RULES

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
    for one in RULES:
        if one.id == rule_id:
            return one
    raise KeyError(f"no rule {rule_id!r}; there are {', '.join(r.id for r in RULES)}")
