"""The options that several commands take, each defined once: it means the same everywhere."""

from argparse import Action, ArgumentParser, Namespace

from govdisclosure import files
from govdisclosure.cli._parser import Parser

PRESETS = ("form", "statutory", "derived", "quality")
"""As the rules have them, which would take time to import; a test compares them."""

SEVERITIES = ("error", "warning", "info")
"""Likewise."""


def add_report(command: Parser) -> None:
    """The one report that a command is about."""
    words = command.say("报告或其 JSON，- 为标准输入", "a report or its JSON, - for standard input")
    command.add_argument("file", metavar="FILE", help=words)


class Files(Action):
    """Takes names of files; patterns that no shell has expanded are expanded, as on Windows."""

    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Add the files to those that are there."""
        assert isinstance(values, list)
        if not files.WILDCARDS.isdisjoint("".join(values)):  # which takes time to import
            values = [*files.expand_wildcards(values)]
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest) or ()), *values])


def add_files(command: Parser) -> None:
    """The reports that a command is about."""
    words = command.say(
        "报告或其 JSON，- 为标准输入", "reports or their JSON, or - for standard input"
    )
    command.add_argument("files", nargs="+", action=Files, metavar="FILE", help=words)


def add_output(command: Parser, metavar: str, help: str, *, required: bool = True) -> None:
    """``-o``: what is written to."""
    command.add_argument("-o", "--output", metavar=metavar, required=required, help=help)


def add_form_output(command: Parser) -> None:
    """``-o`` for the official form, whose format the name of the file tells."""
    words = command.say("写入的文件", "the file to write")
    add_output(command, "FILE", f"{words}: .html .docx .xlsx .md .txt .json")


def add_format(command: Parser, *formats: str, help: str = "") -> None:
    """``--format``: how the output is written; the first format is the default."""
    words = help or command.say("输出格式", "how the output is written")
    words += command.say("（默认 {}）", " (default: {})").format(formats[0])
    command.add_argument("--format", choices=formats, default=formats[0], help=words)


def add_jobs(command: Parser) -> None:
    """``--jobs``: how many processes do the work."""
    words = command.say(
        "同时处理几个文件（默认与处理器核数相同）",
        "files worked on at once (default: as many as there are cores)",
    )
    command.add_argument("--jobs", type=command.whole_number, metavar="N", help=words)


def add_messages(command: Parser) -> None:
    """``--lang`` and ``-q``: what is said, and how much of it."""
    command.add_language()
    words = command.say("标准错误只写错误", "no messages on standard error except errors")
    command.add_argument("-q", "--quiet", action="store_true", help=words)


def add_blanks(command: Parser) -> None:
    """``--blanks``: what a cell without a number means."""
    command.add_argument(
        "--blanks",
        choices=("unknown", "zero"),
        default="unknown",
        help=command.say(
            "空白单元格：未知或按 0（默认 unknown）", "what a blank cell means (default: unknown)"
        ),
    )


def add_terms(command: Parser) -> None:
    """On what terms a report is checked."""
    add_blanks(command)
    command.add_argument(
        "--preset",
        choices=PRESETS,
        default="quality",
        help=command.say(
            "规则范围，后一种包含前一种（默认 quality，即全部）",
            "which rules, each with those of the one before it (default: quality, which is all)",
        ),
    )
    words = command.say("自定规则的文件", "a file of rules of your own, checked beside ours")
    command.add_argument("--rules", metavar="JSON", help=words)
    words = command.say("调整规则等级的文件", "a file that regrades rules or switches them off")
    command.add_argument("--profile", metavar="TOML", help=words)
    words = command.say("同一机关上一年的报告", "the body's report of the year before")
    command.add_argument("--previous", metavar="FILE", help=words)


def add_gates(command: Parser) -> None:
    """What makes a report fail, as the exit code says it."""
    words = command.say(
        "出现哪一级的问题即退出码为 1（默认 error）",
        "the least grave finding that gives exit code 1 (default: error)",
    )
    command.add_argument("--fail-on", choices=SEVERITIES, default=SEVERITIES[0], help=words)
    words = command.say(
        "有无法判断的项时退出码也为 1", "exit code 1, too, if something could not be checked"
    )
    command.add_argument("--require-complete", action="store_true", help=words)
