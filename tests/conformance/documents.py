"""Documents to run rules on: the base documents of the suite, and random ones."""

import json
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from random import Random
from typing import Any

from govdisclosure.codec import to_dict
from govdisclosure.form import Kind, tokens
from tests.support.forms import FORMS, Form

Document = dict[str, Any]
Numbers = dict[str, int]

PURE_AND_HYBRID = {form.name: form for form in FORMS if form.name != "Freedonia"}
"""By name: the form of each edition, and both mixtures."""

_YEARS = {"2019": 2020}


def sound(form: Form, dealer: Random, most: int = 40) -> Document:
    """A report that keeps every rule of one report, with numbers from 1 on in its parts."""
    kinds = _kinds(form)
    numbers = {address: dealer.randint(1, most) for address in kinds}
    _add_up(numbers, kinds)
    _keep_stock(numbers)
    document: Document = json.loads(_empty(form))
    document["year"] = _YEARS.get(form.name, 2023)
    document["issuer"]["name"] = "青禾县"
    document["period"] = period_of(document["year"])
    document["problems_and_improvements"] = ["问题"]
    for address, number in numbers.items():
        put(document, {cell_path(address, kinds[address]): as_printed(number, kinds[address])})
    return document


def period_of(first: int, last: int | None = None) -> Document:
    """The period of a year, or of several."""
    return {"start": f"{first}-01-01", "end": f"{last or first}-12-31"}


@cache
def _empty(form: Form) -> str:
    return json.dumps(to_dict(form.report(0)))


def cell_path(address: str, kind: Kind) -> str:
    """Where the number of a cell stands in the document."""
    return f"{address}/value" if kind is Kind.MONEY else address


def as_printed(number: int, kind: Kind) -> int | str:
    """A number as a cell of a kind has it: amounts in hundredths, with two decimals."""
    return f"{number // 100}.{number % 100:02}" if kind in (Kind.MONEY, Kind.AMOUNT) else number


def put(document: Document, changes: Mapping[str, Any]) -> Document:
    """The document itself, with other values at some pointers."""
    for pointer, value in changes.items():
        *path, last = tokens(pointer)
        inner = document
        for token in path:
            inner = inner[token]
        inner[last] = value
    return document


def changed(document: Document, changes: Mapping[str, Any]) -> Document:
    """A copy with other values at some pointers."""
    return put(deepcopy(document), changes)


def cells(document: Document) -> tuple[tuple[str, Kind], ...]:
    """Where each number of a document stands, and its kind."""
    editions = (document[table]["edition"] for table in ("proactive_disclosure", "requests"))
    return _cells(*editions)


@cache
def _cells(second: str, third: str) -> tuple[tuple[str, Kind], ...]:
    [form] = [
        form
        for form in PURE_AND_HYBRID.values()
        if (form.proactive_disclosure.edition, form.requests.edition) == (second, third)
    ]
    return tuple((cell_path(address, kind), kind) for address, kind in _kinds(form).items())


def _kinds(form: Form) -> Mapping[str, Kind]:
    return {address: column.kind for address, column in form.form.cells.items()}


def _add_up(numbers: Numbers, kinds: Mapping[str, Kind]) -> None:
    """Totals are sums of what they are the total of, and requests balance."""
    rows: dict[str, list[str]] = {}
    for address in kinds:
        row, _, column = address.rpartition("/")
        rows.setdefault(row, []).append(column)
    outcomes = "/requests/outcomes"
    details = [r for r in rows if r.startswith(outcomes) and r != f"{outcomes}/total"]
    for column in rows["/requests/received"]:
        handled = sum(numbers[f"{row}/{column}"] for row in details)
        numbers[f"{outcomes}/total/{column}"] = handled
        left = numbers[f"/requests/carried_out/{column}"]
        old = numbers[f"/requests/carried_in/{column}"]
        numbers[f"/requests/received/{column}"] = handled + left - old
    for row, columns in rows.items():
        if "total" in columns:
            parts = (numbers[f"{row}/{column}"] for column in columns if column != "total")
            numbers[f"{row}/total"] = sum(parts)


def _keep_stock(numbers: Numbers) -> None:
    """Documents in force and all that is disclosed are not less than the year's."""
    for address in numbers:
        row, _, name = address.rpartition("/")
        if name == "in_force":
            numbers[address] += numbers[f"{row}/issued"]
        if name == "total_disclosed":
            numbers[address] += numbers[f"{row}/newly_disclosed"]
