"""Rules of one's own: how their ids are written, and what a plain function finds.

>>> from govdisclosure.model import EDITION_2021
>>> report = EDITION_2021.blank(year=2024)
>>> words = Text("没有写明审核人", "nobody is named who answers for the numbers")
>>> own_finding(report, "X-QINGHE-SIGNED", "/other_matters", words)
<Finding X-QINGHE-SIGNED warning /other_matters own_finding>
"""

import re
from collections.abc import Iterable

from govdisclosure.findings import Finding, Severity
from govdisclosure.i18n import ENGLISH, Message, Text
from govdisclosure.model import AnyReport

_OWN_RULE_ID = "X(-[A-Z0-9]+){2,}"
"""How the id of a rule of one's own is written: X, who has it, what it is about."""


def is_own_id(rule_id: str) -> bool:
    """Whether an id is one of somebody's own; nobody else's can ever become the same.

    >>> is_own_id("X-QINGHE-SIGNED"), is_own_id("X-SIGNED"), is_own_id("QUAL-REQ-SIGNED")
    (True, False, False)
    """
    return re.fullmatch(_OWN_RULE_ID, rule_id) is not None


def require_own_ids(rule_ids: Iterable[str]) -> None:
    """Make sure that ids are written as those of rules of one's own are.

    Raises:
        ValueError: one is not.
    """
    if strange := [one for one in rule_ids if not is_own_id(one)]:
        raise ValueError(Message("not_own_id", {"id": tuple(strange)}).render(ENGLISH))


def own_finding(
    report: AnyReport,
    rule_id: str,
    pointer: str,
    words: Text,
    severity: Severity = Severity.WARNING,
) -> Finding:
    """What a function of one's own has found in a report, at a pointer, in words of its own.

    Raises:
        ValueError: the id is not written as those of one's own are, there is no such severity, or
            the pointer leads nowhere on the form.
    """
    require_own_ids([rule_id])
    place = report.form.location(pointer)
    strange = [one for one in place.beyond if isinstance(one, str) and not one.isdecimal()]
    if strange and not pointer.startswith("/extensions/"):
        raise ValueError(f"{rule_id}: there is no {pointer} on the form")
    return Finding(
        rule_id=rule_id,
        severity=Severity(severity),
        pointer=pointer,
        place=place,
        message=Message("own_finding", {"words": words}),
    )
