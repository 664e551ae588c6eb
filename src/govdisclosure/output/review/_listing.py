"""The lists of a review: findings in a line at the top, in full beside their table; notes."""

from collections import Counter
from collections.abc import Sequence
from html import escape

from govdisclosure.document.markup import marked_up
from govdisclosure.findings import Finding, Operand
from govdisclosure.form import CellState, tokens
from govdisclosure.i18n import Message
from govdisclosure.output.review._marks import ReviewContext


def short_list(context: ReviewContext) -> str:
    """Every finding in a line that leads to its cell."""
    items = "\n".join(
        f'<li class="{finding.severity.value}">{_word(context, finding)} '
        f"{_cell(context, finding)} "
        f'<a href="#finding-{number}">{context.words("review_more", number=number)}</a></li>'
        for number, finding in enumerate(context.findings, 1)
    )
    return f'<ol class="findings">\n{items}\n</ol>'


def full_list(context: ReviewContext, section: str) -> str:
    """The findings of one section with their sums; those of the whole report for ``""``."""
    items = [
        _item(context, number, finding)
        for number, finding in enumerate(context.findings, 1)
        if next(iter(tokens(finding.pointer)), "") == section
    ]
    return _list("findings", items)


def note_list(context: ReviewContext, section: str) -> str:
    """What no cell of a section shows by itself: notes, texts that are no number, what lacks.

    Dashes and other marks for nothing stand in their cells, and an empty cell is hatched.
    """
    items = []
    missing: Counter[str] = Counter()
    for pointer, note in context.report.cell_notes.items():
        if next(iter(tokens(pointer)), "") != section:
            continue
        location = context.report.form.location(pointer)
        beside = note.note is not None and note.note not in note.printed
        if note.state is CellState.ABSENT:
            missing[location.row_words(context.language)] += 1
        elif beside or note.state is CellState.UNREADABLE:
            printed = context.words("review_printed", printed=note.printed)
            words = marked_up(context.note(pointer))
            link = _link(pointer, location.render(context.language))
            items.append(f"<li>{link} {printed} {words}</li>")
    for row, count in missing.items():
        items.append(f"<li>{context.words('review_absent', row=row, count=count)}</li>")
    return _list("notes", items)


def _list(kind: str, items: Sequence[str]) -> str:
    lines = "\n".join(items)
    return f'<ul class="{kind}">\n{lines}\n</ul>' if items else ""


def _item(context: ReviewContext, number: int, finding: Finding) -> str:
    rules = (result.rule for result in context.result.results)  # somebody's own among them
    title = next((rule.title for rule in rules if rule.id == finding.rule_id), None)
    repair = context.diagnosis.likeliest_repair(finding)
    lines = [
        f"<p>{_word(context, finding)} {context.words('review_mark', number=number)} "
        f"<code>{marked_up(finding.rule_id)}</code> {context.say(title) if title else ''}</p>",
        f"<p>{_cell(context, finding)}</p>",
    ]
    words = (finding.message, finding.explanation, repair)
    lines += [f"<p>{context.say(one)}</p>" for one in words if one]
    if finding.caused_by:
        causes = [
            n for n, f in enumerate(context.findings, 1) if f.fingerprint in finding.caused_by
        ]
        links = " ".join(f'<a href="#finding-{n}">{n}</a>' for n in causes)
        lines.append(f"<p>{context.words('follows')} {links}</p>")
    cells = [o for o in finding.operands if not o.report and o.value != 0]
    if cells:
        links = context.language.comma.join(_link(o.pointer, _operand(context, o)) for o in cells)
        lines.append(f"<p>{context.words('review_cells')} {links}</p>")
    body = "\n".join(lines)
    return f'<li id="finding-{number}" class="{finding.severity.value}">\n{body}\n</li>'


def _word(context: ReviewContext, finding: Finding) -> str:
    return f"<strong>{context.words(finding.severity.value)}</strong>"


def _cell(context: ReviewContext, finding: Finding) -> str:
    """The place of a finding, leading to its first cell."""
    words = finding.place.render(context.language)
    cells = context.cells_of(finding)
    return _link(cells[0], words) if cells else marked_up(words)


def _link(pointer: str, words: str) -> str:
    return f'<a href="#{escape(pointer)}">{marked_up(words)}</a>'


def _operand(context: ReviewContext, operand: Operand) -> str:
    labels = filter(None, (*operand.place.row[-1:], operand.place.column))
    names = [label.render(context.language) for label in labels]
    blank = Message("review_blank").render(context.language)
    return " ".join([*names, blank if operand.value is None else str(operand.value)])
