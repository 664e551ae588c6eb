"""``govdisclosure rules``: all rules, or one, in words or as the published catalogue."""

import sys
from argparse import ArgumentParser, Namespace

from govdisclosure.cli._addresses import function_at
from govdisclosure.cli._options import PRESETS, add_format, add_messages
from govdisclosure.cli.console import CLEAN
from govdisclosure.codec.schema import catalogue_file


def add_arguments(command: ArgumentParser) -> None:
    """One rule, or those of a preset, or all."""
    which = command.add_mutually_exclusive_group()
    which.add_argument(
        "id", nargs="?", metavar="ID", help="规则编号 one rule, such as STAT-REQ-BALANCE"
    )
    which.add_argument("--preset", choices=PRESETS, help="规则范围 only those of a preset")
    add_format(command, "text", "json")
    add_messages(command)


def run(options: Namespace) -> int:
    """Print the rules; the whole catalogue byte for byte as published, importing no rule."""
    if options.format == "json" and options.id is None and options.preset is None:
        sys.stdout.write(catalogue_file())
        return CLEAN
    code: int = function_at("cli._rules:run")(options)
    return code
