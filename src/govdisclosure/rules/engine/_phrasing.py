"""An equation in words for a clerk: both sides as the form would show them.

A cell is named by what tells it from the others in the same equation: the row where all
stand in one column, the column where all stand in one row.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

from govdisclosure.findings import Number, Operand
from govdisclosure.form import FormLocation, Label
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
}
"""How the two sides of a statement should stand to each other."""

_GENERIC = {"总计", "其他"}
"""Words that the form prints for several rows and columns: never a name by themselves."""

_ORDINAL = re.compile(r"(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+\.)")
_REMARK_ZH = re.compile(r"(?<=.)（[^（）]*）$")
_REMARK_EN = re.compile(r"\s+\([^()]*\)$")


def _larger(difference: Number) -> Text:
    """Which side of an equation is the larger, and by how much."""
    by = figure(difference).lstrip("-")
    if difference > 0:
        return Text(f"前者多 {by}", f"the first is larger by {by}")
    return Text(f"后者多 {by}", f"the second is larger by {by}")


def cell_names(places: Sequence[FormLocation]) -> tuple[Text, ...]:
    """What to call each of some cells of one equation.

    >>> from govdisclosure.model import EDITION_2021
    >>> outcomes = "/requests/outcomes"
    >>> rows = [f"{outcomes}/total", f"{outcomes}/other/residual", f"{outcomes}/granted"]
    >>> [name.zh for name in cell_names([EDITION_2021.form.location(f"{r}/total") for r in rows])]
    ['（七）总计', '（六）其他处理／3.其他', '（一）予以公开']
    """
    rows = [place.row for place in places]
    columns = [place.column.chain() if place.column else () for place in places]
    if len(set(rows)) == 1 and all(columns):
        return _shortest(columns)
    if len(set(columns)) == 1 and all(rows):
        return _shortest(rows)
    return tuple(_joined((*row, *column[-1:])) for row, column in zip(rows, columns, strict=True))


def names_by_report(check: BoundCheck, bodies: Sequence[str]) -> tuple[Text, ...]:
    """What to call each cell of a check; where it asks several reports, each says in which."""
    names, cells = cell_names(check.places), check.terms
    if all(cell.of == "report" for cell in cells):
        return names
    above = any(cell.of == "children" for cell in cells)
    return tuple(_in_report(n, c, above, bodies) for n, c in zip(names, cells, strict=True))


def _in_report(name: Text, cell: Term, above: bool, bodies: Sequence[str]) -> Text:
    if cell.of == "children":
        body = bodies[cell.child] if cell.child < len(bodies) else f"#{cell.child + 1}"
        return Text(body, body)
    if above:
        return Text("本级报告", "this report")
    if cell.of == "previous":
        return Text(f"上年报告{name.zh}", f"{name.en} of last year's report")
    return Text(f"本年报告{name.zh}", f"{name.en} of this year's report")


def _shortest(paths: Sequence[tuple[Label, ...]]) -> tuple[Text, ...]:
    """Names without what all paths share; a level more where the last one would not do."""
    shared = 0
    while all(len(p) > shared + 1 and p[shared] == paths[0][shared] for p in paths):
        shared += 1
    distinct = [path[shared:] for path in paths]
    times = Counter(path[-1].zh for path in distinct)
    return tuple(
        _joined(path[-2:] if times[path[-1].zh] > 1 or _is_generic(path[-1]) else path[-1:])
        for path in distinct
    )


def _is_generic(label: Label) -> bool:
    return _ORDINAL.sub("", label.zh, count=1) in _GENERIC


def _joined(path: Sequence[Label]) -> Text:
    return Text(
        "／".join(_REMARK_ZH.sub("", label.zh) for label in path),
        " / ".join(_REMARK_EN.sub("", label.en) for label in path),
    )


@frozen
class Spelled:
    """One side of an equation in words: its cells, their names, their sum."""

    operands: tuple[Operand, ...]
    names: tuple[Text, ...]
    constant: int
    total: Number

    @classmethod
    def of(cls, cells: Sequence[tuple[Operand, Text]], constant: int, total: Number) -> "Spelled":
        """One side, from its cells with their names."""
        return cls(tuple(o for o, _ in cells), tuple(name for _, name in cells), constant, total)

    def render(self, language: Language) -> str:
        """The side as the form shows it: ``（七）总计 95``, ``各项之和 93（…）``."""
        if not self.operands:
            return figure(self.total)
        if len(self.operands) <= SPELLED_OUT:
            formula = self._sum(range(len(self.operands)), language)
            is_sum = len(self.operands) + bool(self.constant) > 1
            return formula + (language.equals + figure(self.total) if is_sum else "")
        nonzero = [i for i, operand in enumerate(self.operands) if operand.value != 0]
        parts = [self._sum(nonzero, language), self._rest(len(nonzero), language)]
        inside = _AND.render(language).join(filter(None, parts))
        return Message("items_add_up", {"total": self.total, "items": inside}).render(language)

    def _sum(self, positions: Iterable[int], language: Language) -> str:
        terms = [self._term(i, language) for i in positions]
        if self.constant:
            terms.append(figure(self.constant))
        return language.plus.join(terms).replace(language.plus + "-", language.minus)

    def _term(self, i: int, language: Language) -> str:
        operand = self.operands[i]
        sign = "-" if operand.coefficient < 0 else ""
        times = f"{abs(operand.coefficient)}×" if abs(operand.coefficient) != 1 else ""
        blank = Message("blank_as_zero").render(language) if operand.blank else ""
        return f"{sign}{times}{self.names[i].render(language)} {figure(operand.value or 0)}{blank}"

    def _rest(self, count: int, language: Language) -> str:
        """What is to be said of the operands other than so many."""
        if count == len(self.operands):
            return ""
        blank = any(operand.blank for operand in self.operands)
        which = "rest" if count else "all"
        return Message(f"{which}_zero_or_blank" if blank else f"{which}_zero").render(language)


@frozen
class Listed:
    """Some cells by name; the first few, and how many there are."""

    names: tuple[Text, ...]

    def render(self, language: Language) -> str:
        """The names, the first few.

        >>> from govdisclosure.i18n import CHINESE
        >>> Listed(tuple(Text(name, name) for name in "甲乙丙丁")).render(CHINESE)
        '甲、乙、丙等 4 格'
        """
        first = self.names[:LISTED]
        count, more = len(self.names), len(self.names) - len(first)
        about = {"names": first, "count": count, "more": more}
        return Message("cells_listed_more" if more else "cells_listed", about).render(language)


def comparison_facts(
    check: BoundCheck,
    operands: Sequence[Operand],
    names: Sequence[Text],
    left: Number,
    right: Number,
) -> dict[str, object]:
    """What there is to say of two sides that are compared, and of the condition on them."""
    start = len(check.terms) - len(check.left.terms) - len(check.right.terms)
    cut = start + len(check.left.terms)
    cells = list(zip(operands, names, strict=True))
    gap = minus(left, right)
    return {
        "left": Spelled.of(cells[start:cut], check.left.constant, left),
        "right": Spelled.of(cells[cut:], check.right.constant, right),
        "given": Spelled.of(cells[:start], 0, 0),
        "left_value": left,
        "right_value": right,
        "difference": gap,
        "relation": RELATIONS[check.relation],
        "gap": _larger(gap),
    }
