"""Bytes of a PDF → its sheets: what is printed on each page and where."""

import logging
import struct
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise

from attrs import frozen
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTPage, LTRect
from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.psexceptions import PSException

from govdisclosure.document.readers._refusals import unreadable
from govdisclosure.document.readers.pdf._layouts import layouts
from govdisclosure.document.readers.pdf._radicals import as_characters

# What pdfminer finds odd is no business of whoever reads a report; without a handler of its
# own, logging would print it. Who listens to the log still hears it.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())

_DAMAGED: tuple[type[Exception], ...] = (PSException, struct.error, ArithmeticError, OSError)
_DAMAGED += (AssertionError, AttributeError, EOFError, LookupError, RuntimeError)
_DAMAGED += (TypeError, ValueError)
"""What pdfminer raises for syntax that is not what it should be: it trusts most of it."""

_STRAIGHT = 0.1
"""How far a baseline may rise, as a part of its length, and still be straight."""

_SMALLEST = 1
"""Points of type below which nothing can be seen."""

_NOT_KNOWN = "\ufffd"
"""Stands where the font does not say which character is printed."""


@frozen
class Box:
    """A rectangle on a sheet, in points from the upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def x(self) -> float:
        """The middle from side to side."""
        return (self.x0 + self.x1) / 2

    @property
    def y(self) -> float:
        """The middle from top to bottom."""
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        """The height; that of a character is the size of its type."""
        return self.bottom - self.top

    def holds(self, other: "Box") -> bool:
        """Whether the middle of another rectangle is in this one."""
        return self.x0 <= other.x <= self.x1 and self.top <= other.y <= self.bottom


@frozen
class Glyph(Box):
    """A printed character, or a space."""

    text: str


@frozen
class Sheet:
    """One page: what is printed, what is ruled, and whether it has pictures."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Box, ...]
    has_pictures: bool


def sheets(data: bytes) -> tuple[Sheet, ...]:
    """The sheets of a PDF. What is printed aslant (a watermark) is left out.

    Raises:
        UnreadableDocumentError: it is damaged, encrypted or too complex.
    """
    try:
        return tuple(_sheet(number, page) for number, page in enumerate(layouts(data), 1))
    except PDFEncryptionError as why:
        raise unreadable("encrypted", "PDF") from why
    except MemoryError as why:
        raise unreadable("too_much", "PDF") from why
    except _DAMAGED as why:
        raise unreadable("damaged", "PDF") from why


def _sheet(number: int, page: LTPage) -> Sheet:
    items = list(_items(page))
    chars = [item for item in items if isinstance(item, LTChar)]
    turns = Counter(_turn(char) for char in chars)
    turn = max((t for t in turns if t is not None), key=lambda t: turns[t], default=0)
    on_sheet = partial(_upright, turn, page.width, page.height)
    glyphs = (
        Glyph(*on_sheet(*char.bbox), text)
        for char in chars
        if _turn(char) == turn and (text := _visible(char.get_text()))
    )
    ground = page.width * page.height * _GROUND
    paths = (i for i in items if isinstance(i, LTCurve) and not _is_ground(i, ground))
    rules = (Box(*on_sheet(*rule)) for path in paths for rule in _rules(path))
    width, height = (page.height, page.width) if turn % 2 else (page.width, page.height)
    edge = Box(0, 0, width, height)
    return Sheet(
        number,
        width,
        height,
        tuple(glyph for glyph in glyphs if edge.holds(glyph) and glyph.size >= _SMALLEST),
        tuple(rule for rule in rules if edge.holds(rule)),
        any(isinstance(item, LTImage) for item in items),
    )


def _items(page: LTPage) -> Iterator[object]:
    """Everything on a page, what stands in forms included."""
    stack: list[Iterable[object]] = [page]
    while stack:
        for item in stack.pop():
            if isinstance(item, LTContainer):
                stack.append(item)
            else:
                yield item


def _turn(char: LTChar) -> int | None:
    """How many quarters a character is turned to the left; ``None`` if it stands aslant."""
    along, up = char.matrix[:2]
    if abs(up) <= _STRAIGHT * abs(along):
        return 0 if along > 0 else 2
    if abs(along) <= _STRAIGHT * abs(up):
        return 1 if up > 0 else 3
    return None


def _upright(
    turn: int, width: float, height: float, x0: float, y0: float, x1: float, y1: float
) -> tuple[float, float, float, float]:
    """A rectangle of PDF, whose zero is below, on the sheet turned so that one can read it."""
    if turn == 0:
        return x0, height - y1, x1, height - y0
    if turn == 1:
        return y0, x0, y1, x1
    if turn == 2:
        return width - x1, y0, width - x0, y1
    return height - y1, width - x1, height - y0, width - x0


def _visible(text: str) -> str:
    """What the text of a glyph prints: nothing for control characters."""
    if text.isspace():
        return " "
    if text.isprintable():
        return as_characters(text)
    characters = (c for c in text if unicodedata.category(c) not in ("Cc", "Cf"))
    return "".join(c if c.isprintable() else _NOT_KNOWN for c in characters)


def _is_ground(path: LTCurve, area: float) -> bool:
    """Whether a path is the white ground that a browser lays under a page: no edge is seen."""
    colour = path.non_stroking_color
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    is_white = all(part == 0 for part in parts) if len(parts) == 4 else set(parts) == {1}
    return is_white and bool(path.fill) and not path.stroke and path.width * path.height > area


_GROUND = 0.1
"""Part of a sheet from which a white area without an outline is no cell."""


def _rules(path: LTCurve) -> Iterator[tuple[float, float, float, float]]:
    """The straight sides of a path that may rule a table."""
    points = [*path.pts, path.pts[0]] if isinstance(path, LTRect) else path.pts
    for (a, b), (c, d) in pairwise(points):
        if abs(a - c) < _THIN or abs(b - d) < _THIN:
            yield min(a, c), min(b, d), max(a, c), max(b, d)


_THIN = 0.5
"""Points that a side may lean."""
