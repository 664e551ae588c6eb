"""The blocks of a document → its six sections, by their headings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, takewhile
from operator import itemgetter

from attrs import Factory, define, evolve, frozen

from govdisclosure.document import Block, Document, Heading, Paragraph, Table
from govdisclosure.form import Label, has_words, parts
from govdisclosure.model import Report
from govdisclosure.transcribe._labels import Labels
from govdisclosure.transcribe._normalize import after, key, likeness, normalize, numbering
from govdisclosure.transcribe._tokens import Token, paragraphs, tokens

SECTIONS: Mapping[str, Label] = {
    part.name: part.label for part in parts(Report) if numbering(part.label.zh)
}
"""The six sections by name, in order; the label's ordinal is the section's."""

_ORDER = list(SECTIONS)
_WORDINGS = [(n, words) for n, label in SECTIONS.items() for words in (label.zh, *label.also)]

_LONGEST_HEADING = 35
_MOST_CELLS = 3
"""A line of more cells is a row: a heading has gaps around its ordinal or page number only."""


@define
class Section:
    """A section as printed: its heading and what stands below it."""

    heading: Token
    blocks: list[Block]


@define
class Sections:
    """What stands before the first heading, and the sections of a document by their names.

    ``second_report`` is the first heading of a second report, if the document holds one;
    ``copy`` is that of the same report, word for word, which was left out.
    """

    front: list[Block] = Factory(list)
    by_name: dict[str, Section] = Factory(dict)
    second_report: Token | None = None
    copy: Token | None = None

    def heading(self, name: str) -> str:
        """The heading of a section as printed; "" where it has none or is not there."""
        section = self.by_name.get(name)
        return section.heading.text if section else ""

    def paragraphs(self, name: str) -> list[Token]:
        """The prose of a section, if it is there."""
        return paragraphs(self.by_name[name].blocks) if name in self.by_name else []


def split_sections(document: Document, labels: Mapping[str, Labels]) -> Sections:
    """Cut a document at its section headings; they must come in the form's order.

    A table whose heading is missing is found by its ``labels``.

    Headings with nothing between them, followed by the same headings again, are a table of
    contents; one that stands there twice is one. A heading that comes again although its section
    was there says that the document holds more than one report, if not the same one twice.
    """
    blocks = [*chain.from_iterable(map(_split_table, document.blocks))]
    sections = _cut(blocks)
    if (again := sections.second_report) and (left := _without_copy(blocks, again)):
        sections = _cut(left)
        sections.copy = again
    _part_headless_tables(sections, labels)
    return sections


def _cut(blocks: Sequence[Block]) -> Sections:
    sections = Sections()
    for block in blocks:
        is_row = isinstance(block, Paragraph) and len(block.cells) > _MOST_CELLS
        if isinstance(block, Table) or is_row or not (heading := _heading(block.text)):
            _last(sections).append(block)
        else:
            _begin(sections, heading, block)
    return sections


def _without_copy(blocks: Sequence[Block], again: Token) -> list[Block] | None:
    """The blocks without a report that says what the one before it says; ``None`` if none does.

    ``again`` is the heading that it begins with. What stands between the two has to stand in front
    of the first as well, as a title does.
    """
    words = [_words(block) for block in blocks]
    heading = (normalize(again.text),)
    first = words.index(heading)
    if heading not in words[first + 1 :]:
        return None
    start = words.index(heading, first + 1)
    pairs = zip(words[first:start], words[start:], strict=False)
    length = len([*takewhile(lambda pair: pair[0] == pair[1], pairs)])
    between = words[first + length : start]
    if not {*between} <= {*words[:first]}:
        return None
    return [*blocks[: first + length], *blocks[start + length :]]


def _words(block: Block) -> tuple[str, ...]:
    cells = chain.from_iterable(block.rows) if isinstance(block, Table) else (block,)
    return tuple(normalize(cell.text) for cell in cells)


def _split_table(block: Block) -> Iterator[Block]:
    """A table that holds the headings of sections, cut at them; any other block is itself."""
    if not isinstance(block, Table):
        yield block
        return
    first, start = block.where.row or 1, 0
    for n, row in enumerate(block.rows):
        texts = [cell.text for cell in row if cell.text]
        if len(texts) == 1 and _heading(texts[0]):
            if n > start:
                yield Table(block.rows[start:n], evolve(block.where, row=first + start))
            yield Paragraph(texts[0], evolve(block.where, row=first + n))
            start = n + 1
    if start == 0:
        yield block
    elif start < len(block.rows):
        yield Table(block.rows[start:], evolve(block.where, row=first + start))


@frozen
class _Heading:
    """A line that is a section's heading; ``rest`` is text that follows on the same line."""

    section: str
    rest: str
    is_exact: bool


def _last(sections: Sections) -> list[Block]:
    """Where the next block belongs: below the last heading so far, or in front of all."""
    return [sections.front, *(section.blocks for section in sections.by_name.values())][-1]


def _begin(sections: Sections, heading: _Heading, line: Heading | Paragraph) -> None:
    """Begin a section, if its heading may come here; else the line is text."""
    printed = Token(line.text, line.where)
    comes_later = _ORDER[_ORDER.index(heading.section) :]
    if not sections.by_name.keys().isdisjoint(comes_later) and _are_contents(sections):
        headings = [section.heading for section in sections.by_name.values()]
        below = _last(sections)
        sections.front += [*(Paragraph(t.text, t.where) for t in headings), *below]
        sections.by_name = {}
    is_again = [*sections.by_name][-1:] == [heading.section] and not _last(sections)
    if is_again and heading.is_exact and not heading.rest:
        return  # the name of a sheet, say, and the heading in it
    if sections.by_name.keys().isdisjoint(comes_later):
        sections.by_name[heading.section] = Section(printed, [])
        if has_words(heading.rest):
            _last(sections).append(Paragraph(heading.rest, line.where))
        return
    if heading.is_exact and len(sections.by_name) > len(_ORDER) // 2:
        sections.second_report = sections.second_report or printed
    _last(sections).append(line)


def _are_contents(sections: Sections) -> bool:
    """Whether the headings so far had nothing below them, the last one excepted."""
    *before, _ = sections.by_name.values()
    return len(before) > 1 and not any(section.blocks for section in before)


def _heading(text: str) -> _Heading | None:
    """The section that a line is the heading of, if it is one."""
    line = normalize(text)
    if line.startswith("("):
        return None
    for name, words in _WORDINGS:
        start = normalize(words)
        if line.startswith(start) and (rest := _behind(text, line, len(start))) is not None:
            return _Heading(name, rest, is_exact=True)
    word = key(text)
    if not word or len(word) > _LONGEST_HEADING:
        return None
    scores = ((_likeness(text, word, words), name) for name, words in _WORDINGS)
    score, best = max(scores, key=itemgetter(0))
    return _Heading(best, "", is_exact=False) if score > 0 else None


def _behind(text: str, line: str, start: int) -> str | None:
    """What follows a heading on its own line; "" if nothing, ``None`` if it is no heading."""
    rest = line[start:]
    if not rest or _CONTENTS_LINE.fullmatch(rest):
        return ""
    return after(text, start).lstrip(":：。 \u3000") if rest[0] in ":。" else None


_CONTENTS_LINE = re.compile(r"[.…·。\-—]*\d*|[:。]")
"""What stands behind a heading in a table of contents: dots and a page number."""


def _likeness(text: str, word: str, heading: str) -> float:
    """How alike a line and a heading are; 0 unless enough to take it for one.

    Right ordinal and similar words, or nearly the same words under any ordinal.
    """
    score = likeness(word, key(heading))
    return score if score >= 0.8 or (score and numbering(text) == numbering(heading)) else 0.0


def is_on_the_form(text: str, label: Label) -> bool:
    """Whether a heading is worded as on the form, width and spaces aside."""
    return key(text) == key(label.zh) and numbering(text) == numbering(label.zh)


def _part_headless_tables(sections: Sections, labels: Mapping[str, Labels]) -> None:
    """Make tables whose heading is missing sections of their own.

    Such a table stands in the section before it, or in front; its first header cell (a
    band, the corner sentence) tells where it begins.
    """
    blocks = sections.front
    for name in SECTIONS:
        if name in sections.by_name:
            blocks = sections.by_name[name].blocks
        elif name in labels:
            starts = (i for i, block in enumerate(blocks) if _begins_table(block, labels[name]))
            if (start := next(starts, None)) is not None:
                table = Section(Token("", blocks[start].where), blocks[start:])
                del blocks[start:]
                sections.by_name[name], blocks = table, table.blocks


def _begins_table(block: Block, labels: Labels) -> bool:
    return any(labels.is_header(token.text) for token in tokens([block])[:_FIRST_CELLS])


_FIRST_CELLS = 3
"""A table begins with its header; further cells of a row are not looked at."""
