"""Reports that somebody vouches for: who made them has seen that each value is of its type.

The classes take anything, so rules ask every cell for its type; JSON has been asked already. A
report is frozen, so that what was seen stays; a copy with something else in it is vouched for by
nobody, and neither is what comes out of a pickle.
"""

from typing import TypeVar


class Vouched:
    """Base of what can be vouched for."""

    __slots__ = ("_vouched",)


V = TypeVar("V", bound=Vouched)


def vouch_for(thing: V) -> V:
    """The same; what stands in its mappings, which anybody may change, is not vouched for."""
    object.__setattr__(thing, "_vouched", True)
    return thing


def is_vouched_for(thing: Vouched) -> bool:
    """Whether somebody vouches for it."""
    return hasattr(thing, "_vouched")
