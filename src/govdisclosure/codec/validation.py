"""Validating a document: every problem as a finding, nothing raised for what it says.

Without a schema the loader's explaining path judges, which explains best and accepts exactly
what the schema ``report`` accepts (the laws in tests/clauses hold the two together). With a
schema, a published one or one of your own, jsonschema judges, and its errors come back as the
same findings.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve

from govdisclosure.codec._problems import MOST, Locate, Problems, data_of, presentable, shortened
from govdisclosure.codec._quick import accept, is_accepted_data
from govdisclosure.codec._shapes import Object, report_shape
from govdisclosure.codec._structure import intended_form, structure
from govdisclosure.codec.schema import findings_by_schema
from govdisclosure.errors import InvalidReportError
from govdisclosure.findings import Finding
from govdisclosure.form import Json
from govdisclosure.i18n import Message
from govdisclosure.model import EDITIONS, AnyEdition


def validate(
    document: Json,
    *,
    schema: str | Mapping[str, Json] | None = None,
    editions: Sequence[AnyEdition] = EDITIONS,
    most: int = MOST,
) -> tuple[Finding, ...]:
    """What is wrong with a document: nothing if it is valid, else every problem in order.

    ``document`` is JSON text (``str``, or ``bytes`` in UTF-8) or the data of one.
    ``schema`` is the name of a published schema or a schema of your own, which may refer
    to the published ones by their ``$id``; nothing is fetched. ``editions`` has a say only
    without a schema. After ``most`` findings one more says how many others there are.

    >>> from govdisclosure.i18n import ENGLISH
    >>> from govdisclosure.codec import to_dict
    >>> from govdisclosure.model import EDITION_2021
    >>> document = to_dict(EDITION_2021.blank(issuer="青禾县", year=2023, number=0))
    >>> validate(document)
    ()
    >>> document["requests"]["received"]["total"] = "3"
    >>> [finding] = validate(document)
    >>> finding.rule_id, finding.pointer
    ('JSON-TYPE', '/requests/received/total')
    >>> print(finding.render(ENGLISH))  # doctest: +NORMALIZE_WHITESPACE
    3. Requests received and handled: row "1. New requests received this year",
    column "Total": expected a whole number from -9007199254740991 to 9007199254740991 or null,
    found the string "3"

    Raises:
        KeyError: there is no published schema of that name.
        InvalidSchemaError: the schema of your own is none.
    """
    is_text = isinstance(document, (str, bytes))
    if schema is None and _is_accepted(document, editions):
        return ()
    try:
        data = data_of(document) if is_text else document
    except InvalidReportError as refusal:
        return refusal.findings
    shape = report_shape(None, tuple(editions))
    if schema is None:
        return _findings_by_loader(shape, data, most)
    inside, base = _report_in(data)
    locate = intended_form(shape, inside).location
    findings = findings_by_schema(schema, data, locate, most + 1)
    # jsonschema was stopped there: how many more it would have found is not known.
    more = Message("json_more_than", {"most": most}) if len(findings) > most else None
    return presentable([_locate_in_report(one, locate, base) for one in findings[:most]], more)


def _is_accepted(document: Json, editions: Sequence[AnyEdition]) -> bool:
    if isinstance(document, str | bytes):
        return accept(document, editions) is not None
    return is_accepted_data(document, editions)


def _findings_by_loader(shape: Object, data: Json, most: int) -> tuple[Finding, ...]:
    problems = Problems(intended_form(shape, data).location, root=data, most=most)
    structure(problems, shape, data, "")
    return presentable(problems.findings, problems.rest)


def _report_in(data: Json) -> tuple[Any, str]:
    """The report in a document, and where it stands: a reading has it at ``/report``."""
    if isinstance(data, dict) and "schema_version" not in data and "report" in data:
        return data["report"], "/report"
    return data, ""


def _locate_in_report(finding: Finding, locate: Locate, base: str) -> Finding:
    if not base or not finding.pointer.startswith(base + "/"):
        return finding
    return evolve(finding, place=locate(shortened(finding.pointer.removeprefix(base))))
