"""pdfminer with an end: how much of a hostile PDF is unpacked, parsed and drawn.

pdfminer follows a file wherever it leads: streams that unpack a thousandfold, objects that
refer to themselves, forms that draw forms, fonts that claim four thousand million
characters. Its parts are used here with meters in them; a report needs a hundredth of what
they allow.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from attrs import define
from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTPage
from pdfminer.pdfdocument import PDFDocument, PDFNoValidXRef
from pdfminer.pdffont import PDFFont, TrueTypeFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser, PDFSyntaxError
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    PDFNotImplementedError,
    PDFObjRef,
    PDFStream,
    dict_value,
    int_value,
    list_value,
    resolve1,
    stream_value,
)
from pdfminer.psparser import PSEOF, PSBaseParser, literal_name
from pdfminer.utils import apply_png_predictor

from govdisclosure.page import NoPage

MOST_PAGES = 300
"""Pages of a document; the longest reports have some forty."""

_UNPACKED = 100_000_000
"""Bytes that all streams may unpack to; whole Chinese fonts have some twenty million each."""

_PARSED = 6_000_000
"""Bytes of syntax that are parsed, those of a form once for each time it is drawn."""

_TOKEN = 10
"""Bytes that a number or a name outside of streams counts for."""

_SQUARE = 20_000
"""Bytes that are copied in the time that one takes to parse."""

_DRAWN = 50_000
"""Characters and ends of lines on one page; a full page has some two thousand."""

_MAPPED = 1_000_000
"""Characters that the tables of all fonts may speak of."""

_MOST_XREFS = 100
"""Generations of a file that was changed again and again."""

_MOST_OBJECTS = 8_388_607
"""Objects that a PDF may have by its own standard."""


_LINE = re.compile(rb"[^\r\n]*(?:\r\n?|\n)")
_XREF = re.compile(rb"startxref\s*(\d{1,9})\b")


@define
class Meter:
    """What is left of something that must not be used without end."""

    left: int

    def spend(self, amount: int) -> None:
        """Use some of it.

        Raises:
            NoPage: there is no more.
        """
        self.left -= max(amount, 0)
        if self.left < 0:
            raise NoPage("too_complex")


@define
class Meters:
    """The meters of one document."""

    unpacked: Meter
    parsed: Meter
    mapped: Meter


def layouts(data: bytes) -> Iterator[LTPage]:
    """The pages of a PDF as pdfminer lays them out, without its grouping of characters.

    Raises:
        NoPage: there is too much of it, more pages than a report has included.
    """
    meters = Meters(Meter(_UNPACKED), Meter(_PARSED), Meter(_MAPPED))
    document = _Document(_Parser(data, meters))
    fonts = _Fonts(meters)
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > MOST_PAGES:
            raise NoPage("too_complex")
        device = _Device(fonts)
        _Interpreter(fonts, device).process_page(page)
        yield device.get_result()


class _Stream(PDFStream):
    """A stream that unpacks with a measure; pictures stay packed."""

    def __init__(self, packed: PDFStream, meters: Meters) -> None:
        super().__init__(packed.attrs, packed.rawdata or b"", packed.decipher)
        self.meters = meters

    def decode(self) -> None:
        data = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, params in self.get_filters():
            data = self._unpacked(name, data)
            if params and int_value(params.get("Predictor", 1)) >= 10:
                self.meters.parsed.spend(len(data))
                colors, columns, bits = (int_value(params.get(k, n)) for k, n in _PREDICTED)
                data = apply_png_predictor(10, colors, columns, bits, data)
        self.data, self.rawdata = data, None

    def _unpacked(self, name: object, data: bytes) -> bytes:
        if name in LITERALS_FLATE_DECODE:
            data = _inflated(data, self.meters.unpacked.left + 1)
        elif name in LITERALS_ASCII85_DECODE:
            data = ascii85decode(data)
        elif name in LITERALS_ASCIIHEX_DECODE:
            data = asciihexdecode(data)
        else:
            raise PDFNotImplementedError(f"{name!r}")
        self.meters.unpacked.spend(len(data))
        return data


_PREDICTED = (("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8))


def _inflated(data: bytes, most: int) -> bytes:
    """Bytes unpacked up to some length; of damaged ones, what came before the damage."""
    inflate, pieces, left = zlib.decompressobj(), [], most
    for start in range(0, len(data), 65_536):
        if left <= 0 or inflate.eof:
            break
        try:
            pieces.append(inflate.decompress(data[start : start + 65_536], left))
        except zlib.error:
            break
        left -= len(pieces[-1])
    return b"".join(pieces)


class _Parser(PDFParser):
    def __init__(self, data: bytes, meters: Meters) -> None:
        super().__init__(BytesIO(data))
        self.data = data
        self.meters = meters

    def nexttoken(self) -> Any:
        self.meters.parsed.spend(_TOKEN)
        return super().nexttoken()

    def nextline(self) -> tuple[int, bytes]:
        """The next line; pdfminer's own takes the square of its length."""
        start = self.bufpos + self.charpos
        if not (found := _LINE.match(self.data, start)):
            raise PSEOF
        PSBaseParser.seek(self, found.end())
        return start, found.group()

    def fillbuf(self) -> bool:
        self.meters.parsed.spend(len(self._curtoken) // 100)
        return super().fillbuf()

    def _parse_string(self, s: bytes, i: int) -> int:
        self.meters.parsed.spend(len(self._curtoken) // _SQUARE)
        return super()._parse_string(s, i)

    def do_keyword(self, pos: int, token: Any) -> None:
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            at, stream = self.curstack[-1]
            if isinstance(stream, PDFStream):
                self.curstack[-1] = (at, _Stream(stream, self.meters))


class _Document(PDFDocument):
    """A document whose objects and tables of objects end somewhere."""

    def __init__(self, parser: _Parser) -> None:
        self.data = parser.data
        self.meters = parser.meters
        super().__init__(parser)

    def find_xref(self, parser: PDFParser) -> int:
        """Where the last table of objects stands; pdfminer's own reads all lines backwards."""
        at = self.data.rfind(b"startxref")
        if at < 0 or not (found := _XREF.match(self.data, at)):
            raise PDFNoValidXRef("none")
        return int(found.group(1))

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[Any]) -> None:
        if len(xrefs) > _MOST_XREFS:
            raise PDFNoValidXRef("a chain without end")
        super().read_xref_from(parser, start, xrefs)
        if any(n > _MOST_OBJECTS for _, n in getattr(xrefs[-1], "ranges", ())):
            raise NoPage

    def getobj(self, objid: int) -> object:
        seen = {objid}
        found = super().getobj(objid)
        while isinstance(found, PDFObjRef):
            if found.objid in seen:
                raise PDFSyntaxError("an object that is itself")
            seen.add(found.objid)
            found = super().getobj(found.objid)
        return found

    def _get_objects(self, stream: PDFStream) -> tuple[list[object], int]:
        self.meters.parsed.spend(len(stream.get_data()))
        return super()._get_objects(stream)


class _Interpreter(PDFPageInterpreter):
    rsrcmgr: "_Fonts"

    def render_contents(
        self, resources: dict[object, object], streams: Sequence[object], *args: Any, **kw: Any
    ) -> None:
        meters = self.rsrcmgr.meters
        known = [resolve1(named) for named in dict_value(resources).values()]
        meters.parsed.spend(100 + sum(len(named) for named in known if isinstance(named, dict)))
        for stream in list_value(streams):
            meters.parsed.spend(_effort(stream_value(stream).get_data()))
        super().render_contents(resources, streams, *args, **kw)


def _effort(content: bytes) -> int:
    """What a content stream takes to parse, as so many bytes of an ordinary one.

    Brackets are short and dear; a string grows by each of its brackets, a picture among the
    words by each E until its end is found, and both are copied each time.
    """
    brackets = sum(map(content.count, (b"[", b"]", b"<", b">", b"/")))
    copied = content.count(b"(") + content.count(b"\\")
    if b"ID" in content:
        copied += content.count(b"E")
    return len(content) + 4 * brackets + copied * len(content) // _SQUARE


class _Device(PDFPageAggregator):
    def __init__(self, fonts: "_Fonts") -> None:
        super().__init__(fonts)
        self.drawn = Meter(_DRAWN)

    def render_char(self, *args: Any, **kw: Any) -> float:
        self.drawn.spend(1)
        return super().render_char(*args, **kw)

    def handle_undefined_char(self, font: PDFFont, cid: int) -> str:
        return "\ufffd"

    def paint_path(self, gstate: Any, stroke: Any, fill: Any, evenodd: Any, path: Any) -> None:
        self.drawn.spend(len(path))
        super().paint_path(gstate, stroke, fill, evenodd, path)


class _Fonts(PDFResourceManager):
    """Fonts, each looked through before pdfminer writes its tables out."""

    def __init__(self, meters: Meters) -> None:
        super().__init__()
        self.meters = meters
        self._known: set[object] = set()

    def get_font(self, objid: object, spec: Mapping[str, Any]) -> PDFFont:
        if not objid or objid not in self._known:
            self._known.add(objid)
            self.meters.parsed.spend(1_000)
            if literal_name(spec.get("Subtype")) != "Type0":  # it comes again as its parts
                self._look_through(spec)
        return super().get_font(objid, spec)

    def _look_through(self, spec: Mapping[str, Any]) -> None:
        for name, length in (("W", 3), ("W2", 5)):
            self.meters.mapped.spend(_spanned(list_value(spec.get(name, [])), length))
        to_unicode = resolve1(spec.get("ToUnicode"))
        font = dict_value(spec.get("FontDescriptor", {})).get("FontFile2")
        if isinstance(to_unicode, PDFStream):
            self.meters.parsed.spend(len(to_unicode.get_data()))
            CMapParser(_Counted(self.meters), BytesIO(to_unicode.get_data())).run()
        elif font is not None:
            for many in _characters(stream_value(font).get_data()):
                self.meters.mapped.spend(many)


class _Counted(FileUnicodeMap):
    """Counts the characters of a map without keeping them."""

    def __init__(self, meters: Meters) -> None:
        super().__init__()
        self.meters = meters

    def add_cid2unichr(self, cid: int, code: Any) -> None:
        self.meters.mapped.spend(1)


def _spanned(widths: Sequence[object], length: int) -> int:
    """How many characters a list of widths gives in spans: first, last, width (or three)."""
    many, numbers = 0, list[float]()
    for value in map(resolve1, widths):
        if isinstance(value, list):
            numbers = []
        elif isinstance(value, int | float):
            numbers.append(value)
            if len(numbers) == length:
                many += max(int(numbers[1] - numbers[0]), 0)
                numbers = []
    return many


def _characters(font: bytes) -> Iterator[int]:
    """How many characters each table of a TrueType font speaks of."""
    base, _ = TrueTypeFont("", BytesIO(font)).tables.get(b"cmap", (0, 0))
    if not base:
        return
    (tables,) = struct.unpack_from(">H", font, base + 2)
    for n in range(tables):
        (offset,) = struct.unpack_from(">L", font, base + 8 + 8 * n)
        start = base + offset
        (kind,) = struct.unpack_from(">H", font, start)
        if kind == 4:
            (twice,) = struct.unpack_from(">H", font, start + 6)
            last = struct.unpack_from(f">{twice // 2}H", font, start + 14)
            first = struct.unpack_from(f">{twice // 2}H", font, start + 16 + twice)
            yield sum(max(b - a, 0) for a, b in zip(first, last, strict=True))
        elif kind == 12:
            (groups,) = struct.unpack_from(">L", font, start + 12)
            for group in range(groups):
                a, b, _ = struct.unpack_from(">3L", font, start + 16 + 12 * group)
                yield max(b - a, 1)
        else:
            yield 256
