"""What is checked on a form: made once for the terms of a check, and kept."""

from functools import lru_cache
from typing import TypeAlias

from attrs import frozen

from govdisclosure.findings import Severity
from govdisclosure.model import TableClasses, form_with
from govdisclosure.rules._all import RULES
from govdisclosure.rules._authority import Scope
from govdisclosure.rules._profiles import Preset, Profile, select
from govdisclosure.rules._reach import require_reach
from govdisclosure.rules._rule import Rule
from govdisclosure.rules.engine import BoundCheck, PrintedChecks, bind

RuleCheck: TypeAlias = tuple[Rule, BoundCheck]
Grades: TypeAlias = tuple[tuple[str, Severity | None], ...]
Terms: TypeAlias = tuple[
    tuple[Rule, ...] | None, Preset, Grades, TableClasses, TableClasses | None, int
]
"""What a plan depends on: the rules, what chooses among them, the tables of the report and of
last year's, the number of bodies below. No rules are all that there are: they need not be
compared each time."""


@frozen(eq=False, repr=False)
class Plan:
    """Every bound check of some rules on a form: by primary cell as printed, then by rule.

    ``rules`` are the ids of all rules, also of those of which there is no check.
    """

    rules: tuple[str, ...]
    checks: tuple[RuleCheck, ...]
    printed: PrintedChecks


def plan_of(terms: Terms) -> Plan:
    """The plan for the terms of a check.

    Raises:
        ValueError: there is no such preset, the profile grades a rule that there is not, or a rule
            speaks of what no form has.
    """
    # Some 30 KB a body: one body more is another plan, and few are kept.
    return _plan_of_bodies(terms) if terms[-1] > 1 else _plan(terms)


def _make_plan(terms: Terms) -> Plan:
    rules, preset, grades, tables, last_tables, bodies = terms
    form, last_form = form_with(tables), form_with(last_tables) if last_tables else None
    selected = [
        rule
        for rule in select(RULES if rules is None else rules, preset, Profile("", dict(grades)))
        if not (rule.scope is Scope.YEARS and last_form is None)
        and not (rule.scope is Scope.HIERARCHY and not bodies)
    ]
    there = {rule.id for rule in (*RULES, *(rules or ()))}
    if unknown := [rule_id for rule_id, _ in grades if rule_id not in there]:
        raise ValueError(f"the profile grades rules that there are not: {', '.join(unknown)}")
    for rule in rules or ():
        require_reach(rule.id, rule.holds, form)
    position, end = form.position, len(form.position)
    checks = [(r, c) for r in selected for c in bind(r.holds, form, last_form, max(1, bodies))]
    checks.sort(key=lambda one: position.get(one[1].pointer, end))
    printed = PrintedChecks(tables, [(check, rule.tolerance) for rule, check in checks])
    return Plan(tuple(rule.id for rule in selected), tuple(checks), printed)


_plan = lru_cache(maxsize=256)(_make_plan)
_plan_of_bodies = lru_cache(maxsize=4)(_make_plan)
