"""The form as it is drawn: its headings and tables, with words in one language or in two."""

import re
from collections.abc import Iterator, Sequence
from itertools import repeat

from govdisclosure.document import Cell, Table
from govdisclosure.document.markup import Draw, marked_up, plain, table_rows
from govdisclosure.i18n import CHINESE, Language, Text
from govdisclosure.model import AnyReport
from govdisclosure.transcribe import lay_out_table

_JOINTS = re.compile("(?<=.)(?=政府信息公开|申请情况|行政诉讼)")
_SYLLABLES = re.compile(
    "(?<=Com)(?=mer)|(?<=mer)(?=cial)|(?<=organi)(?=zations)|(?<=insti)(?=tutions)"
    "|(?<=enter)(?=prises)|(?<=Re)(?=search)|(?<=Cor)(?=rected)|(?<=Pend)(?=ing)|(?<=Up)(?=held)"
    "|(?<=dmini)(?=strative)|(?<=reconsid)(?=eration)|(?<=supple)(?=mented)"
)
"""Where words of headings and long words of headers may be parted."""

_NUMBER = re.compile(r"[\d.,-]+")
_ROOM = ((15, 4), (7, 5), (0, 9))
"""How many digits fit on a telephone, by the least number of columns."""

_LONG = 5
"""Digits for which columns are wider and figures smaller there."""


def label_markup(label: Text, languages: Sequence[Language] = (CHINESE,)) -> str:
    """A label in the first language, small below it in the others.

    >>> from govdisclosure.i18n import ENGLISH
    >>> label_markup(Text("总计", "Total"), (ENGLISH, CHINESE))
    '<span>Total<small lang="zh-CN">总计</small></span>'
    """
    first, *others = languages
    small = "".join(f'<small lang="{one.tag}">{_words(label, one)}</small>' for one in others)
    return f"<span>{_words(label, first)}{small}</span>"


def draw_heading(label: Text, languages: Sequence[Language] = (CHINESE,)) -> str:
    """The heading of a section of the form; it breaks between words, not within them."""
    return f"<h2>{_JOINTS.sub('<wbr>', label_markup(label, languages))}</h2>"


def draw_table(
    report: AnyReport, name: str, draw: Draw = plain, languages: Sequence[Language] = (CHINESE,)
) -> str:
    """The table of a section of a report; "" where the source had none of its rows.

    It scrolls by itself where its numbers are wider than a telephone.
    ``draw`` gives the further attributes and the markup of a cell with a number.

    >>> from govdisclosure.model import EDITION_2021
    >>> html = draw_table(EDITION_2021.blank(number=0), "review_and_litigation")
    >>> html.count("<th "), html.count("<td>0</td>")
    (19, 15)
    """
    block = lay_out_table(report, name)
    if block is None:
        return ""
    labels, numbers = _columns(block)
    groups = dict(_groups(block, labels))

    def draw_any(cell: Cell) -> tuple[str, str]:
        if cell.label is None:
            return draw(cell)
        return groups.get(id(cell), ""), label_markup(cell.label, languages) if cell.text else ""

    caption = marked_up(report.form[name].label.render(languages[0]))
    grid = "".join(f'<col class="{kind}">' for kind in _kinds(labels, numbers))
    digits = _digits(block)
    look = f"n{numbers}" + " d5" * (digits == _LONG) + " two" * (len(languages) > 1)
    markup = (
        f'<table class="drawn {look}"><caption class="hidden">{caption}</caption>\n'
        f"<colgroup>{grid}</colgroup>\n{table_rows(block, draw_any)}\n</table>"
    )
    if digits <= next(room for columns, room in _ROOM if numbers >= columns):
        return markup
    more = f'role="region" tabindex="0" aria-label="{caption}" style="--n:{numbers};--d:{digits}"'
    return f'<div class="scroll" {more}>{markup}</div>'


def _cells(block: Table) -> Iterator[tuple[int, Cell, tuple[Cell, ...]]]:
    """Every cell with the column of the grid where it starts, and its row."""
    for row, starts in zip(block.rows, block.starts(), strict=True):
        yield from zip(starts, row, repeat(row))


def _columns(block: Table) -> tuple[int, int]:
    """How many columns of the grid have labels of rows, and how many have numbers."""
    labels = min(start for start, cell, _ in _cells(block) if cell.label is None)
    return labels, max(start + cell.across for start, cell, _ in _cells(block)) - labels


def _groups(block: Table, labels: int) -> Iterator[tuple[int, str]]:
    """The class of each label that stands before others; the one at the very left is upright."""
    for start, cell, row in _cells(block):
        if cell.label and row[-1].label is None and start + cell.across < labels:
            yield id(cell), f' class="{"g" if start else "v"}"'


def _kinds(labels: int, numbers: int) -> Iterator[str]:
    """Of each column: whether it has group labels, labels of rows, or numbers."""
    yield from ["g"] * (labels - 1) + ["l"] * min(labels, 1) + ["n"] * numbers


def _digits(block: Table) -> int:
    """The digits of the longest number, with what stands between them."""
    texts = [cell.text for row in block.rows for cell in row if cell.label is None]
    return max((len(run) for text in texts for run in _NUMBER.findall(text)), default=0)


def _words(label: Text, language: Language) -> str:
    return _SYLLABLES.sub("&shy;", marked_up(label.render(language)))
