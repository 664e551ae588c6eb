"""The addresses that a type of report has: what rules may speak of."""

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

from attrs import frozen

from govdisclosure.form._labels import TOTAL, Kind
from govdisclosure.form._layout import lines, tables
from govdisclosure.form._pointer import pointer, tokens


@frozen
class Addresses:
    """The addresses of one type of report, in printed order.

    ``rows`` gives the cell names of each row, ``cells`` the kind of each cell, ``parts``
    the cells that are no totals; ``read`` fetches all cells of a report at once.
    """

    rows: Mapping[str, tuple[str, ...]]
    cells: Mapping[str, Kind]
    parts: tuple[str, ...]
    position: Mapping[str, int]
    read: Callable[[Any], tuple[Any, ...]]

    def below(self, address: str) -> tuple[str, ...]:
        """The rows at or below an address."""
        return tuple(row for row in self.rows if is_below(row, address))


def is_below(address: str, group: str) -> bool:
    """Whether an address is a group's own or below it; everything is below ``""``."""
    return address == group or address.startswith(group + "/")


@cache
def addresses_of(report: Any) -> Addresses:
    """The addresses of a report type.

    >>> from govdisclosure.model import Report2019
    >>> len(addresses_of(Report2019).cells), len(addresses_of(Report2019).below("/requests"))
    (198, 23)
    """
    rows: dict[str, tuple[str, ...]] = {}
    cells: dict[str, Kind] = {}
    found: Mapping[str, Any] = tables(report)
    for section, table in found.items():
        for line in lines(table):
            rows[pointer(section) + line.pointer] = tuple(c.name for c in line.columns)
            cells.update({pointer(section) + line.cell(c): c.kind for c in line.columns})
    return Addresses(
        rows=rows,
        cells=cells,
        parts=tuple(address for address in cells if TOTAL not in tokens(address)),
        position={address: i for i, address in enumerate(cells)},
        read=attrgetter(*(attribute_path(*cell) for cell in cells.items())),
    )


def attribute_path(address: str, kind: Kind) -> str:
    """Where the number of a cell stands, as Python says it.

    >>> attribute_path("/proactive_disclosure/procurement/amount", Kind.MONEY)
    'proactive_disclosure.procurement.amount.value'
    """
    path = tokens(address)
    return ".".join((*path, "value") if kind is Kind.MONEY else path)
