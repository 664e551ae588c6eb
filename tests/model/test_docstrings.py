"""What an editor shows of a class of the form is what the form prints there."""

import inspect
import re
from collections.abc import Iterator, Mapping

import pytest

from govdisclosure.form import Group, Row, Table, columns, form_rows, parts
from govdisclosure.model import EDITIONS


def labels_of_classes() -> Mapping[type, set[str]]:
    """Every class of the form, with the labels that it stands at."""
    labels: dict[type, set[str]] = {}
    for edition in EDITIONS:
        for table, section in zip(edition.tables, TABLES, strict=True):
            labels.setdefault(table, set()).add(edition.form[section].label.zh)
        for top in (*edition.tables, edition.report_type):
            for cls, label in with_labels(top):
                labels.setdefault(cls, set()).add(label)
    return labels


TABLES = ("proactive_disclosure", "requests")
"""The sections whose tables differ from edition to edition."""


def with_labels(parent: type) -> Iterator[tuple[type, str]]:
    for part in parts(parent):
        if isinstance(part.type, type) and issubclass(part.type, (Row, Group, Table)):
            yield part.type, part.label.zh
            yield from with_labels(part.type)


LABELS = labels_of_classes()
every_class = pytest.mark.parametrize(
    "cls", LABELS, ids=lambda cls: f"{cls.__module__}.{cls.__name__}"
)


def first_line(cls: type) -> str:
    return (inspect.getdoc(cls) or "").splitlines()[0]


@every_class
def test_a_table_and_a_group_begin_with_the_label_that_the_form_prints(cls: type) -> None:
    """A row stands at many labels."""
    if not issubclass(cls, Row):
        [label] = LABELS[cls]
        assert re.match(f"{re.escape(label)}[:,] ", first_line(cls))


@every_class
def test_a_class_names_the_units_of_its_numbers_and_how_many_they_are(cls: type) -> None:
    """Table 2 has a unit a row, which the row names."""
    rows = [columns(cls)] if issubclass(cls, Row) else [row.columns for row in form_rows(cls)]
    line = first_line(cls)
    if not (issubclass(cls, Table) and cls.edition):
        units = {column.label.unit for row in rows for column in row} - {""}
        assert units <= {*re.findall("[件项个]|万元", line)}
    numbers = {kind: int(number) for number, kind in re.findall(r"(\d+) (rows|cells)", line)}
    assert numbers.items() <= {"rows": len(rows), "cells": sum(map(len, rows))}.items()
