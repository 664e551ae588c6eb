"""How properties are tried: imported by each ``conftest.py``, before any of them."""

from hypothesis import HealthCheck, settings

# Always the same examples, so that a failure is one everywhere, however slow the machine.
settings.register_profile(
    "everywhere",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("everywhere")
