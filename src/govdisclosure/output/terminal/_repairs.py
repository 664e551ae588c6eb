"""What would mend a report, and what its blanks must be, for a reader at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdisclosure.i18n import Language, Message

if TYPE_CHECKING:
    from govdisclosure.analysis.diagnosis import Diagnosis

_TOLD = 3
"""Repairs of a fault that are told."""

_BLANKS = 5
"""Blanks that are told: those that no number fits, then those that are not 0."""


def repairs(diagnosis: Diagnosis, language: Language) -> Iterator[str]:
    """The lines about faults and blanks; none where there is nothing to say."""
    if diagnosis.faults:
        yield f"  {Message('repairs').render(language)}"
    for fault in diagnosis.faults:
        yield f"    {fault.render(language)}"
        for repair in fault.repairs[:_TOLD]:
            yield f"      {repair.render(language)}"
        more = max(fault.among, len(fault.repairs)) - _TOLD
        if more > 0:
            about = {"count": more, "listed": len(fault.repairs)}
            yield f"      {Message('repairs_more', about).render(language)}"
    yield from _blanks(diagnosis, language)


def _blanks(diagnosis: Diagnosis, language: Language) -> Iterator[str]:
    counted = Counter(blank.settled.value for blank in diagnosis.blanks)
    if not counted.keys() - {"free"}:
        return
    kinds = ("determined", "bounded", "contradicted", "free")
    said = tuple(Message(f"blanks_{k}", {"count": counted[k]}) for k in kinds if counted[k])
    about = {"all": len(diagnosis.blanks), "kinds": said}
    yield f"  {Message('blanks_settled', about).render(language)}"
    # Where a sum is off, that is why no number fits; the cell to look at has been told.
    silent = {"free", "contradicted"} if diagnosis.faults else {"free"}
    telling = [blank for blank in diagnosis.blanks if blank.settled not in silent]
    first = sorted(telling, key=lambda one: (one.settled != "contradicted", one.greatest == 0))
    for blank in first[:_BLANKS]:
        yield f"    {blank.render(language)}"
    if more := len(telling[_BLANKS:]):
        yield f"    {Message('blanks_more', {'count': more}).render(language)}"
