"""From what somebody asks for to all that is known of it."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TypeVar

from attrs import evolve, frozen

from govdisclosure.analysis.explanation._index import (
    Entry,
    entries,
    named,
    numbers_in,
    plain,
    rules_asking,
    section_in,
)
from govdisclosure.analysis.explanation._places import pointers_to
from govdisclosure.analysis.explanation._search import Known, search, term_names, vocabulary
from govdisclosure.findings import Finding
from govdisclosure.form import Large
from govdisclosure.form.meanings import Answer, Place, Term, glossary, places_at, questions
from govdisclosure.i18n import MESSAGES, Message, Text
from govdisclosure.model import EDITIONS
from govdisclosure.rules import RESERVED, RULES, Rule

K = TypeVar("K", bound=Known)


@frozen(repr=False)
class ExplainedPlace(Large):
    """A place with what is known of it: where it is, in which editions, which rules ask it.

    ``address`` is the first place of those that it stands for: a column has a cell in every row.
    ``labels`` are what is printed there, outermost first; ``rules`` are ids.
    """

    meaning: Place
    address: str
    labels: tuple[Text, ...]
    editions: tuple[str, ...]
    rules: tuple[str, ...]


@frozen(repr=False)
class Explanation(Large):
    """All that is known of what somebody asked for; if that is nothing, what may be meant.

    ``places``, ``terms`` and ``answers`` are what has the words in its name, or, if there is none,
    in what is said of it; ``mentions`` and ``see_also`` are what else speaks of it; ``messages``
    are keys.
    """

    subject: str
    places: tuple[ExplainedPlace, ...] = ()
    rules: tuple[Rule, ...] = ()
    messages: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    answers: tuple[Answer, ...] = ()
    mentions: tuple[ExplainedPlace, ...] = ()
    see_also: tuple[Answer | Rule, ...] = ()
    nearest: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether there is anything to say."""
        exactly = self.places or self.rules or self.messages
        return bool(exactly or self.terms or self.answers or self.mentions or self.see_also)


def explain(subject: str | Finding | Rule | Message) -> Explanation:
    """What a place of the form means, a rule asks, a message says.

    ``subject`` is a pointer, a label in either language or its number on the form (``（三）1``),
    a word of the field, the id of a rule or of what a reader says (``READ-…``), the key of a
    message; or a finding, a rule, a message.

    >>> [rule.id for rule in explain("stat-case-totals").rules]
    ['STAT-CASE-TOTALS']
    >>> [place.labels[-1].zh for place in explain("（三）1").places]
    ['1.属于国家秘密']
    >>> explain("no_number").messages
    ('no_number',)
    >>> explain("READ-ROW-UNKNOWN").messages
    ('row_unknown',)
    >>> explain("1月31日").answers[0].statement.text.zh[:24]
    '县级以上政府部门：每年1月31日前向本级政府信息'

    Raises:
        TypeError: it is something else.
    """
    match subject:
        case Finding(rule_id=rule_id, pointer=pointer, message=message):
            return Explanation(rule_id, _at_pointer(pointer), _rules(rule_id), (message.key,))
        case Rule():
            return Explanation(subject.id, rules=(subject,))
        case Message(key=key):
            return _explanation(key)
        case str():
            return _explanation(subject.strip())
    what = type(subject).__name__
    raise TypeError(f"expected a text, a Finding, a Rule or a Message, not {what}")


def explained_places() -> tuple[ExplainedPlace, ...]:
    """Every place of the form with all that is known of it, in the order of the form.

    >>> explained_places()[0].address
    '/title'
    """
    return _together(entries())


def _explanation(subject: str) -> Explanation:
    if subject.startswith("/"):
        explanation = Explanation(subject, places=_at_pointer(subject))
    else:
        explanation = _of_words(subject)
    return explanation if explanation.known else evolve(explanation, nearest=_near(subject))


def _of_words(subject: str) -> Explanation:
    if subject.upper().startswith(RESERVED):  # of a finding about a file, named after a message
        key = subject.lower().replace("-", "_").removeprefix("read_")
        return Explanation(subject, messages=_messages(key))
    rules, messages = _rules(subject), _messages(subject)
    words = Explanation(subject, _named(subject), rules, messages)
    return words if rules or messages else _with_related(words)


def _messages(key: str) -> tuple[str, ...]:
    return (key,) if key in MESSAGES else ()


def _rules(rule_id: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.id == rule_id.upper())


def _with_related(explanation: Explanation) -> Explanation:
    """The same with all that is named so, and that speaks of it."""
    subject, exactly = explanation.subject, explanation.places
    hits = search(subject, in_part=not exactly)
    by_name = _places(hits.named)
    places = exactly or (by_name if len(by_name) <= FEW else ())
    in_full, by_title = hits.named, hits.saying
    if not places and not any(isinstance(hit, (Term, Answer)) for hit in in_full):
        in_full, by_title = by_title, ()
    terms = _terms(_only(Term, in_full), plain(subject))
    words = {plain(name) for term in terms for name in term_names(term)}
    so_called = [entry for entry in entries() if words & entry.words]
    mentions = _places((*so_called, *hits.named, *hits.saying))
    ids = {place.meaning.id for place in places}
    answers = sorted(_only(Answer, in_full), key=lambda one: one in questions())
    told = answers if len(answers) <= _MANY else ()
    return evolve(
        explanation,
        places=places,
        terms=terms,
        answers=tuple(told),
        mentions=tuple(place for place in mentions if place.meaning.id not in ids),
        see_also=(
            *(one for one in (*answers, *_only(Answer, by_title)) if one not in told),
            *_only(Rule, (*hits.named, *hits.saying)),
        ),
    )


def _places(hits: Iterable[Known]) -> tuple[ExplainedPlace, ...]:
    """The places that were hit on the form of some edition, on those of all."""
    ids = dict.fromkeys(hit.meaning.id for hit in _only(Entry, hits))
    return _together(one for place in ids for one in entries() if one.meaning.id == place)


def _only(kind: type[K], hits: Iterable[Known]) -> tuple[K, ...]:
    return tuple(hit for hit in hits if isinstance(hit, kind))


def _terms(terms: tuple[Term, ...], wanted: str) -> tuple[Term, ...]:
    """The terms that are the words, or else the few that have them."""
    exactly = tuple(term for term in terms if wanted in map(plain, term_names(term)))
    return exactly or (terms if len(terms) <= FEW else ())


def _at_pointer(address: str) -> tuple[ExplainedPlace, ...]:
    """The row and the column of a cell, or what else a pointer leads to."""
    ids = {place.id for edition in EDITIONS for place in places_at(address, edition.name)}
    here = [evolve(one, addresses=(address,)) for one in entries() if one.meaning.id in ids]
    return _together(sorted(here, key=lambda one: one.meaning.kind == "column"))


def _named(words: str) -> tuple[ExplainedPlace, ...]:
    """The places with a number or a label, or that a finding calls so."""
    if number := section_in(words):
        return _together(
            e for e in entries() if e.meaning.kind == "section" and number in e.numbers
        )
    numbers = numbers_in(words)
    if numbers and re.fullmatch(r"[\s（）()、.．\d一二三四五六七八九十]+", words):
        return _together(e for e in entries() if _ends_with(e.numbers, numbers))
    if pointers := pointers_to(words):
        return _at_pointer(pointers[0]) if len(pointers) == 1 else _columns_of(pointers)
    return _together(named(words) or named(_section_of(words)))


def _columns_of(addresses: Sequence[str]) -> tuple[ExplainedPlace, ...]:
    """The columns that some cells stand in."""
    columns = (one for one in entries() if one.meaning.kind == "column")
    return _together(one for one in columns if not {*addresses}.isdisjoint(one.addresses))


def _section_of(words: str) -> str:
    """The section of several places in one, which stands before a colon."""
    return re.split("[：:]", words, maxsplit=1)[0]


FEW = 6
"""So many places or terms are told in full where a word is only part of their names."""

_MANY = 12
"""So many answers are; of more there are only the titles."""


def _ends_with(numbers: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether these numbers are asked for; without brackets those with them are meant, too."""
    last = numbers[-len(asked) :]
    return len(last) == len(asked) and all(
        one in (number, number.strip("()")) for one, number in zip(asked, last, strict=True)
    )


def _together(found: Iterable[Entry]) -> tuple[ExplainedPlace, ...]:
    """A place that both editions have is told once, as the newer has it."""
    by_id: dict[str, list[Entry]] = {}
    for entry in found:
        by_id.setdefault(entry.meaning.id, []).append(entry)
    return tuple(
        ExplainedPlace(
            meaning=same[-1].meaning,
            address=same[-1].address,
            labels=same[-1].labels,
            editions=tuple(one.edition.name for one in same),
            rules=tuple(
                dict.fromkeys(r for e in same for r in rules_asking(e.edition, e.addresses))
            ),
        )
        for same in by_id.values()
    )


def _near(subject: str) -> tuple[str, ...]:
    """What may be meant, of the same kind as what was asked for."""
    if subject.startswith("/"):
        known = {one.address: one.address for one in entries() if one.address}
        known |= {cell: cell for edition in EDITIONS for cell in edition.form.cells}
        wanted = subject
    else:
        known = {plain(rule.id): rule.id for rule in RULES}
        known |= {plain(key): key for key in MESSAGES if "_" in subject}
        known |= {words: one.labels[-1].zh for one in entries() for words in one.words}
        known |= {plain(term.text.zh): term.text.zh for term in glossary()}
        if re.fullmatch(r"\w{4,}", subject):
            known |= {word: word for word in vocabulary()}
        wanted = plain(subject)
    near = get_close_matches(wanted[:80], known, n=3, cutoff=0.75)
    return tuple(dict.fromkeys(known[one] for one in near))
