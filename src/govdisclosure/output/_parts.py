"""What several outputs say alike: of a report in short, of counts."""

from govdisclosure.findings import Verdict
from govdisclosure.i18n import Language, Message
from govdisclosure.model import AnyReport
from govdisclosure.rules import CheckResult, Status


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
    """How many checks there were, by their verdict; how many cells state a number."""
    counts = {verdict.name.lower(): result.count(verdict) for verdict in Verdict}
    coverage = result.coverage
    cells = {"stated": coverage.stated, "cells": coverage.cells}
    return Message("counts", {**counts, **cells, "all": sum(counts.values())})


def verdict_words(status: Status, result: CheckResult, language: Language) -> str:
    """The status, then how much was checked and with what result."""
    parts = (Message(status.value), counts_message(result))
    return language.semicolon.join(part.render(language) for part in parts)
