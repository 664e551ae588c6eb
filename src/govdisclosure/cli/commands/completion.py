"""``govdisclosure completion``: a script by which a shell completes the command line."""

from argparse import Action, ArgumentParser, Namespace
from collections.abc import Iterator

from govdisclosure.cli._commands import top_parser
from govdisclosure.cli._messages import messages_of
from govdisclosure.cli._options import add_messages
from govdisclosure.cli._parser import Parser
from govdisclosure.cli.console import CLEAN, USAGE, write
from govdisclosure.i18n import Message

SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")

FILES = {"FILE", "A", "B", "OUT", "HTML", "JSON", "TOML"}
"""What stands in the help for an argument that names a file."""


def add_arguments(command: Parser) -> None:
    """The shell."""
    words = command.say("哪一种 shell：", "the shell: ") + " ".join(SHELLS)
    command.add_argument("shell", choices=SHELLS, metavar="SHELL", help=words)
    add_messages(command)
    command.close(
        "bash > govdisclosure.bash", "zsh > _govdisclosure", clean=command.say("已输出", "printed")
    )


def run(options: Namespace) -> int:
    """Print the script."""
    try:
        import shtab
    except ImportError:
        messages_of(options).error(Message("completion_needs", {"extra": "cli"}))
        return USAGE
    parser = top_parser(options.lang, is_whole=True)
    for action in arguments_of(parser):
        if action.metavar in FILES:
            vars(action)["complete"] = shtab.FILE  # where shtab looks for it
    write(shtab.complete(parser, options.shell) + "\n")
    return CLEAN


def arguments_of(parser: ArgumentParser) -> Iterator[Action]:
    """What a parser takes, and the parsers of its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action.choices, dict):
            for command in action.choices.values():
                yield from arguments_of(command)
