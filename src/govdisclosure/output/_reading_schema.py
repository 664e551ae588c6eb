"""JSON Schema of a reading: a report with where each of its cells was printed."""

from collections.abc import Iterable

from govdisclosure.codec import Notes, report_shape
from govdisclosure.codec.schema import ID_PREFIX, Schema, Writer, cells_fit, object_of, ref
from govdisclosure.findings import Severity
from govdisclosure.form import CellState
from govdisclosure.i18n import LANGUAGES
from govdisclosure.model import EDITIONS, AnyEdition

READING_VERSION = "1.0.0"


def reading_schema(report: Schema, editions: Iterable[AnyEdition] = EDITIONS) -> Schema:
    """The JSON Schema of what ``govdisclosure read --format reading`` prints.

    ``report`` is the schema of the reports in it; it becomes a definition, so that the
    whole is one file. Findings are only loosely described here: they may come to say more.
    """
    shape = report_shape(None, tuple(editions))
    notes = shape.fields["cell_notes"].shape
    assert isinstance(notes, Notes)
    writer = Writer()
    places = {"anyOf": writer.cells(notes.tables)}
    name = report["$id"].split(":")[-2].replace("report", "reading", 1)
    inner = {k: v for k, v in report.items() if k not in ("$schema", "$id", "$defs")}
    return {
        "$schema": report["$schema"],
        "$id": f"{ID_PREFIX}:{name}:{READING_VERSION}",
        "title": "政府信息公开工作年度报告：读取结果",
        "description": "What was read from a published report: the report, where each cell"
        " was printed, what found no place in it, what was noticed.",
        **object_of(
            report=ref("Report"),
            provenance={
                "description": "Pointer of a cell in the report → where it was printed."
                " Empty where the report came as JSON.",
                "type": "object",
                "propertyNames": places,
                "additionalProperties": ref("Provenance"),
            },
            unplaced=_list_of("Unplaced", "Pieces of the source that belong to no place."),
            messages=_list_of("Finding", "What was noticed while reading (READ-…)."),
            completeness={
                "description": "How much of each table was read.",
                "type": "object",
                "propertyNames": {"enum": list(notes.tables)},
                "additionalProperties": ref("Completeness"),
            },
        ),
        "allOf": cells_fit(shape, "provenance", "report"),
        "$defs": {"Report": inner, **_PARTS, **report["$defs"], **writer.definitions},
    }


def _list_of(name: str, description: str) -> Schema:
    return {"description": description, "type": "array", "items": ref(name)}


def _count(description: str) -> Schema:
    return {"description": description, "type": "integer", "minimum": 0}


_NUMBER: Schema = {"anyOf": [{"type": "integer"}, {"type": ["string", "null"]}]}
_WORDS: Schema = {
    "type": "object",
    "properties": {code: {"type": "string"} for code in LANGUAGES},
    "required": [*LANGUAGES],
}

_PARTS: dict[str, Schema] = {
    "Where": {
        "description": "A place in the source, as far as its format knows one; from 1.",
        "type": "object",
        "properties": {
            part: {"type": "integer", "minimum": 1}
            for part in ("page", "line", "table", "row", "column")
        },
        "additionalProperties": False,
    },
    "Provenance": {
        "description": "Where a cell was read and what was printed there.",
        **object_of(
            printed={"description": "The text of the cell, as it stood.", "type": "string"},
            state={
                "description": "number, or why there is none.",
                "enum": [state.value for state in CellState],
            },
            where=ref("Where"),
        ),
    },
    "Unplaced": {
        "description": "A piece of the source that belongs to no place of the report.",
        **object_of(
            text={"type": "string"},
            section={"description": "The section it stood in.", "type": ["string", "null"]},
            why={"description": "The key of the reason.", "type": "string"},
            where=ref("Where"),
        ),
    },
    "Completeness": {
        "description": "Cells of a table, by what was read.",
        **object_of(
            numbers=_count("Cells with a number."),
            blank=_count("Cells without one."),
            absent=_count("Cells that the source does not have."),
        ),
    },
    "Finding": {
        "description": "Something noticed at one place; it may say more than is listed.",
        "type": "object",
        "properties": {
            "rule_id": {"type": "string", "minLength": 1},
            "severity": {"enum": [severity.value for severity in Severity]},
            "pointer": {"type": "string"},
            "left": _NUMBER,
            "right": _NUMBER,
            "difference": _NUMBER,
            "tolerance": _NUMBER,
            "operands": {"type": "array", "items": {"type": "object"}},
            "related": {"type": "array", "items": {"type": "string"}},
            "fingerprint": {"type": "string"},
            "message_key": {"type": "string"},
            "place": _WORDS,
            "message": _WORDS,
        },
        "required": ["rule_id", "severity", "pointer", "message"],
    },
}
