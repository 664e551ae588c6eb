"""The results of a check for a reader at a terminal."""

from govdisclosure.output.terminal._checks import Drawer, harmless, result_lines
from govdisclosure.output.terminal._rows import drawn

__all__ = [
    "Drawer",
    "drawn",
    "harmless",
    "result_lines",
]
