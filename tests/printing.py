"""Reports as text dumps draw them: one page in every style of drawing a table."""

from collections.abc import Callable

from govdisclosure.model.report import AnyReport
from govdisclosure.page import Heading, Paragraph
from govdisclosure.transcribe.lay_out import lay_out

Style = Callable[[list[str]], str]

STYLES: dict[str, Style] = {
    "bars": lambda row: " | ".join(row) + " |",
    "bars on lines of their own": lambda row: "\n|\n".join(row) + "\n|",
    "a tab before each cell": lambda row: "".join(f"\t{cell}\n" for cell in row),
    "tabs between cells": lambda row: "\t".join(row),
}
"""Styles that keep empty cells."""

GAPPED_STYLES: dict[str, Style] = {
    "wide gaps": lambda row: "      ".join(row),
    "one cell a paragraph": lambda row: "\n\n".join(row) + "\n",
}
"""Styles in which an empty cell leaves no trace."""


def printed(report: AnyReport, style: Style) -> str:
    """The text of a report, its tables drawn in one style."""
    lines: list[str] = []
    for block in lay_out(report).blocks:
        if isinstance(block, Heading | Paragraph):
            lines += [block.text, ""]
        else:
            lines += [style([cell.text for cell in row]) for row in block.rows]
    return "\n".join(lines)
