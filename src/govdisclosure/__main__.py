"""The command line as a process: ``govdisclosure``, or ``python -m govdisclosure``."""

import os
import signal
import sys
from importlib import import_module


def main() -> int:
    """Run the command line; Ctrl-C ends it quietly from the first import to the last word."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else nobody is to hear it
        signal.signal(signal.SIGINT, _leave)
    code: int = import_module("govdisclosure.cli.main").main()
    return code


def _leave(*_: object) -> None:
    """End at once: nothing is begun that would have to be ended, or all is done."""
    os._exit(130)


if __name__ == "__main__":
    sys.exit(main())
