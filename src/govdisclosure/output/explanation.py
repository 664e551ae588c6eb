"""What is known of a place of the form, of a rule, of a message, for a reader at a terminal."""

import re
from collections.abc import Iterator, Mapping

from govdisclosure import rules
from govdisclosure.analysis.explanation import FEW, ExplainedPlace, Explanation, facts_about
from govdisclosure.form import row_words
from govdisclosure.form.meanings import FACT_TITLES, Answer, Sentence, Statement, Term
from govdisclosure.i18n import MESSAGES, Language, Message, Renderable, Text

_HOLE = re.compile(r"\{[^}]*\}")
"""Where a message says what it is about."""

_EDITIONS = Text("适用于 {} 年格式", "on the form of {}")
_ESTABLISHED = Text("英文出处", "where the English is from")

_GRADE = Text("等级", "severity")
_AUTHORITY = Text("依据", "authority")
_SOURCE = Text("来源", "source")
_FORMULA = Text("公式（{editions} 年版）", "formula (form of {editions})")
_GOOD = Text("相符", "holds")
_BAD = Text("不符", "does not hold")
_RELATED = Text("相关", "related")
_SEE_ALSO = Text("另见", "see also")


def explanation_lines(explanation: Explanation, language: Language) -> Iterator[str]:
    """All that is known, a paragraph each."""
    paragraphs = [
        *(_place_lines(place, language) for place in explanation.places),
        *(rule_lines(rule, language) for rule in explanation.rules),
        *(_message_lines(key, language) for key in explanation.messages),
        *(_term_lines(term, language) for term in explanation.terms),
        *(_answer_lines(answer, language) for answer in explanation.answers),
    ]
    if len(explanation.mentions) > FEW:
        paragraphs.append(_title(place, language) for place in explanation.mentions)
    else:
        subject = explanation.subject
        paragraphs += [_mention_lines(place, subject, language) for place in explanation.mentions]
    if explanation.see_also:
        paragraphs.append(_see_also_lines(explanation, language))
    for number, lines in enumerate(paragraphs):
        yield from [""] if number else []
        yield from lines


def _place_lines(place: ExplainedPlace, language: Language) -> Iterator[str]:
    """What a place means, what counts as one there, and what that rests on."""
    yield row_words(place.labels, language)
    editions = _EDITIONS.render(language).format(language.comma.join(place.editions))
    yield "  ".join(filter(None, (f"  {place.address}".rstrip(), editions)))
    yield from _fact_lines(place.meaning.facts, language)
    sources = (source.what.render(language) for source in place.meaning.sources)
    yield _line(FACT_TITLES["sources"], language.semicolon.join(sources), language)
    if place.rules:
        yield _line(FACT_TITLES["rules"], language.comma.join(place.rules), language)


def _fact_lines(facts: Mapping[str, Renderable], language: Language) -> Iterator[str]:
    for name, words in facts.items():
        yield _line(FACT_TITLES[name], words.render(language), language)


def rule_lines(rule: rules.Rule, language: Language) -> Iterator[str]:
    """What a rule says, on whose authority, and an example of each verdict."""
    yield f"{rule.id}  {rule.title.render(language)}"
    yield f"  {rule.sentence.render(language)}"
    severity = Message(rule.severity.value).render(language)
    authority = (
        f"{rules.AUTHORITIES[rule.authority].render(language)} (--preset {rules.preset_of(rule)})"
    )
    yield _line(_GRADE, severity, language)
    yield _line(_AUTHORITY, authority, language)
    yield _line(_SOURCE, rule.source.cite(language), language)
    for editions, formula, where in rules.requirements(rule, language):
        words = _FORMULA.render(language).format(editions=editions)
        yield _line(Text(words, words), formula, language)
        yield f"      {where}"
    good, bad = rules.examples(rule)
    yield _line(_GOOD, rules.in_words(good, language), language)
    yield _line(_BAD, bad.message.render(language), language)
    if rule.related:
        yield _line(_RELATED, ", ".join(rule.related), language)


def _line(title: Text, words: str, language: Language) -> str:
    return f"  {title.render(language)}{language.colon}{words}"


def _message_lines(key: str, language: Language) -> Iterator[str]:
    yield key
    yield f"  {_HOLE.sub('…', MESSAGES[key].render(language))}"


def _answer_lines(answer: Answer, language: Language) -> Iterator[str]:
    yield answer.title.render(language)
    yield from (f"  {line}" for line in sentence_lines(answer.statement, language))
    yield from _fact_lines(answer.facts, language)


def sentence_lines(statement: Statement, language: Language) -> list[str]:
    """What is said on one line, or, where it goes through many things, each with its mark."""
    if len(statement.parts) <= FEW:
        return [statement.render(language)]
    return [sentence.render(language) for sentence in statement.parts]


def _mention_lines(place: ExplainedPlace, subject: str, language: Language) -> Iterator[str]:
    """A place, and what is said there of something."""
    yield _title(place, language)
    yield from (f"  {fact.render(language)}" for fact in facts_about(subject, place.meaning))


def _see_also_lines(explanation: Explanation, language: Language) -> Iterator[str]:
    yield f"{_SEE_ALSO.render(language)}{language.colon}".rstrip()
    for fact in explanation.see_also:
        rule_id = f"{fact.id}  " if isinstance(fact, rules.Rule) else ""
        yield f"  {rule_id}{fact.title.render(language)}"


def _title(place: ExplainedPlace, language: Language) -> str:
    return f"{row_words(place.labels, language)}  {place.address}".rstrip()


def _term_lines(term: Term, language: Language) -> Iterator[str]:
    yield f"{term.text.zh}{language.colon}{term.text.en}"
    yield _line(_ESTABLISHED, Sentence(term.established, term.sureness).render(language), language)
