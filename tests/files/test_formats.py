"""Which format a file has."""

import pytest

from govdisclosure.files import format_of
from govdisclosure.files._formats import FORMATS


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_end_of_a_name_tells_the_format_however_it_is_written(suffix: str) -> None:
    assert format_of(f"a{suffix}") == format_of(f"a{suffix.upper()}") == FORMATS[suffix]
