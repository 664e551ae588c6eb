"""What is known of a place of the form, of a rule, of a message."""

from argparse import Namespace

from govdisclosure.analysis.explanation import explain
from govdisclosure.cli._messages import messages_of
from govdisclosure.cli.console import CLEAN, USAGE, write_lines
from govdisclosure.i18n import Message
from govdisclosure.output.explanation import explanation_lines


def run(options: Namespace) -> int:
    """Print all that is known of what is asked for."""
    messages = messages_of(options)
    subject = " ".join(options.subject)
    explanation = explain(subject)
    if not explanation.known:
        about = {"subject": subject[:60], "near": explanation.nearest}
        messages.error(
            Message("nothing_known_near" if explanation.nearest else "nothing_known", about)
        )
        return USAGE
    write_lines(explanation_lines(explanation, messages.language))
    return CLEAN
