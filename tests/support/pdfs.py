"""Tiny PDFs: words and rules at given places, written down object by object."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from attrs import Factory, define

from govdisclosure.document import Paragraph, Table
from govdisclosure.document.readers.pdf import read_document

WIDTH, HEIGHT = 595, 842
SIZE = 10
COLUMNS = (50, 150, 250, 350)


@define
class Sheet:
    """A page being drawn; places are points from the upper left corner."""

    height: float = HEIGHT
    width: float = WIDTH
    words: list[tuple[float, float, str, float]] = Factory(list)
    rules: list[tuple[float, float, float, float]] = Factory(list)
    grounds: list[tuple[float, float, float, float]] = Factory(list)
    has_picture: bool = False

    def ground(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """A white area without an outline, as browsers lay it under a page."""
        self.grounds.append((x0, top, x1, bottom))

    def text(self, x: float, top: float, words: str, size: float = SIZE) -> None:
        """Words on one line."""
        self.words.append((x, top, words, size))

    def box(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """A ruled rectangle."""
        self.rules.append((x0, top, x1, bottom))

    def table(self, x0s: Sequence[float], top: float, rows: Iterable[Sequence[str]]) -> float:
        """A table without merged cells; where it ends."""
        for row in rows:
            for x0, x1, words in zip(x0s, x0s[1:], row, strict=False):
                self.box(x0, top, x1, top + 2 * SIZE)
                self.text(x0 + 3, top + SIZE / 2, words)
            top += 2 * SIZE
        return top


def width_of(words: str, size: float = SIZE) -> float:
    """How wide words are: Latin letters and digits take half a Chinese character."""
    return sum(size / 2 if c.isascii() else size for c in words)


def pdf_of(*sheets: Sheet, trailer: str = "") -> bytes:
    """The PDF of some sheets."""
    characters = sorted({c for sheet in sheets for _, _, words, _ in sheet.words for c in words})
    codes = {character: code for code, character in enumerate(characters, 1)}
    kids = " ".join(f"{n} 0 R" for n in range(7, 7 + 2 * len(sheets), 2))
    objects: list[str | bytes] = [
        stream("", b""),
        "<< /Type /Catalog /Pages 3 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H"
        " /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        f" /W [{' '.join(f'{code} [500]' for c, code in codes.items() if c.isascii())}]"
        " /FontDescriptor << /Type /FontDescriptor /FontBBox [0 -120 1000 880]"
        " /Ascent 880 /Descent -120 >> >>",
        stream("", _to_unicode(codes)),
    ]
    for n, sheet in enumerate(sheets):
        picture = "/XObject << /P 1 0 R >>" if sheet.has_picture else ""
        objects.append(
            f"<< /Type /Page /Parent 3 0 R /MediaBox [0 0 {sheet.width} {sheet.height}]"
            f" /Resources << /Font << /F 4 0 R >> {picture} >> /Contents {8 + 2 * n} 0 R >>"
        )
        objects.append(stream("", _content(sheet, codes)))
    if any(sheet.has_picture for sheet in sheets):
        about = "/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        objects[0] = stream(about, b"\xff")
    return pdf_of_objects(objects, trailer)


def stream(about: str, data: bytes) -> bytes:
    """A stream object; ``about`` are further entries of its dictionary."""
    dictionary = f"<< {about} /Length {len(data)} >>\nstream\n"
    return dictionary.encode() + data + b"\nendstream"


def pdf_of_objects(objects: Sequence[str | bytes], trailer: str = "") -> bytes:
    """A file of objects; the second one is the catalogue."""
    bodies = [o.encode("latin-1") if isinstance(o, str) else o for o in objects]
    parts = [b"%PDF-1.7\n"]
    parts += [b"%d 0 obj\n%s\nendobj\n" % (n, body) for n, body in enumerate(bodies, 1)]
    starts = list(accumulate(map(len, parts)))
    xref = "".join(f"{start:010} 00000 n \n" for start in starts[:-1])
    end = (
        f"xref\n0 {len(parts)}\n0000000000 65535 f \n{xref}"
        f"trailer\n<< /Size {len(parts)} /Root 2 0 R {trailer} >>\nstartxref\n{starts[-1]}\n%%EOF"
    )
    return b"".join(parts) + end.encode()


def _content(sheet: Sheet, codes: dict[str, int]) -> bytes:
    areas = [
        (f"{x0:.2f} {sheet.height - bottom:.2f} {x1 - x0:.2f} {bottom - top:.2f} re", paint)
        for paint, boxes in (("f", sheet.grounds), ("S", sheet.rules))
        for x0, top, x1, bottom in boxes
    ]
    rules = [f"1 1 1 rg {area} {paint} 0 0 0 rg" for area, paint in areas]
    words = [
        f"BT /F {size} Tf 1 0 0 1 {x:.2f} {sheet.height - top - 0.88 * size:.2f} Tm"
        f" <{''.join(f'{codes[c]:04x}' for c in text)}> Tj ET"
        for x, top, text, size in sheet.words
    ]
    picture = ["q 500 0 0 700 50 70 cm /P Do Q"] if sheet.has_picture else []
    return "\n".join([*picture, *rules, *words]).encode()


def _to_unicode(codes: dict[str, int]) -> bytes:
    pairs = "".join(
        f"<{code:04x}> <{character.encode('utf-16-be').hex()}>\n"
        for character, code in codes.items()
    )
    return f"begincmap\n{len(codes)} beginbfchar\n{pairs}endbfchar\nendcmap".encode()


def sheet_of(*lines: str, height: float = 842) -> Sheet:
    """A sheet with some lines of text on it."""
    sheet = Sheet(height)
    for n, line in enumerate(lines):
        sheet.text(100, 100 + 20 * n, line)
    return sheet


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_document(data).blocks if isinstance(block, Paragraph)]


def prose(*sheets: Sheet) -> list[str]:
    return texts(pdf_of(*sheets))


def rows(*sheets: Sheet) -> list[list[list[str]]]:
    blocks = read_document(pdf_of(*sheets)).blocks
    tables = [block for block in blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row] for row in table.rows] for table in tables]
