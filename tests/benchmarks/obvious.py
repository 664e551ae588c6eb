"""The build that comes to mind first: everything done well, by a library each, nothing shared.

json parses, jsonschema judges by the published schema, cattrs structures with detailed
validation and unknown keys refused, attrs validates every value of the classes, and the
rules of the form follow pointers through the objects.
"""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import cattrs
from attrs import validators
from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]

from govdisclosure.codec import report_shape
from govdisclosure.codec._shapes import Array, Choice, Integer, Object, Shape, String, TaggedUnion
from govdisclosure.model import EDITION_2021
from govdisclosure.rules import RULES, select
from govdisclosure.rules.engine import BoundCheck, Side, bind
from tests.benchmarks.rivals import SCHEMAS


def build(raw: bytes) -> Callable[[], object]:
    """A function that takes a text of a report of 2021 all the way, and gives what fails."""
    validator = Draft202012Validator(
        json.loads((SCHEMAS / "report-2021.schema.json").read_text("utf-8"))
    )
    report: Any = _class(report_shape(EDITION_2021.tables))
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)
    converter.register_structure_hook(int, _exactly)
    converter.register_structure_hook(str, _exactly)
    converter.register_structure_hook(Decimal, lambda text, _: Decimal(text))
    rules = [one for rule in select(RULES, "form") for one in bind(rule.holds, EDITION_2021.form)]

    def work() -> list[str]:
        document = json.loads(raw)
        validator.validate(document)
        made: Any = converter.structure(document, report)
        return [rule.pointer for rule in rules if not _holds(rule, made)]

    assert work() == []
    return work


def _exactly(value: Any, cls: Any) -> Any:
    if type(value) is not cls:
        raise TypeError(f"expected {cls.__name__}")
    return value


def _class(shape: Object) -> type:
    made: dict[str, Any] = {"edition": attrs.field(type=str)} if shape.edition else {}
    for name, field in shape.fields.items():
        kind, checks = _kind(field.shape)
        if field.shape.nullable:
            kind, checks = kind | None, validators.optional(checks)
        made[name] = attrs.field(type=kind, validator=checks)
    return attrs.make_class(shape.make.__name__, made, frozen=True, kw_only=True)


def _kind(shape: Shape) -> tuple[Any, Any]:
    match shape:
        case Integer(minimum=least, maximum=most):
            return int, [validators.instance_of(int), validators.ge(least), validators.le(most)]
        case String(make=make) if make is Decimal:
            return Decimal, [validators.instance_of(Decimal)]
        case String() | Choice():
            return str, [validators.instance_of(str)]
        case Array():
            return tuple[str, ...], [validators.deep_iterable(validators.instance_of(str))]
        case Object():
            made = _class(shape)
        case TaggedUnion():
            (branch,) = shape.branches.values()
            made = _class(branch)
        case _:
            return dict[str, Any], [validators.instance_of(dict)]
    return made, [validators.instance_of(made)]


def _holds(check: BoundCheck, report: Any) -> bool:
    left, right = _sum(check.left, report), _sum(check.right, report)
    if left is None or right is None:
        return True
    return bool(left == right) if check.relation == "=" else bool(left >= right)


def _sum(side: Side, report: Any) -> Any:
    total: Any = side.constant
    for cell in side.terms:
        number = report
        for name in cell.pointer[1:].split("/"):
            number = getattr(number, name)
        if number is None:
            return None
        total += cell.coefficient * number
    return total
