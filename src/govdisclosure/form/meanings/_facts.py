"""The kinds of facts about the form; each says how sure it is, and what it rests on."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import groupby

from attrs import frozen

from govdisclosure.form._types import Large
from govdisclosure.i18n import CHINESE, Language, Text


class Sureness(StrEnum):
    """How sure a fact is, the surest first; whoever shows a fact shows this."""

    OFFICIAL = "official"
    LOCAL = "local"
    PRACTICE = "practice"
    INFERRED = "inferred"
    NOT_FOUND = "not_found"

    def render(self, language: Language = CHINESE) -> str:
        """The mark: seen in an official text, in a local one, and so on."""
        return _MARKS[self].render(language)


_MARKS = {
    Sureness.OFFICIAL: Text("官方", "official"),
    Sureness.LOCAL: Text("地方", "local"),
    Sureness.PRACTICE: Text("惯例", "practice"),
    Sureness.INFERRED: Text("推断", "inferred"),
    Sureness.NOT_FOUND: Text("未见", "not found"),
}


@frozen(repr=False)
class Statement(Large):
    """What is said of something, and how sure it is."""

    text: Text
    sureness: Sureness

    def render(self, language: Language = CHINESE) -> str:
        """The words with their mark."""
        mark = self.sureness.render(language)
        return Text(f"{self.text.zh}（{mark}）", f"{self.text.en} [{mark}]").render(language)


def weakest(statements: Iterable[Statement]) -> Sureness:
    """How sure the least sure of some statements is."""
    return max((one.sureness for one in statements), key=[*Sureness].index)


@frozen(repr=False)
class Reference(Large):
    """Where facts are from: what it is, and the address of the copy that was seen."""

    id: str
    what: str
    where: str


@frozen(repr=False)
class Law(Large):
    """A law, a notice, a letter; ``articles`` says in short what is in some of its articles."""

    code: str
    title: Text
    version: str
    sources: tuple[Reference, ...]
    articles: Mapping[str, Text]


@frozen(repr=False)
class Basis(Large):
    """A place in a law: ``36.1(7)`` is article 36, paragraph 1, item 7."""

    law: Law
    clause: str

    def render(self, language: Language = CHINESE) -> str:
        """The title and the clause, as each language cites it."""
        return cite((self,), language)


def cite(basis: Sequence[Basis], language: Language = CHINESE) -> str:
    """Places in laws, as each language cites them: those in one law that follow together."""
    laws = ((law, [*clauses]) for law, clauses in groupby(basis, key=lambda one: one.law))
    return language.semicolon.join(
        Text(
            law.title.zh + "、".join(_cited(one.clause).zh for one in clauses),
            ", ".join(filter(None, (law.title.en, *(_cited(one.clause).en for one in clauses)))),
        ).render(language)
        for law, clauses in laws
    )


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


FACT_TITLES: Mapping[str, Text] = {
    "means": Text("含义", "meaning"),
    "counts": Text("计数", "counts"),
    "filled_by": Text("填报", "filled in by"),
    "mistakes": Text("常见错误", "usual mistakes"),
    "parts": Text("其中", "of these"),
    "basis": Text("依据", "legal basis"),
}
"""What stands before the facts about a place, by the attribute of :class:`Place`."""


@frozen(kw_only=True, repr=False)
class Place(Large):
    """What is known of a place of the form: a section, a band, a row, a column, a group.

    ``at`` has pointers, in which ``*`` is one token and ``**`` some; a name that stands above
    rows or columns has none, and its own ``label``. A cell is its row and its column. ``parts``
    says of some topics in what is said how sure they are, where that differs.
    """

    id: str
    kind: str
    at: tuple[str, ...]
    editions: tuple[str, ...]
    label: Text | None
    means: Statement
    counts: Statement
    filled_by: Statement | None
    mistakes: Statement | None
    parts: tuple[Statement, ...]
    basis: tuple[Basis, ...]
    sources: tuple[Reference, ...]

    def is_at(self, address: str) -> bool:
        """Whether a pointer leads here."""
        return any(_matches(pattern, address) for pattern in self.at)

    def facts(self, language: Language = CHINESE) -> Mapping[str, str]:
        """What is said of it, by the attributes that ``FACT_TITLES`` has a title for."""
        statements = ("means", "counts", "filled_by", "mistakes")
        words = {name: one.render(language) for name in statements if (one := getattr(self, name))}
        words["parts"] = language.semicolon.join(part.render(language) for part in self.parts)
        words["basis"] = cite(self.basis, language)
        return {name: text for name, text in words.items() if text}


def _matches(pattern: str, address: str) -> bool:
    """Whether a pointer is one of those that a pattern means.

    >>> _matches("/requests/**/total", "/requests/outcomes/denied/state_secret/total")
    True
    >>> _matches("/a/*/total", "/a/total"), _matches("/a/*/total", "/a/b/c/total")
    (False, False)
    """
    return _expression(pattern).fullmatch(address) is not None


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    escaped = re.escape(pattern)
    return re.compile(escaped.replace(r"\*\*", ".+").replace(r"\*", "[^/]+"))


@frozen(repr=False)
class Duty(Large):
    """What somebody must do: who reports, when, to whom, where, how.

    ``parts`` says of some topics in it how sure they are, where that differs.
    """

    id: str
    title: Text
    statement: Statement
    parts: tuple[Statement, ...]
    basis: tuple[Basis, ...]
    sources: tuple[Reference, ...]


@frozen(repr=False)
class Deadline(Large):
    """Who reports by when and to whom, in short; what it rests on are duties."""

    who: Text
    when: Text
    to: Text
    duties: tuple[Duty, ...]

    @property
    def sureness(self) -> Sureness:
        """No more is claimed than for the weakest of the duties."""
        return weakest(duty.statement for duty in self.duties)

    @property
    def basis(self) -> tuple[Basis, ...]:
        """The law of the duties, each place once."""
        places: list[Basis] = []
        places += (one for duty in self.duties for one in duty.basis if one not in places)
        return tuple(places)


@frozen(repr=False)
class Question(Large):
    """What a clerk asks, and the answer; ``parts`` are as those of a :class:`Duty`."""

    id: str
    number: int
    question: Text
    answer: Statement
    parts: tuple[Statement, ...]
    sources: tuple[Reference, ...]


@frozen(repr=False)
class Difference(Large):
    """What the form of 2021 changed in a place, and why."""

    place: str
    form_2019: str
    form_2021: str
    why: Statement


@frozen(repr=False)
class Event(Large):
    """What happened to the report, and when."""

    when: str
    statement: Statement
    sources: tuple[Reference, ...]


@frozen(repr=False)
class Term(Large):
    """A word of the field with its English; ``established`` says where that is used."""

    text: Text
    established: str
    sureness: Sureness
