"""Values of another type than stands in a report: they cannot be checked, and that is said."""

from collections.abc import Iterator

from govdisclosure.findings import Finding, Severity
from govdisclosure.form import Kind, misfits
from govdisclosure.i18n import Message
from govdisclosure.model import AnyReport


def misfit_findings(report: AnyReport) -> Iterator[Finding]:
    """An error for each value that is neither a number, nor blank, nor of the class asked for."""
    for pointer, part, value in misfits(report):
        key = "misfit_in_cell" if part.kind and part.kind is not Kind.MONEY else "misfit"
        yield Finding(
            rule_id="JSON-TYPE",  # as a loader has it of the same value
            severity=Severity.ERROR,
            pointer=pointer,
            place=report.form.location(pointer),
            message=Message(key, {"type": type(value).__name__}),
        )
