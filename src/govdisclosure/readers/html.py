"""A web page → :class:`~govdisclosure.page.Page`. Needs the extra ``html`` (selectolax).

The page comes as decoded text, never as bytes: a page labelled gb2312 often is GB18030,
and parsers that trust the label lose characters. Layout tables, which hold other tables or
the whole text, are taken as containers; scripts, styles and menus are left out.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govdisclosure.page import Block, Cell, Heading, Page, Paragraph, Table, Where

_LEFT_OUT = frozenset(
    ("script", "style", "noscript", "template", "head", "nav", "select", "option", "button")
    + ("iframe", "object", "embed", "svg", "form", "textarea", "map", "video", "audio")
)
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins")
    + ("label", "mark", "o:p", "q", "s", "small", "span", "st1:chsdate", "strong", "sub", "sup")
    + ("time", "tt", "u", "var", "wbr", "input", "img", "v:shape", "st1:chmetcnv")
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLANKS = " \u00a0\u3000"
_DIGITS = re.compile(r"\s*(\d{1,4})")
_MOST_SPANNED = 1000
"""Rows or columns beyond which a span is a mistake: the widest row of the form has 15 cells."""


def read_page(text: str) -> Page:
    """The page of an HTML text: its paragraphs and tables in reading order.

    >>> page = read_page("<p>一、总体<span>情况</span></p><table><tr><td>规章<td>0</table>")
    >>> page.blocks[0].text, [[cell.text for cell in row] for row in page.blocks[1].rows]
    ('一、总体情况', [['规章', '0']])
    """
    body = LexborHTMLParser(text).body
    return Page(tuple(_Walk(_containers(body)).blocks(body)) if body else ())


def _containers(body: LexborNode) -> frozenset[int]:
    """The tables that hold other tables: they only arrange the page."""
    outer = (_table_around(table) for table in body.css("table"))
    return frozenset(table.mem_id for table in outer if table)


def _table_around(table: LexborNode) -> LexborNode | None:
    node = table.parent
    while node is not None and node.tag != "table":
        node = node.parent
    return node


class _Walk:
    """Collects inline text until a block ends it."""

    def __init__(self, containers: frozenset[int] = frozenset()) -> None:
        self._containers = containers
        self._line: list[str] = []
        self._level = 0
        self._tables = 0

    def blocks(self, root: LexborNode) -> Iterator[Block]:
        """The blocks below a node, without recursion: pages nest as deep as they like."""
        stack: list[tuple[LexborNode | None, str]] = [(root, "open")]
        while stack:
            node, step = stack.pop()
            if node is None or step == "close":
                yield from self._end_line(_HEADINGS.get(node.tag or "", 0) if node else 0)
                continue
            if node.tag == "-text":
                self._line.append(_collapsed(node.text_content or ""))
                continue
            if node.tag in _LEFT_OUT or (node.tag or "").startswith(("-", "!")):
                continue
            if node.tag == "br":
                yield from self._end_line(self._level)
                continue
            if node.tag == "table" and not self._is_layout(node):
                yield from self._end_line(0)
                self._tables += 1
                yield Table(tuple(_rows(node)), Where(table=self._tables))
                continue
            if node.tag not in _INLINE:
                yield from self._end_line(0)
                stack.append((node, "close"))
            stack += [(child, "open") for child in reversed(_children(node))]

    def _is_layout(self, table: LexborNode) -> bool:
        """Whether a table only arranges the page: it holds tables, or all in one cell."""
        return table.mem_id in self._containers or len(table.css("td, th")) <= 1

    def _end_line(self, level: int) -> Iterator[Block]:
        text = "".join(self._line).strip(_BLANKS)
        self._line = []
        if text:
            yield Heading(text, level) if level else Paragraph(text)


def _children(node: LexborNode) -> list[LexborNode]:
    return list(node.iter(include_text=True))


def _collapsed(text: str) -> str:
    """Text as a browser shows it: white space of the source is one space, or none in Chinese."""
    one = re.sub(r"[ \t\r\n]+", " ", text)
    return re.sub(r"(?<=[^\x00-\xff]) (?=[^\x00-\xff])", "", one)


def _rows(table: LexborNode) -> Iterator[tuple[Cell, ...]]:
    for row in table.css("tr"):
        yield tuple(_cell(cell) for cell in row.css("td, th"))


def _cell(cell: LexborNode) -> Cell:
    about = cell.attributes
    return Cell(_cell_text(cell), _span(about.get("rowspan")), _span(about.get("colspan")))


def _cell_text(cell: LexborNode) -> str:
    only = cell.child
    if only is None:
        return ""
    if only.next is None and only.tag == "-text":
        return _collapsed(only.text_content or "").strip(_BLANKS)
    lines = [block.text for block in _Walk().blocks(cell) if not isinstance(block, Table)]
    return "\n".join(lines)


def _span(printed: str | None) -> int:
    digits = _DIGITS.match(printed) if printed else None
    return min(max(int(digits.group(1)), 1), _MOST_SPANNED) if digits else 1
