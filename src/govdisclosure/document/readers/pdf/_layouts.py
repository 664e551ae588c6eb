"""The pages of a PDF as pdfminer lays them out, without its grouping of characters."""

from collections.abc import Iterator, Sequence
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTPage
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value, list_value, resolve1, stream_value

from govdisclosure.document.readers._refusals import unreadable
from govdisclosure.document.readers.pdf import _limits as limits
from govdisclosure.document.readers.pdf._fonts import Fonts
from govdisclosure.document.readers.pdf._objects import MeteredDocument


def layouts(data: bytes) -> Iterator[LTPage]:
    """The pages of a PDF.

    Raises:
        UnreadableDocumentError: there is too much in it, or more pages than a report has.
    """
    of_document = limits.Meters()
    document, fonts = MeteredDocument(data, of_document), Fonts(of_document)
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > limits.MOST_PAGES:
            raise unreadable("too_much", "PDF")
        device = _Device(fonts)
        _Interpreter(fonts, device).process_page(page)
        yield device.get_result()


class _Interpreter(PDFPageInterpreter):
    rsrcmgr: Fonts

    def render_contents(
        self, resources: dict[object, object], streams: Sequence[object], *args: Any, **kw: Any
    ) -> None:
        parsing = self.rsrcmgr.meters.parsing
        by_name = [resolve1(names) for names in dict_value(resources).values()]
        parsing.spend(100 + sum(len(names) for names in by_name if isinstance(names, dict)))
        for stream in list_value(streams):
            parsing.spend(_effort(stream_value(stream).get_data()))
        super().render_contents(resources, streams, *args, **kw)


def _effort(content: bytes) -> int:
    """What a content stream takes to parse, as so many bytes of an ordinary one.

    Words and brackets are short and dear; a string grows by each of its brackets, a picture among
    the words by each E until its end is found, and both are copied each time.
    """
    tokens = len(content.split()) + sum(map(content.count, (b"[", b"]", b"<", b">", b"/")))
    copies = content.count(b"(") + content.count(b"\\")
    if b"ID" in content:
        copies += content.count(b"E")
    return len(content) + 4 * tokens + copies * len(content) // limits.SQUARE


class _Device(PDFPageAggregator):
    def __init__(self, fonts: Fonts) -> None:
        super().__init__(fonts)
        self.on_page = limits.Meter(limits.DRAWN_ON_PAGE)
        self.in_all = fonts.meters.drawing

    def _draw(self, amount: int) -> None:
        self.on_page.spend(amount)
        self.in_all.spend(amount)

    def render_char(self, *args: Any, **kw: Any) -> float:
        self._draw(1)
        return super().render_char(*args, **kw)

    def handle_undefined_char(self, font: PDFFont, cid: int) -> str:
        return "\ufffd"

    def paint_path(self, gstate: Any, stroke: Any, fill: Any, evenodd: Any, path: Any) -> None:
        self._draw(len(path))
        super().paint_path(gstate, stroke, fill, evenodd, path)
