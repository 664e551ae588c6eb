"""Every rule, in order and by its id."""

from collections.abc import KeysView
from functools import cached_property
from typing import SupportsIndex, overload

from govdisclosure.rules._rule import Rule
from govdisclosure.rules.hierarchy import HIERARCHY_RULES
from govdisclosure.rules.narrative import NARRATIVE_RULES
from govdisclosure.rules.over_time import OVER_TIME_RULES
from govdisclosure.rules.proactive_disclosure import DISCLOSURE_RULES
from govdisclosure.rules.requests import REQUEST_RULES
from govdisclosure.rules.review_and_litigation import CASE_RULES


class Rules(tuple[Rule, ...]):
    """Rules in order, as a tuple has them, and each by its id.

    >>> RULES["STAT-REQ-BALANCE"].title.zh, "STAT-REQ-BALANCE" in RULES.ids
    ('申请数量收支平衡', True)
    """

    @overload
    def __getitem__(self, key: SupportsIndex | str, /) -> Rule: ...

    @overload
    def __getitem__(self, key: slice, /) -> tuple[Rule, ...]: ...

    def __getitem__(self, key: SupportsIndex | str | slice, /) -> Rule | tuple[Rule, ...]:
        """The rule of an id or at a position, or a tuple of some.

        Raises:
            KeyError: there is no rule of that id; the message lists those that there are.
        """
        if not isinstance(key, str):
            return super().__getitem__(key)
        if key not in self._by_id:
            raise KeyError(f"no rule {key!r}; there are {', '.join(self._by_id)}")
        return self._by_id[key]

    def __contains__(self, key: object, /) -> bool:
        """Whether a rule, or one of an id, is among them."""
        return key in self._by_id if isinstance(key, str) else super().__contains__(key)

    @property
    def ids(self) -> KeysView[str]:
        """The ids, in the order of the rules."""
        return self._by_id.keys()

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self}


RULES: Rules = Rules(
    (
        *DISCLOSURE_RULES,
        *REQUEST_RULES,
        *CASE_RULES,
        *NARRATIVE_RULES,
        *OVER_TIME_RULES,
        *HIERARCHY_RULES,
    )
)
"""Every rule: those of one report in the order of the form, over time, over bodies."""
