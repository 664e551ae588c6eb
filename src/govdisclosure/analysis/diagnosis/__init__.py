"""Equations, the cells that would mend them, slips, repairs, blanks: see ``diagnosing``."""

from govdisclosure.analysis.diagnosis._deduced_blanks import Deduction
from govdisclosure.analysis.diagnosis._diagnose import Diagnosis, diagnose
from govdisclosure.analysis.diagnosis._error_patterns import ErrorPattern
from govdisclosure.analysis.diagnosis._repairs import Certainty, Origin, Repair, apply

__all__ = [
    "Certainty",
    "Deduction",
    "Diagnosis",
    "ErrorPattern",
    "Origin",
    "Repair",
    "apply",
    "diagnose",
]
