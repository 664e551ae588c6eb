"""HTML: the one place where markup is made. All text is escaped; nothing is loaded or run."""

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import takewhile
from pathlib import Path

from govdisclosure.document._document import Block, Cell, Heading, Table
from govdisclosure.document._grid import widths
from govdisclosure.i18n import CHINESE, Language, escape_control_lines, escape_controls

Draw = Callable[[Cell], tuple[str, str]]
"""What stands in a cell: further attributes of its element, and its markup."""


FONTS = Path(__file__).with_name("fonts.css").read_text("utf-8")
"""The typefaces of an official document, of those that a computer has; digits in Times."""

LOADS_NOTHING = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may do with a page: use its own style, and nothing more."""

_BETWEEN_SPACES = re.compile(r"(?<= )(?= )|(?<=[^\x00-\xff] )(?=[^\x00-\xff])")
"""Where a space would be lost with whoever reads the page: beside another, between Chinese."""


def document(
    title: str,
    style: str,
    body: str,
    *,
    language: Language = CHINESE,
    policy: str = LOADS_NOTHING,
    look: str = "",
) -> str:
    """A whole HTML document around some markup.

    ``policy`` is what a browser may do with it, ``look`` the class of its body.
    """
    start = f'<body class="{look}">' if look else "<body>"
    return (
        f'<!DOCTYPE html>\n<html lang="{language.tag}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(escape_controls(title))}</title>\n<style>\n{style}</style>\n</head>\n"
        f"{start}\n{body}\n</body>\n</html>\n"
    )


def marked_up(text: str) -> str:
    """Text as markup: nothing in it acts, a line break is one, no space is lost.

    >>> marked_up("总 计  <1>")
    '总 <wbr>计 <wbr> &lt;1&gt;'
    """
    markup = escape(escape_control_lines(text))
    return _BETWEEN_SPACES.sub("<wbr>", markup).replace("\n", "<br>")


def plain(cell: Cell) -> tuple[str, str]:
    """A cell with its text and nothing more."""
    return "", marked_up(cell.text)


def element(block: Block, draw: Draw = plain) -> str:
    """The element of one block."""
    if isinstance(block, Table):
        return table(block, draw)
    name = f"h{block.level}" if isinstance(block, Heading) else "p"
    return f"<{name}>{marked_up(block.text)}</{name}>"


def table(block: Table, draw: Draw = plain) -> str:
    """The element of a table: labels are header cells, which say what they are headers of."""
    columns = "".join(f'<col style="width:{share:.1%}">' for share in widths(block))
    return f"<table>\n<colgroup>{columns}</colgroup>\n{table_rows(block, draw)}\n</table>"


def table_rows(block: Table, draw: Draw = plain) -> str:
    """The rows of a table; the header of one that has no other below is its head."""
    head = [*takewhile(_is_header, block.rows)]
    body = block.rows[len(head) :]
    if any(map(_is_header, body)):
        return _rows(block.rows, draw)
    top = f"<thead>\n{_rows(head, draw)}\n</thead>\n" if head else ""
    return f"{top}<tbody>\n{_rows(body, draw)}\n</tbody>"


def _rows(rows: Iterable[tuple[Cell, ...]], draw: Draw) -> str:
    return "\n".join(f"<tr>{''.join(_cells(row, draw))}</tr>" for row in rows)


def _is_header(row: tuple[Cell, ...]) -> bool:
    return all(cell.label for cell in row)


def _cells(row: tuple[Cell, ...], draw: Draw) -> Iterator[str]:
    in_header = _is_header(row)
    for cell in row:
        name = "th" if cell.label and cell.text else "td"
        scope = f' scope="{_scope(cell, in_header)}"' if name == "th" else ""
        spans = f' rowspan="{cell.down}"' if cell.down > 1 else ""
        spans += f' colspan="{cell.across}"' if cell.across > 1 else ""
        more, markup = draw(cell)
        yield f"<{name}{scope}{spans}{more}>{markup}</{name}>"


def _scope(cell: Cell, in_header: bool) -> str:
    if in_header:
        return "colgroup" if cell.across > 1 else "col"
    return "rowgroup" if cell.down > 1 else "row"
