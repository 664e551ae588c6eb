"""The annotation ``x-rules``: which rules of the form touch each cell."""

from typing import Any

from govdisclosure.codec.schema import json_schema
from govdisclosure.form import form_rows
from govdisclosure.model import table_classes
from govdisclosure.rules import RULES, select
from tests.support.forms import Form, every_form


@every_form
def test_every_cell_names_the_rules_of_the_form_that_touch_it(form: Form) -> None:
    """Derived a second time: from the cells that the results of the rules speak of."""
    touching: dict[str, set[str]] = {}
    for rule in select(RULES, "form"):
        for result in rule(form.report()):
            for operand in result.check.terms:
                touching.setdefault(operand.pointer, set()).add(rule.id)
    annotated: dict[str, set[str]] = {}
    definitions = json_schema(form.type)["$defs"]
    for section, table in table_classes(form.tables).items():
        name = "-".join([table.__name__, table.edition]).removesuffix("-")
        rules = definitions[name]["x-rules"]
        rows: Any = table
        assert list(rules) == [
            row.cell(column) for row in form_rows(rows) for column in row.columns
        ]
        annotated |= {f"/{section}{cell}": set(ids) for cell, ids in rules.items() if ids}
    assert annotated == touching
