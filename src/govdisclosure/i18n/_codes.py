"""Languages by their codes alone, for what must start fast: imports nothing."""

import os

LANGUAGE_CODES = ("zh", "en")
"""The code of every language, in the order in which words stand in a text."""


def environment_language() -> str:
    """The code of the environment's language: ``zh`` if it says Chinese, else ``en``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def words_in(code: str, zh: str, en: str) -> str:
    """The words in the language of a code.

    >>> words_in("en", "总计", "Total")
    'Total'
    """
    return (zh, en)[LANGUAGE_CODES.index(code)]
