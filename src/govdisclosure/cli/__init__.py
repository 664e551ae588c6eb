"""The command line: ``govdisclosure check``, ``read``, ``rules``, ``explain``, ``schema``.

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

PRESETS = ("form", "statutory", "derived", "quality")
"""As in ``rules/profiles.py``, which would take time to import; a test compares them."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code comes back."""
    _open_streams()
    options = _parser().parse_args(argv)
    command = import_module(f"govdisclosure.cli.{options.command}")
    try:
        code: int = command.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output went away: not our problem to report
        _close_output()
        return CLEAN
    except OSError as problem:  # commands meet their own; this is standard output, a full disk
        _close_output()
        print(f"无法写出 cannot write the output: {problem.strerror}", file=sys.stderr)
        return USAGE
    return code


def _open_streams() -> None:
    """UTF-8 whatever the locale; a stream that the caller closed takes everything silently."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - open as long as we run
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - else talk would go among the data
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_output() -> None:
    """Point standard output nowhere, so that nothing fails again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
    _add_rules(commands)
    _add_explain(commands)
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
    check.add_argument("--format", choices=("text", "json", "sarif", "github"), default="text")
    check.add_argument(
        "--blanks",
        choices=("unknown", "zero"),
        default="unknown",
        help="空白单元格：未知或按0 what a blank cell means (default: unknown)",
    )
    check.add_argument(
        "--preset", choices=PRESETS, default="quality", help="规则范围 which rules (default: all)"
    )
    check.add_argument(
        "--profile", metavar="TOML", help="调整规则等级 regrade rules or switch them off"
    )
    check.add_argument(
        "--previous", metavar="FILE", help="上一年的报告 the body's report of the year before"
    )
    check.add_argument(
        "--children",
        nargs="+",
        action="extend",
        default=[],
        metavar="FILE",
        help="所属各单位的报告或其目录 the reports of the bodies below, or directories of them",
    )
    check.add_argument(
        "--explain",
        action="store_true",
        help="哪一格可能有误，应是多少 which cell may be wrong, and what it should be",
    )
    check.add_argument(
        "--attested", metavar="TOML", help="已说明的问题 deviations that somebody has explained"
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


def _add_rules(commands: _Commands) -> None:
    rules = commands.add_parser("rules", help="列出规则 list the rules")
    rules.add_argument("--format", choices=("table", "json"), default="table")
    rules.add_argument("--preset", choices=PRESETS, help="规则范围 only those of a preset")
    _add_language(rules)


def _add_explain(commands: _Commands) -> None:
    explain = commands.add_parser("explain", help="解释一条规则 explain one rule")
    explain.add_argument("id", metavar="ID", help="规则编号 such as STAT-REQ-BALANCE")
    _add_language(explain)


def _add_schema(commands: _Commands) -> None:
    schema = commands.add_parser("schema", help="输出JSON Schema print the JSON Schema")
    schema.add_argument(
        "name", nargs="?", default="report", help="report, report-2021, statutory-2021, findings, …"
    )


def _add_language(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--lang", choices=("zh", "en"), default=language(), help="语言 language of the messages"
    )
