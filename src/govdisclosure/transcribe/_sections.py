"""The blocks of a page → its six sections, by their headings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from attrs import Factory, define, evolve, frozen

from govdisclosure.document import Block, Document, Heading, Paragraph, Table
from govdisclosure.findings import SourceLocation
from govdisclosure.form import Label, has_words, parts
from govdisclosure.model import Report
from govdisclosure.transcribe._labels import Token, Vocabulary
from govdisclosure.transcribe._normalize import after, key, likeness, normal, numbering

SECTIONS: Mapping[str, Label] = {
    part.name: part.label for part in parts(Report) if part.label and numbering(part.label.zh)
}
"""The six sections by name, in order; the label's ordinal is the section's."""

_LONGEST_HEADING = 35
_MOST_CELLS = 3
"""A line of more cells is a row: a heading has gaps around its ordinal or page number only."""


@frozen
class Section:
    """A section as printed: its heading and what stands below it."""

    heading: Token
    blocks: tuple[Block, ...]


@frozen
class Outline:
    """What stands before the first heading, and the sections that were found.

    ``again`` is the first heading of a second report, if the page holds one.
    """

    front: tuple[Block, ...]
    sections: Mapping[str, Section]
    again: Token | None = None


def outline(page: Document) -> Outline:
    """Cut a page at its section headings; they must come in the form's order.

    Headings with nothing between them, followed by the same headings again, are a table of
    contents. ``again`` is a heading that comes again although its section was there: the
    page holds more than one report.
    """
    cut = _Cut()
    for block in chain.from_iterable(map(_cut_table, page.blocks)):
        if isinstance(block, Table):
            cut.below.append(block)
            continue
        is_row = isinstance(block, Paragraph) and len(block.cells) > _MOST_CELLS
        found = None if is_row else _heading(block.text)
        if found:
            cut.heading(found, block)
        else:
            cut.below.append(block)
    sections = {n: Section(cut.headings[n], tuple(cut.blocks[n])) for n in cut.headings}
    return Outline(tuple(cut.front), sections, cut.again)


def _cut_table(block: Block) -> Iterator[Block]:
    """A table that holds the headings of sections, cut at them; any other block is itself."""
    if not isinstance(block, Table):
        yield block
        return
    first, begun = block.where.row or 1, 0
    for n, row in enumerate(block.rows):
        texts = [cell.text for cell in row if cell.text]
        if len(texts) == 1 and _heading(texts[0]):
            if n > begun:
                yield Table(block.rows[begun:n], evolve(block.where, row=first + begun))
            yield Paragraph(texts[0], evolve(block.where, row=first + n))
            begun = n + 1
    if begun == 0:
        yield block
    elif begun < len(block.rows):
        yield Table(block.rows[begun:], evolve(block.where, row=first + begun))


@frozen
class _Heading:
    """A line that is a section's heading; ``rest`` is text that follows on the same line."""

    section: str
    rest: str
    sure: bool


@define
class _Cut:
    front: list[Block] = Factory(list)
    headings: dict[str, Token] = Factory(dict)
    blocks: dict[str, list[Block]] = Factory(dict)
    again: Token | None = None

    @property
    def below(self) -> list[Block]:
        """Where the next block belongs."""
        return self.blocks[next(reversed(self.headings))] if self.headings else self.front

    def heading(self, found: _Heading, block: Heading | Paragraph) -> None:
        """Begin a section, if its heading may come here; else the line is text."""
        order = list(SECTIONS)
        at = order.index(found.section)
        reached = max((order.index(name) for name in self.headings), default=-1)
        if at <= reached and self._is_contents():
            self._move_to_front()
            reached = -1
        if at > reached:
            self.headings[found.section] = Token(block.text, block.where)
            self.blocks[found.section] = []
            if has_words(found.rest):
                self.blocks[found.section].append(Paragraph(found.rest, block.where))
            return
        if found.sure and len(self.headings) > len(order) // 2:
            self.again = self.again or Token(block.text, block.where)
        self.below.append(block)

    def _is_contents(self) -> bool:
        """Whether the headings so far had nothing below them, the last one excepted."""
        *before, _ = self.headings
        return len(before) > 1 and not any(self.blocks[name] for name in before)

    def _move_to_front(self) -> None:
        last = next(reversed(self.headings))
        self.front += [Paragraph(t.text, t.where) for t in self.headings.values()]
        self.front += self.blocks[last]
        self.headings, self.blocks = {}, {}


def _heading(text: str) -> _Heading | None:
    """The section that a line is the heading of, if it is one."""
    if normal(text).startswith("("):
        return None
    for name, label in SECTIONS.items():
        for words in (label.zh, *label.also):
            if (rest := _behind(text, words)) is not None:
                return _Heading(name, rest, sure=True)
    word = key(text)
    if not word or len(word) > _LONGEST_HEADING:
        return None
    alike = {name: _likeness(text, word, label) for name, label in SECTIONS.items()}
    best = max(alike, key=lambda name: alike[name])
    return _Heading(best, "", sure=False) if alike[best] > 0 else None


def _behind(text: str, words: str) -> str | None:
    """What follows a heading on its own line; "" if nothing, ``None`` if it is no heading."""
    folded, start = normal(text), normal(words)
    if not folded.startswith(start):
        return None
    rest = folded[len(start) :]
    if not rest or _CONTENTS_LINE.fullmatch(rest):
        return ""
    return after(text, len(start)).lstrip(":：。 \u3000") if rest[0] in ":。" else None


_CONTENTS_LINE = re.compile(r"[.…·。\-—]*\d*|[:。]")
"""What stands behind a heading in a table of contents: dots and a page number."""


def _likeness(text: str, word: str, label: Label) -> float:
    """How alike a line and a heading are; 0 unless enough to take it for one.

    Right ordinal and similar words, or nearly the same words under any ordinal.
    """
    alike = max(likeness(word, key(words)) for words in (label.zh, *label.also))
    numbered = numbering(text) == numbering(label.zh)
    return alike if alike >= (0.6 if numbered else 0.8) else 0.0


def is_on_the_form(text: str, label: Label) -> bool:
    """Whether a heading is worded as on the form, width and spaces aside."""
    return key(text) == key(label.zh) and numbering(text) == numbering(label.zh)


def paragraphs(blocks: Sequence[Block]) -> list[Token]:
    """The prose of some blocks, a token a paragraph; a table gives its cells, row by row."""
    said: list[Token] = []
    for block in blocks:
        if isinstance(block, Table):
            rows = (" ".join(cell.text for cell in row) for row in block.rows)
            said += [Token(row.strip(), block.where) for row in rows if has_words(row)]
        elif has_words(block.text):
            said.append(Token(block.text, block.where))
    return said


def tokens(blocks: Sequence[Block]) -> list[Token]:
    """The pieces of a table section in reading order; empty cells are empty tokens."""
    found: list[Token] = []
    for number, (row, drawn, spaced) in enumerate(_rows(blocks)):
        known = number if len(row) > 1 else None
        found += [Token(_on_one_line(text), where, known, drawn, spaced) for text, where in row]
    return found


def _on_one_line(text: str) -> str:
    """A cell's lines as one; between two digits a space stays, for 12 and 34 are not 1234."""
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return re.sub(r"(?<!\d)\s*\n\s*|\s*\n\s*(?!\s*\d)", "", lines)


_Row: TypeAlias = tuple[list[tuple[str, SourceLocation]], bool, bool]
"""Its cells with their places; whether they are drawn as cells, and by gaps alone."""


def _rows(blocks: Sequence[Block]) -> Iterator[_Row]:
    """The cells of each line of text or row of a table."""
    for block in blocks:
        if isinstance(block, Paragraph):
            pieces = [(text, block.where) for text in block.pieces()]
            yield pieces, bool(block.cells), block.spaced
        elif isinstance(block, Heading):
            yield [(block.text, block.where)], False, False
        else:
            for n, (row, starts) in enumerate(zip(block.rows, _starts(block), strict=True)):
                where = evolve(block.where, row=(block.where.row or 1) + n)
                first = block.where.column or 1
                columns = [evolve(where, column=first + start) for start in starts]
                yield [(c.text, at) for c, at in zip(row, columns, strict=True)], True, False


def _starts(table: Table) -> Iterator[list[int]]:
    """The columns in which the cells of each row start, counted from 0, merged ones unfolded."""
    below: dict[int, int] = {}
    for row in table.rows:
        covered, below = below, {at: rows - 1 for at, rows in below.items() if rows > 1}
        starts: list[int] = []
        at = 0
        for cell in row:
            while at in covered:
                at += 1
            starts.append(at)
            across = min(cell.across, _WIDEST)
            if cell.down > 1:
                below.update(dict.fromkeys(range(at, at + across), cell.down - 1))
            at += across
        yield starts


_WIDEST = 100
"""Columns beyond which it does not matter what a merged cell covers."""


def with_headless_tables(found: Outline, words: Mapping[str, Vocabulary]) -> Outline:
    """The same outline with tables whose heading is missing made sections of their own.

    Such a table stands in the section before it, or in front; its first header cell (a
    band, the corner sentence) tells where it begins.
    """
    for name in SECTIONS:
        if name in words and name not in found.sections:
            found = _with_table(found, name, words[name])
    return found


def _with_table(found: Outline, name: str, words: Vocabulary) -> Outline:
    order = list(SECTIONS)
    before = [n for n in order[: order.index(name)] if n in found.sections]
    blocks = found.sections[before[-1]].blocks if before else found.front
    start = next((i for i, block in enumerate(blocks) if _begins_table(block, words)), None)
    if start is None:
        return found
    table = Section(Token("", blocks[start].where), blocks[start:])
    if not before:
        return evolve(found, front=blocks[:start], sections={name: table, **found.sections})
    home = evolve(found.sections[before[-1]], blocks=blocks[:start])
    sections = {**found.sections, before[-1]: home, name: table}
    return evolve(found, sections={n: sections[n] for n in order if n in sections})


def _begins_table(block: Block, words: Vocabulary) -> bool:
    return any(words.is_header(token.text) for token in tokens([block])[:_FIRST_CELLS])


_FIRST_CELLS = 3
"""A table begins with its header; further cells of a row are not looked at."""
