"""What every process of the tests needs."""

import signal

import pytest

import tests.support.profile  # noqa: F401

# The shell lets what it starts in the background ignore Ctrl-C, and so would the processes that
# tests start to interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out of the coverage what is slow: quick tests run the same lines in a third of it."""
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker("no_cover")
