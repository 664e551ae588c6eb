"""Bound checks printed as one Python function from a report to what can be told at once.

Evaluating costs some calls for every check, and a report has 240. Printed, a check is a line:

    if not c10+c17 == c171+c178: differences[10] = c10+c17-c171-c178

A cell without a number is NaN, which runs through every sum by itself: a difference that is
not equal to itself leaves its check open. What needs other reports, a tolerance, a policy
for blanks or sums of amounts is left to be evaluated.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, cached_property
from itertools import groupby
from math import nan
from typing import Any, TypeAlias

import attrs
from attrs import frozen

from govdisclosure.findings import Number, Verdict
from govdisclosure.form import Form, Kind, classes_of, number_of, parts
from govdisclosure.model import (
    PROSE_SECTIONS,
    AnyReport,
    CellNote,
    Report,
    TableClasses,
    form_with,
    is_vouched_for,
    table_classes,
)
from govdisclosure.rules.engine._binding import BoundCheck, Side
from govdisclosure.rules.engine._cell_values import SECTIONS
from govdisclosure.rules.engine._prose import says_something, years_of

Classes: TypeAlias = Mapping[str, tuple[type, ...]]
"""The classes of what stands in a report, by the path to it, as Python says it."""

Judgement: TypeAlias = tuple[dict[int, Verdict], Sequence[int], bool]
"""The verdicts of checks that did not pass, by number; the numbers of those that are left to be
evaluated; whether some cell has no number, or no check compares any."""


@frozen(eq=False, repr=False)
class PrintedChecks:
    """Numbered checks of the reports on a form, each with its tolerance, as a function.

    There are two, of numbers and of gaps: once code has met a NaN, CPython does not make it as
    fast again as whole numbers allow. Both ask for types unless somebody vouches for them.
    """

    tables: TableClasses
    checks: Sequence[tuple[BoundCheck, Number]]

    def judge(self, report: AnyReport) -> Judgement:
        """What can be told of a report at once."""
        vouched = is_vouched_for(report)
        for gaps in (False, True):
            try:
                return self._function(vouched, gaps)(report)
            except (AttributeError, OverflowError, TypeError):  # a gap; odd objects, huge numbers
                continue
        return self.unjudged

    @property
    def unjudged(self) -> Judgement:
        """What can be told of any report: all is left to be evaluated."""
        return {}, range(len(self.checks)), True

    @property
    def _ordered(self) -> set[str]:
        """The cells that are held to be more or less than something: there ``None`` raises."""
        always = [c for c, tolerance in self.checks if not tolerance and not c.given]
        ordered = [c for c in always if c.compares and c.relation != "=" and _can_print(c)]
        return {term.pointer for check in ordered for term in check.terms}

    @cached_property
    def _function(self) -> Callable[[bool, bool], Callable[[AnyReport], Judgement]]:
        return cache(self._compiled)

    @cached_property
    def _classes(self) -> Classes:
        return dict(_classes_in(Report, table_classes(self.tables)))

    def _compiled(self, vouched: bool, gaps: bool) -> Callable[[AnyReport], Judgement]:
        absent = [n for n, (check, _) in enumerate(self.checks) if not check.applicable]
        compares = any(check.compares and check.applicable for check, _ in self.checks)
        names: dict[str, Any] = {"absent": dict.fromkeys(absent, Verdict.NOT_APPLICABLE)}
        names |= {"fail": Verdict.FAIL, "left_open": Verdict.NOT_EVALUATED}
        names |= {"has_gaps": gaps or not compares, "nan": nan}
        names |= {_name_of(path): classes for path, classes in self._classes.items()}
        tools = (CellNote, Decimal, number_of, says_something, years_of)
        names |= {one.__name__: one for one in tools}
        exec(self.text(vouched, gaps), names)
        function: Callable[[AnyReport], Judgement] = names["judge"]
        return function

    def text(self, vouched: bool, gaps: bool) -> str:
        """The function as it is printed, for reports whose types are known or not."""
        form = form_with(self.tables)
        paths = {a: path.split(".") for a, path in form.attributes.items()}
        lines = ["def judge(at_0, type=type, int=int):"]  # local names are found faster
        lines.append("if {*map(type, at_0.cell_notes.values())} - {CellNote}: raise TypeError")
        if not vouched:
            fits = " and ".join(_fits(path, self._classes) for path in self._classes)
            lines.append(f"if not ({fits}): raise TypeError")
            paragraphs = ", ".join(f"*(at_0.{name} or ())" for name in PROSE_SECTIONS.values())
            lines.append(f"''.join(({paragraphs}))")  # a TypeError where one is no text
        lines += _fetching(form, paths)
        passed_over = self._ordered if vouched and not gaps else ()
        for address, number in form.position.items():
            if address not in passed_over:
                lines += _meeting(f"c{number}", _is_whole(form, address), vouched, gaps)
        lines.append("differences, unjudged = {}, []")
        for number, (check, tolerance) in enumerate(self.checks):
            if check.applicable:
                lines += _judging(number, check, tolerance)
        lines.append("if not differences: return absent, unjudged, has_gaps")
        lines.append("judged = {n: fail if d == d else left_open for n, d in differences.items()}")
        return "\n    ".join([*lines, "return absent | judged, unjudged, has_gaps"])


def _classes_in(
    cls: type, tables: Mapping[str, type], path: str = ""
) -> Iterator[tuple[str, tuple[type, ...]]]:
    """The classes of what stands in a report beside numbers and mappings, which are ours."""
    for part in parts(cls):
        classes, table = classes_of(part.type), tables.get(part.name)
        if table and issubclass(table, classes):  # else something else stands in its place
            classes = (table,)
        is_number = part.kind and part.kind is not Kind.MONEY
        if not is_number and not issubclass(classes[0], Mapping):
            yield path + part.name, classes
            if attrs.has(classes[0]):
                yield from _classes_in(classes[0], {}, f"{path}{part.name}.")


def _fits(path: str, classes: Classes) -> str:
    above, _, _ = path.rpartition(".")
    is_optional = above and type(None) in classes[above]
    fits = f"type(at_0.{path}) in {_name_of(path)}"
    return f"(at_0.{above} is None or {fits})" if is_optional else fits


def _name_of(path: str) -> str:
    return f"of_{path.replace('.', '_')}"


def _fetching(form: Form, paths: Mapping[str, Sequence[str]], depth: int = 0) -> Iterator[str]:
    """Fetch the cells below a table, group or row; ``paths`` lead to them from the report."""
    for name, below in groupby(paths.items(), key=lambda item: item[1][depth]):
        cells = dict(below)
        address, path = next(iter(cells.items()))
        if len(path) > depth + 1:
            yield f"at_{depth + 1} = at_{depth}.{name}"
            yield from _fetching(form, cells, depth + 1)
        else:
            yield f"c{form.position[address]} = at_{depth}.{name}"


def _meeting(cell: str, is_whole: bool, vouched: bool, gaps: bool) -> Iterator[str]:
    """Meet a gap; and a value of another type, unless there can be none."""
    if gaps or vouched:
        yield f"if {cell} is None: " + (f"{cell} = nan" if gaps else "raise TypeError")
    if not vouched:
        cls = "int" if is_whole else f"Decimal or number_of({cell}) is None"
        yield f"{'elif' if gaps else 'if'} type({cell}) is not {cls}: raise TypeError"


def _judging(number: int, check: BoundCheck, tolerance: Number) -> Iterator[str]:
    """Note the difference if the check does not hold."""
    noted, evaluated = f"differences[{number}]", f"unjudged.append({number})"
    if check.relation == "filled":
        yield f"if has_gaps: {evaluated}"
    elif check.relation == "stated" and check.pointer in SECTIONS:
        section = f"at_0.{SECTIONS[check.pointer]}"
        yield f"if not isinstance({section}, tuple): {noted} = nan"
        yield f"elif not says_something({section}): {noted} = 0"
    elif check.relation == "in_year" and check.pointer in SECTIONS:
        yield f"years, year = years_of(at_0.{SECTIONS[check.pointer]}), at_0.year"
        yield f"if years and type(year) is not int: {noted} = nan"
        yield f"elif years and years != (year, year): {noted} = 0"
    elif tolerance or not _can_print(check):
        yield evaluated
    elif check.given:
        yield f"given, d = {_difference(check.given)}, {_difference(check)}"
        yield f"if given != given: {noted} = given"
        yield f"elif d != d or {_relation(check.given)} and not {_relation(check)}: {noted} = d"
    else:
        yield f"if not {_relation(check)}: {noted} = {_difference(check)}"


_LONGEST = 500
"""Terms in a check beyond which Python might not compile its sums."""


def _can_print(check: BoundCheck) -> bool:
    """Whether all is in the report, and exact: amounts are compared exactly, but not added up."""
    parts = (check, check.given) if check.given else (check,)
    return (check.reports == {"report"} and len(check.terms) <= _LONGEST) and (
        all(_is_whole(check.form, term.pointer) for term in check.terms)
        or all(_difference(part).isalnum() for part in parts)
    )


def _is_whole(form: Form, address: str) -> bool:
    return form.cells[address].kind in (Kind.COUNT, Kind.CHANGE)


def _relation(check: BoundCheck) -> str:
    left, right = _sum_of((check.left, 1), of=check), _sum_of((check.right, 1), of=check)
    return f"{left} {'==' if check.relation == '=' else check.relation} {right}"


def _difference(check: BoundCheck) -> str:
    return _sum_of((check.left, 1), (check.right, -1), of=check)


def _sum_of(*sides: tuple[Side, int], of: BoundCheck) -> str:
    """Both sides or one, each times a factor."""
    position = of.form.position
    terms = [(term.pointer, term.coefficient * by) for side, by in sides for term in side.terms]
    words = [f"{_TIMES.get(times, f'{times:+}*')}c{position[at]}" for at, times in terms]
    constant = sum(side.constant * by for side, by in sides)
    return "".join([*words, f"{constant:+}" if constant else ""]).removeprefix("+") or "0"


_TIMES = {1: "+", -1: "-"}
