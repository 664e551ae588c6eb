"""What would mend a report, and what its blanks must be, for a reader at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdisclosure.i18n import Language, Message

if TYPE_CHECKING:
    from govdisclosure.analysis.diagnosis import Diagnosis

_MAX_REPAIRS = 3
"""Repairs of a fault that are listed."""

_MAX_BLANKS = 5
"""Blanks that are listed: those that no number fits, then those that are not 0."""


def diagnosis_lines(diagnosis: Diagnosis, language: Language) -> Iterator[str]:
    """The lines about faults and blanks; none where there is nothing to say."""
    if diagnosis.faults:
        yield f"  {Message('repairs').render(language)}"
    for fault in diagnosis.faults:
        yield f"    {fault.render(language)}"
        for repair in fault.repairs[:_MAX_REPAIRS]:
            yield f"      {repair.render(language)}"
        more = max(fault.among, len(fault.repairs)) - _MAX_REPAIRS
        if more > 0:
            about = {"count": more, "listed": len(fault.repairs)}
            yield f"      {Message('repairs_more', about).render(language)}"
    yield from _blanks(diagnosis, language)


def _blanks(diagnosis: Diagnosis, language: Language) -> Iterator[str]:
    counts = Counter(blank.status.value for blank in diagnosis.blanks)
    if not counts.keys() - {"free"}:
        return
    order = ("determined", "bounded", "contradicted", "free")
    kinds = tuple(Message(f"blanks_{k}", {"count": counts[k]}) for k in order if counts[k])
    about = {"all": len(diagnosis.blanks), "kinds": kinds}
    yield f"  {Message('blanks_settled', about).render(language)}"
    # Where a sum is off, that is why no number fits; the cell to look at stands above.
    silent = {"free", "contradicted"} if diagnosis.faults else {"free"}
    blanks = [blank for blank in diagnosis.blanks if blank.status not in silent]
    blanks.sort(key=lambda blank: (blank.status != "contradicted", blank.greatest == 0))
    for blank in blanks[:_MAX_BLANKS]:
        yield f"    {blank.render(language)}"
    if more := len(blanks[_MAX_BLANKS:]):
        yield f"    {Message('blanks_more', {'count': more}).render(language)}"
