"""What a report says of a life: every cell of a form, each counted by itself."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from govdisclosure.form import Form, Money
from tests.support.simulation._events import (
    APPLICANTS,
    GROUPS,
    KINDS,
    POWERS,
    RESULTS,
    Document,
    Life,
    Power,
    Request,
    Suit,
)

Cell: TypeAlias = int | Decimal | Money
Cells: TypeAlias = Mapping[str, Cell]


def count(life: Life, year: int, form: Form, *, only_filed: bool) -> Cells:
    """The number of every cell of a form.

    ``only_filed`` is for a body that counts the cases filed in the year, and not those that
    were open in it: the form does not say which.
    """
    cells = dict([*_table_2(life, year), *_table_3(life.requests, year, form)])
    cells |= dict(_table_4(life.suits, year, only_filed=only_filed))
    return {address: cells[address] for address in form.cells}


def _number(things: Sequence[object], *, when: Callable[..., bool]) -> int:
    return sum(1 for thing in things if when(thing))


def _table_2(life: Life, year: int) -> Iterator[tuple[str, Cell]]:
    top = "/proactive_disclosure"
    for kind in KINDS:
        own = [document for document in life.documents if document.kind == kind]
        for name, when in _OF_DOCUMENTS.items():
            yield f"{top}/{kind}/{name}", _number(own, when=lambda d, w=when: w(d, year))
    for kind in POWERS:
        powers = [power for power in life.powers if power.kind == kind]
        for name, by in _OF_POWERS.items():
            yield f"{top}/{kind}/{name}", sum(by(power, year) for power in powers)
        made = _number(life.decisions, when=lambda d, k=kind: d == (k, year))
        yield f"{top}/{kind}/decisions", made
    yield f"{top}/fees/amount_wan_yuan", _in_wan_yuan(life.fees, year)
    yield f"{top}/procurement/projects", life.projects.count(year)
    yield f"{top}/procurement/amount", Money(_in_wan_yuan(life.payments, year), "万元")


_OF_DOCUMENTS: Mapping[str, Callable[[Document, int], bool]] = {
    # The form of 2021
    "issued": lambda d, year: d.issued == year,
    "repealed": lambda d, year: d.repealed == year < d.expired,
    "in_force": lambda d, year: d.starts <= year < min(d.repealed, d.expired),
    # The form of 2019
    "newly_produced": lambda d, year: d.issued == year,
    "newly_disclosed": lambda d, year: d.disclosed == year,
    "total_disclosed": lambda d, year: d.disclosed <= year < d.withdrawn,
}

_OF_POWERS: Mapping[str, Callable[[Power, int], int]] = {
    "prior_year_items": lambda p, year: p.added < year <= p.removed,
    "net_change": lambda p, year: (p.added == year) - (p.removed == year),
}


def _in_wan_yuan(sums: Sequence[tuple[int, int]], year: int) -> Decimal:
    return Decimal(sum(yuan for of, yuan in sums if of == year)).scaleb(-4)


def _table_3(requests: Sequence[Request], year: int, form: Form) -> Iterator[tuple[str, Cell]]:
    for column in (*APPLICANTS, "total"):
        own = [one for one in requests if column in (one.applicant, "total")]
        for row in (row for row in form.rows if row.startswith("/requests/")):
            when = _of_row(row.removeprefix("/requests/"))
            yield f"{row}/{column}", _number(own, when=lambda r, w=when: w(r, year))


def _of_row(row: str) -> Callable[[Request, int], bool]:
    """When a request is counted in a row; a severable one has one outcome only."""
    outcome = row.removeprefix("outcomes/")
    match row:
        case "received":
            return lambda r, year: r.came == year
        case "carried_in":
            return lambda r, year: r.came < year <= r.ended
        case "carried_out":
            return lambda r, year: r.came <= year < r.ended
        case "outcomes/total":
            return lambda r, year: r.ended == year
        case _:  # one form prints as a row what another splits by reason
            return lambda r, year: r.ended == year and f"{r.outcome}/".startswith(f"{outcome}/")


def _table_4(suits: Sequence[Suit], year: int, *, only_filed: bool) -> Iterator[tuple[str, Cell]]:
    for group in GROUPS:
        row = f"/review_and_litigation/{group}"
        own = [one for one in suits if one.group == group and one.filed <= year <= one.decided]
        own = [one for one in own if one.filed == year or not only_filed]
        for result in RESULTS:
            cell = f"{row}/{result}"
            yield cell, _number(own, when=lambda s, r=result: (s.result, s.decided) == (r, year))
        yield f"{row}/pending", _number(own, when=lambda s: s.decided > year)
        yield f"{row}/total", len(own)
