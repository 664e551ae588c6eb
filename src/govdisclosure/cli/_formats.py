"""Printing an output in the format asked for."""

import json
from collections.abc import Mapping
from typing import Any

from govdisclosure.cli._addresses import function_at
from govdisclosure.cli.console import write, write_lines
from govdisclosure.i18n import Language


def print_output(formats: Mapping[str, str], format: str, subject: Any, language: Language) -> None:
    """Print what the function of a format makes of something: lines, one text, or data.

    Data become JSON. The format ``json`` says everything in both languages.
    """
    make = function_at(formats[format])
    output = make(subject) if format == "json" else make(subject, language)
    if isinstance(output, dict):
        output = json.dumps(output, ensure_ascii=False, indent=2)
    if isinstance(output, str):
        write(output.removesuffix("\n") + "\n")
    else:
        write_lines(output)
