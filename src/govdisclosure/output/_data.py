"""Findings, results and readings as plain data, ready for any JSON writer.

``schemas/findings.schema.json`` describes :func:`run_data`.
"""

from decimal import Decimal
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from govdisclosure.codec import to_dict
from govdisclosure.codec.catalogue import CATALOGUE_VERSION
from govdisclosure.files import FileResult, Run, UnreadFile
from govdisclosure.findings import Finding, Number, Operand, SourceLocation, Verdict
from govdisclosure.form import SAFE, JsonObject
from govdisclosure.i18n import LANGUAGES, Message
from govdisclosure.model import SCHEMA_VERSION, AnyReport, Reading
from govdisclosure.output._findings_schema import FINDINGS_VERSION
from govdisclosure.rules import CheckResult, Effect, Profile, Result, Suppression

if TYPE_CHECKING:  # few runs ask for it, and it takes time to import
    from govdisclosure.analysis.diagnosis import Diagnosis, Repair


def run_data(run: Run) -> JsonObject:
    """Everything that a run found, with the versions and terms that it was found under."""
    return {
        "findings_version": FINDINGS_VERSION,
        "library": version("govdisclosure"),
        "schema_version": SCHEMA_VERSION,
        "catalogue_version": CATALOGUE_VERSION,
        "blanks": run.blanks,
        "preset": run.preset,
        "profile": _profile(run.profile),
        "previous": run.previous,
        "children": list(run.subordinates),
        "files": [_file(one) for one in run.files],
    }


def finding_data(finding: Finding) -> JsonObject:
    """A finding as JSON data: ids, pointers and numbers first, words last."""
    return {
        "rule_id": finding.rule_id,
        "status": Verdict.FAIL.value,
        "severity": finding.severity.value,
        "pointer": finding.pointer,
        "left": number_data(finding.left),
        "right": number_data(finding.right),
        "difference": number_data(finding.difference),
        "tolerance": number_data(finding.tolerance),
        "operands": [_operand(operand) for operand in finding.operands],
        "related": list(finding.related),
        "caused_by": list(finding.caused_by),
        "explanation": _keyed(finding.explanation) if finding.explanation else None,
        "fingerprint": finding.fingerprint,
        "message_key": finding.message.key,
        "place": _said(finding.place),
        "message": _said(finding.message),
    }


def checked_data(report: AnyReport, checked: CheckResult) -> JsonObject:
    """The outcome of checking one report: what ran, what came out, every finding.

    ``not_evaluated`` names the rule, the place, the cells for want of which nothing could
    be said, and why: so silence is never taken for a pass.
    """
    return {
        "issuer": report.issuer.name,
        "year": report.year,
        "editions": {
            "proactive_disclosure": report.proactive_disclosure.edition,
            "requests": report.requests.edition,
        },
        "passed": checked.passed,
        "rules": list(checked.rules),
        "counts": {verdict.value: checked.count(verdict) for verdict in Verdict},
        "findings": [finding_data(finding) for finding in checked.findings],
        "not_evaluated": [
            _not_evaluated(r) for r in checked.results if r.verdict is Verdict.NOT_EVALUATED
        ],
    }


def number_data(value: Number | None) -> int | str | None:
    """A number that any JSON reader keeps exactly: a count as it is, the rest in a string.

    >>> number_data(3), number_data(Decimal("10.40")), number_data(2**53)
    (3, '10.40', '9007199254740992')
    """
    if value is None or (isinstance(value, int) and abs(value) <= SAFE):
        return value
    return format(Decimal(value), "f")


def reading_data(report: AnyReport, reading: Reading | None) -> JsonObject:
    """A reading as JSON data: the report, and where each cell of it was printed.

    A report that came as JSON has no reading: everything but ``report`` is empty then.
    """
    seen = reading.provenance if reading else {}
    return {
        "report": to_dict(report),
        "provenance": {
            pointer: {"printed": p.printed, "state": p.state.value, "where": _where(p.where)}
            for pointer, p in seen.items()
        },
        "unplaced": [
            {"text": u.text, "section": u.section, "why": u.why, "where": _where(u.where)}
            for u in (reading.unplaced if reading else ())
        ],
        "messages": [finding_data(m) for m in (reading.findings if reading else ())],
        "completeness": {
            table: {"numbers": c.numbers, "blank": c.blank, "absent": c.absent}
            for table, c in (reading.completeness.items() if reading else ())
        },
    }


def _file(one: FileResult | UnreadFile) -> JsonObject:
    if isinstance(one, UnreadFile):
        problems = [finding_data(finding) for finding in one.findings]
        return {"file": one.file, "error": _keyed(one.reason) if one.reason else problems}
    return {
        "file": one.file,
        **checked_data(one.report, one.checked),
        "passed": one.passed,
        "messages": [finding_data(message) for message in one.reading_findings],
        "attested": [
            _attestation(attestation, effect) for effect, attestation in one.attested.effects
        ],
        "diagnosis": diagnosis_data(one.diagnosis) if one.diagnosis else None,
    }


def diagnosis_data(diagnosis: "Diagnosis") -> JsonObject:
    """A diagnosis as JSON data: each fault with its repairs, each blank with its bounds."""
    return {
        "faults": [
            {
                "findings": list(fault.findings),
                "rules": list(fault.rules),
                "certainty": fault.certainty.value,
                "among": fault.among,
                "repairs": [repair_data(repair) for repair in fault.repairs],
                "place": _said(fault.place),
                "message": _said(fault),
            }
            for fault in diagnosis.faults
        ],
        "blanks": [
            {
                "pointer": blank.pointer,
                "settled": blank.settled.value,
                "least": number_data(blank.least),
                "greatest": number_data(blank.greatest),
                "message": _said(blank),
            }
            for blank in diagnosis.blanks
        ],
    }


def repair_data(repair: "Repair") -> JsonObject:
    """A repair as JSON data, its patch first."""
    return {
        "patch": repair.patch,
        "cells_changed": len(repair.changes),
        "certainty": repair.certainty.value,
        "among": repair.among,
        "slip": repair.slip.value if repair.slip else None,
        "changes": [
            {
                "pointer": change.pointer,
                "old": number_data(change.old),
                "new": change.new,
                "slip": change.slip.value if change.slip else None,
                "origin": change.origin.value,
                "printed": change.printed,
                "place": _said(change.place),
            }
            for change in repair.changes
        ],
        "explanation": _keyed(repair.explanation),
        "message": _said(repair),
    }


def _attestation(one: Suppression, effect: Effect) -> dict[str, str]:
    return {
        "effect": effect.value,
        "rule_id": one.rule_id,
        "fingerprint": one.fingerprint,
        "reason": one.justification,
        "who": one.who,
        "date": one.date,
    }


def _profile(profile: Profile) -> JsonObject:
    grades = {i: grade.value if grade else "off" for i, grade in profile.grades.items()}
    return {"name": profile.name, "grades": grades}


def _not_evaluated(result: Result) -> JsonObject:
    return {
        "rule_id": result.rule.id,
        "pointer": result.pointer,
        "missing": list(result.missing),
        "reason": _keyed(result.message),
    }


def _operand(operand: Operand) -> JsonObject:
    return {
        "report": operand.report,
        "pointer": operand.pointer,
        "side": operand.side,
        "coefficient": operand.coefficient,
        "value": number_data(operand.value),
        "blank": operand.blank,
    }


def _keyed(message: Message) -> JsonObject:
    return {"message_key": message.key, "message": _said(message)}


def _said(thing: Any) -> dict[str, str]:
    return {code: thing.render(language) for code, language in LANGUAGES.items()}


def _where(where: SourceLocation) -> dict[str, int]:
    parts = ("page", "line", "table", "row", "column")
    return {part: n for part in parts if (n := getattr(where, part)) is not None}
