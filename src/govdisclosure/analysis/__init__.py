"""What can be made of reports: diagnosis, comparison, metrics, tables of cells."""

from govdisclosure.analysis import metrics
from govdisclosure.analysis._ratios import percent
from govdisclosure.analysis._tidy import CellRow, tidy
from govdisclosure.analysis.comparison import compare
from govdisclosure.analysis.diagnosis import diagnose

__all__ = [
    "CellRow",
    "compare",
    "diagnose",
    "metrics",
    "percent",
    "tidy",
]
