"""A document → a web page in one file, which prints on A4.

Nothing is loaded from anywhere, nothing in it runs, all text is escaped.
"""

from pathlib import Path

from govdisclosure.document._document import Document, Heading
from govdisclosure.document.markup import FONTS, element
from govdisclosure.document.markup import document as web_page

STYLE = FONTS + Path(__file__).with_name("form.css").read_text("utf-8")
"""How the form looks: black rules, centred cells, indented paragraphs."""


def write_document(document: Document) -> str:
    """The web page of a document.

    >>> html = write_document(Document((Heading("一、总体情况 <1>", 2),)))
    >>> html[html.index("<h2"):html.index("</h2>")]
    '<h2>一、总体情况 &lt;1&gt;'
    """
    title = next((block.text for block in document.blocks if isinstance(block, Heading)), "")
    body = "\n".join(element(block) for block in document.blocks)
    return web_page(title, STYLE, f"<main>\n{body}\n</main>")
