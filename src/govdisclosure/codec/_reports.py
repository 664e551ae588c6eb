"""Reports ⇄ JSON: ``loads`` and ``dumps``, strict in both directions.

Nothing is coerced, dropped or guessed: ``"3"`` is not 3, ``true`` is not 1, a missing key
is not ``null``. A number without a fraction is a whole number however it is written
(``3.0``, ``1e2``); it comes back out as ``3`` and ``100``. Two documents that hold the
same are written the same.
"""

from collections.abc import Sequence

from attrs import frozen

from govdisclosure.codec._explaining import refuse, structure_report
from govdisclosure.codec._problems import Problems, data_of, presentable
from govdisclosure.codec._quick import accept, accept_data, emit_data, emit_text
from govdisclosure.codec._shapes import Anything, report_shape
from govdisclosure.codec._strict_json import encode
from govdisclosure.codec._structure import structure
from govdisclosure.codec._unstructure import unstructure
from govdisclosure.findings import Finding, Severity
from govdisclosure.form import Json, JsonObject, Table, pointer
from govdisclosure.i18n import Message
from govdisclosure.model import ANY_FORM, EDITIONS, AnyEdition, AnyReport, OfficialReport, Report

PRESERVED_KEY = "x_preserved"
"""The extension that holds what :func:`load_preserving` found no place for."""


@frozen
class Loaded:
    """A report with what was remarkable about its document."""

    report: OfficialReport
    findings: tuple[Finding, ...]


def loads(text: str | bytes, *, editions: Sequence[AnyEdition] = EDITIONS) -> OfficialReport:
    """A report from its JSON text; bytes are UTF-8, with or without a byte order mark.

    The edition of each table is the one that its own ``edition`` names.

    >>> from govdisclosure.model import EDITION_2021
    >>> loads(dumps(EDITION_2021.blank(issuer="青禾县", year=2023)))
    <Report 青禾县 2023: table 2 of 2021, table 3 of 2021, 0 of 200 cells with a number>

    Raises:
        InvalidReportError: the text is not a report; the exception carries every problem.
    """
    report = accept(text, editions)
    return structure_report(data_of(text), editions)[0] if report is None else report


def load_preserving(text: str | bytes, *, editions: Sequence[AnyEdition] = EDITIONS) -> Loaded:
    """Like :func:`loads`, but unknown keys are kept and reported instead of refused.

    What they held moves to ``extensions["x_preserved"]``, pointer by pointer
    (``x_preserved_2`` where the document uses that name already), so that the report can
    be written again as a valid document. Each is an ``info`` finding.

    >>> from govdisclosure.i18n import ENGLISH
    >>> from govdisclosure.model import EDITION_2021
    >>> document = to_dict(EDITION_2021.blank()) | {"colour": "red"}
    >>> import json
    >>> loaded = load_preserving(json.dumps(document))
    >>> loaded.report.extensions
    {'x_preserved': {'/colour': 'red'}}
    >>> loaded.findings[0].message.render(ENGLISH)
    'there is no place for the key "colour"; what it held is kept at /extensions'

    Raises:
        InvalidReportError: something else is wrong with the document.
    """
    report = accept(text, editions)
    if report is not None:  # nothing is remarkable about it
        return Loaded(report, ())
    report, problems = structure_report(data_of(text), editions, preserve=True)
    if problems.surplus:
        extensions = report.extensions
        names = (
            PRESERVED_KEY if n == 1 else f"{PRESERVED_KEY}_{n}"
            for n in range(1, len(extensions) + 2)
        )
        name = next(n for n in names if n not in extensions)
        # Further down than it stood, the content may be nested too deeply now.
        structure(problems, Anything(), problems.surplus, pointer("extensions", name))
        report = report.replace({"/extensions": {**extensions, name: problems.surplus}})
    refuse(problems)
    return Loaded(report, presentable(problems.findings, _rest_of_surplus(problems), Severity.INFO))


def from_dict(data: Json, *, editions: Sequence[AnyEdition] = EDITIONS) -> OfficialReport:
    """A report from plain data (dicts, lists, strings, numbers), which stays as it is.

    Raises:
        InvalidReportError: the data is not a report; the exception carries every problem.
    """
    report = accept_data(data, None, editions)
    return structure_report(data, editions)[0] if report is None else report


def to_dict(report: AnyReport) -> JsonObject:
    """A report as plain data, ready for any JSON writer: amounts are strings.

    >>> from govdisclosure.model import EDITION_2021
    >>> to_dict(EDITION_2021.blank(number=0))["proactive_disclosure"]["fees"]
    {'amount_wan_yuan': '0'}

    Raises:
        InvalidReportError: a report built by hand holds what cannot be said in JSON.
    """
    data = emit_data(report) if _has_tables(report) else None
    return _to_data(report) if data is None else data


def _to_data(report: AnyReport) -> JsonObject:
    # The explaining path: it finds everything that is wrong.
    whole = _has_tables(report)
    shape = report_shape(report.tables if whole else None)
    data = unstructure(shape, report)
    problems = Problems(report.form.location if whole else ANY_FORM.location, root=data)
    again = structure(problems, shape, data, "")
    refuse(problems)
    notes = {address: data["cell_notes"][address] for address in again.cell_notes}
    # The reader rebuilt the extensions: nothing of the report is shared with the data.
    return {**data, "cell_notes": notes, "extensions": again.extensions}


def dumps(report: AnyReport, *, indent: int | None = 2) -> str:
    r"""Canonical JSON of a report: keys in the order of the form, a line end at the end.

    ``indent=None`` gives a single line without spaces.

    >>> from govdisclosure.model import EDITION_2021
    >>> dumps(EDITION_2021.blank(year=2023), indent=None)[:40]
    '{"schema_version":"1.0.0","title":null,"'

    Raises:
        InvalidReportError: a report built by hand holds what cannot be said in JSON.
    """
    text = emit_text(report, indent) if _has_tables(report) else None
    return encode(_to_data(report), indent) if text is None else text


def _has_tables(report: object) -> bool:
    return isinstance(report, Report) and all(
        isinstance(t, Table) and t.edition for t in (report.proactive_disclosure, report.requests)
    )


def _rest_of_surplus(problems: Problems) -> Message | None:
    more = len(problems.surplus) - len(problems.findings)
    return Message("json_kept_more", {"unlisted": more, "kept": "/extensions"}) if more else None
