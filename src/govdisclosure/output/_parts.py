"""What several outputs have in common: numbers and words as data, a report in short, counts."""

from decimal import Decimal

from govdisclosure.findings import Number, Verdict
from govdisclosure.form import SAFE, JsonObject
from govdisclosure.i18n import Message, words_data
from govdisclosure.model import AnyReport
from govdisclosure.rules import CheckResult


def number_data(value: Number | None) -> int | str | None:
    """A number that any JSON reader keeps exactly: a count as it is, the rest in a string.

    >>> number_data(3), number_data(Decimal("10.40")), number_data(2**53)
    (3, '10.40', '9007199254740992')
    """
    if value is None or (isinstance(value, int) and abs(value) <= SAFE):
        return value
    return format(Decimal(value), "f")


def message_data(message: Message) -> JsonObject:
    """A message: its key for programs, its words for people."""
    return {"message_key": message.key, "message": words_data(message)}


def report_data(report: AnyReport) -> JsonObject:
    """Whose report, of which year, on which forms."""
    return {
        "issuer": report.issuer.name,
        "year": report.year,
        "editions": {
            "proactive_disclosure": report.proactive_disclosure.edition,
            "requests": report.requests.edition,
        },
    }


def report_message(report: AnyReport) -> Message:
    """The same in words."""
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
    return Message("counts", {**counts, "all": len(result.results)})
