"""What our JSON calls things by and is promised to stay: ids of rules, keys of messages, metrics.

``schemas/RELEASED.names`` has a line for each. ``python -m docs.generate --release`` adds what is
new; what is lost is no longer to be had under that name, which no release may bring.
"""

from collections.abc import Iterator

from govdisclosure.analysis.metrics import METRICS
from govdisclosure.i18n import MESSAGES
from govdisclosure.rules import RULES

NAMES = "RELEASED.names"


def names() -> Iterator[str]:
    """What there is today, a line each.

    >>> [name for name in names() if "STAT-REQ-ROWS" in name]
    ['rule STAT-REQ-ROWS']
    """
    yield from (f"rule {rule.id}" for rule in RULES)
    yield from (f"message {key}" for key in MESSAGES)
    yield from (f"metric {metric.name}" for metric in METRICS)


def lost(listing: str) -> list[str]:
    """Every name of a list that there is no more.

    >>> lost("# released\\nrule STAT-REQ-ROWS\\nrule STAT-REQ-COLUMNS-OF-OLD\\n")
    ['rule STAT-REQ-COLUMNS-OF-OLD']
    """
    return sorted({*entries(listing)} - {*names()})


def with_new_names(listing: str) -> str:
    """The list with what is new; nothing is ever taken from it."""
    comments = [line for line in listing.splitlines() if line.startswith("#")]
    return "\n".join([*comments, *sorted({*entries(listing), *names()})]) + "\n"


def entries(listing: str) -> Iterator[str]:
    """The lines of a list that are no comments."""
    return (line for line in listing.splitlines() if line and not line.startswith("#"))
