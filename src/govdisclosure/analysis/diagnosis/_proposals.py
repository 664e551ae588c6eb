"""From the cells that would mend a fault to repairs: ranked, named, explained."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from govdisclosure.analysis.diagnosis._equations import Shift, Sums
from govdisclosure.analysis.diagnosis._error_patterns import (
    ErrorPattern,
    Replacement,
    Spot,
    single_cell_pattern,
    two_cell_pattern,
)
from govdisclosure.analysis.diagnosis._repairs import (
    Certainty,
    Change,
    Fault,
    Origin,
    Repair,
    number_or_blank,
)
from govdisclosure.analysis.diagnosis._suspects import Suspects, find_suspects
from govdisclosure.analysis.diagnosis._systematic_errors import systematic_errors
from govdisclosure.findings import Verdict
from govdisclosure.form import Form, common_place
from govdisclosure.i18n import Message, Text
from govdisclosure.rules import Result, evaluate
from govdisclosure.rules.engine import Evidence, cell_names

MAX_WAYS = 100
"""Ways beyond which a fault is not located: nobody would go through them."""

MAX_REPAIRS = 20
"""How many repairs a fault keeps, the likeliest."""

_MISREAD = (Origin.READING, Origin.DOUBTFUL)

OriginOf: TypeAlias = Callable[[str, int | None, int], tuple[Origin, str | None]]
"""What is known of a cell's print, given its pointer, its number and the one offered."""


@frozen
class _Candidate:
    """A set of changes, with what tells it from the others."""

    cells: tuple[Replacement, ...]
    changes: tuple[Change, ...]
    pattern: ErrorPattern | None
    smallest: bool

    def rank(self, *, unique: bool) -> tuple[bool, bool, bool, int, Fraction | int]:
        """Smaller is likelier: the only smallest; what was misread; what has a name; few cells."""
        misread = any(change.origin in _MISREAD for change in self.changes)
        has_name = bool(self.pattern) or all(change.pattern for change in self.changes)
        size = sum(
            Fraction(abs(cell.difference), max(abs(cell.old or 0), abs(cell.new)))
            for cell in self.cells
        )
        first = unique and self.smallest
        return not first, not misread, not has_name, len(self.cells), size


@frozen
class Proposer:
    """Makes the faults of one report; ``form`` is the form that it is on."""

    form: Form
    sums: Sums
    spots: Sequence[Spot]
    evidence: Evidence
    origin_of: OriginOf

    def fault(self, group: frozenset[int]) -> Fault:
        """A group of equations that are off, with the repairs that make them hold."""
        suspects = find_suspects(self.sums, group)
        certainty, among = _certainty(suspects, len(group)), len(suspects.shifts)
        smallest = [frozenset(shift.items()) for shift in suspects.shifts[:MAX_WAYS]]
        patterns: dict[frozenset[tuple[int, int]], ErrorPattern | None] = dict.fromkeys(smallest)
        for pattern, shift in systematic_errors(self.sums, self.spots, group):
            patterns[frozenset(shift.items())] = pattern
        candidates = sorted(
            (self._candidate(dict(k), name, k in smallest) for k, name in patterns.items()),
            key=lambda candidate: candidate.rank(unique=among == 1),
        )
        failures = [self._failure(e) for e in sorted(group)]
        return Fault(
            findings=tuple(result.finding().fingerprint for result in failures),
            rules=tuple(dict.fromkeys(result.rule.id for result in failures)),
            place=common_place([result.place for result in failures]),
            certainty=certainty,
            among=among,
            repairs=tuple(
                self._repair(candidate, certainty, among, group)
                for candidate in candidates[:MAX_REPAIRS]
            ),
        )

    def _failure(self, e: int) -> Result:
        equation = self.sums.system.equations[e]
        result = evaluate(equation.rule, equation.check, self.evidence)
        assert result.verdict is Verdict.FAIL, result
        return result

    def _candidate(self, shift: Shift, pattern: ErrorPattern | None, smallest: bool) -> _Candidate:
        order = sorted(shift)
        cells = tuple(
            Replacement(self.spots[n], self._old(n), (self.sums.numbers[n] or 0) + shift[n])
            for n in order
        )
        changes = tuple(self._change(n, cell) for n, cell in zip(order, cells, strict=True))
        return _Candidate(cells, changes, two_cell_pattern(cells) or pattern, smallest)

    def _old(self, cell: int) -> int | None:
        """What stands in a cell; a 0 that the policy put there does not."""
        blank = self.sums.system.cells[cell] in self.evidence.report.blank
        return None if blank else self.sums.numbers[cell]

    def _change(self, number: int, cell: Replacement) -> Change:
        pointer = self.sums.system.cells[number]
        origin, printed = self.origin_of(pointer, cell.old, cell.new)
        return Change(
            pointer=pointer,
            place=self.form.location(pointer),
            old=cell.old,
            new=cell.new,
            pattern=single_cell_pattern(cell),
            origin=origin,
            printed=printed,
        )

    def _repair(
        self, candidate: _Candidate, certainty: Certainty, among: int, group: frozenset[int]
    ) -> Repair:
        return Repair(
            changes=candidate.changes,
            certainty=certainty if candidate.smallest else Certainty.SUPPOSES_PATTERN,
            among=among,
            pattern=candidate.pattern,
            explanation=self._explain(candidate.changes, group),
        )

    def _explain(self, changes: Sequence[Change], group: frozenset[int]) -> Message:
        if len(changes) > 1:
            return _explain_several(changes)
        [change] = changes
        gaps = {abs(self.sums.off[e]) for e in group}
        about = {"place": change.place, **_numbers(change), "count": len(group)}
        if len(group) == 1 or len(gaps) > 1:
            return Message("repair_one", about)
        return Message("repair_crossed", {**about, "gap": gaps.pop()})


def _certainty(suspects: Suspects, equations: int) -> Certainty:
    ways = len(suspects.shifts)
    if not suspects.complete or not 0 < ways <= MAX_WAYS:
        return Certainty.CANNOT_BE_LOCATED
    if ways == 1:
        single = len(suspects.shifts[0]) == 1
        return Certainty.UNIQUE_IF_ONE_CELL if single else Certainty.UNIQUE_IF_FEWEST_CELLS
    # One sum that is off says nothing of which of its cells it is; two that cross do.
    return Certainty.ONE_OF if equations > 1 else Certainty.CANNOT_BE_LOCATED


def _explain_several(changes: Sequence[Change]) -> Message:
    places = [change.place for change in changes]
    cells = tuple(
        Message("repair_change", {"cell": name, **_numbers(change)})
        for name, change in zip(cell_names(places), changes, strict=True)
    )
    about = {"place": common_place(places), "cells": cells, "count": len(cells)}
    return Message("repair_several", about)


def _numbers(change: Change) -> dict[str, int | Text | None]:
    return {"old": number_or_blank(change.old), "new": change.new}
