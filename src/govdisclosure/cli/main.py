"""The command line: ``govdisclosure read``, ``check``, ``diagnose``, ``compare``, ``convert``, …

Data goes to standard output, messages to standard error. A command's own module adds its
arguments and runs it; it is imported when the command is given and not before, so that
``--help`` and ``--version`` start fast.
"""

import sys
from collections.abc import Sequence

from govdisclosure.cli import console
from govdisclosure.cli._addresses import function_at
from govdisclosure.cli._commands import COMMANDS, command_parser, top_parser
from govdisclosure.cli._parser import language_of
from govdisclosure.i18n import words_in


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code comes back.

    Raises:
        SystemExit: help or the version was asked for, or the arguments are wrong.
    """
    arguments = sys.argv[1:] if argv is None else list(argv)
    language = language_of(arguments)
    with console.open_streams():
        try:
            try:
                return _run(arguments, language)
            finally:
                sys.stdout.flush()
        except KeyboardInterrupt:
            console.write_lines([words_in(language, "已中断", "interrupted")], error=True)
            return console.INTERRUPTED
        except OSError as problem:  # commands meet their own; this is a stream, a full disk
            words = words_in(language, "无法写出：{}", "cannot write the output: {}")
            console.abandon_streams(words.format(problem.strerror or problem), problem)
            return console.USAGE


def _run(arguments: Sequence[str], language: str) -> int:
    # A parser of every command takes time: where one is named, its own will do.
    if arguments[:1] and arguments[0] in COMMANDS:
        name, *others = arguments
    else:
        at = next((at for at, word in enumerate(arguments) if word in COMMANDS), len(arguments))
        name = top_parser(language).parse(arguments[: at + 1]).command
        others = [*arguments[at + 1 :]]
    options = command_parser(name, language).parse(others)
    run = function_at(f"cli.commands.{name}:run")
    with console.interruptible():
        code: int = run(options)
    return code
