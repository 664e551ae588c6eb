"""What a check comes to as a whole, and how much of the report it reached."""

from enum import StrEnum

from attrs import frozen

from govdisclosure.form import Shown


class Status(StrEnum):
    """The verdict on a report.

    ``passed``: all that applies was evaluated, and no error was found. ``passed_in_part``: none
    was found in what could be evaluated. ``nothing_checked``: no check had the numbers that it
    asks for; a 0 that the policy for blanks puts there is none.
    """

    FAILED = "failed"
    PASSED = "passed"
    PASSED_IN_PART = "passed_in_part"
    NOTHING_CHECKED = "nothing_checked"

    @property
    def is_pass(self) -> bool:
        """Whether something was checked and no error was found."""
        return self in _PASSES


_PASSES = (Status.PASSED, Status.PASSED_IN_PART)


@frozen(repr=False)
class Coverage(Shown):
    """How many of the checks of numbers that apply were evaluated, how many cells state one."""

    evaluated: int
    checks: int
    stated: int
    cells: int
