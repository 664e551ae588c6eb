"""What failures mean together: which follow from which, and what else can be said.

Nothing is hidden: a finding that follows from others names them and stands behind them.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import evolve

from govdisclosure.findings import Finding, Verdict
from govdisclosure.form import TOTAL, tokens
from govdisclosure.i18n import Message, Text
from govdisclosure.rules._rule import Result
from govdisclosure.rules.narrative import cells_filled
from govdisclosure.rules.over_time import carry_over, carry_over_by_applicant
from govdisclosure.rules.requests import request_rows_add_up

PassedAt: TypeAlias = Callable[[str], Collection[str]]
"""At which primary cells a rule, by its id, passed."""


def explain(
    failed: Sequence[Result], passed_at: PassedAt, if_zero: Callable[[], Sequence[Result]]
) -> tuple[Finding, ...]:
    """Failures as findings: roots first, then what follows from them.

    ``if_zero`` gives what blanks leave open, with blanks read as 0.
    """
    findings = {id(r): r.finding() for r in failed}
    retyped = _retyped(failed, passed_at)
    causes = [*_sums_of_others(failed, passed_at), *((r, retyped[:1]) for r in retyped[1:])]
    for result, others in causes:
        prints = tuple(findings[id(other)].fingerprint for other in others)
        findings[id(result)] = evolve(findings[id(result)], caused_by=prints)
    for result, explanation in _explanations(failed, retyped, if_zero):
        findings[id(result)] = evolve(findings[id(result)], explanation=explanation)
    return tuple(sorted(findings.values(), key=lambda finding: bool(finding.caused_by)))


def _sums_of_others(
    failed: Sequence[Result], passed_at: PassedAt
) -> Iterator[tuple[Result, Sequence[Result]]]:
    """Totals that fail because other columns do, and these.

    Where every row adds up, what is wrong in the column of totals is the sum of what is
    wrong in the other columns.
    """
    columns = _by_column(failed)
    for (rule_id, column), result in columns.items():
        others = [r for (rule, c), r in columns.items() if rule == rule_id and c != TOTAL]
        if column != TOTAL or sum(r.difference or 0 for r in others) != result.difference:
            continue
        sound_rows = passed_at(request_rows_add_up.id)
        if others and all(cell.pointer in sound_rows for cell in result.check.terms):
            yield result, others


def _by_column(failed: Iterable[Result]) -> Mapping[tuple[str, str], Result]:
    """Failures of rules that say the same of each column, by rule and column."""
    results: dict[tuple[str, str], Result] = {}
    for result in failed:
        terms = () if result.difference is None else result.check.terms
        columns = {tokens(cell.pointer)[-1] for cell in terms}
        if len(columns) == 1 and len(terms) > 1:
            results[result.rule.id, columns.pop()] = result
    return results


def _retyped(failed: Sequence[Result], passed_at: PassedAt) -> list[Result]:
    """Columns of what was carried over that differ while their total agrees."""
    columns = [r for r in failed if r.rule.id == carry_over_by_applicant.id]
    is_net_zero = sum(r.difference or 0 for r in columns) == 0
    return columns if columns and is_net_zero and passed_at(carry_over.id) else []


def _explanations(
    failed: Sequence[Result], retyped: Sequence[Result], if_zero: Callable[[], Sequence[Result]]
) -> Iterator[tuple[Result, Message]]:
    for result in retyped:
        about = {"fewer": _columns(retyped, fewer=True), "more": _columns(retyped, fewer=False)}
        yield result, Message("retyped", about)
    for result in failed:
        if result.rule.id == cells_filled.id and (verdicts := [r.verdict for r in if_zero()]):
            counts = {
                "all": len(verdicts),
                "pass": verdicts.count(Verdict.PASS),
                "fail": verdicts.count(Verdict.FAIL),
                "open": verdicts.count(Verdict.NOT_EVALUATED),
            }
            yield result, Message("if_zero", counts)


def _columns(retyped: Sequence[Result], *, fewer: bool) -> tuple[Text, ...]:
    """The applicants with fewer requests than last year carried out, or more, and by how many."""
    changes = [(r.check.places[0].column, r.difference or 0) for r in retyped]
    return tuple(
        Text(f"{label.zh} {abs(by)} 件", f"{label.en} {abs(by)}")
        for label, by in changes
        if label and (by < 0) == fewer
    )
