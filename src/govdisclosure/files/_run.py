"""What came of a run over some files: each report with its results, or why there is none.

The classes are built whenever a file is checked, and building takes time: nobody compares their
objects, so that they cannot.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Optional, TypeVar

from attrs import field, frozen

from govdisclosure.errors import InvalidReportError, NotAReportError, ReadError
from govdisclosure.findings import Finding, Severity
from govdisclosure.i18n import CHINESE, Language, Message, one_line
from govdisclosure.model import AnyReport, Provenance
from govdisclosure.rules import PLAIN, CheckResult, Preset, Profile, Status, SuppressionResult
from govdisclosure.rules.engine import Blanks

if TYPE_CHECKING:  # few runs ask for it, and it takes time to import
    from govdisclosure.analysis.diagnosis import Diagnosis, Repair

T = TypeVar("T")


@frozen(kw_only=True, eq=False)
class FileResult:
    """A report that was checked, under the name of its file.

    ``reading_findings`` and ``provenance`` are those of its reading; empty where it came as JSON.
    ``diagnosis`` is there where it was asked for; ``suppressions`` where findings were explained.
    """

    file: str
    report: AnyReport
    check: CheckResult
    reading_findings: tuple[Finding, ...] = ()
    provenance: Mapping[str, Provenance] = field(factory=dict)
    diagnosis: Optional["Diagnosis"] = None
    suppressions: SuppressionResult = SuppressionResult()

    def __repr__(self) -> str:
        return one_line(self, self.file, self.check)

    @property
    def status(self) -> Status:
        """What it comes to, explained deviations aside."""
        return self.check.status_but_for(self.suppressions.explained)

    @property
    def worst(self) -> Severity | None:
        """How grave the gravest of all findings is that nobody has explained."""
        findings = (*self.check.findings, *self.reading_findings)
        explained = self.suppressions.explained
        severities = {f.severity for f in findings if f.fingerprint not in explained}
        return next((severity for severity in Severity if severity in severities), None)

    def repairs(self, finding: Finding) -> tuple["Repair", ...]:
        """What would mend a finding, the likeliest first."""
        return self.diagnosis.repairs(finding) if self.diagnosis else ()

    def line_of(self, pointer: str) -> int | None:
        """The line of the file that the cell of a pointer stands in, from 1, if that is known."""
        provenance = self.provenance.get(pointer)
        return provenance.where.line if provenance else None


@frozen(kw_only=True, eq=False)
class UnreadFile:
    """A file that is no report: what is wrong with its JSON, or why it was not read at all."""

    file: str
    findings: tuple[Finding, ...] = ()
    reason: Message | None = None

    def __repr__(self) -> str:
        return one_line(self, self.file, self.reason or f"findings={len(self.findings)}")

    @property
    def is_foreign(self) -> bool:
        """Whether it is JSON in which nothing says that it is meant for a report."""
        problems = {(finding.pointer, finding.message.key) for finding in self.findings}
        return not problems.isdisjoint({("", "json_wrong"), ("/schema_version", "json_missing")})

    def render(self, language: Language = CHINESE, *, briefly: bool = False) -> list[str]:
        """Why, with the name of the file: one line a problem, or ``briefly`` in one line."""
        if self.reason and self.file in self.reason.params.values():
            return [self.reason.render(language)]
        reason = [self.reason.render(language)] if self.reason else []
        problems = ("  ".join(filter(None, (f.pointer, f.render(language)))) for f in self.findings)
        lines = [*reason, *problems]
        if briefly and len(lines) > 1:
            lines = [Message("problems", {"count": len(lines), "first": lines[0]}).render(language)]
        return [f"{self.file}: {line}" for line in lines]


def or_unread(file: str, load: Callable[[], T]) -> T | UnreadFile:
    """What is loaded of a file, or why it is no report."""
    try:
        return load()
    except (ReadError, NotAReportError) as problem:
        return UnreadFile(file=file, reason=problem.message)
    except InvalidReportError as problem:
        return UnreadFile(file=file, findings=problem.findings)


@frozen(kw_only=True, eq=False)
class Run:
    """Files checked on the same terms, in the order in which they were given.

    ``previous`` and ``subordinates`` name the files that the one report was checked against.
    """

    files: tuple[FileResult | UnreadFile, ...]
    blanks: Blanks = "unknown"
    preset: Preset = "quality"
    profile: Profile = PLAIN
    previous: str | None = None
    subordinates: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return one_line(self, f"results={len(self.results)} unreadable={len(self.unreadable)}")

    @property
    def results(self) -> tuple[FileResult, ...]:
        """The files that could be read and checked."""
        return tuple(one for one in self.files if isinstance(one, FileResult))

    @property
    def unreadable(self) -> tuple[UnreadFile, ...]:
        """The files that could not, those given to be compared with among them."""
        return tuple(one for one in self.files if isinstance(one, UnreadFile))
