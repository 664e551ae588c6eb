"""What is shown of each cell: its text, what is wrong with it, where it was printed."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from html import escape

from attrs import frozen

from govdisclosure.analysis.diagnosis import Diagnosis, diagnose
from govdisclosure.document import Cell
from govdisclosure.document.markup import marked_up
from govdisclosure.findings import Finding, Severity
from govdisclosure.form import CellState
from govdisclosure.i18n import CHINESE, Language, Message, Renderable, escape_controls
from govdisclosure.model import AnyReport, Reading
from govdisclosure.output.look import mark
from govdisclosure.rules import CheckResult

_MOST_MARKS = 40
"""Cells that the mark of one finding stands in."""


@frozen
class ReviewContext:
    """A report with what is known of it, in the language of the reader."""

    report: AnyReport
    result: CheckResult
    reading: Reading | None
    language: Language

    @cached_property
    def diagnosis(self) -> Diagnosis:
        """Which cells may be wrong, by the form's own sums."""
        return diagnose(
            self.report, self.reading, blanks=self.result.blanks, profile=self.result.profile
        )

    @property
    def languages(self) -> Sequence[Language]:
        """In which the form is shown: the reader's, and its own."""
        return [*dict.fromkeys((self.language, CHINESE))]

    def say(self, words: Renderable) -> str:
        """Words as markup."""
        return marked_up(words.render(self.language))

    def words(self, key: str, **about: object) -> str:
        """A message as markup."""
        return self.say(Message(key, about))

    @property
    def findings(self) -> Sequence[Finding]:
        """All findings; the number of one is its place here, from 1."""
        return self.result.findings

    @cached_property
    def marks(self) -> Mapping[str, Sequence[int]]:
        """The cells that findings are about, with the numbers of these."""
        numbers: dict[str, list[int]] = {}
        for number, finding in enumerate(self.findings, 1):
            for pointer in self.cells_of(finding):
                numbers.setdefault(pointer, []).append(number)
        return numbers

    def cells_of(self, finding: Finding) -> Sequence[str]:
        """The cell that a finding is about; where it is about none alone, those in it.

        None where those are many: a mark in every cell says nothing.
        """
        if finding.pointer in self.report.form.cells:
            return (finding.pointer,)
        cells = [o.pointer for o in finding.operands if not o.report]
        return cells if len(cells) <= _MOST_MARKS else ()

    def cell(self, cell: Cell) -> tuple[str, str]:
        """The attributes and the markup of a cell with a number."""
        numbers = self.marks.get(cell.name, ())
        title = " · ".join(filter(None, (self.note(cell.name), self._source(cell))))
        more = f' id="{escape(cell.name)}"'
        more += f' class="{look}"' if (look := self.looks.get(cell.name)) else ""
        more += f' title="{escape(escape_controls(title))}"' if title else ""
        hidden = "" if cell.text else f'<span class="hidden">{self.words("review_blank")}</span>'
        marks = f'<span class="ms">{"".join(map(self._mark, numbers))}</span>' if numbers else ""
        return more, marked_up(cell.text) + hidden + marks

    def _mark(self, number: int) -> str:
        """The mark of a finding, which leads to it."""
        name = Message("review_mark", {"number": number}).render(self.language)
        kind = self.findings[number - 1].severity.value
        return mark(kind, str(number), href=f"#finding-{number}", name=name)

    @cached_property
    def looks(self) -> Mapping[str, str]:
        """How cells look that do not look like all: by the gravest finding, as part, as blank."""
        form, notes = self.report.form, self.report.cell_notes
        numbers = zip(form.cells, form.numbers(self.report), strict=True)
        empty = [cell for cell, number in numbers if number is None and cell not in notes]
        empty += [cell for cell, note in notes.items() if not note.printed]
        parts = [o.pointer for f in self.findings for o in f.operands if not o.report]
        looks = dict.fromkeys(empty, "empty") | dict.fromkeys(parts, "part")
        for cell, findings in self.marks.items():
            severities = {self.findings[n - 1].severity for n in findings}
            looks[cell] = next(one.value for one in Severity if one in severities)
        return looks

    def note(self, pointer: str) -> str:
        """What is noted of a cell, and what it shows if it is no number."""
        note = self.report.cell_notes.get(pointer)
        if note is None:
            return ""
        is_number = note.state is CellState.NUMBER
        state = "" if is_number else Message(f"state_{note.state}").render(self.language)
        return " · ".join(filter(None, (note.note, state)))

    def _source(self, cell: Cell) -> str:
        source = self.reading.provenance.get(cell.name) if self.reading else None
        if source is None:
            return ""
        about = {"where": source.where, "printed": source.printed}
        return Message("review_source", about).render(self.language)
