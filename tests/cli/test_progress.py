"""The line that says how far a run has come: on a terminal, and on nothing else."""

import io

import pytest

from govdisclosure.cli._progress import clear, show


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_that_fits_and_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    show(terminal, 5, 10, 2, "年度报告.txt")
    clear(terminal)
    line, *rest = terminal.getvalue().split("\r\x1b[K")[1:]
    assert line == "[##########..........] 5/10  ✗2  年度报"
    assert rest == [""]


@pytest.mark.parametrize(("stream", "term"), [(io.StringIO(), "xterm"), (Terminal(), "dumb")])
def test_progress_is_for_terminals_only(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, term: str
) -> None:
    monkeypatch.setenv("TERM", term)
    show(stream, 5, 10, 2, "a.txt")
    clear(stream)
    assert stream.getvalue() == ""
