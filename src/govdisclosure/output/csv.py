"""Cells as CSV or JSON Lines, one line a cell; the data dictionary as CSV."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from attrs import fields

from govdisclosure.analysis import CellRow, DictionaryRow
from govdisclosure.codec import number_data
from govdisclosure.form import Kind
from govdisclosure.form.meanings import Statement
from govdisclosure.i18n import CHINESE, Language, Text, escape_controls, words_data
from govdisclosure.output.metrics import MeasuredFile, MeasuredFiles

COLUMNS = CellRow._fields
"""The columns, in the order in which they stand in a line."""

CSV_HEADER = ",".join(COLUMNS) + "\r\n"

_FORMULA = tuple("=+-@＝＋－＠'")
"""With these a spreadsheet takes a text for a formula; with the last one, for a text."""

_SIGNED = re.compile(r"[-+－＋−–—]+\s*[\d.,，]*")


def csv_text(rows: Iterable[CellRow]) -> str:
    """Lines of CSV (RFC 4180), without a header.

    ``None`` is an empty field. Nothing in it is a formula: a text that a spreadsheet might
    run gets a ``'`` before it, and so does one that begins with that; numbers, and what is
    only a sign and digits, stay as they are. Control characters are spelled out.
    """
    return _lines(rows)


def dictionary_csv(rows: Iterable[DictionaryRow]) -> str:
    """The data dictionary as CSV, its header first: a column a language of each text.

    What is said has its marks in it; in a column of its own is that of the least sure of it.
    Lists stand in one field with spaces between; what makes a text harmless is as in
    :func:`csv_text`.
    """
    records = [dict(_flat(row)) for row in rows]
    return _lines([records[0] if records else (), *(record.values() for record in records)])


def _flat(row: DictionaryRow) -> Iterator[tuple[str, str]]:
    """Columns and what stands in them."""
    for name in (field.name for field in fields(DictionaryRow)):
        match getattr(row, name):
            case Statement() as statement:
                words = words_data(statement)
                yield from ((f"{name}_{code}", words) for code, words in words.items())
                yield f"{name}_sureness", statement.sureness.value
            case Text() as text:
                yield from ((f"{name}_{code}", words) for code, words in words_data(text).items())
            case Kind() as kind:
                yield name, kind.value
            case tuple() as several:
                yield name, " ".join(several)
            case plain:
                yield name, plain


def jsonl_text(rows: Iterable[CellRow]) -> str:
    """Lines of JSON, one object a cell; a text stands there exactly as it was printed.

    An amount is a string, so that it keeps its digits; a count is a number.
    """
    objects = ({**row._asdict(), "number": number_data(row.number)} for row in rows)
    lines = (json.dumps(row, ensure_ascii=False) for row in objects)
    return "".join(escape_controls(line) + "\n" for line in lines)


_METRICS_COLUMNS = (
    *("file", "issuer", "year", "metric", "title"),
    *("numerator", "denominator", "percent", "why"),
)


def metrics_csv(run: MeasuredFiles, language: Language = CHINESE) -> str:
    """A header, and a line for each metric of each report; nothing in it is a formula.

    The ratio is ``numerator`` by ``denominator``, exact; ``percent`` is it for a reader.
    """
    return _lines([_METRICS_COLUMNS, *_rows(run.results, language)])


def _rows(files: Iterable[MeasuredFile], language: Language) -> Iterator[tuple[object, ...]]:
    for one in files:
        report = one.report
        for measure in one.metrics:
            is_ratio, words = measure.value is not None, measure.render(language)
            yield (
                *(one.file, report.issuer.name, report.year),
                *(measure.metric.name, measure.metric.title.render(language)),
                *(measure.numerator, measure.denominator),
                *((words, None) if is_ratio else (None, words)),
            )


def _lines(records: Iterable[Iterable[object]]) -> str:
    """Lines of CSV of any values, made harmless as :func:`csv_text` says."""
    lines = StringIO()
    csv.writer(lines).writerows(map(_field, record) for record in records)
    return lines.getvalue()


def _field(value: object) -> str:
    r"""A value as a spreadsheet may have it.

    >>> [_field(v) for v in (-8, "-8", "=HYPERLINK(A1)", "'", "无", None, "\t@a")]
    ['-8', '-8', "'=HYPERLINK(A1)", "''", '无', '', "'\\t@a"]
    """
    if not isinstance(value, str):
        return "" if value is None else str(value)
    bare = value.strip()
    runs = bare.startswith(_FORMULA) and not _SIGNED.fullmatch(bare)
    return ("'" if runs else "") + escape_controls(value)
