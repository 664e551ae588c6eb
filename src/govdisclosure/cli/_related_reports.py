"""The reports that one is checked against: last year's, and those of the bodies below.

One that cannot be read is told, and what would have needed it is not evaluated: a sum over
all bodies but one would accuse the report of what it did not do.
"""

import os
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from attrs import evolve, field, frozen

from govdisclosure.errors import ReadError
from govdisclosure.files import Source, UnreadFile, is_junk, load
from govdisclosure.findings import Verdict
from govdisclosure.i18n import Message
from govdisclosure.model import AnyReport
from govdisclosure.rules import RULES, CheckResult, Result, Scope, select
from govdisclosure.rules.engine import bind


@frozen(kw_only=True)
class RelatedReports:
    """Last year's report and those of the bodies below, as far as they could be read.

    ``files`` are those of the bodies; ``strays`` counts what stood among them and is none.
    """

    previous: AnyReport | None = None
    subordinates: tuple[AnyReport, ...] = ()
    files: tuple[str, ...] = ()
    strays: int = 0
    unreadable: tuple[UnreadFile, ...] = ()
    withheld: dict[Scope, Message] = field(factory=dict)

    def for_report(self, report: AnyReport) -> "RelatedReports":
        """The same, without bodies if one would be added twice, the report itself included."""
        reports = (report, *self.subordinates)
        names = Counter((one.issuer.name, one.year) for one in reports if one.issuer.name)
        if not (repeated := tuple(name for (name, _), count in names.items() if count > 1)):
            return self
        why = Message("children_repeated", {"bodies": repeated})
        return evolve(self, subordinates=(), withheld={**self.withheld, Scope.HIERARCHY: why})

    def remarks(self, report: AnyReport, checked: CheckResult) -> Iterator[Message]:
        """What should be known of a comparison that was made, or of one that was not."""
        previous = self.previous
        names = (previous.issuer.name, report.issuer.name) if previous else (None, None)
        if all(names) and names[0] != names[1]:
            yield Message("previous_of_another", {"previous": names[0], "issuer": names[1]})
        scopes = {rule.scope for rule in RULES if rule.id in checked.rules}
        given = (
            (Scope.YEARS, "--previous", previous),
            (Scope.HIERARCHY, "--subordinates", self.files),
        )
        for scope, option, there in given:
            if there and scope not in scopes:
                yield Message("beside_unused", {"option": option, "preset": checked.preset})

    def withhold(self, report: AnyReport, checked: CheckResult) -> CheckResult:
        """The results, with those that cannot be given for want of another report."""
        held = tuple(
            Result(rule=rule, verdict=Verdict.NOT_EVALUATED, check=one, reason=why)
            for scope, why in self.withheld.items()
            for rule in select(RULES, checked.preset, checked.profile)
            if rule.scope is scope
            for one in bind(rule.holds, report.form)
        )
        rules = dict.fromkeys((*checked.rules, *(result.rule.id for result in held)))
        return evolve(checked, results=(*checked.results, *held), rules=tuple(rules))


def load_related(
    previous: str | None, subordinates: tuple[str, ...], named: Collection[str] = ()
) -> RelatedReports:
    """Read the files; hierarchy results are withheld as soon as one body's is unreadable.

    What stands in a directory, can be read and is no such report is no body's: it is told
    and left out. Not so a file that was ``named``.
    """
    before = load(previous) if previous else None
    below = {name: load(name) for name in subordinates}
    bad = {name: one for name, one in below.items() if isinstance(one, UnreadFile)}
    strays = {name for name, one in bad.items() if name not in named and _is_no_report(one)}
    lost = tuple(name for name in bad if name not in strays or len(strays) == len(below))
    withheld = {}
    if lost:
        withheld[Scope.HIERARCHY] = Message("children_unreadable", {"files": lost})
    if isinstance(before, UnreadFile):
        withheld[Scope.YEARS] = Message("previous_unreadable", {"file": before.file})
    return RelatedReports(
        previous=before.report if isinstance(before, Source) else None,
        subordinates=()
        if lost
        else tuple(s.report for s in below.values() if isinstance(s, Source)),
        files=tuple(name for name in subordinates if lost or name not in strays),
        strays=0 if lost else len(strays),
        unreadable=(*((before,) if isinstance(before, UnreadFile) else ()), *bad.values()),
        withheld=withheld,
    )


def _is_no_report(one: UnreadFile) -> bool:
    return one.reason is not None and one.reason.key == "not_a_report"


def files_below(names: list[str], report: str) -> tuple[str, ...]:
    """The files that are meant by files and directories, each once, without the report's own.

    Of a directory all files are meant that stand in it, but hidden and temporary ones.

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
        raise ReadError(Message("cannot_open", about)) from None
    shown = [str(path) for path in paths if not is_junk(path.name)]
    if not shown:
        raise ReadError(Message("no_files_in", {"path": directory}))
    return shown
