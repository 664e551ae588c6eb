"""The results of a check, for a reader at a terminal."""

import sys
from collections.abc import Iterator, Mapping, Sequence

from govdisclosure.files import FileResult, Run
from govdisclosure.findings import Finding, Severity, Verdict
from govdisclosure.i18n import Language, Message
from govdisclosure.output._diagnosis import diagnosis_points
from govdisclosure.output._parts import counts_message, report_message
from govdisclosure.output.terminal._rows import draw_cells
from govdisclosure.rules import RULES, CheckResult, Result


def run_lines(run: Run, language: Language) -> Iterator[str]:
    """The lines about each report: roots, each with what follows from it, then the counts.

    If standard output is a terminal, the cells of each root are drawn in colours. Last comes how
    to have findings explained, if there are any.
    """
    for result in run.results:
        yield from _result(result, language, drawn=sys.stdout.isatty())
    findings = (finding for result in run.results for finding in result.check.findings)
    if first := next((one for one in findings if one.rule_id in RULES.ids), None):
        yield Message("explain_hint", {"rule": first.rule_id}).render(language)


def _result(result: FileResult, language: Language, *, drawn: bool) -> Iterator[str]:
    words = (Message(result.status.value), report_message(result.report))
    status = language.semicolon.join(word.render(language) for word in words)
    yield f"{result.file}: {status}"
    followers: dict[str, list[Finding]] = {}
    for finding in result.check.findings:
        for cause in finding.caused_by[:1]:
            followers.setdefault(cause, []).append(finding)
    for finding in result.check.findings:
        if not finding.caused_by:
            yield from _finding(finding, result, followers, language)
            yield from draw_cells(finding, language) if drawn else ()
    yield from _summary(result, language)


def _summary(result: FileResult, language: Language) -> Iterator[str]:
    """What is said below the findings."""
    if result.diagnosis:
        for level, words in diagnosis_points(result.diagnosis):
            yield "  " * level + words.render(language)
    for message in result.suppressions.messages:
        yield f"  {_word(Severity.WARNING, language)} {message.render(language)}"
    for finding in result.reading_findings:
        if finding.severity is not Severity.INFO:
            word = _word(finding.severity, language)
            yield f"  {word} {finding.rule_id}  {finding.render(language)}"
    for message in (*_reasons(result.check), *_counts(result.check)):
        yield f"  {message.render(language)}"


def _finding(
    finding: Finding,
    result: FileResult,
    followers: Mapping[str, Sequence[Finding]],
    language: Language,
    lead: str = "",
    depth: int = 1,
) -> Iterator[str]:
    """A finding and, deeper, what follows from it; ``followers`` are by the fingerprint."""
    indent = "  " * depth
    head = f"{indent}{lead}{_word(finding.severity, language)} {finding.rule_id}  "
    explanation = finding.explanation.render(language) if finding.explanation else ""
    suppression = result.suppressions.explained.get(finding.fingerprint)
    if _is_about_blanks(finding):
        yield head + language.semicolon.join(filter(None, [finding.render(language), explanation]))
    else:
        yield head + finding.place.render(language)
        yield f"{indent}    {finding.message.render(language)}"
        if explanation and not finding.caused_by:
            yield f"{indent}    {explanation}"
    if suppression:
        yield f"{indent}    {suppression.message.render(language)}"
    follows = Message("follows").render(language) + " "
    # Fingerprints take time, and most reports have no finding that follows from another.
    for other in followers.get(finding.fingerprint, ()) if followers else ():
        yield from _finding(other, result, followers, language, follows, depth + 2)


def _counts(check_result: CheckResult) -> Iterator[Message]:
    """The counts, and one line about cells without a number unless a finding lists them."""
    yield counts_message(check_result)
    missing = {a for r in _unknown(check_result) for a in r.missing if a.startswith("/")}
    blank = {o.pointer for f in check_result.findings if _is_about_blanks(f) for o in f.operands}
    if blank:
        key = "no_number_other"
    else:
        key = "no_number_hint" if check_result.blanks == "unknown" else "no_number_count"
    if others := missing - blank:
        yield Message(key, {"count": len(others)})


def _reasons(check_result: CheckResult) -> Iterator[Message]:
    """Why rules were not evaluated, where it is not for a cell without a number."""
    rules: dict[Message, dict[str, None]] = {}
    for result in _unknown(check_result):
        if result.reason:
            rules.setdefault(result.reason, {})[result.rule.id] = None
    for reason, ids in rules.items():
        yield Message("withheld", {"rules": tuple(ids), "why": reason})


def _unknown(check_result: CheckResult) -> Sequence[Result]:
    """Results among which are those that were not evaluated; none are made where none was not."""
    return check_result.results if check_result.count(Verdict.NOT_EVALUATED) else ()


def _is_about_blanks(finding: Finding) -> bool:
    return finding.message.key == "blank_cells"


def _word(severity: Severity, language: Language) -> str:
    return Message(severity.value).render(language)
