"""Findings, results and readings as plain data, ready for any JSON writer.

``schemas/findings.schema.json`` describes :func:`run_data`.
"""

from importlib.metadata import version

from attrs import asdict

from govdisclosure.analysis.diagnosis import Diagnosis, Repair
from govdisclosure.codec import to_dict
from govdisclosure.codec.catalogue import CATALOGUE_VERSION
from govdisclosure.files import FileResult, Run, UnreadFile
from govdisclosure.findings import Finding, Operand, SourceLocation, Verdict
from govdisclosure.form import JsonObject
from govdisclosure.i18n import words_data
from govdisclosure.model import SCHEMA_VERSION, AnyReport, Reading
from govdisclosure.output._findings_schema import FINDINGS_VERSION
from govdisclosure.output._parts import message_data, number_data, report_data
from govdisclosure.rules import CheckResult, Effect, Profile, Result, Suppression


def run_data(run: Run) -> JsonObject:
    """Everything that came of a run, with the versions and terms that it was made under."""
    return {
        "findings_version": FINDINGS_VERSION,
        "library": version("govdisclosure"),
        "schema_version": SCHEMA_VERSION,
        "catalogue_version": CATALOGUE_VERSION,
        "blanks": run.blanks,
        "preset": run.preset,
        "profile": _profile_data(run.profile),
        "previous": run.previous,
        "children": list(run.subordinates),
        "files": [_file_data(file) for file in run.files],
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
        "operands": [_operand_data(operand) for operand in finding.operands],
        "related": list(finding.related),
        "caused_by": list(finding.caused_by),
        "explanation": message_data(finding.explanation) if finding.explanation else None,
        "fingerprint": finding.fingerprint,
        "message_key": finding.message.key,
        "place": words_data(finding.place),
        "message": words_data(finding.message),
    }


def check_data(result: CheckResult) -> JsonObject:
    """The outcome of checking one report: what ran, what came out, every finding.

    ``not_evaluated`` names the rule, the place, the cells without which nothing could be
    said, and why: so silence is never taken for a pass.
    """
    return {
        "passed": result.passed,
        "rules": list(result.rules),
        "counts": {verdict.value: result.count(verdict) for verdict in Verdict},
        "findings": [finding_data(finding) for finding in result.findings],
        "not_evaluated": [
            _not_evaluated_data(r) for r in result.results if r.verdict is Verdict.NOT_EVALUATED
        ],
    }


def reading_data(report: AnyReport, reading: Reading | None) -> JsonObject:
    """A reading as JSON data: the report, and where each cell of it was printed.

    A report that came as JSON has no reading: everything but ``report`` is empty then.
    """
    provenance = reading.provenance if reading else {}
    return {
        "report": to_dict(report),
        "provenance": {
            pointer: {
                "printed": cell.printed,
                "state": cell.state.value,
                "where": _location_data(cell.where),
            }
            for pointer, cell in provenance.items()
        },
        "unplaced": [
            {"text": u.text, "section": u.section, "why": u.why, "where": _location_data(u.where)}
            for u in (reading.unplaced if reading else ())
        ],
        "messages": [finding_data(m) for m in (reading.findings if reading else ())],
        "completeness": {
            table: {"numbers": c.numbers, "blank": c.blank, "absent": c.absent}
            for table, c in (reading.completeness.items() if reading else ())
        },
    }


def _file_data(file: FileResult | UnreadFile) -> JsonObject:
    if isinstance(file, UnreadFile):
        problems = [finding_data(finding) for finding in file.findings]
        return {"file": file.file, "error": message_data(file.reason) if file.reason else problems}
    return {
        "file": file.file,
        **report_data(file.report),
        **check_data(file.check),
        "passed": file.passed,
        "messages": [finding_data(finding) for finding in file.reading_findings],
        "attested": [
            _suppression_data(suppression, effect)
            for effect, suppression in file.suppressions.effects
        ],
        "diagnosis": diagnosis_data(file.diagnosis) if file.diagnosis else None,
    }


def diagnosis_data(diagnosis: Diagnosis) -> JsonObject:
    """A diagnosis as JSON data: each fault with its repairs, each blank with its bounds."""
    return {
        "faults": [
            {
                "findings": list(fault.findings),
                "rules": list(fault.rules),
                "certainty": fault.certainty.value,
                "among": fault.among,
                "repairs": [repair_data(repair) for repair in fault.repairs],
                "place": words_data(fault.place),
                "message": words_data(fault),
            }
            for fault in diagnosis.faults
        ],
        "blanks": [
            {
                "pointer": blank.pointer,
                "settled": blank.status.value,
                "least": number_data(blank.least),
                "greatest": number_data(blank.greatest),
                "message": words_data(blank),
            }
            for blank in diagnosis.blanks
        ],
    }


def repair_data(repair: Repair) -> JsonObject:
    """A repair as JSON data, its patch first."""
    return {
        "patch": repair.patch,
        "cells_changed": len(repair.changes),
        "certainty": repair.certainty.value,
        "among": repair.among,
        "slip": repair.pattern.value if repair.pattern else None,
        "changes": [
            {
                "pointer": change.pointer,
                "old": number_data(change.old),
                "new": change.new,
                "slip": change.pattern.value if change.pattern else None,
                "origin": change.origin.value,
                "printed": change.printed,
                "place": words_data(change.place),
            }
            for change in repair.changes
        ],
        "explanation": message_data(repair.explanation),
        "message": words_data(repair),
    }


def _suppression_data(suppression: Suppression, effect: Effect) -> JsonObject:
    return {
        "effect": effect.value,
        "rule_id": suppression.rule_id,
        "fingerprint": suppression.fingerprint,
        "reason": suppression.justification,
        "who": suppression.who,
        "date": suppression.date,
    }


def _profile_data(profile: Profile) -> JsonObject:
    grades = {i: grade.value if grade else "off" for i, grade in profile.grades.items()}
    return {"name": profile.name, "grades": grades}


def _not_evaluated_data(result: Result) -> JsonObject:
    return {
        "rule_id": result.rule.id,
        "pointer": result.pointer,
        "missing": list(result.missing),
        "reason": message_data(result.message),
    }


def _operand_data(operand: Operand) -> JsonObject:
    return {
        "report": operand.report,
        "pointer": operand.pointer,
        "side": operand.side,
        "coefficient": operand.coefficient,
        "value": number_data(operand.value),
        "blank": operand.blank,
    }


def _location_data(location: SourceLocation) -> dict[str, int]:
    return {part: n for part, n in asdict(location).items() if n is not None}
