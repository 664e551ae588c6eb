"""Which rules run, and how grave they are: presets by authority, profiles by id.

A preset takes in everything up to a kind of authority; a profile regrades single rules or
switches them off.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from attrs import evolve, field, frozen

from govdisclosure.findings import Severity
from govdisclosure.i18n import one_line
from govdisclosure.rules._authority import Authority
from govdisclosure.rules._rule import Rule

Preset: TypeAlias = Literal["form", "statutory", "derived", "quality"]

_FORM = (Authority.PRINTED, Authority.IMPLIED)
_STATUTORY = (*_FORM, Authority.STATUTE)
_DERIVED = (*_STATUTORY, Authority.DERIVED)

PRESETS: Mapping[Preset, tuple[Authority, ...]] = {
    "form": _FORM,
    "statutory": _STATUTORY,
    "derived": _DERIVED,
    "quality": (*_DERIVED, Authority.GUIDE, Authority.PRACTICE),
}
"""What each preset takes in; each contains the one before it."""


def preset_of(rule: Rule) -> Preset:
    """The smallest preset that a rule is in.

    >>> from govdisclosure.rules.requests import request_balance
    >>> preset_of(request_balance)
    'form'
    """
    return next(p for p, authorities in PRESETS.items() if rule.authority in authorities)


@frozen
class Profile:
    """Severities by rule id; ``None`` switches a rule off."""

    name: str = ""
    grades: Mapping[str, Severity | None] = field(factory=dict)

    def __repr__(self) -> str:
        return one_line(self, self.name, f"grades={len(self.grades)}")

    def apply(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """The rules that stay on, graded; one whose grade does not change is itself."""
        if not self.grades:
            return tuple(rules)
        graded = ((rule, self.grades.get(rule.id, rule.severity)) for rule in rules)
        return tuple(evolve(rule, severity=grade) for rule, grade in graded if grade)


PLAIN: Profile = Profile()
"""The profile that changes nothing."""


def select(rules: Iterable[Rule], preset: Preset, profile: Profile = PLAIN) -> tuple[Rule, ...]:
    """The rules of a preset, graded by a profile.

    Raises:
        ValueError: there is no such preset.
    """
    if preset not in PRESETS:
        raise ValueError(f"preset must be one of {', '.join(PRESETS)}, not {preset!r}")
    return profile.apply(rule for rule in rules if rule.authority in PRESETS[preset])
