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

    from govdisclosure.checking import Checked, check
    from govdisclosure.codec import dumps, load_preserving, loads
    from govdisclosure.diagnosing import Diagnosis, diagnose
    from govdisclosure.diagnosis.repairs import Repair, apply
    from govdisclosure.editions import EDITION_2019, EDITION_2021, EDITIONS
    from govdisclosure.findings import Finding, Severity, Verdict
    from govdisclosure.json_problems import InvalidReport
    from govdisclosure.model.report import AnyReport, Report, Report2019, Report2021
    from govdisclosure.readers import CannotRead, NotAReport, read
    from govdisclosure.schema import json_schema
    from govdisclosure.schema_errors import InvalidSchema
    from govdisclosure.transcribe.reading import Reading
    from govdisclosure.validating import validate

_HOMES = {
    "AnyReport": "model.report",
    "CannotRead": "readers",
    "Checked": "checking",
    "Diagnosis": "diagnosing",
    "EDITIONS": "editions",
    "EDITION_2019": "editions",
    "EDITION_2021": "editions",
    "Finding": "findings",
    "InvalidReport": "json_problems",
    "InvalidSchema": "schema_errors",
    "NotAReport": "readers",
    "Reading": "transcribe.reading",
    "Repair": "diagnosis.repairs",
    "Report": "model.report",
    "Report2019": "model.report",
    "Report2021": "model.report",
    "Severity": "findings",
    "Verdict": "findings",
    "apply": "diagnosis.repairs",
    "check": "checking",
    "diagnose": "diagnosing",
    "dumps": "codec",
    "json_schema": "schema",
    "load_preserving": "codec",
    "loads": "codec",
    "read": "readers",
    "validate": "validating",
}

__all__ = [
    "EDITIONS",
    "EDITION_2019",
    "EDITION_2021",
    "AnyReport",
    "CannotRead",
    "Checked",
    "Diagnosis",
    "Finding",
    "InvalidReport",
    "InvalidSchema",
    "NotAReport",
    "Reading",
    "Repair",
    "Report",
    "Report2019",
    "Report2021",
    "Severity",
    "Verdict",
    "apply",
    "check",
    "diagnose",
    "dumps",
    "json_schema",
    "load_preserving",
    "loads",
    "read",
    "validate",
]


def __getattr__(name: str) -> "Any":
    from importlib import import_module

    if name == "__version__":
        return _version()
    if name not in _HOMES:
        raise AttributeError(f"module 'govdisclosure' has no attribute {name!r}")
    return getattr(import_module(f"govdisclosure.{_HOMES[name]}"), name)


def _version() -> str:
    """The version installed; from the name of the folder beside this one that says it."""
    import os

    beside = os.path.dirname(os.path.dirname(__file__))
    found = [f for f in os.listdir(beside) if f.startswith("govdisclosure-")]
    if len(found) == 1 and found[0].endswith(".dist-info"):
        return found[0].removeprefix("govdisclosure-").removesuffix(".dist-info")
    # An editable install keeps it elsewhere; finding it takes three times as long as --help.
    from importlib.metadata import version

    return version("govdisclosure")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
