"""What failures mean together: which follow from which, and what else can be said.

Nothing is hidden: a finding that follows from others names them and stands behind them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from govdisclosure.findings import Finding, Verdict
from govdisclosure.form import TOTAL, tokens
from govdisclosure.i18n import Message, Text
from govdisclosure.rules._rule import Result
from govdisclosure.rules.narrative import cells_filled
from govdisclosure.rules.over_time import carry_over, carry_over_by_applicant
from govdisclosure.rules.requests import request_rows_add_up

EXPLAINING = frozenset({request_rows_add_up.id, carry_over.id})
"""Rules whose results are wanted even where they passed: they say why others failed."""


def explain(results: Sequence[Result], if_zero: Sequence[Result] = ()) -> tuple[Finding, ...]:
    """The failures among some results as findings: roots first, then what follows from them."""
    failed = [r for r in results if r.verdict is Verdict.FAIL]
    findings = {id(r): r.finding() for r in failed}
    for result, causes in _causes(failed, results):
        prints = tuple(findings[id(cause)].fingerprint for cause in causes)
        findings[id(result)] = evolve(findings[id(result)], caused_by=prints)
    for result, explanation in _explanations(failed, results, if_zero):
        findings[id(result)] = evolve(findings[id(result)], explanation=explanation)
    return tuple(sorted(findings.values(), key=lambda finding: bool(finding.caused_by)))


def _causes(
    failed: Sequence[Result], results: Sequence[Result]
) -> Iterator[tuple[Result, list[Result]]]:
    """Failures that follow from others.

    Where every row adds up, what is wrong in the column of totals is the sum of what is
    wrong in the other columns.
    """
    sound_rows = {
        r.check.pointer
        for r in results
        if r.rule.id == request_rows_add_up.id and r.verdict is Verdict.PASS
    }
    columns = _by_column(failed)
    for (rule_id, column), result in columns.items():
        if column != TOTAL or not {c.pointer for c in result.check.terms} <= sound_rows:
            continue
        others = [r for (rule, c), r in columns.items() if rule == rule_id and c != TOTAL]
        if others and sum(r.difference or 0 for r in others) == result.difference:
            yield result, others
    retyped = _retyped(failed, results)
    for result in retyped[1:]:
        yield result, retyped[:1]


def _by_column(failed: Iterable[Result]) -> Mapping[tuple[str, str], Result]:
    """Failures of rules that say the same of each column, by rule and column."""
    results: dict[tuple[str, str], Result] = {}
    for result in failed:
        columns = {tokens(cell.pointer)[-1] for cell in result.check.terms}
        if len(columns) == 1 and len(result.check.terms) > 1:
            results[result.rule.id, columns.pop()] = result
    return results


def _retyped(failed: Sequence[Result], results: Sequence[Result]) -> list[Result]:
    """Columns of what was carried over that differ while their total agrees."""
    total = [r.verdict for r in results if r.rule.id == carry_over.id]
    columns = [r for r in failed if r.rule.id == carry_over_by_applicant.id]
    is_net_zero = sum(r.difference or 0 for r in columns) == 0
    return columns if total == [Verdict.PASS] and is_net_zero else []


def _explanations(
    failed: Sequence[Result], results: Sequence[Result], if_zero: Sequence[Result]
) -> Iterator[tuple[Result, Message]]:
    retyped = _retyped(failed, results)
    for result in retyped:
        about = {"fewer": _columns(retyped, fewer=True), "more": _columns(retyped, fewer=False)}
        yield result, Message("retyped", about)
    for result in failed:
        if result.rule.id == cells_filled.id and if_zero:
            verdicts = [r.verdict for r in if_zero]
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
