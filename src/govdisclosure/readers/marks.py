"""What type alone tells, as text: a raised 1 behind 12 must not become 121.

Readers spell it out in characters; a number with one of them in it is not taken for another.
"""

from collections.abc import Collection
from typing import Literal, TypeAlias

Mark: TypeAlias = Literal["raised", "lowered", "struck"]

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def marked(text: str, marks: Collection[Mark]) -> str:
    """A piece of text with its type spelled out.

    >>> marked("1", ["raised"]), marked("1", ["lowered"]), marked("12件", ["struck"])
    ('¹', '₁', '~~12件~~')
    """
    if "raised" in marks:
        text = text.translate(_RAISED)
    if "lowered" in marks:
        text = text.translate(_LOWERED)
    return f"~~{text}~~" if "struck" in marks and text.strip() else text
