"""A comparison as text: each changed cell on a line of its own, numbers below each other."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from govdisclosure.analysis.comparison import CellChange, Comparison, ProseChange
from govdisclosure.form import row_words
from govdisclosure.i18n import CHINESE, Language, Message, escape_controls
from govdisclosure.output.comparison._phrasing import Phrasing, fact_name, growth_words

_GAP = "  "


def comparison_lines(comparison: Comparison, language: Language = CHINESE) -> Iterator[str]:
    """The lines about a comparison; text of the reports is made harmless for a terminal.

    >>> from govdisclosure.analysis.comparison import compare
    >>> from govdisclosure.i18n import ENGLISH
    >>> from govdisclosure.model import EDITION_2021
    >>> last, this = (EDITION_2021.blank(year=year, number=0) for year in (2022, 2023))
    >>> this = this.replace({"/requests/received/total": 5})
    >>> print("\\n".join(list(comparison_lines(compare(last, this), ENGLISH))[2:5]))
    3. Requests received and handled
      1. New requests received this year
        Total 0 → 5 +5
    """
    yield from map(escape_controls, _lines(Phrasing(comparison, language)))


def _lines(say: Phrasing) -> Iterator[str]:
    comparison, language = say.comparison, say.language
    yield from say.reports()
    for remark in comparison.remarks:
        yield f"! {remark.render(language)}"
    if comparison.empty:
        yield say.words("diff_none")
        return
    yield from _cells(comparison.cells, say)
    for section in comparison.prose:
        yield from _prose(section, say)
    if comparison.facts:
        yield say.words("diff_facts")
        for fact in comparison.facts:
            change = f"{say.fact(fact.before)} → {say.fact(fact.after)}"
            yield f"{_GAP}{fact_name(fact, language)}  {change}"
    if comparison.unmatched:
        yield say.words("diff_lone")
        for cells in comparison.unmatched:
            place, why = cells.place.render(language), cells.why.render(language)
            yield f"{_GAP}{say.titles[cells.side]}  {place}{language.colon}{why}"
    yield _counts(comparison).render(language)


def _cells(cells: Sequence[CellChange], say: Phrasing) -> Iterator[str]:
    for section, of_section in groupby(cells, key=lambda change: change.place.section):
        yield section.render(say.language) if section else ""
        for row, of_row in groupby(of_section, key=lambda change: change.place.row):
            yield _GAP + row_words(row, say.language)
            yield from _align([_columns(change, say) for change in of_row])


def _columns(change: CellChange, say: Phrasing) -> tuple[str, ...]:
    return (
        change.column.label.render(say.language),
        escape_controls(say.value(change, "before")),
        "→",
        escape_controls(say.value(change, "after")),
        say.difference(change),
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


def _prose(change: ProseChange, say: Phrasing) -> Iterator[str]:
    yield change.place.render(say.language)
    for sign, prose in (("-", change.before), ("+", change.after)):
        if not prose:
            yield f"{_GAP}{sign} {say.section(prose)}"
    for edit in change.edits:
        yield _GAP + Message("diff_paragraph", {"number": edit.at + 1}).render(say.language)
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
