"""The numbers of a report as a rule sees them, under a policy for blanks.

What a blank means is a matter of the evaluation, never of a rule.
"""

from collections.abc import Mapping
from decimal import Decimal
from operator import attrgetter
from typing import Any, Literal, TypeAlias, get_args

from attrs import frozen

from govdisclosure.findings import Number
from govdisclosure.model.report import EMPTY_STATES, AnyReport, report_type
from govdisclosure.rules.binding import Form, attribute_path, form_of

Blanks: TypeAlias = Literal["unknown", "zero"]
"""What a blank cell means.

``unknown``: nothing is known, so no equation with a blank in it is evaluated. ``zero``:
a blank part counts as 0; a blank total stays "not stated" (published reports fill all
parts and leave the totals out, and 0 there would accuse them falsely), and so does a
cell that was unreadable or absent in the source.
"""


@frozen
class Readings:
    """The number of each cell, ``None`` where there is none; and which were blank.

    ``blank`` holds the pointers whose 0 is the policy's and not the report's.
    """

    numbers: Mapping[str, Number | None]
    blank: frozenset[str] = frozenset()


def read(report: AnyReport, blanks: Blanks = "unknown") -> Readings:
    """The numbers of a report's cells under a policy for blanks.

    >>> from govdisclosure.editions import EDITION_2021
    >>> readings = read(EDITION_2021.blank(), "zero")
    >>> readings.numbers["/requests/received/natural_person"]
    0
    >>> readings.numbers["/requests/received/total"] is None
    True

    Raises:
        ValueError: there is no such policy.
    """
    if blanks not in get_args(Blanks):
        raise ValueError(f"blanks must be 'unknown' or 'zero', not {blanks!r}")
    form = form_of(report_type(report))
    found = dict(zip(form.cells, _fetch(report, form), strict=True))
    numbers = {a: v if type(v) is int else _number(v) for a, v in found.items()}
    if blanks == "unknown":
        return Readings(numbers)
    blank = frozenset(a for a in form.parts if found[a] is None and _may_be_zero(report, a))
    return Readings(numbers | dict.fromkeys(blank, 0), blank)


_NO_CELL = object()
"""Neither a number nor a blank, so that no policy makes it 0."""


def _fetch(report: AnyReport, form: Form) -> tuple[Any, ...]:
    try:
        return form.read(report)
    except AttributeError:  # something else than a row of the form stands in the report
        return tuple(_fetch_one(report, attribute_path(*cell)) for cell in form.cells.items())


def _fetch_one(report: AnyReport, path: str) -> Any:
    try:
        return attrgetter(path)(report)
    except AttributeError:
        return _NO_CELL


def _number(value: Any) -> Number | None:
    if isinstance(value, Decimal):
        return value if value.is_finite() and _fits(value) else None
    # A bool is an int to Python, but nobody prints one in a cell.
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _fits(amount: Decimal) -> bool:
    # What no form can hold is no number here, so that every sum can be exact.
    exponent = amount.as_tuple().exponent
    return isinstance(exponent, int) and exponent > -100 and amount.adjusted() < 100


def _may_be_zero(report: AnyReport, address: str) -> bool:
    note = report.cell_notes.get(address)
    return note is None or note.state in EMPTY_STATES
