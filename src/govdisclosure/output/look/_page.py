"""The frame of every page: one file, which may use its own style and script and nothing else."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from govdisclosure.document.markup import FONTS, LOADS_NOTHING, document
from govdisclosure.i18n import CHINESE, Language


def _style(name: str) -> str:
    """A style beside this file, without comments and spaces that say nothing to a browser."""
    css = Path(__file__).with_name(name).read_text("utf-8")
    return re.sub(r"/\*.*?\*/|(?<=[{},:;]) ", "", " ".join(css.split()))


CORE = FONTS + _style("core.css")
"""The style of everything in an element of class ``gd``: colours, type, the form, marks."""

EMBEDDED = re.sub(
    r"([\d.]+)rem\b", lambda size: f"{16 * float(size[1]):g}px", CORE + _style("host.css")
)
"""The same where ours stands among what is not ours, as in a notebook.

Its own style must not show through, and the size of its letters is not that of ours.
"""

_FRAME = _style("page.css")


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
