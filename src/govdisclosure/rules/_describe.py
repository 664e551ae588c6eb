"""What a rule asks, in the form's own labels for each edition, and an example of each verdict.

Formulas are not written by hand: they come from the rule's expression bound to the tables
of an edition.

>>> from govdisclosure.rules.review_and_litigation import cases_add_up
>>> [(formula, places)] = formulas(cases_add_up, EDITIONS[0]).items()
>>> formula.zh, len(places)
('总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结', 3)

The examples are the rule's own:

>>> right, wrong = examples(cases_add_up)
>>> in_words(right)
'总计 351 ＝ 各项之和 351（结果维持 72＋结果纠正 64＋其他结果 178＋尚未审结 37）'
>>> wrong.message.render()
'总计 0；各项之和 11（结果维持 10＋结果纠正 1，其余为 0）；两者应当相等，后者多 11'
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

from attrs import evolve

from govdisclosure.findings import Number, Operand
from govdisclosure.form import FormLocation
from govdisclosure.i18n import CHINESE, ENGLISH, Language, Text
from govdisclosure.model import EDITIONS, AnyEdition, Period
from govdisclosure.rules._authority import Scope
from govdisclosure.rules._rule import Example, Result, Rule, evaluate
from govdisclosure.rules.engine import (
    BoundCheck,
    CellValues,
    Evidence,
    Side,
    Spelled,
    add_up,
    bind,
    names_by_report,
)

T = TypeVar("T")

Words: TypeAlias = Callable[[Side, Iterator[T], Language], str]
"""Puts a side into words, given what there is to say of each cell, of which it takes its own."""

_SIGNS = {
    "+": Text("＋", "+"),
    "-": Text("－", "-"),
    "=": Text("＝", "="),
    ">": Text("＞", ">"),
    ">=": Text("≥", "≥"),
    "<=": Text("≤", "≤"),
}

_UNDER = Text("{given} 时，{holds}", "where {given}: {holds}")
"""How a condition is put before what holds under it."""

_THE_CELL = Text("该格", "the cell")
_THE_BODIES = Text("所属各单位该格之和", "that cell added up over its bodies")

_FEW = 7
"""So many rows or columns are named, as many as table 3 has columns; of more, the number."""


def formulas(rule: Rule, edition: AnyEdition) -> Mapping[Text, Sequence[FormLocation]]:
    """What a rule asks of the pure form of an edition, and where; nothing if it does not apply."""
    places: dict[Text, list[FormLocation]] = {}
    for check in bind(rule.holds, edition.form):
        if check.applicable:
            places.setdefault(_equation(check), []).append(check.place)
    return places


def editions_of(rule: Rule) -> tuple[AnyEdition, ...]:
    """The editions whose form has what a rule speaks of, oldest first."""
    return tuple(edition for edition in EDITIONS if formulas(rule, edition))


def sign(name: str, language: Language = CHINESE) -> str:
    """How an operation or relation is written.

    >>> sign("="), sign(">=", ENGLISH)
    ('＝', '≥')
    """
    return _SIGNS[name].render(language)


def requirements(rule: Rule, language: Language = CHINESE) -> tuple[tuple[str, str, str], ...]:
    """Editions, formula and places, each in words; editions that ask the same stand together."""
    editions: dict[tuple[str, str], list[str]] = {}
    for edition in EDITIONS:
        for formula, places in formulas(rule, edition).items():
            words = formula.render(language), _where(places, language)
            editions.setdefault(words, []).append(edition.name)
    return tuple((language.comma.join(names), *words) for words, names in editions.items())


_SOME_CELLS = Text("{} 格", "{} cells")
_EACH_ROW = Text("各行（{} 行）", "each of {} rows")
_ROWS = Text("各行：{}", "rows {}")
_COLUMNS = Text("各列：{}", "columns {}")
_NAME = Text("{}", '"{}"')


def _where(places: Sequence[FormLocation], language: Language) -> str:
    """The places in words; many rows or cells are only counted."""
    section = places[0].section
    if len(places) == 1:
        return places[0].render(language)
    words = _rows_or_columns(places, language)
    if section and all(place.section == section for place in places):
        return section.render(language) + language.colon + words
    return words


def _rows_or_columns(places: Sequence[FormLocation], language: Language) -> str:
    count = len(places)
    if any(place.row and place.column for place in places):
        return _SOME_CELLS.render(language).format(count)
    rows = [place.row_words(language) for place in places if place.row]
    if len(rows) > _FEW:
        return _EACH_ROW.render(language).format(count)
    labels = rows or [place.column.render(language) for place in places if place.column]
    names = language.comma.join(_NAME.render(language).format(label) for label in labels)
    return (_ROWS if rows else _COLUMNS).render(language).format(names)


def _equation(check: BoundCheck) -> Text:
    if check.compares:
        return Text(_in_words(check, CHINESE), _in_words(check, ENGLISH))
    return _OF_NO_NUMBERS[check.relation]


_OF_NO_NUMBERS = {
    "filled": Text("每一格都有数字", "every cell shows a number"),
    "stated": Text("这一部分有内容", "the section says something"),
    "in_year": Text("统计期限在报告年度内", "the period is in the report's year"),
}
"""What is asked where no numbers of cells are compared, by the relation."""


def _in_words(check: BoundCheck, language: Language) -> str:
    bodies = (_THE_BODIES.render(language),)
    names = names_by_report(check, bodies) if len(check.terms) > 1 else (_THE_CELL,)
    return _statement(check, iter(names), _formula, language)


def _statement(check: BoundCheck, cells: Iterator[T], words: Words[T], language: Language) -> str:
    condition = _comparison(check.given, cells, words, language) if check.given else ""
    holds = _comparison(check, cells, words, language)
    return _UNDER.render(language).format(given=condition, holds=holds) if condition else holds


def _comparison(check: BoundCheck, cells: Iterator[T], words: Words[T], language: Language) -> str:
    left = words(check.left, cells, language)
    return f"{left} {sign(check.relation, language)} {words(check.right, cells, language)}"


def _formula(side: Side, names: Iterator[Text], language: Language) -> str:
    plus, minus = sign("+", language), sign("-", language)
    terms = [
        f"{minus if cell.coefficient < 0 else plus} {_times(cell.coefficient)}"
        f"{next(names).render(language)}"
        for cell in side.terms
    ]
    if side.constant or not terms:
        terms.append(f"{plus} {side.constant}")
    return " ".join(terms).removeprefix(f"{plus} ")


def _times(coefficient: int) -> str:
    return f"{abs(coefficient)}×" if abs(coefficient) != 1 else ""


_BODIES = ("A", "B")


def examples(rule: Rule, edition: AnyEdition | None = None) -> tuple[Result, Result]:
    """What comes of the right and of the wrong example, in the first place of a form.

    Without an edition it is the newest form that the rule applies to.
    """
    form = (edition or editions_of(rule)[-1]).form
    bodies = len(_BODIES) if rule.scope is Scope.HIERARCHY else 1
    check = next(c for c in bind(rule.holds, form, form, bodies) if c.applicable)
    right, wrong = (evaluate(rule, check, _evidence(check, e)) for e in rule.examples)
    return right, wrong


def _evidence(check: BoundCheck, example: Example) -> Evidence:
    """Reports that say what an example says."""
    zeros = [0] * len(check.terms)
    numbers: dict[str, dict[str, Number | None]] = {"": {}, "previous": {}}
    for cell, number in zip(check.terms, (*example, *zeros), strict=False):
        number = None if isinstance(number, str) else number
        numbers.setdefault(cell.report, {})[cell.pointer] = number
    report, previous, *subordinates = map(CellValues, numbers.values())
    start, end, year = example if check.relation == "in_year" else ("", "", None)
    empty = frozenset(a for a, number in report.numbers.items() if number is None)
    return Evidence(
        report=evolve(report, empty=empty),
        prose={check.pointer: tuple(map(str, example))},
        periods={check.pointer: Period(start=str(start), end=str(end))},
        year=year if isinstance(year, int) else None,
        previous=previous,
        subordinates=tuple(subordinates),
        bodies=_BODIES,
    )


def in_words(result: Result, language: Language = CHINESE) -> str:
    """The equation of a passing result with its numbers, as the form would show it."""
    check = result.check
    if not check.compares:
        return _equation(check).render(language)
    cells = zip(result.operands, names_by_report(check, result.bodies), strict=True)
    return _statement(check, cells, _with_numbers, language)


def _with_numbers(side: Side, cells: Iterator[tuple[Operand, Text]], language: Language) -> str:
    own = [next(cells) for _ in side.terms]
    total = add_up(side, [operand.value or 0 for operand, _ in own])
    return Spelled(own, side.constant, total).render(language)
