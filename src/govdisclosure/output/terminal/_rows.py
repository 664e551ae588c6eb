"""The cells of a finding as a small table in colours. Needs the extra ``cli`` (rich).

Only a terminal gets it: what is piped stays plain.
"""

from collections.abc import Iterator, Sequence

from rich.box import SQUARE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govdisclosure.findings import Finding, Operand
from govdisclosure.i18n import Language


def drawn(finding: Finding, language: Language) -> Iterator[str]:
    """The lines of a table of a finding's cells, as wide as the terminal allows."""
    own = [operand for operand in finding.operands if not operand.report]
    if len(own) > 1:
        console = Console()
        with console.capture() as captured:
            console.print(cells(own, finding.pointer, language))
        yield from captured.get().splitlines()


def cells(operands: Sequence[Operand], pointer: str, language: Language) -> Table:
    """A row of the form where all cells are of one, else a line for each cell that is not 0.

    The cell that the finding is about stands out; a blank is shown as one.
    """
    rows = {operand.place.row for operand in operands}
    table = Table(box=SQUARE, show_header=len(rows) == 1)
    if len(rows) == 1:
        for operand in operands:
            table.add_column(_column(operand, language), justify="right", overflow="fold")
        table.add_row(*(_number(operand, pointer) for operand in operands))
        return table
    table.add_column(overflow="fold")
    table.add_column(justify="right", overflow="fold")
    for operand in operands:
        if operand.value != 0 or operand.pointer == pointer:
            table.add_row(operand.place.row_words(language), _number(operand, pointer))
    return table


def _column(operand: Operand, language: Language) -> str:
    return operand.place.column.render(language) if operand.place.column else ""


def _number(operand: Operand, pointer: str) -> Text:
    shown = "␣" if operand.value is None else str(operand.value)
    return Text(shown, style="bold red" if operand.pointer == pointer else "")
