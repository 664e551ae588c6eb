"""Where facts are from and the laws that they rest on, as each language cites them."""

import re
from collections.abc import Sequence
from itertools import groupby

from attrs import frozen

from govdisclosure.form._types import Large
from govdisclosure.i18n import CHINESE, ENGLISH, Language, Text


@frozen(repr=False)
class Reference(Large):
    """Where facts are from: what it is, and the address of the copy that was seen."""

    id: str
    what: Text
    where: Text


@frozen(repr=False)
class Law(Large):
    """A law, a notice, a letter; ``version`` is its number, its date, what it is about."""

    code: str
    title: Text
    version: Text
    sources: tuple[Reference, ...]


@frozen(repr=False)
class Basis(Large):
    """A place in a law: ``36.1(7)`` is article 36, paragraph 1, item 7."""

    law: Law
    clause: str

    @property
    def clause_words(self) -> Text:
        """The clause alone, as each language cites it."""
        return _cited(self.clause)

    def render(self, language: Language = CHINESE) -> str:
        """The title and the clause, as each language cites it."""
        return cite((self,)).render(language)


def cite(basis: Sequence[Basis]) -> Text:
    """Places in laws, as each language cites them: those in one law that follow together."""
    laws = [
        (law.title, [_cited(one.clause) for one in places])
        for law, places in groupby(basis, key=lambda one: one.law)
    ]
    zh = (title.zh + "、".join(one.zh for one in clauses) for title, clauses in laws)
    en = (", ".join(filter(None, (one.en for one in (title, *cited)))) for title, cited in laws)
    return Text(CHINESE.semicolon.join(zh), ENGLISH.semicolon.join(en))


_ARTICLE = re.compile(r"(\d+)(?:–(\d+))?(?:\.(\d))?(?:\((\d+)\))?")


def _cited(clause: str) -> Text:
    """A clause as it is cited.

    >>> _cited("36.1(7)")
    Text(zh='第三十六条第一款第（七）项', en='Art. 36, para. 1, item (7)')
    >>> _cited("27–45").zh, _cited("annex").zh, _cited("（四）").en
    ('第二十七条至第四十五条', '附件', '（四）')
    """
    if clause == "annex":
        return Text("附件", "annex")
    match = _ARTICLE.fullmatch(clause)
    if match is None:
        return Text(clause, clause)
    article, last, part, item = match.groups()
    zh = f"第{_numeral(article)}条" + (f"至第{_numeral(last)}条" if last else "")
    en = f"Arts. {article}–{last}" if last else f"Art. {article}"
    if part:
        zh, en = f"{zh}第{_numeral(part)}款", f"{en}, para. {part}"
    if item:
        zh, en = f"{zh}第（{_numeral(item)}）项", f"{en}, item ({item})"
    return Text(zh, en)


def _numeral(number: str) -> str:
    """A number below 100 as Chinese law writes it.

    >>> [_numeral(number) for number in ("7", "10", "16", "20", "55")]
    ['七', '十', '十六', '二十', '五十五']
    """
    tens, ones = divmod(int(number), 10)
    digits = "〇一二三四五六七八九"
    above = (digits[tens] if tens > 1 else "") + ("十" if tens else "")
    return above + (digits[ones] if ones or not tens else "")
