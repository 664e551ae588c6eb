"""How large a web page may be for its parser, counted before it is parsed.

HTML has no error: elements may stay open, stand inside each other without end, come again in
each block until they are closed. The parser follows the standard, and with that takes the square
of some numbers. So these are small enough for their squares, and as large as no report's.
"""

import re

from govdisclosure.document.readers._refusals import unreadable

MOST_TAGS = 30_000
"""Tags of a page; one that a word processor wrote for a report has some 5,000."""

MOST_REOPENED = 1_000_000
"""Different tags of type (bold, a colour) times all tags: each may be opened again at each tag."""

MOST_PAIRS = 200_000_000
"""Pairs of words in one tag, over all tags: attributes are compared with each other."""

_TAG = re.compile(r"</?[a-zA-Z]")
_TYPE = re.compile(
    r"<(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?:[\s/][^>]{0,500}+)?+>", re.I
)


def refuse_large_pages(text: str) -> None:
    """Refuse a page that is not parsed in a second or two.

    Raises:
        UnreadableDocumentError: there are too many tags, or attributes of a tag.
    """
    tags = len(_TAG.findall(text))
    if (
        tags > MOST_TAGS
        or (tags * tags > MOST_REOPENED and tags * _types(text) > MOST_REOPENED)
        or (len(text) ** 2 > 4 * MOST_PAIRS and _pairs(text) > MOST_PAIRS)
    ):
        raise unreadable("too_much", "HTML")


def _types(text: str) -> int:
    """How many different tags of type there are; one with a > in its quotes is as good as two."""
    tags = ((tag[0], tag.start()) for tag in _TYPE.finditer(text))
    return len({tag if tag.count('"') % 2 == 0 == tag.count("'") % 2 else at for tag, at in tags})


def _pairs(text: str) -> int:
    """Pairs of words between one > and the next: of attributes, though text has some as well."""
    for separator in "/\"'":
        text = text.replace(separator, " ")
    return sum(len(piece.split()) ** 2 for piece in text.split(">"))
