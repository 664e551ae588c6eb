"""What type alone tells, as text: a raised 1 behind 12 must not become 121.

Readers spell it out in characters; a number with one of them in it is not taken for another.
"""

from collections.abc import Collection
from enum import Enum


class Mark(Enum):
    """What sets a piece of text apart from the text around it."""

    RAISED = "raised"
    LOWERED = "lowered"
    STRUCK = "struck"


BARS = str.maketrans("｜│┃∣", "||||")
"""The bars that a text may draw between cells, each as the one of ASCII."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def spell_out(text: str, marks: Collection[Mark]) -> str:
    """A piece of text with its type spelled out.

    >>> [spell_out("12", [mark]) for mark in Mark]
    ['¹²', '₁₂', '~~12~~']
    """
    if not marks:
        return text
    if Mark.RAISED in marks:
        text = text.translate(_RAISED)
    if Mark.LOWERED in marks:
        text = text.translate(_LOWERED)
    return f"~~{text}~~" if Mark.STRUCK in marks and text.strip() else text
