"""PDFs made to waste time or memory."""

import zlib
from collections.abc import Callable, Mapping
from io import BytesIO

from tests.fuzz.filling import SIZE


def pdf(content: bytes, *, pages: int = 1, fonts: bytes = b"", more: bytes = b"") -> bytes:
    """A PDF whose pages all show one content, packed."""
    packed = zlib.compress(content, 9)
    kids = b" ".join(b"%d 0 R" % n for n in range(10, 10 + pages))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        3: b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica %s >>" % fonts,
        5: b"<< /Length 9 >>\nstream\n/X Do /X Do\nendstream",
    }
    for n in range(10, 10 + pages):
        objects[n] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R"
            b" /Resources << /Font << /F 4 0 R >> >> >>"
        )
    file = BytesIO()
    file.write(b"%PDF-1.7\n")
    places = {}
    for n, body in objects.items():
        places[n] = file.tell()
        file.write(b"%d 0 obj\n%s\nendobj\n" % (n, body))
    file.write(more)
    at = file.tell()
    file.write(b"xref\n")
    for n, place in places.items():
        file.write(b"%d 1\n%010d 00000 n \n" % (n, place))
    file.write(b"trailer << /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % at)
    return file.getvalue()


_WORDS = b"BT /F 9 Tf 1 0 0 1 %d %d Tm (1234567890) Tj ET\n"

PDF: Mapping[str, Callable[[], bytes]] = {
    "words": lambda: pdf(b"".join(_WORDS % (n % 590, n // 9 % 840) for n in range(2_900))),
    "words on pages": lambda: pdf(
        b"".join(_WORDS % (n % 590, n % 840) for n in range(130)), pages=300
    ),
    "words on one line": lambda: pdf(b"".join(_WORDS % (n % 590, 400) for n in range(2_900))),
    "rules": lambda: pdf(
        b"(x) Tj "
        + b"".join(
            b"%d 0 m %d 842 l S 0 %d m 595 %d l S\n" % (n, n, n, n) for n in range(0, 590, 4)
        )
    ),
    "rules, dense": lambda: pdf(
        b"".join(b"%d.%d %d m 595 842 l S\n" % (n % 590, n % 7, n % 840) for n in range(14_000))
    ),
    "boxes": lambda: pdf(
        b"".join(b"%d %d 5 5 re S\n" % (n % 100 * 6, n // 100 * 6) for n in range(6_000))
    ),
    "boxes on pages": lambda: pdf(
        b"".join(b"%d %d 9 9 re S\n" % (n % 20 * 12, n // 20 * 12) for n in range(300)), pages=250
    ),
    "numbers": lambda: pdf(b"1 " * 2_900_000),
    "brackets": lambda: pdf(b"[" * 1_900_000),
    "dictionaries": lambda: pdf(b"<<" * 900_000),
    "strings": lambda: pdf(b"(" * 400_000),
    "string with escapes": lambda: pdf(b"(" + b"\\(" * 300_000),
    "hexadecimal": lambda: pdf(b"<" + b"41 " * 1_900_000 + b"> Tj"),
    "states": lambda: pdf(b"q " * 2_500_000),
    "pictures": lambda: pdf(b"BI ID E " * 100_000),
    "packed many times over": lambda: pdf(zlib.compress(b"\0" * 90_000_000, 9)),
    "objects": lambda: pdf(
        b"", more=b"".join(b"%d 0 obj [] endobj\n" % n for n in range(100, 50_000))
    ),
    "lists in lists": lambda: pdf(b"", fonts=b"/W " + b"[" * 900_000),
    "widths": lambda: pdf(_WORDS % (9, 9), fonts=b"/Widths [" + b"1 " * 400_000 + b"]"),
    "differences": lambda: pdf(
        _WORDS % (9, 9), fonts=b"/Encoding << /Differences [" + b"1 /A " * 190_000 + b"] >>"
    ),
    "no table of objects": lambda: b"%PDF-1.4\n" + b"1 0 obj\n" * 120_000,
    "white space": lambda: b"%PDF-1.4\n" + b" " * SIZE + b"startxref 9 %%EOF",
    "line": lambda: pdf(b"")[:-30] + b"x" * SIZE,
}
