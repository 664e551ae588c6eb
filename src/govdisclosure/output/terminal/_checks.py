"""The results of checking one report, for a reader at a terminal."""

import re
from collections.abc import Callable, Iterator

from govdisclosure.files import FileResult
from govdisclosure.findings import Finding, Severity, Verdict
from govdisclosure.i18n import Language, Message, escape_controls
from govdisclosure.output.terminal._repairs import repairs
from govdisclosure.rules import CheckResult

Drawer = Callable[[Finding, Language], Iterator[str]]
"""Draws the cells of a finding in lines, for a language."""


_COMMAND = re.compile(r"^(?=\s*::)|(?<=#)(?=#\[)")
"""What a runner of GitHub workflows takes for a command, at the start of a line or inside it."""


def harmless(line: str) -> str:
    r"""A line that steers neither a terminal nor what runs a workflow.

    >>> print(harmless("::error::\x1b[2J"), harmless("青禾县##[error]"))
    \::error::\u001b[2J 青禾县#\#[error]
    """
    return _COMMAND.sub(r"\\", escape_controls(line))


def result_lines(
    outcome: FileResult, language: Language, draw: Drawer | None = None
) -> Iterator[str]:
    """The lines about one report: roots, each with what follows from it, then the counts.

    ``draw`` adds the cells of each root, in colours: its lines are the only ones that steer.
    """
    yield harmless(f"{outcome.file}: {_who(outcome).render(language)}")
    for finding in outcome.checked.findings:
        if not finding.caused_by:
            yield from map(harmless, _finding(finding, outcome, language))
            yield from draw(finding, language) if draw else ()
    yield from map(harmless, _rest(outcome, language))


def _rest(outcome: FileResult, language: Language) -> Iterator[str]:
    """What is said below the findings."""
    checked = outcome.checked
    if outcome.diagnosis:
        yield from repairs(outcome.diagnosis, language)
    for attested in outcome.attested.messages:
        yield f"  {_word(Severity.WARNING, language)} {attested.render(language)}"
    for message in outcome.reading_findings:
        if message.severity is not Severity.INFO:
            word = _word(message.severity, language)
            yield f"  {word} {message.rule_id}  {message.render(language)}"
    for about in (*_withheld(checked), *_counts(checked)):
        yield f"  {about.render(language)}"


def _finding(
    finding: Finding, outcome: FileResult, language: Language, lead: str = "", depth: int = 1
) -> Iterator[str]:
    indent = "  " * depth
    head = f"{indent}{lead}{_word(finding.severity, language)} {finding.rule_id}  "
    explained = finding.explanation.render(language) if finding.explanation else ""
    if _about_blanks(finding):
        between = language.semicolon
        yield head + between.join(filter(None, [finding.render(language), explained]))
        yield from _attested(finding, outcome, language, indent)
        return
    yield head + finding.place.render(language)
    yield f"{indent}    {finding.message.render(language)}"
    if explained and not finding.caused_by:
        yield f"{indent}    {explained}"
    yield from _attested(finding, outcome, language, indent)
    follows = Message("follows").render(language) + " "
    for other in outcome.checked.findings:
        if other.caused_by[:1] == (finding.fingerprint,):
            yield from _finding(other, outcome, language, follows, depth + 2)


def _attested(
    finding: Finding, outcome: FileResult, language: Language, indent: str
) -> Iterator[str]:
    if attestation := outcome.attested.explained.get(finding.fingerprint):
        yield f"{indent}    {attestation.message.render(language)}"


def _counts(checked: CheckResult) -> Iterator[Message]:
    """The counts, and one line about cells without a number unless a finding has told it."""
    counts = {verdict.name.lower(): checked.count(verdict) for verdict in Verdict}
    yield Message("counts", {**counts, "all": len(checked.results)})
    missing = {a for r in checked.results for a in r.missing if a.startswith("/")}
    told = {o.pointer for f in checked.findings if _about_blanks(f) for o in f.operands}
    if told:
        key = "no_number_other"
    else:
        key = "no_number_hint" if checked.blanks == "unknown" else "no_number_count"
    if rest := missing - told:
        yield Message(key, {"count": len(rest)})


def _withheld(checked: CheckResult) -> Iterator[Message]:
    """Rules that were not evaluated for another reason than a cell without a number."""
    rules: dict[str, dict[str, None]] = {}
    reasons: dict[str, Message] = {}
    for result in checked.results:
        if result.reason:
            said = result.reason.render()
            reasons[said] = result.reason
            rules.setdefault(said, {})[result.rule.id] = None
    for said, why in reasons.items():
        yield Message("withheld", {"rules": tuple(rules[said]), "why": why})


def _about_blanks(finding: Finding) -> bool:
    return finding.message.key == "blank_cells"


def _word(severity: Severity, language: Language) -> str:
    return Message(severity.value).render(language)


def _who(outcome: FileResult) -> Message:
    report = outcome.report
    editions = dict.fromkeys((report.proactive_disclosure.edition, report.requests.edition))
    about = {
        "issuer": report.issuer.name or "?",
        "year": report.year if report.year is not None else "?",
        "editions": "/".join(editions),
    }
    return Message("report", about)
