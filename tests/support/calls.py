"""How much Python runs: what speed rests on, told without a clock."""

import sys
from collections.abc import Callable


def calls(act: Callable[[], object]) -> int:
    """How many functions written in Python are called."""
    act()  # what is made once is made
    number = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal number
        number += event == "call"

    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(None)
    return number
