"""Every command, and the parsers of the command line; imports next to nothing by itself."""

from argparse import ArgumentParser
from collections.abc import Mapping

import govdisclosure
from govdisclosure.cli._addresses import function_at
from govdisclosure.cli._parser import Parser
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
    "completion": ("命令行补全脚本", "print a script that completes the command line"),
}
"""Every command, each a module of the same name, and what it does in Chinese and English."""


def command_parser(name: str, language: str) -> Parser:
    """The parser of one command, whose module is imported for it."""
    parser = Parser(f"govdisclosure {name}", language, words_in(language, *COMMANDS[name]))
    function_at(f"cli.commands.{name}:add_arguments")(parser)
    return parser


def top_parser(language: str, *, is_whole: bool = False) -> Parser:
    """The parser of what stands before a command; the whole has the arguments of each, too."""
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
        if is_whole:
            commands.choices[name] = command_parser(name, language)
    parser.close(
        "check 2023.docx",
        "COMMAND --help",
        clean=parser.say("没有问题", "nothing is wrong"),
        findings=parser.say("有问题", "something is"),
    )
    return parser
