"""The examples of the documents are tried as the tests are."""

import tests.support.profile  # noqa: F401
