"""What would mend a report, and what its blanks must be: the same things on every output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdisclosure.i18n import Message, Renderable

if TYPE_CHECKING:
    from govdisclosure.analysis.diagnosis import Diagnosis

_MAX_REPAIRS = 3
"""Repairs of a fault that are listed."""

_MAX_BLANKS = 5
"""Blanks that are listed: those that no number fits, then those that are not 0."""


def diagnosis_points(diagnosis: Diagnosis) -> Iterator[tuple[int, Renderable]]:
    """What is to be said of faults and blanks, each with its level from 1; may be nothing."""
    if diagnosis.faults:
        yield 1, Message("repairs")
    for fault in diagnosis.faults:
        yield 2, fault
        for repair in fault.repairs[:_MAX_REPAIRS]:
            yield 3, repair
        more = max(fault.among, len(fault.repairs)) - _MAX_REPAIRS
        if more > 0:
            yield 3, Message("repairs_more", {"count": more, "listed": len(fault.repairs)})
    yield from _blanks(diagnosis)


def _blanks(diagnosis: Diagnosis) -> Iterator[tuple[int, Renderable]]:
    counts = Counter(blank.status.value for blank in diagnosis.blanks)
    if not counts.keys() - {"free"}:
        return
    order = ("determined", "bounded", "contradicted", "free")
    kinds = tuple(Message(f"blanks_{k}", {"count": counts[k]}) for k in order if counts[k])
    yield 1, Message("blanks_settled", {"all": len(diagnosis.blanks), "kinds": kinds})
    # Where a sum is off, that is why no number fits; the cell to look at stands above.
    silent = {"free", "contradicted"} if diagnosis.faults else {"free"}
    blanks = [blank for blank in diagnosis.blanks if blank.status not in silent]
    blanks.sort(key=lambda blank: (blank.status != "contradicted", blank.greatest == 0))
    for blank in blanks[:_MAX_BLANKS]:
        yield 2, blank
    if more := len(blanks[_MAX_BLANKS:]):
        yield 2, Message("blanks_more", {"count": more})
