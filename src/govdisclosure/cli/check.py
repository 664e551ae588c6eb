"""``govdisclosure check``: do the numbers reconcile?"""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator

from govdisclosure.checking import check
from govdisclosure.cli import CLEAN, FINDINGS, UNREADABLE, USAGE
from govdisclosure.cli.beside import Beside, files_below, load_beside
from govdisclosure.cli.sources import Source, load, text_of
from govdisclosure.cli.telling import Drawer
from govdisclosure.messages import Message
from govdisclosure.outcome import Outcome, Run, Unreadable
from govdisclosure.readers import CannotRead
from govdisclosure.rules import PLAIN, RULES, InvalidProfile, Profile, load_profile


def run(options: Namespace) -> int:
    """Check every file; one that cannot be read does not stop the others."""
    try:
        profile = _profile(options.profile)
        children = files_below(options.children, options.files[0])
    except (InvalidProfile, CannotRead) as problem:
        return _refuse(problem.reason, options.lang)
    if len(options.files) > 1 and (options.previous or options.children):
        return _refuse(Message("one_report"), options.lang)
    beside = load_beside(options.previous, children, options.children)
    files = [*beside.unreadable, *(_outcome(n, options, profile, beside) for n in options.files)]
    done = Run(
        files=tuple(files),
        blanks=options.blanks,
        preset=options.preset,
        profile=profile,
        previous=options.previous,
        children=beside.files,
    )
    for bad in done.unreadable:
        for line in bad.say(options.lang):
            print(f"{bad.file}: {line}", file=sys.stderr)
    if beside.strays:
        covered = {"count": len(beside.children), "all": len(children)}
        print(Message("children_covered", covered).say(options.lang), file=sys.stderr)
    for line in _written(done, options):
        print(line)
    unchecked = [one for one in done.outcomes if one.checked.nothing_checked]
    for one in unchecked:
        print(f"{one.file}: {Message('nothing_checked').say(options.lang)}", file=sys.stderr)
    if done.unreadable or unchecked:
        return UNREADABLE
    return CLEAN if all(one.checked.passed for one in done.outcomes) else FINDINGS


def _written(done: Run, options: Namespace) -> Iterator[str]:
    """The lines of the output; a format's own module is imported when it is asked for."""
    match options.format:
        case "json":
            from govdisclosure.output import run_data

            yield json.dumps(run_data(done), ensure_ascii=False, indent=2)
        case "sarif":
            from govdisclosure.exports.sarif import sarif_log

            yield json.dumps(sarif_log(done, options.lang), ensure_ascii=False, indent=2)
        case "github":
            from govdisclosure.exports.github import annotations

            yield from annotations(done, options.lang)
        case _:
            from govdisclosure.cli.telling import tell

            for outcome in done.outcomes:
                yield from tell(outcome, options.lang, _drawer())


def _drawer() -> Drawer | None:
    """What draws the cells of a finding: on a terminal, if the extra ``cli`` is installed."""
    if not sys.stdout.isatty():
        return None
    try:
        from govdisclosure.cli.rows import drawn
    except ImportError:
        return None
    return drawn


def _outcome(
    name: str, options: Namespace, profile: Profile, beside: Beside
) -> Outcome | Unreadable:
    source = load(name)
    if not isinstance(source, Source):
        return source
    beside = beside.for_report(source.report)
    checked = check(
        source.report,
        previous=beside.previous,
        children=beside.children,
        blanks=options.blanks,
        preset=options.preset,
        profile=profile,
    )
    reading = source.reading
    return Outcome(
        file=name,
        report=source.report,
        checked=beside.withhold(source.report, checked),
        messages=reading.messages if reading else (),
        provenance=reading.provenance if reading else {},
    )


def _profile(name: str | None) -> Profile:
    if name is None:
        return PLAIN
    return load_profile(text_of(name), known=[rule.id for rule in RULES])


def _refuse(reason: Message, lang: str) -> int:
    print(reason.say(lang), file=sys.stderr)
    return USAGE
