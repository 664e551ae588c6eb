"""Which rules touch each cell of a table, for the annotation ``x-rules``.

Only the rules of the form itself stand there: they change when the form does, so that a new
rule of experience makes no new version of the schema. ``govdisclosure.rules`` has them all.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from govdisclosure.codec._shapes import Object, TaggedUnion, cell_pointers
from govdisclosure.form import Form
from govdisclosure.model import TableClasses, form_with, table_classes
from govdisclosure.rules import RULES, select
from govdisclosure.rules.engine import bind

Rules = Mapping[str, Sequence[str]]


def rules_by_table(report: Object) -> Mapping[type, Rules]:
    """The ids of the rules at each cell of every table, by pointers below the table.

    >>> from govdisclosure.codec import report_shape
    >>> from govdisclosure.model.parts import ReviewAndLitigation
    >>> rules_by_table(report_shape())[ReviewAndLitigation]["/reconsideration/total"]
    ['STAT-CASE-TOTALS', 'STAT-CASE-NONNEGATIVE']
    """
    rules: dict[type, dict[str, list[str]]] = {}
    for tables in _tables(report):
        touching = _touching(form_with(tables))
        for section, table in table_classes(tables).items():
            cells = rules.setdefault(table, {})
            for cell in cell_pointers(section, table):
                ids = cells.setdefault(cell.removeprefix(f"/{section}"), [])
                ids += [one for one in touching.get(cell, ()) if one not in ids]
    return rules


def _tables(report: Object) -> Iterator[TableClasses]:
    """The tables of every report of a shape: each of one edition beside each of the other."""
    shapes = [f.shape for f in report.fields.values() if isinstance(f.shape, TaggedUnion)]
    second, third = ([table.cls for table in shape.branches.values()] for shape in shapes)
    yield from product(second, third)


def _touching(form: Form) -> Mapping[str, list[str]]:
    touching: dict[str, list[str]] = {}
    for rule in select(RULES, "form"):
        for check in bind(rule.holds, form):
            for cell in check.terms:
                ids = touching.setdefault(cell.pointer, [])
                if rule.id not in ids:
                    ids.append(rule.id)
    return touching
