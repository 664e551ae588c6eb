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
    >>> editions = {"proactive_disclosure": "2021", "requests": "2019"}
    >>> form_of_schema(json_schema(), editions)["requests"].table.edition
    '2019'

    Raises:
        ValueError: it is no schema of reports, or there is a choice left or not offered.
    """
    editions = editions or {}
    try:
        form = Form(tuple(_sections(schema, editions)))
    except (KeyError, TypeError, AttributeError) as missing:
        raise ValueError(f"not a schema of reports: {missing!r}"[:200]) from None
    if not form.sections:
        raise ValueError("not a schema of reports: it has no sections")
    for name, edition in editions.items():
        if name not in form.tables or form.tables[name].edition != edition:
            raise ValueError(f"the schema has no table {name!r} of an edition {edition!r}")
    return form


def _sections(schema: Mapping[str, Json], editions: Mapping[str, str]) -> Iterator[Section]:
    for name, node in schema["properties"].items():
        if name == "$schema" or not is_numbered(_label(node, _words_of(name, node))):
            continue
        table = None
        if "array" not in node.get("type", ()):
            table = _table(schema, _branch(schema, _resolve(schema, node), name, editions))
        yield Section(name=name, label=_label(node, node["x-label"]), table=table)


def _resolve(schema: Mapping[str, Json], node: Mapping[str, Json]) -> Mapping[str, Json]:
    """What a reference leads to; draft-07 has it in an ``allOf`` where words stand beside it."""
    only = node.get("allOf", ())
    reference = node.get("$ref") or (only[0].get("$ref") if len(only) == 1 else None)
    for token in reference.removeprefix("#/").split("/") if reference else ():
        schema = schema[token]
    return schema if reference else node


def _branch(
    schema: Mapping[str, Json], node: Mapping[str, Json], name: str, editions: Mapping[str, str]
) -> Mapping[str, Json]:
    """The table of the edition that is wanted, where a schema takes several."""
    branches = {
        branch["if"]["properties"]["edition"]["const"]: branch["then"]
        for branch in node.get("allOf", ())
    }
    if not branches:
        return node
    if editions.get(name) not in branches:
        raise ValueError(f"editions must choose one of {', '.join(branches)} for {name!r}")
    return _resolve(schema, branches[editions[name]])


def _table(schema: Mapping[str, Json], node: Mapping[str, Json]) -> PrintedTable:
    corner = node.get("x-corner")
    return PrintedTable(
        edition=node["properties"].get("edition", {"const": ""})["const"],
        corner=_label(corner, corner) if corner else None,
        across=node.get("x-across", False),
        rows=tuple(_rows(schema, node, (), ())),
    )


def _rows(
    schema: Mapping[str, Json],
    node: Mapping[str, Json],
    path: tuple[str, ...],
    labels: tuple[Label, ...],
) -> Iterator[FormRow]:
    columns = []
    for name, inner in node["properties"].items():
        if name == "edition" and "const" in inner:
            continue
        label = _label(inner, _words_of(name, inner))
        if "x-kind" in inner:
            columns.append(FormColumn(name, label, Kind(inner["x-kind"])))
        else:
            yield from _rows(schema, _resolve(schema, inner), (*path, name), (*labels, label))
    if columns:
        yield FormRow(path, labels, tuple(columns))


def _words_of(name: str, node: Mapping[str, Json]) -> Mapping[str, Json]:
    if "x-label" not in node:
        raise ValueError(f"not a schema of reports: {name!r} has no x-label")
    words: Mapping[str, Json] = node["x-label"]
    return words


def _label(node: Mapping[str, Json], words: Mapping[str, Json]) -> Label:
    under, source = node.get("x-under"), node.get("x-source")
    return Label(
        **{code: words[code] for code in LANGUAGES},
        unit=node.get("x-unit", ""),
        also=tuple(node.get("x-also", ())),
        under=_label(under, under) if under else None,
        source=Source(**source) if source else None,
    )
