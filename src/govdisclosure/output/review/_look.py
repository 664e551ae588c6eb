"""How the review page looks, and the few lines of script that it can do without."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from govdisclosure.document.markup import LOADS_NOTHING
from govdisclosure.document.writers.html import STYLE as FORM

STYLE = FORM + Path(__file__).with_name("review.css").read_text("utf-8")
"""The form's own style, with what marks cells and lists findings."""

SCRIPT = Path(__file__).with_name("marks.js").read_text("utf-8")
"""``n`` and ``p`` go to the next and the previous mark; nothing else needs a script."""

_HASH = b64encode(sha256(SCRIPT.encode()).digest()).decode()

POLICY = f"{LOADS_NOTHING}; script-src 'sha256-{_HASH}'"
"""What a browser may do with the page: load nothing, run this script alone."""
