"""A report as a long table, one row a cell: what statistics and spreadsheets take."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from govdisclosure.findings import Number
from govdisclosure.form import CellState, Form, Money, at, tokens
from govdisclosure.i18n import CHINESE, one_line
from govdisclosure.model import AnyReport, Reading


class CellRow(NamedTuple):
    """A cell of a report, with all that tells it from the cells of other reports.

    A named tuple, which pandas and Polars take for a row as it is. ``table``, ``row`` and
    ``column`` are the form's own words; ``edition`` is that of the table, "" where every edition
    prints it alike. A count is a ``number``, an amount of money an ``amount`` with its digits as
    written (``"10.40"``), as in JSON: both in one column, a data frame would round the one or the
    other. They are in ``unit`` (件, 项, 个, 元, 万元, 亿元, or "" where an amount states none) and
    ``None`` where the cell has no number; ``state`` says why. ``printed`` is the text of the cell,
    ``None`` where that is not known: a report that came as JSON has it only for cells with a note.
    ``note`` is what stands beside the number; ``has_note`` says whether the report notes anything.
    """

    file: str
    issuer: str | None
    year: int | None
    edition: str
    table: str
    row: str
    column: str
    pointer: str
    number: int | None
    amount: str | None
    unit: str
    printed: str | None
    state: CellState
    note: str | None
    has_note: bool

    def __repr__(self) -> str:
        value = self.amount if self.number is None else self.number
        return one_line(self, self.pointer, self.state, value, self.unit)


def tidy(source: Reading | AnyReport, file: str = "") -> Iterator[CellRow]:
    """Every cell of a report in printed order; ``file`` is only passed on.

    >>> from govdisclosure import EDITION_2021
    >>> from govdisclosure.analysis import tidy
    >>> report = EDITION_2021.blank(issuer="青禾县", year=2024, number=0)
    >>> row = list(tidy(report.replace({"/requests/received/total": 3})))[16]
    >>> row.issuer, row.year, row.column, row.number, row.unit, str(row.state)
    ('青禾县', 2024, '总计', 3, '件', 'number')
    >>> row.row, row.pointer
    ('一、本年新收政府信息公开申请数量', '/requests/received/total')
    """
    report: AnyReport = source.report if isinstance(source, Reading) else source
    provenance = source.provenance if isinstance(source, Reading) else {}
    for address, unit_of_form, words in _cells(report.form):
        value, unit = _amount(at(report, address), unit_of_form)
        note = report.cell_notes.get(address)
        unnoted = CellState.BLANK if value is None else CellState.NUMBER
        state = note.state if note else unnoted
        text = provenance.get(address) or note
        yield CellRow(
            file=file,
            issuer=report.issuer.name,
            year=report.year,
            **words,
            pointer=address,
            number=None if isinstance(value, Decimal) else value,
            amount=format(value, "f") if isinstance(value, Decimal) else None,
            unit=unit,
            printed=text.printed if text and state is not CellState.ABSENT else None,
            state=state,
            note=note.note if note else None,
            has_note=note is not None,
        )


@lru_cache(maxsize=64)
def _cells(form: Form) -> tuple[tuple[str, str, dict[str, str]], ...]:
    """What all reports on a form say alike: pointer, unit and words of each cell."""
    places = ((address, cell, form.location(address)) for address, cell in form.cells.items())
    return tuple(
        (
            address,
            cell.label.unit,
            {
                "edition": form.tables[tokens(address)[0]].edition,
                "table": place.section.zh if place.section else "",
                "row": place.row_words(CHINESE),
                "column": cell.label.zh,
            },
        )
        for address, cell, place in places
    )


def _amount(content: Number | Money | None, unit: str) -> tuple[Number | None, str]:
    """A number and its unit; an amount whose unit the form leaves open states its own."""
    if isinstance(content, Money):
        return content.value, content.unit or ""
    return content, unit
