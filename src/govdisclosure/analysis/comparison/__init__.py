"""Two reports of one body: what changed, and where their forms do not correspond."""

from govdisclosure.analysis.comparison._changes import (
    CellChange,
    CellContent,
    Edit,
    FactChange,
    ProseChange,
    cell_state,
    plain_number,
    quantity,
)
from govdisclosure.analysis.comparison._comparison import Comparison, compare
from govdisclosure.analysis.comparison._row_matching import RowPair, Side, Unmatched, match_rows

__all__ = [
    "CellChange", "CellContent", "Comparison", "Edit", "FactChange", "ProseChange", "RowPair",
    "Side", "Unmatched", "cell_state", "compare", "match_rows", "plain_number", "quantity",
]  # fmt: skip
