"""A comparison as plain data, ready for any JSON writer; ``docs/comparison.md`` describes it."""

from importlib.metadata import version
from typing import Any

import attrs

from govdisclosure.analysis.comparison import CellChange, Comparison, ProseChange, Unmatched, state
from govdisclosure.form import JsonObject, Money, join
from govdisclosure.i18n import LANGUAGES
from govdisclosure.model import AnyReport, CellNote
from govdisclosure.output._data import number_data
from govdisclosure.output.comparison._phrasing import growth_words

COMPARISON_VERSION = "1.0.0"


def comparison_data(comparison: Comparison) -> JsonObject:
    """Everything that a comparison found: pointers and numbers first, words last."""
    return {
        "comparison_version": COMPARISON_VERSION,
        "library": version("govdisclosure"),
        "before": _report(comparison.before),
        "after": _report(comparison.after),
        "same_form": comparison.same_form,
        "remarks": [
            {"message_key": remark.key, "message": _said(remark)} for remark in comparison.remarks
        ],
        "cells": [_cell(change) for change in comparison.cells],
        "prose": [_prose(change) for change in comparison.prose],
        "facts": [
            {
                "pointer": change.pointer,
                "before": _fact(change.before),
                "after": _fact(change.after),
                "place": _said(change.place),
            }
            for change in comparison.facts
        ],
        "not_compared": [_lone(lone) for lone in comparison.lone],
    }


def _report(report: AnyReport) -> JsonObject:
    return {
        "issuer": report.issuer.name,
        "year": report.year,
        "editions": {
            "proactive_disclosure": report.proactive_disclosure.edition,
            "requests": report.requests.edition,
        },
    }


def _cell(change: CellChange) -> JsonObject:
    return {
        "pointer": change.pointer,
        "before": _value(change.before, change.before_note, change.before_cells),
        "after": _value(change.after, change.after_note, change.after_cells),
        "difference": number_data(change.difference),
        "unit": change.unit,
        "growth": None if change.growth is None else str(change.growth),
        "growth_percent": growth_words(change) or None,
        "written_otherwise": change.written_otherwise,
        "place": _said(change.place),
    }


def _value(value: Any, note: CellNote | None, cells: tuple[str, ...]) -> JsonObject:
    money = isinstance(value, Money)
    return {
        "cells": list(cells),
        "value": number_data(value.value if money else value),
        **({"unit": value.unit} if money else {}),
        "state": state(value, note).value,
        "printed": note.printed if note else None,
        "note": note.note if note else None,
    }


def _prose(change: ProseChange) -> JsonObject:
    return {
        "pointer": change.pointer,
        "there_before": change.before is not None,
        "there_after": change.after is not None,
        "edits": [
            {"at": edit.at, "removed": list(edit.removed), "added": list(edit.added)}
            for edit in change.edits
        ],
        "place": _said(change.place),
    }


def _fact(value: Any) -> Any:
    return attrs.asdict(value) if attrs.has(type(value)) else value


def _lone(lone: Unmatched) -> JsonObject:
    return {
        "report": lone.side,
        "cells": [join(lone.pointer, [column.name]) for column in lone.columns],
        "message_key": lone.why.key,
        "message": _said(lone.why),
        "place": _said(lone.place),
    }


def _said(thing: Any) -> dict[str, str]:
    return {code: thing.render(language) for code, language in LANGUAGES.items()}
