"""What can be made of reports: a table of cells, and back; in faces of their own what takes more.

:mod:`~govdisclosure.analysis.diagnosis` says which cell is wrong,
:mod:`~govdisclosure.analysis.comparison` what changed, :mod:`~govdisclosure.analysis.metrics`
gives ratios. They take time to import, which a table does not need.
"""

from govdisclosure.analysis._ratios import percent
from govdisclosure.analysis._rows import reports_from_rows
from govdisclosure.analysis._tidy import CellRow, tidy

__all__ = ["CellRow", "percent", "reports_from_rows", "tidy"]
