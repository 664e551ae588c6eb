"""A document → a web page in one file, which prints on A4.

Nothing is loaded from anywhere, nothing in it runs, all text is escaped.
"""

from govdisclosure.document._document import Document, Heading
from govdisclosure.document.markup import document as web_page
from govdisclosure.document.markup import element

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


def write_document(document: Document) -> str:
    """The web page of a document.

    >>> html = write_document(Document((Heading("一、总体情况 <1>", 2),)))
    >>> html[html.index("<h2"):html.index("</h2>")]
    '<h2>一、总体情况 &lt;1&gt;'
    """
    title = next((block.text for block in document.blocks if isinstance(block, Heading)), "")
    return web_page(title, STYLE, "\n".join(element(block) for block in document.blocks))
