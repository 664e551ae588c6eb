"""What every command shares with whoever started it: streams, the language, exit codes.

Imports next to nothing, so that ``--help`` and ``--version`` start fast.
"""

import os
import sys
from io import TextIOWrapper

CLEAN, FINDINGS, USAGE, UNREADABLE, INTERRUPTED = 0, 1, 2, 3, 130


def environment_language() -> str:
    """The code of the environment's language: ``zh`` if it says Chinese, else ``en``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def terminal_width() -> int:
    """Columns of the terminal; 80 where there is none. ``shutil`` would import archives."""
    if columns := os.environ.get("COLUMNS", ""):
        return int(columns) if columns.isdecimal() else 80
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    except (AttributeError, OSError, ValueError):
        return 80


def open_streams() -> None:
    """UTF-8 whatever the locale; a stream that the caller closed takes everything silently."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - open as long as we run
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - else messages go among the data
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Line ends stay as they are written: CSV has its own, on every system.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def close_output() -> None:
    """Point standard output nowhere, so that nothing fails again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
