"""What a comparison says of a cell, a section or a fact, in words and figures."""

from collections.abc import Mapping
from typing import Any

import attrs

from govdisclosure.analysis import percent
from govdisclosure.analysis.comparison import (
    CellChange,
    CellContent,
    Comparison,
    FactChange,
    Side,
    cell_state,
    plain_number,
)
from govdisclosure.findings import Number
from govdisclosure.form import Money
from govdisclosure.i18n import Language, Message, figure
from govdisclosure.model import CellNote
from govdisclosure.model.parts import Narrative


def column_words(comparison: Comparison, language: Language) -> dict[Side, str]:
    """How the two reports are called above their columns: by year where that tells them apart."""
    years = comparison.before.year, comparison.after.year
    if None in years or years[0] == years[1]:
        return {
            "before": words_of("diff_before", language),
            "after": words_of("diff_after", language),
        }
    before, after = (Message("diff_year", {"year": str(y)}).render(language) for y in years)
    return {"before": before, "after": after}


def value_words(change: CellChange, side: Side, language: Language) -> str:
    """What stood in a changed cell: the number, what stood there instead, and any note.

    A sum that a blank leaves open is said to be so.
    """
    content, note, cells = (
        (change.before, change.before_note, change.before_cells)
        if side == "before"
        else (change.after, change.after_note, change.after_cells)
    )
    if len(cells) > 1 and content is None:
        return words_of("diff_sum_unknown", language)
    return content_words(content, note, language)


def content_words(content: CellContent, note: CellNote | None, language: Language) -> str:
    """What a cell shows.

    >>> from decimal import Decimal
    >>> from govdisclosure.i18n import CHINESE
    >>> content_words(Money(Decimal("10.4"), "万元"), None, CHINESE)
    '10.4万元'
    """
    number = plain_number(content)
    if number is None:
        words = words_of(f"state_{cell_state(content, note)}", language)
    else:
        words = _figure(number) + (content.unit or "" if isinstance(content, Money) else "")
    if note is None or (number is None and not note.note):
        return words
    return Message("diff_printed", {"value": words, "printed": note.printed}).render(language)


def _figure(value: object) -> str:
    """A number; a report built by hand may hold something else."""
    return figure(value) if isinstance(value, Number) else str(value)


def with_sign(difference: Number | None) -> str:
    """A difference with its sign; nothing where there is none.

    >>> with_sign(3), with_sign(-3), with_sign(0), with_sign(None)
    ('+3', '-3', '0', '')
    """
    if difference is None:
        return ""
    return ("+" if difference > 0 else "") + figure(difference)


def difference_words(change: CellChange) -> str:
    """The difference of a cell, with the unit where it is not that of the column."""
    difference = with_sign(change.difference)
    has_own_unit = bool(difference) and isinstance(change.after, Money)
    return difference + change.unit if has_own_unit else difference


def growth_words(change: CellChange) -> str:
    """The rate of growth with its sign; nothing where there is none."""
    rate = change.growth
    if rate is None or rate == 0:
        return ""
    return ("+" if rate > 0 else "") + percent(rate)


def fact_name(change: FactChange, language: Language) -> str:
    """What a fact is called: its own label alone."""
    labels = (change.place.section, *change.place.row)
    return next(label.render(language) for label in reversed(labels) if label)


def fact_words(value: Any, language: Language) -> str:
    """A fact about a report: words, a year, the two ends of a period, extensions."""
    if attrs.has(type(value)):
        return " – ".join(str(end) for end in attrs.astuple(value))
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {entry!r}" for key, entry in value.items())
    return words_of("diff_not_stated", language) if value is None else str(value)


def section_words(prose: Narrative, language: Language) -> str:
    """What is said of a section that has no paragraph to show."""
    return words_of("diff_section_absent" if prose is None else "diff_section_empty", language)


def words_of(key: str, language: Language) -> str:
    """A message without parameters."""
    return Message(key).render(language)
