"""Markdown → a document. Needs the extra ``markdown`` (markdown-it-py).

Headings, paragraphs, lists and emphasis are read as CommonMark says, HTML tables as on a web
page. Two things are read otherwise, because text would be lost by the book:

- Pipe tables are cut into rows here. GitHub's rule, which markdown-it follows, drops the cells
  that a row has beyond the first and adds empty ones to a shorter row, and a table without its
  line of dashes is no table at all.
- A line that ends early is a paragraph of its own. Nobody wraps Chinese text where it ends
  early, and headings often stand directly above their text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count, groupby, islice

from attrs import evolve
from markdown_it import MarkdownIt

from govdisclosure.document._document import Block, Cell, Document, Heading, Paragraph, Table
from govdisclosure.document._limits import MOST_CELLS
from govdisclosure.document._marks import Mark, spell_out
from govdisclosure.document.readers import html
from govdisclosure.document.readers._refusals import refuse_more
from govdisclosure.findings import SourceLocation

_BAR = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r":?-+:?")
_TABLE_TAG = re.compile(r"(?<!\\)<(/?)table\b[^>]*>?", re.I)
_BREAK = re.compile(r"<br\b", re.I)
_STARS = re.compile(r"(?<!\\)\*\*([^*\n]+)(?<!\\)\*\*")
"""Bold type that CommonMark does not see: **（一）**予以公开 has no space behind the stars."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

_TAG = re.compile(r"<(/?)(\w+)")

_SHORTEST_WRAP = 20
"""Characters below which nobody wraps a line."""

_RAGGED = 10
"""Characters that a wrapped line may lack of the longest."""

LONGEST = 200_000
"""Characters that are parsed, embedded pictures not counted; a report has some 20,000."""

_LONGEST_PARAGRAPH = 20_000
"""Characters of a paragraph beyond which marks in it stay as they are, unless escaped."""

_PICTURE = re.compile(r"!\[[^\]\n]{0,200}+\]\(data:[^()\s]*+\)")

# Indented text is no code here, and [注]: with a word behind it is no link to it.
_PARSER = MarkdownIt("commonmark").disable(["code", "reference", "inline"])
_INLINE = MarkdownIt("commonmark")


def read_document(text: str) -> Document:
    """The document in a Markdown text.

    >>> text = "## 二、主动公开\\n\\n| 规章 | 0 |\\n|---|---|\\n| **许可** | 5 |\\n"
    >>> heading, table = read_document(text).blocks
    >>> heading.text, [[cell.text for cell in row] for row in table.rows]
    ('二、主动公开', [['规章', '0'], ['许可', '5']])

    Raises:
        UnreadableDocumentError: it is longer than any report.
    """
    text = _PICTURE.sub("", text)
    refuse_more(LONGEST, len(text), "MARKDOWN")
    return Document(tuple(islice(_number_tables(_blocks(text)), MOST_CELLS + 1)))


def _number_tables(blocks: Iterator[Block]) -> Iterator[Block]:
    """The same blocks with tables counted, wherever they were written."""
    numbers = count(1)
    for block in blocks:
        is_table = isinstance(block, Table)
        yield evolve(block, where=SourceLocation(table=next(numbers))) if is_table else block


def _blocks(text: str) -> Iterator[Block]:
    """HTML tables are cut out first: an empty line in one would end it for Markdown."""
    text = re.sub(r"\r\n?", "\n", text)
    at, line = 0, 0
    for start, end in (*_html_tables(text), (len(text), len(text))):
        yield from _of_markdown(text[at:start], line)
        yield from html.read_document(text[start:end]).blocks
        line += text.count("\n", at, end)
        at = end


def _html_tables(text: str) -> Iterator[tuple[int, int]]:
    """Where HTML tables start and end, those inside others not counted."""
    depth, start = 0, 0
    for tag in _TABLE_TAG.finditer(text):
        if not tag[1]:
            start = start if depth else tag.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, tag.end()
    if depth:
        yield start, len(text)


def _of_markdown(text: str, before: int) -> Iterator[Block]:
    """The blocks of Markdown that begins below so many lines."""
    if not text.strip():
        return
    level, mark = 0, ""
    for token in _PARSER.parse(text):
        where = SourceLocation(line=before + token.map[0] + 1) if token.map else SourceLocation()
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "list_item_open":
            mark = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline" and level:
            words = _plain(" ".join(token.content.split("\n"))).replace("\n", " ")
            if words:
                yield Heading(words, level, where)
            level = 0
        elif token.type in ("inline", "fence"):
            yield from _lines(mark + token.content, where.line or 0)
            mark = ""
        elif token.type == "html_block":
            for block in html.read_document(token.content).blocks:
                yield block if isinstance(block, Table) else evolve(block, where=where)


def _lines(content: str, first: int) -> Iterator[Block]:
    """A paragraph of Markdown: its lines with bars are rows of a table."""
    numbered_lines = enumerate(content.split("\n"), first)
    for has_bars, run in groupby(numbered_lines, lambda line: bool(_BAR.search(line[1]))):
        yield from (_rows if has_bars else _prose)(list(run))


def _rows(lines: Sequence[tuple[int, str]]) -> Iterator[Block]:
    """A table if a line of dashes says so; else lines that fall into cells."""
    # Further down a row of dashes is one of cells, unless it is the same line again.
    rule = next((line.strip() for _, line in lines[:2] if _is_rule(line)), None)
    rows = [(number, _pieces(line)) for number, line in lines if line.strip() != rule]
    if rule:
        yield Table(tuple(tuple(Cell(_plain(piece)) for piece in row) for _, row in rows))
        return
    for number, row in rows:
        cells = tuple(_plain(piece).replace("\n", " ") for piece in row)
        yield Paragraph(" | ".join(cells), SourceLocation(line=number), cells)


def _pieces(line: str) -> list[str]:
    """A row cut at its bars, of which the outer ones only frame it."""
    line = line.strip()
    pieces = _BAR.split(line)
    if line.startswith("|"):
        del pieces[0]
    if len(pieces) > 1 and not pieces[-1].strip():
        del pieces[-1]
    return [piece.strip().replace("\\|", "|") for piece in pieces]


def _is_rule(line: str) -> bool:
    """Whether a line only parts others: |---|:-:|."""
    return all(map(_DASHES.fullmatch, _pieces(line)))


def _prose(lines: Sequence[tuple[int, str]]) -> Iterator[Paragraph]:
    """Paragraphs: lines that are wrapped are joined."""
    longest = max(len(line.strip()) for _, line in lines)
    first, text = lines[0][0], ""
    for number, line in lines:
        text = _join(text, line.strip()) if text else line.strip()
        if line is not lines[-1][1] and _is_wrapped(line, longest):
            continue
        for words in _plain(text.removesuffix("\\")).split("\n"):
            if words.strip():
                yield Paragraph(words.strip(), SourceLocation(line=first))
        first, text = number + 1, ""


def _is_wrapped(line: str, longest: int) -> bool:
    """Whether a line goes on in the next one; two spaces or a backslash at its end say no."""
    if line.endswith(("  ", "\\")):
        return False
    return len(line.strip()) >= max(_SHORTEST_WRAP, longest - _RAGGED)


def _join(first: str, second: str) -> str:
    """Two lines as one; between Chinese characters there is no space."""
    is_chinese = not (first[-1:].isascii() and second[:1].isascii())
    return f"{first}{second}" if is_chinese else f"{first} {second}"


def _plain(inline: str) -> str:
    """Inline Markdown as text; what HTML tags raise or strike out is marked."""
    if len(inline) > _LONGEST_PARAGRAPH:
        return _ESCAPED.sub(r"\1", inline).strip()
    pieces: list[str] = []
    marks: list[Mark] = []
    for token in _INLINE.parseInline(_STARS.sub(r"\1", inline))[0].children or ():
        if token.type == "html_inline":
            pieces += ["\n"] if _BREAK.match(token.content) else []
            tag = _TAG.match(token.content.lower())
            if tag and (mark := html.MARKS.get(tag[2])):
                marks = [other for other in marks if other != mark] + [mark] * (not tag[1])
        elif token.type in ("text", "code_inline"):
            pieces.append(spell_out(token.content, marks))
    return "".join(pieces).strip()
