"""What the tests of the command line share."""

import pytest

from govdisclosure.i18n import MESSAGES, Text


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages say their keys, so that no wording is tested."""
    for key in MESSAGES:
        monkeypatch.setitem(MESSAGES, key, Text(f"<{key}>", f"<{key}>"))
