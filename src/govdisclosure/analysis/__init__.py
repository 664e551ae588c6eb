"""What can be made of reports: metrics, tidy tables, diagnosis, comparison."""

from govdisclosure.analysis._ratios import percent
from govdisclosure.analysis._tidy import CellRow, tidy

__all__ = [
    "CellRow",
    "percent",
    "tidy",
]
