"""The languages that the package speaks, as values: nobody asks which one it is."""

from collections.abc import Mapping

from attrs import frozen


@frozen(kw_only=True)
class Language:
    """A language, and how it is punctuated.

    ``code`` is what texts and JSON call it, ``tag`` what web pages do (BCP 47). ``comma``
    stands between the things of a list, ``level`` between the levels of a path, ``joint``
    between a row and its column, ``quotes`` and ``brackets`` around a text.

    >>> CHINESE.quote("甲"), ENGLISH.bracket("a")
    ('“甲”', ' (a)')
    """

    code: str
    tag: str
    colon: str
    comma: str
    semicolon: str
    stop: str
    level: str
    joint: str
    quotes: tuple[str, str]
    brackets: tuple[str, str]
    plus: str
    minus: str
    equals: str

    def quote(self, text: str) -> str:
        """A text in quotation marks."""
        return text.join(self.quotes)

    def bracket(self, text: str) -> str:
        """A text in brackets."""
        return text.join(self.brackets)


CHINESE = Language(
    code="zh",
    tag="zh-CN",
    colon="：",
    comma="、",
    semicolon="；",
    stop="。",
    level="／",
    joint="",
    quotes=("“", "”"),
    brackets=("（", "）"),
    plus="＋",
    minus="－",
    equals="＝",
)

ENGLISH = Language(
    code="en",
    tag="en",
    colon=": ",
    comma=", ",
    semicolon="; ",
    stop=".",
    level=" / ",
    joint=", ",
    quotes=('"', '"'),
    brackets=(" (", ")"),
    plus=" + ",
    minus=" - ",
    equals=" = ",
)

LANGUAGES: Mapping[str, Language] = {one.code: one for one in (CHINESE, ENGLISH)}
"""Every language by its code."""
