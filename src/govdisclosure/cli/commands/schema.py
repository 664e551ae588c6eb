"""``govdisclosure schema``: print a published JSON Schema. Imports next to nothing."""

import sys
from argparse import ArgumentParser, Namespace

from govdisclosure.cli.console import CLEAN, USAGE
from govdisclosure.codec.schema import schema_names, schema_text


def add_arguments(command: ArgumentParser) -> None:
    """The name of a schema."""
    names = "report, report-2021, statutory-2021, findings, …"
    command.add_argument("name", nargs="?", default="report", help=names)


def run(options: Namespace) -> int:
    """Print the schema as it was published, byte for byte."""
    if options.name not in schema_names():
        names = ", ".join(schema_names())
        print(f"没有这个 no such schema: {options.name} ({names})", file=sys.stderr)
        return USAGE
    sys.stdout.write(schema_text(options.name))
    return CLEAN
