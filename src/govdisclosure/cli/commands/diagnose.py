"""``govdisclosure diagnose``: a check that says which cells would mend it, and what blanks are."""

from argparse import Namespace

from govdisclosure.analysis.diagnosis import diagnose
from govdisclosure.cli._checks import add_arguments, check_files

__all__ = ["add_arguments", "run"]


def run(options: Namespace) -> int:
    """Check and diagnose every file; one that cannot be read does not stop the others."""
    return check_files(options, diagnose)
