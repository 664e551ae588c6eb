"""How everything looks that is shown to people: one page, one form, one set of marks.

What a body printed stands in the form's own type, what is said of it in the system's. A verdict
is told by word, by shape and by colour; a page is one file that loads nothing, light or dark as
the system is, and prints on A4.
"""

from govdisclosure.output.look._form import draw_heading, draw_table
from govdisclosure.output.look._marks import legend, mark
from govdisclosure.output.look._page import CORE, EMBEDDED, page

__all__ = ["CORE", "EMBEDDED", "draw_heading", "draw_table", "legend", "mark", "page"]
