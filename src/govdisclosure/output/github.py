"""Findings as annotations of a GitHub workflow: ``::error file=…,line=…,title=…::message``.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator

from govdisclosure.files import FileResult, Run, UnreadFile
from govdisclosure.findings import Finding, Severity, Verdict
from govdisclosure.i18n import CHINESE, Language, Message, escape_controls

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

_TITLE = "govdisclosure"


def annotations(run: Run, language: Language = CHINESE) -> Iterator[str]:
    """One line for each finding; one more where something could not be evaluated."""
    for one in run.files:
        if isinstance(one, UnreadFile):
            yield from _unreadable(one, language)
        else:
            yield from _checked(one, language)


def annotation(
    command: str, message: str, *, file: str, line: int | None = None, title: str = _TITLE
) -> str:
    r"""A workflow command; ``-`` (standard input) is no file.

    >>> annotation("error", "100%\nwrong", file="a,b.txt", line=3, title="STAT-A: b")
    '::error file=a%2Cb.txt,line=3,title=STAT-A%3A b::100%25%0Awrong'
    """
    properties = {"file": None if file == "-" else file, "line": line, "title": title}
    told = [f"{k}={_property(str(v))}" for k, v in properties.items() if v is not None]
    return escape_controls(f"::{command} {','.join(told)}::{_data(message)}")


def _checked(one: FileResult, language: Language) -> Iterator[str]:
    for finding in one.checked.findings:
        yield _found(finding, one, language)
    for finding in one.reading_findings:
        yield _annotation(finding, one.file, one.line(finding), language)
    for message in one.attested.messages:
        yield annotation("warning", message.render(language), file=one.file)
    if one.checked.count(Verdict.NOT_EVALUATED):
        counts = {verdict.name.lower(): one.checked.count(verdict) for verdict in Verdict}
        said = Message("counts", {**counts, "all": len(one.checked.results)}).render(language)
        yield annotation("notice", said, file=one.file)


def _found(finding: Finding, one: FileResult, language: Language) -> str:
    """A finding of a rule, with what would mend it; one that was explained is a notice."""
    attested = one.attested.explained.get(finding.fingerprint)
    more = [attested.message.render(language)] if attested else []
    located = one.diagnosis.located(finding) if one.diagnosis else None
    more += [located.render(language)] if located else []
    said = "\n".join([finding.render(language), *_explained(finding, language), *more])
    command = "notice" if attested else _COMMANDS[finding.severity]
    return annotation(command, said, file=one.file, line=one.line(finding), title=finding.rule_id)


def _unreadable(one: UnreadFile, language: Language) -> Iterator[str]:
    if one.reason:
        yield annotation("error", one.reason.render(language), file=one.file)
    for finding in one.findings:
        yield _annotation(finding, one.file, None, language)


def _annotation(finding: Finding, file: str, line: int | None, language: Language) -> str:
    command = _COMMANDS[finding.severity]
    said = "\n".join([finding.render(language), *_explained(finding, language)])
    return annotation(command, said, file=file, line=line, title=finding.rule_id)


def _explained(finding: Finding, language: Language) -> Iterator[str]:
    if finding.explanation:
        yield finding.explanation.render(language)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
