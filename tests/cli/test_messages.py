"""Messages: errors always, notes unless it is quiet, and nothing that steers a terminal."""

import pytest

from govdisclosure.cli._messages import Messages
from govdisclosure.cli.console import open_streams
from govdisclosure.i18n import ENGLISH, Message


@pytest.mark.parametrize("quiet", [False, True])
def test_errors_are_always_said_and_notes_are_not(
    capsys: pytest.CaptureFixture[str], quiet: bool
) -> None:
    messages = Messages(ENGLISH, quiet)
    messages.error(Message("empty_file"), "a line", file="a.txt")
    messages.note("a note")
    notes = [] if quiet else ["a note"]
    assert capsys.readouterr().err.splitlines() == [
        "a.txt: the file is empty",
        "a.txt: a line",
        *notes,
    ]


def test_what_would_steer_a_terminal_or_a_workflow_is_spelled_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with open_streams():
        Messages(ENGLISH).error("::error::\x1b[2J")
    assert capsys.readouterr() == ("", "\\u003a:error::\\u001b[2J\n")
