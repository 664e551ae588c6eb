"""Which rules touch each cell of a table, for the annotation ``x-rules``.

Only the rules of the form itself stand there: they change when the form does, so that a new
rule of experience makes no new version of the schema. ``govdisclosure.rules`` has them all.
"""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from govdisclosure.codec._shapes import Object, TaggedUnion, cell_pointers
from govdisclosure.form import tables
from govdisclosure.model import report_of
from govdisclosure.rules import RULES, select
from govdisclosure.rules.engine import bind

Rules = Mapping[str, Sequence[str]]


def rules_by_table(report: Object) -> Mapping[Any, Rules]:
    """The ids of the rules at each cell of every table, by pointers below the table.

    >>> from govdisclosure.codec._shapes import report_shape
    >>> from govdisclosure.model.parts import ReviewAndLitigation
    >>> rules_by_table(report_shape())[ReviewAndLitigation]["/reconsideration/total"]
    ['STAT-CASE-TOTALS', 'STAT-CASE-NONNEGATIVE']
    """
    found: dict[Any, dict[str, list[str]]] = {}
    for report_type in _types(report):
        touching = _touching(report_type)
        printed: Mapping[str, Any] = tables(report_type)
        for section, table in printed.items():
            cells = found.setdefault(table, {})
            for cell in cell_pointers(section, table):
                known = cells.setdefault(cell.removeprefix(f"/{section}"), [])
                known += [one for one in touching.get(cell, ()) if one not in known]
    return found


def _types(report: Object) -> list[Any]:
    """Every type of report of a shape: each table of one edition beside each of the other."""
    shapes = [f.shape for f in report.fields.values() if isinstance(f.shape, TaggedUnion)]
    return [
        report_of(*pair)
        for pair in product(*([t.make for t in s.branches.values()] for s in shapes))
    ]


def _touching(report_type: Any) -> Mapping[str, list[str]]:
    touching: dict[str, list[str]] = {}
    for rule in select(RULES, "form"):
        for check in bind(rule.holds, report_type):
            for cell in check.terms:
                ids = touching.setdefault(cell.pointer, [])
                if rule.id not in ids:
                    ids.append(rule.id)
    return touching
