"""Whether two names are of one body."""

import re
from unicodedata import normalize

_LEFT_OUT = re.compile("(?:人民)?政府|办事处$")
_PLACES = tuple("省市县区州盟旗")


def bare_name(name: str) -> str:
    """A body's name in letters and digits, without what some years' reports leave out of it.

    >>> bare_name("青禾县 溪口镇人民政府")
    '青禾县溪口镇'
    """
    return _LEFT_OUT.sub("", "".join(c for c in normalize("NFKC", name) if c.isalnum()))


def same_body(one: str, other: str) -> bool:
    """Whether two names are of one body; one of them may leave out the place that it is in.

    >>> same_body("青禾县溪口镇", "溪口镇人民政府"), same_body("青禾县溪口镇", "青禾县")
    (True, False)
    """
    short, long = sorted((bare_name(one), bare_name(other)), key=len)
    above = long.removesuffix(short)
    return long.endswith(short) and (not short or not above or above.endswith(_PLACES))
