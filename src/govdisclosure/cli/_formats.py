"""Printing an output in the format asked for."""

import json
from collections.abc import Mapping
from typing import Any

from govdisclosure.cli._addresses import function_at
from govdisclosure.i18n import Language, escape_control_lines


def print_output(formats: Mapping[str, str], format: str, subject: Any, language: Language) -> None:
    """Print what the function of a format makes of something: lines, one text, or data.

    Data become JSON. The format ``json`` says everything in both languages.
    """
    make = function_at(formats[format])
    output = make(subject) if format == "json" else make(subject, language)
    if isinstance(output, dict):  # in which an escaped control character is the same character
        output = escape_control_lines(json.dumps(output, ensure_ascii=False, indent=2))
    for line in [output.removesuffix("\n")] if isinstance(output, str) else output:
        print(line)
