"""What runs in a process of its own and is no part of what coverage measures."""

import os


def unmeasured() -> dict[str, str]:
    """The variables of this process without those by which coverage measures its children."""
    return {k: v for k, v in os.environ.items() if not k.startswith("COVERAGE_")}
