"""The language that rules are written in, and what binds and evaluates it."""

from govdisclosure.rules.engine._arithmetic import add_up, minus
from govdisclosure.rules.engine._binding import BoundCheck, Side, bind
from govdisclosure.rules.engine._cell_values import (
    Blanks,
    CellValues,
    Evidence,
    gather,
    read,
    require_policy,
)
from govdisclosure.rules.engine._evaluation import evaluate_check
from govdisclosure.rules.engine._phrasing import (
    Listed,
    Spelled,
    cell_names,
    comparison_facts,
    names_by_report,
)
from govdisclosure.rules.engine._printed import Judgement, PrintedChecks

__all__ = [
    "Blanks", "BoundCheck", "CellValues", "Evidence", "Judgement", "Listed", "PrintedChecks",
    "Side", "Spelled", "add_up", "bind", "cell_names", "comparison_facts", "evaluate_check",
    "gather", "minus", "names_by_report", "read", "require_policy",
]  # fmt: skip
