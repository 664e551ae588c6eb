"""What a comparison says of a cell, a section or a fact, in words and figures."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import astuple, frozen, has

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
from govdisclosure.output._parts import report_message


@frozen(repr=False)
class Phrasing:
    """What is said of a comparison in a language."""

    comparison: Comparison
    language: Language

    def words(self, key: str) -> str:
        """A message without parameters."""
        return Message(key).render(self.language)

    @property
    def titles(self) -> Mapping[Side, str]:
        """How the reports are called above their columns: by year where that tells them apart."""
        years = self.comparison.before.year, self.comparison.after.year
        if None in years or years[0] == years[1]:
            return {"before": self.words("diff_before"), "after": self.words("diff_after")}
        titles = [Message("diff_year", {"year": str(year)}).render(self.language) for year in years]
        return {"before": titles[0], "after": titles[1]}

    def reports(self) -> Iterator[str]:
        """Which reports these are, each in a line."""
        reports = self.comparison.before, self.comparison.after
        for title, report in zip(self.titles.values(), reports, strict=True):
            yield title + self.language.colon + report_message(report).render(self.language)

    def value(self, change: CellChange, side: Side) -> str:
        """What stood in a changed cell: the number, what stood there instead, and any note.

        A sum that a blank leaves open is said to be so.
        """
        content, note, cells = (
            (change.before, change.before_note, change.before_cells)
            if side == "before"
            else (change.after, change.after_note, change.after_cells)
        )
        if len(cells) > 1 and content is None:
            return self.words("diff_sum_unknown")
        return self.content(content, note)

    def content(self, content: CellContent, note: CellNote | None) -> str:
        """What a cell shows."""
        number = plain_number(content)
        if number is None:
            words = self.words(f"state_{cell_state(content, note)}")
        else:
            # A report built by hand may hold something else than a number.
            words = figure(number) if isinstance(number, Number) else str(number)
            words += content.unit or "" if isinstance(content, Money) else ""
        if note is None or (number is None and not note.note):
            return words
        about = {"value": words, "printed": note.printed}
        return Message("diff_printed", about).render(self.language)

    def difference(self, change: CellChange) -> str:
        """The difference with its sign, and with the unit where it is not that of the column."""
        difference = change.difference
        if difference is None:
            return ""
        unit = change.unit if isinstance(change.after, Money) else ""
        return ("+" if difference > 0 else "") + figure(difference) + unit

    def fact(self, value: Any) -> str:
        """A fact about a report: words, a year, the two ends of a period, extensions."""
        if has(type(value)):
            return " – ".join(str(end) for end in astuple(value))
        if isinstance(value, Mapping):
            return "; ".join(f"{key}: {entry!r}" for key, entry in value.items())
        return self.words("diff_not_stated") if value is None else str(value)

    def section(self, prose: Narrative) -> str:
        """What is said of a section that has no paragraph to show."""
        return self.words("diff_section_absent" if prose is None else "diff_section_empty")


def fact_name(change: FactChange, language: Language) -> str:
    """What a fact is called: its own label alone."""
    labels = (change.place.section, *change.place.row)
    return next(label.render(language) for label in reversed(labels) if label)


def growth_words(change: CellChange) -> str:
    """The rate of growth with its sign; nothing where there is none."""
    rate = change.growth
    return ("+" if rate > 0 else "") + percent(rate) if rate else ""
