"""What makes each format of output, and how that is written."""

import json
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from govdisclosure.cli._addresses import function_at
from govdisclosure.i18n import Language, escape_control_lines


@frozen
class Format:
    """The function that makes an output of something.

    ``data`` becomes JSON; anything else is lines, or one text. A function is given the
    language, too, unless it says everything in both.
    """

    address: str
    data: bool = False
    both_languages: bool = False

    def lines(self, subject: Any, language: Language) -> Iterator[str]:
        """The lines of the output, without their ends."""
        make = function_at(self.address)
        output = make(subject) if self.both_languages else make(subject, language)
        if self.data:
            yield json_text(output)
        elif isinstance(output, str):
            yield output.removesuffix("\n")
        else:
            yield from output


def json_text(data: object) -> str:
    """JSON text; control characters stand in it as escapes of the same meaning."""
    return escape_control_lines(json.dumps(data, ensure_ascii=False, indent=2))
