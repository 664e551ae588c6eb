"""What can be made of reports: a table of cells, and back; in faces of their own what takes more.

:mod:`~govdisclosure.analysis.diagnosis` says which cell is wrong,
:mod:`~govdisclosure.analysis.comparison` what changed, :mod:`~govdisclosure.analysis.metrics`
gives ratios, :mod:`~govdisclosure.analysis.explanation` says what a place of the form means. They
take time to import, which a table does not need; names are imported when they are first used.
"""

import govdisclosure

TYPE_CHECKING = False  # what typing says too, but importing that would take time
if TYPE_CHECKING:
    from govdisclosure.analysis._dictionary import DictionaryRow, data_dictionary
    from govdisclosure.analysis._ratios import percent
    from govdisclosure.analysis._rows import reports_from_rows
    from govdisclosure.analysis._tidy import CellRow, tidy
else:
    __getattr__ = govdisclosure.names_in(
        __name__,
        _dictionary="DictionaryRow data_dictionary",
        _ratios="percent",
        _rows="reports_from_rows",
        _tidy="CellRow tidy",
    )

__all__ = [
    "CellRow", "DictionaryRow", "data_dictionary", "percent", "reports_from_rows", "tidy",
]  # fmt: skip
