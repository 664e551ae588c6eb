"""Rules with one mistake each: what an implementation may get wrong, written as expressions.

A term dropped, a sign flipped, an address shifted to a neighbouring column, row or table, a
relation, a constant, a domain, a report or the tolerance exchanged.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, get_args

import attrs
from attrs import evolve, frozen

from govdisclosure.form import parts, pointer, tokens
from govdisclosure.model import Report
from govdisclosure.rules import Rule
from govdisclosure.rules.engine import bind
from govdisclosure.rules.engine.expressions import (
    Additive,
    Amounts,
    Cells,
    CellValue,
    Columns,
    Compare,
    Constant,
    Counts,
    Details,
    Domain,
    Equal,
    ForEach,
    Implies,
    Lines,
    Of,
    Parts,
    Relation,
    Sum,
    SumOver,
)
from tests.conformance.documents import PURE_AND_HYBRID

_ALIKE = ((Columns, Parts), (Lines, Details), (Cells, Counts, Amounts, Additive))


@frozen
class Mutant:
    """A rule with one mistake, and what the mistake is."""

    rule: Rule
    mistake: str


def mutants(rule: Rule) -> Iterator[Mutant]:
    """Every mutant of a rule, each once."""
    before = {(rule.holds, rule.tolerance)}
    loose = evolve(rule, tolerance=rule.tolerance + 1)
    all_mutants = [Mutant(loose, "tolerance"), *_of_expression(rule)]
    for mutant in all_mutants:
        key = (mutant.rule.holds, mutant.rule.tolerance)
        if key not in before:
            before.add(key)
            yield mutant


def same_checks(rule: Rule, mutant: Rule) -> bool:
    """Whether both mean the very same checks on every form, after last year's on every form."""
    forms = [form.form for form in PURE_AND_HYBRID.values()]
    return rule.tolerance == mutant.tolerance and all(
        bind(rule.holds, report, previous, bodies) == bind(mutant.holds, report, previous, bodies)
        for report in forms
        for previous in forms
        for bodies in (1, 2)
    )


def _of_expression(rule: Rule) -> Iterator[Mutant]:
    for mistake, holds in _mutated(rule.holds):
        try:
            yield Mutant(evolve(rule, holds=holds), mistake)
        except (ValueError, TypeError):  # a variable that nothing gives any more
            continue


def _mutated(node: Any) -> Iterator[tuple[str, Any]]:
    """The node with a mistake of its own, or with one further down."""
    yield from _mistakes(node)
    for attribute in attrs.fields(type(node)):
        value = getattr(node, attribute.name)
        if attrs.has(type(value)):
            for mistake, inner in _mutated(value):
                if isinstance(inner, Compare) or not isinstance(node, Implies):
                    yield mistake, evolve(node, **{attribute.name: inner})
        elif isinstance(value, tuple):
            for i, one in enumerate(value):
                for mistake, inner in _mutated(one):
                    terms = (*value[:i], inner, *value[i + 1 :])
                    yield mistake, evolve(node, **{attribute.name: terms})


def _mistakes(node: Any) -> Iterator[tuple[str, Any]]:
    match node:
        case Sum(terms):
            for i in range(len(terms)):
                yield "term dropped", Sum((*terms[:i], *terms[i + 1 :]))
        case Constant(value):
            yield from (("constant", Constant(value + by)) for by in (1, -1))
        case Equal(left, right):
            for relation in get_args(Relation):
                yield "relation", Compare(left, relation, right)
            yield "sides exchanged", Equal(right, left)
        case Compare(left, relation, right):
            for other in (r for r in get_args(Relation) if r != relation):
                yield "relation", Compare(left, other, right)
            yield "relation", Equal(left, right)
            yield "sides exchanged", Compare(right, relation, left)
        case Implies(given, holds):
            yield "condition exchanged", Implies(holds, given)
            yield "condition dropped", holds
        case ForEach(_, domain) | SumOver(_, domain):
            yield from (("domain", evolve(node, domain=other)) for other in _domains(domain))
        case CellValue():
            yield from _of_cell(node)
    if (
        attrs.has(type(node))
        and hasattr(node, "domain")
        and not isinstance(node, ForEach | SumOver)
    ):
        yield from (("domain", evolve(node, domain=other)) for other in _domains(node.domain))
    if hasattr(node, "address"):
        yield from (("shifted", _elsewhere(node, other)) for other in _shifts(node.address))


def _of_cell(cell: CellValue) -> Iterator[tuple[str, CellValue]]:
    yield "sign flipped", evolve(cell, coefficient=-cell.coefficient)
    yield "counted twice", evolve(cell, coefficient=2 * cell.coefficient)
    for of in get_args(Of):
        yield "other report", evolve(cell, of=of)


def _elsewhere(node: Any, address: str) -> Any:
    evolved: Callable[..., Any] = evolve
    return evolved(node, address=address)


def _domains(domain: Domain) -> Iterator[Domain]:
    """Domains of other values, and the same one over a part of what it was over."""
    for alike in _ALIKE:
        for kind in alike if isinstance(domain, alike) else ():
            try:
                yield kind(domain.address)
            except ValueError:  # the whole report, which not every domain can be over
                continue
    if "{" not in domain.address:
        yield from (evolve(domain, address=below) for below in _children(domain.address))


def _children(group: str) -> Sequence[str]:
    """The rows, groups and tables right below an address that are no cells."""
    depth = len(tokens(group)) + 1
    rows = [row for row in _rows() if row.startswith(group + "/")]
    return list(dict.fromkeys(pointer(*tokens(row)[:depth]) for row in rows))


def _shifts(address: str) -> Iterator[str]:
    """The address with one of its names exchanged for each neighbour of that name."""
    path = tokens(address if address.startswith("/") else f"/{address}")
    for i, name in enumerate(path):
        if not name.startswith("{"):
            for other in _neighbours(name, path[:i]):
                other_path = "/".join((*path[:i], other, *path[i + 1 :]))
                yield f"/{other_path}" if address.startswith("/") else other_path


@cache
def _neighbours(name: str, above: tuple[str, ...]) -> tuple[str, ...]:
    """What stands right before and after a name wherever it stands, as printed."""
    neighbours: dict[str, None] = {}
    for group, names in _siblings().items():
        if name in names and (not above or "{" in above[0] or group == above):
            i = names.index(name)
            neighbours |= dict.fromkeys((names[i - 1], names[(i + 1) % len(names)]))
    neighbours.pop(name, None)
    return tuple(neighbours)


@cache
def _siblings() -> dict[tuple[str, ...], list[str]]:
    """The names below each section, group and row, of all forms together."""
    sections = dict.fromkeys(part.name for part in parts(Report))
    names_below: dict[tuple[str, ...], dict[str, None]] = {(): sections}
    for form in PURE_AND_HYBRID.values():
        for cell in form.form.cells:
            path = tokens(cell)
            for i, name in enumerate(path):
                names_below.setdefault(path[:i], {})[name] = None
    return {group: [*names] for group, names in names_below.items()}


@cache
def _rows() -> tuple[str, ...]:
    forms = [form.form for form in PURE_AND_HYBRID.values()]
    return tuple(dict.fromkeys(row for form in forms for row in form.rows))
