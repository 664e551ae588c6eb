"""``govdisclosure schema``: print a published JSON Schema. Imports next to nothing."""

from argparse import Namespace

from govdisclosure.cli._options import add_messages
from govdisclosure.cli._parser import Parser
from govdisclosure.cli.console import CLEAN, write
from govdisclosure.codec.schema import schema_names, schema_text


def add_arguments(command: Parser) -> None:
    """The name of a schema."""
    words = command.say("schema 的名称（默认 report）", "the name of a schema (default: report)")
    command.add_argument(
        "name", nargs="?", default="report", choices=schema_names(), metavar="NAME", help=words
    )
    add_messages(command)
    command.close("", "report-2021", clean=command.say("已输出", "printed"))


def run(options: Namespace) -> int:
    """Print the schema as it was published, byte for byte."""
    write(schema_text(options.name))
    return CLEAN
