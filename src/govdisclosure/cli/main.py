"""The command line: ``govdisclosure read``, ``check``, ``diagnose``, ``compare``, ``convert``, …

Data goes to standard output, messages to standard error. A command's own module adds its
arguments and runs it; it is imported when the command is given and not before, so that
``--help`` and ``--version`` start fast.
"""

import gc
import sys
from argparse import ArgumentParser, HelpFormatter
from collections.abc import Mapping, Sequence

import govdisclosure
from govdisclosure.cli import console
from govdisclosure.cli._addresses import function_at

COMMANDS: Mapping[str, tuple[str, str]] = {
    "read": ("读成 JSON", "read reports and write them as JSON"),
    "check": ("检查勾稽关系", "check that the numbers reconcile"),
    "diagnose": ("哪一格可能有误，应是多少", "which cell may be wrong, and what it should be"),
    "compare": ("比较两份报告", "what changed from one report to another of the same body"),
    "convert": ("转换格式", "write a report on the official form, in another format"),
    "form": ("空白表格", "an empty official form to fill in"),
    "review": ("审核页", "a page that shows the tables with what is wrong marked"),
    "rules": ("列出或解释规则", "list the rules, or explain one"),
    "schema": ("输出 JSON Schema", "print the JSON Schema"),
}
"""Every command, each a module of the same name, and what it does in Chinese and English."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code comes back."""
    console.open_streams()
    gc.disable()  # what a start makes stays: to look through it takes a twentieth of the time
    arguments = sys.argv[1:] if argv is None else list(argv)
    # A parser of every command takes time: where one is named, its own will do.
    name = "".join(arguments[:1])
    if name not in COMMANDS:
        name = _parser().parse_args(arguments[:1]).command
    words = " ".join(COMMANDS[name])
    parser = ArgumentParser(
        prog=f"govdisclosure {name}", description=words, formatter_class=_Formatter
    )
    function_at(f"cli.commands.{name}:add_arguments")(parser)
    options = parser.parse_args(arguments[1:])
    gc.enable()
    try:
        code: int = function_at(f"cli.commands.{name}:run")(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("已中断 interrupted", file=sys.stderr)
        return console.INTERRUPTED
    except BrokenPipeError:  # the reader of our output went away: not our problem to report
        console.close_output()
        return console.CLEAN
    except OSError as problem:  # commands meet their own; this is standard output, a full disk
        console.close_output()
        print(f"无法写出 cannot write the output: {problem.strerror}", file=sys.stderr)
        return console.USAGE
    return code


class _Formatter(HelpFormatter):
    """Knows how wide it may be: argparse asks with each argument that it takes."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=console.terminal_width() - 2)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="govdisclosure",
        description="政府信息公开工作年度报告：读取、检查、转换。 Read and check China's annual"
        " reports on government information disclosure.",
        epilog="退出码 exit codes: 0 无问题 clean, 1 有问题 findings, 2 用法错误 usage,"
        " 3 无法读取 unreadable input",
        formatter_class=_Formatter,
    )
    version = f"govdisclosure {govdisclosure.__version__}"
    parser.add_argument(
        "--version", action="version", version=version, help="显示版本 show the version"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, words in COMMANDS.items():
        commands.add_parser(name, help=" ".join(words))
    return parser
