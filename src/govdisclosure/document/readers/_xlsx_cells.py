"""The text of a cell of a workbook as a person reads it. Needs the extra ``xlsx`` (openpyxl)."""

import re
from datetime import datetime
from decimal import Decimal

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.escape import unescape

from govdisclosure.document._marks import Mark, spell_out

_LONGEST = 255
"""Characters of a number format, by its standard."""

_LITERAL = re.compile(r'"[^"]*"|[\\!].')
_COLOUR = re.compile(r"\[[^\]]*\]|_.|\*.")
_WITH_UNIT = re.compile(
    r'(?:General|[#0?]+(?:,[#0?]+)*(?:\.[#0?]+)?)((?:[" ]|\\?[^\x00-\x7f])+)', re.I
)
"""A number format that shows the whole number and a Chinese word behind it."""

_ALIGNED: dict[str | None, Mark] = {"superscript": Mark.RAISED, "subscript": Mark.LOWERED}


def text(cell: ReadOnlyCell) -> str:
    """The text of a cell as a person reads it; what is struck out is marked."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        words = str(value).upper()
    elif isinstance(value, int | float):
        words = _number(value, cell.number_format or "")
    elif isinstance(value, CellRichText):
        words = "".join(map(_run, value))
    elif isinstance(value, datetime):
        words = value.isoformat(" ").removesuffix(" 00:00:00")
    else:
        words = str(value)
    words = unescape(words).replace("\r\n", "\n").replace("\r", "\n").strip()
    return spell_out(words, [Mark.STRUCK] if cell.has_style and cell.font.strike else [])


def _run(run: str | TextBlock) -> str:
    """A piece of a text, which may have a font of its own."""
    if isinstance(run, str):
        return run
    marks = [_ALIGNED[run.font.vertAlign]] if run.font.vertAlign in _ALIGNED else []
    return spell_out(run.text, [*marks, Mark.STRUCK] if run.font.strike else marks)


def _number(value: int | float, number_format: str) -> str:
    """A number as its format shows it, but with all its digits: 15, as many as Excel keeps.

    >>> _number(7730.280000000001, "General"), _number(1288.0, "#,##0"), _number(10.4, "0.00")
    ('7730.28', '1288', '10.40')
    >>> _number(0.125, "0%"), _number(1288, '0"件"'), _number(12345, '0!.0,"万"')
    ('12.5%', '1288件', '12345')
    """
    pattern = _COLOUR.sub("", number_format[:_LONGEST].split(";")[0])
    plain = _LITERAL.sub("", pattern)
    number = Decimal(value) if isinstance(value, int) else Decimal(format(value, ".15g"))
    text = format(number.scaleb(2) if "%" in plain else number, "f")
    decimals = re.search(r"\.(0+)", plain)
    if decimals and number.is_finite():
        whole, _, fraction = text.partition(".")
        text = f"{whole}.{fraction.ljust(len(decimals[1]), '0')}"
    if "%" in plain:
        return text + "%"
    unit = _WITH_UNIT.fullmatch(pattern)
    return text + re.sub(r'["\\\s]', "", unit[1]) if unit else text
