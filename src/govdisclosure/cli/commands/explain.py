"""``govdisclosure explain``: what a place of the form means, a rule asks, a message says."""

from argparse import Namespace

from govdisclosure.cli._addresses import function_at
from govdisclosure.cli._options import add_messages
from govdisclosure.cli._parser import Parser


def add_arguments(command: Parser) -> None:
    """What is to be explained, in one word or some."""
    words = command.say(
        "位置、表上的名称或编号、用语、规则、消息",
        "a pointer, a label of the form or its number, a word of the field, a rule, a message",
    )
    command.add_argument("subject", nargs="+", metavar="SUBJECT", help=words)
    add_messages(command)
    clean = command.say("已解释", "explained")
    command.close("/requests/received", "STAT-REQ-BALANCE", clean=clean)


def run(options: Namespace) -> int:
    """Print what is known of it; if that is nothing, what may be meant."""
    code: int = function_at("cli._explanations:run")(options)
    return code
