"""Formats that are not read are called by their names, and the advice is right."""

import gzip
import tarfile
from io import BytesIO
from zipfile import ZipFile

import pytest

from govdisclosure.errors import ReadError
from govdisclosure.files import read
from govdisclosure.i18n import CHINESE, ENGLISH
from tests.support.paths import ROOT
from tests.support.workbooks import archive_of

EXAMPLE = ROOT / "docs" / "examples" / "xikou-2023.txt"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODF = "application/vnd.oasis.opendocument."


def ole(*streams: str) -> bytes:
    """The head of an OLE file, then its directory."""
    entries = (name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return OLE.ljust(512, b"\0") + b"".join(entries)


def open_document(kind: str) -> bytes:
    return archive_of({"mimetype": (ODF + kind).encode(), "content.xml": b"<office:document/>"})


def tar() -> bytes:
    file = BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("年报.docx"))
    return file.getvalue()


def empty_zip() -> bytes:
    file = BytesIO()
    ZipFile(file, "w").close()
    return file.getvalue()


XML = b'<?xml version="1.0" encoding="UTF-8"?>\n'
CASES: list[tuple[bytes, str, str]] = [
    (ole("\x06DataSpaces", "EncryptionInfo", "EncryptedPackage"), "DOCX/XLSX", "encrypted"),
    (ole("1Table", "WordDocument", "ObjectPool", "Workbook"), "DOC/WPS", "save_as_docx"),
    (ole("Workbook", "MBD0001", "WordDocument"), "XLS/ET", "save_as_xlsx"),
    (ole("Book"), "XLS", "save_as_xlsx"),
    (ole("PowerPoint Document"), "PPT/DPS", "use_another"),
    (ole("CONTENTS", "MatOST"), "Works", "save_as_docx"),
    (ole("__properties_version1.0"), "MSG", "use_another"),
    (ole("x"), "OLE", "use_another"),
    (b"{\\rtf1\\ansi x}", "RTF", "save_as_docx"),
    (
        XML + b'<?mso-application progid="Word.Document"?><w:wordDocument/>',
        "Word XML",
        "save_as_docx",
    ),
    (XML + b'<?mso-application progid="Excel.Sheet"?><Workbook/>', "Excel XML", "save_as_xlsx"),
    (XML + b"<office:document xmlns:office='x'/>", "ODF XML", "save_as_docx"),
    (XML + b"<uof:UOF xmlns:uof='x'/>", "UOF", "save_as_docx"),
    (open_document("text"), "ODT", "save_as_docx"),
    (open_document("spreadsheet"), "ODS", "save_as_xlsx"),
    (open_document("presentation"), "ODP", "use_another"),
    (open_document("graphics"), "ODF", "save_as_docx"),
    (archive_of({"OFD.xml": b"<OFD/>", "Doc_0/Document.xml": b"<x/>"}), "OFD", "use_another"),
    (archive_of({"uof.xml": b"<x/>"}), "UOF", "save_as_docx"),
    (archive_of({"mimetype": b"application/epub+zip"}), "EPUB", "use_another"),
    (archive_of({"ppt/presentation.xml": b"<p/>"}), "PPTX", "use_another"),
    (archive_of({"xl/workbook.bin": b"\x83\x01"}), "XLSB", "save_as_xlsx"),
    (archive_of({"Index/Document.iwa": b"\0"}), "Pages/Numbers", "use_another"),
    (archive_of({"年报.docx": b"x"}), "ZIP", "unpack_first"),
    (empty_zip(), "ZIP", "unpack_first"),
    (b"7z\xbc\xaf\x27\x1c\0\4", "7z", "unpack_first"),
    (b"Rar!\x1a\x07\1\0", "RAR", "unpack_first"),
    (gzip.compress("年报".encode(), mtime=0), "gzip", "unpack_first"),
    (tar(), "tar", "unpack_first"),
    (b"\x89PNG\r\n\x1a\n" + bytes(99), "PNG", "is_picture"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(99), "JPEG", "is_picture"),
    (b"GIF89a" + bytes(99), "GIF", "is_picture"),
    (b"BM\x36\x10\x0e\0\0\0\0\0" + bytes(99), "BMP", "is_picture"),
    (b"II*\0" + bytes(99), "TIFF", "is_picture"),
    (b"MM\0*" + bytes(99), "TIFF", "is_picture"),
    (b"RIFF\1\2\3\4WEBPVP8 ", "WEBP", "is_picture"),
    (b"\0\0\0\x18ftypheic" + bytes(99), "HEIF", "is_picture"),
    (b"SQLite format 3\0" + bytes(99), "SQLite", "no_document"),
    (b"MZ\x90\0\3\0\0\0" + bytes(99), "EXE", "no_document"),
    (b"\x7fELF\2\1", "ELF", "no_document"),
    (b"\0\0\0\x18ftypmp42" + bytes(99), "audio/video", "no_document"),
    (b"%!PS-Adobe-3.0\n", "PostScript", "use_another"),
    (b"From: <Saved>\r\nMIME-Version: 1.0\r\n\r\n<html>", "MHTML", "save_as_html"),
    (b"MIME-Version: 1.0\nContent-Type: multipart/related", "MHTML", "save_as_html"),
]


# Cases are named: a zip archive has the time in it, which workers would differ about.
@pytest.mark.parametrize(("data", "format", "key"), CASES, ids=[f"{c[1]}-{c[2]}" for c in CASES])
def test_a_format_that_is_not_read_is_named_with_advice(data: bytes, format: str, key: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert (caught.value.message.key, caught.value.message.params) == (key, {"format": format})
    # Saved as plain text, a table would lose its blank cells.
    assert "纯文本" not in caught.value.render(CHINESE)
    assert "plain text" not in caught.value.render(ENGLISH)


@pytest.mark.parametrize("text", ["BM 青禾县", "MZ", "PK", "II*", "RIFF", "ID3", "Rar!", "[打印]"])
def test_a_text_that_begins_like_a_format_is_a_text(text: str) -> None:
    report = f"{text}\n{EXAMPLE.read_text('utf-8')}"
    assert read(report.encode()).report == read(EXAMPLE).report
