"""Cells as CSV or JSON Lines, one line a cell; the data dictionary as CSV."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import StringIO

from attrs import asdict, fields

from govdisclosure.analysis import CellRow, DictionaryRow
from govdisclosure.codec import number_data
from govdisclosure.form import Kind
from govdisclosure.form.meanings import Statement
from govdisclosure.i18n import Text, escape_controls, words_data

COLUMNS = tuple(field.name for field in fields(CellRow))
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
    return _lines([getattr(row, name) for name in COLUMNS] for row in rows)


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
    objects = ({**asdict(row), "value": number_data(row.value)} for row in rows)
    lines = (json.dumps(row, ensure_ascii=False) for row in objects)
    return "".join(escape_controls(line) + "\n" for line in lines)


def _lines(records: Iterable[Iterable[object]]) -> str:
    lines = StringIO()
    csv.writer(lines).writerows(map(_field, record) for record in records)
    return lines.getvalue()


def _field(value: object) -> str:
    r"""A value as a spreadsheet may have it.

    >>> [_field(v) for v in (-8, "-8", "=HYPERLINK(A1)", "'", "无", None, "\t@a")]
    ['-8', '-8', "'=HYPERLINK(A1)", "''", '无', '', "'\\t@a"]
    """
    if not isinstance(value, str):
        return "" if value is None else format(value, "f" if isinstance(value, Decimal) else "")
    bare = value.strip()
    runs = bare.startswith(_FORMULA) and not _SIGNED.fullmatch(bare)
    return ("'" if runs else "") + escape_controls(value)
