"""The objects of a PDF, as pdfminer reads them, with meters and an end to every chain."""

import re
import zlib
from io import BytesIO
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.pdfdocument import PDFDocument, PDFNoValidXRef
from pdfminer.pdfparser import PDFParser, PDFSyntaxError
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    PDFNotImplementedError,
    PDFObjRef,
    PDFStream,
    int_value,
)
from pdfminer.psparser import PSEOF, PSBaseParser, PSKeyword
from pdfminer.utils import apply_png_predictor

from govdisclosure.document.readers._refusals import unreadable
from govdisclosure.document.readers.pdf._limits import SQUARE, Meters

_TOKEN = 10
"""Bytes that a number or a name outside of streams counts for."""

_MOST_XREFS = 100
"""Generations of a file that was changed again and again."""

_MOST_OBJECTS = 8_388_607
"""Objects that a PDF may have by its own standard."""

_LINE = re.compile(rb"[^\r\n]*(?:\r\n?|\n)")
_XREF = re.compile(rb"startxref\s*(\d{1,9})\b")


class MeteredDocument(PDFDocument):
    """A document whose objects and tables of objects end somewhere."""

    def __init__(self, data: bytes, meters: Meters) -> None:
        self.data = data
        self.meters = meters
        super().__init__(_Parser(data, meters))

    def find_xref(self, parser: PDFParser) -> int:
        """Where the last table of objects stands; pdfminer's own reads all lines backwards."""
        at = self.data.rfind(b"startxref")
        if at < 0 or not (xref := _XREF.match(self.data, at)):
            raise PDFNoValidXRef("none")
        return int(xref[1])

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[Any]) -> None:
        """Read the tables of objects, the newest first; they may lead in a circle."""
        if len(xrefs) > _MOST_XREFS:
            raise PDFNoValidXRef("a chain without end")
        super().read_xref_from(parser, start, xrefs)
        if any(n > _MOST_OBJECTS for _, n in getattr(xrefs[-1], "ranges", ())):
            raise unreadable("damaged", "PDF")

    def getobj(self, objid: int) -> object:
        """An object, never a reference to another: such may lead in a circle, too."""
        ids = {objid}
        value = super().getobj(objid)
        while isinstance(value, PDFObjRef):
            if value.objid in ids:
                raise PDFSyntaxError("an object that is itself")
            ids.add(value.objid)
            value = super().getobj(value.objid)
        return value

    def _get_objects(self, stream: PDFStream) -> tuple[list[object], int]:
        self.meters.parsing.spend(len(stream.get_data()))
        return super()._get_objects(stream)


class _Parser(PDFParser):
    def __init__(self, data: bytes, meters: Meters) -> None:
        super().__init__(BytesIO(data))
        self.data = data
        self.meters = meters

    def nexttoken(self) -> Any:
        self.meters.parsing.spend(_TOKEN)
        return super().nexttoken()

    def nextline(self) -> tuple[int, bytes]:
        """The next line; pdfminer's own takes the square of its length."""
        start = self.bufpos + self.charpos
        if not (line := _LINE.match(self.data, start)):
            raise PSEOF
        PSBaseParser.seek(self, line.end())
        return start, line[0]

    def fillbuf(self) -> bool:
        self.meters.parsing.spend(len(self._curtoken) // 100)
        return super().fillbuf()

    def _parse_string(self, s: bytes, i: int) -> int:
        self.meters.parsing.spend(len(self._curtoken) // SQUARE)
        return super()._parse_string(s, i)

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            at, stream = self.curstack[-1]
            if isinstance(stream, PDFStream):
                self.curstack[-1] = (at, _Stream(stream, self.meters))


class _Stream(PDFStream):
    """A stream that unpacks with a measure; pictures stay packed."""

    def __init__(self, stream: PDFStream, meters: Meters) -> None:
        super().__init__(stream.attrs, stream.rawdata or b"", stream.decipher)
        self.meters = meters

    def decode(self) -> None:
        data = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, params in self.get_filters():
            data = self._unpack(name, data)
            if params and int_value(params.get("Predictor", 1)) >= 10:
                self.meters.parsing.spend(len(data))
                colors, columns, bits = (int_value(params.get(k, n)) for k, n in _PREDICTED)
                data = apply_png_predictor(10, colors, columns, bits, data)
        self.data, self.rawdata = data, None

    def _unpack(self, name: object, data: bytes) -> bytes:
        if name in LITERALS_FLATE_DECODE:
            data = _inflate(data, self.meters.unpacking.left + 1)
        elif name in LITERALS_ASCII85_DECODE:
            data = ascii85decode(data)
        elif name in LITERALS_ASCIIHEX_DECODE:
            data = asciihexdecode(data)
        else:
            raise PDFNotImplementedError(f"{name!r}")
        self.meters.unpacking.spend(len(data))
        return data


_PREDICTED = (("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8))


def _inflate(data: bytes, most: int) -> bytes:
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
