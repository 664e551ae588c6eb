"""Two reports of one body: what changed, and where their forms do not correspond."""

from govdisclosure.analysis.comparison._changes import (
    CellChange,
    Edit,
    FactChange,
    ProseChange,
    bare,
    quantity,
    state,
)
from govdisclosure.analysis.comparison._comparison import Comparison, compare
from govdisclosure.analysis.comparison._row_matching import (
    RowMatching,
    RowPair,
    Side,
    Unmatched,
    match_rows,
)

__all__ = [
    "CellChange",
    "Comparison",
    "Edit",
    "FactChange",
    "ProseChange",
    "RowMatching",
    "RowPair",
    "Side",
    "Unmatched",
    "bare",
    "compare",
    "match_rows",
    "quantity",
    "state",
]
