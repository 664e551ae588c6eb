"""Which rules run, and how grave they are: presets by authority, profiles by id.

A preset takes in everything up to a kind of authority; a profile regrades single rules or
switches them off.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from attrs import evolve, field, frozen

from govdisclosure.findings import Severity
from govdisclosure.i18n import one_line
from govdisclosure.rules._all import RULES
from govdisclosure.rules._authority import Authority
from govdisclosure.rules._own import require_own_ids
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


def _grades(grades: Mapping[str, Severity | None]) -> Mapping[str, Severity | None]:
    return {rule_id: grade and Severity(grade) for rule_id, grade in grades.items()}


@frozen
class Profile:
    """Severities by rule id; ``None`` switches a rule off.

    Raises:
        ValueError: there is no such severity.
    """

    name: str = ""
    grades: Mapping[str, Severity | None] = field(factory=dict, converter=_grades)

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


def require_profile(profile: object) -> Profile:
    """The profile, if it is one."""
    if not isinstance(profile, Profile):
        raise TypeError(f"profile should be a Profile, such as load_profile gives, not {profile!r}")
    return profile


def require_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules, if that is what they are: ours, or with ids as those of one's own have."""
    chosen = tuple(rules) if isinstance(rules, Iterable) else (rules,)
    if isinstance(rules, Rule) or not all(isinstance(one, Rule) for one in chosen):
        raise TypeError(f'rules should be Rules, such as [RULES["QUAL-BLANKS"]], not {rules!r}')
    repeated = [rule_id for rule_id, n in Counter(one.id for one in chosen).items() if n > 1]
    if repeated:
        raise ValueError(f"more than one rule has the id {', '.join(repeated)}")
    require_own_ids(one.id for one in chosen if one.id not in RULES.ids)
    return chosen


def select(rules: Iterable[Rule], preset: Preset, profile: Profile = PLAIN) -> tuple[Rule, ...]:
    """The rules of a preset, graded by a profile.

    Raises:
        TypeError: ``profile`` is no ``Profile``, or ``rules`` are no rules.
        ValueError: there is no such preset, two rules have one id, or one that is not ours has
            an id that is not written as those of one's own are.
    """
    if preset not in PRESETS:
        raise ValueError(f"preset must be one of {', '.join(PRESETS)}, not {preset!r}")
    rules = require_rules(rules)
    of_preset = (rule for rule in rules if rule.authority in PRESETS[preset])
    return require_profile(profile).apply(of_preset)
