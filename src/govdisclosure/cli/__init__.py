"""The command line: ``govdisclosure check``, ``read``, ``schema``.

Data goes to standard output, talk to standard error. Exit codes: 0 clean, 1 findings,
2 wrong usage, 3 unreadable input. A command's own module is imported when it runs, so that
``--help`` and ``--version`` start fast.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

import govdisclosure

CLEAN, FINDINGS, USAGE, UNREADABLE = 0, 1, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code comes back."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(argv)
    command = import_module(f"govdisclosure.cli.{options.command}")
    try:
        code: int = command.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output went away: not our problem to report
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    return code


def language() -> str:
    """The language of the environment: ``zh`` if it says Chinese, else ``en``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="govdisclosure",
        description="政府信息公开工作年度报告：读取、检查、转换。 Read and check China's annual"
        " reports on government information disclosure.",
        epilog="退出码 exit codes: 0 无问题 clean, 1 有问题 findings, 2 用法错误 usage,"
        " 3 无法读取 unreadable input",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="显示版本 show the version")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_check(commands)
    _add_read(commands)
    _add_schema(commands)
    return parser


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"govdisclosure {govdisclosure.__version__}")
        parser.exit()


TYPE_CHECKING = False  # what typing says too, but importing that would take time
if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def _add_check(commands: _Commands) -> None:
    check = commands.add_parser("check", help="检查勾稽关系 check that the numbers reconcile")
    check.add_argument(
        "files", nargs="+", metavar="FILE", help="报告文件或JSON，- 为标准输入 a report, or -"
    )
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument(
        "--blanks",
        choices=("unknown", "zero"),
        default="unknown",
        help="空白单元格：未知或按0 what a blank cell means (default: unknown)",
    )
    _add_language(check)


def _add_read(commands: _Commands) -> None:
    read = commands.add_parser("read", help="读成JSON read a report and write it as JSON")
    read.add_argument("file", metavar="FILE", help="报告文件，- 为标准输入 a report, or -")
    read.add_argument(
        "-o", "--output", metavar="OUT", help="写入文件 write to a file, not to standard output"
    )
    read.add_argument(
        "--reading",
        action="store_true",
        help="连同出处和未归位内容 the whole reading: provenance, unplaced pieces, messages",
    )
    _add_language(read)


def _add_schema(commands: _Commands) -> None:
    schema = commands.add_parser("schema", help="输出JSON Schema print the JSON Schema")
    schema.add_argument(
        "name", nargs="?", default="report", help="report, report-2021, statutory-2021, reading, …"
    )


def _add_language(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--lang", choices=("zh", "en"), default=language(), help="语言 language of the messages"
    )
