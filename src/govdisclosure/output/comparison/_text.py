"""A comparison as text: each changed cell on a line of its own, numbers below each other."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from govdisclosure.analysis.comparison import CellChange, Comparison, Edit, ProseChange
from govdisclosure.form import row_words
from govdisclosure.i18n import CHINESE, Language, Message, escape_controls
from govdisclosure.output._parts import report_message
from govdisclosure.output.comparison._phrasing import (
    column_words,
    difference_words,
    fact_name,
    fact_words,
    growth_words,
    section_words,
    value_words,
    words_of,
)

_GAP = "  "


def comparison_lines(comparison: Comparison, language: Language = CHINESE) -> Iterator[str]:
    """The lines about a comparison; text of the reports is made harmless for a terminal.

    >>> from govdisclosure.analysis.comparison import compare
    >>> from govdisclosure.i18n import ENGLISH
    >>> from govdisclosure.model import EDITION_2021
    >>> last, this = (EDITION_2021.blank(year=year, number=0) for year in (2022, 2023))
    >>> this = this.replace({"/requests/received/total": 5})
    >>> print("\\n".join(list(comparison_lines(compare(last, this), ENGLISH))[2:5]))
    3. Requests received and processed
      1. New requests received this year
        Total 0 → 5 +5
    """
    for line in _lines(comparison, language):
        yield escape_controls(line)


def _lines(comparison: Comparison, language: Language) -> Iterator[str]:
    titles = column_words(comparison, language)
    colon = language.colon
    for title, report in zip(titles.values(), (comparison.before, comparison.after), strict=True):
        yield f"{title}{colon}{report_message(report).render(language)}"
    for remark in comparison.remarks:
        yield f"! {remark.render(language)}"
    if comparison.empty:
        yield words_of("diff_none", language)
        return
    yield from _cells(comparison.cells, language)
    for section in comparison.prose:
        yield from _prose(section, language)
    if comparison.facts:
        yield words_of("diff_facts", language)
        for fact in comparison.facts:
            old, new = fact_words(fact.before, language), fact_words(fact.after, language)
            yield f"{_GAP}{fact_name(fact, language)}  {old} → {new}"
    if comparison.unmatched:
        yield words_of("diff_lone", language)
        for cells in comparison.unmatched:
            place, why = cells.place.render(language), cells.why.render(language)
            yield f"{_GAP}{titles[cells.side]}  {place}{colon}{why}"
    yield _counts(comparison).render(language)


def _cells(cells: Sequence[CellChange], language: Language) -> Iterator[str]:
    for section, of_section in groupby(cells, key=lambda change: change.place.section):
        yield section.render(language) if section else ""
        for row, of_row in groupby(of_section, key=lambda change: change.place.row):
            yield _GAP + row_words(row, language)
            yield from _align([_columns(change, language) for change in of_row])


def _columns(change: CellChange, language: Language) -> tuple[str, ...]:
    return (
        change.column.label.render(language),
        escape_controls(value_words(change, "before", language)),
        "→",
        escape_controls(value_words(change, "after", language)),
        difference_words(change),
        growth_words(change),
    )


def _align(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Rows in columns, labels to the left and figures to the right."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for label, *figures in rows:
        gaps = (" " * (w - _width(f)) + f for f, w in zip(figures, widths[1:], strict=True))
        columns = (label + " " * (widths[0] - _width(label)), *gaps)
        yield (_GAP * 2 + " ".join(columns)).rstrip()


def _width(text: str) -> int:
    """How many places text takes on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _prose(change: ProseChange, language: Language) -> Iterator[str]:
    yield change.place.render(language)
    if not (change.before and change.after):
        for sign, prose in (("-", change.before), ("+", change.after)):
            if not prose:
                yield f"{_GAP}{sign} {section_words(prose, language)}"
    for edit in change.edits:
        yield from _edit(edit, language)


def _edit(edit: Edit, language: Language) -> Iterator[str]:
    yield _GAP + Message("diff_paragraph", {"number": edit.at + 1}).render(language)
    for sign, paragraphs in (("-", edit.removed), ("+", edit.added)):
        for paragraph in paragraphs:
            yield f"{_GAP * 2}{sign} {paragraph}"


def _counts(comparison: Comparison) -> Message:
    counts = {
        "cells": len(comparison.cells),
        "writing": sum(change.written_otherwise for change in comparison.cells),
        "sections": len(comparison.prose),
        "facts": len(comparison.facts),
        "lone": len(comparison.unmatched),
    }
    return Message("diff_counts", counts)
