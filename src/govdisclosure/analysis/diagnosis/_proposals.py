"""From the cells that would mend a fault to repairs: ranked, named, explained."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from govdisclosure.analysis.diagnosis._equations import Sums
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
from govdisclosure.form import CellState, Form, Kind, common_place, pointer, tokens
from govdisclosure.i18n import Message, Text
from govdisclosure.model import CellNote, Provenance
from govdisclosure.rules import Result, evaluate
from govdisclosure.rules.engine import Evidence, cell_names
from govdisclosure.transcribe import read_number

MAX_WAYS = 100
"""Ways beyond which a fault is not located: nobody would go through them."""

MAX_REPAIRS = 20
"""How many repairs a fault keeps, the likeliest."""

_MISREAD = (Origin.READING, Origin.DOUBTFUL)


@frozen
class Proposer:
    """Makes the faults of one report; ``form`` is the form that it is on.

    ``prints`` is what is known of the print of its cells, ``doubts`` the rows and cells of
    which reading gave a warning.
    """

    form: Form
    sums: Sums
    spots: Sequence[Spot]
    evidence: Evidence
    prints: Mapping[str, CellNote | Provenance]
    doubts: Collection[str]

    def fault(self, group: frozenset[int]) -> Fault:
        """A group of equations that are off, with the repairs that make them hold."""
        suspects = find_suspects(self.sums, group)
        certainty = _certainty(suspects, len(group))
        repairs = sorted(self._repairs(group, suspects, certainty), key=_rank)
        failures = [self._failure(e) for e in sorted(group)]
        return Fault(
            findings=tuple(result.finding().fingerprint for result in failures),
            rules=tuple(dict.fromkeys(result.rule.id for result in failures)),
            place=common_place([result.place for result in failures]),
            certainty=certainty,
            among=len(suspects.shifts),
            repairs=tuple(repairs[:MAX_REPAIRS]),
        )

    def _failure(self, e: int) -> Result:
        equation = self.sums.system.equations[e]
        result = evaluate(equation.rule, equation.check, self.evidence)
        assert result.verdict is Verdict.FAIL, result
        return result

    def _repairs(
        self, group: frozenset[int], suspects: Suspects, certainty: Certainty
    ) -> Iterator[Repair]:
        smallest = [frozenset(shift.items()) for shift in suspects.shifts[:MAX_WAYS]]
        patterns: dict[frozenset[tuple[int, int]], ErrorPattern | None] = dict.fromkeys(smallest)
        for pattern, shift in systematic_errors(self.sums, self.spots, group):
            patterns[frozenset(shift.items())] = pattern
        for way, supposed in patterns.items():
            cells = {n: self._replacement(n, by) for n, by in sorted(way)}
            changes = tuple(self._change(n, cell) for n, cell in cells.items())
            yield Repair(
                changes=changes,
                certainty=certainty if way in smallest else Certainty.SUPPOSES_PATTERN,
                among=len(suspects.shifts),
                pattern=two_cell_pattern([*cells.values()]) or supposed,
                explanation=self._explain(changes, group),
            )

    def _replacement(self, n: int, by: int) -> Replacement:
        """What stands in a cell (a 0 that the policy put there does not), and what should."""
        number, blank = self.sums.numbers[n], self.evidence.report.blank
        old = None if self.sums.system.cells[n] in blank else number
        return Replacement(self.spots[n], old, (number or 0) + by)

    def _change(self, number: int, cell: Replacement) -> Change:
        address = self.sums.system.cells[number]
        return Change(
            pointer=address,
            place=self.form.location(address),
            old=cell.old,
            new=cell.new,
            pattern=single_cell_pattern(cell),
            origin=self._origin(address, cell),
            printed=self.prints[address].printed if address in self.prints else None,
        )

    def _origin(self, address: str, cell: Replacement) -> Origin:
        """An error of the report, or of reading it: what the print of a cell says.

        Digits are compared, so that ``1 0`` is the print of a 10 that was read as 1.
        """
        if address in self.doubts or pointer(*tokens(address)[:-1]) in self.doubts:
            return Origin.DOUBTFUL
        if (known := self.prints.get(address)) is None:
            return Origin.UNKNOWN
        digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", known.printed))
        if known.state is CellState.UNREADABLE or digits == str(abs(cell.new)):
            return Origin.READING
        same = read_number(known.printed, Kind.CHANGE).value == cell.old
        return Origin.REPORT if same else Origin.UNKNOWN

    def _explain(self, changes: Sequence[Change], group: frozenset[int]) -> Message:
        if len(changes) > 1:
            return _explain_several(changes)
        gaps = {abs(self.sums.off[e]) for e in group}
        about = {"place": changes[0].place, **_numbers(changes[0]), "count": len(group)}
        if len(group) == 1 or len(gaps) > 1:
            return Message("repair_one", about)
        return Message("repair_crossed", {**about, "gap": gaps.pop()})


def _rank(repair: Repair) -> tuple[bool, bool, bool, int, Fraction | int]:
    """Smaller is likelier: the only smallest; what was misread; what has a name; few cells."""
    unique = repair.among == 1 and repair.certainty is not Certainty.SUPPOSES_PATTERN
    misread = any(change.origin in _MISREAD for change in repair.changes)
    has_name = bool(repair.pattern) or all(change.pattern for change in repair.changes)
    size = sum(
        Fraction(abs(change.new - (change.old or 0)), max(abs(change.old or 0), abs(change.new)))
        for change in repair.changes
    )
    return not unique, not misread, not has_name, len(repair.changes), size


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
