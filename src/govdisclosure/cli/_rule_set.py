"""The rules that a command line asks for: ours, those of a file, both graded by a profile."""

from argparse import Namespace
from collections.abc import Sequence

from attrs import frozen

from govdisclosure.cli._addresses import function_at
from govdisclosure.files import text_of
from govdisclosure.rules import PLAIN, RULES, Profile, Rule, load_profile


@frozen(eq=False, repr=False)
class RuleSet:
    """Which rules run, those of one's own behind ours, and how grave they are."""

    rules: Sequence[Rule]
    profile: Profile


def load_rule_set(options: Namespace) -> RuleSet:
    """The rules and the profile of the files that a command was given.

    Raises:
        Error: such a file cannot be read, or cannot be used.
    """
    rules: Sequence[Rule] = RULES
    if options.rules:
        load_rules = function_at("codec.catalogue:load_rules")
        rules = (*RULES, *load_rules(text_of(options.rules)))
    profile = PLAIN
    if options.profile:
        ids = [rule.id for rule in rules]
        profile = load_profile(text_of(options.profile), rule_ids=ids)
    return RuleSet(rules, profile)
