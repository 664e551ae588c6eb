"""Which cell of a report is wrong, what would mend it, and what its blanks must be."""

from govdisclosure.analysis.diagnosis._deduced_blanks import Blank, BlankStatus
from govdisclosure.analysis.diagnosis._diagnose import Diagnosis, diagnose
from govdisclosure.analysis.diagnosis._error_patterns import ErrorPattern
from govdisclosure.analysis.diagnosis._repairs import Certainty, Change, Fault, Origin, Repair

__all__ = [
    "Blank", "BlankStatus", "Certainty", "Change", "Diagnosis", "ErrorPattern", "Fault", "Origin",
    "Repair", "diagnose",
]  # fmt: skip
