"""Everything of ours as JSON, as plain data for any JSON writer, and the schemas of that."""

from govdisclosure import codec
from govdisclosure.analysis.comparison import Comparison
from govdisclosure.analysis.diagnosis import Diagnosis
from govdisclosure.form import JsonObject
from govdisclosure.model import AnyReport, Reading, Report
from govdisclosure.output._data import check_data, diagnosis_data, reading_data, run_data
from govdisclosure.output._findings_schema import findings_schema
from govdisclosure.output._reading_schema import reading_schema
from govdisclosure.output.comparison import comparison_data
from govdisclosure.rules import CheckResult

__all__ = ["findings_schema", "reading_data", "reading_schema", "run_data", "to_dict"]


def to_dict(thing: AnyReport | Reading | CheckResult | Diagnosis | Comparison) -> JsonObject:
    """The JSON form of a report, or of what was found out about one.

    >>> from govdisclosure import EDITION_2021, check
    >>> report = EDITION_2021.blank(year=2024, number=0)
    >>> to_dict(report)["year"], to_dict(check(report))["passed"]
    (2024, True)

    Raises:
        TypeError: it is something else.
        InvalidReportError: a report built by hand holds what cannot be said in JSON.
    """
    match thing:
        case Report():
            return codec.to_dict(thing)
        case Reading():
            return reading_data(thing.report, thing)
        case CheckResult():
            return check_data(thing)
        case Diagnosis():
            return diagnosis_data(thing)
        case Comparison():
            return comparison_data(thing)
    takes = "a Report, Reading, CheckResult, Diagnosis or Comparison"
    raise TypeError(f"expected {takes}, found {thing!r}"[:400])
