"""The kinds of facts about the form; each says how sure it is, and what it rests on."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import groupby

from attrs import frozen

from govdisclosure.form._types import Large
from govdisclosure.form.meanings._citations import Basis, Reference, cite
from govdisclosure.i18n import CHINESE, Language, Renderable, Text


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
class Sentence(Large):
    """Some words, and how sure they are."""

    text: Text
    sureness: Sureness

    def render(self, language: Language = CHINESE) -> str:
        """The words with their mark, which stands before a comma and after a full stop.

        >>> Sentence(Text("件，", "Requests,"), Sureness.OFFICIAL).render()
        '件（官方），'
        """
        words = self.text.render(language)
        bare = words.rstrip("，；：,;:")
        mark = self.sureness.render(language)
        return bare + Text(f"（{mark}）", f" [{mark}]").render(language) + words[len(bare) :]


@frozen(repr=False)
class Statement(Large):
    """What is said of something, sentence by sentence, each with how sure it is."""

    parts: tuple[Sentence, ...]

    @property
    def text(self) -> Text:
        """The words without marks."""
        return _joined(part.text for part in self.parts)

    @property
    def sureness(self) -> Sureness:
        """How sure the least sure of it is."""
        return weakest(self.parts)

    def render(self, language: Language = CHINESE) -> str:
        """The words with their marks; sentences that are as sure as each other share one."""
        groups = groupby(self.parts, key=lambda part: part.sureness)
        marked = (Sentence(_joined(p.text for p in alike), mark) for mark, alike in groups)
        return _joined(Text.of(one.render) for one in marked).render(language)


def _joined(texts: Iterable[Text]) -> Text:
    """Sentences, one after the other."""
    several = [*texts]
    return Text("".join(one.zh for one in several), " ".join(one.en for one in several))


def weakest(facts: Iterable[Sentence | Statement]) -> Sureness:
    """How sure the least sure of some facts is."""
    return max((one.sureness for one in facts), key=[*Sureness].index)


FACT_TITLES: Mapping[str, Text] = {
    "means": Text("含义", "meaning"),
    "counts": Text("计数", "counts"),
    "filled_by": Text("填报", "filled in by"),
    "mistakes": Text("常见错误", "usual mistakes"),
    "basis": Text("依据", "legal basis"),
    "sources": Text("见于", "seen in"),
    "rules": Text("规则", "rules"),
}
"""What stands before the facts about a place, by the attribute that has them."""


@frozen(kw_only=True, repr=False)
class Place(Large):
    """What is known of a place of the form: a section, a band, a row, a column, a group.

    ``at`` has pointers, in which ``*`` is one token and ``**`` some; a name that stands above
    rows or columns has none, and its own ``label``. A cell is its row and its column.
    ``asked_as`` are words that somebody may ask for it by, beside its labels.
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
    asked_as: tuple[str, ...]
    basis: tuple[Basis, ...]
    sources: tuple[Reference, ...]

    def is_at(self, address: str) -> bool:
        """Whether a pointer leads here."""
        return any(_matches(pattern, address) for pattern in self.at)

    @property
    def statements(self) -> Mapping[str, Statement]:
        """What is said of it as a whole, by attribute."""
        names = ("means", "counts", "filled_by", "mistakes")
        return {name: one for name in names if (one := getattr(self, name))}

    @property
    def facts(self) -> Mapping[str, Renderable]:
        """What is said of it and what that rests on, by attribute; what is empty is left out."""
        return {**self.statements, **_grounds(self.basis)}


def _grounds(basis: Sequence[Basis]) -> Mapping[str, Text]:
    """The law, by attribute; nothing where there is none."""
    return {"basis": cite(basis)} if basis else {}


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
class Answer(Large):
    """What is told under a title: what somebody must do, what a clerk asks, what a law says.

    ``asked_as`` are words that somebody may ask for it by, beside its title.
    """

    id: str
    title: Text
    statement: Statement
    asked_as: tuple[str, ...]
    basis: tuple[Basis, ...]
    sources: tuple[Reference, ...]

    @property
    def facts(self) -> Mapping[str, Renderable]:
        """What it rests on, by attribute; what is empty or its title is left out."""
        return {name: law for name, law in _grounds(self.basis).items() if law != self.title}


@frozen(repr=False)
class Deadline(Large):
    """Who reports by when and to whom, in short; what it rests on are duties."""

    who: Text
    when: Text
    to: Text
    duties: tuple[Answer, ...]

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
class Difference(Large):
    """What the form of 2021 changed in a place, and why."""

    place: Text
    form_2019: Text
    form_2021: Text
    why: Statement


@frozen(repr=False)
class Event(Large):
    """What happened to the report, and when: a year, or the first and the last."""

    when: str
    statement: Statement
    sources: tuple[Reference, ...]


@frozen(repr=False)
class Term(Large):
    """A word of the field with its English; ``established`` says where that is used."""

    text: Text
    established: Text
    sureness: Sureness
