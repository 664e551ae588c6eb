"""Checking files on the terms of a command line; with a diagnosis where one is asked for."""

from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from govdisclosure import rules
from govdisclosure.cli._formats import print_output
from govdisclosure.cli._messages import Messages, messages_of
from govdisclosure.cli._options import (
    Files,
    add_files,
    add_format,
    add_gates,
    add_messages,
    add_terms,
)
from govdisclosure.cli._parser import Parser
from govdisclosure.cli._related_reports import RelatedReports, files_below, load_related
from govdisclosure.cli._rule_set import RuleSet, load_rule_set
from govdisclosure.cli.console import CLEAN, FINDINGS, UNREADABLE, USAGE
from govdisclosure.errors import Error
from govdisclosure.files import FileResult, Loader, Run, Source, UnreadFile, text_of
from govdisclosure.findings import Severity
from govdisclosure.i18n import Message

if TYPE_CHECKING:  # only one command asks for it, and it takes time to import
    from govdisclosure.analysis.diagnosis import Diagnosis

Diagnose: TypeAlias = Callable[..., "Diagnosis"]
"""What says which cell is wrong, from a report, its reading and the terms of the check."""

_FORMATS = {
    "text": "output.terminal:run_lines",
    "json": "output.json:to_dict",
    "sarif": "output.sarif:sarif_log",
    "github": "output.github:annotations",
}


def add_arguments(command: Parser) -> None:
    """Files, how to write what was found, and on what terms they are checked."""
    say = command.say
    add_files(command)
    add_format(command, *_FORMATS)
    add_terms(command)
    add_gates(command)
    words = say("所属各单位的报告，或其目录", "the reports of the bodies below, or folders of them")
    command.add_argument(
        "--subordinates", nargs="+", action=Files, default=[], metavar="FILE", help=words
    )
    words = say("已作说明的问题", "a file of deviations that somebody has explained")
    command.add_argument("--suppressions", metavar="TOML", help=words)
    add_messages(command)
    command.close(
        "2023.docx",
        "2023.docx --previous 2022.json --format json",
        clean=say("没有错误级的问题", "no errors, though there may be warnings"),
        findings=say("有错误级的问题", "there are errors"),
    )


def check_files(options: Namespace, diagnose: Diagnose | None = None) -> int:
    """Check every file, say what was found and how it went."""
    messages = messages_of(options)
    try:
        rule_set = load_rule_set(options, messages)
        file = options.suppressions
        suppressions = rules.load_suppressions(text_of(file), rule_set.rules) if file else ()
        subordinates = files_below(options.subordinates, options.files[0])
    except Error as problem:
        messages.error(problem.message)
        return USAGE
    for_one = options.previous or options.subordinates or options.suppressions
    if len(options.files) > 1 and for_one:
        messages.error(Message("one_report"))
        return USAGE
    with closing(Loader()) as loader:
        related = load_related(loader, options.previous, subordinates, options.subordinates)
        terms = _Terms(options, rule_set, related, suppressions, diagnose)
        results = tuple(_check_file(name, terms, loader) for name in options.files)
    run = Run(
        files=(*related.unreadable, *results),
        blanks=options.blanks,
        preset=options.preset,
        profile=rule_set.profile,
        previous=options.previous,
        subordinates=related.files,
    )
    _print_remarks(messages, run, related, rule_set, len(subordinates))
    print_output(_FORMATS, options.format, run, messages.language)
    for result in run.results:
        if result.status is rules.Status.NOTHING_CHECKED:
            messages.error(Message("no_numbers"), file=result.file)
    return _exit_code(run, options)


def _exit_code(run: Run, options: Namespace) -> int:
    statuses = {result.status for result in run.results}
    if run.unreadable or rules.Status.NOTHING_CHECKED in statuses:
        return UNREADABLE
    is_lacking = options.require_complete and statuses != {rules.Status.PASSED}
    is_failed = is_lacking or any(_fails(result, options.fail_on) for result in run.results)
    return FINDINGS if is_failed else CLEAN


def _fails(result: FileResult, fail_on: str) -> bool:
    """Whether something as grave as that was found, and not explained."""
    if result.status is rules.Status.FAILED:
        return True
    grave = [*Severity][: [*Severity].index(Severity(fail_on)) + 1]
    return fail_on != Severity.ERROR and result.worst in grave


def _print_remarks(
    messages: Messages, run: Run, related: RelatedReports, rule_set: RuleSet, below: int
) -> None:
    """Why files could not be read, and what to know of the reports that one is compared with."""
    for unread in run.unreadable:
        messages.error(*unread.render(messages.language))
    if related.strays:
        about = {"count": len(related.subordinates), "all": below}
        messages.note(Message("children_covered", about))
    for result in run.results:
        messages.note(*related.remarks(result.check, rule_set.rules), file=result.file)


@frozen(eq=False, repr=False)
class _Terms:
    """On what terms every file is checked."""

    options: Namespace
    rule_set: RuleSet
    related: RelatedReports
    suppressions: tuple[rules.Suppression, ...]
    diagnose: Diagnose | None


_FEW = 12
"""Reports up to which it takes no longer to read and check them slowly than to get ready."""


def _check_file(name: str, terms: _Terms, loader: Loader) -> FileResult | UnreadFile:
    of_many = len(terms.options.files) > _FEW
    source = loader.load(name, of_many=of_many)
    if not isinstance(source, Source):
        return source
    report, reading, options = source.report, source.reading, terms.options
    related, rule_set = terms.related, terms.rule_set
    result = rules.check(
        report,
        previous=related.previous,
        subordinates=related.subordinates,
        blanks=options.blanks,
        preset=options.preset,
        profile=rule_set.profile,
        rules=rule_set.rules,
        printed=of_many,
    )
    result = related.withhold(report, result, rule_set.rules)
    diagnose = terms.diagnose
    diagnosis = diagnose and diagnose(
        report, reading, blanks=options.blanks, profile=rule_set.profile
    )
    return FileResult(
        file=name,
        report=report,
        check=result,
        reading_findings=reading.findings if reading else (),
        provenance=reading.provenance if reading else {},
        diagnosis=diagnosis,
        suppressions=rules.suppress(result.findings, terms.suppressions, rule_set.rules),
    )
