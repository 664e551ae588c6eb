"""PDFs as files: how they are packed, which are refused, and which lead nowhere."""

import struct
import subprocess
import sys
import zlib
from contextlib import suppress
from hashlib import md5
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.arcfour import Arcfour
from pdfminer.pdfdocument import PDFStandardSecurityHandler

from govdisclosure.document.readers.pdf import _limits
from govdisclosure.errors import NotAReportError, ReadError, UnreadableDocumentError
from govdisclosure.files import read
from tests.support.forms import some
from tests.support.paths import ROOT
from tests.support.pdfs import Sheet, pdf_of, pdf_of_objects, prose, sheet_of, stream, texts
from tests.support.printing import in_pdf
from tests.support.refusals import refusal

EXAMPLE = read(ROOT / "docs" / "examples" / "xikou-2023.txt").report


# --- how files are packed ---


def test_objects_in_packed_streams_are_found() -> None:
    """As Word saves: the table of objects is a stream of differences, objects are in another."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] >>"]
    objects += [b"<< /Type /Page /Resources << /Font << /F 4 0 R >> >> /Contents 6 0 R >>"]
    objects += [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    index = b" ".join(b"%d %d" % (n, sum(map(len, objects[: n - 1]))) for n in range(1, 5))
    about = f"/Type /ObjStm /N 4 /First {len(index)} /Filter /FlateDecode"
    compressed = stream(about, zlib.compress(index + b"".join(objects)))
    data = b"%PDF-1.5\n"
    starts = []
    for n, body in ((5, compressed), (6, stream("", b"BT /F 10 Tf 100 700 Td (hello) Tj ET"))):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    table = [(0, 0, 0), *((2, 5, n) for n in range(4)), *((1, start, 0) for start in starts)]
    rows = [struct.pack(">BHB", *entry) for entry in table]
    up = [bytes(4), *rows]
    differences = (
        b"\x02" + bytes((b - a) % 256 for a, b in zip(above, row, strict=True))
        for above, row in pairwise(up)
    )
    about = "/Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode"
    about += " /DecodeParms << /Predictor 12 /Columns 4 >>"
    xref = b"7 0 obj\n" + stream(about, zlib.compress(b"".join(differences))) + b"\nendobj\n"
    assert texts(data + xref + b"startxref\n%d\n%%%%EOF" % len(data)) == ["hello"]


def test_a_file_that_only_forbids_copying_is_read() -> None:
    """It is encrypted with a password that is empty, and opens without one."""
    padding = PDFStandardSecurityHandler.PASSWORD_PADDING
    secret = md5(padding + bytes(32) + struct.pack("<i", -64) + b"\0").digest()[:5]
    about = f"/Filter /Standard /V 1 /R 2 /P -64 /O <{'00' * 32}>"
    about += f" /U <{Arcfour(secret).encrypt(padding).hex()}>"
    content = b"BT /F 10 Tf 100 700 Td (hello) Tj ET"
    of_object = md5(secret + b"\6\0\0\0\0").digest()[:10]
    objects = ["null", "<< /Type /Catalog /Pages 3 0 R >>", "<< /Type /Pages /Kids [4 0 R] >>"]
    objects += ["<< /Type /Page /Resources << /Font << /F 5 0 R >> >> /Contents 6 0 R >>"]
    objects += ["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    encrypted = stream("", Arcfour(of_object).encrypt(content))
    trailer = f"/Encrypt << {about} >> /ID [<00> <00>]"
    assert texts(pdf_of_objects([*objects, encrypted], trailer)) == ["hello"]


# --- what cannot be read ---


def test_a_scan_is_refused_and_says_what_to_do() -> None:
    pictures = [Sheet(has_picture=True), Sheet(has_picture=True)]
    assert refusal(pdf_of(*pictures)) == "scan"
    pictures[0].text(100, 30, "由某某公司扫描")
    assert refusal(pdf_of(*pictures)) == "scan"
    with pytest.raises(ReadError, match=r"(?s)OCR.*OCR"):
        read(pdf_of(*pictures))
    assert refusal(pdf_of(Sheet())) == "scan"


def test_a_picture_beside_text_is_no_scan() -> None:
    sheet = sheet_of(*["政府信息公开" * n for n in range(2, 7)])
    sheet.has_picture = True
    assert len(prose(sheet)) == 5


def test_characters_that_the_font_does_not_name_are_said_to_be_unknown() -> None:
    data = pdf_of(sheet_of("总计12")).replace(b"<0031>", b"<e031>").replace(b"<0032>", b"<0007>")
    assert texts(data) == ["总计\ufffd"]
    unnamed = pdf_of(sheet_of("总计")).replace(b"/ToUnicode", b"/ToNothing")
    assert refusal(unnamed) == "scan"


PLAIN = in_pdf(EXAMPLE, 842)


@pytest.mark.parametrize("tenth", range(10))
def test_a_file_cut_short_is_refused(tenth: int) -> None:
    assert refusal(PLAIN[: len(PLAIN) * tenth // 10]) in ("damaged", "empty_file", "scan")


@pytest.mark.slow
@some(60)
@given(
    changes=st.lists(
        st.tuples(
            st.integers(9, len(PLAIN) - 1), st.integers(0, 255) | st.sampled_from(b"<>[]()/ 0")
        ),
        min_size=1,
        max_size=20,
    )
)
def test_whatever_is_changed_in_a_file_it_is_read_or_refused(
    changes: list[tuple[int, int]],
) -> None:
    data = bytearray(PLAIN)
    for at, byte in changes:
        data[at] = byte
    with suppress(ReadError, NotAReportError):
        read(bytes(data))


# --- what leads nowhere ---

HELLO = stream("", b"BT /F 10 Tf 100 700 Td (hello) Tj ET")
LATIN = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
TREE = "<< /Type /Pages /Kids [4 0 R] >>"
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {} 0 R >> >>"


def page(entries: str = "/Contents 6 0 R") -> str:
    fonts = "/Resources << /Font << /F 5 0 R >> /XObject << /X 7 0 R >> >>"
    return f"<< /Type /Page /MediaBox [0 0 595 842] {fonts} {entries} >>"


def file(*more: str | bytes, tree: str = TREE, font: str = LATIN, trailer: str = "") -> bytes:
    """A PDF of one page whose content is object 6."""
    catalogue = "<< /Type /Catalog /Pages 3 0 R >>"
    return pdf_of_objects(["null", catalogue, tree, page(), font, *more], trailer)


def compressed(data: bytes, times: int = 1) -> bytes:
    filters = " ".join(["/FlateDecode"] * times)
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(f"/Filter [{filters}]", data)


def cid_font(entries: str) -> str:
    info = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >>"
    return f"<< /Type /Font /Subtype /CIDFontType2 /Encoding /Identity-H {info} {entries} >>"


def truetype(groups: int) -> bytes:
    """A font that says it has four thousand million characters."""
    tables = struct.pack(">4sHHHH4sLLL", b"\0\1\0\0", 1, 0, 0, 0, b"cmap", 0, 28, 60)
    head = struct.pack(">HHHHL", 0, 1, 3, 10, 12)
    return tables + head + struct.pack(">HHLLLLLL", 12, 0, 28, 0, groups, 0, 0xFFFFFFFF, 0)


DOING = stream("", b"/X Do " * 10)
ENDLESS = {
    "an object that is itself": file("6 0 R"),
    "objects that are each other": file("7 0 R", "6 0 R"),
    "a stream as long as itself": file(b"<< /Length 6 0 R >>\nstream\nBT ET\nendstream"),
    "pages in their own tree": file(HELLO, tree="<< /Type /Pages /Kids [3 0 R 4 0 R] >>"),
    "one page again and again": file(HELLO, tree=f"<< /Type /Pages /Kids [{'4 0 R ' * 999}] >>"),
    "a deep tree": pdf_of_objects(
        ["null", "<< /Pages 3 0 R >>"]
        + [f"<< /Type /Pages /Kids [{n} 0 R] >>" for n in range(4, 3000)]
    ),
    "a form that draws itself": file(DOING, stream(FORM.format(7), b"/X Do")),
    "forms that draw forms": file(
        DOING, *(stream(FORM.format(n), b"/X Do " * 10) for n in range(8, 30)), HELLO
    ),
    "wide widths": file(HELLO, font=cid_font("/W [0 2000000000 500]")),
    "wide widths of columns": file(HELLO, font=cid_font("/W2 [0 2000000000 1 1 1]")),
    "all of Unicode and more": file(
        HELLO,
        stream("", b"beginbfrange <00000000> <ffffffff> <0000> endbfrange"),
        font=cid_font("/ToUnicode 7 0 R"),
    ),
    "a font of fonts": file(
        HELLO, stream("", truetype(1)), font=cid_font("/FontDescriptor << /FontFile2 7 0 R >>")
    ),
    "a bracket that opens": file(stream("", b"(" * 2_000_000)),
    "a bracket outside that opens": file(b"(" * 300_000),
    "a picture without an end": file(stream("", b"BI /W 1 ID " + b"x E" * 700_000)),
    "a path without an end": file(stream("", b"0 0 m " + b"1 1 l " * 60_000 + b"S")),
    "a long line": b"%PDF-1.7" + b"x" * 10_000_000,
    "tables before tables": file(HELLO, trailer="/Prev 0"),
    "more objects than there are": b"%PDF-1.7\n1 0 obj\n"
    + stream("/Type /XRef /Size 1 /Index [0 4000000000] /W [1 1 1] /Root 1 0 R", b"")
    + b"\nendobj\nstartxref\n9\n%%EOF",
    "more rules than a table has": file(
        stream(
            "",
            b"".join(
                b"%d 0 m %d 800 l S 0 %d m 500 %d l S " % ((n,) * 4) for n in range(0, 500, 4)
            ),
        )
    ),
    "numbers without an end": file(
        stream("", b"1e999 0 0 1e999 0 0 cm 0 0 9 9 re S BT /F 9 Tf (x) Tj ET")
    ),
    "a sheet without an end": file(
        HELLO, tree="<< /Type /Pages /Kids [4 0 R] /MediaBox [0 0 1e30 1e30] >>"
    ),
    "many objects": b"%PDF-1.7\n" + b"1 0 obj << /Type /Catalog >> endobj\n" * 60_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("data", ENDLESS.values(), ids=ENDLESS)
def test_what_leads_nowhere_comes_to_an_end(data: bytes) -> None:
    assert refusal(data) in ("damaged", "too_much", "scan", "not_a_report")


def test_what_unpacks_without_end_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_limits, "UNPACKED", 1_000_000)
    for bomb in (compressed(b" " * 2_000_000), compressed(b" " * 50_000_000, times=2)):
        assert refusal(file(bomb)) == "too_much"
    part = compressed(b" " * 400_000)
    several = file(part, part, part).replace(b"/Contents 6 0 R", b"/Contents [6 0 R 7 0 R 8 0 R]")
    assert refusal(several) == "too_much"
    assert refusal(file(compressed(b" " * 400_000))) == "scan"


def test_a_book_is_no_report() -> None:
    assert refusal(pdf_of(*[sheet_of("字")] * _limits.MOST_PAGES)) == "not_a_report"
    assert refusal(pdf_of(*[sheet_of("字")] * (_limits.MOST_PAGES + 1))) == "too_much"


def test_a_page_of_more_characters_than_fit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_limits, "DRAWN_ON_PAGE", 100)
    assert prose(sheet_of("字" * 40)) == ["字" * 40]
    with pytest.raises(UnreadableDocumentError) as refusal:
        prose(sheet_of("字" * 101))
    assert refusal.value.message.key == "too_much"


@pytest.mark.parametrize(
    "about",
    [
        "/Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <00> /U <11>",
        "/Filter /Standard /V 9 /R 9",
        "/Filter /Other",
    ],
    ids=["a password", "a new way", "another way"],
)
def test_an_encrypted_file_is_refused(about: str) -> None:
    data = file(HELLO, trailer=f"/Encrypt << {about} >> /ID [<00> <00>]")
    assert refusal(data) == "encrypted"


def test_nothing_that_pdfminer_finds_odd_is_printed(tmp_path: Path) -> None:
    """In a process of its own: here the log has listeners."""
    odd = pdf_of(sheet_of("青禾县溪口镇")).replace(b"/FontBBox", b"/FontBoxx")
    (tmp_path / "odd.pdf").write_bytes(odd)
    code = "import sys; from pathlib import Path;"
    code += "from govdisclosure.document.readers.pdf import read_document;"
    code += "print(len(read_document(Path(sys.argv[1]).read_bytes()).blocks))"
    command = [sys.executable, "-c", code, str(tmp_path / "odd.pdf")]
    process = subprocess.run(command, capture_output=True, check=True)
    assert (process.stdout.strip(), process.stderr) == (b"1", b"")
