"""Messages as data: keys and parameters, which are words on demand."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from govdisclosure.i18n._language import CHINESE, Language
from govdisclosure.i18n._sanitize import escape_controls
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


def one_line(subject: object, *facts: object) -> str:
    """The ``repr`` of something large: its class and facts, in one line and not too long.

    >>> one_line(Message("a"), "STAT-REQ-ROWS", 10**5000, None, "x" * 100)[:40]
    '<Message STAT-REQ-ROWS 1.000e+5000 xxxxx'
    """
    words = (figure(f) if isinstance(f, int | Decimal) else str(f) for f in facts if f is not None)
    line = escape_controls(" ".join((type(subject).__name__, *words)))
    return f"<{line if len(line) <= _LONGEST else line[: _LONGEST - 1] + '…'}>"


_LONGEST = 118


@frozen
class Message:
    """A message as data: its key and parameters; the words come on demand.

    >>> from govdisclosure.i18n import ENGLISH
    >>> Message("no_number", {"cells": "1"}).render(ENGLISH)
    'cannot be checked, no number in: 1'

    A template has the word that fits a number as ``{count:problem|problems}``:

    >>> [Message("problems", {"count": n, "first": "a"}).render(ENGLISH) for n in (1, 2)]
    ['1 problem, the first: a', '2 problems, the first: a']
    """

    key: str
    params: Mapping[str, Any] = field(factory=dict, hash=False)

    def __repr__(self) -> str:
        return one_line(self, self.key, *self.params)

    def render(self, language: Language = CHINESE) -> str:
        """The words in a language; a parameter with words of its own gives them, too."""
        template = MESSAGES[self.key].render(language)
        return template.format_map({k: _render(v, language) for k, v in self.params.items()})


class _Figure(str):
    """A number in a text, and on demand one of two words: the one for 1, or the other."""

    def __format__(self, words: str) -> str:
        one, bar, several = words.partition("|")
        return super().__format__(words) if not bar else one if self == "1" else several


def _render(value: Any, language: Language) -> Any:
    if hasattr(value, "render"):
        return value.render(language)
    if isinstance(value, int | Decimal):
        return _Figure(figure(value))
    if isinstance(value, tuple):
        return language.comma.join(str(_render(v, language)) for v in value)
    return value
