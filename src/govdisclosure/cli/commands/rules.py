"""``govdisclosure rules``: all rules, as a table or as the published catalogue."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from govdisclosure.cli.console import CLEAN
from govdisclosure.codec.schema import catalogue_file


def run(options: Namespace) -> int:
    """Print the rules of a preset; as JSON, byte for byte as published unless one is named."""
    if options.format == "json":
        sys.stdout.write(_json(options.preset))
    else:
        print("\n".join(_table(options.preset or "quality", options.lang)))
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


def _table(preset: Any, lang: str) -> Iterator[str]:
    from govdisclosure.i18n import Message
    from govdisclosure.rules import AUTHORITIES, RULES, editions_of, select

    # Chinese words are as wide as each other here; English ones are padded.
    grade, word = ("8", "20") if lang == "en" else ("", "")
    for rule in select(RULES, preset):
        editions = " ".join(edition.name for edition in editions_of(rule))
        severity = format(Message(rule.severity.value).say(lang), grade)
        authority = format(AUTHORITIES[rule.authority].say(lang), word)
        yield f"{rule.id:33} {severity} {authority} {editions:10} {rule.title.say(lang)}"
