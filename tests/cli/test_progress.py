"""The line that says how far a run has come: on a terminal, and on nothing else."""

import io
import sys

import pytest

from govdisclosure.cli._progress import clear, show
from govdisclosure.cli.console import open_streams


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def drawn(
    monkeypatch: pytest.MonkeyPatch, item: str, stream: io.StringIO, term: str = "xterm"
) -> str:
    """What is drawn on a stream while a file is waited for."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys, "stderr", stream)
    with open_streams():
        show(5, 10, 2, item)
        clear()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("item", "shown"),
    [("年度报告.txt", "年度报"), ("\x1b[2J##[error]", "\\u001b"), ("##[a].txt", "#\\u002")],
)
def test_progress_is_one_line_that_fits_and_goes_away(
    monkeypatch: pytest.MonkeyPatch, item: str, shown: str
) -> None:
    line, *rest = drawn(monkeypatch, item, Terminal()).split("\r\x1b[K")[1:]
    assert line == f"[##########..........] 5/10  ✗2  {shown}"
    assert rest == [""]


@pytest.mark.parametrize(("stream", "term"), [(io.StringIO(), "xterm"), (Terminal(), "dumb")])
def test_progress_is_for_terminals_only(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, term: str
) -> None:
    assert drawn(monkeypatch, "a.txt", stream, term) == ""
