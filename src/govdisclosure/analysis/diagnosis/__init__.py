"""Equations, the cells that would mend them, slips, repairs, blanks: see ``diagnosing``."""
