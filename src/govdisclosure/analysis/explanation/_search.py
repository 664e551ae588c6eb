"""What is known of the form, searched by the words that somebody types.

A text is found by the whole of what was typed as it stands, or else by most of its pieces: words in
English, whatever their ending; in Chinese each two characters that follow. A piece counts the more
the fewer texts have it. Marks of sureness are no part of the texts.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from math import log
from typing import TypeAlias

from attrs import frozen

from govdisclosure.analysis.explanation._index import Entry, entries
from govdisclosure.form.meanings import Answer, Place, Statement, Term, duties, glossary, questions
from govdisclosure.i18n import LANGUAGES, Renderable
from govdisclosure.rules import RULES, Rule

Known: TypeAlias = Entry | Term | Answer | Rule


@frozen(eq=False)
class Searchable:
    """Something that is known: what it is called, and what is said of it."""

    known: Known
    names: tuple[str, ...]
    sayings: tuple[str, ...]


@frozen(eq=False)
class Hits:
    """What has most of what was typed in its name, and what only in what is said of it."""

    named: tuple[Known, ...]
    saying: tuple[Known, ...]


_ENOUGH = 0.6
"""The share of what was typed that a text must have, by weight."""

_WHOLE = 2.0
"""What a text counts that has the words as they were typed, one after the other."""


def search(words: str, *, in_part: bool = True) -> Hits:
    """What has the most of some words in it, or nothing but what has them as they were typed.

    Names that begin with the words come first.
    """
    query = _query(words)
    shares = [(one, _best(query, one.names), _best(query, one.sayings)) for one in _everything()]
    least = _ENOUGH if in_part else _WHOLE
    most = max(least, *(share for _, *both in shares for share in both))
    named = [one for one, name, _ in shares if name == most]
    named.sort(key=lambda one: not any(_whole(name).startswith(query.whole) for name in one.names))
    saying = (one for one, name, said in shares if said == most != name)
    return Hits(tuple(one.known for one in named), tuple(one.known for one in saying))


def facts_about(subject: str, place: Place) -> tuple[Renderable, ...]:
    """What is said of a place with some words in it: statements, parts of them, laws."""
    query = _query(subject)
    shares = [(fact, _best(query, _texts(fact))) for fact in _facts(place)]
    most = max(_ENOUGH, *(share for _, share in shares))
    return tuple(fact for fact, share in shares if share == most)


def vocabulary() -> set[str]:
    """The words in the names of what is known, as they are written."""
    names = (name for one in _everything() for name in one.names)
    return {word for name in names for word in re.findall("[a-z]{4,}", name.lower())}


@cache
def _everything() -> tuple[Searchable, ...]:
    return (
        *(Searchable(e, _names(e), _texts(*_facts(e.meaning))) for e in entries()),
        *(Searchable(t, _texts(t.text), (t.established,)) for t in glossary()),
        *(
            Searchable(a, _texts(a.title), _texts(a.statement, *a.parts, *a.basis))
            for a in (*duties(), *questions())
        ),
        *(Searchable(rule, _texts(rule.title), _texts(rule.sentence)) for rule in RULES),
    )


def _names(entry: Entry) -> tuple[str, ...]:
    """The labels of a place, and the key in JSON of what is not only a name above others."""
    keys = () if entry.meaning.kind in ("band", "note") else (entry.address.rpartition("/")[2],)
    return (*entry.names, *keys)


def _facts(place: Place) -> tuple[Renderable, ...]:
    return (*place.statements.values(), *place.parts, *place.basis)


def _texts(*facts: Renderable) -> tuple[str, ...]:
    """The words in each language; the mark of a statement is none of them."""
    words = [fact.text if isinstance(fact, Statement) else fact for fact in facts]
    return tuple(one.render(language) for one in words for language in LANGUAGES.values())


# Words and their pieces


_MOST_TEXTS = 8192
"""So many texts are kept in pieces: those that are searched, and some of what is typed."""

_OF_GRAMMAR = {
    *("a", "an", "are", "be", "by", "can", "do", "does", "for", "from", "how", "in", "is", "it"),
    *("many", "may", "must", "of", "on", "or", "the", "to", "what", "when", "where", "which"),
    *("who", "whom"),
}
"""English words of which none is asked for by itself; they count where all is as it was typed."""


@frozen(eq=False)
class _Query:
    whole: str
    weights: Mapping[str, float]


def _query(words: str) -> _Query:
    frequencies, texts = _frequencies()
    pieces = _pieces(words).difference(*map(_pieces, _OF_GRAMMAR))
    return _Query(_whole(words), {one: log(1 + texts / (1 + frequencies[one])) for one in pieces})


def _best(query: _Query, texts: Iterable[str]) -> float:
    return max((_share(query, text) for text in texts), default=0)


def _share(query: _Query, text: str) -> float:
    """How much of a query a text has."""
    if not query.weights:
        return 0
    if query.whole in _whole(text):
        return _WHOLE
    pieces = _pieces(text)
    weights = query.weights.items()
    return sum(weight for one, weight in weights if one in pieces) / sum(query.weights.values())


@cache
def _frequencies() -> tuple[Counter[str], int]:
    """How many texts have each piece, and how many texts there are."""
    texts = {text for one in _everything() for text in (*one.names, *one.sayings)}
    return Counter(piece for text in texts for piece in _pieces(text)), len(texts)


_RUN = re.compile(r"[a-z]+|\d+|[^\W\d_a-z]+")
_ARTICLE = re.compile(r"\b(?:art|article)s?\b")


def _runs(words: str) -> list[str]:
    """Words, numbers, and what stands together in other letters.

    >>> _runs("Arts. 14–16: 部分公开（只计）, fees")
    ['art', '14', '16', '部分公开', '只计', 'fee']
    """
    small = _ARTICLE.sub("art", words.lower())
    return [_stem(run) for run in _RUN.findall(small)]


_ENDINGS = ("ies", "ied", "ing", "ed", "es", "y", "e", "s")


def _stem(word: str) -> str:
    """A word without its ending.

    >>> [_stem(word) for word in ("universities", "university", "filed", "file", "process", "fees")]
    ['universit', 'universit', 'fil', 'fil', 'process', 'fee']
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ss"):
            return word.removesuffix(ending)
    return word


@lru_cache(_MOST_TEXTS)
def _whole(words: str) -> str:
    """The words one after the other, each between spaces."""
    return f" {' '.join(word for run in _runs(words) for word in _letters(run))} "


def _letters(run: str) -> Iterable[str]:
    return (run,) if run.isascii() else run


@lru_cache(_MOST_TEXTS)
def _pieces(words: str) -> frozenset[str]:
    """Words and numbers, and of other letters each two that follow.

    >>> sorted(_pieces("fees 部分公开"))
    ['fee', '公开', '分公', '部分']
    """
    return frozenset(piece for run in _runs(words) for piece in _parts(run))


def _parts(run: str) -> Iterable[str]:
    if run.isascii() or len(run) == 1:
        return (run,)
    return (run[i : i + 2] for i in range(len(run) - 1))
