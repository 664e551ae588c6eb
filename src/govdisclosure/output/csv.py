"""Cells as CSV or JSON Lines, one line a cell."""

import csv
import json
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from govdisclosure.analysis import CellRow
from govdisclosure.codec import number_data
from govdisclosure.i18n import escape_controls

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
    return csv_lines(rows)


def csv_lines(rows: Iterable[Sequence[object]]) -> str:
    """Lines of CSV of any values, made harmless as :func:`csv_text` says."""
    lines = StringIO()
    csv.writer(lines).writerows([_field(value) for value in row] for row in rows)
    return lines.getvalue()


def jsonl_text(rows: Iterable[CellRow]) -> str:
    """Lines of JSON, one object a cell; a text stands there exactly as it was printed.

    An amount is a string, so that it keeps its digits; a count is a number.
    """
    objects = ({**row._asdict(), "number": number_data(row.number)} for row in rows)
    lines = (json.dumps(row, ensure_ascii=False) for row in objects)
    return "".join(escape_controls(line) + "\n" for line in lines)


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
