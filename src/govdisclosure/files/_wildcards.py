"""Names with wildcards that no shell has expanded, as on Windows."""

import os
from collections.abc import Iterable, Iterator
from glob import glob

from govdisclosure.files._content import WILDCARDS


def expand_wildcards(names: Iterable[str]) -> Iterator[str]:
    """The names, and in the place of a pattern the files that it matches, sorted.

    ``**`` is any depth of folders. A name that a file has is meant as it is, whatever signs are
    in it, and so is a pattern that matches nothing.

    >>> list(expand_wildcards(["docs/examples/report-20*.json", "no-*.json"]))
    ['docs/examples/report-2019.json', 'docs/examples/report-2021.json', 'no-*.json']
    """
    for name in names:
        is_name = WILDCARDS.isdisjoint(name) or os.path.lexists(name)
        matches = [] if is_name else sorted(glob(name, recursive=True))
        if "-" in matches:  # which would be standard input
            matches[matches.index("-")] = os.path.join(os.curdir, "-")
        yield from matches or [name]
