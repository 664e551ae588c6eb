"""What a file or its contents made impossible, as one family of exceptions.

Errors of data are findings; an exception is raised only where there is nothing to return.
All are an :class:`Error`, whose ``message`` says what was wrong and what to do, in Chinese
and English. Each is a frozen value with the facts as fields.
"""

from attrs import Factory, field, frozen

from govdisclosure.findings import Finding
from govdisclosure.i18n import CHINESE, ENGLISH, Language, Message

__all__ = [
    "CatalogueError", "Error", "InvalidReportError", "InvalidSchemaError", "NotAReportError",
    "ProfileError", "ReadError", "StaleRepairError", "SuppressionsError", "UnreadableDocumentError",
    "WriteError",
]  # fmt: skip

_FIRST_FEW = 5
"""How many problems of a document an exception names; all are in ``findings``."""

_LONGEST = 120
"""Characters of a pointer or a place beyond which it is cut."""


@frozen
class Error(Exception):
    """Base of all exceptions of the package; ``message`` says what was wrong and what to do."""

    message: Message

    def render(self, language: Language = CHINESE) -> str:
        """The message in a language."""
        return self.message.render(language)

    def __str__(self) -> str:
        return f"{self.render(CHINESE)} {self.render(ENGLISH)}"


class ReadError(Error):
    """The source cannot be opened as a document."""


class UnreadableDocumentError(ReadError):
    """A file of a known format is damaged, protected, a scan, or more than any report."""


class NotAReportError(Error):
    """The document is readable, but it is not such a report; the message says what it lacks."""


class WriteError(Error):
    """The form cannot be written like this: format, extra, length of a text, place, disk."""


class ProfileError(Error):
    """A profile of rules cannot be used."""


class SuppressionsError(Error):
    """A file of suppressions cannot be used."""


class CatalogueError(Error):
    """A rule catalogue cannot be used; the message says where and why."""


class StaleRepairError(Error):
    """A repair does not fit a report any more; the message says in which cell."""


class InvalidSchemaError(Error):
    """What was given as a JSON Schema cannot be used as one."""


def _first_few(error: "InvalidReportError") -> Message:
    """How many problems there are, and the first few."""
    first = error.findings[:_FIRST_FEW]
    # The last one may stand for all those that are not listed.
    count = sum(f.message.params.get("unlisted", 1) for f in error.findings)
    more = count - len(first)
    key = "invalid_report_more" if more else "invalid_report"
    about = {"count": count, "first": _Listed(first), "more": more}
    return Message(key, about)


@frozen
class InvalidReportError(Error):
    """The document is not a report: every problem found, in the order of the document."""

    findings: tuple[Finding, ...]
    message: Message = field(default=Factory(_first_few, takes_self=True), init=False, repr=False)


@frozen
class _Listed:
    """Problems one after the other, each with its pointer, its id and its place."""

    findings: tuple[Finding, ...]

    def render(self, language: Language) -> str:
        lines = (
            Message("problem_at", _facts(finding, language)).render(language)
            for finding in self.findings
        )
        return language.semicolon.join(lines)


def _facts(finding: Finding, language: Language) -> dict[str, str]:
    return {
        "pointer": _short(finding.pointer),
        "rule": finding.rule_id,
        "place": _short(finding.place.render(language)),
        "message": finding.message.render(language),
    }


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
