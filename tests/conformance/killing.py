"""Whether the suite notices a mistake in a rule."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from govdisclosure.rules import Rule, evaluate
from govdisclosure.rules.engine import bind
from tests.conformance.case import Case
from tests.conformance.generate import cases
from tests.conformance.machine import evidence_of, in_order

Frozen = Mapping[str, Mapping[str, Any]]
"""The cases as the files have them, by id."""


def killer(mutant: Rule, frozen: Frozen) -> str | None:
    """The first case of the rule whose expected results the mutant does not give."""
    for case in _cases(mutant.id):
        if _actual(case, mutant) != _expected(frozen[case.id]):
            return case.id
    return None


@cache
def _cases(rule_id: str) -> tuple[Case, ...]:
    return tuple(case for case in cases() if case.rule == rule_id)


def _actual(case: Case, rule: Rule) -> tuple[Any, Any]:
    evidence, types = _cached(case.id)
    results = [evaluate(rule, check, evidence) for check in bind(rule.holds, *types)]
    looked_at = [one for one in results if one.pointer in case.at]
    verdicts = [[one.pointer, one.verdict.value] for one in results]
    return sorted(verdicts), in_order(looked_at, types[0])


def _expected(frozen: Mapping[str, Any]) -> tuple[Any, Any]:
    expected = frozen["expected"]
    return sorted(expected["verdicts"]), expected["results"]


@cache
def _cached(case_id: str) -> Any:
    [case] = [case for case in cases() if case.id == case_id]
    return evidence_of(case.document())
