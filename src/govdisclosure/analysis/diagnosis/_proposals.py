"""From the cells that would mend a fault to repairs: ranked, named, explained."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import frozen

from govdisclosure.analysis.diagnosis._equations import Shift, Sums
from govdisclosure.analysis.diagnosis._error_patterns import (
    ErrorPattern,
    Moved,
    Spot,
    name_one,
    name_together,
)
from govdisclosure.analysis.diagnosis._repairs import (
    Certainty,
    Change,
    Fault,
    Origin,
    Repair,
    shared,
    shown,
)
from govdisclosure.analysis.diagnosis._suspects import Suspects, find_suspects
from govdisclosure.analysis.diagnosis._systematic_errors import suppose
from govdisclosure.findings import Verdict
from govdisclosure.form import Form
from govdisclosure.i18n import Message
from govdisclosure.rules import Result, evaluate
from govdisclosure.rules.engine import Evidence, cell_names

MOST = 100
"""Ways beyond which a fault is not located: nobody would go through them."""

KEPT = 20
"""How many repairs a fault keeps, the likeliest."""

_MISREAD = (Origin.READING, Origin.DOUBTFUL)

Seen: TypeAlias = Callable[[str, int | None, int], tuple[Origin, str | None]]
"""What is known of a cell's print, given its pointer, its number and the one offered."""


@frozen
class _Candidate:
    """A set of changes, with what tells it from the others."""

    cells: tuple[Moved, ...]
    changes: tuple[Change, ...]
    slip: ErrorPattern | None
    smallest: bool

    def rank(self, *, alone: bool) -> tuple[Any, ...]:
        """Smaller is likelier: the only smallest; what was misread; what has a name; few cells."""
        misread = any(change.origin in _MISREAD for change in self.changes)
        named = bool(self.slip) or all(change.slip for change in self.changes)
        moved = sum(Fraction(abs(m.by), max(abs(m.old or 0), abs(m.new))) for m in self.cells)
        first = alone and self.smallest
        return not first, not misread, not named, len(self.cells), moved


@frozen
class Proposer:
    """Makes the faults of one report; ``form`` is the form that it is on."""

    form: Form
    sums: Sums
    spots: Sequence[Spot]
    evidence: Evidence
    seen: Seen

    def fault(self, group: frozenset[int]) -> Fault:
        """A group of equations that are off, with the repairs that make them hold."""
        located = find_suspects(self.sums, group)
        certainty, among = _certainty(located, len(group)), len(located.shifts)
        smallest = [frozenset(shift.items()) for shift in located.shifts[:MOST]]
        slips: dict[frozenset[tuple[int, int]], ErrorPattern | None] = dict.fromkeys(smallest)
        for slip, shift in suppose(self.sums, self.spots, group):
            slips[frozenset(shift.items())] = slip
        found = [self._candidate(dict(k), slip, k in smallest) for k, slip in slips.items()]
        alone = among == 1
        ranked = sorted(found, key=lambda candidate: candidate.rank(alone=alone))
        failed = [self._failure(e) for e in sorted(group)]
        return Fault(
            findings=tuple(result.finding().fingerprint for result in failed),
            rules=tuple(dict.fromkeys(result.rule.id for result in failed)),
            place=shared([result.place for result in failed]),
            certainty=certainty,
            among=among,
            repairs=tuple(self._repair(one, certainty, among, group) for one in ranked[:KEPT]),
        )

    def _failure(self, e: int) -> Result:
        equation = self.sums.of.equations[e]
        result = evaluate(equation.rule, equation.check, self.evidence)
        assert result.verdict is Verdict.FAIL, result
        return result

    def _candidate(self, shift: Shift, slip: ErrorPattern | None, smallest: bool) -> _Candidate:
        order = sorted(shift)
        cells = tuple(
            Moved(self.spots[n], self._old(n), (self.sums.numbers[n] or 0) + shift[n])
            for n in order
        )
        changes = tuple(self._change(n, cell) for n, cell in zip(order, cells, strict=True))
        together = name_together(cells) or slip
        return _Candidate(cells, changes, together, smallest)

    def _old(self, cell: int) -> int | None:
        """What stands in a cell; a 0 that the policy put there does not."""
        blank = self.sums.of.cells[cell] in self.evidence.report.blank
        return None if blank else self.sums.numbers[cell]

    def _change(self, number: int, cell: Moved) -> Change:
        pointer = self.sums.of.cells[number]
        origin, printed = self.seen(pointer, cell.old, cell.new)
        return Change(
            pointer=pointer,
            place=self.form.location(pointer),
            old=cell.old,
            new=cell.new,
            slip=name_one(cell),
            origin=origin,
            printed=printed,
        )

    def _repair(
        self, candidate: _Candidate, certainty: Certainty, among: int, group: frozenset[int]
    ) -> Repair:
        return Repair(
            changes=candidate.changes,
            certainty=certainty if candidate.smallest else Certainty.SUPPOSES_SLIP,
            among=among,
            slip=candidate.slip,
            explanation=self._explanation(candidate, group),
        )

    def _explanation(self, candidate: _Candidate, group: frozenset[int]) -> Message:
        match candidate.changes:
            case (change,):
                return self._single(change, group)
            case changes:
                return _several(changes)

    def _single(self, change: Change, group: frozenset[int]) -> Message:
        gaps = {abs(self.sums.off[e]) for e in group}
        about = {"place": change.place, **_numbers(change), "count": len(group)}
        if len(group) == 1 or len(gaps) > 1:
            return Message("repair_one", about)
        return Message("repair_crossed", {**about, "gap": gaps.pop()})


def _certainty(located: Suspects, equations: int) -> Certainty:
    ways = len(located.shifts)
    if not located.complete or not 0 < ways <= MOST:
        return Certainty.CANNOT_BE_LOCATED
    if ways == 1:
        single = len(located.shifts[0]) == 1
        return Certainty.UNIQUE_IF_ONE_CELL if single else Certainty.UNIQUE_IF_FEWEST_CELLS
    # One sum that is off says nothing of which of its cells it is; two that cross do.
    return Certainty.ONE_OF if equations > 1 else Certainty.CANNOT_BE_LOCATED


def _several(changes: Sequence[Change]) -> Message:
    places = [change.place for change in changes]
    told = tuple(
        Message("repair_change", {"cell": name, **_numbers(change)})
        for name, change in zip(cell_names(places), changes, strict=True)
    )
    about = {"place": shared(places), "cells": told, "count": len(told)}
    return Message("repair_several", about)


def _numbers(change: Change) -> dict[str, Any]:
    return {"old": shown(change.old), "new": change.new}
