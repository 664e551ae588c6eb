"""The blocks of a page → its six sections, by their headings."""

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from govdisclosure.form import Label
from govdisclosure.json_shape import WORDS
from govdisclosure.layout import parts
from govdisclosure.model.report import Report
from govdisclosure.page import Block, Heading, Page, Paragraph, Table, Where
from govdisclosure.transcribe.vocabulary import Token
from govdisclosure.transcribe.words import key, likeness, normal, numbering

SECTIONS: Mapping[str, Label] = {
    part.name: part.label for part in parts(Report) if part.label and numbering(part.label.zh)
}
"""The six sections by name, in order; the label's ordinal is the section's."""

_LONGEST_HEADING = 35


@frozen
class Section:
    """A section as printed: its heading and what stands below it."""

    heading: Token
    blocks: tuple[Block, ...]


@frozen
class Outline:
    """What stands before the first heading, and the sections that were found."""

    front: tuple[Block, ...]
    sections: Mapping[str, Section]


def outline(page: Page) -> Outline:
    """Cut a page at its section headings; they must come in the form's order."""
    front: list[Block] = []
    below = front
    headings: dict[str, Token] = {}
    blocks: dict[str, list[Block]] = {}
    rest = list(SECTIONS)
    for block in page.blocks:
        name = None if isinstance(block, Table) else _section(block.text, rest)
        if name and not isinstance(block, Table):
            headings[name] = Token(block.text, block.where)
            below = blocks[name] = []
            rest = rest[rest.index(name) + 1 :]
        else:
            below.append(block)
    return Outline(tuple(front), {n: Section(headings[n], tuple(blocks[n])) for n in headings})


def _section(text: str, names: Sequence[str]) -> str | None:
    """The section that a line is the heading of, if it is one."""
    word = key(text)
    if not word or len(word) > _LONGEST_HEADING or normal(text).startswith("("):
        return None
    return next((name for name in names if _is_heading(text, word, SECTIONS[name])), None)


def _is_heading(text: str, word: str, label: Label) -> bool:
    """Right ordinal and similar words, or nearly the same words under any ordinal."""
    alike = max(likeness(word, key(words)) for words in (label.zh, *label.also))
    numbered = numbering(text) == numbering(label.zh)
    return alike >= (0.6 if numbered else 0.8)


def is_on_the_form(text: str, label: Label) -> bool:
    """Whether a heading is worded as on the form, width and spaces aside."""
    return key(text) == key(label.zh) and numbering(text) == numbering(label.zh)


def paragraphs(blocks: Sequence[Block]) -> list[Token]:
    """The prose of some blocks, a token a paragraph; a table gives its cells, row by row."""
    said: list[Token] = []
    for block in blocks:
        if isinstance(block, Table):
            rows = (" ".join(cell.text for cell in row) for row in block.rows)
            said += [Token(row.strip(), block.where) for row in rows if WORDS.accepts(row)]
        elif WORDS.accepts(block.text):
            said.append(Token(block.text, block.where))
    return said


def tokens(blocks: Sequence[Block]) -> list[Token]:
    """The pieces of a table section in reading order; empty cells are empty tokens."""
    found: list[Token] = []
    for number, (row, where) in enumerate(_rows(blocks)):
        known = number if len(row) > 1 else None
        found += [Token(re.sub(r"\s*\n\s*", "", text), where, known) for text in row]
    return found


def _rows(blocks: Sequence[Block]) -> Iterator[tuple[Sequence[str], Where]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.pieces(), block.where
        elif isinstance(block, Heading):
            yield (block.text,), block.where
        else:
            for n, row in enumerate(block.rows, 1):
                yield [cell.text for cell in row], evolve(block.where, row=n)
