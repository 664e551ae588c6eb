"""``govdisclosure explain``: one rule in words, with its formula and examples."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from govdisclosure.cli.console import CLEAN, USAGE
from govdisclosure.i18n import LANGUAGES, Language, Message, Text
from govdisclosure.rules import (
    AUTHORITIES,
    RULES,
    Rule,
    examples,
    in_words,
    preset_of,
    requirements,
    rule,
)

_GRADE = Text("等级", "severity")
_AUTHORITY = Text("依据", "authority")
_SOURCE = Text("来源", "source")
_FORMULA = Text("公式（{editions} 年版）", "formula (form of {editions})")
_GOOD = Text("相符", "holds")
_BAD = Text("不符", "does not hold")
_RELATED = Text("相关", "related")


def run(options: Namespace) -> int:
    """Print what a rule says, on whose authority, and an example of each verdict."""
    try:
        known = rule(options.id.upper())
    except KeyError:
        about = {"rule": options.id[:60], "known": tuple(one.id for one in RULES)}
        print(Message("no_such_rule", about).render(LANGUAGES[options.lang]), file=sys.stderr)
        return USAGE
    print("\n".join(_lines(known, LANGUAGES[options.lang])))
    return CLEAN


def _lines(one: Rule, language: Language) -> Iterator[str]:
    yield f"{one.id}  {one.title.render(language)}"
    yield f"  {one.sentence.render(language)}"
    severity = Message(one.severity.value).render(language)
    authority = f"{AUTHORITIES[one.authority].render(language)} (--preset {preset_of(one)})"
    yield from _told(_GRADE, severity, language)
    yield from _told(_AUTHORITY, authority, language)
    yield from _told(_SOURCE, one.source.cite(language), language)
    for editions, formula, where in requirements(one, language):
        words = _FORMULA.render(language).format(editions=editions)
        yield from _told(Text(words, words), formula, language)
        yield f"      {where}"
    good, bad = examples(one)
    yield from _told(_GOOD, in_words(good, language), language)
    yield from _told(_BAD, bad.message.render(language), language)
    if one.related:
        yield from _told(_RELATED, ", ".join(one.related), language)


def _told(what: Text, words: str, language: Language) -> Iterator[str]:
    yield f"  {what.render(language)}{language.colon}{words}"
