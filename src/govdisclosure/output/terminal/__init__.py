"""The results of a check, and what is known of the form, for a reader at a terminal."""

from govdisclosure.output.terminal._checks import run_lines
from govdisclosure.output.terminal._explanations import explanation_lines, place_lines, rule_lines

__all__ = ["explanation_lines", "place_lines", "rule_lines", "run_lines"]
