"""Why an input is refused."""

from pathlib import Path

import pytest

from govdisclosure.errors import NotAReportError, ReadError
from govdisclosure.files import read


def refusal(source: Path | bytes | str) -> str:
    """The key of the message that a source is refused with."""
    try:
        read(source)
    except (ReadError, NotAReportError) as error:
        return error.message.key
    pytest.fail("it was read")
