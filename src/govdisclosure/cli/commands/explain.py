"""``govdisclosure explain``: what a place of the form means, a rule asks, a message says."""

from argparse import Namespace

from govdisclosure.cli._addresses import function_at
from govdisclosure.cli._options import add_messages
from govdisclosure.cli._parser import Parser


def add_arguments(command: Parser) -> None:
    """What is to be explained, in one word or some."""
    words = command.say(
        "位置、名称、编号、规则或消息：如 /requests/received、自然人、（三）1、STAT-REQ-BALANCE",
        "a pointer, a label, its number, a rule or a message: /requests/received, 自然人, （三）1",
    )
    command.add_argument("subject", nargs="+", metavar="SUBJECT", help=words)
    add_messages(command)
    clean = command.say("已解释", "explained")
    command.close("/requests/received", "STAT-REQ-BALANCE", clean=clean)


def run(options: Namespace) -> int:
    """Print what is known of it; if that is nothing, what may be meant."""
    code: int = function_at("cli._explanations:run")(options)
    return code
