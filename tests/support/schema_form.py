"""The printed form from a schema file alone: the inverse of writing it, to prove it whole."""

from collections.abc import Iterator, Mapping
from typing import Any

from govdisclosure.form._form import Form, PrintedTable, Section, is_numbered
from govdisclosure.form._labels import Kind, Label
from govdisclosure.form._layout import FormColumn, FormRow
from govdisclosure.form.law import Source
from govdisclosure.i18n import LANGUAGES
from govdisclosure.model import Report


def form_of_schema(schema: Mapping[str, Any], editions: Mapping[str, str] | None = None) -> Form:
    """The form that a schema's annotations describe.

    A schema that takes tables of several editions leaves a choice: ``editions`` makes it.
    """
    return Form(tuple(_sections(schema, editions or {})), Report)


def _sections(schema: Mapping[str, Any], editions: Mapping[str, str]) -> Iterator[Section]:
    for name, node in schema["properties"].items():
        if name == "$schema" or not is_numbered(_label(node, node["x-label"])):
            continue
        table = None
        if "array" not in node.get("type", ()):
            table = _table(schema, _branch(schema, _resolve(schema, node), name, editions))
        yield Section(name=name, label=_label(node, node["x-label"]), table=table)


def _resolve(schema: Mapping[str, Any], node: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a reference leads to; draft-07 has it in an ``allOf`` where words stand beside it."""
    only = node.get("allOf", ())
    reference = node.get("$ref") or (only[0].get("$ref") if len(only) == 1 else None)
    for token in reference.removeprefix("#/").split("/") if reference else ():
        schema = schema[token]
    return schema if reference else node


def _branch(
    schema: Mapping[str, Any], node: Mapping[str, Any], name: str, editions: Mapping[str, str]
) -> Mapping[str, Any]:
    """The table of the edition that is wanted, where a schema takes several."""
    choices = node.get("anyOf") or [branch["then"] for branch in node.get("allOf", ())]
    branches = [_resolve(schema, choice) for choice in choices]
    named = {branch["properties"]["edition"]["const"]: branch for branch in branches}
    return named[editions[name]] if named else node


def _table(schema: Mapping[str, Any], node: Mapping[str, Any]) -> PrintedTable:
    corner = node.get("x-corner")
    return PrintedTable(
        edition=node["properties"].get("edition", {"const": ""})["const"],
        corner=_label(corner, corner) if corner else None,
        across=node.get("x-across", False),
        rows=tuple(_rows(schema, node, (), ())),
    )


def _rows(
    schema: Mapping[str, Any],
    node: Mapping[str, Any],
    path: tuple[str, ...],
    labels: tuple[Label, ...],
) -> Iterator[FormRow]:
    columns = []
    for name, inner in node["properties"].items():
        if name == "edition" and "const" in inner:
            continue
        label = _label(inner, inner["x-label"])
        if "x-kind" in inner:
            columns.append(FormColumn(name, label, Kind(inner["x-kind"])))
        else:
            yield from _rows(schema, _resolve(schema, inner), (*path, name), (*labels, label))
    if columns:
        yield FormRow(path, labels, tuple(columns))


def _label(node: Mapping[str, Any], words: Mapping[str, Any]) -> Label:
    under, source = node.get("x-under"), node.get("x-source")
    return Label(
        **{code: words[code] for code in LANGUAGES},
        unit=node.get("x-unit", ""),
        also=tuple(node.get("x-also", ())),
        under=_label(under, under) if under else None,
        source=Source(**source) if source else None,
    )
