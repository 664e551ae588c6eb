"""From what somebody asks for to all that is known of it."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from attrs import evolve, frozen

from govdisclosure.analysis.explanation._index import (
    Entry,
    entries,
    numbers_in,
    plain,
    rules_asking,
)
from govdisclosure.findings import Finding
from govdisclosure.form import Large
from govdisclosure.form.meanings import (
    Duty,
    Place,
    Question,
    Term,
    duties,
    glossary,
    places_at,
    questions,
)
from govdisclosure.i18n import LANGUAGES, MESSAGES, Message, Renderable, Text
from govdisclosure.model import EDITIONS
from govdisclosure.rules import RULES, Rule


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

    ``places`` are what is asked for; ``terms``, ``duties``, ``questions`` and ``mentions`` speak of
    it; ``messages`` are keys.
    """

    subject: str
    places: tuple[ExplainedPlace, ...] = ()
    rules: tuple[Rule, ...] = ()
    messages: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    duties: tuple[Duty, ...] = ()
    questions: tuple[Question, ...] = ()
    mentions: tuple[ExplainedPlace, ...] = ()
    nearest: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether there is anything to say."""
        exact = self.places or self.rules or self.messages
        return bool(exact or self.terms or self.duties or self.questions or self.mentions)


def explain(subject: str | Finding | Rule | Message) -> Explanation:
    """What a place of the form means, a rule asks, a message says.

    ``subject`` is a pointer, a label in either language or its number on the form (``（三）1``),
    a word of the field, the id of a rule, the key of a message; or a finding, a rule, a message.

    >>> [rule.id for rule in explain("stat-case-totals").rules]
    ['STAT-CASE-TOTALS']
    >>> [place.labels[-1].zh for place in explain("（三）1").places]
    ['1.属于国家秘密']
    >>> explain("no_number").messages
    ('no_number',)
    >>> explain("1月31日").duties[0].statement.text.zh[:24]
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
    rules, messages = _rules(subject), (subject,) if subject in MESSAGES else ()
    if subject.startswith("/"):
        explanation = Explanation(subject, places=_at_pointer(subject))
    else:
        words = Explanation(subject, _named(subject), rules, messages)
        explanation = words if rules or messages else _with_related(words)
    return explanation if explanation.known else evolve(explanation, nearest=_near(subject))


def _rules(rule_id: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.id == rule_id.upper())


def _with_related(explanation: Explanation) -> Explanation:
    """The same with the terms that it names, and what speaks of it."""
    wanted = plain(explanation.subject)
    if len(wanted) < 2 or wanted.isdecimal():
        return explanation

    named = {place.meaning.id for place in explanation.places}
    others = (entry for entry in entries() if entry.meaning.id not in named)
    return evolve(
        explanation,
        terms=tuple(term for term in glossary() if _is_term(term.text, wanted)),
        duties=tuple(d for d in duties() if _speaking(wanted, d.statement, *d.basis)),
        questions=tuple(q for q in questions() if _speaking(wanted, q.question, q.answer)),
        mentions=_together(
            e for e in others if _is_in_label(wanted, e) or facts_about(wanted, e.meaning)
        ),
    )


def facts_about(subject: str, place: Place) -> tuple[Renderable, ...]:
    """What is said of a place with some words in it: statements, parts of them, laws."""
    statements = (place.means, place.counts, place.filled_by, place.mistakes)
    return _speaking(plain(subject), *filter(None, statements), *place.parts, *place.basis)


def _speaking(words: str, *facts: Renderable) -> tuple[Renderable, ...]:
    """The facts that have the words in them, in any language, as :func:`plain` has them."""
    languages = LANGUAGES.values()
    return tuple(f for f in facts if any(words in plain(f.render(lang)) for lang in languages))


def _is_term(text: Text, wanted: str) -> bool:
    return wanted == plain(text.zh) or wanted in map(plain, re.split("[;,]", text.en))


def _at_pointer(address: str) -> tuple[ExplainedPlace, ...]:
    """The row and the column of a cell, or what else a pointer leads to."""
    ids = {place.id for edition in EDITIONS for place in places_at(address, edition.name)}
    here = [evolve(one, addresses=(address,)) for one in entries() if one.meaning.id in ids]
    return _together(sorted(here, key=lambda one: one.meaning.kind == "column"))


def _named(words: str) -> tuple[ExplainedPlace, ...]:
    """The places with a number or a label, or else a few with a label that has the words in it."""
    numbers = numbers_in(words)
    if numbers and re.fullmatch(r"[\s（）()、.．\d一二三四五六七八九十]+", words):
        return _together(e for e in entries() if _ends_with(e.numbers, numbers))
    wanted = plain(words)
    exactly = [entry for entry in entries() if wanted in entry.words]
    if exactly or len(wanted) < 2:
        return _together(exactly)
    partly = _together(entry for entry in entries() if _is_in_label(wanted, entry))
    return partly if len(partly) <= FEW else ()


FEW = 6
"""So many places are told in full where a word is only part of their labels."""


def _is_in_label(wanted: str, entry: Entry) -> bool:
    return any(wanted in words for words in entry.words)


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
        wanted = plain(subject)
    near = get_close_matches(wanted[:80], known, n=3, cutoff=0.75)
    return tuple(dict.fromkeys(known[one] for one in near))
