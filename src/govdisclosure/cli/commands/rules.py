"""``govdisclosure rules``: all rules, or one, in words or as the published catalogue."""

from argparse import Namespace

from govdisclosure.cli._addresses import function_at
from govdisclosure.cli._options import PRESETS, add_format, add_messages
from govdisclosure.cli._parser import Parser
from govdisclosure.cli.console import CLEAN, write
from govdisclosure.codec.schema import catalogue_file


def add_arguments(command: Parser) -> None:
    """One rule, or those of a preset, or all."""
    which = command.add_mutually_exclusive_group()
    words = command.say("一条规则的编号", "the id of one rule")
    which.add_argument("id", nargs="?", metavar="ID", help=words)
    words = command.say("只列出这一范围的规则", "only the rules of a preset")
    which.add_argument("--preset", choices=PRESETS, help=words)
    add_format(command, "text", "json")
    add_messages(command)
    command.close("", "STAT-REQ-BALANCE", clean=command.say("已列出", "listed"))


def run(options: Namespace) -> int:
    """Print the rules; the whole catalogue byte for byte as published, importing no rule."""
    if options.format == "json" and options.id is None and options.preset is None:
        write(catalogue_file())
        return CLEAN
    code: int = function_at("cli._rules:run")(options)
    return code
