"""What several outputs say alike: of a report in short, of counts."""

from govdisclosure.findings import Verdict
from govdisclosure.i18n import Message
from govdisclosure.model import AnyReport
from govdisclosure.rules import CheckResult


def report_message(report: AnyReport) -> Message:
    """Whose report, of which year, on which forms."""
    editions = dict.fromkeys((report.proactive_disclosure.edition, report.requests.edition))
    about = {
        "issuer": report.issuer.name or "?",
        "year": "?" if report.year is None else report.year,
        "editions": "/".join(editions),
    }
    return Message("report", about)


def counts_message(result: CheckResult) -> Message:
    """How many checks there were, by their verdict."""
    counts = {verdict.name.lower(): result.count(verdict) for verdict in Verdict}
    return Message("counts", {**counts, "all": sum(counts.values())})
