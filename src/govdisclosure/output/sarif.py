"""Findings as a SARIF 2.1.0 log (OASIS, errata 01), for tools that show such logs.

Only failures become results: GitHub takes every result for a failure, whatever its
``kind``, and what could not be evaluated must not look like one. How much that is stands in
``run.properties``, which rules ran in ``tool.driver.rules``. Files that cannot be read
are notifications of the invocation.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

import attrs

from govdisclosure import URLS, __version__
from govdisclosure.codec import JSON_IDS, number_data
from govdisclosure.codec.catalogue import CATALOGUE_VERSION
from govdisclosure.files import FileResult, Run, UnreadFile
from govdisclosure.findings import Finding, Severity, Verdict
from govdisclosure.form import JsonObject
from govdisclosure.i18n import CHINESE, Language, Message
from govdisclosure.rules import RULES, Rule, Suppression

if TYPE_CHECKING:
    from govdisclosure.analysis.diagnosis import Repair

SARIF_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

_FINGERPRINT = "govdisclosure/v1"

_REPAIRS = 3
"""How many repairs a result carries."""


def sarif_log(run: Run, language: Language = CHINESE) -> JsonObject:
    """The log."""
    rules = _descriptors(run, language)
    index = {descriptor["id"]: i for i, descriptor in enumerate(rules)}
    driver: JsonObject = {"name": "govdisclosure", "version": __version__, "rules": rules}
    if "Homepage" in URLS:
        driver["informationUri"] = URLS["Homepage"]
    sarif_run = {
        "tool": {"driver": driver},
        "language": language.tag,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(run, language)],
        "results": [
            _result(finding, file, index, language)
            for file in run.files
            for finding in (file if isinstance(file, UnreadFile) else file.check).findings
        ],
        "properties": _properties(run),
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [sarif_run]}


def _descriptors(run: Run, language: Language) -> list[JsonObject]:
    """The rules that ran, as graded by the profile, and the reserved ids that were met."""
    rules = {r.rule.id: r.rule for file in run.results for r in file.check.results}
    findings = [f for file in run.unreadable for f in file.findings]
    findings += [f for file in run.results for f in file.check.misfits]
    json_ids = dict.fromkeys(finding.rule_id for finding in findings)
    own_ids = dict.fromkeys(f.rule_id for file in run.results for f in file.check.own_findings)
    return [
        *(_descriptor(rule, language) for rule in rules.values()),
        *({"id": i, "shortDescription": {"text": JSON_IDS[i].render(language)}} for i in json_ids),
        *({"id": i} for i in own_ids if i not in rules),
    ]


def _descriptor(rule: Rule, language: Language) -> JsonObject:
    source = rule.source.cite(language)
    help_lines = [rule.sentence.render(language), source]
    if rule.id in RULES.ids:
        help_lines.append(Message("explain_hint", {"rule": rule.id}).render(language))
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": rule.title.render(language)},
        "fullDescription": {"text": rule.sentence.render(language)},
        "help": {"text": "\n".join(help_lines)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"authority": rule.authority.value, "source": source, "since": rule.since},
    }


def _result(
    finding: Finding, file: FileResult | UnreadFile, index: Mapping[str, int], language: Language
) -> JsonObject:
    words = (finding, finding.explanation)
    report = file if isinstance(file, FileResult) else None
    suppression = report and report.suppressions.explained.get(finding.fingerprint)
    suppressions = {"suppressions": [_suppression(suppression, language)]} if suppression else {}
    repairs = report.repairs(finding)[:_REPAIRS] if report else ()
    suspects = {"relatedLocations": _suspects(file, repairs, language)} if repairs else {}
    return {
        "ruleId": finding.rule_id,
        "ruleIndex": index[finding.rule_id],
        "kind": "fail",
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(one.render(language) for one in words if one)},
        "locations": [_location(file, finding.pointer)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        **suspects,
        **suppressions,
        "properties": {
            "left": number_data(finding.left),
            "right": number_data(finding.right),
            "difference": number_data(finding.difference),
            "caused_by": list(finding.caused_by),
            **({"repairs": [_repair(repair, language) for repair in repairs]} if repairs else {}),
        },
    }


def _suppression(suppression: Suppression, language: Language) -> dict[str, str]:
    words = suppression.message.render(language)
    return {"kind": "external", "status": "accepted", "justification": words}


def _repair(repair: "Repair", language: Language) -> JsonObject:
    """What a viewer needs; the whole is in ``--format json``.

    It is no ``fix``: that would have to say which characters of the file to replace.
    """
    return {
        "patch": repair.patch,
        "certainty": repair.certainty.value,
        "slip": repair.pattern.value if repair.pattern else None,
        "message": repair.render(language),
    }


def _suspects(
    file: FileResult | UnreadFile, repairs: Sequence["Repair"], language: Language
) -> list[JsonObject]:
    """The cells that would change, each with the repair that it is in."""
    return [
        {**_location(file, change.pointer), "message": {"text": repair.render(language)}}
        for repair in repairs
        for change in repair.changes
    ]


def _location(file: FileResult | UnreadFile, pointer: str) -> JsonObject:
    logical = {"logicalLocations": [{"fullyQualifiedName": pointer}]}
    if file.file == "-":
        return logical
    line = file.line_of(pointer) if isinstance(file, FileResult) else None
    region = {"region": {"startLine": line}} if line else {}
    physical = {"artifactLocation": {"uri": _uri(file.file)}, **region}
    return {"physicalLocation": physical, **logical}


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _invocation(run: Run, language: Language) -> JsonObject:
    """Unreadable files, what was noticed in reading the others, suppressions of no use."""
    errors = [_note("error", f.file, f.reason, language) for f in run.unreadable if f.reason]
    notices = [
        {
            "descriptor": {"id": finding.rule_id},
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.render(language)},
            "locations": [_location(file, finding.pointer)],
        }
        for file in run.results
        for finding in file.reading_findings
    ]
    warnings = [
        _note("warning", file.file, message, language)
        for file in run.results
        for message in file.suppressions.messages
    ]
    statuses = [_note("note", f.file, Message(f.status.value), language) for f in run.results]
    return {
        "executionSuccessful": not run.unreadable,
        "toolExecutionNotifications": [*errors, *statuses, *notices, *warnings],
    }


def _note(level: str, file: str, message: Message, language: Language) -> JsonObject:
    return {"level": level, "message": {"text": f"{file}: {message.render(language)}"}}


def _properties(run: Run) -> JsonObject:
    return {
        "catalogue_version": CATALOGUE_VERSION,
        "blanks": run.blanks,
        "preset": run.preset,
        "profile": run.profile.name,
        "files": {file.file: _summary(file) for file in run.results},
    }


def _summary(file: FileResult) -> JsonObject:
    return {
        "status": file.status.value,
        "coverage": attrs.asdict(file.check.coverage),
        "counts": {verdict.value: file.check.count(verdict) for verdict in Verdict},
    }
