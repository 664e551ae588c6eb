"""What is tested of the codec, once more without the packages of the extra ``fast``."""

import pytest

from tests.codec.test_converter import *  # noqa: F403 - the very same tests
from tests.codec.test_problems import *  # noqa: F403
from tests.codec.test_reports import *  # noqa: F403
from tests.codec.test_strict_json import *  # noqa: F403
from tests.codec.test_structure import *  # noqa: F403
from tests.codec.test_unstructure import *  # noqa: F403
from tests.support.ways import bare

__all__ = ["bare"]

pytestmark = pytest.mark.usefixtures("bare")
