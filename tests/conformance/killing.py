"""Whether the suite notices a mistake in a rule."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from govdisclosure.rules import Rule, evaluate
from govdisclosure.rules.engine import bind
from tests.conformance.case import Case
from tests.conformance.generate import cases
from tests.conformance.machine import gathered, in_order

Frozen = Mapping[str, Mapping[str, Any]]
"""The cases as the files have them, by id."""


def killer(mutant: Rule, frozen: Frozen) -> str | None:
    """The first case of the rule whose expected results the mutant does not give."""
    for case in _cases(mutant.id):
        if _told(case, mutant) != _expected(frozen[case.id]):
            return case.id
    return None


def killed_by_verdicts(mutant: Rule, frozen: Frozen) -> bool:
    """Whether pointers and verdicts alone tell the mutant, without operands and numbers."""
    told = ((_told(case, mutant)[0], _expected(frozen[case.id])[0]) for case in _cases(mutant.id))
    return any(one != other for one, other in told)


@cache
def _cases(rule_id: str) -> tuple[Case, ...]:
    return tuple(case for case in cases() if case.rule == rule_id)


def _told(case: Case, rule: Rule) -> tuple[Any, Any]:
    evidence, types = _cached(case.id)
    found = [evaluate(rule, check, evidence) for check in bind(rule.holds, *types)]
    looked_at = [one for one in found if one.pointer in case.at]
    listed = [[one.pointer, one.verdict.value] for one in found]
    return sorted(listed), in_order(looked_at, types[0])


def _expected(frozen: Mapping[str, Any]) -> tuple[Any, Any]:
    expected = frozen["expected"]
    return sorted(expected["verdicts"]), expected["results"]


@cache
def _cached(case_id: str) -> Any:
    [case] = [case for case in cases() if case.id == case_id]
    return gathered(case.document())
