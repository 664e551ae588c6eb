"""Findings as a SARIF 2.1.0 log (OASIS, errata 01), for tools that show such logs.

Only failures become results: GitHub takes every result for a failure, whatever its
``kind``, and what could not be evaluated must not look like one. How much that is stands in
``run.properties``, which rules ran in ``tool.driver.rules``. Files that cannot be read
are notifications of the invocation.
"""

import os
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from govdisclosure.codec import JSON_IDS
from govdisclosure.codec.catalogue import CATALOGUE_VERSION
from govdisclosure.files import FileResult, Run, UnreadFile
from govdisclosure.findings import Finding, Severity, Verdict
from govdisclosure.form import JsonObject
from govdisclosure.i18n import CHINESE, Language
from govdisclosure.output._data import number_data
from govdisclosure.rules import Rule, Suppression

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
    """The log, with its texts in ``zh`` or ``en``."""
    descriptors = _descriptors(run, language)
    index = {descriptor["id"]: i for i, descriptor in enumerate(descriptors)}
    return {
        "$schema": SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "govdisclosure",
                        "version": version("govdisclosure"),
                        "rules": descriptors,
                    }
                },
                "language": language.tag,
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(run, language)],
                "results": [
                    _result(finding, one, index, language)
                    for one in run.files
                    for finding in _of(one)
                ],
                "properties": _properties(run),
            }
        ],
    }


def _of(one: FileResult | UnreadFile) -> tuple[Finding, ...]:
    return one.findings if isinstance(one, UnreadFile) else one.checked.findings


def _descriptors(run: Run, language: Language) -> list[JsonObject]:
    """The rules that ran, as graded by the profile, and the reserved ids that were met."""
    ran = {result.rule.id: result.rule for one in run.outcomes for result in one.checked.results}
    met = dict.fromkeys(finding.rule_id for one in run.unreadable for finding in one.findings)
    return [
        *(_descriptor(rule, language) for rule in ran.values()),
        *({"id": i, "shortDescription": {"text": JSON_IDS[i].render(language)}} for i in met),
    ]


def _descriptor(one: Rule, language: Language) -> JsonObject:
    source = one.source.cite(language)
    return {
        "id": one.id,
        "name": "".join(word.capitalize() for word in one.id.split("-")),
        "shortDescription": {"text": one.title.render(language)},
        "fullDescription": {"text": one.sentence.render(language)},
        "help": {"text": f"{one.sentence.render(language)}\n{source}"},
        "defaultConfiguration": {"level": _LEVELS[one.severity]},
        "properties": {"authority": one.authority.value, "source": source, "since": one.since},
    }


def _result(
    finding: Finding, one: FileResult | UnreadFile, index: Mapping[str, int], language: Language
) -> JsonObject:
    line = _line(one, finding.pointer)
    said = [finding.render(language)]
    if finding.explanation:
        said.append(finding.explanation.render(language))
    attested = isinstance(one, FileResult) and one.attested.explained.get(finding.fingerprint)
    suppressed = {"suppressions": [_suppression(attested, language)]} if attested else {}
    repairs = one.repairs(finding)[:_REPAIRS] if isinstance(one, FileResult) else ()
    suspects = {"relatedLocations": _suspects(one, repairs, language)} if repairs else {}
    return {
        "ruleId": finding.rule_id,
        "ruleIndex": index[finding.rule_id],
        "kind": "fail",
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(said)},
        "locations": [_location(one.file, finding.pointer, line)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        **suspects,
        **suppressed,
        "properties": {
            "left": number_data(finding.left),
            "right": number_data(finding.right),
            "difference": number_data(finding.difference),
            "caused_by": list(finding.caused_by),
            **({"repairs": [_repair(repair, language) for repair in repairs]} if repairs else {}),
        },
    }


def _suppression(attested: Suppression, language: Language) -> dict[str, str]:
    words = attested.message.render(language)
    return {"kind": "external", "status": "accepted", "justification": words}


def _repair(repair: "Repair", language: Language) -> JsonObject:
    """What a viewer needs; the whole is in ``--format json``.

    It is no ``fix``: that would have to say which characters of the file to replace.
    """
    return {
        "patch": repair.patch,
        "certainty": repair.certainty.value,
        "slip": repair.slip.value if repair.slip else None,
        "message": repair.render(language),
    }


def _suspects(
    one: FileResult | UnreadFile, repairs: Sequence["Repair"], language: Language
) -> list[JsonObject]:
    """The cells that would change, each with the repair that it is in."""
    return [
        {
            **_location(one.file, change.pointer, _line(one, change.pointer)),
            "message": {"text": repair.render(language)},
        }
        for repair in repairs
        for change in repair.changes
    ]


def _line(one: FileResult | UnreadFile, pointer: str) -> int | None:
    return one.line_of(pointer) if isinstance(one, FileResult) else None


def _location(file: str, pointer: str, line: int | None) -> JsonObject:
    logical = {"logicalLocations": [{"fullyQualifiedName": pointer}]}
    if file == "-":
        return logical
    region = {"region": {"startLine": line}} if line else {}
    physical = {"artifactLocation": {"uri": _uri(file)}, **region}
    return {"physicalLocation": physical, **logical}


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _invocation(run: Run, language: Language) -> JsonObject:
    """Unreadable files, what was noticed in reading the others, attestations of no use."""
    notices = [
        {
            "descriptor": {"id": message.rule_id},
            "level": _LEVELS[message.severity],
            "message": {"text": message.render(language)},
            "locations": [_location(one.file, message.pointer, one.line(message))],
        }
        for one in run.outcomes
        for message in one.reading_findings
    ]
    attested = [
        {"level": "warning", "message": {"text": f"{one.file}: {message.render(language)}"}}
        for one in run.outcomes
        for message in one.attested.messages
    ]
    refused = [
        {
            "level": "error",
            "message": {"text": f"{one.file}: {one.reason.render(language)}"},
        }
        for one in run.unreadable
        if one.reason
    ]
    return {
        "executionSuccessful": not run.unreadable,
        "toolExecutionNotifications": [*refused, *notices, *attested],
    }


def _properties(run: Run) -> JsonObject:
    return {
        "catalogue_version": CATALOGUE_VERSION,
        "blanks": run.blanks,
        "preset": run.preset,
        "profile": run.profile.name,
        "counts": {
            one.file: {v.value: one.checked.count(v) for v in Verdict} for one in run.outcomes
        },
    }
