"""A comparison as text: each changed cell on a line of its own, numbers below each other."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from govdisclosure.analysis.comparison import CellChange, Comparison, Edit, ProseChange
from govdisclosure.form import row_words
from govdisclosure.i18n import Message, escape_controls
from govdisclosure.output.comparison._phrasing import (
    column_words,
    difference_words,
    fact_name,
    fact_words,
    growth_words,
    report_words,
    say,
    section_words,
    value_words,
)

_GAP = "  "


def comparison_lines(comparison: Comparison, lang: str = "zh") -> Iterator[str]:
    """The lines about a comparison; text of the reports is made harmless for a terminal.

    >>> from govdisclosure.analysis.comparison import compare
    >>> from govdisclosure.model import EDITION_2021
    >>> last, this = (EDITION_2021.blank(year=year, number=0) for year in (2022, 2023))
    >>> this = this.replace({"/requests/received/total": 5})
    >>> print("\\n".join(list(comparison_lines(compare(last, this), "en"))[2:5]))
    3. Requests received and processed
      1. New requests received this year
        Total 0 → 5 +5
    """
    for line in _lines(comparison, lang):
        yield escape_controls(line)


def _lines(comparison: Comparison, lang: str) -> Iterator[str]:
    called = column_words(comparison, lang)
    colon = "：" if lang == "zh" else ": "
    yield f"{called['before']}{colon}{report_words(comparison.before, lang)}"
    yield f"{called['after']}{colon}{report_words(comparison.after, lang)}"
    for remark in comparison.remarks:
        yield f"! {remark.say(lang)}"
    if comparison.empty:
        yield say("diff_none", lang)
        return
    yield from _cells(comparison.cells, lang)
    for section in comparison.prose:
        yield from _prose(section, lang)
    if comparison.facts:
        yield say("diff_facts", lang)
        for fact in comparison.facts:
            old, new = fact_words(fact.before, lang), fact_words(fact.after, lang)
            yield f"{_GAP}{fact_name(fact, lang)}  {old} → {new}"
    if comparison.lone:
        yield say("diff_lone", lang)
        for lone in comparison.lone:
            yield f"{_GAP}{called[lone.side]}  {lone.place.say(lang)}{colon}{lone.why.say(lang)}"
    yield _counts(comparison).say(lang)


def _cells(cells: Sequence[CellChange], lang: str) -> Iterator[str]:
    for section, of_section in groupby(cells, key=lambda change: change.place.section):
        yield section.say(lang) if section else ""
        for row, of_row in groupby(of_section, key=lambda change: change.place.row):
            yield _GAP + row_words(row, lang)
            yield from _aligned([_told(change, lang) for change in of_row])


def _told(change: CellChange, lang: str) -> tuple[str, ...]:
    return (
        change.column.label.say(lang),
        escape_controls(value_words(change, "before", lang)),
        "→",
        escape_controls(value_words(change, "after", lang)),
        difference_words(change),
        growth_words(change),
    )


def _aligned(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Rows in columns, labels to the left and figures to the right."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for label, *figures in rows:
        gaps = (" " * (w - _width(f)) + f for f, w in zip(figures, widths[1:], strict=True))
        told = (label + " " * (widths[0] - _width(label)), *gaps)
        yield (_GAP * 2 + " ".join(told)).rstrip()


def _width(text: str) -> int:
    """How many places text takes on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _prose(change: ProseChange, lang: str) -> Iterator[str]:
    yield change.place.say(lang)
    if not (change.before and change.after):
        for sign, prose in (("-", change.before), ("+", change.after)):
            if not prose:
                yield f"{_GAP}{sign} {section_words(prose, lang)}"
    for edit in change.edits:
        yield from _edit(edit, lang)


def _edit(edit: Edit, lang: str) -> Iterator[str]:
    yield _GAP + Message("diff_paragraph", {"number": edit.at + 1}).say(lang)
    for sign, paragraphs in (("-", edit.removed), ("+", edit.added)):
        for paragraph in paragraphs:
            yield f"{_GAP * 2}{sign} {paragraph}"


def _counts(comparison: Comparison) -> Message:
    counts = {
        "cells": len(comparison.cells),
        "writing": sum(change.written_otherwise for change in comparison.cells),
        "sections": len(comparison.prose),
        "facts": len(comparison.facts),
        "lone": len(comparison.lone),
    }
    return Message("diff_counts", counts)
