"""What differs between two reports, as values: cells, paragraphs, and facts about the report."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import SequenceMatcher
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import frozen

from govdisclosure.analysis._ratios import growth
from govdisclosure.findings import Number
from govdisclosure.form import CellState, FormColumn, FormLocation, Kind, Money, number_of
from govdisclosure.i18n import one_line
from govdisclosure.model import CellNote
from govdisclosure.model.parts import Narrative
from govdisclosure.rules.engine import minus

CellContent: TypeAlias = Number | Money | None
"""What stands in a cell: a number, an amount with its unit, or nothing."""


@frozen(kw_only=True)
class CellChange:
    """A cell that differs, with the words of the form for its place.

    ``before_cells`` and ``after_cells`` are its pointers in each report: one, or several
    that were added up. The notes say what was printed besides a number, or instead of one.
    """

    pointer: str
    place: FormLocation
    column: FormColumn
    before: CellContent
    after: CellContent
    before_note: CellNote | None = None
    after_note: CellNote | None = None
    before_cells: tuple[str, ...]
    after_cells: tuple[str, ...]

    def __repr__(self) -> str:
        return one_line(self, self.pointer, _brief(self.before), "→", _brief(self.after))

    @property
    def written_otherwise(self) -> bool:
        """Whether only the writing changed: the same number, or no number before and after."""
        before, after = plain_number(self.before), plain_number(self.after)
        if before is None or after is None:
            return before is after
        return self.difference == 0

    @property
    def difference(self) -> Number | None:
        """After minus before; ``None`` unless both are numbers.

        Amounts whose unit the form leaves to the report are compared in 元; without a unit
        they are no numbers that could be.
        """
        before, after = quantity(self.before), quantity(self.after)
        return None if before is None or after is None else minus(after, before)

    @property
    def unit(self) -> str:
        """What the difference counts."""
        return "元" if self.column.kind is Kind.MONEY else self.column.label.unit

    @property
    def growth(self) -> Fraction | None:
        """The rate of growth, where there is one; a cell that states a change has none."""
        if self.column.kind is Kind.CHANGE:
            return None
        return growth(quantity(self.before), quantity(self.after))


def quantity(content: CellContent) -> Number | None:
    """What can be subtracted: a count, an amount, money in 元.

    >>> quantity(Money(Decimal("10.4"), "万元")), quantity(Money(Decimal("8040"), None))
    (Decimal('104000.0'), None)
    """
    if isinstance(content, Money):
        return None if number_of(content.value) is None else content.yuan
    return number_of(content)


def _brief(content: CellContent) -> Number | str:
    return "-" if content is None else str(content) if isinstance(content, Money) else content


def plain_number(content: CellContent) -> Number | None:
    """The number of a cell without its unit."""
    return content.value if isinstance(content, Money) else content


def cell_state(content: CellContent, note: CellNote | None) -> CellState:
    """Whether a cell shows a number, and what it shows instead.

    >>> cell_state(0, None).value, cell_state(None, None).value
    ('number', 'blank')
    """
    if plain_number(content) is not None:
        return CellState.NUMBER
    return note.state if note and note.state is not CellState.NUMBER else CellState.BLANK


@frozen
class Edit:
    """Paragraphs that were taken out, put in, or replaced; ``at`` is where, from 0, before."""

    at: int
    removed: tuple[str, ...]
    added: tuple[str, ...]


@frozen(kw_only=True)
class ProseChange:
    """A section of prose that differs; ``None`` is a section that is not there."""

    pointer: str
    place: FormLocation
    before: Narrative
    after: Narrative

    def __repr__(self) -> str:
        return one_line(self, self.pointer, f"edits={len(self.edits)}")

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What was done to its paragraphs; none where only an empty section came or went."""
        return tuple(edits(self.before or (), self.after or ()))


MAX_PARAGRAPHS = 1_000
"""So many paragraphs are aligned, more than sections have; of more, aligning takes minutes."""


def edits(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Edit]:
    """How one list of paragraphs becomes the other.

    >>> list(edits(("a", "b", "c"), ("a", "x", "c", "d")))
    [Edit(at=1, removed=('b',), added=('x',)), Edit(at=3, removed=(), added=('d',))]

    A section of more than :data:`MAX_PARAGRAPHS` paragraphs is replaced as a whole.
    """
    if max(len(before), len(after)) > MAX_PARAGRAPHS:
        if before != after:
            yield Edit(0, before, after)
        return
    matcher = SequenceMatcher(None, before, after)
    for tag, old, old_end, new, new_end in matcher.get_opcodes():
        if tag != "equal":
            yield Edit(old, before[old:old_end], after[new:new_end])


@frozen(kw_only=True)
class FactChange:
    """Something about the report that differs: title, issuer, year, period, extensions.

    Of the extensions, ``before`` and ``after`` hold those alone that differ.
    """

    pointer: str
    place: FormLocation
    before: Any
    after: Any

    def __repr__(self) -> str:
        return one_line(self, self.pointer)


def same(before: Any, after: Any) -> bool:
    """Whether two values are written alike: 10.4 is not 10.40, nor 1 True.

    >>> same(Decimal("10.4"), Decimal("10.40")), same(0, None), same({"a": [1]}, {"a": [1]})
    (False, False, True)
    """
    match before, after:
        case Decimal(), Decimal():
            return before.as_tuple() == after.as_tuple()
        case Money(), Money():
            return before.unit == after.unit and same(before.value, after.value)
        case Mapping(), Mapping():
            alike = before.keys() == after.keys()
            return alike and all(same(before[key], after[key]) for key in before)
        case (list(), list()) | (tuple(), tuple()):
            alike = len(before) == len(after)
            return alike and all(map(same, before, after))
        case float(), float():
            return repr(before) == repr(after)
        case _:
            return type(before) is type(after) and bool(before == after)
