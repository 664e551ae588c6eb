"""Pages with something wrong in them: what copying, converting and careless filling do."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from attrs import evolve

from govdisclosure.document import Block, Cell, Document, Table
from govdisclosure.form import Kind
from govdisclosure.model import AnyEdition, AnyReport

ISSUER, YEAR = "青禾县溪口镇", {"2019": 2020, "2021": 2022}


def filled(edition: AnyEdition) -> AnyReport:
    """A report with another number in every cell; the total of a row is the sum of the row."""
    report: AnyReport = edition.blank(issuer=ISSUER, year=YEAR[edition.name])
    numbers = count(1_001)  # sums are larger than any of them
    changes: dict[str, Any] = {}
    of_report = edition.form.tables
    for name, table in of_report.items():
        for line in table.rows:
            changes |= _row(f"/{name}", line, numbers)
    prose = {"/overview": ("公开信息412条。",), "/other_matters": ("没有收费。",)}
    return report.replace({**changes, **prose, "/problems_and_improvements": ("目录更新慢。",)})


def _row(name: str, line: Any, numbers: Iterator[int]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for column in line.columns:
        address = name + line.cell(column)
        value = sum(made.values()) if column.name == "total" else next(numbers)
        made[f"{address}/value" if column.kind is Kind.MONEY else address] = value
    return made


def nth_table(page: Document, n: int) -> tuple[int, Table]:
    """Table ``n`` of the form (2, 3 or 4), with its place among the blocks."""
    found = [(i, block) for i, block in enumerate(page.blocks) if isinstance(block, Table)]
    return found[n - 2]


def row_of(table: Table, label: str) -> int:
    """The row that prints a label."""
    return next(i for i, row in enumerate(table.rows) if any(c.text == label for c in row))


def with_blocks(page: Document, at: int, *blocks: Block) -> Document:
    """The page with other blocks in the place of one."""
    return Document((*page.blocks[:at], *blocks, *page.blocks[at + 1 :]))


def with_texts(page: Document, texts: Mapping[str, str]) -> Document:
    """The page with other texts in the cells that read so."""

    def changed(cell: Cell) -> Cell:
        return evolve(cell, text=texts.get(cell.text, cell.text))

    return Document(
        tuple(
            evolve(block, rows=tuple(tuple(map(changed, row)) for row in block.rows))
            if isinstance(block, Table)
            else block
            for block in page.blocks
        )
    )


def without_row(table: Table, at: int) -> Table:
    """The table without one row; merged cells over it become shorter."""
    rows = [list(row) for row in table.rows]
    for i in range(at):
        rows[i] = [_shorter(c) if i + c.down > at else c for c in rows[i]]
    moved = [_shorter(cell) for cell in rows[at] if cell.down > 1]
    if moved:
        rows[at + 1] = [*moved, *rows[at + 1]]
    del rows[at]
    return evolve(table, rows=tuple(map(tuple, rows)))


def _shorter(cell: Cell) -> Cell:
    return evolve(cell, down=cell.down - 1)


def cut(table: Table, at: int) -> tuple[Table, Table]:
    """The table cut in two before a row; merged cells over the cut end there.

    What continues below has an empty cell instead, as word processors leave it.
    """
    above = [
        tuple(evolve(c, down=min(c.down, at - i)) for c in row)
        for i, row in enumerate(table.rows[:at])
    ]
    going_on = [
        Cell("", down=i + c.down - at, across=c.across)
        for i, row in enumerate(table.rows[:at])
        for c in row
        if i + c.down > at
    ]
    first, *others = table.rows[at:]
    return evolve(table, rows=tuple(above)), Table(((*going_on, *first), *others))
