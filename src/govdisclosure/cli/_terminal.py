"""The results of a check in words; on a terminal the cells of each finding are drawn, too."""

import sys
from collections.abc import Iterator

from govdisclosure.files import Run
from govdisclosure.i18n import Language
from govdisclosure.output.terminal import cell_drawer, result_lines


def run_lines(run: Run, language: Language) -> Iterator[str]:
    """The lines about every file that was checked."""
    draw = cell_drawer() if sys.stdout.isatty() else None
    for result in run.outcomes:
        yield from result_lines(result, language, draw)
