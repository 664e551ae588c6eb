"""``govdisclosure rules``: all rules, as a table or as the published catalogue."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from govdisclosure.cli.console import CLEAN
from govdisclosure.codec.schema import catalogue_file
from govdisclosure.i18n import LANGUAGES, Language, Text


def run(options: Namespace) -> int:
    """Print the rules of a preset; as JSON, byte for byte as published unless one is named."""
    if options.format == "json":
        sys.stdout.write(_json(options.preset))
    else:
        print("\n".join(_table(options.preset or "quality", LANGUAGES[options.lang])))
    return CLEAN


def _json(preset: Any) -> str:
    text = catalogue_file()
    if preset is None:
        return text
    from govdisclosure.rules import PRESETS

    catalogue = json.loads(text)
    taken = {authority.value for authority in PRESETS[preset]}
    catalogue["rules"] = [rule for rule in catalogue["rules"] if rule["authority"] in taken]
    return json.dumps(catalogue, ensure_ascii=False, indent=2) + "\n"


_GRADE = Text("", "8")
_WORD = Text("", "20")
"""How wide a grade and an authority are printed: Chinese words are all as wide as each other."""


def _table(preset: Any, language: Language) -> Iterator[str]:
    from govdisclosure.i18n import Message
    from govdisclosure.rules import AUTHORITIES, RULES, editions_of, select

    grade, word = (width.render(language) for width in (_GRADE, _WORD))
    for rule in select(RULES, preset):
        editions = " ".join(edition.name for edition in editions_of(rule))
        severity = format(Message(rule.severity.value).render(language), grade)
        authority = format(AUTHORITIES[rule.authority].render(language), word)
        yield f"{rule.id:33} {severity} {authority} {editions:10} {rule.title.render(language)}"
