"""Findings and readings as plain data, ready for any JSON writer."""

from decimal import Decimal
from typing import Any

from govdisclosure.checking import Checked
from govdisclosure.codec import to_data
from govdisclosure.findings import Finding, Operand, Verdict
from govdisclosure.model.report import AnyReport
from govdisclosure.page import Where
from govdisclosure.transcribe.reading import Reading

_LANGUAGES = ("zh", "en")


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding as JSON data: ids, pointers and numbers first, words last.

    Counts are numbers; amounts of money are strings, as in the report's own JSON.
    """
    return {
        "rule_id": finding.rule_id,
        "severity": finding.severity.value,
        "pointer": finding.pointer,
        "left": _number(finding.left),
        "right": _number(finding.right),
        "difference": _number(finding.difference),
        "tolerance": _number(finding.tolerance),
        "operands": [_operand(operand) for operand in finding.operands],
        "related": list(finding.related),
        "fingerprint": finding.fingerprint,
        "message_key": finding.message.key,
        "place": _said(finding.place),
        "message": _said(finding.message),
    }


def checked_data(report: AnyReport, checked: Checked) -> dict[str, Any]:
    """The outcome of checking one report: what ran, what came out, every finding.

    ``not_evaluated`` names the rule, the place and the cells for want of which nothing
    could be said, so that silence is never taken for a pass.
    """
    return {
        "issuer": report.issuer.name,
        "year": report.year,
        "editions": {
            "proactive_disclosure": report.proactive_disclosure.edition,
            "requests": report.requests.edition,
        },
        "blanks": checked.blanks,
        "passed": checked.passed,
        "rules": list(checked.rules),
        "counts": {verdict.value: checked.count(verdict) for verdict in Verdict},
        "findings": [finding_data(finding) for finding in checked.findings],
        "not_evaluated": [
            {"rule_id": r.rule.id, "pointer": r.pointer, "missing": list(r.missing)}
            for r in checked.results
            if r.verdict is Verdict.NOT_EVALUATED
        ],
    }


def reading_data(report: AnyReport, reading: Reading | None) -> dict[str, Any]:
    """A reading as JSON data: the report, and where each cell of it was printed.

    A report that came as JSON has no reading: everything but ``report`` is empty then.
    """
    seen = reading.provenance if reading else {}
    return {
        "report": to_data(report),
        "provenance": {
            pointer: {"printed": p.printed, "state": p.state.value, "where": _where(p.where)}
            for pointer, p in seen.items()
        },
        "unplaced": [
            {"text": u.text, "section": u.section, "why": u.why, "where": _where(u.where)}
            for u in (reading.unplaced if reading else ())
        ],
        "messages": [finding_data(m) for m in (reading.messages if reading else ())],
        "completeness": {
            table: {"numbers": c.numbers, "blank": c.blank, "absent": c.absent}
            for table, c in (reading.completeness.items() if reading else ())
        },
    }


def _operand(operand: Operand) -> dict[str, Any]:
    return {
        "pointer": operand.pointer,
        "side": operand.side,
        "coefficient": operand.coefficient,
        "value": _number(operand.value),
        "blank": operand.blank,
    }


def _number(value: int | Decimal | None) -> int | str | None:
    return format(value, "f") if isinstance(value, Decimal) else value


def _said(thing: Any) -> dict[str, str]:
    return {lang: thing.say(lang) for lang in _LANGUAGES}


def _where(where: Where) -> dict[str, int]:
    parts = ("page", "line", "table", "row", "column")
    return {part: n for part in parts if (n := getattr(where, part)) is not None}
