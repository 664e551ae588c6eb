"""Rules in words: a line for each, or one with its formula and examples; and as data."""

import json
from argparse import Namespace
from collections.abc import Collection, Iterator

from govdisclosure import rules
from govdisclosure.cli._messages import messages_of
from govdisclosure.cli._usage import near_to
from govdisclosure.cli.console import CLEAN, USAGE, write_lines
from govdisclosure.codec.schema import catalogue_file
from govdisclosure.i18n import Language, Message, Text
from govdisclosure.output.explanation import rule_lines

_GRADE_WIDTH = Text("", "8")
_AUTHORITY_WIDTH = Text("", "20")
"""How wide a grade and an authority are printed: Chinese words are all as wide as each other."""


def run(options: Namespace) -> int:
    """Print one rule, or all of a preset."""
    messages = messages_of(options)
    rule_id: str | None = options.id
    if rule_id is None:
        selection = rules.select(rules.RULES, options.preset or "quality")
        lines = _table(selection, messages.language)
    else:
        selection = tuple(rule for rule in rules.RULES if rule.id == rule_id.upper())
        lines = (line for rule in selection for line in rule_lines(rule, messages.language))
    if not selection:
        messages.error(_unknown(rule_id or ""))
        return USAGE
    if options.format == "json":
        lines = iter(_catalogue({rule.id for rule in selection}).splitlines())
    write_lines(lines)
    return CLEAN


def _unknown(rule_id: str) -> Message:
    near = near_to(rule_id, [rule.id for rule in rules.RULES])
    about = {"rule": rule_id[:60], "near": near}
    return Message("no_such_rule_near" if near else "no_such_rule", about)


def _catalogue(ids: Collection[str]) -> str:
    """The published catalogue with these rules only."""
    catalogue = json.loads(catalogue_file())
    catalogue["rules"] = [rule for rule in catalogue["rules"] if rule["id"] in ids]
    return json.dumps(catalogue, ensure_ascii=False, indent=2)


def _table(selection: Collection[rules.Rule], language: Language) -> Iterator[str]:
    grade, word = (width.render(language) for width in (_GRADE_WIDTH, _AUTHORITY_WIDTH))
    for rule in selection:
        editions = " ".join(edition.name for edition in rules.editions_of(rule))
        severity = format(Message(rule.severity.value).render(language), grade)
        authority = format(rules.AUTHORITIES[rule.authority].render(language), word)
        yield f"{rule.id:33} {severity} {authority} {editions:10} {rule.title.render(language)}"
