"""An equation in words for a clerk: both sides as the form would show them.

A cell is named by what tells it from the others in the same equation: the row where all
stand in one column, the column where all stand in one row.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

from attrs import frozen

from govdisclosure.findings import Number, Operand
from govdisclosure.form import FormLocation, Label, Shown
from govdisclosure.i18n import Language, Message, Text, figure
from govdisclosure.rules.engine._arithmetic import minus
from govdisclosure.rules.engine._binding import BoundCheck, Term

_AND = Text("，", "; ")
"""What stands between the terms of a sum and what is said of the other terms."""

SPELLED_OUT = 2
"""Up to so many cells a side is written as the plain formula, zeros included."""

LISTED = 3
"""So many cells are named, of more the first few and the number."""

RELATIONS = {
    "=": Text("应当等于", "equal to"),
    ">": Text("应当大于", "greater than"),
    ">=": Text("应当不小于", "not less than"),
    "<=": Text("应当不大于", "not more than"),
    "in_year": Text("应当是", "be"),
}
"""How the two sides of a statement should stand to each other."""

_GENERIC = {"总计", "其他"}
"""Words that the form prints for several rows and columns: never a name by themselves."""

_ORDINAL = r"（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+\."
_REMARK = r"(?<=.)(?:（[^（）]*）|\s+\([^()]*\))$"


def _larger(difference: Number) -> Text:
    """Which side of an equation is the larger, and by how much."""
    by = figure(difference).lstrip("-")
    if difference > 0:
        return Text(f"前者多 {by}", f"the first is larger by {by}")
    return Text(f"后者多 {by}", f"the second is larger by {by}")


def cell_names(places: Sequence[FormLocation]) -> Iterator[Text]:
    """What to call each of some cells of one equation.

    >>> from govdisclosure.model import EDITION_2021
    >>> outcomes = "/requests/outcomes"
    >>> rows = [f"{outcomes}/total", f"{outcomes}/other/residual", f"{outcomes}/granted"]
    >>> [name.zh for name in cell_names([EDITION_2021.form.location(f"{r}/total") for r in rows])]
    ['（七）总计', '（六）其他处理／3.其他', '（一）予以公开']
    """
    rows = [place.row for place in places]
    columns = [place.column.chain() if place.column else () for place in places]
    if rows and rows.count(rows[0]) == len(rows) and all(columns):
        return _shortest(columns)
    if rows and columns.count(columns[0]) == len(rows) and all(rows):
        return _shortest(rows)
    return (_joined((*row, *column[-1:])) for row, column in zip(rows, columns, strict=True))


def names_by_report(check: BoundCheck, bodies: Sequence[str]) -> Iterator[Text]:
    """What to call each cell of a check; where it asks several reports, each says in which."""
    names, cells = cell_names(check.places), check.terms
    if check.reports == {"report"}:
        return names
    above = "children" in check.reports
    return (_in_report(n, c, above, bodies) for n, c in zip(names, cells, strict=True))


def _in_report(name: Text, cell: Term, above: bool, bodies: Sequence[str]) -> Text:
    if cell.of == "children":
        body = bodies[cell.child] if cell.child < len(bodies) else f"#{cell.child + 1}"
        return Text(body, body)
    if above:
        return Text("本级报告", "this report")
    if cell.of == "previous":
        return Text(f"上年报告{name.zh}", f"{name.en} of last year's report")
    return Text(f"本年报告{name.zh}", f"{name.en} of this year's report")


def _shortest(paths: Sequence[tuple[Label, ...]]) -> Iterator[Text]:
    """Names without what all paths share; a level more where the last one would not do."""
    shared = 0
    while all(len(p) > shared + 1 and p[: shared + 1] == paths[0][: shared + 1] for p in paths):
        shared += 1
    distinct = [path[shared:] for path in paths]
    times = Counter(path[-1].zh for path in distinct)
    return (
        _joined(path[-2:] if times[path[-1].zh] > 1 or _is_generic(path[-1].zh) else path[-1:])
        for path in distinct
    )


@lru_cache(maxsize=1_000)
def _is_generic(words: str) -> bool:
    return re.sub(_ORDINAL, "", words, count=1) in _GENERIC


def _joined(path: Sequence[Label]) -> Text:
    return Text(
        "／".join([_without_remark(label.zh) for label in path]),
        " / ".join([_without_remark(label.en) for label in path]),
    )


@lru_cache(maxsize=1_000)
def _without_remark(words: str) -> str:
    return re.sub(_REMARK, "", words)


Cells: TypeAlias = Sequence[tuple[Operand, Text]]


@frozen(repr=False)
class Spelled(Shown):
    """One side of an equation in words: its cells with their names, its constant, its sum."""

    cells: Cells
    constant: int
    total: Number

    def render(self, language: Language) -> str:
        """The side as the form shows it: ``（七）总计 95``, ``各项之和 93（…）``."""
        count = len(self.cells)
        if not count:
            return figure(self.total)
        if count <= SPELLED_OUT:
            formula = self._sum(self.cells, language)
            is_sum = count + bool(self.constant) > 1
            return formula + (language.equals + figure(self.total) if is_sum else "")
        nonzero = [cell for cell in self.cells if cell[0].value != 0]
        parts = [self._sum(nonzero, language), self._rest(len(nonzero), language)]
        inside = _AND.render(language).join(filter(None, parts))
        return Message("items_add_up", {"total": self.total, "items": inside}).render(language)

    def _sum(self, cells: Cells, language: Language) -> str:
        terms = [_term(*cell, language) for cell in cells]
        if self.constant:
            terms.append(figure(self.constant))
        return language.plus.join(terms).replace(language.plus + "-", language.minus)

    def _rest(self, count: int, language: Language) -> str:
        """What is to be said of the cells other than so many."""
        if count == len(self.cells):
            return ""
        blank = any(operand.blank for operand, _ in self.cells)
        which = "rest" if count else "all"
        return Message(f"{which}_zero_or_blank" if blank else f"{which}_zero").render(language)


def _term(operand: Operand, name: Text, language: Language) -> str:
    sign = "-" if operand.coefficient < 0 else ""
    times = f"{abs(operand.coefficient)}×" if abs(operand.coefficient) != 1 else ""
    blank = Message("blank_as_zero").render(language) if operand.blank else ""
    return f"{sign}{times}{name.render(language)} {figure(operand.value or 0)}{blank}"


@frozen(repr=False)
class Listed(Shown):
    """Some cells by name: the first few, and how many there are."""

    names: tuple[Text, ...]
    count: int

    @classmethod
    def of(cls, names: Iterable[Text], count: int) -> "Listed":
        """So many cells, of which only the first few are named."""
        return cls(tuple(islice(names, LISTED)), count)

    def render(self, language: Language) -> str:
        """The names, the first few.

        >>> from govdisclosure.i18n import CHINESE
        >>> Listed.of((Text(name, name) for name in "甲乙丙丁"), 4).render(CHINESE)
        '甲、乙、丙等 4 格'
        """
        more = self.count - len(self.names)
        about = {"names": self.names, "count": self.count, "more": more}
        return Message("cells_listed_more" if more else "cells_listed", about).render(language)


def comparison_facts(
    check: BoundCheck, cells: Cells, left: Number, right: Number
) -> dict[str, object]:
    """What there is to say of two sides that are compared, and of the condition on them."""
    given, of_left, of_right = check.split(cells)
    return {
        "left": Spelled(of_left, check.left.constant, left),
        "right": Spelled(of_right, check.right.constant, right),
        "given": Spelled(given, 0, 0),
        "left_value": left,
        "relation": RELATIONS[check.relation],
        "gap": _larger(minus(left, right)),
    }
