"""The frame of every page: one file, which may use its own style and script and nothing else."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from govdisclosure.document.markup import FONTS, LOADS_NOTHING, document
from govdisclosure.i18n import CHINESE, Language

CORE = " ".join((FONTS + Path(__file__).with_name("core.css").read_text("utf-8")).split())
"""The style of everything in an element of class ``gd``: colours, type, the form, marks.

In one line, since a notebook has it with each thing that it shows.
"""

_FRAME = Path(__file__).with_name("page.css").read_text("utf-8")


def page(
    title: str, main: str, *, language: Language = CHINESE, style: str = "", script: str = ""
) -> str:
    """A whole page around some markup, in one file; ``style`` is what it adds to the core.

    >>> html = page("审核", "<h1>审核</h1>")
    >>> "default-src 'none'" in html, "<script" in html
    (True, False)
    """
    body = f"<main>\n{main}\n</main>"
    policy = LOADS_NOTHING
    if script:
        body += f"\n<script>{script}</script>"
        digest = b64encode(sha256(script.encode()).digest()).decode()
        policy += f"; script-src 'sha256-{digest}'"
    css = CORE + _FRAME + style
    return document(title, css, body, language=language, policy=policy, look="gd")
