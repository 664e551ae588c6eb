"""Deviations that somebody has explained: kept, shown as explained, and not counted.

What the form or the law itself asks for cannot be explained away.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from attrs import field, frozen

from govdisclosure.findings import Finding
from govdisclosure.i18n import Message, one_line
from govdisclosure.rules._all import RULES
from govdisclosure.rules._profiles import PRESETS
from govdisclosure.rules._rule import Rule


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

    def __repr__(self) -> str:
        return one_line(self, self.rule_id, self.fingerprint, self.who, self.date)

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

    def __repr__(self) -> str:
        counts = f"refused={len(self.refused)} stale={len(self.stale)}"
        return one_line(self, f"explained={len(self.explained)}", counts)

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


def suppress(
    findings: Iterable[Finding], suppressions: Iterable[Suppression], rules: Iterable[Rule] = RULES
) -> SuppressionResult:
    """Which findings are explained, and which suppressions explain none; all are of ``rules``."""
    authorities = {rule.id: rule.authority for rule in rules}
    present = {(finding.rule_id, finding.fingerprint) for finding in findings}
    explained, refused, stale = {}, [], []
    for one in suppressions:
        if authorities[one.rule_id] in PRESETS["statutory"]:
            refused.append(one)
        elif (one.rule_id, one.fingerprint) in present:
            explained[one.fingerprint] = one
        else:
            stale.append(one)
    return SuppressionResult(explained=explained, refused=tuple(refused), stale=tuple(stale))
