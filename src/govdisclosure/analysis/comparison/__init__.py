"""Two reports of one body: what changed, and where their forms do not correspond."""

from govdisclosure.comparing.changes import CellChange, Edit, FactChange, ProseChange
from govdisclosure.comparing.comparison import Comparison, compare
from govdisclosure.comparing.counterparts import Counterparts, Lone, RowPair, counterparts

__all__ = [
    "CellChange",
    "Comparison",
    "Counterparts",
    "Edit",
    "FactChange",
    "Lone",
    "ProseChange",
    "RowPair",
    "compare",
    "counterparts",
]
