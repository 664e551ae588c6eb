"""``govdisclosure check``: do the numbers reconcile?"""

from argparse import Namespace

from govdisclosure.cli._checks import add_arguments, check_files

__all__ = ["add_arguments", "run"]


def run(options: Namespace) -> int:
    """Check every file; one that cannot be read does not stop the others."""
    return check_files(options)
