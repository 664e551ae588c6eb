"""JSON Schemas (draft 2020-12), written from the same shapes that the loader reads by.

``python -m govdisclosure.schema schemas`` writes the files again, ``python -m
govdisclosure.schema --release schemas`` adds what is new among them to the list of released
files; without a directory the schema of any report is printed.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from govdisclosure.catalogue import catalogue_schema, catalogue_text
from govdisclosure.editions import EDITIONS, AnyEdition
from govdisclosure.findings_schema import findings_schema
from govdisclosure.json_shape import ANY_TEXT, ByEdition, Fields, report_shape
from govdisclosure.model.report import SCHEMA_VERSION, check_report_type
from govdisclosure.schema_drafts import to_draft_07
from govdisclosure.schema_files import ID_PREFIX, SUFFIX
from govdisclosure.schema_reading import reading_schema
from govdisclosure.schema_release import RELEASED, with_new
from govdisclosure.schema_rules import rules_by_table
from govdisclosure.schema_writer import Schema, Writer, cells_fit

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_MAY_SAY = (
    "Annual report on government information disclosure: what a published report may say,"
    " mistakes such as a negative count included. Rules, not the schema, call them mistakes."
)
_ASKED = (
    "Annual report on government information disclosure: what the form asks for. No count and"
    " no amount is below 0; a cell may still be null. A published report that does not keep to"
    " this is a report all the same: see the schema report."
)


def json_schema(report_type: Any = None, editions: Iterable[AnyEdition] = EDITIONS) -> Schema:
    """The JSON Schema of a report: of one exact type, or with tables of any of the editions.

    It accepts exactly the data that ``loads`` accepts. The words of the form stand in
    ``title`` and in the annotations ``x-label``, ``x-unit``, ``x-also``, ``x-under``; the
    rules of the form that touch each cell in ``x-rules``, at the table.

    >>> from govdisclosure.model import Report2021
    >>> json_schema(Report2021)["$id"]
    'urn:govdisclosure:schema:report-2021:1.0.0'

    Raises:
        TypeError: ``report_type`` is no type of report.
        ValueError: ``editions`` is empty.
    """
    if report_type is not None:
        check_report_type(report_type)
    return _schema(report_shape(report_type, editions))


def statutory_schema(report_type: Any) -> Schema:
    """The JSON Schema of what the form asks for: of one exact type, with nothing below 0.

    >>> from govdisclosure.model import Report2021
    >>> statutory_schema(Report2021)["$id"]
    'urn:govdisclosure:schema:statutory-2021:1.0.0'

    Raises:
        TypeError: ``report_type`` is no type of report.
    """
    check_report_type(report_type)
    return _schema(report_shape(report_type), as_asked=True)


def _schema(shape: Fields, *, as_asked: bool = False) -> Schema:
    writer = Writer(as_asked=as_asked, rules=rules_by_table(shape))
    name = schema_name(shape, "statutory" if as_asked else "report")
    body = writer.fields(shape)
    body["properties"] = {"$schema": writer.schema(ANY_TEXT), **body["properties"]}
    fit = cells_fit(shape, "cell_notes")
    return {
        "$schema": DRAFT,
        "$id": f"{ID_PREFIX}:{name}:{SCHEMA_VERSION}",
        "title": "政府信息公开工作年度报告",
        "description": _ASKED if as_asked else _MAY_SAY,
        **body,
        **({"allOf": fit} if fit else {}),
        "$defs": writer.definitions,
    }


def schema_name(shape: Fields, kind: str = "report") -> str:
    """The name of the schema of a report shape, by the editions of its tables.

    Without the name of any edition it is the one that takes exactly the official ones.

    >>> [schema_name(report_shape(t)) for t in (None, EDITIONS[0].report_type)]
    ['report', 'report-2019']
    """
    found = {n: f.shape for n, f in shape.fields.items() if isinstance(f.shape, ByEdition)}
    official = {n: [getattr(e, n) for e in EDITIONS] for n in found}
    if all([t.make for t in s.branches.values()] == official[n] for n, s in found.items()):
        return kind
    named = dict.fromkeys(
        "-or-".join(_edition_name(t, official[n]) for t in s.branches.values())
        for n, s in found.items()
    )
    return "-".join([kind, *named]).lower()


def _edition_name(table: Fields, official: Sequence[Any]) -> str:
    """The name of a table's edition; one that has an official name and is not it is told apart."""
    names = [one.edition for one in official]
    own = table.edition in names and table.make not in official
    return quote(f"own-{table.edition}" if own else table.edition, safe="")


def schema_files(editions: Iterable[AnyEdition] = EDITIONS) -> Mapping[str, str]:
    """The text of every schema file, by file name.

    Reports of any kind (in draft-07 too), of each pure form as published and as asked for,
    readings, findings, the rule catalogue.
    """
    known = tuple(editions)
    report = json_schema(editions=known)
    pure = [e.report_type for e in known]
    schemas = [
        report,
        to_draft_07(report),
        *map(json_schema, pure),
        *map(statutory_schema, pure),
        reading_schema(report, known),
        findings_schema(),
        catalogue_schema(),
    ]
    return {s["$id"].split(":")[-2] + SUFFIX: _text(s) for s in schemas}


def published_files() -> dict[str, str]:
    """The text of every file in ``schemas/``, by file name: the schemas and the catalogue."""
    return {**schema_files(), "rules.json": catalogue_text()}


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main(arguments: list[str]) -> None:
    """Write the schema files, or the list of released ones, to a directory; or print one."""
    match arguments:
        case ["--release", folder]:
            texts = schema_files().values()
            listed = Path(folder, RELEASED)
            before = listed.read_text("utf-8") if listed.exists() else ""
            listed.write_text(with_new(before, texts), encoding="utf-8", newline="\n")
        case [folder]:
            for name, text in published_files().items():
                Path(folder, name).write_text(text, encoding="utf-8", newline="\n")
        case _:
            sys.stdout.write(_text(json_schema()))


if __name__ == "__main__":  # pragma: no cover
    main(sys.argv[1:])
