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

TYPE_CHECKING = False  # what typing says too, but importing that would take time
if TYPE_CHECKING:
    from typing import Any

    from govdisclosure.analysis import tidy
    from govdisclosure.analysis.comparison import compare
    from govdisclosure.analysis.diagnosis import apply, diagnose
    from govdisclosure.codec import dumps, load_preserving, loads
    from govdisclosure.codec.schema import json_schema
    from govdisclosure.codec.validation import validate
    from govdisclosure.errors import (
        InvalidReportError,
        InvalidSchemaError,
        NotAReportError,
        ReadError,
    )
    from govdisclosure.files import read, write
    from govdisclosure.findings import Finding, Severity, Verdict
    from govdisclosure.model import (
        EDITION_2019,
        EDITION_2021,
        EDITIONS,
        AnyReport,
        Reading,
        Report,
        Report2019,
        Report2021,
    )
    from govdisclosure.rules import CheckResult, check

_NAMES = {
    "analysis": "tidy",
    "analysis.comparison": "compare",
    "analysis.diagnosis": "apply diagnose",
    "codec": "dumps load_preserving loads",
    "codec.schema": "json_schema",
    "codec.validation": "validate",
    "errors": "InvalidReportError InvalidSchemaError NotAReportError ReadError",
    "files": "read write",
    "findings": "Finding Severity Verdict",
    "model": "AnyReport EDITIONS EDITION_2019 EDITION_2021 Reading Report Report2019 Report2021",
    "rules": "CheckResult check",
}
"""The public names of each package."""

_HOMES = {name: home for home, names in _NAMES.items() for name in names.split()}

__all__ = [
    "EDITIONS",
    "EDITION_2019",
    "EDITION_2021",
    "AnyReport",
    "CheckResult",
    "Finding",
    "InvalidReportError",
    "InvalidSchemaError",
    "NotAReportError",
    "ReadError",
    "Reading",
    "Report",
    "Report2019",
    "Report2021",
    "Severity",
    "Verdict",
    "apply",
    "check",
    "compare",
    "diagnose",
    "dumps",
    "json_schema",
    "load_preserving",
    "loads",
    "read",
    "tidy",
    "validate",
    "write",
]


def __getattr__(name: str) -> "Any":
    from importlib import import_module

    if name == "__version__":
        return _version()
    if name not in _HOMES:
        raise AttributeError(f"module 'govdisclosure' has no attribute {name!r}")
    return getattr(import_module(f"govdisclosure.{_HOMES[name]}"), name)


def _version() -> str:
    """The version installed; from the name of the folder that says it."""
    import os
    import sys

    start, end = "govdisclosure-", ".dist-info"
    # Beside this folder, unless the install is an editable one.
    for folder in (os.path.dirname(os.path.dirname(__file__)), *sys.path):
        readable = os.path.isdir(folder) and os.access(folder, os.R_OK)
        names = os.listdir(folder) if readable else []
        found = [name for name in names if name.startswith(start) and name.endswith(end)]
        if len(found) == 1:
            return found[0].removeprefix(start).removesuffix(end)
    # Finding out otherwise takes three times as long as --help.
    from importlib.metadata import version

    return version("govdisclosure")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
