"""What is known of the form, searched by the words that somebody types.

A text is found by the whole of what was typed as it stands, or else by most of its pieces: words in
English, whatever their ending; in Chinese each two characters that follow. A piece counts the more
the fewer texts have it. Marks of sureness are no part of the texts.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from math import log
from typing import TypeAlias

from attrs import frozen

from govdisclosure.analysis.explanation._index import Entry, entries
from govdisclosure.form.meanings import Answer, Place, Statement, Term, answers, articles, glossary
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
        *(Searchable(t, term_names(t), _texts(t.established)) for t in glossary()),
        *(Searchable(a, _titles(a), _texts(a.statement, *a.basis)) for a in answers()),
        *(Searchable(rule, _texts(rule.title), _texts(rule.sentence)) for rule in RULES),
    )


def term_names(term: Term) -> tuple[str, ...]:
    """A term in each language; what stands in brackets in it need not be typed.

    >>> from govdisclosure.i18n import Text
    >>> term_names(Term(Text("重复申请", "repeat (duplicate) request"), Text("", ""), None))
    ('重复申请', 'repeat (duplicate) request', 'repeat request')
    """
    names = (term.text.zh, *(name.strip() for name in re.split("[;,]", term.text.en)))
    return tuple(dict.fromkeys(one for name in names for one in (name, _IN_BRACKETS.sub("", name))))


_IN_BRACKETS = re.compile(r" ?\([^()]*\)|（[^（）]*）")


def _titles(answer: Answer) -> tuple[str, ...]:
    """What an answer is called; the first and the last of some stand for all between them.

    An article is called by its number, not by the law that it shares with others.
    """
    own = answer.basis[0].clause_words if answer in articles() else answer.title
    return (*map(_each, _texts(own)), *answer.asked_as)


def _each(words: str) -> str:
    """Words with all that lies between two numbers.

    >>> _each("Arts. 19–21"), _each("2008–2010")
    ('Arts. 19 Arts. 20 Arts. 21', '2008 2009 2010')
    """
    return _RANGE.sub(
        lambda match: " ".join(
            f"{match[1]}{number}" for number in range(int(match[2]), int(match[3]) + 1)
        ),
        words,
    )


_RANGE = re.compile(r"((?:Arts\. )?)(\d+)–(\d+)")


def _names(entry: Entry) -> tuple[str, ...]:
    """The labels of a place, and the key in JSON of what is not only a name above others."""
    keys = () if entry.meaning.kind in ("band", "note") else (entry.address.rpartition("/")[2],)
    return (*entry.names, *keys)


def _facts(place: Place) -> tuple[Renderable, ...]:
    return (*place.statements.values(), *place.basis)


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
    if _is_short(_runs(words)):
        pieces = frozenset()
    return _Query(_whole(words), {one: log(1 + texts / (1 + frequencies[one])) for one in pieces})


def _is_short(runs: Sequence[str]) -> bool:
    """Whether there is one sign only, or a number that stands in every other text.

    >>> [_is_short(_runs(words)) for words in ("件", "33", "2014", "Art. 33")]
    [True, True, False, False]
    """
    return len(runs) == 1 and len(runs[0]) < (3 if runs[0].isdecimal() else 2)


def _best(query: _Query, texts: Iterable[str]) -> float:
    return max((_share(query, text) for text in texts), default=0)


def _share(query: _Query, text: str) -> float:
    """How much of a query a text has; of one that asks for no word in it, all or nothing."""
    if not query.weights:
        return _WHOLE if query.whole.strip() and query.whole == _whole(text) else 0
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
_CHINESE_ARTICLE = re.compile(r"第(\d+)条")
_DIGITS = "〇一二三四五六七八九"
_NUMERAL = re.compile(rf"([{_DIGITS}]?)十([{_DIGITS}]?)|(?<=第)([{_DIGITS}])(?=条)")


def _runs(words: str) -> list[str]:
    """Words, numbers, and what stands together in other letters.

    An article is one, and a number from ten up, whichever way it is written.

    >>> _runs("Arts. 14–16: 部分公开（只计）, fees")
    ['art', '14', '16', '部分公开', '只计', 'fee']
    >>> _runs("第三十三条") == _runs("第33条") == _runs("article 33")
    True
    >>> _runs("二十个工作日") == _runs("20个工作日")
    True
    """
    digits = _NUMERAL.sub(_in_digits, words.lower())
    small = _CHINESE_ARTICLE.sub(r" art \1 ", _ARTICLE.sub("art", digits))
    return [_stem(run) for run in _RUN.findall(small)]


def _in_digits(numeral: re.Match[str]) -> str:
    """A Chinese numeral below a hundred in digits.

    >>> [_NUMERAL.sub(_in_digits, number) for number in ("十", "十五", "三十", "四十九", "第四条")]
    ['10', '15', '30', '49', '第4条']
    """
    tens, ones, alone = numeral.groups()
    if alone:
        return str(_DIGITS.index(alone))
    return str(10 * (_DIGITS.index(tens) if tens else 1) + (_DIGITS.index(ones) if ones else 0))


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
