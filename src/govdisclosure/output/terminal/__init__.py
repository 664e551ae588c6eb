"""The results of a check for a reader at a terminal."""

from govdisclosure.output.terminal._checks import run_lines

__all__ = ["run_lines"]
