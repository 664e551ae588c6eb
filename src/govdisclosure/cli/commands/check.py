"""``govdisclosure check``: do the numbers reconcile?"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.cli._related_reports import RelatedReports, files_below, load_related
from govdisclosure.cli.console import CLEAN, FINDINGS, UNREADABLE, USAGE
from govdisclosure.errors import ProfileError, ReadError, SuppressionsError
from govdisclosure.files import FileResult, Run, Source, UnreadFile, load, text_of
from govdisclosure.i18n import LANGUAGES, Language, Message, escape_control_lines
from govdisclosure.output.terminal import Drawer, harmless
from govdisclosure.rules import (
    PLAIN,
    RULES,
    Profile,
    Suppressed,
    Suppression,
    check,
    load_profile,
    load_suppressions,
    suppress,
)

if TYPE_CHECKING:
    from govdisclosure.analysis.diagnosis import Diagnosis


def run(options: Namespace) -> int:
    """Check every file; one that cannot be read does not stop the others."""
    try:
        profile = _profile(options.profile)
        attestations = load_suppressions(text_of(options.attested)) if options.attested else ()
        subordinates = files_below(options.subordinates, options.files[0])
    except (ProfileError, SuppressionsError, ReadError) as problem:
        return _refuse(problem.message, LANGUAGES[options.lang])
    beside_one = options.previous or options.subordinates or options.attested
    if len(options.files) > 1 and beside_one:
        return _refuse(Message("one_report"), LANGUAGES[options.lang])
    beside = load_related(options.previous, subordinates, options.subordinates)
    terms = _Terms(options, profile, beside, attestations)
    files = [*beside.unreadable, *(_outcome(name, terms) for name in options.files)]
    done = Run(
        files=tuple(files),
        blanks=options.blanks,
        preset=options.preset,
        profile=profile,
        previous=options.previous,
        subordinates=beside.files,
    )
    for bad in done.unreadable:
        for line in bad.render(LANGUAGES[options.lang]):
            _talk(f"{bad.file}: {line}")
    if beside.strays:
        covered = {"count": len(beside.subordinates), "all": len(subordinates)}
        _talk(Message("children_covered", covered).render(LANGUAGES[options.lang]))
    for one in done.outcomes:
        for remark in beside.remarks(one.report, one.checked):
            _talk(f"{one.file}: {remark.render(LANGUAGES[options.lang])}")
    for line in _written(done, options):
        print(line)
    unchecked = [one for one in done.outcomes if one.checked.nothing_checked]
    for one in unchecked:
        _talk(f"{one.file}: {Message('nothing_checked').render(LANGUAGES[options.lang])}")
    if done.unreadable or unchecked:
        return UNREADABLE
    return CLEAN if all(one.passed for one in done.outcomes) else FINDINGS


def _written(done: Run, options: Namespace) -> Iterator[str]:
    """The lines of the output; a format's own module is imported when it is asked for."""
    match options.format:
        case "json":
            from govdisclosure.output import run_data

            yield _json(run_data(done))
        case "sarif":
            from govdisclosure.output.sarif import sarif_log

            yield _json(sarif_log(done, LANGUAGES[options.lang]))
        case "github":
            from govdisclosure.output.github import annotations

            yield from annotations(done, LANGUAGES[options.lang])
        case _:
            from govdisclosure.output.terminal import result_lines

            for outcome in done.outcomes:
                yield from result_lines(outcome, LANGUAGES[options.lang], _drawer())


def _json(data: object) -> str:
    """JSON text; what would steer a terminal stands in it as an escape of the same meaning."""
    return escape_control_lines(json.dumps(data, ensure_ascii=False, indent=2))


def _drawer() -> Drawer | None:
    """What draws the cells of a finding: on a terminal, if the extra ``cli`` is installed."""
    if not sys.stdout.isatty():
        return None
    try:
        from govdisclosure.output.terminal import drawn
    except ImportError:
        return None
    return drawn


@frozen
class _Terms:
    """On what terms every file is checked."""

    options: Namespace
    profile: Profile
    beside: RelatedReports
    attestations: tuple[Suppression, ...]


def _outcome(name: str, terms: _Terms) -> FileResult | UnreadFile:
    source = load(name)
    if not isinstance(source, Source):
        return source
    options, beside = terms.options, terms.beside.for_report(source.report)
    checked = check(
        source.report,
        previous=beside.previous,
        subordinates=beside.subordinates,
        blanks=options.blanks,
        preset=options.preset,
        profile=terms.profile,
    )
    checked = beside.withhold(source.report, checked)
    reading = source.reading
    return FileResult(
        file=name,
        report=source.report,
        checked=checked,
        reading_findings=reading.findings if reading else (),
        provenance=reading.provenance if reading else {},
        diagnosis=_diagnosis(source, terms) if options.explain else None,
        attested=suppress(checked.findings, terms.attestations)
        if terms.attestations
        else Suppressed(),
    )


def _diagnosis(source: Source, terms: _Terms) -> Diagnosis:
    from govdisclosure.analysis.diagnosis import diagnose

    blanks, profile = terms.options.blanks, terms.profile
    return diagnose(source.report, source.reading, blanks=blanks, profile=profile)


def _profile(name: str | None) -> Profile:
    if name is None:
        return PLAIN
    return load_profile(text_of(name), rule_ids=[rule.id for rule in RULES])


def _refuse(reason: Message, language: Language) -> int:
    _talk(reason.render(language))
    return USAGE


def _talk(line: str) -> None:
    print(harmless(line), file=sys.stderr)
