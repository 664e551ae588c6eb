"""Bytes or text → :class:`Document`: which format it is, by its content; its name says nothing
reliable. A format's own module is imported when a file of that format is met.
"""

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable
from contextlib import suppress

from govdisclosure.document._document import Block, Document, Paragraph, Table
from govdisclosure.document._limits import LARGEST_TEXT, MOST_CELLS, MOST_CHARACTERS
from govdisclosure.document._modules import module_of
from govdisclosure.document.readers import text
from govdisclosure.document.readers._foreign import foreign_archive, refuse_foreign
from govdisclosure.document.readers._package import open_package
from govdisclosure.errors import ReadError
from govdisclosure.i18n import Message

_ZIP = (b"PK\3\4", b"PK\5\6", b"PK\7\10")
"""How every office file begins; an archive with nothing in it, or in several pieces."""

_PDF = b"%PDF-"
"""What stands near the beginning of every PDF."""

_OFFICE = {"word/": "docx", "xl/": "xlsx"}
"""The folder in which an office file has its parts."""

_FEW_DAMAGED = 0.01
"""The share of characters beyond ASCII that may be damaged in UTF-8: each becomes U+FFFD."""

_MOST_FOLDED = 18
"""Characters that one may become when widths are folded, as everything is that is compared."""

_BOMS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}

_FOREIGN = re.compile(r"[^\x00-\x7f]+")

_MARKUP = re.compile(r"\s*(?:<\?xml|<!doctype|<!--|<(?:html|head|body|table|div|p)\b)", re.I)

_MARKDOWN = re.compile(
    r"^[ \t>]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)++\|?[ \t]*+$|<table\b"
    r"|\A\s*+#{1,6}[ \t]",
    re.M | re.I,
)
"""What only Markdown has: the line of dashes in a pipe table, an HTML table between text, a
heading's marks in the first line."""


def read_document(source: bytes | str) -> Document:
    """The document in some bytes, of whatever format they are, or in a text.

    >>> read_document("一、总体情况").blocks
    (Paragraph(text='一、总体情况', where=SourceLocation(page=None, line=1, table=None, row=None, \
column=None), cells=(), is_spaced=False),)

    Raises:
        ReadError: it is too large, of a format not supported, or damaged.
    """
    document = _document_of_text(source) if isinstance(source, str) else _document(source)
    texts = [text for block in (*document.blocks, *document.aside) for text in _texts(block)]
    if len(texts) > MOST_CELLS:
        raise ReadError(Message("too_many_cells", {"limit": f"{MOST_CELLS:,}"}))
    if sum(map(len, texts)) * _MOST_FOLDED > MOST_CHARACTERS < sum(map(_folded_length, texts)):
        raise ReadError(Message("too_many_characters", {"limit": f"{MOST_CHARACTERS:,}"}))
    return document


def _folded_length(text: str) -> int:
    return len(unicodedata.normalize("NFKC", text))


def _texts(block: Block) -> Iterable[str]:
    """The cells of a block, or its text."""
    if isinstance(block, Table):
        return (cell.text for row in block.rows for cell in row)
    return block.pieces() if isinstance(block, Paragraph) else (block.text,)


def _document(data: bytes) -> Document:
    if data.startswith(_ZIP):
        return _read_by(_office_format(data), data)
    if _is_pdf(data):
        return _read_by("pdf", data)
    refuse_foreign(data)
    return _document_of_text(decode(data, tolerant=True))


def is_text(data: bytes) -> bool:
    """Whether some bytes do not begin as an office file or a PDF does.

    >>> is_text(b"<html>"), is_text(b"%PDF-1.7")
    (True, False)
    """
    return not data.startswith(_ZIP) and not _is_pdf(data)


def _is_pdf(data: bytes) -> bool:
    return _PDF in data[:1024]


def _document_of_text(words: str) -> Document:
    """The document in a text; one that may be a report is neither empty nor too large."""
    if len(words) > LARGEST_TEXT:
        raise ReadError(Message("too_large", {"limit": f"{LARGEST_TEXT:,}"}))
    if not words.strip("\ufeff \t\r\n"):
        raise ReadError(Message("empty_file"))
    if _MARKUP.match(words):
        return _read_by("html", words)
    return _read_by("markdown", words) if _MARKDOWN.search(words) else text.read_document(words)


def _office_format(data: bytes) -> str:
    """Which kind of office file it is: of a damaged one, by the names that are left."""
    likely = next((name.upper() for folder, name in _OFFICE.items() if folder.encode() in data), "")
    package = open_package(data, likely or "ZIP")
    for folder, name in _OFFICE.items():
        if package.main.startswith(folder) and not package.main.endswith(".bin"):
            return name
    raise foreign_archive(package)


def _read_by(name: str, source: bytes | str) -> Document:
    """The document that a format's own module makes; it needs the extra of the same name."""
    try:
        module = module_of("readers", name)
    except ImportError:
        about = {"format": name.upper(), "extra": name}
        raise ReadError(Message("extra_missing", about)) from None
    document: Document = module.read_document(source)
    return document


def decode(data: bytes, *, tolerant: bool = False) -> str:
    """The text of some bytes: by BOM, else UTF-8 if valid, else GB18030.

    If ``tolerant``, the few bytes in UTF-8 that are none become U+FFFD, which is no digit.

    >>> decode("年度报告".encode("gbk"))
    '年度报告'

    Raises:
        ReadError: too large, binary, or in neither encoding.
    """
    if len(data) > LARGEST_TEXT:
        raise ReadError(Message("too_large", {"limit": f"{LARGEST_TEXT:,}"}))
    words = _text_of(data, tolerant)
    if "\x00" in words:
        raise ReadError(Message("binary_file"))
    return words


def _text_of(data: bytes, tolerant: bool) -> str:
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    nearly = data.decode("utf-8", errors="replace")
    share = _FEW_DAMAGED if tolerant else 0
    if nearly.count("\ufffd") <= share * sum(map(len, _FOREIGN.findall(nearly))):
        return nearly
    for encoding in ("utf-8", "gb18030"):  # U+FFFD may be what the text itself says
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    raise ReadError(Message("binary_file"))
