"""Every exception of the package: what the caller did wrong, or what a file made impossible.

Errors of data are findings; an exception is raised only where there is nothing to return.
All are an :class:`Error`, whose ``message`` says what was wrong and what to do, in Chinese
and English. Each is a frozen value with the facts as fields.
"""

from attrs import frozen

from govdisclosure.findings import Finding
from govdisclosure.i18n import CHINESE, ENGLISH, Language, Message

_FIRST_FEW = 5
"""How many problems of a document an exception names; all are in ``findings``."""

_LONGEST = 120
"""Characters of a pointer or a place beyond which it is cut."""


class Error(Exception):
    """Base of all exceptions of the package."""

    @property
    def message(self) -> Message:
        """What was wrong, and what to do about it."""
        raise NotImplementedError

    def render(self, language: Language = CHINESE) -> str:
        """The message in a language."""
        return self.message.render(language)

    def __str__(self) -> str:
        return f"{self.render(CHINESE)} {self.render(ENGLISH)}"


@frozen
class _MessageError(Error):
    message: Message


class ReadError(_MessageError):
    """The source cannot be opened as a document."""


class UnreadableDocumentError(ReadError):
    """A file of a known format is damaged, protected, a scan, or more than any report."""


class NotAReportError(_MessageError):
    """The document is readable, but it is not such a report; the message says what it lacks."""


class WriteError(_MessageError):
    """The form cannot be written like this: format, extra, place or length of a text."""


class ProfileError(_MessageError):
    """A profile of rules cannot be used."""


class SuppressionsError(_MessageError):
    """A file of suppressions cannot be used."""


class CatalogueError(_MessageError):
    """A rule catalogue cannot be used; the message says where and why."""


class StaleRepairError(_MessageError):
    """A repair does not fit a report any more; the message says in which cell."""


class InvalidSchemaError(_MessageError):
    """What was given as a JSON Schema cannot be used as one."""


@frozen
class InvalidReportError(Error):
    """The document is not a report: every problem found, in the order of the document."""

    findings: tuple[Finding, ...]

    @property
    def message(self) -> Message:
        """How many problems there are, and the first few."""
        first = self.findings[:_FIRST_FEW]
        # The last one may stand for all those that are not listed.
        count = sum(f.message.params.get("unlisted", 1) for f in self.findings)
        more = count - len(first)
        key = "invalid_report_more" if more else "invalid_report"
        about = {"count": count, "first": _Listed(first), "more": more}
        return Message("invalid_report_one" if count == 1 else key, about)


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
