"""Findings as annotations of a GitHub workflow: ``::error file=…,line=…,title=…::message``.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator

from govdisclosure.files import FileResult, Run, UnreadFile
from govdisclosure.findings import Finding, Severity
from govdisclosure.i18n import CHINESE, Escaped, Language, escape_controls, escape_output
from govdisclosure.output._parts import verdict_words
from govdisclosure.rules import Status

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def annotations(run: Run, language: Language = CHINESE) -> Iterator[Escaped]:
    """One line for each finding; the last says what it comes to."""
    for file in run.files:
        if isinstance(file, UnreadFile):
            yield from _unread_file(file, language)
        else:
            yield from _file_result(file, language)


def annotation(
    command: str, message: str, *, file: str, line: int | None = None, title: str = "govdisclosure"
) -> Escaped:
    r"""A workflow command; ``-`` (standard input) is no file.

    >>> annotation("error", "100%\nwrong", file="a,b.txt", line=3, title="STAT-A: b")
    '::error file=a%2Cb.txt,line=3,title=STAT-A%3A b::100%25%0Awrong'
    """
    properties = {"file": None if file == "-" else file, "line": line, "title": title}
    pairs = [f"{k}={_property(str(v))}" for k, v in properties.items() if v is not None]
    words = escape_output(escape_controls(f" {','.join(pairs)}::{_data(message)}"))
    return Escaped(f"::{command}{words}")


def _file_result(result: FileResult, language: Language) -> Iterator[Escaped]:
    for finding in (*result.check.findings, *result.reading_findings):
        yield _finding(finding, result, language)
    for message in result.suppressions.messages:
        yield annotation("warning", message.render(language), file=result.file)
    command = "error" if result.status is Status.NOTHING_CHECKED else "notice"
    verdict = verdict_words(result.status, result.check, language)
    yield annotation(command, verdict, file=result.file)


def _unread_file(file: UnreadFile, language: Language) -> Iterator[Escaped]:
    if file.reason:
        yield annotation("error", file.reason.render(language), file=file.file)
    for finding in file.findings:
        yield _finding(finding, file, language)


def _finding(finding: Finding, file: FileResult | UnreadFile, language: Language) -> Escaped:
    """A finding, with what would mend it; one that was explained is a notice."""
    suppression = repair = line = None
    if isinstance(file, FileResult):
        suppression = file.suppressions.explained.get(finding.fingerprint)
        repair = file.diagnosis.likeliest_repair(finding) if file.diagnosis else None
        line = file.line_of(finding.pointer)
    command = "notice" if suppression else _COMMANDS[finding.severity]
    words = (finding, finding.explanation, suppression and suppression.message, repair)
    text = "\n".join(one.render(language) for one in words if one)
    return annotation(command, text, file=file.file, line=line, title=finding.rule_id)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
