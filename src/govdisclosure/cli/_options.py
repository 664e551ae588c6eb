"""The options that several commands take, each defined once: it means the same everywhere."""

from argparse import ArgumentParser

from govdisclosure.cli.console import environment_language

PRESETS = ("form", "statutory", "derived", "quality")
"""As the rules have them, which would take time to import; a test compares them."""


SEVERITIES = ("error", "warning", "info")
"""Likewise."""


FORM_OUTPUT = "写入的文件 the file to write: .html .docx .xlsx .md .txt .json"


def add_report(command: ArgumentParser) -> None:
    """The one report that a command is about."""
    command.add_argument("file", metavar="FILE", help="报告文件或JSON，- 为标准输入 a report, or -")


def add_output(command: ArgumentParser, metavar: str, help: str, *, required: bool = True) -> None:
    """``-o``: what is written to."""
    command.add_argument("-o", "--output", metavar=metavar, required=required, help=help)


def add_format(command: ArgumentParser, *formats: str, help: str = "输出格式 the output") -> None:
    """``--format``: how the output is written; the first format is the default."""
    words = f"{help} (default: {formats[0]})"
    command.add_argument("--format", choices=formats, default=formats[0], help=words)


def add_jobs(command: ArgumentParser) -> None:
    """``--jobs``: how many processes do the work."""
    command.add_argument(
        "--jobs",
        type=_whole_number,
        metavar="N",
        help="同时处理几个文件 files worked on at once (default: as many as there are cores)",
    )


def _whole_number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def add_messages(command: ArgumentParser) -> None:
    """``--lang`` and ``-q``: what is said, and how much of it."""
    command.add_argument(
        "--lang",
        choices=("zh", "en"),
        default=environment_language(),
        help="语言 language of the messages",
    )
    command.add_argument(
        "-q",
        "--quiet",
        action="store_true",
        help="标准错误只写错误 no messages on standard error except errors",
    )


def add_terms(command: ArgumentParser) -> None:
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


def add_gates(command: ArgumentParser) -> None:
    """What makes a report fail, as the exit code says it."""
    command.add_argument(
        "--fail-on",
        choices=SEVERITIES,
        default=SEVERITIES[0],
        help="有何种问题即退出码为1 the least grave finding that gives exit code 1"
        " (default: error)",
    )
    command.add_argument(
        "--require-complete",
        action="store_true",
        help="有未能核对的项也退出码为1 exit code 1, too, if something could not be checked",
    )
