"""The rules that a command line asks for: ours, those of a file, both graded by a profile."""

from argparse import Namespace
from collections.abc import Sequence

from attrs import frozen

from govdisclosure.cli._addresses import function_at
from govdisclosure.cli._messages import Messages
from govdisclosure.errors import CatalogueError
from govdisclosure.files import text_of
from govdisclosure.i18n import Message
from govdisclosure.rules import PLAIN, RULES, Profile, Rule, load_profile, select


@frozen(eq=False, repr=False)
class RuleSet:
    """Which rules run, those of one's own behind ours, and how grave they are."""

    rules: Sequence[Rule]
    profile: Profile


def load_rule_set(options: Namespace, messages: Messages) -> RuleSet:
    """The rules and the profile of the files that a command was given.

    Rules of one's own that the preset leaves out are named, for nobody gives them for that.

    Raises:
        Error: such a file cannot be read, or cannot be used.
    """
    rules: Sequence[Rule] = RULES
    if options.rules:
        own = _load_rules(options.rules)
        rules = (*RULES, *own)
        of_preset = {rule.id for rule in select(own, options.preset)}
        if idle := tuple(rule.id for rule in own if rule.id not in of_preset):
            about = {"rules": idle, "preset": options.preset}
            messages.note(Message("rules_not_in_preset", about))
    profile = PLAIN
    if options.profile:
        ids = [rule.id for rule in rules]
        profile = load_profile(text_of(options.profile), rule_ids=ids)
    return RuleSet(rules, profile)


def _load_rules(name: str) -> tuple[Rule, ...]:
    try:
        rules: tuple[Rule, ...] = function_at("codec.catalogue:load_rules")(text_of(name))
    except CatalogueError as problem:
        about = {"file": name, "message": problem.message}
        raise CatalogueError(Message("in_file", about)) from None
    return rules
