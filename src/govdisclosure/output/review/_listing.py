"""The lists of a review: findings in a line at the top, in full beside their table; notes."""

from collections import Counter
from collections.abc import Sequence
from html import escape

from govdisclosure.document.markup import marked_up
from govdisclosure.findings import Finding, Operand
from govdisclosure.form import CellState, tokens
from govdisclosure.i18n import Message
from govdisclosure.output.review._marks import Shown


def short_list(shown: Shown) -> str:
    """Every finding in a line that leads to its cell."""
    items = "\n".join(
        f'<li class="{finding.severity.value}">{_word(shown, finding)} '
        f"{_cell(shown, finding)} "
        f'<a href="#finding-{number}">{shown.words("review_more", number=number)}</a></li>'
        for number, finding in enumerate(shown.findings, 1)
    )
    return f'<ol class="findings">\n{items}\n</ol>'


def full_list(shown: Shown, section: str) -> str:
    """The findings of one section with their sums; those of the whole report for ``""``."""
    items = [
        _item(shown, number, finding)
        for number, finding in enumerate(shown.findings, 1)
        if next(iter(tokens(finding.pointer)), "") == section
    ]
    return _listed(shown, "findings", items)


def note_list(shown: Shown, section: str) -> str:
    """What no cell of a section shows by itself: notes, texts that are no number, what lacks.

    Dashes and other marks for nothing stand in their cells, and an empty cell is hatched.
    """
    items = []
    lacking: Counter[str] = Counter()
    for pointer, note in shown.report.cell_notes.items():
        if next(iter(tokens(pointer)), "") != section:
            continue
        where = shown.report.form.location(pointer)
        beside = note.note is not None and note.note not in note.printed
        if note.state is CellState.ABSENT:
            lacking[where.row_words(shown.language)] += 1
        elif beside or note.state is CellState.UNREADABLE:
            printed = shown.words("review_printed", printed=note.printed)
            said = marked_up(shown.note(pointer))
            items.append(
                f"<li>{_link(pointer, where.render(shown.language))} {printed} {said}</li>"
            )
    for row, count in lacking.items():
        items.append(f"<li>{shown.words('review_absent', row=row, count=count)}</li>")
    return _listed(shown, "notes", items)


def _listed(shown: Shown, kind: str, items: Sequence[str]) -> str:
    """A list in the language of the reader; the form around it is Chinese."""
    lines = "\n".join(items)
    whole = f'<ul class="{kind}" lang="{shown.language.tag}">\n{lines}\n</ul>'
    return whole if items else ""


def _item(shown: Shown, number: int, finding: Finding) -> str:
    lines = [
        f"<p>{_word(shown, finding)} {shown.words('review_mark', number=number)} "
        f"<code>{marked_up(finding.rule_id)}</code> {marked_up(_rule_title(shown, finding))}</p>",
        f"<p>{_cell(shown, finding)}</p>",
        f"<p>{marked_up(finding.message.render(shown.language))}</p>",
    ]
    if finding.explanation:
        lines.append(f"<p>{marked_up(finding.explanation.render(shown.language))}</p>")
    if located := shown.diagnosis.located(finding):
        lines.append(f"<p>{marked_up(located.render(shown.language))}</p>")
    if finding.caused_by:
        causes = [n for n, f in enumerate(shown.findings, 1) if f.fingerprint in finding.caused_by]
        links = " ".join(f'<a href="#finding-{n}">{n}</a>' for n in causes)
        lines.append(f"<p>{shown.words('follows')} {links}</p>")
    cells = [o for o in finding.operands if not o.report and o.value != 0]
    if cells:
        links = shown.language.comma.join(_link(o.pointer, _operand(shown, o)) for o in cells)
        lines.append(f"<p>{shown.words('review_cells')} {links}</p>")
    body = "\n".join(lines)
    return f'<li id="finding-{number}" class="{finding.severity.value}">\n{body}\n</li>'


def _word(shown: Shown, finding: Finding) -> str:
    return f"<strong>{shown.words(finding.severity.value)}</strong>"


def _rule_title(shown: Shown, finding: Finding) -> str:
    rules = (result.rule for result in shown.checked.results)  # somebody's own among them
    return next(r.title.render(shown.language) for r in rules if r.id == finding.rule_id)


def _cell(shown: Shown, finding: Finding) -> str:
    """The place of a finding, leading to its first cell."""
    words = finding.place.render(shown.language)
    cells = shown.cells_of(finding)
    return _link(cells[0], words) if cells else marked_up(words)


def _link(pointer: str, words: str) -> str:
    return f'<a href="#{escape(pointer)}">{marked_up(words)}</a>'


def _operand(shown: Shown, operand: Operand) -> str:
    place = operand.place
    names = [*(label.render(shown.language) for label in place.row[-1:])]
    names += [place.column.render(shown.language)] if place.column else []
    blank = Message("review_blank").render(shown.language)
    return " ".join([*names, blank if operand.value is None else str(operand.value)])
