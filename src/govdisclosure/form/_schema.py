"""The printed form from a schema file alone; the inverse of writing the schema."""

from collections.abc import Iterator, Mapping

from govdisclosure.form._form import Form, PrintedTable, Section, is_numbered
from govdisclosure.form._labels import Kind, Label
from govdisclosure.form._layout import FormColumn, FormRow
from govdisclosure.form._types import Json
from govdisclosure.form.law import Source
from govdisclosure.i18n import LANGUAGES


def form_of_schema(schema: Mapping[str, Json], editions: Mapping[str, str] | None = None) -> Form:
    """The form that a JSON Schema of reports describes.

    It reads the annotations of any of the published report schemas, in either draft. A
    schema that takes tables of several editions leaves a choice: ``editions`` names the
    edition of each such table.

    >>> from govdisclosure.codec.schema import json_schema
    >>> chosen = {"proactive_disclosure": "2021", "requests": "2019"}
    >>> form_of_schema(json_schema(), chosen)["requests"].table.edition
    '2019'

    Raises:
        ValueError: it is no schema of reports, or there is a choice left or not offered.
    """
    chosen = editions or {}
    try:
        found = Form(tuple(_sections(schema, chosen)))
    except (KeyError, TypeError, AttributeError) as missing:
        raise ValueError(f"not a schema of reports: {missing!r}"[:200]) from None
    if not found.sections:
        raise ValueError("not a schema of reports: it has no sections")
    printed = {s.name: s.table.edition for s in found.sections if s.table}
    for name, edition in chosen.items():
        if printed.get(name) != edition:
            raise ValueError(f"the schema has no table {name!r} of an edition {edition!r}")
    return found


def _sections(schema: Mapping[str, Json], editions: Mapping[str, str]) -> Iterator[Section]:
    for name, said in schema["properties"].items():
        if name == "$schema" or not is_numbered(_label(said, _words_of(name, said))):
            continue
        is_table = "array" not in said.get("type", ())
        found = _chosen(schema, _followed(schema, said), name, editions) if is_table else None
        table = _table_said(schema, found) if found else None
        yield Section(name=name, label=_label(said, said["x-label"]), table=table)


def _followed(schema: Mapping[str, Json], said: Mapping[str, Json]) -> Mapping[str, Json]:
    """What a reference leads to; draft-07 has it in an ``allOf`` where words stand beside it."""
    only = said.get("allOf", ())
    reference = said.get("$ref") or (only[0].get("$ref") if len(only) == 1 else None)
    for token in reference.removeprefix("#/").split("/") if reference else ():
        schema = schema[token]
    return schema if reference else said


def _chosen(
    schema: Mapping[str, Json], said: Mapping[str, Json], name: str, editions: Mapping[str, str]
) -> Mapping[str, Json]:
    branches = {
        branch["if"]["properties"]["edition"]["const"]: branch["then"]
        for branch in said.get("allOf", ())
    }
    if not branches:
        return said
    if editions.get(name) not in branches:
        raise ValueError(f"editions must choose one of {', '.join(branches)} for {name!r}")
    return _followed(schema, branches[editions[name]])


def _table_said(schema: Mapping[str, Json], said: Mapping[str, Json]) -> PrintedTable:
    corner = said.get("x-corner")
    return PrintedTable(
        edition=said["properties"].get("edition", {"const": ""})["const"],
        corner=_label(corner, corner) if corner else None,
        across=said.get("x-across", False),
        rows=tuple(_rows(schema, said, (), ())),
    )


def _rows(
    schema: Mapping[str, Json],
    said: Mapping[str, Json],
    path: tuple[str, ...],
    labels: tuple[Label, ...],
) -> Iterator[FormRow]:
    columns = []
    for name, inner in said["properties"].items():
        if name == "edition" and "const" in inner:
            continue
        label = _label(inner, _words_of(name, inner))
        if "x-kind" in inner:
            columns.append(FormColumn(name, label, Kind(inner["x-kind"])))
        else:
            yield from _rows(schema, _followed(schema, inner), (*path, name), (*labels, label))
    if columns:
        yield FormRow(path, labels, tuple(columns))


def _words_of(name: str, said: Mapping[str, Json]) -> Mapping[str, Json]:
    if "x-label" not in said:
        raise ValueError(f"not a schema of reports: {name!r} has no x-label")
    words: Mapping[str, Json] = said["x-label"]
    return words


def _label(said: Mapping[str, Json], words: Mapping[str, Json]) -> Label:
    under, source = said.get("x-under"), said.get("x-source")
    return Label(
        **{code: words[code] for code in LANGUAGES},
        unit=said.get("x-unit", ""),
        also=tuple(said.get("x-also", ())),
        under=_label(under, under) if under else None,
        source=Source(**source) if source else None,
    )
