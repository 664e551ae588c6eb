"""The command line: ``govdisclosure read``, ``check``, ``diagnose``, ``compare``, ``convert``, …

Data goes to standard output, messages to standard error. A command's own module adds its
arguments and runs it; it is imported when the command is given and not before, so that
``--help`` and ``--version`` start fast.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence

import govdisclosure
from govdisclosure.cli import console
from govdisclosure.cli._addresses import function_at
from govdisclosure.cli._parser import Parser, language_of
from govdisclosure.i18n import words_in

COMMANDS: Mapping[str, tuple[str, str]] = {
    "read": ("读成 JSON", "read reports and write them as JSON"),
    "check": ("检查勾稽关系", "check that the numbers reconcile"),
    "diagnose": ("哪一格可能有误，应是多少", "which cell may be wrong, and what it should be"),
    "compare": ("比较两份报告", "what changed from one report to another of the same body"),
    "metrics": ("占比、比率", "shares and rates of reports"),
    "convert": ("转换格式", "write a report on the official form, in another format"),
    "form": ("空白表格", "an empty official form to fill in"),
    "review": ("审核页", "a page that shows the tables with what is wrong marked"),
    "rules": ("列出或解释规则", "list the rules, or explain one"),
    "explain": ("解释表格、规则、消息", "explain a place of the form, a rule, a message"),
    "schema": ("输出 JSON Schema", "print the JSON Schema"),
}
"""Every command, each a module of the same name, and what it does in Chinese and English."""


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
        name, others = _parse_command(arguments[: at + 1], language), [*arguments[at + 1 :]]
    parser = Parser(f"govdisclosure {name}", language, words_in(language, *COMMANDS[name]))
    function_at(f"cli.commands.{name}:add_arguments")(parser)
    options = parser.parse(others)
    run = function_at(f"cli.commands.{name}:run")
    with console.interruptible():
        code: int = run(options)
    return code


def _parse_command(arguments: Sequence[str], language: str) -> str:
    """The command that stands behind options of its own, or none."""
    words = words_in(
        language,
        "政府信息公开工作年度报告：读取、检查、转换。",
        "Read and check China's annual reports on government information disclosure.",
    )
    parser = Parser("govdisclosure", language, words)
    version = f"govdisclosure {govdisclosure.__version__}"
    words = parser.say("显示版本", "show the version")
    parser.add_argument("--version", action="version", version=version, help=words)
    parser.add_language()
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="COMMAND", parser_class=ArgumentParser
    )
    for name, texts in COMMANDS.items():
        commands.add_parser(name, help=parser.say(*texts), add_help=False)
    parser.close(
        "check 2023.docx",
        "COMMAND --help",
        clean=parser.say("没有问题", "nothing is wrong"),
        findings=parser.say("有问题", "something is"),
    )
    command: str = parser.parse(arguments).command
    return command
