"""Formats that are not read: what each is called, and what its owner can do.

Plain text is never the advice where cells are drawn: it loses those that are empty.
"""

import re
from collections.abc import Mapping

from govdisclosure.document.readers._package import Package
from govdisclosure.document.readers._refusals import unreadable
from govdisclosure.errors import UnreadableDocumentError

_DOCX, _XLSX, _OTHER = "save_as_docx", "save_as_xlsx", "use_another"
_HTML, _UNPACK, _PICTURE, _NONE = "save_as_html", "unpack_first", "is_picture", "no_document"

_XML = rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?"

_BEGINNINGS: tuple[tuple[bytes, str, str], ...] = (
    (rb"\s*\{\\rtf", "RTF", _DOCX),
    (_XML + rb"<\?mso-application\s+progid=.Word", "Word XML", _DOCX),
    (_XML + rb"<\?mso-application\s+progid=.Excel", "Excel XML", _XLSX),
    (_XML + rb"<office:document\b", "ODF XML", _DOCX),
    (_XML + rb"<(?:\w+:)?UOF\b", "UOF", _DOCX),
    (
        rb"(?i:(?:[\w-]+:.*\r?\n){0,9}(?:MIME-Version|Content-Type): *(?:1|multipart))",
        "MHTML",
        _HTML,
    ),
    (rb"%!PS", "PostScript", _OTHER),
    (rb"AT&TFORM", "DjVu", _OTHER),
    (rb"CAJ\0|KDH ", "CAJ", _OTHER),
    (rb"\x89PNG", "PNG", _PICTURE),
    (rb"\xff\xd8\xff", "JPEG", _PICTURE),
    (rb"GIF8[79]a", "GIF", _PICTURE),
    (rb"BM(?s:.{4})\0{4}", "BMP", _PICTURE),
    (rb"II[*+]\0|MM\0[*+]", "TIFF", _PICTURE),
    (rb"RIFF(?s:.{4})WEBP", "WEBP", _PICTURE),
    (rb"(?s:.{4})ftyp(?:hei|hev|mif1|msf1|avi[fs])", "HEIF", _PICTURE),
    (rb"\0{3}\x0cjP  |\xff\x4f\xff\x51", "JPEG 2000", _PICTURE),
    (rb"8BPS\0", "PSD", _PICTURE),
    (rb"7z\xbc\xaf\x27\x1c", "7z", _UNPACK),
    (rb"Rar!\x1a\x07", "RAR", _UNPACK),
    (rb"\x1f\x8b", "gzip", _UNPACK),
    (rb"BZh[1-9]1AY&SY", "bzip2", _UNPACK),
    (rb"\xfd7zXZ\0", "xz", _UNPACK),
    (rb"\x28\xb5\x2f\xfd", "zstd", _UNPACK),
    (rb"MSCF\0{4}", "CAB", _UNPACK),
    (rb"(?s:.{257})ustar", "tar", _UNPACK),
    (rb"SQLite format 3\0", "SQLite", _NONE),
    (rb"\0\x01\0\0Standard (?:Jet|ACE) DB", "Access", _NONE),
    (rb"MZ(?s:.{0,62})\0\0", "EXE", _NONE),
    (rb"\x7fELF", "ELF", _NONE),
    (rb"(?s:.{4})ftyp|RIFF(?s:.{4})(?:AVI |WAVE)|ID3[\2-\4]|OggS\0", "audio/video", _NONE),
)
"""How a file of a format begins, the format's name, and the key of the advice."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file of the office programs of the last century begins, and an encrypted one of today."""

_OLE_ENTRY, _OLE_NAME = 128, 64
"""Bytes of an entry in a directory of such a file, and of the name that it begins with."""

_OLE_STREAMS: Mapping[str, tuple[str, str]] = {
    "EncryptedPackage": ("DOCX/XLSX", "encrypted"),
    "WordDocument": ("DOC/WPS", _DOCX),
    "Workbook": ("XLS/ET", _XLSX),
    "Book": ("XLS", _XLSX),
    "PowerPoint Document": ("PPT/DPS", _OTHER),
    "MatOST": ("Works", _DOCX),
    "VisioDocument": ("VSD", _OTHER),
    "__properties_version1.0": ("MSG", _OTHER),
}
"""The stream that only this kind of such files has."""

_MIME_TYPES: Mapping[bytes, tuple[str, str]] = {
    b"application/vnd.oasis.opendocument.text": ("ODT", _DOCX),
    b"application/vnd.oasis.opendocument.spreadsheet": ("ODS", _XLSX),
    b"application/vnd.oasis.opendocument.presentation": ("ODP", _OTHER),
    b"application/epub+zip": ("EPUB", _OTHER),
}
_PARTS: Mapping[str, tuple[str, str]] = {
    "xl/workbook.bin": ("XLSB", _XLSX),
    "ppt/presentation.xml": ("PPTX", _OTHER),
    "ofd.xml": ("OFD", _OTHER),
    "uof.xml": ("UOF", _DOCX),
    "index/document.iwa": ("Pages/Numbers", _OTHER),
    "content.xml": ("ODF", _DOCX),
}
"""The part that only this kind of archive has."""


def refuse_foreign(data: bytes) -> None:
    """Refuse a file whose beginning says that it is of a format that is not read.

    Raises:
        UnreadableDocumentError: it is; the message names the format and says what to do.
    """
    if data.startswith(_OLE):
        names = {name.encode("utf-16-le").ljust(_OLE_NAME, b"\0"): name for name in _OLE_STREAMS}
        entries = (data[at : at + _OLE_NAME] for at in range(0, len(data), _OLE_ENTRY))
        stream = next((names[entry] for entry in entries if entry in names), "")
        raise _refusal(_OLE_STREAMS.get(stream, ("OLE", _OTHER)))
    for beginning, name, advice in _BEGINNINGS:
        if re.match(beginning, data[:2000]):
            raise _refusal((name, advice))


def foreign_archive(package: Package) -> UnreadableDocumentError:
    """Why an archive is not read that is neither a Word file nor a workbook."""
    mime_type = package.part("mimetype")[:100] if "mimetype" in package.entries else b""
    by_part = (kind for part, kind in _PARTS.items() if part in package.entries)
    return _refusal(_MIME_TYPES.get(mime_type.strip()) or next(by_part, ("ZIP", _UNPACK)))


def _refusal(kind: tuple[str, str]) -> UnreadableDocumentError:
    format, advice = kind
    return unreadable(advice, format)
