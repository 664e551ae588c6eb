"""Reports that somebody vouches for: who made them has seen that each value is of its type.

The classes take anything, so rules ask every cell for its type; JSON has been asked already. A
report is frozen, so that what was seen stays; a copy with something else in it is vouched for by
nobody, and neither is what comes out of a pickle.
"""

from itertools import product
from typing import TypeVar

from govdisclosure.model._editions import EDITIONS
from govdisclosure.model._report import AnyReport

_TABLES = frozenset(product(*zip(*(edition.tables for edition in EDITIONS), strict=True)))
"""The pairs of tables that are ours."""

R = TypeVar("R", bound=AnyReport)


def vouch_for(report: R) -> R:
    """The same report; what its mappings hold, which anybody may change, is not vouched for.

    Nor are tables of an edition of somebody's own: their classes may make something else of a
    value, or not be frozen.
    """
    if report.tables in _TABLES:
        object.__setattr__(report, "_vouched", True)
    return report


def is_vouched_for(report: AnyReport) -> bool:
    """Whether somebody vouches for it."""
    return hasattr(report, "_vouched")
