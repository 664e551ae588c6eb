"""What the package can say, in Chinese and English: one template a key."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

MESSAGES: dict[str, tuple[str, str]] = {
    # rules
    "sums_differ": (
        "{left}＝{left_value}，{right}＝{right_value}，两者应当相等，相差 {difference}",
        "{left} = {left_value}, {right} = {right_value}; they should be equal, difference"
        " {difference}",
    ),
    "out_of_order": (
        "{left}＝{left_value}，应当{relation_zh} {right_value}",
        "{left} = {left_value}; it should be {relation} {right_value}",
    ),
    "no_number": ("没有数字的单元格：{cells}", "cells without a number: {cells}"),
}
"""Key → (Chinese, English). Keys are part of the API, wordings are not."""


@frozen
class Message:
    """A message as data: its key and parameters; the words come on demand.

    >>> Message("no_number", {"cells": "1"}).say("en")
    'cells without a number: 1'
    """

    key: str
    params: Mapping[str, Any] = field(factory=dict)

    def say(self, lang: str = "zh") -> str:
        """The words in ``zh`` or ``en``; a parameter with words of its own is asked too."""
        template = MESSAGES[self.key][lang != "zh"]
        return template.format_map({k: _say(v, lang) for k, v in self.params.items()})


def _say(value: Any, lang: str) -> Any:
    if hasattr(value, "say"):
        return value.say(lang)
    if isinstance(value, tuple):
        return ("、" if lang == "zh" else ", ").join(str(_say(v, lang)) for v in value)
    return value
