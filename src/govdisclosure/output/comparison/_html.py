"""A comparison as a web page in one file: both years below each other in the form's own rows.

Nothing is loaded, nothing runs, all text of the reports is escaped.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from attrs import frozen

from govdisclosure.analysis.comparison import (
    CellChange,
    Comparison,
    ProseChange,
    RowPair,
    Side,
    match_rows,
    quantity,
)
from govdisclosure.document.markup import document, marked_up
from govdisclosure.form import FormColumn, join
from govdisclosure.i18n import CHINESE, Language, escape_controls
from govdisclosure.output.comparison._charts import bars
from govdisclosure.output.comparison._phrasing import Phrasing, fact_name, growth_words

STYLE = Path(__file__).with_name("comparison.css").read_text("utf-8")
"""How the page looks; a change is told by weight and by a line of its own, not by colour."""


def comparison_page(comparison: Comparison, language: Language = CHINESE) -> str:
    """The page about a comparison.

    >>> from govdisclosure.analysis.comparison import compare
    >>> from govdisclosure.i18n import ENGLISH
    >>> from govdisclosure.model import EDITION_2021
    >>> last, this = (EDITION_2021.blank(year=year, number=0) for year in (2022, 2023))
    >>> html = comparison_page(compare(last, this.replace({"/title": "<b>"})), ENGLISH)
    >>> "&lt;b&gt;" in html, "<b>" in html
    (True, False)
    """
    say = Phrasing(comparison, language)
    body = "\n".join(_Page(comparison, language, say).body())
    return document(say.words("diff_title"), STYLE, body, language=language)


@frozen
class _Page:
    """The parts of one web page, in its language."""

    comparison: Comparison
    language: Language
    say: Phrasing

    def body(self) -> Iterator[str]:
        """Everything on the page, from top to bottom."""
        yield f"<main>\n<h1>{marked_up(self.say.words('diff_title'))}</h1>"
        yield from self.head()
        yield from self.tables()
        if self.comparison.prose:
            yield self.heading("diff_prose")
            for section in self.comparison.prose:
                yield from self.prose(section)
        yield from self.facts()
        yield from self.unmatched()
        yield "</main>"

    def heading(self, key: str) -> str:
        """A heading that is a message."""
        return f"<h2>{marked_up(self.say.words(key))}</h2>"

    def head(self) -> Iterator[str]:
        """Which reports these are, and what to know first."""
        for words in self.say.reports():
            yield f"<p>{marked_up(words)}</p>"
        remarks = [remark.render(self.language) for remark in self.comparison.remarks]
        if self.comparison.empty:
            remarks.append(self.say.words("diff_none"))
        if remarks:
            yield f"<ul>{''.join(f'<li>{marked_up(remark)}</li>' for remark in remarks)}</ul>"

    def tables(self) -> Iterator[str]:
        """The rows in which something changed, under the headings of the form."""
        changes = {change.pointer: change for change in self.comparison.cells}
        pairs = match_rows(self.comparison.before.tables, self.comparison.after.tables).pairs
        rows = [p for p in pairs if any(join(p.pointer, [c.name]) in changes for c in p.columns)]
        for section, of_section in groupby(rows, key=lambda pair: pair.place.section):
            name = marked_up(section.render(self.language)) if section else ""
            yield f"<h2>{name}</h2>"
            for columns, alike in groupby(of_section, key=lambda pair: pair.columns):
                yield f'<table class="row" aria-label="{name}">'
                yield from self.table(columns, alike, changes)
                yield "</table>"

    def table(
        self,
        columns: Sequence[FormColumn],
        pairs: Iterable[RowPair],
        changes: Mapping[str, CellChange],
    ) -> Iterator[str]:
        """Rows with the same columns: for each its numbers before, after, and the change."""
        heads = [self.say.words("diff_row"), self.say.words("diff_report")]
        heads += [column.label.render(self.language) for column in columns]
        yield f"<thead><tr>{_heads(heads)}</tr></thead>"
        for pair in pairs:
            words = pair.place.row_words(self.language)
            stub = f'<th scope="rowgroup" rowspan="3">{marked_up(words)}</th>'
            in_row = [(c, changes.get(join(pair.pointer, [c.name]))) for c in columns]
            yield "<tbody>"
            yield f"<tr>{stub}{''.join(self.values('before', pair, in_row))}</tr>"
            yield f"<tr>{''.join(self.values('after', pair, in_row))}</tr>"
            differences = "".join(self.difference(change) for _, change in in_row)
            yield f"<tr>{_stub(self.say.words('diff_change'))}{differences}</tr>"
            yield "</tbody>"

    def values(
        self, side: Side, pair: RowPair, in_row: Sequence[tuple[FormColumn, CellChange | None]]
    ) -> Iterator[str]:
        """One report's cells of a row; those that are the same in both are grey."""
        yield _stub(self.say.titles[side])
        report = self.comparison.before if side == "before" else self.comparison.after
        row = pair.row_of(report)
        for column, change in in_row:
            if change:
                yield _number(self.say.value(change, side))
            else:
                # What is alike in both shows nothing by a note, or the same note.
                note = report.cell_notes.get(join(pair.pointer, [column.name]))
                yield _number(self.say.content(getattr(row, column.name), note), " same")

    def difference(self, change: CellChange | None) -> str:
        """The difference of a cell, its rate and its picture."""
        if change is None:
            return _number("")
        before, after = quantity(change.before), quantity(change.after)
        if change.written_otherwise:
            return _number(self.say.words("diff_writing"))
        if before is None or after is None:
            return _number(self.say.words("diff_differs"), " moved")
        values = f"{self.say.value(change, 'before')} → {self.say.value(change, 'after')}"
        title = f"{change.column.label.render(self.language)}: {values}"
        picture = bars(before, after, escape_controls(title))
        growth = growth_words(change)
        rate = f"<small>{growth}</small>" if growth else ""
        return f'<td class="number moved"><b>{self.say.difference(change)}</b>{rate}{picture}</td>'

    def prose(self, change: ProseChange) -> Iterator[str]:
        """A section's paragraphs that changed, before on the left, after on the right."""
        name = marked_up(change.place.render(self.language))
        yield f'<h3>{name}</h3>\n<table class="prose" aria-label="{name}">'
        yield f"<thead><tr>{_heads(self.say.titles.values())}</tr></thead><tbody>"
        if not (change.before and change.after):
            sides = (change.before, change.after)
            ends = ("" if prose else marked_up(self.say.section(prose)) for prose in sides)
            yield f"<tr>{''.join(f'<td>{end}</td>' for end in ends)}</tr>"
        for edit in change.edits:
            old = "".join(f"<del>{marked_up(paragraph)}</del>" for paragraph in edit.removed)
            new = "".join(f"<ins>{marked_up(paragraph)}</ins>" for paragraph in edit.added)
            yield f"<tr><td>{old}</td><td>{new}</td></tr>"
        yield "</tbody></table>"

    def facts(self) -> Iterator[str]:
        """What else differs: title, issuer, year, period, extensions."""
        rows = [
            (fact_name(f, self.language), self.say.fact(f.before), self.say.fact(f.after))
            for f in self.comparison.facts
        ]
        heads = [self.say.words("diff_what"), *self.say.titles.values()]
        yield from self.list_of("diff_facts", heads, rows)

    def unmatched(self) -> Iterator[str]:
        """The cells that were not compared, and why."""
        rows = [
            (c.place.render(self.language), self.say.titles[c.side], c.why.render(self.language))
            for c in self.comparison.unmatched
        ]
        heads = [self.say.words(key) for key in ("diff_row", "diff_report", "diff_why")]
        yield from self.list_of("diff_lone", heads, rows)

    def list_of(
        self, key: str, heads: Sequence[str], rows: Sequence[tuple[str, ...]]
    ) -> Iterator[str]:
        """A heading and a table whose first column names its rows, where there are any."""
        if rows:
            name = marked_up(self.say.words(key))
            yield self.heading(key)
            yield f'<table aria-label="{name}"><thead><tr>{_heads(heads)}</tr></thead><tbody>'
            for first, *others in rows:
                cells = "".join(f"<td>{marked_up(cell)}</td>" for cell in others)
                yield f"<tr>{_stub(first)}{cells}</tr>"
            yield "</tbody></table>"


def _heads(words: Iterable[str]) -> str:
    return "".join(f'<th scope="col">{marked_up(word)}</th>' for word in words)


def _stub(words: str) -> str:
    return f'<th scope="row">{marked_up(words)}</th>'


def _number(words: str, look: str = "") -> str:
    return f'<td class="number{look}">{marked_up(words)}</td>'
