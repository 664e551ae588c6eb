"""All that is tested of the codec, once more without the packages of the extra ``fast``."""

import pytest

from tests.test_codec import *  # noqa: F403 - the very same tests
from tests.ways import bare

__all__ = ["bare"]

pytestmark = pytest.mark.usefixtures("bare")
