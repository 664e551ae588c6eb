"""What every process of the tests needs."""

import signal

import pytest
from hypothesis import HealthCheck, settings

# The shell lets what it starts in the background ignore Ctrl-C, and so would the processes that
# tests start to interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Always the same examples, so that a failure is one everywhere, however slow the machine.
settings.register_profile(
    "everywhere",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("everywhere")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out of the coverage what is slow: quick tests run the same lines in a third of it."""
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker("no_cover")
