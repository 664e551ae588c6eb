"""The fonts of a PDF, each looked through before pdfminer writes its tables out."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from io import BytesIO
from typing import Any

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdffont import PDFFont, TrueTypeFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1, stream_value
from pdfminer.psparser import literal_name

from govdisclosure.document.readers.pdf._limits import Meters


class Fonts(PDFResourceManager):
    """The fonts of one document; a meter counts what their tables speak of."""

    def __init__(self, meters: Meters) -> None:
        super().__init__()
        self.meters = meters
        self._ids: set[object] = set()

    def get_font(self, objid: object, spec: Mapping[str, Any]) -> PDFFont:
        """The font of a specification; one without an object of its own is made each time."""
        if not objid or objid not in self._ids:
            self._ids.add(objid)
            self.meters.parsed.spend(1_000)
            if literal_name(spec.get("Subtype")) != "Type0":  # it comes again as its parts
                self._look_through(spec)
        return super().get_font(objid, spec)

    def _look_through(self, spec: Mapping[str, Any]) -> None:
        for name, length in (("W", 3), ("W2", 5)):
            self.meters.mapped.spend(_span(list_value(spec.get(name, [])), length))
        to_unicode = resolve1(spec.get("ToUnicode"))
        font = dict_value(spec.get("FontDescriptor", {})).get("FontFile2")
        if isinstance(to_unicode, PDFStream):
            self.meters.parsed.spend(len(to_unicode.get_data()))
            CMapParser(_Counter(self.meters), BytesIO(to_unicode.get_data())).run()
        elif font is not None and "CIDSystemInfo" in spec:  # pdfminer asks no other font
            with suppress(struct.error):
                for many in _characters(stream_value(font).get_data()):
                    self.meters.mapped.spend(many)


class _Counter(FileUnicodeMap):
    """Counts the characters of a map without keeping them."""

    def __init__(self, meters: Meters) -> None:
        super().__init__()
        self.meters = meters

    def add_cid2unichr(self, cid: int, code: Any) -> None:
        self.meters.mapped.spend(1)


def _span(widths: Sequence[object], length: int) -> int:
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
