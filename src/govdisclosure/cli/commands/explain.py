"""``govdisclosure explain``: one rule in words, with its formula and examples."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from govdisclosure.cli.console import CLEAN, USAGE
from govdisclosure.i18n import Message, Text
from govdisclosure.rules import AUTHORITIES, RULES, Rule, asked, examples, preset_of, rule, spelled

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
        print(Message("no_such_rule", about).say(options.lang), file=sys.stderr)
        return USAGE
    print("\n".join(_lines(known, options.lang)))
    return CLEAN


def _lines(one: Rule, lang: str) -> Iterator[str]:
    yield f"{one.id}  {one.title.say(lang)}"
    yield f"  {one.sentence.say(lang)}"
    severity = Message(one.severity.value).say(lang)
    authority = f"{AUTHORITIES[one.authority].say(lang)} (--preset {preset_of(one)})"
    yield from _told(_GRADE, severity, lang)
    yield from _told(_AUTHORITY, authority, lang)
    yield from _told(_SOURCE, one.source.cite(lang), lang)
    for editions, formula, where in asked(one, lang):
        words = _FORMULA.say(lang).format(editions=editions)
        yield from _told(Text(words, words), formula, lang)
        yield f"      {where}"
    good, bad = examples(one)
    yield from _told(_GOOD, spelled(good, lang), lang)
    yield from _told(_BAD, bad.message.say(lang), lang)
    if one.related:
        yield from _told(_RELATED, ", ".join(one.related), lang)


def _told(what: Text, words: str, lang: str) -> Iterator[str]:
    yield f"  {what.say(lang)}{'：' if lang == 'zh' else ': '}{words}"
