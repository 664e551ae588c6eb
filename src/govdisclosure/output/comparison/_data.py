"""A comparison as plain data, ready for any JSON writer; ``docs/comparison.md`` describes it."""

from importlib.metadata import version
from typing import Any

from attrs import asdict, has

from govdisclosure.analysis.comparison import (
    CellChange,
    CellContent,
    Comparison,
    ProseChange,
    Unmatched,
    cell_state,
    plain_number,
)
from govdisclosure.form import JsonObject, Money, join
from govdisclosure.i18n import words_data
from govdisclosure.model import CellNote
from govdisclosure.output._parts import message_data, number_data, report_data
from govdisclosure.output.comparison._phrasing import growth_words

COMPARISON_VERSION = "1.0.0"


def comparison_data(comparison: Comparison) -> JsonObject:
    """Everything that differs between two reports: pointers and numbers first, words last."""
    return {
        "comparison_version": COMPARISON_VERSION,
        "library": version("govdisclosure"),
        "before": report_data(comparison.before),
        "after": report_data(comparison.after),
        "same_form": comparison.same_form,
        "remarks": [message_data(remark) for remark in comparison.remarks],
        "cells": [_cell_data(change) for change in comparison.cells],
        "prose": [_prose_data(change) for change in comparison.prose],
        "facts": [
            {
                "pointer": change.pointer,
                "before": _fact_data(change.before),
                "after": _fact_data(change.after),
                "place": words_data(change.place),
            }
            for change in comparison.facts
        ],
        "not_compared": [_unmatched_data(cells) for cells in comparison.unmatched],
    }


def _cell_data(change: CellChange) -> JsonObject:
    return {
        "pointer": change.pointer,
        "before": _content_data(change.before, change.before_note, change.before_cells),
        "after": _content_data(change.after, change.after_note, change.after_cells),
        "difference": number_data(change.difference),
        "unit": change.unit,
        "growth": None if change.growth is None else str(change.growth),
        "growth_percent": growth_words(change) or None,
        "written_otherwise": change.written_otherwise,
        "place": words_data(change.place),
    }


def _content_data(
    content: CellContent, note: CellNote | None, cells: tuple[str, ...]
) -> JsonObject:
    return {
        "cells": list(cells),
        "value": number_data(plain_number(content)),
        **({"unit": content.unit} if isinstance(content, Money) else {}),
        "state": cell_state(content, note).value,
        "printed": note.printed if note else None,
        "note": note.note if note else None,
    }


def _prose_data(change: ProseChange) -> JsonObject:
    return {
        "pointer": change.pointer,
        "there_before": change.before is not None,
        "there_after": change.after is not None,
        "edits": [
            {"at": edit.at, "removed": list(edit.removed), "added": list(edit.added)}
            for edit in change.edits
        ],
        "place": words_data(change.place),
    }


def _fact_data(value: Any) -> object:
    return asdict(value) if has(type(value)) else value


def _unmatched_data(cells: Unmatched) -> JsonObject:
    return {
        "report": cells.side,
        "cells": [join(cells.pointer, [column.name]) for column in cells.columns],
        **message_data(cells.why),
        "place": words_data(cells.place),
    }
