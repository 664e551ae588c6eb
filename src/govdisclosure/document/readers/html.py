"""A web page → a document. Needs the extra ``html`` (selectolax).

The page comes as decoded text, never as bytes: a page labelled gb2312 often is GB18030,
and parsers that trust the label lose characters. Layout tables, which hold other tables or
the whole text, are taken as containers; scripts, styles, menus and what a cell hides are left out.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from attrs import Factory, define
from selectolax.lexbor import LexborHTMLParser, LexborNode

from govdisclosure.document._document import Block, Cell, Document, Heading, Paragraph, Table
from govdisclosure.document._marks import Mark, spell_out
from govdisclosure.document.readers._html_limits import refuse_large_pages
from govdisclosure.findings import SourceLocation

_LEFT_OUT = frozenset(
    ("script", "style", "noscript", "template", "head", "nav", "select", "option", "button")
    + ("iframe", "object", "embed", "svg", "map", "video", "audio")
)
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins")
    + ("label", "mark", "o:p", "q", "s", "small", "span", "st1:chsdate", "strike", "strong", "sub")
    + ("sup", "time", "tt", "u", "var", "wbr", "input", "img", "v:shape", "st1:chmetcnv")
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
MARKS = {"sup": Mark.RAISED, "sub": Mark.LOWERED}
MARKS |= dict.fromkeys(("del", "s", "strike"), Mark.STRUCK)
"""Elements that change what the text in them says."""

_MARKS_OF_STYLE: dict[re.Pattern[str], Mark] = {
    re.compile(r"vertical-align\s*:\s*super\b", re.I): Mark.RAISED,
    re.compile(r"vertical-align\s*:\s*sub\b", re.I): Mark.LOWERED,
    re.compile(r"text-decoration(?:-line)?\s*:[^;:]*line-through", re.I): Mark.STRUCK,
}
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|font-size\s*:\s*0(?![.\d])",
    re.I,
)
_PICTURES = "img, svg, object, canvas, select, button"
"""What a cell may hold instead of a text, so that it is not empty."""

_Marks: TypeAlias = frozenset[Mark]
_About: TypeAlias = dict[str, str | None]
_BLANKS = " \u00a0\u3000"
_DIGITS = re.compile(r"\s*(\d{1,4})")
_WIDEST_SPAN = 1000
"""Rows or columns beyond which a span is a mistake: the widest row of the form has 15 cells."""


def read_document(text: str) -> Document:
    """The document in an HTML text: its paragraphs and tables in reading order.

    >>> text = "<p>一、总体<span>情况</span></p><table><tr><td>规章<td>0</table>"
    >>> paragraph, table = read_document(text).blocks
    >>> paragraph.text, [[cell.text for cell in row] for row in table.rows]
    ('一、总体情况', [['规章', '0']])

    Raises:
        UnreadableDocumentError: it holds more than can be a report.
    """
    refuse_large_pages(text)
    body = LexborHTMLParser(text).body
    if body is None:
        return Document(())
    containers = frozenset(table.mem_id for table in body.css("table:has(table)"))
    return Document(tuple(_BlockReader(containers).blocks(body)))


@define
class _BlockReader:
    """Collects inline text until a block ends it.

    ``containers`` are the tables that hold other tables: they only arrange the page.
    """

    containers: frozenset[int] = frozenset()
    marks: _Marks = frozenset()
    in_cell: bool = False
    line: list[str] = Factory(list)
    tables: int = 0

    def blocks(self, root: LexborNode) -> Iterator[Block]:
        """The blocks below a node, without recursion: pages nest as deep as they like."""
        stack: list[tuple[LexborNode, _Marks | None]] = [(root, self.marks)]
        while stack:
            node, marks = stack.pop()
            tag = node.tag or ""
            if marks is None:  # the end of a block
                yield from self._end_line(_HEADINGS.get(tag, 0))
                continue
            if tag == "-text":
                self.line.append(spell_out(_collapse(node.text_content or ""), marks))
                continue
            if tag in _LEFT_OUT or tag.startswith(("-", "!")):
                continue
            if tag == "br":
                yield from self._end_line(0)
                continue
            about = node.attributes
            if self.in_cell and about and _is_hidden(about):  # elsewhere scripts may show it
                continue
            marks = _marks(tag, about, marks)
            if tag == "table" and not self._is_layout(node):
                yield from self._end_line(0)
                self.tables += 1
                yield Table(tuple(_rows(node, marks)), SourceLocation(table=self.tables))
                continue
            if tag == "input" and _shows_value(about):
                self.line.append(_collapse(about.get("value") or ""))
            if tag not in _INLINE:
                yield from self._end_line(0)
                stack.append((node, None))
            children = [*node.iter(include_text=True)]
            stack += [(child, marks) for child in reversed(children)]

    def _is_layout(self, table: LexborNode) -> bool:
        """Whether a table only arranges the page: it holds tables, or all in one cell."""
        return table.mem_id in self.containers or len(table.css("td, th")) <= 1

    def _end_line(self, level: int) -> Iterator[Block]:
        text = "".join(self.line).strip(_BLANKS)
        self.line = []
        if text:
            yield Heading(text, level) if level else Paragraph(text)


def _collapse(text: str) -> str:
    """Text as a browser shows it: white space of the source is one space, or none in Chinese."""
    one = re.sub(r"[ \t\r\n]+", " ", text)
    return re.sub(r"(?<=[^\x00-\xff]) (?=[^\x00-\xff])", "", one)


def _marks(tag: str, about: _About, around: _Marks) -> _Marks:
    """The marks of an element: those around it, and what its tag and its style say."""
    own = MARKS.get(tag)
    marks = around | {own} if own else around
    style = about.get("style") if about else None
    if not style:
        return marks
    return marks.union(mark for words, mark in _MARKS_OF_STYLE.items() if words.search(style))


def _is_hidden(about: _About) -> bool:
    return "hidden" in about or bool(_HIDDEN.search(about.get("style") or ""))


def _shows_value(about: _About) -> bool:
    """Whether an input element shows its value as text."""
    return (about.get("type") or "text").lower() in ("text", "number")


def _rows(table: LexborNode, around: _Marks) -> Iterator[tuple[Cell, ...]]:
    for row in table.css("tr"):
        marks = _marks("tr", row.attributes, around)
        cells = ((cell, cell.attributes) for cell in row.css("td, th"))
        yield tuple(_cell(cell, about, marks) for cell, about in cells if not _is_hidden(about))


def _cell(cell: LexborNode, about: _About, marks: _Marks) -> Cell:
    text = _cell_text(cell, about, marks)
    return Cell(text, _span(about.get("rowspan")), _span(about.get("colspan")))


def _cell_text(cell: LexborNode, about: _About, marks: _Marks) -> str:
    only = cell.child
    if only is None:
        return ""
    if only.next is None and only.tag == "-text":
        text = _collapse(only.text_content or "").strip(_BLANKS)
        return spell_out(text, _marks("td", about, marks))
    blocks = _BlockReader(marks=marks, in_cell=True).blocks(cell)
    lines = [block.text for block in blocks if not isinstance(block, Table)]
    picture = None if lines else cell.css_first(_PICTURES)
    return f"<{picture.tag}>" if picture else "\n".join(lines)


def _span(value: str | None) -> int:
    digits = _DIGITS.match(value) if value else None
    return min(max(int(digits[1]), 1), _WIDEST_SPAN) if digits else 1
