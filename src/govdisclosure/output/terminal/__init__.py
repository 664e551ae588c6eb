"""The results of a check for a reader at a terminal."""

from govdisclosure.output.terminal._checks import result_lines
from govdisclosure.output.terminal._rows import Drawer, cell_drawer

__all__ = [
    "Drawer",
    "cell_drawer",
    "result_lines",
]
