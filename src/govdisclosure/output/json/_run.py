"""A run over some files as JSON: what ``govdisclosure check --format json`` writes."""

from collections.abc import Mapping
from typing import Annotated, Literal

from attrs import frozen

import govdisclosure
from govdisclosure import files, rules
from govdisclosure.codec import Choice, Flat, Least, record_of
from govdisclosure.codec.catalogue import CATALOGUE_VERSION
from govdisclosure.files import FileResult
from govdisclosure.files import Run as FilesRun
from govdisclosure.findings import Severity
from govdisclosure.i18n import Message
from govdisclosure.model import SCHEMA_VERSION
from govdisclosure.output.json._diagnosis import Diagnosis
from govdisclosure.output.json._finding import (
    CheckResult,
    Finding,
    ReportSummary,
    RuleId,
    Suppression,
)
from govdisclosure.rules import Preset
from govdisclosure.rules.engine import Blanks

FINDINGS_VERSION = "1.0.0"
"""The version of the shape of findings; a released one is never changed."""

FileName = Annotated[str, "As it was given; - is standard input."]


@frozen(kw_only=True)
class Profile:
    """How grave rules are, where it is not as usual."""

    name: str
    grades: Mapping[RuleId, Severity | Literal["off"]]

    @classmethod
    def of(cls, profile: rules.Profile) -> "Profile":
        """The profile as JSON has it."""
        grades = profile.grades.items()
        return cls(name=profile.name, grades={rule: grade or "off" for rule, grade in grades})


@frozen(kw_only=True)
class UnreadFile:
    """A file that is no report."""

    file: FileName
    error: Annotated[
        Message | Annotated[tuple[Finding, ...], Least(1)],
        "What is wrong with the JSON of a report (JSON-…), or why the file was not read at all.",
    ]

    @classmethod
    def of(cls, file: files.UnreadFile) -> "UnreadFile":
        """The file as JSON has it."""
        return cls(file=file.file, error=file.reason or tuple(map(Finding.of, file.findings)))


@frozen(kw_only=True)
class CheckedFile:
    """A report that was checked."""

    file: FileName
    report: Annotated[ReportSummary, Flat()]
    check: Annotated[CheckResult, Flat()]
    messages: Annotated[tuple[Finding, ...], "Noticed in reading (READ-…); empty for JSON."]
    attested: tuple[Suppression, ...]
    diagnosis: Annotated[Diagnosis | None, "null where it was not asked for."]

    @classmethod
    def of(cls, file: FileResult) -> "CheckedFile":
        """The file as JSON has it."""
        return record_of(
            cls,
            file,
            check=CheckResult.of(file.check, file.status),
            messages=file.reading_findings,
            attested=[Suppression.of(*one) for one in file.suppressions.effects],
        )


@frozen(kw_only=True)
class Run:
    """What checking some annual reports came to: findings for machines.

    Keys, ids, pointers and numbers are stable; the words of messages are not.
    """

    findings_version: Annotated[str, Choice((FINDINGS_VERSION,))]
    library: Annotated[str, "Version of the library that checked."]
    schema_version: Annotated[str, "Version of the JSON of reports."]
    catalogue_version: Annotated[str, "Version of the rule catalogue."]
    blanks: Annotated[Blanks, "What a blank cell means."]
    preset: Preset
    profile: Profile
    previous: Annotated[str | None, "File of last year's report."]
    children: Annotated[tuple[str, ...], "Files of the bodies below, in the order of children/0, …"]
    files: tuple[CheckedFile | UnreadFile, ...]

    @classmethod
    def of(cls, run: FilesRun) -> "Run":
        """The run as JSON has it, with the versions that it was made under."""
        return record_of(
            cls,
            run,
            findings_version=FINDINGS_VERSION,
            library=govdisclosure.__version__,
            schema_version=SCHEMA_VERSION,
            catalogue_version=CATALOGUE_VERSION,
            children=run.subordinates,
            files=[
                CheckedFile.of(one) if isinstance(one, FileResult) else UnreadFile.of(one)
                for one in run.files
            ],
        )
