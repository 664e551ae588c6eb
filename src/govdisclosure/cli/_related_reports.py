"""The reports that one is checked against: last year's, and those of the bodies below.

Where one cannot be read, what would have needed it is not evaluated: a sum over all bodies
but one would accuse the report of what it did not do.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence

from attrs import evolve, field, frozen

from govdisclosure.errors import ReadError
from govdisclosure.files import Loader, Source, UnreadFile, is_junk
from govdisclosure.findings import Verdict
from govdisclosure.i18n import Message
from govdisclosure.model import AnyReport
from govdisclosure.rules import CheckResult, Result, Rule, Scope, select
from govdisclosure.rules.engine import bind


@frozen(kw_only=True, eq=False, repr=False)
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

    def remarks(self, result: CheckResult, rules: Iterable[Rule]) -> Iterator[Message]:
        """Which of these reports no rule looked at."""
        scopes = {rule.scope for rule in rules if rule.id in result.rules}
        options = (
            (Scope.YEARS, "--previous", self.previous),
            (Scope.HIERARCHY, "--subordinates", self.files),
        )
        for scope, option, value in options:
            if value and scope not in scopes:
                yield Message("beside_unused", {"option": option, "preset": result.preset})

    def withhold(
        self, report: AnyReport, result: CheckResult, rules: Sequence[Rule]
    ) -> CheckResult:
        """The results, with those that cannot be given because another report is missing."""
        results = tuple(
            Result(rule=rule, verdict=Verdict.NOT_EVALUATED, check=check, reason=reason)
            for scope, reason in self.withheld.items()
            for rule in select(rules, result.preset, result.profile)
            if rule.scope is scope
            for check in bind(rule.holds, report.form)
        )
        return evolve(result, withheld=results)


def load_related(
    loader: Loader,
    previous: str | None,
    subordinates: tuple[str, ...],
    listed: Collection[str] = (),
) -> RelatedReports:
    """Read the files; hierarchy results are withheld as soon as one body's is unreadable.

    What stands in a directory, can be read and is no such report is no body's: it is said
    to be none and left out. Not so one of those ``listed`` one by one.
    """
    before = loader.load(previous) if previous else None
    below = {name: loader.load(name) for name in subordinates}
    unread = {name: file for name, file in below.items() if isinstance(file, UnreadFile)}
    strays = {name for name, file in unread.items() if name not in listed and _is_no_report(file)}
    missing = tuple(name for name in unread if name not in strays or len(strays) == len(below))
    reports = tuple(source.report for source in below.values() if isinstance(source, Source))
    withheld = {}
    if missing:
        withheld[Scope.HIERARCHY] = Message("children_unreadable", {"files": missing})
    if isinstance(before, UnreadFile):
        withheld[Scope.YEARS] = Message("previous_unreadable", {"file": before.file})
    return RelatedReports(
        previous=before.report if isinstance(before, Source) else None,
        subordinates=() if missing else reports,
        files=tuple(name for name in subordinates if missing or name not in strays),
        strays=0 if missing else len(strays),
        unreadable=(*((before,) if isinstance(before, UnreadFile) else ()), *unread.values()),
        withheld=withheld,
    )


def _is_no_report(file: UnreadFile) -> bool:
    return file.reason is not None and file.reason.key == "not_a_report"


def files_below(names: list[str], report: str) -> tuple[str, ...]:
    """The files that are meant by files and directories, each once, without the report's own.

    Of a directory all files are meant that stand in it, but hidden and temporary ones.

    Raises:
        ReadError: a directory has no such file, or cannot be opened.
    """
    files: dict[str, str] = {}
    for name in names:
        for file in _files_in(name) if os.path.isdir(name) else [name]:
            files.setdefault(os.path.realpath(file), file)
    files.pop(os.path.realpath(report), None)
    return tuple(files.values())


def _files_in(directory: str) -> list[str]:
    try:
        names = sorted(entry.name for entry in os.scandir(directory) if entry.is_file())
    except OSError as problem:
        about = {"path": directory, "why": problem.strerror or str(problem)}
        raise ReadError(Message("cannot_open", about)) from None
    files = [os.path.join(directory, name) for name in names if not is_junk(name)]
    if not files:
        raise ReadError(Message("no_files_in", {"path": directory}))
    return files
