"""Hypothesis strategies: reports of any edition, arbitrary ones and ones that add up.

Needs the extra ``test``: ``pip install govdisclosure[test]``.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any, TypeVar, get_args

from govdisclosure.codec import WORDS
from govdisclosure.form import (
    SAFE,
    TOTAL,
    CellState,
    Form,
    Kind,
    Money,
    MoneyUnit,
    Row,
    Table,
    build,
    parts,
    put,
)
from govdisclosure.model import CellNote, Issuer, Period, Report, new_report
from govdisclosure.model.parts import Narrative, ReviewAndLitigation

try:
    from hypothesis import strategies as st
except ImportError as error:  # pragma: no cover - the extra is there when tests run
    raise ImportError(
        "govdisclosure.testing needs hypothesis: install govdisclosure[test]"
    ) from error

__all__ = [
    "amounts", "consistent_reports", "extensions", "json_values", "narratives", "reports", "words",
]  # fmt: skip

P = TypeVar("P", bound=Table)
R = TypeVar("R", bound=Table)

_UNITS = (None, *get_args(MoneyUnit))
_LARGEST = 9_999


@st.composite
def reports(draw: st.DrawFn, proactive_disclosure: type[P], requests: type[R]) -> Report[P, R]:
    """Any valid report with these tables: blanks, negative numbers, notes, extensions.

    Its numbers need not add up.

    >>> from govdisclosure.model import edition_2019, edition_2021
    >>> hybrids = reports(edition_2021.ProactiveDisclosure, edition_2019.Requests)
    """
    cells = draw(_any_cells())
    report = new_report(
        title=draw(st.none() | words()),
        issuer=Issuer(name=draw(st.none() | words())),
        year=draw(st.none() | st.integers(2008, 2999)),
        period=draw(st.none() | st.builds(Period, start=_days(), end=_days())),
        preamble=draw(narratives()),
        overview=draw(narratives()),
        proactive_disclosure=build(proactive_disclosure, cells),
        requests=build(requests, cells),
        review_and_litigation=build(ReviewAndLitigation, cells),
        problems_and_improvements=draw(narratives()),
        other_matters=draw(narratives()),
        extensions=draw(extensions()),
    )
    return report.replace({"/cell_notes": draw(_notes(report.form))})


@st.composite
def consistent_reports(
    draw: st.DrawFn, proactive_disclosure: type[P], requests: type[R]
) -> Report[P, R]:
    """Reports with these tables that keep every rule of the form and have no blank cell.

    Totals are the sums of their parts, and what came in is what was dealt with or
    carried on.

    >>> from govdisclosure.model import edition_2021
    >>> sound = consistent_reports(edition_2021.ProactiveDisclosure, edition_2021.Requests)
    """
    cells = _number_cells(Random(draw(_SEEDS)), draw(st.integers(0, _LARGEST)))
    year = draw(st.integers(2019, 2035))
    return new_report(
        title=f"{year}年政府信息公开工作年度报告",
        issuer=Issuer(name=draw(words())),
        year=year,
        period=Period(start=f"{year}-01-01", end=f"{year}-12-31"),
        overview=draw(narratives()),
        proactive_disclosure=_adding_up(proactive_disclosure, cells),
        requests=_balanced(_adding_up(requests, cells), cells),
        review_and_litigation=_adding_up(ReviewAndLitigation, cells),
    )


@cache
def words() -> st.SearchStrategy[str]:
    """Strings that are not blank."""
    return st.text(min_size=1, max_size=12).filter(WORDS.accepts)


@cache
def narratives() -> st.SearchStrategy[Narrative]:
    """The paragraphs of a section, or ``None``."""
    return st.none() | st.lists(words(), max_size=2).map(tuple)


@cache
def json_values() -> st.SearchStrategy[Any]:
    """What an extension may hold: any JSON, numbers within ±(2⁵³−1)."""
    numbers = st.integers(-SAFE, SAFE) | st.floats(-SAFE, SAFE)
    leaves = st.none() | st.booleans() | numbers | st.text(max_size=5)
    keys = st.text(max_size=5)
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
        max_leaves=5,
    )


@cache
def extensions() -> st.SearchStrategy[Mapping[str, Any]]:
    """The ``extensions`` of a report."""
    ours = st.text("abz_09", min_size=1, max_size=4).map("x_{}".format)
    label = st.text("abz-09", min_size=1, max_size=4)
    domains = st.lists(label, min_size=2, max_size=3).map(".".join)
    return st.dictionaries(ours | domains, json_values(), max_size=2)


@cache
def amounts() -> st.SearchStrategy[Decimal]:
    """Amounts of money with their written scale: 10.40 beside 10.4."""
    return st.builds(
        lambda digits, scale: Decimal(digits).scaleb(-scale),
        st.integers(-(10**15), 10**15),
        st.integers(0, 6),
    )


_SEEDS = st.integers(0, 2**32 - 1)

Cells = Callable[[str, Kind], Any]


@st.composite
def _any_cells(draw: st.DrawFn) -> Cells:
    # Hundreds of draws a report would be too slow: a few numbers are drawn, then dealt.
    counts = draw(st.lists(st.none() | st.integers(-SAFE, SAFE), min_size=1, max_size=6))
    sums = draw(st.lists(st.none() | amounts(), min_size=1, max_size=3))
    dealer = Random(draw(_SEEDS))

    def cell(_: str, kind: Kind) -> Any:
        match kind:
            case Kind.MONEY:
                return Money(dealer.choice(sums), dealer.choice(_UNITS))
            case Kind.AMOUNT:
                return dealer.choice(sums)
            case _:
                return dealer.choice(counts)

    return cell


def _number_cells(dealer: Random, largest: int) -> Cells:
    def cell(_: str, kind: Kind) -> Any:
        number = dealer.randint(0, largest)
        match kind:
            case Kind.MONEY:
                return Money(Decimal(number).scaleb(-2), dealer.choice(_UNITS))
            case Kind.AMOUNT:
                return Decimal(number).scaleb(-2)
            case Kind.CHANGE:
                return dealer.randint(-number, number)
            case _:
                return number

    return cell


def _adding_up(cls: Any, cell: Cells) -> Any:
    """The same, with every ``total`` the sum of what stands beside it."""
    names = [p.name for p in parts(cls)]
    values: dict[str, Any] = {
        p.name: cell(p.name, p.kind) if p.kind else _adding_up(p.type, cell)
        for p in parts(cls)
        if p.name != TOTAL
    }
    if TOTAL in names:
        values[TOTAL] = _sum([*values.values()])
    return cls(**values)


def _sum(things: list[Any]) -> Any:
    """Numbers added, or rows added cell by cell; a group counts as its own sum."""
    things = [_sum(_inside(t)) if _is_group(t) else t for t in things]
    if not isinstance(things[0], Row):
        return sum(things)
    row: Any = type(things[0])
    return row(**{p.name: sum(getattr(t, p.name) for t in things) for p in parts(row)})


def _is_group(thing: Any) -> bool:
    return not isinstance(thing, Row | int | Decimal)


def _inside(group: Any) -> list[Any]:
    cls: Any = type(group)
    names = [p.name for p in parts(cls)]
    return [getattr(group, name) for name in ([TOTAL] if TOTAL in names else names)]


def _balanced(table: Any, cell: Cells) -> Any:
    """Received and carried in, together, are what was dealt with or carried on."""
    cls: Any = type(table)
    if not {"received", "carried_in", "outcomes", "carried_out"} <= {p.name for p in parts(cls)}:
        return table
    handled = _sum([table.outcomes, table.carried_out])
    row: Any = type(handled)
    columns = [p.name for p in parts(row)]
    old = {c: cell(c, Kind.COUNT) % (getattr(handled, c) + 1) for c in columns if c != TOTAL}
    new = {c: getattr(handled, c) - number for c, number in old.items()}
    return put(
        table,
        {
            "/carried_in": _adding_up(row, lambda column, _: old[column]),
            "/received": _adding_up(row, lambda column, _: new[column]),
        },
    )


@cache
def _days() -> st.SearchStrategy[str]:
    return st.dates(date(2008, 1, 1), date(2999, 12, 31)).map(date.isoformat)


@cache
def _notes(form: Form) -> st.SearchStrategy[Mapping[str, CellNote]]:
    note = st.builds(
        CellNote,
        printed=st.text(max_size=6),
        note=st.none() | words(),
        state=st.sampled_from(CellState),
    )
    return st.dictionaries(st.sampled_from(tuple(form.cells)), note, max_size=3)
