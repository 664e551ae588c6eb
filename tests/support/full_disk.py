"""A disk that is full, as far as one process can tell; for processes that a test starts."""

import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager

sys.dont_write_bytecode = True  # Python itself would leave half a file there


@contextmanager
def full_disk(limit: int) -> Iterator[None]:
    """No file takes more bytes than the limit meanwhile, but what is written at the end does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


if __name__ == "__main__":
    from govdisclosure.cli.main import main

    with full_disk(1000):
        code = main()
    sys.exit(code)
