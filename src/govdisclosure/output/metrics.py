"""The ratios of some reports, and as lines for a reader; ``output.csv`` has them as a table."""

from collections.abc import Iterator

from attrs import frozen

from govdisclosure.analysis.metrics import Measure, measure_all
from govdisclosure.files import UnreadFile
from govdisclosure.i18n import CHINESE, Language, one_line
from govdisclosure.model import AnyReport
from govdisclosure.output._parts import report_message
from govdisclosure.rules.engine import Blanks


@frozen(kw_only=True, eq=False)
class MeasuredFile:
    """A report with its ratios, under the name of its file."""

    file: str
    report: AnyReport
    metrics: tuple[Measure, ...]

    def __repr__(self) -> str:
        return one_line(self, self.file, self.report)


@frozen(kw_only=True, eq=False)
class MeasuredFiles:
    """Files measured with one policy for blanks, in the order in which they were given."""

    files: tuple[MeasuredFile | UnreadFile, ...]
    blanks: Blanks = "unknown"

    def __repr__(self) -> str:
        return one_line(self, f"files={len(self.files)} blanks={self.blanks}")

    @property
    def results(self) -> tuple[MeasuredFile, ...]:
        """The files that could be read."""
        return tuple(one for one in self.files if isinstance(one, MeasuredFile))


def measure_file(file: str, report: AnyReport, blanks: Blanks = "unknown") -> MeasuredFile:
    """Every metric of a report, under the name of its file.

    Raises:
        ValueError: there is no such policy for blanks.
    """
    return MeasuredFile(file=file, report=report, metrics=measure_all(report, blanks))


def metrics_lines(run: MeasuredFiles, language: Language = CHINESE) -> Iterator[str]:
    """Each report with a line for each metric: its ratio, or why there is none."""
    for one in run.results:
        yield f"{one.file}: {report_message(one.report).render(language)}"
        for measure in one.metrics:
            metric = measure.metric
            words = metric.title.render(language) + language.colon + measure.render(language)
            yield f"  {words}  {metric.definition.render(language)}  [{metric.name}]"
