"""The text of a cell of a workbook as a person reads it. Needs the extra ``xlsx`` (openpyxl).

openpyxl's own reader warns and prints, which concerns the whole program, of things that only
editors need; what it knows of number formats and dates is used here, and no more of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import MAX_PREC, Context, Decimal
from typing import TypeVar
from xml.etree.ElementTree import Element

from attrs import frozen
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel
from openpyxl.utils.escape import unescape

from govdisclosure.document._marks import Mark, spell_out

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
"""What stands before the name of every element of SpreadsheetML."""

_FORMULA, _INLINE, _SAVED, _TEXT, _RUN = (f"{MAIN}{name}" for name in ("f", "is", "v", "t", "r"))
_SHARED = f"{MAIN}si"

_LONGEST = 2_000
"""Characters of a number format; by its standard it has 255."""

_DATES_IN_CHINA = frozenset((*range(27, 37), *range(50, 59)))
"""Number formats without a text of their own that are dates in a Chinese Excel."""

_PLAIN_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)
_LITERAL = re.compile(r'"[^"]*"|[\\!].')
_COLOUR = re.compile(r"\[[^\]]*\]|_.|\*.")
_WITH_UNIT = re.compile(
    r'(?:General|[#0?]+(?:,[#0?]+)*(?:\.[#0?]+)?)((?:[" ]|\\?[^\x00-\x7f])+)', re.I
)
"""A number format that shows the whole number and a Chinese word behind it."""

T = TypeVar("T")

_ALIGNED: dict[str | None, Mark] = {"superscript": Mark.RAISED, "subscript": Mark.LOWERED}
_BOOLEANS = {"0": "FALSE", "1": "TRUE"}
_EXACT = Context(prec=MAX_PREC)  # the program's own may round


@frozen
class _Style:
    """How the cells of a style show a number, and whether they strike out what is in them."""

    number_format: str
    is_struck: bool
    is_date: bool


@frozen
class CellTexts:
    """What cells share: texts and styles by number, and the day from which dates are counted."""

    shared: Mapping[str, str]
    styles: Mapping[str, _Style]
    epoch: datetime

    def text(self, cell: Element) -> str:
        """The text of a cell as a person reads it; what is struck out is marked."""
        number = cell.get("s")
        style = self.styles[number] if number else self.styles.get("0", _PLAIN)
        words = self._words(cell, style)
        words = unescape(words).replace("\r\n", "\n").replace("\r", "\n").strip()
        return spell_out(words, [Mark.STRUCK] if style.is_struck else [])

    def _words(self, cell: Element, style: _Style) -> str:
        kind, saved, formula = cell.get("t", "n"), cell.findtext(_SAVED), cell.find(_FORMULA)
        if kind == "inlineStr":
            return "".join(map(text_of, cell.iter(_INLINE)))
        if not saved:
            if formula is None or kind == "str":  # a formula may give an empty text
                return ""
            return "=" + (formula.text or "…")  # of cells that share one only the first has it
        if kind == "s":
            return self.shared[saved.strip()]
        if kind == "b":
            return _BOOLEANS.get(saved, saved)
        if kind != "n" or not _PLAIN_NUMBER.fullmatch(saved.strip()):
            return saved
        number = float(saved) if re.search("[.eE]", saved) else int(saved)
        return self._day(number, style) if style.is_date else _number(number, style.number_format)

    def _day(self, number: int | float, style: _Style) -> str:
        is_span = is_timedelta_format(style.number_format)
        try:
            day = from_excel(number, self.epoch, timedelta=is_span)
        except (OverflowError, ValueError):
            return "#VALUE!"
        is_day = isinstance(day, datetime)
        return day.isoformat(" ").removesuffix(" 00:00:00") if is_day else str(day)


_PLAIN = _Style("General", is_struck=False, is_date=False)


def cell_texts(strings: Element | None, styles: Element | None, is_mac: bool) -> CellTexts:
    """What the cells of a workbook share, from its parts for texts and for styles."""
    shared = map(text_of, strings.iter(_SHARED)) if strings is not None else ()
    return CellTexts(
        _by_number(shared),
        _by_number(_styles(styles) if styles is not None else ()),
        CALENDAR_MAC_1904 if is_mac else CALENDAR_WINDOWS_1900,
    )


def _by_number(values: Iterable[T]) -> dict[str, T]:
    return {str(number): value for number, value in enumerate(values)}


def _styles(styles: Element) -> Iterator[_Style]:
    of_book = {
        int(n.get("numFmtId", 0)): n.get("formatCode", "") for n in _all(styles, "numFmts/numFmt")
    }
    codes = {**BUILTIN_FORMATS, **of_book}
    if max(map(len, codes.values())) > _LONGEST:
        raise ValueError
    dates = {*_DATES_IN_CHINA, *(number for number, code in codes.items() if is_date_format(code))}
    fonts = [_is_on(font.find(f"{MAIN}strike")) for font in _all(styles, "fonts/font")]
    for look in _all(styles, "cellXfs/xf"):
        number = int(look.get("numFmtId", 0))
        font = look.get("fontId")
        is_struck = font is not None and fonts[int(font)]
        yield _Style(codes.get(number, "General"), is_struck, number in dates)


def _all(root: Element, path: str) -> list[Element]:
    return root.findall(".//" + "/".join(MAIN + name for name in path.split("/")))


def _is_on(node: Element | None) -> bool:
    return node is not None and node.get("val", "1") not in ("0", "false")


def text_of(node: Element) -> str:
    """A text whose pieces may have fonts of their own; what says how to read it is left out."""
    return "".join(map(_piece, (child for child in node if child.tag in (_TEXT, _RUN))))


def _piece(piece: Element) -> str:
    if piece.tag == _TEXT:
        return piece.text or ""
    look = piece.find(f"{MAIN}rPr")
    marks = []
    if look is not None:
        alignment = look.find(f"{MAIN}vertAlign")
        mark = _ALIGNED.get(alignment.get("val")) if alignment is not None else None
        marks = [mark] if mark else []
        marks += [Mark.STRUCK] if _is_on(look.find(f"{MAIN}strike")) else []
    return spell_out(piece.findtext(_TEXT) or "", marks)


def _number(value: int | float, number_format: str) -> str:
    """A number as its format shows it, but with all its digits: 15, as many as Excel keeps.

    >>> _number(7730.280000000001, "General"), _number(1288.0, "#,##0"), _number(10.4, "0.00")
    ('7730.28', '1288', '10.40')
    >>> _number(0.125, "0%"), _number(1288, '0"件"'), _number(12345, '0!.0,"万"')
    ('12.5%', '1288件', '12345')
    """
    pattern = _COLOUR.sub("", number_format.split(";")[0])
    plain = _LITERAL.sub("", pattern)
    number = Decimal(value) if isinstance(value, int) else Decimal(format(value, ".15g"))
    text = format(number.scaleb(2, _EXACT) if "%" in plain else number, "f")
    decimals = re.search(r"\.(0+)", plain)
    if decimals and number.is_finite():
        whole, _, fraction = text.partition(".")
        text = f"{whole}.{fraction.ljust(len(decimals[1]), '0')}"
    if "%" in plain:
        return text + "%"
    unit = _WITH_UNIT.fullmatch(pattern)
    return text + re.sub(r'["\\\s]', "", unit[1]) if unit else text
