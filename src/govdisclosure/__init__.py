"""政府信息公开工作年度报告: the annual report on government information disclosure.

>>> import govdisclosure
>>> reading = govdisclosure.read("docs/examples/xikou-2023.txt")
>>> reading.report.requests.received.total
30
>>> govdisclosure.check(reading.report).passed
True

Names are imported when they are first used, so that ``import govdisclosure`` costs little.
What is not listed in ``__all__`` may change.
"""

import sys
from importlib import import_module

__version__ = "0.1.0"

TYPE_CHECKING = False  # what typing says too, but importing that would take time
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from govdisclosure.analysis.comparison import compare
    from govdisclosure.analysis.diagnosis import diagnose
    from govdisclosure.analysis.explanation import explain
    from govdisclosure.codec import dumps, from_dict, loads
    from govdisclosure.codec.schema import json_schema
    from govdisclosure.codec.validation import validate
    from govdisclosure.errors import Error
    from govdisclosure.files import read, read_many, read_text, write
    from govdisclosure.findings import Finding, Severity, Verdict
    from govdisclosure.model import (
        EDITION_2019,
        EDITION_2021,
        EDITIONS,
        Edition,
        Reading,
        Report,
        Report2019,
        Report2021,
    )
    from govdisclosure.output.json import to_dict
    from govdisclosure.rules import CheckResult, check

URLS: "Mapping[str, str]" = {}
"""Where the project is to be found, as ``[project.urls]`` has it; nobody names another address."""

_NAMES = {
    "analysis.comparison": "compare",
    "analysis.diagnosis": "diagnose",
    "analysis.explanation": "explain",
    "codec": "dumps from_dict loads",
    "codec.schema": "json_schema",
    "codec.validation": "validate",
    "errors": "Error",
    "files": "read read_many read_text write",
    "findings": "Finding Severity Verdict",
    "model": "EDITIONS EDITION_2019 EDITION_2021 Edition Reading Report Report2019 Report2021",
    "output.json": "to_dict",
    "rules": "CheckResult check",
}
"""The public names of each package."""

__all__ = [
    "EDITIONS", "EDITION_2019", "EDITION_2021", "CheckResult", "Edition", "Error", "Finding",
    "Reading", "Report", "Report2019", "Report2021", "Severity", "Verdict", "check", "compare",
    "diagnose", "dumps", "explain", "from_dict", "json_schema", "loads", "read", "read_many",
    "read_text", "to_dict", "validate", "write",
]  # fmt: skip


def names_in(package: str, **modules: str) -> "Callable[[str], Any]":
    """The ``__getattr__`` of a package whose names are imported when they are first used.

    ``modules`` are its modules, each with its names; for packages of which programs that must
    start fast use little.
    """
    homes = {name: module for module, names in modules.items() for name in names.split()}

    def name_in(name: str) -> "Any":
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return name_in


if not TYPE_CHECKING:
    __getattr__ = names_in(__name__, **_NAMES)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
