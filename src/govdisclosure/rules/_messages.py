"""What a failure of a rule says: what is usual for its statement, or what its rule says instead."""

from string import Formatter
from typing import assert_never

from govdisclosure.i18n import MESSAGES, words_data
from govdisclosure.rules.engine.expressions import (
    CellsFilled,
    Compare,
    Equal,
    ForEach,
    Implies,
    PeriodInYear,
    SectionPresent,
    Statement,
)

OWN_WORDS = "own_words"
"""The key of what a failure says in words of the rule's own."""

_COMPARISON_FACTS = {"left", "right", "given", "left_value", "relation", "gap"}
_OTHER_FACTS = {"count", "cells"}
"""The facts that a message may be about, where sides are compared and where they are not."""


def usual_message(holds: Statement) -> str:
    """The key of what a failure of a statement says, unless its rule says something else."""
    match holds:
        case ForEach(holds=inner):
            return usual_message(inner)
        case Equal():
            return "sums_differ"
        case Compare():
            return "out_of_order"
        case Implies():
            return "given_out_of_order"
        case PeriodInYear():
            return "period_of_another_year"
        case CellsFilled():
            return "blank_cells"
        case SectionPresent():
            return "says_nothing"
        case _:
            assert_never(holds)


def require_facts(key: str, holds: Statement) -> None:
    """Make sure that a message is about what is known of a failure of a statement.

    Raises:
        ValueError: there is no such message, or it is about something else.
    """
    if key not in MESSAGES:
        raise ValueError(f"no message {key!r}")
    while isinstance(holds, ForEach):
        holds = holds.holds
    is_compared = not isinstance(holds, CellsFilled | SectionPresent)
    facts = _COMPARISON_FACTS if is_compared else _OTHER_FACTS
    for template in words_data(MESSAGES[key]).values():
        gaps = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
        if unknown := gaps - facts:
            raise ValueError(f"the message {key!r} is about {', '.join(sorted(unknown))}")
