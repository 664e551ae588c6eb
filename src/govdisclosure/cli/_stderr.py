"""Messages of every command go to standard error."""

import sys

from govdisclosure.i18n import escape_controls


def print_messages(*lines: str) -> None:
    """Talk goes to standard error, with what would act on a terminal spelled out."""
    for line in lines:
        print(escape_controls(line), file=sys.stderr)
