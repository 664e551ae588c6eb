"""The cells of a finding as a small table in colours. Needs the extra ``cli`` (rich).

Only a terminal gets it: what is piped stays plain.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from govdisclosure.findings import Finding, Operand
from govdisclosure.i18n import Escaped, Language, figure

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text


def draw_cells(finding: Finding, language: Language) -> Iterator[str]:
    """The lines of a table of a finding's cells, as wide as the terminal allows.

    None where the extra is not installed.
    """
    try:
        import rich.console
    except ImportError:
        return
    operands = [operand for operand in finding.operands if not operand.report]
    if len(operands) > 1:
        console = rich.console.Console()
        with console.capture() as capture:
            console.print(cell_table(operands, finding.pointer, language))
        yield from map(Escaped, capture.get().splitlines())


def cell_table(operands: Sequence[Operand], pointer: str, language: Language) -> "Table":
    """A row of the form where all cells are of one, else a line for each cell that is not 0.

    The cell that the finding is about stands out; a blank is shown as one.
    """
    from rich.box import SQUARE
    from rich.table import Table

    rows = {operand.place.row for operand in operands}
    table = Table(box=SQUARE, show_header=len(rows) == 1)
    if len(rows) == 1:
        for operand in operands:
            column = operand.place.column
            words = column.render(language) if column else ""
            table.add_column(words, justify="right", overflow="fold")
        table.add_row(*(_number(operand, pointer) for operand in operands))
        return table
    table.add_column(overflow="fold")
    table.add_column(justify="right", overflow="fold")
    for operand in operands:
        if operand.value != 0 or operand.pointer == pointer:
            table.add_row(operand.place.row_words(language), _number(operand, pointer))
    return table


def _number(operand: Operand, pointer: str) -> "Text":
    from rich.text import Text

    number = "␣" if operand.value is None else figure(operand.value)
    return Text(number, style="bold red" if operand.pointer == pointer else "")
