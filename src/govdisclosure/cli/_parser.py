"""Arguments that are asked for in one language; imports next to nothing beside ``argparse``."""

from argparse import (
    Action,
    ArgumentError,
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
)
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NoReturn

from govdisclosure.cli import console
from govdisclosure.cli._addresses import function_at
from govdisclosure.i18n import LANGUAGE_CODES, environment_language, words_in

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


def language_of(arguments: Sequence[str]) -> str:
    """The code of the language that is asked for anywhere, else of the environment's.

    >>> language_of(["check", "a.txt", "--lang", "zh"]), language_of(["--lang=en", "--help"])
    ('zh', 'en')
    """
    language = environment_language()
    for word, following in pairwise([*arguments, ""]):
        if word == "--":
            break
        option, _, value = word.partition("=")
        if option == "--lang" and (value or following) in LANGUAGE_CODES:
            language = value or following
    return language


class Parser(ArgumentParser):
    """A parser that speaks one language, of which ``language`` is the code."""

    def __init__(self, prog: str, language: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self.language = language
        self.color = False  # no control characters among our words, as from Python 3.14 on
        self._positionals.title = self.say("参数", "arguments")
        self._optionals.title = self.say("选项", "options")
        words = self.say("显示这份说明", "show this help")
        self.add_argument("-h", "--help", action="help", help=words)

    def say(self, zh: str, en: str) -> str:
        """The words in the language of this parser."""
        return words_in(self.language, zh, en)

    def add_language(self) -> None:
        """``--lang``, which :func:`language_of` has read already."""
        words = self.say("语言；不写时按环境", "the language (default: that of the environment)")
        self.add_argument("--lang", choices=LANGUAGE_CODES, default=self.language, help=words)

    def close(self, *examples: str, clean: str, findings: str = "") -> None:
        """What ends the help: examples, and the exit codes; those above 1 mean the same always."""
        codes = {
            0: clean,
            1: findings,
            2: self.say("用法不对，或无法写出", "wrong usage, or the output cannot be written"),
            3: self.say("有文件无法读取，或没有可以检查的数字", "a file cannot be read or checked"),
            130: self.say("中断", "interrupted"),
        }
        lines = [
            self.say("示例：", "examples:"),
            *(f"  {self.prog} {example}".rstrip() for example in examples),
            self.say("\n退出码：", "\nexit codes:"),
            *(f"  {code:<5}{words}" for code, words in codes.items() if words),
        ]
        self.epilog = "\n".join(lines)

    def whole_number(self, text: str) -> int:
        """A type of argument: a whole number from 1."""
        if not text.isdecimal() or len(text) > 9 or int(text) < 1:
            words = self.say("应为从 1 起的整数，不是“{}”", 'not a whole number from 1: "{}"')
            raise ArgumentTypeError(words.format(text))
        return int(text)

    def seconds(self, text: str) -> float:
        """A type of argument: some time, more than 0."""
        try:
            if 0 < float(text) <= 1_000_000:
                return float(text)
        except ValueError:
            pass
        words = self.say("应为大于 0 的秒数，不是“{}”", 'expected seconds, more than 0, not "{}"')
        raise ArgumentTypeError(words.format(text))

    def parse(self, arguments: Sequence[str]) -> Namespace:
        """The options; what is wrong with them ends the program, with the exit code 2."""
        try:
            options, others = self.parse_known_args(arguments)
            if others:
                say = function_at("cli._usage:unknown_arguments")
                raise ArgumentError(None, say(others, self._option_string_actions, self.language))
        except ArgumentError as problem:
            words = function_at("cli._usage:usage_error")(problem, self.language)
            console.write(self.format_usage(), error=True)
            console.write_lines([f"{self.prog}{words}"], error=True)
            self.exit(console.USAGE)
        return options

    def error(self, message: str) -> NoReturn:
        """What argparse finds wrong, as what :meth:`parse` expects."""
        raise ArgumentError(None, message)

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        """As argparse has it, but a stream that fails is no secret."""
        if file is not None:
            file.write(message)

    def format_usage(self) -> str:
        """The usage, in the language."""
        return self._translated(super().format_usage())

    def format_help(self) -> str:
        """The help, in the language."""
        return self._translated(super().format_help())

    def _translated(self, text: str) -> str:
        return self.say("用法：", "usage: ") + text.removeprefix("usage: ")

    def _check_value(self, action: Action, value: object) -> None:
        """As argparse has it; what is wrong is said in the language, with what may be meant."""
        choices: list[str] = [*(action.choices or ())]
        if choices and value not in choices:
            say = function_at("cli._usage:no_such_value")
            raise ArgumentError(action, say(str(value), choices, self.language))


class _Formatter(RawDescriptionHelpFormatter):
    """Knows how wide it may be: argparse asks with each argument that it takes."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=console.terminal_width() - 2)
