"""The command line: ``govdisclosure check``, ``read``, ``diff``, ``rules``, ``explain``, …

Data goes to standard output, talk to standard error. Exit codes: 0 clean, 1 findings,
2 wrong usage, 3 unreadable input, 130 interrupted. A command's own module is imported when
it runs, so that ``--help`` and ``--version`` start fast.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

import govdisclosure
from govdisclosure.cli.console import CLEAN, INTERRUPTED, USAGE, language

PRESETS = ("form", "statutory", "derived", "quality")
"""As in ``rules/profiles.py``, which would take time to import; a test compares them."""


FORMS = ("2019", "2021")
"""As in ``editions.py``; the same test compares them."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code comes back."""
    _open_streams()
    options = _parser().parse_args(argv)
    command = import_module(f"govdisclosure.cli.commands.{options.command}")
    try:
        code: int = command.run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("已中断 interrupted", file=sys.stderr)
        return INTERRUPTED
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
            # Line ends stay as they are written: CSV has its own, on every system.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _close_output() -> None:
    """Point standard output nowhere, so that nothing fails again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
    _add_diff(commands)
    _add_convert(commands)
    _add_form(commands)
    _add_review(commands)
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
    _add_terms(check)
    check.add_argument(
        "--profile", metavar="TOML", help="调整规则等级 regrade rules or switch them off"
    )
    check.add_argument(
        "--subordinates",
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


def _add_terms(command: argparse.ArgumentParser) -> None:
    """On what terms a report is checked."""
    command.add_argument(
        "--blanks",
        choices=("unknown", "zero"),
        default="unknown",
        help="空白单元格：未知或按0 what a blank cell means (default: unknown)",
    )
    command.add_argument(
        "--preset", choices=PRESETS, default="quality", help="规则范围 which rules (default: all)"
    )
    command.add_argument(
        "--previous", metavar="FILE", help="上一年的报告 the body's report of the year before"
    )


def _add_read(commands: _Commands) -> None:
    read = commands.add_parser(
        "read",
        help="读成JSON read reports and write them as JSON",
        description="读取已发布的报告，写成JSON或单元格表。 Read published reports; write them as"
        " JSON, or their cells as a table. 一个文件写一份JSON；多个文件每份一行（JSON Lines）。"
        " One file gives its JSON, several give JSON Lines, one report a line.",
        epilog="退出码 exit codes: 0 全部读取，包括只读出一部分的 all were read, if only in part;"
        " 2 用法错误或无法写入 usage, or cannot write; 3 有文件没有读取 some were not read;"
        " 130 中断 interrupted",
    )
    read.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="报告、JSON或目录，- 为标准输入 a report, its JSON, a folder (all files below it but"
        " hidden and temporary ones), or - for standard input",
    )
    read.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="写入文件；多个文件时写入目录，如 OUT/县/a.txt.json write to a file; for several"
        " files OUT is a folder and each keeps its place and name in it; OUT.jsonl is a file of"
        " JSON Lines",
    )
    what = read.add_mutually_exclusive_group()
    what.add_argument(
        "--reading",
        action="store_true",
        help="连同出处和未归位内容 the whole reading: provenance, unplaced pieces, messages",
    )
    what.add_argument(
        "--cells",
        nargs="?",
        const="csv",
        choices=("csv", "jsonl"),
        help="每格一行，所有文件合成一张表 one line a cell, one table of all files (default: csv)",
    )
    read.add_argument(
        "--jobs",
        type=_whole_number,
        metavar="N",
        help="同时读取几个文件 files read at once (default: as many as there are cores)",
    )
    read.add_argument(
        "--timeout",
        type=_seconds,
        default=120.0,
        metavar="SECONDS",
        help="多个文件时，每个最多读多久 when there are several files: the most time for one"
        " (default: 120)",
    )
    _add_language(read)


def _add_diff(commands: _Commands) -> None:
    diff = commands.add_parser(
        "diff", help="比较两份报告 what changed from one report to another of the same body"
    )
    diff.add_argument("before", metavar="A", help="前一份报告或JSON the earlier report, or -")
    diff.add_argument("after", metavar="B", help="后一份报告或JSON the later report, or -")
    diff.add_argument("--format", choices=("text", "json", "html"), default="text")
    _add_language(diff)


def _whole_number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 < number <= 1_000_000:
        raise ValueError
    return number


def _add_convert(commands: _Commands) -> None:
    convert = commands.add_parser(
        "convert", help="转换格式 write a report on the official form, in another format"
    )
    convert.add_argument("file", metavar="IN", help="报告文件或JSON，- 为标准输入 a report, or -")
    convert.add_argument("output", metavar="OUT", help=_OUTPUT)
    _add_language(convert)


_OUTPUT = "写入的文件 the file to write: .html .docx .xlsx .md .txt .json"


def _add_form(commands: _Commands) -> None:
    form = commands.add_parser("form", help="空白表格 an empty official form to fill in")
    form.add_argument("edition", choices=FORMS, help="格式版本 the edition")
    form.add_argument("-o", "--output", metavar="OUT", required=True, help=_OUTPUT)
    form.add_argument("--issuer", help="编制机关 the body that reports")
    form.add_argument("--year", type=int, help="年度 the report year")
    _add_language(form)


def _add_review(commands: _Commands) -> None:
    review = commands.add_parser(
        "review", help="审核页 a page that shows the tables with what is wrong marked"
    )
    review.add_argument("file", metavar="FILE", help="报告文件或JSON，- 为标准输入 a report, or -")
    review.add_argument("-o", "--output", metavar="HTML", required=True, help="写入的网页 the page")
    _add_terms(review)
    _add_language(review)


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
