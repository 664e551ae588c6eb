"""Deviations that somebody has explained: kept, shown as explained, and not counted.

A file beside the reports, in TOML, says which finding, why it is as it is, who says so and
since when:

>>> [one] = load_suppressions('''
... [[suppression]]
... rule = "QUAL-REQ-CARRY-OVER"
... fingerprint = "00112233445566ff"
... justification = "two offices were merged in March"
... who = "Office of the County Government"
... date = 2024-01-20
... ''')
>>> one.rule_id, one.date
('QUAL-REQ-CARRY-OVER', '2024-01-20')

What the form or the law itself asks for cannot be explained away.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from govdisclosure.errors import SuppressionsError
from govdisclosure.findings import Finding
from govdisclosure.i18n import Message
from govdisclosure.rules._all import RULES
from govdisclosure.rules._profiles import PRESETS

_LARGEST = 1_000_000
"""Characters of a file beyond which it is not read."""

_KEYS = ("rule", "fingerprint", "justification", "who", "date")

_FINGERPRINT = re.compile("[0-9a-f]{16}")

_AUTHORITIES = {rule.id: rule.authority for rule in RULES}


class Effect(StrEnum):
    """What a suppression does for a report."""

    EXPLAINED = "explained"
    REFUSED = "refused"
    STALE = "stale"


@frozen(kw_only=True)
class Suppression:
    """Why one finding is as it is: the finding, the justification, who gives it, on which day."""

    rule_id: str
    fingerprint: str
    justification: str
    who: str
    date: str

    @property
    def message(self) -> Message:
        """Reason, name and day."""
        return Message(
            "attested", {"reason": self.justification, "who": self.who, "date": self.date}
        )


@frozen(kw_only=True)
class SuppressionResult:
    """What some suppressions do for the findings of a report.

    ``explained`` are those that explain a finding, by its fingerprint; ``refused`` those of
    a rule of the form or the law, ``stale`` those of which there is no such finding.
    """

    explained: Mapping[str, Suppression] = field(factory=dict)
    refused: tuple[Suppression, ...] = ()
    stale: tuple[Suppression, ...] = ()

    @property
    def effects(self) -> tuple[tuple[Effect, Suppression], ...]:
        """Every suppression with what it does."""
        return (
            *((Effect.EXPLAINED, one) for one in self.explained.values()),
            *((Effect.REFUSED, one) for one in self.refused),
            *((Effect.STALE, one) for one in self.stale),
        )

    @property
    def messages(self) -> tuple[Message, ...]:
        """What is to be said of those that explain nothing."""
        return tuple(
            Message(f"attested_{effect}", {"rule": one.rule_id, "fingerprint": one.fingerprint})
            for effect, one in self.effects
            if effect is not Effect.EXPLAINED
        )


def suppress(findings: Iterable[Finding], suppressions: Iterable[Suppression]) -> SuppressionResult:
    """Which findings are explained, and which suppressions explain none."""
    present = {(finding.rule_id, finding.fingerprint) for finding in findings}
    explained, refused, stale = {}, [], []
    for one in suppressions:
        if _AUTHORITIES[one.rule_id] in PRESETS["statutory"]:
            refused.append(one)
        elif (one.rule_id, one.fingerprint) in present:
            explained[one.fingerprint] = one
        else:
            stale.append(one)
    return SuppressionResult(explained=explained, refused=tuple(refused), stale=tuple(stale))


def load_suppressions(text: str) -> tuple[Suppression, ...]:
    """Suppressions from their TOML text.

    Raises:
        SuppressionsError: it is no TOML, has an unknown key or rule, lacks a reason, a
            name or a day, names a finding twice, or is huge.
    """
    if len(text) > _LARGEST:
        raise SuppressionsError(Message("attested_too_large", {"most": _LARGEST}))
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as problem:
        why = {"why": str(problem)[:200]}
        raise SuppressionsError(Message("attested_not_toml", why)) from None
    entries = data.get("suppression")
    if data.keys() != {"suppression"} or not isinstance(entries, list):
        raise SuppressionsError(Message("attested_no_list"))
    suppressions = tuple(_suppression(entry, n) for n, entry in enumerate(entries, start=1))
    first: dict[str, int] = {}
    for n, one in enumerate(suppressions, start=1):
        if first.setdefault(one.fingerprint, n) != n:
            raise _wrong(n, "fingerprint", "attested_twice")
    return suppressions


def _suppression(entry: Any, n: int) -> Suppression:
    if not isinstance(entry, dict) or entry.keys() != set(_KEYS):
        raise _wrong(n, tuple(_KEYS), "attested_keys")
    for key in ("rule", "fingerprint", "justification", "who"):
        if not isinstance(entry[key], str) or not entry[key].strip():
            raise _wrong(n, key, "attested_words")
    if entry["rule"] not in _AUTHORITIES:
        raise _wrong(n, "rule", "attested_rule")
    if not _FINGERPRINT.fullmatch(entry["fingerprint"]):
        raise _wrong(n, "fingerprint", "attested_fingerprint")
    return Suppression(
        rule_id=entry["rule"],
        fingerprint=entry["fingerprint"],
        justification=entry["justification"],
        who=entry["who"],
        date=_day(entry["date"], n),
    )


def _day(value: Any, n: int) -> str:
    try:
        return (value if type(value) is date else date.fromisoformat(value)).isoformat()
    except (TypeError, ValueError):
        raise _wrong(n, "date", "attested_date") from None


def _wrong(n: int, key: str | tuple[str, ...], why: str) -> SuppressionsError:
    return SuppressionsError(Message("attested_wrong", {"n": n, "key": key, "why": Message(why)}))
