"""The command line, run in this process."""

from typing import TypeAlias

import pytest

from govdisclosure.cli.main import main

Captured: TypeAlias = pytest.CaptureFixture[str]


def run(capsys: Captured, *argv: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    code = main(argv)
    out, err = capsys.readouterr()
    return code, out, err
