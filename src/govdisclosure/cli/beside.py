"""The reports that one is checked against: last year's, and those of the bodies below.

One that cannot be read is told, and what would have needed it is not evaluated: a sum over
all bodies but one would accuse the report of what it did not do.
"""

import os
from pathlib import Path

from attrs import evolve, field, frozen

from govdisclosure.checking import Checked
from govdisclosure.cli.sources import Source, load
from govdisclosure.findings import Verdict
from govdisclosure.messages import Message
from govdisclosure.model.report import AnyReport, report_type
from govdisclosure.outcome import Unreadable
from govdisclosure.readers import CannotRead
from govdisclosure.rules import RULES, Result, Scope
from govdisclosure.rules.binding import bind
from govdisclosure.rules.profiles import select


@frozen(kw_only=True)
class Beside:
    """Last year's report and those of the bodies below, as far as they could be read."""

    previous: AnyReport | None = None
    children: tuple[AnyReport, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    withheld: dict[Scope, Message] = field(factory=dict)

    def withhold(self, report: AnyReport, checked: Checked) -> Checked:
        """The results, with those that cannot be given for want of another report."""
        held = tuple(
            Result(rule=rule, verdict=Verdict.NOT_EVALUATED, check=one, reason=why)
            for scope, why in self.withheld.items()
            for rule in select(RULES, checked.preset, checked.profile)
            if rule.scope is scope
            for one in bind(rule.holds, report_type(report))
        )
        rules = dict.fromkeys((*checked.rules, *(result.rule.id for result in held)))
        return evolve(checked, results=(*checked.results, *held), rules=tuple(rules))


def load_beside(previous: str | None, children: tuple[str, ...]) -> Beside:
    """Read the files; hierarchy results are withheld as soon as one body's is unreadable."""
    before = load(previous) if previous else None
    below = [load(name) for name in children]
    bad = tuple(one for one in below if isinstance(one, Unreadable))
    withheld = {}
    if bad:
        files = {"files": tuple(one.file for one in bad)}
        withheld[Scope.HIERARCHY] = Message("children_unreadable", files)
    if isinstance(before, Unreadable):
        withheld[Scope.YEARS] = Message("previous_unreadable", {"file": before.file})
    return Beside(
        previous=before.report if isinstance(before, Source) else None,
        children=() if bad else tuple(s.report for s in below if isinstance(s, Source)),
        unreadable=(*((before,) if isinstance(before, Unreadable) else ()), *bad),
        withheld=withheld,
    )


def files_below(names: list[str], report: str) -> tuple[str, ...]:
    """The files that are meant by files and directories, each once, without the report's own.

    Of a directory all files are meant that stand in it and are not hidden.

    Raises:
        CannotRead: a directory has no such file, or cannot be opened.
    """
    found: dict[str, str] = {}
    for name in names:
        for file in _inside(name) if os.path.isdir(name) else [name]:
            found.setdefault(os.path.realpath(file), file)
    found.pop(os.path.realpath(report), None)
    return tuple(found.values())


def _inside(directory: str) -> list[str]:
    try:
        paths = sorted(p for p in Path(directory).iterdir() if p.is_file())
    except OSError as problem:
        about = {"path": directory, "why": problem.strerror or str(problem)}
        raise CannotRead(Message("cannot_open", about)) from None
    shown = [str(path) for path in paths if not path.name.startswith(".")]
    if not shown:
        raise CannotRead(Message("no_files_in", {"path": directory}))
    return shown
