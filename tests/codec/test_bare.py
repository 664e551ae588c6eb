"""All that is tested of the codec, once more without the packages of the extra ``fast``."""

import pytest

from tests.support.ways import bare

__all__ = ["bare"]

pytestmark = pytest.mark.usefixtures("bare")
