"""Values of another type than stands in a report: they cannot be checked, and that is said."""

from collections.abc import Iterator

from govdisclosure.errors import InvalidReportError
from govdisclosure.findings import Finding, Severity
from govdisclosure.form import Kind, misfits, number_of
from govdisclosure.i18n import Message
from govdisclosure.model import AnyReport, Reading, is_vouched_for, report_of


def without_misfits(thing: AnyReport | Reading) -> AnyReport:
    """A report, or that of a reading, if all in it is of the types that it should be.

    Raises:
        TypeError: it is no report.
        InvalidReportError: something in it is of another type; the exception says what and where.
    """
    report = report_of(thing)
    if findings := tuple(misfit_findings(report)):
        raise InvalidReportError(findings)
    return report


def misfit_findings(report: AnyReport) -> Iterator[Finding]:
    """An error for each value that is neither a number, nor blank, nor of the class asked for."""
    # Of a report that somebody vouches for, only the notes may have changed.
    address = "/cell_notes" if is_vouched_for(report) else ""
    for pointer, part, value in misfits(report, address):
        is_cell = part.kind and part.kind is not Kind.MONEY
        key = "misfit_in_cell" if is_cell and number_of(value) is None else "misfit"
        yield Finding(
            rule_id="JSON-TYPE",  # as a loader has it of the same value
            severity=Severity.ERROR,
            pointer=pointer,
            place=report.form.location(pointer),
            message=Message(key, {"type": type(value).__name__}),
        )
