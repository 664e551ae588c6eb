"""Documents with something wrong in them: what copying, converting and careless filling do."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from attrs import evolve

from govdisclosure.document import Block, Cell, Document, Table
from govdisclosure.form import TOTAL, FormRow, Kind
from govdisclosure.model import AnyEdition, AnyReport

ISSUER, YEAR = "青禾县溪口镇", {"2019": 2020, "2021": 2022}


def full_report(edition: AnyEdition) -> AnyReport:
    """A report with another number in every cell; the total of a row is the sum of the row."""
    report: AnyReport = edition.blank(issuer=ISSUER, year=YEAR[edition.name])
    numbers = count(1_001)  # sums are larger than any of them
    changes: dict[str, Any] = {}
    for name, table in edition.form.tables.items():
        for row in table.rows:
            changes |= _row(f"/{name}", row, numbers)
    prose = {"/overview": ("公开信息412条。",), "/other_matters": ("没有收费。",)}
    return report.replace({**changes, **prose, "/problems_and_improvements": ("目录更新慢。",)})


def _row(name: str, row: FormRow, numbers: Iterator[int]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column in row.columns:
        address = name + row.cell(column)
        value = sum(values.values()) if column.name == TOTAL else next(numbers)
        values[f"{address}/value" if column.kind is Kind.MONEY else address] = value
    return values


def nth_table(document: Document, n: int) -> tuple[int, Table]:
    """Table ``n`` of the form (2, 3 or 4), with its place among the blocks."""
    tables = [(i, block) for i, block in enumerate(document.blocks) if isinstance(block, Table)]
    return tables[n - 2]


def row_of(table: Table, label: str) -> int:
    """The row that prints a label."""
    return next(i for i, row in enumerate(table.rows) if any(c.text == label for c in row))


def with_blocks(document: Document, at: int, *blocks: Block) -> Document:
    """The document with other blocks in the place of one."""
    return Document((*document.blocks[:at], *blocks, *document.blocks[at + 1 :]))


def with_texts(document: Document, texts: Mapping[str, str]) -> Document:
    """The document with other texts in the cells that read so."""

    def change(cell: Cell) -> Cell:
        return evolve(cell, text=texts.get(cell.text, cell.text))

    return Document(
        tuple(
            evolve(block, rows=tuple(tuple(map(change, row)) for row in block.rows))
            if isinstance(block, Table)
            else block
            for block in document.blocks
        )
    )


def without_row(table: Table, at: int) -> Table:
    """The table without one row; merged cells over it become shorter."""
    rows = [list(row) for row in table.rows]
    for i in range(at):
        rows[i] = [_shorter(c) if i + c.down > at else c for c in rows[i]]
    rest = [_shorter(cell) for cell in rows[at] if cell.down > 1]
    if rest:
        rows[at + 1] = [*rest, *rows[at + 1]]
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
    continuations = [
        Cell("", down=i + c.down - at, across=c.across)
        for i, row in enumerate(table.rows[:at])
        for c in row
        if i + c.down > at
    ]
    first, *others = table.rows[at:]
    return evolve(table, rows=tuple(above)), Table(((*continuations, *first), *others))
