"""What law tests share: every form (pure, hybrid, Freedonia's), settings, a schema's verdict."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias

import pytest
from attrs import frozen
from hypothesis import settings
from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]

from govdisclosure.codec.schema import schema_text
from govdisclosure.form import Form as PrintedForm
from govdisclosure.form import Table
from govdisclosure.model import (
    EDITION_2019,
    EDITION_2021,
    EDITIONS,
    AnyEdition,
    AnyReport,
    Report,
    TableClasses,
    form_with,
)
from tests.support.freedonia import FREEDONIA

ReportType: TypeAlias = type[AnyReport]

EDITIONS_AND_FREEDONIA = (*EDITIONS, FREEDONIA)


@frozen
class Form:
    """The tables that one report has."""

    name: str
    proactive_disclosure: type[Table]
    requests: type[Table]

    def report(self, number: int | None = 0) -> AnyReport:
        """A report with the same number in every cell."""
        return Report.blank(self.proactive_disclosure, self.requests, number=number)

    @property
    def tables(self) -> TableClasses:
        """The classes of tables 2 and 3."""
        return self.proactive_disclosure, self.requests

    @property
    def type(self) -> ReportType:
        """The exact type of its reports."""
        alias: Any = Report
        return alias[self.tables]  # type: ignore[no-any-return]

    @property
    def form(self) -> PrintedForm:
        """The printed form itself."""
        return form_with(self.tables)


def _form(name: str, second: AnyEdition, third: AnyEdition) -> Form:
    return Form(name, second.proactive_disclosure, third.requests)


FORMS = (
    _form("2019", EDITION_2019, EDITION_2019),
    _form("2021", EDITION_2021, EDITION_2021),
    _form("2021 with requests of 2019", EDITION_2021, EDITION_2019),
    _form("2019 with requests of 2021", EDITION_2019, EDITION_2021),
    _form("Freedonia", FREEDONIA, FREEDONIA),
)

every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


def some(examples: int) -> settings:
    """So many examples; what else is settled for all tests stands in ``profile.py``."""
    return settings(max_examples=examples)


def judge(schema: dict[str, Any]) -> Callable[[Any], bool]:
    """Whether data is valid, by a schema alone."""
    verdict: Callable[[Any], bool] = Draft202012Validator(schema).is_valid
    return verdict


@cache
def published(name: str) -> Callable[[Any], bool]:
    """Whether data is valid, by a published schema or, as in ``findings#Finding``, a part of it."""
    file, _, definition = name.partition("#")
    schema = json.loads(schema_text(file))
    part = {"$ref": f"#/$defs/{definition}", "$defs": schema["$defs"]}
    return judge(part if definition else schema)


def check_schema(schema: dict[str, Any]) -> None:
    """That a schema is one."""
    Draft202012Validator.check_schema(schema)
