"""What asks an index of packages; where there is none a test skips, and says so."""

import pytest

_NO_INDEX = ("No matching distribution found", "Could not fetch URL", "Connection to ")


def skip_without_index(code: int, output: str) -> None:
    """Skip the test if pip failed because no index of packages could be reached."""
    if code and any(words in output for words in _NO_INDEX):
        pytest.skip("pip reaches no index of packages")
