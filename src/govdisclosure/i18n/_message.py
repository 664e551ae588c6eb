"""Messages as data: keys and parameters, which are words on demand."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from govdisclosure.i18n._language import CHINESE, Language
from govdisclosure.i18n.messages import MESSAGES


def figure(value: int | Decimal) -> str:
    """A number as a reader sees it; one that no form could hold is cut to its magnitude.

    >>> figure(Decimal("10.40")), figure(-3), figure(10**5000)
    ('10.40', '-3', '1.000e+5000')
    """
    if isinstance(value, int) and abs(value) < 10**30:
        return str(value)
    exact = Decimal(value)
    if -30 <= exact.adjusted() <= 30 and len(exact.as_tuple().digits) <= 60:
        return format(exact, "f")
    return format(exact, ".3e")


@frozen
class Message:
    """A message as data: its key and parameters; the words come on demand.

    >>> from govdisclosure.i18n import ENGLISH
    >>> Message("no_number", {"cells": "1"}).render(ENGLISH)
    'cannot be checked, no number in: 1'
    """

    key: str
    params: Mapping[str, Any] = field(factory=dict, hash=False)

    def render(self, language: Language = CHINESE) -> str:
        """The words in a language; a parameter with words of its own gives them, too."""
        template = MESSAGES[self.key].render(language)
        return template.format_map({k: _render(v, language) for k, v in self.params.items()})


def _render(value: Any, language: Language) -> Any:
    if hasattr(value, "render"):
        return value.render(language)
    if isinstance(value, int | Decimal):
        return figure(value)
    if isinstance(value, tuple):
        return language.comma.join(str(_render(v, language)) for v in value)
    return value
