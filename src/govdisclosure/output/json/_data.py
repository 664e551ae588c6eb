"""Everything of ours as plain data for any JSON writer."""

from collections.abc import Mapping
from typing import TypeAlias

from govdisclosure import codec, files, findings, model, rules
from govdisclosure.analysis import comparison, diagnosis
from govdisclosure.codec import record_data
from govdisclosure.form import JsonObject
from govdisclosure.model import AnyReport, Report
from govdisclosure.output import metrics
from govdisclosure.output.json._comparison import Comparison
from govdisclosure.output.json._diagnosis import Diagnosis
from govdisclosure.output.json._finding import CheckResult, Finding
from govdisclosure.output.json._metrics import Metrics
from govdisclosure.output.json._reading import Reading
from govdisclosure.output.json._run import Run

_RECORDS: Mapping[type, type] = {
    model.Reading: Reading,
    rules.CheckResult: CheckResult,
    diagnosis.Diagnosis: Diagnosis,
    comparison.Comparison: Comparison,
    files.Run: Run,
    findings.Finding: Finding,
    metrics.MeasuredFiles: Metrics,
}
"""The class that says what each kind of result is in JSON."""

Result: TypeAlias = (
    model.Reading
    | rules.CheckResult
    | diagnosis.Diagnosis
    | comparison.Comparison
    | files.Run
    | findings.Finding
    | metrics.MeasuredFiles
)


def to_dict(thing: AnyReport | Result) -> JsonObject:
    """The JSON form of a report, or of what was found out about one or several.

    Each is valid under a published schema: a report under ``report``, a reading under
    ``reading``, a comparison under ``comparison``, ratios under ``metrics``, a run under
    ``findings``; a check result, a diagnosis, a finding under ``CheckResult``, ``Diagnosis``,
    ``Finding`` of its ``$defs``.

    >>> from govdisclosure import EDITION_2021, check
    >>> report = EDITION_2021.blank(year=2024, number=0)
    >>> to_dict(report)["year"], to_dict(check(report))["passed"]
    (2024, True)

    Raises:
        TypeError: it is something else.
        InvalidReportError: a report built by hand holds what cannot be said in JSON.
    """
    if isinstance(thing, Report):
        return codec.to_dict(thing)
    for result, record in _RECORDS.items():
        if isinstance(thing, result):
            return record_data(thing, record)
    names = ", ".join(result.__name__ for result in _RECORDS)
    raise TypeError(f"expected a Report, {names}, found {thing!r}"[:400])


def reading_data(report: AnyReport, reading: model.Reading | None) -> JsonObject:
    """The JSON form of a reading; of a report that came as JSON there is none but the report."""
    return to_dict(reading) if reading else record_data(Reading.of_json(report))
