"""What would mend a report, and what its blanks must be, for a reader at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from govdisclosure.messages import Message

if TYPE_CHECKING:
    from govdisclosure.diagnosing import Diagnosis
    from govdisclosure.diagnosis.blanks import Blank

_TOLD = 3
"""Repairs of a fault that are told."""

_BLANKS = 5
"""Blanks that are told: those that fit no number, then those that are not 0."""


def repairs(diagnosis: Diagnosis, lang: str) -> Iterator[str]:
    """The lines about faults and blanks; none where there is nothing to say."""
    if diagnosis.faults:
        yield f"  {Message('repairs').say(lang)}"
    for fault in diagnosis.faults:
        yield f"    {fault.say(lang)}"
        for repair in fault.repairs[:_TOLD]:
            yield f"      {repair.say(lang)}"
        more = max(fault.among, len(fault.repairs)) - _TOLD
        if more > 0:
            yield f"      {Message('repairs_more', {'count': more}).say(lang)}"
    yield from _blanks(diagnosis.blanks, lang)


def _blanks(blanks: Sequence[Blank], lang: str) -> Iterator[str]:
    counted = Counter(blank.settled.value for blank in blanks)
    telling = [blank for blank in blanks if blank.settled != "free"]
    if not telling:
        return
    kinds = ("determined", "bounded", "contradicted", "free")
    about = {"all": len(blanks), **{kind: counted[kind] for kind in kinds}}
    yield f"  {Message('blanks_settled', about).say(lang)}"
    first = sorted(telling, key=lambda one: (one.settled != "contradicted", one.greatest == 0))
    for blank in first[:_BLANKS]:
        yield f"    {blank.say(lang)}"
