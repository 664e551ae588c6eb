"""Whether a section of prose says something, and which years a period is of."""

import re
from itertools import islice
from unicodedata import category, normalize

from govdisclosure.form import EMPTY_WORDS
from govdisclosure.model import Period

_WORDS = {"", *EMPTY_WORDS}
_LONGEST = max(map(len, EMPTY_WORDS))
_STATEMENT = re.compile(rf"[\u4e00-\u9fff]{{{_LONGEST + 1}}}")
"""More ideographs in a row than any word has: seen at once, where a section says something."""


def says_something(section: tuple[str, ...]) -> bool:
    """Whether a paragraph says more than a word for "nothing".

    >>> says_something(("（无）", "——")), says_something(("无重大问题。",))
    (False, True)
    """
    texts = [text for text in section if isinstance(text, str)]
    return any(_STATEMENT.search(text) or _letters(text) not in _WORDS for text in texts)


def _letters(paragraph: str) -> str:
    """The letters of a paragraph, no more than it takes to see that they are none of the words."""
    folded = (character for c in paragraph for character in normalize("NFKC", c))
    return "".join(islice(filter(_is_letter, folded), _LONGEST + 1))


def _is_letter(character: str) -> bool:
    # Private characters and U+FFFC, U+FFFD stand for a picture, or for what nobody can read.
    return character.isalpha() or character in "\ufffc\ufffd" or category(character) == "Co"


def years_of(period: object) -> tuple[int, int] | None:
    """The years of a period's first and last day; ``None`` if there is none.

    >>> years_of(Period(start="2022-12-26", end="2023-12-25"))
    (2022, 2023)
    """
    days = (period.start, period.end) if isinstance(period, Period) else ()
    years = [int(day[:4]) for day in days if isinstance(day, str) and day[:4].isdecimal()]
    return (years[0], years[1]) if len(years) == 2 else None
