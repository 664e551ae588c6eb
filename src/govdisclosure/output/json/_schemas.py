"""The JSON Schemas of what leaves as JSON."""

from collections.abc import Iterable

from attrs import evolve

from govdisclosure.codec import Entries, Notes, Object, Record, report_shape, text
from govdisclosure.codec.schema import Schema, Writer, cells_fit, record_schema, schema_name
from govdisclosure.model import EDITIONS, AnyEdition
from govdisclosure.output.json._comparison import COMPARISON_VERSION, Comparison
from govdisclosure.output.json._finding import CheckResult
from govdisclosure.output.json._metrics import METRICS_VERSION, Metrics
from govdisclosure.output.json._reading import READING_VERSION, Completeness, Provenance, Reading
from govdisclosure.output.json._run import FINDINGS_VERSION, Run


def reading_schema(editions: Iterable[AnyEdition] = EDITIONS) -> Schema:
    """The JSON Schema of what ``govdisclosure read --format reading`` prints."""
    report = report_shape(None, tuple(editions))
    notes = report.fields["cell_notes"].shape
    assert isinstance(notes, Notes)
    cells = Object(Provenance, "", Record(Provenance).fields)
    of_editions = {
        "report": report,
        "provenance": evolve(notes, of=cells),
        "completeness": Entries(text(f"({'|'.join(notes.tables)})"), Record(Completeness)),
    }
    name, title = schema_name(report, "reading"), "政府信息公开工作年度报告：读取结果"
    schema = record_schema(Record(Reading, of_editions), name, READING_VERSION, title)
    return {**schema, **cells_fit(report, "provenance", "report")}


def findings_schema() -> Schema:
    """The JSON Schema of what ``govdisclosure check --format json`` writes.

    >>> findings_schema()["$id"]
    'urn:govdisclosure:schema:findings:1.0.0'
    """
    writer = Writer()
    writer.definition(Record(CheckResult))  # which stands in a run among other keys
    title = "勾稽检查结果"
    return record_schema(Record(Run), "findings", FINDINGS_VERSION, title, writer=writer)


def comparison_schema() -> Schema:
    """The JSON Schema of what ``govdisclosure compare --format json`` writes.

    >>> comparison_schema()["$id"]
    'urn:govdisclosure:schema:comparison:1.0.0'
    """
    title = "年度报告比较结果"
    return record_schema(Record(Comparison), "comparison", COMPARISON_VERSION, title)


def metrics_schema() -> Schema:
    """The JSON Schema of what ``govdisclosure metrics --format json`` writes.

    >>> metrics_schema()["$id"]
    'urn:govdisclosure:schema:metrics:1.0.0'
    """
    return record_schema(Record(Metrics), "metrics", METRICS_VERSION, "年度报告指标")
