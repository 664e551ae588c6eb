"""Runs for the tests of outputs: every case, other reports beside one, files that are none."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from govdisclosure.analysis.diagnosis import diagnose
from govdisclosure.codec import loads
from govdisclosure.errors import InvalidReportError
from govdisclosure.files import FileResult, Run, UnreadFile, read
from govdisclosure.findings import Finding, Severity
from govdisclosure.form import SAFE
from govdisclosure.i18n import Message
from govdisclosure.model import EDITION_2021, AnyReport
from govdisclosure.rules import Profile, Suppression, check, suppress
from tests.support import cases
from tests.support.cases import FORMS, PURE_2021, case

BROKEN = "docs/examples/xikou-2023-broken.txt"


def file_result(report: AnyReport, file: str = "report.json", **options: Any) -> FileResult:
    return FileResult(file=file, report=report, check=check(report, **options))


def reading(path: str = BROKEN) -> FileResult:
    """A report read from text, with provenance and messages."""
    found = read(path)
    return FileResult(
        file=path,
        report=found.report,
        check=check(found.report),
        reading_findings=found.findings,
        provenance=found.provenance,
    )


def diagnosed(outcome: FileResult) -> FileResult:
    """The same, with what would mend it, and a suppression of every finding."""
    suppressions = [
        Suppression(
            rule_id=finding.rule_id,
            fingerprint=finding.fingerprint,
            justification="因故",
            who="办公室",
            date="2024-01-20",
        )
        for finding in outcome.check.findings
    ]
    return evolve(
        outcome,
        diagnosis=diagnose(outcome.report, blanks=outcome.check.blanks),
        suppressions=suppress(outcome.check.findings, suppressions),
    )


def no_report(text: str, file: str = "wrong.json") -> UnreadFile:
    """A file of JSON that is no report."""
    try:
        loads(text)
    except InvalidReportError as problem:
        return UnreadFile(file=file, findings=problem.findings)
    raise AssertionError("a report after all")


MISSING = UnreadFile(file="none", reason=Message("no_such_file", {"path": "none"}))

PROFILE = Profile("mild", {"STAT-REQ-ROWS": None, "STAT-CASE-TOTALS": Severity.INFO})

HUGE = EDITION_2021.blank(number=0).replace(
    dict.fromkeys(
        ("/requests/received/natural_person", "/requests/received/commercial_enterprise"), SAFE
    )
)
"""A row whose sum no double holds exactly."""

_LAST = EDITION_2021.blank(year=2022, number=3)
_THIS = EDITION_2021.blank(year=2023, number=7)


def _cases() -> dict[str, AnyReport]:
    named = {name: getattr(cases, name) for name in "AFHJL"}
    minimal = {f"minimal {f}": case(f, cases.MINIMAL, cases.MINIMAL_CASES) for f in FORMS}
    moved = {f"moved {f}": case(f, cases.ONE_UNIT_MOVED) for f in FORMS}
    spoilt = {f"overwritten {f}": case(f, cases.OVERWRITTEN) for f in FORMS}
    empty = {f"empty {f}": f.blank() for f in FORMS}
    return named | minimal | moved | spoilt | empty | {"huge": HUGE}


RUNS: Mapping[str, Run] = {
    **{name: Run(files=(file_result(report),)) for name, report in _cases().items()},
    **{
        f"{name}, blanks 0": Run(files=(file_result(report, blanks="zero"),), blanks="zero")
        for name, report in _cases().items()
    },
    "form only": Run(files=(file_result(cases.A, preset="form"),), preset="form"),
    "profile": Run(files=(file_result(cases.A, profile=PROFILE),), profile=PROFILE),
    "years": Run(files=(file_result(_THIS, previous=_LAST),), previous="last.json"),
    "years apart": Run(files=(file_result(_LAST, previous=_THIS),), previous="this.json"),
    "bodies": Run(
        files=(file_result(_THIS, subordinates=[_THIS, _THIS]),), subordinates=("a", "b")
    ),
    "bodies of last year": Run(
        files=(file_result(_THIS, subordinates=[_LAST]),), subordinates=("a",)
    ),
    "text": Run(files=(reading(),)),
    "text diagnosed": Run(files=(diagnosed(reading()),)),
    **{
        f"{name} diagnosed": Run(files=(diagnosed(file_result(report)),))
        for name, report in _cases().items()
    },
    "no files": Run(files=()),
    "none is readable": Run(files=(MISSING, no_report("{"), no_report("{}"), no_report("[]"))),
    "one of two is readable": Run(files=(no_report('{"year": "x", "year": 1}'), reading())),
    "standard input": Run(files=(file_result(cases.A, "-"),)),
    "no table 3": Run(files=(file_result(PURE_2021.blank(0), "a b,c:100%.json"),)),
}
"""Every kind of run that there is, by what is special about it."""


def findings_of(run: Run) -> list[tuple[str, Finding]]:
    """Failures and problems of JSON, with their files."""
    pairs: list[tuple[str, Finding]] = []
    for file in run.files:
        findings = file.findings if isinstance(file, UnreadFile) else file.check.findings
        pairs += [(file.file, finding) for finding in findings]
    return pairs
