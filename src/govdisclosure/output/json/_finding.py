"""Findings and what came of checking one report, as JSON."""

from collections.abc import Mapping
from typing import Annotated, Literal

from attrs import frozen

from govdisclosure import findings, rules
from govdisclosure.codec import Least, MessageKey, Named, record_of, text
from govdisclosure.findings import Number, Severity, Verdict
from govdisclosure.form import NON_BLANK
from govdisclosure.i18n import Message, Renderable
from govdisclosure.model import AnyReport
from govdisclosure.rules import CheckResult as ReportCheck
from govdisclosure.rules import Status

_REPORT = "previous|children/(0|[1-9][0-9]*)"
_POINTER = "(/([^~/]|~[01])*)*$"  # with a line feed in it, where a key that is unknown has one

RuleId = Annotated[str, Named("RuleId", text(rules.RULE_ID))]
Fingerprint = Annotated[str, Named("Fingerprint", text("[0-9a-f]{16}"))]
Pointer = Annotated[
    str, Named("Pointer", text(f"^{_POINTER}", whole=False), 'RFC 6901; "" is the whole report.')
]
Address = Annotated[
    str,
    Named(
        "Address",
        text(f"^(({_REPORT}):)?{_POINTER}", whole=False),
        "A pointer, with the report that it is in where it is another one.",
    ),
]
Natural = Annotated[int, Least(0)]


@frozen(kw_only=True)
class Operand:
    """A cell that entered an equation."""

    report: Annotated[str, text(f"({_REPORT})?"), '"" for the report itself.']
    pointer: Pointer
    side: Literal["given", "left", "right"]
    coefficient: int
    value: Number | None
    blank: Annotated[bool, "The 0 is the policy's: the cell is blank."]


@frozen(kw_only=True)
class Finding:
    """Something that is wrong, or worth a look, at one place."""

    rule_id: RuleId
    status: Literal[Verdict.FAIL]
    severity: Severity
    pointer: Pointer
    left: Number | None
    right: Number | None
    difference: Number | None
    tolerance: Number
    operands: tuple[Operand, ...]
    related: Annotated[tuple[RuleId, ...], "Rules to read beside this one."]
    caused_by: Annotated[tuple[Fingerprint, ...], "The findings that this one follows from."]
    explanation: Message | None
    fingerprint: Fingerprint
    message_key: MessageKey
    place: Renderable
    message: Renderable

    @classmethod
    def of(cls, finding: findings.Finding) -> "Finding":
        """The finding as JSON has it."""
        return record_of(cls, finding, status=Verdict.FAIL, message_key=finding.message.key)


@frozen(kw_only=True)
class Suppression:
    """Why a finding is as it is, and what comes of it."""

    effect: Annotated[
        rules.Effect, "explained: no error; refused: of form or law; stale: no such finding."
    ]
    rule_id: RuleId
    fingerprint: Fingerprint
    reason: Annotated[str, text(NON_BLANK, whole=False)]
    who: Annotated[str, text(NON_BLANK, whole=False)]
    date: Annotated[str, text("[0-9]{4}-[0-9]{2}-[0-9]{2}")]

    @classmethod
    def of(cls, effect: rules.Effect, one: rules.Suppression) -> "Suppression":
        """The suppression as JSON has it."""
        return record_of(cls, one, effect=effect, reason=one.justification)


@frozen(kw_only=True)
class NotEvaluated:
    """A check of which nothing can be said: the cells without which, or another reason."""

    rule_id: RuleId
    pointer: Pointer
    missing: tuple[Address, ...]
    reason: Message

    @classmethod
    def of(cls, result: rules.Result) -> "NotEvaluated":
        """The result as JSON has it."""
        return record_of(cls, result, rule_id=result.rule.id, reason=result.message)


@frozen(kw_only=True)
class Coverage:
    """How many of the checks of numbers that apply were evaluated, how many cells state one."""

    evaluated: Natural
    checks: Natural
    stated: Natural
    cells: Natural


@frozen(kw_only=True)
class CheckResult:
    """What came out of checking a report; silence about a cell is never a pass."""

    status: Annotated[Status, "passed: all that applies was evaluated, without an error."]
    passed: Annotated[bool, "Something was checked, and no error found but explained ones."]
    coverage: Coverage
    rules: Annotated[tuple[RuleId, ...], "Those that ran; what is not here was not looked at."]
    counts: Mapping[Verdict, Natural]
    findings: tuple[Finding, ...]
    not_evaluated: tuple[NotEvaluated, ...]

    @classmethod
    def of(cls, check: ReportCheck, status: Status | None = None) -> "CheckResult":
        """The result as JSON has it; ``status`` is another where errors are explained."""
        status = status or check.status
        return record_of(
            cls,
            check,
            status=status,
            passed=status.is_pass,
            counts={verdict: check.count(verdict) for verdict in Verdict},
            not_evaluated=[r for r in check.results if r.verdict is Verdict.NOT_EVALUATED],
        )


@frozen
class Editions:
    """The edition of each table that editions differ in."""

    proactive_disclosure: str
    requests: str


@frozen(kw_only=True)
class ReportSummary:
    """Whose report, of which year, on which forms."""

    issuer: str | None
    year: int | None
    editions: Editions

    @classmethod
    def of(cls, report: AnyReport) -> "ReportSummary":
        """The summary of a report."""
        editions = Editions(report.proactive_disclosure.edition, report.requests.edition)
        return cls(issuer=report.issuer.name, year=report.year, editions=editions)
