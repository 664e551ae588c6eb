"""Reading: a file, bytes or text → :class:`~govdisclosure.transcribe.reading.Reading`."""

import codecs
import re
from collections.abc import Sequence
from importlib import import_module
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from attrs import frozen

from govdisclosure.editions import EDITIONS, AnyEdition
from govdisclosure.messages import Message
from govdisclosure.page import Block, NoPage, Page, Paragraph, Table
from govdisclosure.readers import text
from govdisclosure.transcribe.reading import NotAReport, Reading

__all__ = ["CannotRead", "NotAReport", "decode", "read"]

LARGEST_TEXT = 5_000_000
"""Bytes of text beyond which nothing is read: a long report has a hundredth of that."""

LARGEST_FILE = 50_000_000
"""Bytes of a file that are read: a report with pictures in it may be large."""

LARGEST_ARCHIVE = 50_000_000
"""Bytes that an office file may unpack to; the header says so before anything is unpacked."""

MOST_PARTS = 2_000
"""Parts that an office file may have."""

MOST_CELLS = 200_000
"""Cells and paragraphs of a page that are read: a report has a thousand."""

ZIP = b"PK\x03\x04"
"""How every office file begins."""

PDF = b"%PDF-"
"""What stands near the beginning of every PDF."""

_OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
"""The part that only this kind of office file has."""

_FEW_DAMAGED = 0.01
"""The share of characters beyond ASCII that may be damaged in UTF-8: each becomes U+FFFD."""

_FOREIGN = re.compile(r"[^\x00-\x7f]+")

_MARKUP = re.compile(r"\s*(?:<\?xml|<!doctype|<!--|<(?:html|head|body|table|div|p)\b)", re.I)

_MARKDOWN = re.compile(
    r"^[ \t>]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)++\|?[ \t]*+$|<table\b"
    r"|\A\s*+#{1,6}[ \t]",
    re.M | re.I,
)
"""What only Markdown has: the line of dashes in a pipe table, an HTML table between text, a
heading's marks in the first line."""

_MHTML = re.compile(
    rb"(?:[\w-]+:.*\r?\n){0,9}(?:MIME-Version|Content-Type): *(?:1|multipart)", re.I
)
"""How a web page begins that a browser saved as one file."""

_MAGIC = {
    PDF: "PDF",
    ZIP: "ZIP",
    b"\xd0\xcf\x11\xe0": "DOC/XLS/WPS",
    b"{\\rtf": "RTF",
}


@frozen
class CannotRead(Exception):
    """The source cannot be opened as a document; ``reason`` says why and what to do."""

    reason: Message

    def __str__(self) -> str:
        return f"{self.reason.say('zh')} {self.reason.say('en')}"


def read(source: Path | bytes | str, editions: Sequence[AnyEdition] = EDITIONS) -> Reading:
    """Read a published report.

    A ``Path`` is a file, ``bytes`` are its content; a ``str`` with a line break or markup
    in it is the text of a report, any other ``str`` names a file.

    >>> reading = read('''青禾县溪口镇2021年政府信息公开工作年度报告
    ... 二、主动公开政府信息情况
    ... 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
    ... 规章 | 0 | 0 | 0
    ... 行政规范性文件 | 2 | 0 | 9''')
    >>> reading.report.issuer.name, reading.report.proactive_disclosure.normative_documents.in_force
    ('青禾县溪口镇', 9)

    Raises:
        CannotRead: the file is missing, forbidden, too large or of a format not supported.
        NotAReport: it can be read, but is no report on the official form.
    """
    if isinstance(source, str) and ("\n" in source or _MARKUP.match(source)):
        return _assembled(_page_of_text(source), editions)
    data = source if isinstance(source, bytes) else content_of(Path(source))
    return _assembled(_page(data), editions)


def _assembled(page: Page, editions: Sequence[AnyEdition]) -> Reading:
    # Whoever reads JSON comes here too, for the content of files, and does without this.
    from govdisclosure.transcribe.assemble import assemble

    if sum(map(_size, page.blocks)) > MOST_CELLS:
        raise CannotRead(Message("too_many_cells", {"limit": f"{MOST_CELLS:,}"}))
    return assemble(page, editions)


def _size(block: Block) -> int:
    """How many cells a block has, or one."""
    if isinstance(block, Table):
        return sum(map(len, block.rows))
    return len(block.pieces()) if isinstance(block, Paragraph) else 1


def _page(data: bytes) -> Page:
    name = binary_format(data)
    return _page_by(name, data) if name else _page_of_text(decode(data, damaged=True))


def binary_format(data: bytes) -> str | None:
    """The format of a file that is no text, by its content: its name says nothing reliable.

    Raises:
        CannotRead: an archive that is damaged, too large or no office file.
    """
    if data.startswith(ZIP):
        return _office_format(data)
    return "pdf" if PDF in data[:1024] else None


def _page_of_text(words: str) -> Page:
    words = _readable(words)
    if _MARKUP.match(words):
        return _page_by("html", words)
    return _page_by("markdown", words) if _MARKDOWN.search(words) else text.read_page(words)


def _office_format(data: bytes) -> str:
    """Which kind of office file it is, by the parts in it."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        raise CannotRead(Message("damaged", {"format": "ZIP"})) from None
    if sum(part.file_size for part in parts) > LARGEST_ARCHIVE or len(parts) > MOST_PARTS:
        raise CannotRead(Message("too_large", {"limit": f"{LARGEST_ARCHIVE:,}"}))
    names = {part.filename for part in parts}
    for part, name in _OFFICE.items():
        if part in names:
            return name
    raise CannotRead(Message("format_not_supported", {"format": "ZIP"}))


def _page_by(name: str, source: bytes | str) -> Page:
    """The page that a format's own module makes; it needs the extra of the same name."""
    about = {"format": name.upper(), "extra": name}
    try:
        module = import_module(f"govdisclosure.readers.{name}")
    except ImportError:
        raise CannotRead(Message("extra_missing", about)) from None
    try:
        page: Page = module.read_page(source)
    except NoPage as problem:
        raise CannotRead(Message(problem.why, about)) from None
    return page


def content_of(path: Path) -> bytes:
    """The bytes of a file; of a very large one no more than show that it is.

    Raises:
        CannotRead: it is missing, a directory, forbidden or too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise CannotRead(Message("no_such_file", {"path": str(path)})) from None
    except IsADirectoryError:
        raise CannotRead(Message("is_a_directory", {"path": str(path)})) from None
    except (OSError, ValueError) as problem:  # ValueError: a NUL byte in the name
        about = {"path": str(path), "why": getattr(problem, "strerror", None) or str(problem)}
        raise CannotRead(Message("cannot_open", about)) from None
    if len(data) > LARGEST_FILE:
        raise CannotRead(Message("too_large", {"limit": f"{LARGEST_FILE:,}"}))
    return data


def decode(data: bytes, *, damaged: bool = False) -> str:
    """The text of some bytes: by BOM, else UTF-8 if valid, else GB18030.

    In ``damaged`` UTF-8 the few bytes that are none become U+FFFD, which is no digit.

    >>> decode("年度报告".encode("gbk"))
    '年度报告'

    Raises:
        CannotRead: too large, binary, of another format, or in neither encoding.
    """
    for magic, name in _MAGIC.items():
        if data.startswith(magic):
            raise CannotRead(Message("format_not_supported", {"format": name}))
    if _MHTML.match(data[:2000]):
        raise CannotRead(Message("format_not_supported", {"format": "MHTML"}))
    if len(data) > LARGEST_TEXT:
        raise CannotRead(Message("too_large", {"limit": f"{LARGEST_TEXT:,}"}))
    decoded = _decoded(data, damaged)
    if "\x00" in decoded:
        raise CannotRead(Message("binary_file"))
    return decoded


def _readable(words: str) -> str:
    """A text that may be a report: neither empty nor too large."""
    if len(words) > LARGEST_TEXT:
        raise CannotRead(Message("too_large", {"limit": f"{LARGEST_TEXT:,}"}))
    if not words.strip("\ufeff \t\r\n"):
        raise CannotRead(Message("empty_file"))
    return words


def _decoded(data: bytes, damaged: bool) -> str:
    for bom, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    nearly = data.decode("utf-8", errors="replace")
    share = _FEW_DAMAGED if damaged else 0
    if nearly.count("\ufffd") <= share * sum(map(len, _FOREIGN.findall(nearly))):
        return nearly
    for encoding in ("utf-8", "gb18030"):  # U+FFFD may be what the text itself says
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CannotRead(Message("binary_file"))
