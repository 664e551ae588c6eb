"""Profiles and suppressions from their files, in TOML.

A profile says how grave single rules are, or switches them off:

>>> profile = load_profile('''
... name = "county office"
... [rules]
... "QUAL-BLANKS" = "off"
... "QUAL-REQ-CARRY-OVER" = "error"
... ''', rule_ids=["QUAL-BLANKS", "QUAL-REQ-CARRY-OVER"])
>>> profile.grades["QUAL-REQ-CARRY-OVER"]
<Severity.ERROR: 'error'>

A file of suppressions says which finding, why it is as it is, who says so and since when:

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
"""

import re
import tomllib
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from govdisclosure.errors import Error, ProfileError, SuppressionsError
from govdisclosure.findings import Severity
from govdisclosure.i18n import Message
from govdisclosure.rules._all import RULES
from govdisclosure.rules._profiles import Profile
from govdisclosure.rules._rule import Rule
from govdisclosure.rules._suppressions import Suppression

_LARGEST_PROFILE = 100_000
"""Characters of a profile beyond which it is not read: there are some twenty rules."""

_FIRST_FEW = 10
"""How many unknown ids the message names."""

_LARGEST_SUPPRESSIONS = 1_000_000
"""Characters of a file beyond which it is not read."""

_KEYS = ("rule", "fingerprint", "justification", "who", "date")

_FINGERPRINT = re.compile("[0-9a-f]{16}")


def _parse(text: str, largest: int, of: str, error: type[Error]) -> dict[str, Any]:
    if len(text) > largest:
        raise error(Message(f"{of}_too_large", {"most": largest}))
    try:
        return tomllib.loads(text)
    except (RecursionError, ValueError) as problem:
        raise error(Message(f"{of}_not_toml", {"why": str(problem)[:200]})) from None


def load_profile(text: str, rule_ids: Collection[str]) -> Profile:
    """A profile from its TOML text; ``rule_ids`` are those of the rules that there are.

    Raises:
        ProfileError: it is no TOML, has an unknown key, id or grade, or is huge.
    """
    data = _parse(text, _LARGEST_PROFILE, "profile", ProfileError)
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


def load_suppressions(text: str, rules: Iterable[Rule] = RULES) -> tuple[Suppression, ...]:
    """Suppressions from their TOML text; ``rules`` are those that there are.

    Raises:
        SuppressionsError: it is no TOML, has an unknown key or rule, lacks a reason, a
            name or a day, names a finding twice, or is huge.
    """
    data = _parse(text, _LARGEST_SUPPRESSIONS, "attested", SuppressionsError)
    entries = data.get("suppression")
    if data.keys() != {"suppression"} or not isinstance(entries, list):
        raise SuppressionsError(Message("attested_no_list"))
    ids = {rule.id for rule in rules}
    suppressions = tuple(_suppression(entry, n, ids) for n, entry in enumerate(entries, start=1))
    first: dict[str, int] = {}
    for n, one in enumerate(suppressions, start=1):
        if first.setdefault(one.fingerprint, n) != n:
            raise _wrong(n, "fingerprint", "attested_twice")
    return suppressions


def _suppression(entry: Any, n: int, rule_ids: Collection[str]) -> Suppression:
    if not isinstance(entry, dict) or entry.keys() != set(_KEYS):
        raise _wrong(n, tuple(_KEYS), "attested_keys")
    for key in ("rule", "fingerprint", "justification", "who"):
        if not isinstance(entry[key], str) or not entry[key].strip():
            raise _wrong(n, key, "attested_words")
    if entry["rule"] not in rule_ids:
        raise _wrong(n, "rule", "attested_rule")
    if not _FINGERPRINT.fullmatch(entry["fingerprint"]):
        raise _wrong(n, "fingerprint", "attested_fingerprint")
    date_of = {"date": _day(entry["date"], n)}
    return Suppression(rule_id=entry.pop("rule"), **{**entry, **date_of})


def _day(value: Any, n: int) -> str:
    try:
        return (value if type(value) is date else date.fromisoformat(value)).isoformat()
    except (TypeError, ValueError):
        raise _wrong(n, "date", "attested_date") from None


def _wrong(n: int, key: str | tuple[str, ...], why: str) -> SuppressionsError:
    return SuppressionsError(Message("attested_wrong", {"n": n, "key": key, "why": Message(why)}))
