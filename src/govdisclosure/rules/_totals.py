"""Which cells a total is the sum of, as the rules say; and totals filled in from their parts."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Generic, TypeVar

from attrs import field, frozen

from govdisclosure.form import EMPTY_STATES, SAFE, Form
from govdisclosure.i18n import one_line
from govdisclosure.model import AnyReport, CellNote
from govdisclosure.rules._all import RULES
from govdisclosure.rules._misfits import without_misfits
from govdisclosure.rules.engine import BoundCheck, bind

A = TypeVar("A", bound=AnyReport)


def totals(form: Form) -> Mapping[str, tuple[str, ...]]:
    """The pointer of each total of a form, and those of its parts.

    >>> from govdisclosure.model import EDITION_2021
    >>> parts = totals(EDITION_2021.form)
    >>> parts["/review_and_litigation/reconsideration/total"]
    ... # doctest: +NORMALIZE_WHITESPACE
    ('/review_and_litigation/reconsideration/upheld',
     '/review_and_litigation/reconsideration/corrected',
     '/review_and_litigation/reconsideration/other_result',
     '/review_and_litigation/reconsideration/pending')
    >>> len(parts)  # 25 rows and 6 columns of table 3, 3 groups of table 4
    34
    """
    return {total: ways[0] for total, ways in _sums(form).items()}


@cache
def _sums(form: Form) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The pointer of each total, and those of its parts for each way to add it up.

    The total of all outcomes ends a row as well as a column.
    """
    sums: dict[str, list[tuple[str, ...]]] = {}
    for rule in RULES:
        for check in bind(rule.holds, form):
            if _is_a_sum(check):
                parts = tuple(term.pointer for term in check.right.terms)
                sums.setdefault(check.pointer, []).append(parts)
    return sums


def _is_a_sum(check: BoundCheck) -> bool:
    """A cell of the report that equals other cells of it, added up."""
    return (
        check.relation == "="
        and all(term.coefficient == 1 and term.of == "report" for term in check.terms)
        and check.given is None
        and len(check.left.terms) == 1
        and len(check.right.terms) > 1
        and check.left.constant == check.right.constant == 0
    )


@frozen(kw_only=True)
class FilledTotals(Generic[A]):
    """A report with totals filled in: which, with what, and the notes that these cells had.

    A note says why a cell has no number, so that it goes when one is filled in; what was printed
    there, such as a dash, is in ``notes``.
    """

    report: A
    numbers: Mapping[str, int] = field(factory=dict)
    notes: Mapping[str, CellNote] = field(factory=dict)

    def __repr__(self) -> str:
        return one_line(self, self.report, f"numbers={len(self.numbers)} notes={len(self.notes)}")


def fill_totals(report: A) -> FilledTotals[A]:
    """Fill in the totals that a report leaves empty and whose parts all have numbers.

    No number is overwritten and no blank is read as 0. A cell that could not be read, or that the
    source does not have, may hold any number and stays as it is; so does a total whose parts come
    to one number by row and to another by column.

    >>> from govdisclosure.model import EDITION_2021
    >>> row = "/requests/received"
    >>> report = EDITION_2021.blank(number=0)
    >>> report = report.replace({f"{row}/natural_person": 2, f"{row}/total": None})
    >>> totals = fill_totals(report)
    >>> totals.numbers, totals.report.requests.received.total
    ({'/requests/received/total': 2}, 2)

    Raises:
        TypeError: it is no report, or a reading, whose report is meant.
        InvalidReportError: something in the report is of another type than stands there.
    """
    if without_misfits(report) is not report:
        raise TypeError("give the report of the reading: reading.report")
    values = dict(report.cells())
    sums, results = _sums(report.form), dict[str, int | None]()

    def number(pointer: str) -> int | None:
        """The whole number in a cell, or what it comes to; ``None`` while it is being added up."""
        value = values[pointer]
        if value is not None or pointer not in sums or not _is_empty(report, pointer):
            return value if isinstance(value, int) else None
        if pointer not in results:
            results[pointer] = None
            ways = [[number(part) for part in parts] for parts in sums[pointer]]
            numbers = {sum(n for n in way if n is not None) for way in ways if None not in way}
            if len(numbers) == 1 and abs(min(numbers)) <= SAFE:
                [results[pointer]] = numbers
        return results[pointer]

    numbers = {p: n for p in sums if values[p] is None and (n := number(p)) is not None}
    notes = {p: note for p, note in report.cell_notes.items() if p in numbers}
    other_notes = {p: note for p, note in report.cell_notes.items() if p not in numbers}
    changes = {**numbers, "/cell_notes": other_notes} if numbers else {}
    return FilledTotals(report=report.replace(changes), numbers=numbers, notes=notes)


def _is_empty(report: AnyReport, pointer: str) -> bool:
    """Whether nothing stands in a cell, or only a sign for nothing."""
    note = report.cell_notes.get(pointer)
    return note is None or note.state in EMPTY_STATES
