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

__version__ = "0.1.0.dev0"

TYPE_CHECKING = False  # what typing says too, but importing that would take time
if TYPE_CHECKING:
    from typing import Any

    from govdisclosure.checking import Checked, check
    from govdisclosure.codec import dumps, load_preserving, loads
    from govdisclosure.comparing.comparison import compare
    from govdisclosure.diagnosing import diagnose
    from govdisclosure.diagnosis.repairs import apply
    from govdisclosure.editions import EDITION_2019, EDITION_2021, EDITIONS
    from govdisclosure.findings import Finding, Severity, Verdict
    from govdisclosure.json_problems import InvalidReport
    from govdisclosure.long_table import cells_of
    from govdisclosure.model.report import AnyReport, Report, Report2019, Report2021
    from govdisclosure.readers import CannotRead, NotAReport, read
    from govdisclosure.schema import json_schema
    from govdisclosure.schema_errors import InvalidSchema
    from govdisclosure.transcribe.reading import Reading
    from govdisclosure.validating import validate
    from govdisclosure.writers import write

_HOMES = {
    "AnyReport": "model.report",
    "CannotRead": "readers",
    "Checked": "checking",
    "EDITIONS": "editions",
    "EDITION_2019": "editions",
    "EDITION_2021": "editions",
    "Finding": "findings",
    "InvalidReport": "json_problems",
    "InvalidSchema": "schema_errors",
    "NotAReport": "readers",
    "Reading": "transcribe.reading",
    "Report": "model.report",
    "Report2019": "model.report",
    "Report2021": "model.report",
    "Severity": "findings",
    "Verdict": "findings",
    "apply": "diagnosis.repairs",
    "cells_of": "long_table",
    "check": "checking",
    "compare": "comparing.comparison",
    "diagnose": "diagnosing",
    "dumps": "codec",
    "json_schema": "schema",
    "load_preserving": "codec",
    "loads": "codec",
    "read": "readers",
    "validate": "validating",
    "write": "writers",
}

__all__ = [
    "EDITIONS",
    "EDITION_2019",
    "EDITION_2021",
    "AnyReport",
    "CannotRead",
    "Checked",
    "Finding",
    "InvalidReport",
    "InvalidSchema",
    "NotAReport",
    "Reading",
    "Report",
    "Report2019",
    "Report2021",
    "Severity",
    "Verdict",
    "apply",
    "cells_of",
    "check",
    "compare",
    "diagnose",
    "dumps",
    "json_schema",
    "load_preserving",
    "loads",
    "read",
    "validate",
    "write",
]


def __getattr__(name: str) -> "Any":
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'govdisclosure' has no attribute {name!r}")
    return getattr(import_module(f"govdisclosure.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
