"""Reports back from a table of cells: what :func:`tidy` gives, or a table of one's own."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from math import isfinite
from operator import getitem
from typing import TypeVar

from attrs import evolve

from govdisclosure.analysis._tidy import CellRow
from govdisclosure.codec import from_dict, to_dict
from govdisclosure.errors import InvalidReportError
from govdisclosure.findings import Finding, Severity
from govdisclosure.form import CellState, Form, JsonObject, Kind, tokens, whole
from govdisclosure.i18n import Message
from govdisclosure.model import (
    ANY_FORM,
    EDITIONS,
    AnyEdition,
    OfficialReport,
    Report,
    TableClasses,
    for_year,
    form_with,
)

K = TypeVar("K", bound=Hashable)

_Row = Mapping[str, object]


def reports_from_rows(
    rows: Iterable[CellRow | Mapping[K, object]], editions: Sequence[AnyEdition] = EDITIONS
) -> tuple[OfficialReport, ...]:
    """The reports that a table of cells holds, in the order of their first rows.

    Rows are those of :func:`tidy`, or mappings with some of the same keys, as
    ``frame.to_dict("records")`` of pandas and ``frame.iter_rows(named=True)`` of Polars give them.
    ``pointer`` says the cell, ``number`` or ``amount`` what stands in it; rows with the same
    ``file``, ``issuer`` and ``year`` are of one report. NaN, NaT and NA are nothing, whole numbers
    may be of any class and written as ``3.0``. A cell without a row is blank. Tables 2 and 3 are of
    the ``edition`` that their rows name, else of the one prescribed for the year. What is in no
    row (title, period, prose, extensions) is not in the reports either.

    >>> cell = {"year": 2024, "pointer": "/requests/received/total"}
    >>> rows = [{"issuer": "甲县", **cell, "number": 3.0}, {"issuer": "乙县", **cell}]
    >>> [report.requests.received.total for report in reports_from_rows(rows)]
    [3, None]

    Raises:
        TypeError: a row is neither a :class:`CellRow` nor a mapping.
        InvalidReportError: a value is not what stands in its cell, is there twice or in another
            unit than the form's, no form has such a cell, or nothing tells the edition; each
            finding has its pointer and says of whose report.
    """
    groups: dict[tuple[object, ...], list[_Row]] = {}
    for row in rows:
        pairs = row._asdict() if isinstance(row, CellRow) else row
        if not isinstance(pairs, Mapping):
            raise TypeError(
                f"a row is a CellRow or a mapping, not {type(row)}: of a data frame give"
                ' frame.to_dict("records") (pandas) or frame.iter_rows(named=True) (Polars)'
            )
        values = {str(key): _value(value) for key, value in pairs.items()}
        report = tuple(_identity(values.get(key)) for key in _OF_REPORT)
        groups.setdefault(report, []).append(values)
    return tuple(_report(group, editions) for group in groups.values())


_OF_REPORT = ("file", "issuer", "year")
"""What tells the rows of one report from those of others."""


def _value(value: object) -> object:
    """A value, or ``None`` for what data frames have where there is none.

    >>> _value(3), _value(float("nan"))
    (3, None)
    """
    try:
        return value if value == value else None
    except (TypeError, ArithmeticError):  # NA of pandas is neither equal nor not, nor is sNaN
        return None
    except ValueError:  # an array, which is no value of a cell
        return value


def _identity(value: object) -> object:
    """What a value that tells reports apart is compared by; it may be of any class."""
    number = whole(value)
    return number if isinstance(number, str | int | float | None) else repr(number)


def _report(rows: Sequence[_Row], editions: Sequence[AnyEdition]) -> OfficialReport:
    try:
        return from_dict(_data(rows, _tables(rows, editions)), editions=editions)
    except InvalidReportError as problem:
        names = (str(rows[0][key]) for key in _OF_REPORT if rows[0].get(key) is not None)
        report = " ".join(names) or "?"
        findings = (
            evolve(one, message=Message("of_rows", {"report": report, "message": one.message}))
            for one in problem.findings
        )
        raise InvalidReportError(tuple(findings)) from None


def _name(edition: object) -> str | None:
    """The name of an edition, which data frames may have made a number of.

    >>> _name("2021"), _name(2021), _name(2021.0), _name("")
    ('2021', '2021', '2021', None)
    """
    name = whole(edition, floats=True)
    return None if name is None else str(name) or None


def _tables(rows: Sequence[_Row], editions: Sequence[AnyEdition]) -> TableClasses:
    """The classes of tables 2 and 3, by the editions that rows name, or by the year."""
    by_name = {edition.name: edition for edition in editions}
    year = whole(rows[0].get("year"))
    is_number = isinstance(year, int) or (isinstance(year, float) and isfinite(year))
    of_year = for_year(int(year), editions) if is_number else None
    names_of: dict[str, set[str]] = {}
    for row in rows:
        section = str(row.get("pointer")).lstrip("/").partition("/")[0]
        if name := _name(row.get("edition")):
            names_of.setdefault(section, set()).add(name)

    def edition_of(section: str) -> AnyEdition:
        names = sorted(names_of.get(section, ()))
        edition = by_name.get(names[0]) if len(names) == 1 else None if names else of_year
        if edition is None:
            about = {"editions": tuple(names)}
            problem = _problem(ANY_FORM, "JSON-EDITION", f"/{section}", "rows_edition", about)
            raise InvalidReportError((problem,))
        return edition

    disclosure, requests = edition_of("proactive_disclosure"), edition_of("requests")
    return disclosure.proactive_disclosure, requests.requests


def _data(rows: Sequence[_Row], tables: TableClasses) -> JsonObject:
    """What the rows of a report say, in JSON."""
    form, data = form_with(tables), to_dict(Report.blank(*tables))
    data |= {"issuer": {"name": rows[0].get("issuer")}, "year": rows[0].get("year")}
    problems: list[Finding] = []
    pointers: set[str] = set()
    for row in rows:
        pointer = row.get("pointer")
        if not isinstance(pointer, str) or pointer not in form.cells:
            unknown = {"pointer": str(pointer)[:200]}
            problems.append(_problem(form, "JSON-UNKNOWN-KEY", "", "rows_no_cell", unknown))
        elif pointer in pointers:
            problems.append(_problem(form, "JSON-DUPLICATE-KEY", pointer, "rows_twice"))
        else:
            pointers.add(pointer)
            problems += _put(data, form, pointer, row)
    if problems:
        raise InvalidReportError(tuple(problems))
    return data


def _put(data: JsonObject, form: Form, pointer: str, row: _Row) -> Iterator[Finding]:
    """Put a cell and its note where they stand in JSON."""
    column, number, amount = form.cells[pointer], row.get("number"), row.get("amount")
    unit, value = row.get("unit") or None, amount if number is None else number
    usual_state = CellState.BLANK if value is None else CellState.NUMBER
    if number is not None and amount is not None:
        yield _problem(form, "JSON-VALUE", pointer, "rows_two_values")
    if column.kind is not Kind.MONEY and unit not in (None, column.label.unit):
        about = {"unit": column.label.unit, "found": str(unit)[:60]}
        yield _problem(form, "JSON-VALUE", pointer, "rows_unit", about)
    *above, name = tokens(pointer)
    holder = reduce(getitem, above, data)
    if column.kind is Kind.MONEY:
        holder[name] = {"value": _amount(value), "unit": unit}
    else:
        holder[name] = _amount(value) if column.kind is Kind.AMOUNT else value
    state, note, has_note = row.get("state"), row.get("note"), row.get("has_note")
    if has_note not in (None, False, True):
        yield _problem(form, "JSON-TYPE", pointer, "rows_no_flag")
    if has_note or note is not None or state not in (None, usual_state):
        printed = row.get("printed")
        data["cell_notes"][pointer] = {
            "printed": "" if printed is None else printed,
            "note": note,
            "state": str(state or usual_state),
        }


def _amount(value: object) -> object:
    """An amount as JSON has it; what is none as it is.

    >>> _amount(3), _amount(10.4), _amount(Decimal("10.40")), _amount("10.40"), _amount(True)
    ('3', '10.4', '10.40', '10.40', True)
    """
    number = whole(value, floats=True)
    if isinstance(number, float) and isfinite(number):
        number = Decimal(float.__repr__(number))
    if isinstance(number, int | Decimal) and not isinstance(number, bool):
        return format(Decimal(number), "f")
    return number


def _problem(
    form: Form, rule_id: str, pointer: str, key: str, about: Mapping[str, object] | None = None
) -> Finding:
    return Finding(
        rule_id=rule_id,
        severity=Severity.ERROR,
        pointer=pointer,
        place=form.location(pointer),
        message=Message(key, about or {}),
    )
