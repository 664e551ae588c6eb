"""The ratios of some reports as JSON."""

from typing import Annotated

from attrs import frozen

import govdisclosure
from govdisclosure.analysis import metrics as analysis
from govdisclosure.codec import Choice, Flat, Named, record_of, text
from govdisclosure.findings import Number
from govdisclosure.i18n import Message, Renderable
from govdisclosure.model import SCHEMA_VERSION
from govdisclosure.output import metrics as output
from govdisclosure.output.json._finding import ReportSummary
from govdisclosure.output.json._run import FileName, UnreadFile
from govdisclosure.rules.engine import Blanks

METRICS_VERSION = "1.0.0"
"""The version of the shape of metrics; a released one is never changed."""

_Fraction = Annotated[str, text("-?[0-9]+(/[0-9]+)?")]


@frozen(kw_only=True)
class Measure:
    """What a metric comes to in a report."""

    name: Annotated[str, Named("MetricName", text("[a-z][a-z0-9_]*"))]
    numerator: Number | None
    denominator: Number | None
    value: Annotated[_Fraction | None, "The exact ratio, as 19/31."]
    percent: Annotated[str | None, "The same for readers."]
    why: Annotated[Message | None, "Why there is no ratio; null where there is one."]
    title: Renderable
    definition: Renderable

    @classmethod
    def of(cls, measure: analysis.Measure) -> "Measure":
        """The measure as JSON has it."""
        ratio, metric = measure.value, measure.metric
        return record_of(
            cls,
            measure,
            name=metric.name,
            value=None if ratio is None else str(ratio),
            percent=None if ratio is None else measure.render(),
            title=metric.title,
            definition=metric.definition,
        )


@frozen(kw_only=True)
class MeasuredFile:
    """A report that was measured."""

    file: FileName
    report: Annotated[ReportSummary, Flat()]
    metrics: tuple[Measure, ...]

    @classmethod
    def of(cls, file: output.MeasuredFile) -> "MeasuredFile":
        """The file as JSON has it."""
        return record_of(cls, file)


@frozen(kw_only=True)
class Metrics:
    """The ratios of some annual reports; names and numbers are stable, words are not."""

    metrics_version: Annotated[str, Choice((METRICS_VERSION,))]
    library: Annotated[str, "Version of the library that measured."]
    schema_version: Annotated[str, "Version of the JSON of reports."]
    blanks: Annotated[Blanks, "What a blank cell means."]
    files: tuple[MeasuredFile | UnreadFile, ...]

    @classmethod
    def of(cls, run: output.MeasuredFiles) -> "Metrics":
        """The run as JSON has it, with the versions that it was made under."""
        return record_of(
            cls,
            run,
            metrics_version=METRICS_VERSION,
            library=govdisclosure.__version__,
            schema_version=SCHEMA_VERSION,
            files=[
                MeasuredFile.of(one) if isinstance(one, output.MeasuredFile) else UnreadFile.of(one)
                for one in run.files
            ],
        )
