"""Marks: how a finding is told from another, by shape and colour; the number says which it is."""

from collections.abc import Iterable
from html import escape

from govdisclosure.document.markup import marked_up
from govdisclosure.i18n import Language, Message

_CELLS = {"error": "15", "warning": "15", "info": "—", "suspect": "13", "part": "2", "empty": " "}
_NUMBERS = {"holds": "30", "sense": "32", "against": "3", "unsure": "20%"}
"""What is explained of cells and of numbers in the text, with an example of each."""


def mark(kind: str, text: str, *, href: str = "", name: str = "") -> str:
    """The mark of a severity ("error", "warning", "info") or of what holds ("good").

    It is a link if it has somewhere to lead; ``name`` is what a screen reader says.

    >>> mark("error", "1")
    '<span class="m error">1</span>'
    """
    element = f'a href="{escape(href)}"' if href else "span"
    said = f' aria-label="{escape(name)}"' if name else ""
    return f'<{element} class="m {kind}"{said}>{marked_up(text)}</{element.split()[0]}>'


def legend(kinds: Iterable[str], language: Language) -> str:
    """What the cells and the numbers of a page mean, of those kinds that it has.

    >>> from govdisclosure.i18n import ENGLISH
    >>> legend(["part"], ENGLISH)
    '<ul class="legend"><li><span class="sample part">2</span>part of that sum</li></ul>'
    """
    shown = set(kinds)
    samples = {kind: f'<span class="sample {kind}">{text}</span>' for kind, text in _CELLS.items()}
    samples |= {kind: f'<span class="{kind}">{text}</span> ' for kind, text in _NUMBERS.items()}
    items = [
        f"<li>{sample}{marked_up(Message(f'legend_{kind}').render(language))}</li>"
        for kind, sample in samples.items()
        if kind in shown
    ]
    return f'<ul class="legend">{"".join(items)}</ul>' if items else ""
