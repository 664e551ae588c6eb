"""JSON Schemas (draft 2020-12), written from the same shapes that the loader reads by.

``python -m docs.generate`` writes the published files again, in a checkout.
"""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from govdisclosure.codec._shapes import Object, TaggedUnion, report_shape
from govdisclosure.codec.schema._draft07 import to_draft_07
from govdisclosure.codec.schema._generate import Writer
from govdisclosure.codec.schema._parts import Schema
from govdisclosure.codec.schema._records import record_schema
from govdisclosure.form import Table
from govdisclosure.model import EDITIONS, SCHEMA_VERSION, AnyEdition, AnyReport, Report, tables_of

_MAY_SAY = (
    "Annual report on government information disclosure: what a published report may say,"
    " mistakes such as a negative count included. Rules, not the schema, call them mistakes."
)
_ASKED = (
    "Annual report on government information disclosure: what the form asks for. No count"
    " is below 0; a cell may still be null. A published report that does not keep to this is a"
    " report all the same: see the schema report."
)


def json_schema(
    report_type: type[AnyReport] = Report, editions: Iterable[AnyEdition] = EDITIONS
) -> Schema:
    """The JSON Schema of a report: of one exact type, or with tables of any of the editions.

    It accepts exactly the data that ``loads`` accepts. The words of the form stand in
    the annotations ``x-label``, ``x-unit``, ``x-also``, ``x-under``; what a key
    means in ``description``, for people, and in ``x-meaning``; the rules of the form that touch
    each cell in ``x-rules``, at the table.

    >>> from govdisclosure.model import Report2021
    >>> json_schema(Report2021)["$id"]
    'urn:govdisclosure:schema:report-2021:1.0.0'

    Raises:
        TypeError: ``report_type`` is no type of report.
        ValueError: ``editions`` is empty.
    """
    return _schema(report_shape(tables_of(report_type), tuple(editions)), Writer())


def statutory_schema(report_type: type[AnyReport]) -> Schema:
    """The JSON Schema of what the form asks for: of one exact type, with no count below 0.

    >>> from govdisclosure.model import Report2021
    >>> statutory_schema(Report2021)["$id"]
    'urn:govdisclosure:schema:statutory-2021:1.0.0'

    Raises:
        TypeError: ``report_type`` is no type of report.
    """
    return _schema(report_shape(tables_of(report_type)), Writer(as_asked=True))


def draft_07_schema(
    report_type: type[AnyReport] = Report, editions: Iterable[AnyEdition] = EDITIONS
) -> Schema:
    """The same schema as :func:`json_schema` in draft-07, as generators of types want it.

    It gives every document the same verdict. A table of several editions is a choice of types
    there (``anyOf``), where the other follows the edition that a document names: then an error
    is one of the table that was meant.

    >>> draft_07_schema()["$id"]
    'report.draft-07-1.0.0'

    Raises:
        TypeError: ``report_type`` is no type of report.
        ValueError: ``editions`` is empty.
    """
    shape = report_shape(tables_of(report_type), tuple(editions))
    return to_draft_07(_schema(shape, Writer(for_generators=True)))


def _schema(shape: Object, writer: Writer) -> Schema:
    return record_schema(
        shape,
        schema_name(shape, "statutory" if writer.as_asked else "report"),
        SCHEMA_VERSION,
        "政府信息公开工作年度报告",
        description=_ASKED if writer.as_asked else _MAY_SAY,
        writer=writer,
    )


def schema_name(shape: Object, kind: str = "report") -> str:
    """The name of the schema of a report shape, by the editions of its tables.

    Without the name of any edition it is the one that takes exactly the official ones.

    >>> [schema_name(report_shape(t)) for t in (None, EDITIONS[0].tables)]
    ['report', 'report-2019']
    """
    unions = {n: f.shape for n, f in shape.fields.items() if isinstance(f.shape, TaggedUnion)}
    official = {n: [getattr(e, n) for e in EDITIONS] for n in unions}
    if all([t.cls for t in s.branches.values()] == official[n] for n, s in unions.items()):
        return kind
    names = dict.fromkeys(
        "-or-".join(_edition_name(t, official[n]) for t in s.branches.values())
        for n, s in unions.items()
    )
    return "-".join([kind, *names]).lower()


def _edition_name(table: Object, official: Sequence[type[Table]]) -> str:
    """The name of a table's edition; one that has an official name and is not it is told apart."""
    names = [one.edition for one in official]
    own = table.edition in names and table.cls not in official
    return quote(f"own-{table.edition}" if own else table.edition, safe="")
