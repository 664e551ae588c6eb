"""A passing and a failing example of a rule, found by trying small numbers, never written down.

>>> from govdisclosure.rules.review_and_litigation import cases_add_up
>>> good, bad = examples(cases_add_up)
>>> good.verdict.value, in_words(good)
('pass', '总计 3 ＝ 各项之和 3（结果维持 1＋结果纠正 2，其余为 0）')
>>> bad.verdict.value, bad.message.render()
('fail', '总计 4；各项之和 3（结果维持 1＋结果纠正 2，其余为 0）；两者应当相等，前者多 1')
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import accumulate, permutations, product
from typing import Any

from govdisclosure.findings import Operand
from govdisclosure.form import Kind, Money
from govdisclosure.i18n import CHINESE, Language, Text
from govdisclosure.model import AnyEdition
from govdisclosure.rules._authority import Scope
from govdisclosure.rules._describe import FILLED, STATED, UNDER, editions_of, sign
from govdisclosure.rules._rule import Result, Rule
from govdisclosure.rules.engine import (
    BoundCheck,
    Side,
    Spelled,
    add_up,
    bind,
    holds,
    names_by_report,
)

YEAR = 2023
"""The report year of every example; last year's report is of the year before."""

_SHORT = 3
_FIRST = 2
"""Of a side with more than ``_SHORT`` cells so many have a number of their own, the rest are 0."""

_LARGEST = 9

Numbers = tuple[int, ...]


def examples(rule: Rule) -> tuple[Result, Result]:
    """A result that passes and one that fails, on the newest form that the rule applies to."""
    edition = editions_of(rule)[-1]
    form = edition.form
    check = next(c for c in bind(rule.holds, form, form, _bodies(rule)) if c.applicable)
    if check.relation in ("filled", "stated"):
        return _of_prose_or_blanks(rule, edition, check)
    good = next(numbers for numbers in _candidates(check) if _judge(rule, check, numbers))
    bad = next(n for n in _with_an_error(check, good) if _judge(rule, check, n) is False)
    return _result(rule, edition, check, good), _result(rule, edition, check, bad)


def in_words(result: Result, language: Language = CHINESE) -> str:
    """The equation of a passing result with its numbers, as the form would show it."""
    check = result.check
    if check.relation in ("filled", "stated"):
        return (FILLED if check.relation == "filled" else STATED).render(language)
    cells = list(zip(result.operands, names_by_report(check, result.bodies), strict=True))
    if check.given is None:
        return _comparison(check, cells, language)
    count = len(check.given.terms)
    condition = _comparison(check.given, cells[:count], language)
    holds = _comparison(check, cells[count:], language)
    return UNDER.render(language).format(given=condition, holds=holds)


def _comparison(check: BoundCheck, cells: list[tuple[Operand, Text]], language: Language) -> str:
    cut = len(check.left.terms)
    sides = (check.left, cells[:cut]), (check.right, cells[cut:])
    left, right = (_side(side, of_side, language) for side, of_side in sides)
    return f"{left} {sign(check.relation, language)} {right}"


def _side(side: Side, cells: list[tuple[Operand, Text]], language: Language) -> str:
    total = add_up(side, tuple(operand.value or 0 for operand, _ in cells))
    return Spelled.of(cells, side.constant, total).render(language)


def _bodies(rule: Rule) -> int:
    return 2 if rule.scope is Scope.HIERARCHY else 1


def _candidates(check: BoundCheck) -> Iterator[Numbers]:
    """Small numbers for the first cells of each side: all different, if that can be."""
    first = [i for side in _sides(check) for i in (side if len(side) <= _SHORT else side[:_FIRST])]
    small = range(1, _LARGEST + 1)
    for values in (
        *permutations(small, len(first)),
        *product(small, repeat=min(len(first), _FIRST)),
    ):
        of_cell = dict(zip(first, values, strict=False))
        yield tuple(of_cell.get(i, 0) for i in range(len(check.terms)))


def _sides(check: BoundCheck) -> list[range]:
    """The positions of the cells of the condition's sides and of both sides."""
    condition = [check.given.left, check.given.right] if check.given else []
    lengths = [len(side.terms) for side in (*condition, check.left, check.right)]
    ends = [*accumulate(lengths)]
    return [range(end - length, end) for length, end in zip(lengths, ends, strict=True)]


def _with_an_error(check: BoundCheck, good: Numbers) -> Iterator[Numbers]:
    """The same numbers with one of them changed, as little as possible; below 0 last."""
    kinds = [check.form.cells[cell.pointer].kind for cell in check.terms]
    for below in (False, True):
        for by in (by for step in range(1, _LARGEST + 1) for by in (step, -step)):
            for i, kind in enumerate(kinds):
                if good[i] + by >= 0 or kind is Kind.CHANGE or below:
                    yield (*good[:i], good[i] + by, *good[i + 1 :])


def _judge(rule: Rule, check: BoundCheck, numbers: Numbers) -> bool | None:
    """Whether the statement holds; ``None`` where its condition is not met."""
    cut = len(check.given.terms) if check.given else 0
    if check.given and not _compare(check.given, numbers[:cut], 0):
        return None
    return _compare(check, numbers[cut:], rule.tolerance)


def _compare(check: BoundCheck, numbers: Numbers, tolerance: Any) -> bool:
    cut = len(check.left.terms)
    left, right = add_up(check.left, numbers[:cut]), add_up(check.right, numbers[cut:])
    return holds(left, right, check.relation, tolerance)


def _result(rule: Rule, edition: AnyEdition, check: BoundCheck, numbers: Numbers) -> Result:
    """What the rule says of reports with these numbers and 0 elsewhere."""
    cells: dict[str, dict[str, Any]] = {}
    for cell, number in zip(check.terms, numbers, strict=True):
        cells.setdefault(cell.report, {})[cell.pointer] = _number(
            check.form.cells[cell.pointer].kind, number
        )
    results = rule(
        _report(edition, cells.get("", {})),
        previous=_report(edition, cells.get("previous", {}), YEAR - 1),
        subordinates=[
            _report(edition, cells.get(f"children/{i}", {}), issuer="AB"[i])
            for i in range(_bodies(rule))
        ],
    )
    return next(result for result in results if result.pointer == check.pointer)


def _report(
    edition: AnyEdition, cells: Mapping[str, Any], year: int = YEAR, issuer: str | None = None
) -> Any:
    return edition.blank(year=year, number=0, issuer=issuer).replace(cells)


def _number(kind: Kind, number: int) -> Any:
    if kind is Kind.MONEY:
        return Money(Decimal(number), "万元")
    return Decimal(number) if kind is Kind.AMOUNT else number


def _of_prose_or_blanks(
    rule: Rule, edition: AnyEdition, check: BoundCheck
) -> tuple[Result, Result]:
    good: dict[str, Any] = {check.pointer: (STATED.zh,)}
    bad: dict[str, Any] = {check.pointer: ()}
    if check.relation == "filled":
        good, bad = {}, {check.terms[0].pointer: None}
    return rule(_report(edition, good))[0], rule(_report(edition, bad))[0]
