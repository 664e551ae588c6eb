"""The numbers of a report as a rule sees them, under a policy for blanks.

What a blank means is a matter of the evaluation, never of a rule.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import chain, combinations
from typing import Any, Literal, TypeAlias, get_args

from attrs import field, frozen

from govdisclosure.findings import Number
from govdisclosure.form import EMPTY_STATES, Form, number_of, parts, pointer
from govdisclosure.i18n import Message, one_line
from govdisclosure.model import AnyReport, Period, Report, bare_name, same_body
from govdisclosure.rules.engine.expressions import Of

Blanks: TypeAlias = Literal["unknown", "zero"]
"""What a blank cell means.

``unknown``: nothing is known, so no equation with a blank in it is evaluated. ``zero``:
a blank part counts as 0; a blank total stays "not stated" (published reports fill all
parts and leave the totals out, and 0 there would accuse them falsely), and so does a
cell that was unreadable or absent in the source. A blank counts as 0 in sums of the
report's own cells only, never where numbers are compared.
"""


@frozen(eq=False)  # as Evidence: nobody compares them, and what is written takes time to compile
class CellValues:
    """The number of each cell, ``None`` where there is none; and which were blank.

    ``blank`` holds the pointers whose 0 is the policy's and not the report's, ``empty``
    those of cells that show nothing and that no policy filled.
    """

    numbers: dict[str, Number | None]
    blank: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        return one_line(self, f"cells={len(self.numbers)} empty={len(self.empty)}")

    def with_zeros(self, form: Form) -> "CellValues":
        """The same with 0 in the blank parts of totals."""
        blank = self.empty.intersection(form.parts)
        return CellValues(self.numbers | dict.fromkeys(blank, 0), blank, self.empty - blank)


@frozen(eq=False)
class Evidence:
    """The numbers of every report that a rule may ask for.

    ``withheld`` says of a report why nothing can be said with it (there is none, it is of
    another year or body); ``prose`` and ``periods`` have the sections and the period that are
    there, by address, and ``year`` is the report's; ``bodies`` names the bodies below.
    """

    report: CellValues
    blanks: Blanks = "unknown"
    prose: Mapping[str, tuple[str, ...]] = field(factory=dict)
    periods: Mapping[str, Period] = field(factory=dict)
    year: int | None = None
    previous: CellValues | None = None
    subordinates: tuple[CellValues, ...] = ()
    bodies: tuple[str, ...] = ()
    withheld: Mapping[Of, Message] = field(factory=dict)

    def __repr__(self) -> str:
        return one_line(self, self.report, self.blanks)

    def stated(self, address: str, of: Of, child: int = 0) -> Number | None:
        """The number that one of the reports states; none if it is not there, or is blank."""
        values: CellValues | None = self.report
        if of == "previous":
            values = self.previous
        elif of == "children":
            values = self.subordinates[child] if self.subordinates else None
        return None if values is None or address in values.blank else values.numbers.get(address)


def read(report: AnyReport, blanks: Blanks = "unknown") -> CellValues:
    """The numbers of a report's cells under a policy for blanks.

    >>> from govdisclosure.model import EDITION_2021
    >>> values = read(EDITION_2021.blank(), "zero")
    >>> values.numbers["/requests/received/natural_person"]
    0
    >>> values.numbers["/requests/received/total"] is None
    True

    Raises:
        ValueError: there is no such policy.
    """
    require_policy(blanks)
    form = report.form
    cells = dict(zip(form.cells, _fetch(report, form), strict=True))
    numbers = {a: v if v is None or type(v) is int else number_of(v) for a, v in cells.items()}
    without = [a for a, v in cells.items() if v is None]
    values = CellValues(numbers, empty=frozenset(a for a in without if _shows_nothing(report, a)))
    return values if blanks == "unknown" else values.with_zeros(form)


def require_policy(blanks: Blanks) -> None:
    """Make sure that there is such a policy.

    Raises:
        ValueError: there is none.
    """
    if blanks not in _POLICIES:
        raise ValueError(f"blanks must be 'unknown' or 'zero', not {blanks!r}")


_POLICIES = get_args(Blanks)

SECTIONS = {pointer(part.name): part.name for part in parts(Report)}
"""What stands in a report, by address: which of it is prose is a matter of the report."""


def gather(
    report: AnyReport,
    blanks: Blanks = "unknown",
    previous: AnyReport | None = None,
    subordinates: Sequence[AnyReport] = (),
) -> Evidence:
    """The numbers of a report, of last year's and of those of the bodies below.

    Raises:
        ValueError: there is no such policy for blanks.
    """
    stands = {address: getattr(report, name) for address, name in SECTIONS.items()}
    return Evidence(
        report=read(report, blanks),
        blanks=blanks,
        prose={address: text for address, text in stands.items() if isinstance(text, tuple)},
        periods={address: one for address, one in stands.items() if isinstance(one, Period)},
        year=_year(report),
        previous=read(previous, blanks) if previous else None,
        subordinates=tuple(read(child, blanks) for child in subordinates),
        bodies=tuple(_name(child) or f"#{n}" for n, child in enumerate(subordinates, 1)),
        withheld=dict(_withheld(report, previous, subordinates)),
    )


def _withheld(
    report: AnyReport, previous: AnyReport | None, subordinates: Sequence[AnyReport]
) -> Iterator[tuple[Of, Message]]:
    """Why another report cannot be used: it is not there, of another body or of another year."""
    name, year = _name(report), _year(report)
    if previous is None:
        yield "previous", Message("no_previous")
    elif name and (other := _name(previous)) and not same_body(other, name):
        yield "previous", Message("previous_of_another", {"previous": other, "issuer": name})
    elif year is None or _year(previous) != year - 1:
        years = {"year": report.year, "previous": previous.year}
        yield "previous", Message("years_not_consecutive", years)
    if not subordinates:
        yield "children", Message("no_children")
    elif others := [c for c in subordinates if _year(c) is None or _year(c) != year]:
        bodies = tuple(_name(child) or "?" for child in others)
        yield "children", Message("children_of_other_years", {"bodies": bodies})
    elif repeated := _repeated([report, *subordinates]):
        yield "children", Message("children_repeated", {"bodies": repeated})


def _repeated(reports: Sequence[AnyReport]) -> tuple[str, ...]:
    """Bodies of which more than one report is there, so that a sum would add them twice."""
    names = [name for report in reports if (name := _name(report)) and bare_name(name)]
    twice = (pair for pair in combinations(names, 2) if same_body(*pair))
    return tuple(dict.fromkeys(chain.from_iterable(twice)))


def _year(report: AnyReport) -> int | None:
    return report.year if type(report.year) is int else None


def _name(report: AnyReport) -> str | None:
    name: object = getattr(report.issuer, "name", None)
    return name if isinstance(name, str) else None


_NO_CELL = object()
"""Neither a number nor a blank, so that no policy makes it 0."""


def _fetch(report: AnyReport, form: Form) -> tuple[Any, ...]:
    try:
        return form.numbers(report)
    except AttributeError:  # something else than a row of the form stands in the report
        whole: object = report
        return tuple(reduce(_below, path.split("."), whole) for path in form.attributes.values())


def _below(thing: object, name: str) -> object:
    return getattr(thing, name, _NO_CELL)


_SHOW_NOTHING = tuple(EMPTY_STATES)
"""No set: what is no note is a misfit, with a state that cannot be in one, or with none."""


def _shows_nothing(report: AnyReport, address: str) -> bool:
    note = report.cell_notes.get(address)
    return note is None or getattr(note, "state", None) in _SHOW_NOTHING
