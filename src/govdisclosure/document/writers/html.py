"""A :class:`~govdisclosure.page.Page` → a web page in one file, which prints on A4.

Nothing is loaded from anywhere, nothing in it runs, all text is escaped.
"""

from collections.abc import Callable, Iterator
from html import escape

from govdisclosure.page import Block, Cell, Heading, Page, Table
from govdisclosure.visible import visible, visible_lines
from govdisclosure.writers.drawing import widths

STYLE = """\
@page { size: A4; margin: 20mm 16mm; }
body { max-width: 178mm; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff;
  font: 16px/1.75 "Songti SC", SimSun, "Noto Serif CJK SC", serif; }
h1 { font-size: 1.6rem; text-align: center; line-height: 1.4; margin: 1.5rem 0; }
h2 { font-size: 1.2rem; margin: 1.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: .75rem 0 0; text-indent: 2em; }
p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: .75rem 0;
  font-size: .8rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid #333; padding: .3em .2em; text-align: center; vertical-align: middle;
  font-weight: normal; overflow-wrap: anywhere; }
table, tr { break-inside: avoid; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 11pt; }
  h1, h2, h3 { break-after: avoid; } }
"""
"""How the form looks: black rules, centred cells, indented paragraphs."""

Draw = Callable[[Cell], tuple[str, str]]
"""What stands in a cell: further attributes of its element, and its markup."""


def write_page(page: Page) -> str:
    """The web page of a page.

    >>> html = write_page(Page((Heading("一、总体情况 <1>", 2),)))
    >>> html[html.index("<h2"):html.index("</h2>")]
    '<h2>一、总体情况 &lt;1&gt;'
    """
    title = next((block.text for block in page.blocks if isinstance(block, Heading)), "")
    return document(title, STYLE, "\n".join(element(block) for block in page.blocks))


LOADS_NOTHING = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may do with a page: use its own style, and nothing more."""


def document(
    title: str, style: str, body: str, *, lang: str = "zh", policy: str = LOADS_NOTHING
) -> str:
    """A whole HTML document around some markup; ``policy`` is what a browser may do with it."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language(lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(visible(title))}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def language(lang: str) -> str:
    """What a page calls the language of its words."""
    return "zh-CN" if lang == "zh" else "en"


def marked_up(text: str) -> str:
    """Text as markup: nothing in it acts, a line break is one."""
    return escape(visible_lines(text)).replace("\n", "<br>")


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
    rows = "\n".join(f"<tr>{''.join(_cells(row, draw))}</tr>" for row in block.rows)
    return f"<table>\n<colgroup>{columns}</colgroup>\n{rows}\n</table>"


def _cells(row: tuple[Cell, ...], draw: Draw) -> Iterator[str]:
    above = all(cell.head for cell in row)
    for cell in row:
        name = "th" if cell.head and cell.text else "td"
        scope = f' scope="{_scope(cell, above)}"' if name == "th" else ""
        spans = f' rowspan="{cell.down}"' if cell.down > 1 else ""
        spans += f' colspan="{cell.across}"' if cell.across > 1 else ""
        more, markup = draw(cell)
        yield f"<{name}{scope}{spans}{more}>{markup}</{name}>"


def _scope(cell: Cell, above: bool) -> str:
    if above:
        return "colgroup" if cell.across > 1 else "col"
    return "rowgroup" if cell.down > 1 else "row"
