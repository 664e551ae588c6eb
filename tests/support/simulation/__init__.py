"""Correct reports, counted up from simulated cases by code that knows no rule.

What happens at a body over three years is made up event by event (``_events``); a report is
what somebody counts of them for a year on some form (``_counting``), leaving cells blank as
published reports do (``_writing``). Nothing here adds cells up: every cell, totals too, is the
number of events that belong in it. So each report is correct, whatever a rule says of it.
"""

from tests.support.simulation._writing import Situation, situation

__all__ = ["Situation", "situation"]
