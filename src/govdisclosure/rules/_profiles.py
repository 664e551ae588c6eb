"""Which rules run, and how grave they are: presets by authority, profiles by id.

A preset takes in everything up to a kind of authority; a profile, written in TOML, regrades
single rules or switches them off:

>>> profile = load_profile('''
... name = "county office"
... [rules]
... "QUAL-BLANKS" = "off"
... "QUAL-REQ-CARRY-OVER" = "error"
... ''', rule_ids=["QUAL-BLANKS", "QUAL-REQ-CARRY-OVER"])
>>> profile.grades["QUAL-REQ-CARRY-OVER"]
<Severity.ERROR: 'error'>
"""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Literal, TypeAlias

from attrs import evolve, field, frozen

from govdisclosure.errors import ProfileError
from govdisclosure.findings import Severity
from govdisclosure.i18n import Message
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

_LARGEST = 100_000
"""Characters of a profile beyond which it is not read: there are some twenty rules."""

_FIRST_FEW = 10
"""How many unknown ids the message names."""


@frozen
class Profile:
    """Severities by rule id; ``None`` switches a rule off."""

    name: str = ""
    grades: Mapping[str, Severity | None] = field(factory=dict)

    def apply(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """The rules that stay on, graded; one whose grade does not change is itself."""
        if not self.grades:
            return tuple(rules)
        graded = ((rule, self.grades.get(rule.id, rule.severity)) for rule in rules)
        return tuple(evolve(rule, severity=grade) for rule, grade in graded if grade)


PLAIN = Profile()
"""The profile that changes nothing."""


def select(rules: Iterable[Rule], preset: Preset, profile: Profile = PLAIN) -> tuple[Rule, ...]:
    """The rules of a preset, graded by a profile.

    Raises:
        ValueError: there is no such preset.
    """
    if preset not in PRESETS:
        raise ValueError(f"preset must be one of {', '.join(PRESETS)}, not {preset!r}")
    return profile.apply(rule for rule in rules if rule.authority in PRESETS[preset])


def load_profile(text: str, rule_ids: Collection[str]) -> Profile:
    """A profile from its TOML text; ``rule_ids`` are those of the rules that there are.

    Raises:
        ProfileError: it is no TOML, has an unknown key, id or grade, or is huge.
    """
    if len(text) > _LARGEST:
        raise ProfileError(Message("profile_too_large", {"most": _LARGEST}))
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as problem:
        raise ProfileError(Message("profile_not_toml", {"why": str(problem)[:200]})) from None
    _refuse_unknown("key", data.keys() - {"name", "rules"})
    name, rules = data.get("name", ""), data.get("rules", {})
    if not isinstance(name, str) or not isinstance(rules, dict):
        raise ProfileError(Message("profile_wrong_types"))
    _refuse_unknown("rule", rules.keys() - set(rule_ids))
    return Profile(name, {rule_id: _grade(rule_id, grade) for rule_id, grade in rules.items()})


def _refuse_unknown(what: str, names: Collection[str]) -> None:
    if names:
        first = tuple(name[:60] for name in sorted(names)[:_FIRST_FEW])
        raise ProfileError(Message(f"profile_unknown_{what}", {"names": first}))


def _grade(rule_id: str, grade: Any) -> Severity | None:
    if grade == "off":
        return None
    try:
        return Severity(grade)
    except ValueError:
        about = {"rule": rule_id, "grade": str(grade)[:60]}
        raise ProfileError(Message("profile_unknown_grade", about)) from None
