"""The parts of an office file (DOCX, XLSX: a ZIP archive) and how they refer to each other.

All that a damaged or hostile archive can raise is turned into a refusal here. A relationship to
what is not there (``NULL``, ``../NULL``, ``#_top``) is none, as Word and WPS have it. Names in
the Strict form of the standard (ISO/IEC 29500) become those that everybody else writes.
"""

import posixpath
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from attrs import define

from govdisclosure.document.readers._refusals import refuse_more, unreadable

_DAMAGED: tuple[type[Exception], ...] = (BadZipFile, EOFError, KeyError, OSError, OverflowError)
_DAMAGED += (ValueError, struct.error, zlib.error)
"""What a damaged archive raises when it is opened or unpacked."""

_IS_ENCRYPTED = 0x1

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = re.compile(rb"(?<=[\"'])http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_USUAL_NAME = rb"http://schemas.openxmlformats.org/\1/2006/\2"

_OTHER_ENCODING = re.compile(
    rb"[\xef\xbb\xbf\xff\xfe]*<\?xml[^>]*encoding\s*=\s*.(?!utf-?(?:8|16)|us-ascii)", re.I
)
"""What no office file has; entities could hide in it, which no office file has, too."""

LARGEST_ARCHIVE = 50_000_000
"""Bytes that an office file may unpack to; the header says so before anything is unpacked."""

MOST_PARTS = 2_000
"""Parts that an office file may have."""

MOST_ELEMENTS = 300_000
"""XML elements beyond which nothing is parsed: a report has some 20,000."""


@define
class Package:
    """An office file: its parts by name, in lower case and without a slash in front."""

    format: str
    archive: ZipFile
    entries: Mapping[str, ZipInfo]
    elements: int = 0

    def part(self, name: str) -> bytes:
        """The content of a part.

        Raises:
            UnreadableDocumentError: it is missing, damaged, encrypted or packed unusually.
        """
        with _refused_if_damaged(self.format):
            entry = self.entries[name]
            if entry.flag_bits & _IS_ENCRYPTED:
                raise unreadable("encrypted", self.format)
            if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):  # as the standard asks
                raise NotImplementedError
            content = self.archive.read(entry)
        is_strict = b"http://purl.oclc.org/ooxml/" in content  # the pattern is slow
        return _STRICT.sub(_USUAL_NAME, content) if is_strict else content

    def metered(self, name: str) -> bytes:
        """A part that is XML, before it is parsed: what would be large in memory is refused.

        Raises:
            UnreadableDocumentError: as :meth:`part`, there is too much, or what none has.
        """
        content = self.part(name)
        plain = content.replace(b"\0", b"")  # UTF-16 looks like ASCII then
        self.elements += plain.count(b"<") - plain.count(b"</")
        refuse_more(MOST_ELEMENTS, self.elements, self.format)
        if b"<!DOCTYPE" in plain or _OTHER_ENCODING.match(plain):
            raise unreadable("damaged", self.format)
        return content

    def xml(self, name: str) -> ElementTree.Element:
        """The root of a part.

        Raises:
            UnreadableDocumentError: as :meth:`metered`, or it is no XML.
        """
        content = self.metered(name)
        try:
            return ElementTree.fromstring(content)
        except (ElementTree.ParseError, ValueError) as why:
            raise unreadable("damaged", self.format) from why

    def related(self, source: str, kind: str = "") -> Iterator[tuple[str, str]]:
        """Id and name of each part (of a kind) that a part refers to; the package itself is ""."""
        folder, name = posixpath.split(source)
        relationships = posixpath.join(folder, "_rels", f"{name}.rels")
        if relationships not in self.entries:
            return
        for one in self.xml(relationships).iter(_RELATIONSHIP):
            target = _key(posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))))
            if one.get("Type", "").endswith(kind and f"/{kind}") and target in self.entries:
                yield one.get("Id", ""), target

    @property
    def main(self) -> str:
        """The name of the part that everything hangs on; "" if there is none."""
        usual = (("", name) for name in _USUAL if name in self.entries)
        return next((name for _, name in (*self.related("", "officeDocument"), *usual)), "")


_USUAL = ("word/document.xml", "xl/workbook.xml", "xl/workbook.bin", "ppt/presentation.xml")
"""The main parts of the kinds of office files."""


def open_package(data: bytes, format: str = "ZIP") -> Package:
    """The parts of an office file, of which none is unpacked yet.

    Raises:
        ReadError: it is damaged, or would be too large.
    """
    with _refused_if_damaged(format):
        archive = ZipFile(BytesIO(data))
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > LARGEST_ARCHIVE or len(parts) > MOST_PARTS:
        raise unreadable("too_much", format)
    return Package(format, archive, {_key(part.filename): part for part in parts})


@contextmanager
def _refused_if_damaged(format: str) -> Iterator[None]:
    """What a damaged archive raises, or one that is packed unusually, becomes a refusal."""
    try:
        yield
    except NotImplementedError:
        raise unreadable("packed_unusually", format) from None
    except _DAMAGED as why:
        raise unreadable("damaged", format) from why


def _key(name: str) -> str:
    """A name as parts are found by: its case does not count, and some write backslashes."""
    return name.replace("\\", "/").lstrip("/").lower()
