"""The form as it is drawn: its headings and tables, with words in one language or in two."""

import re
from collections.abc import Iterator, Sequence

from govdisclosure.document import Cell, Table
from govdisclosure.document.markup import Draw, marked_up, plain, table_rows
from govdisclosure.i18n import CHINESE, Language, Text
from govdisclosure.model import AnyReport
from govdisclosure.transcribe import lay_out_table

_JOINTS = re.compile("(?<=.)(?=政府信息公开|申请情况|行政诉讼)")
_SYLLABLES = re.compile(
    "(?<=Commer)(?=cial)|(?<=organi)(?=zations)|(?<=insti)(?=tutions)|(?<=enter)(?=prises)"
    "|(?<=Cor)(?=rected)|(?<=dmini)(?=strative)|(?<=reconsid)(?=eration)"
)
"""Where words of headings and long words of headers may be parted."""

_DIGITS = re.compile(r"[\d.,-]+")
_ROOM = ((15, 4), (7, 5), (0, 9))
"""How many digits fit on a telephone, by the number of columns."""


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
    groups = {id(cell) for cell in _outer_groups(block)}

    def draw_any(cell: Cell) -> tuple[str, str]:
        if cell.label is None:
            return draw(cell)
        look = ' class="v"' if id(cell) in groups else ""
        return look, label_markup(cell.label, languages) if cell.text else ""

    caption = marked_up(report.form[name].label.render(languages[0]))
    columns = [*_columns(block)]
    look, is_wide = _look(block, columns.count("n"))
    grid = "".join(f'<col class="{kind}">' for kind in columns)
    two = " two" if len(languages) > 1 else ""
    markup = (
        f'<table class="{look}{two}"><caption class="hidden">{caption}</caption>\n'
        f"<colgroup>{grid}</colgroup>\n{table_rows(block, draw_any)}\n</table>"
    )
    return f'<div class="scroll" tabindex="0">{markup}</div>' if is_wide else markup


def _outer_groups(block: Table) -> Iterator[Cell]:
    """The labels at the very left that stand beside several rows of numbers."""
    for row, (start, *_) in zip(block.rows, block.starts(), strict=True):
        if start == 0 and row[0].label and row[0].down > 1 and row[-1].label is None:
            yield row[0]


def _columns(block: Table) -> Iterator[str]:
    """Of each column of the grid: whether it has group labels, labels of rows, or numbers."""
    ends = [
        (start, start + cell.across, cell)
        for row, starts in zip(block.rows, block.starts(), strict=True)
        for start, cell in zip(starts, row, strict=True)
    ]
    labels = min(start for start, _, cell in ends if cell.label is None)
    yield from ["g"] * (labels - 1) + ["l"] * min(labels, 1)
    yield from ["n"] * (max(end for _, end, _ in ends) - labels)


def _look(block: Table, columns: int) -> tuple[str, bool]:
    """The classes of a table, and whether its numbers are wider than a telephone."""
    texts = [cell.text for row in block.rows for cell in row if cell.label is None]
    digits = max((len(run) for text in texts for run in _DIGITS.findall(text)), default=0)
    room = next(room for least, room in _ROOM if columns >= least)
    longer = " d5" if columns == 7 and digits == 5 else ""
    return f"drawn n{columns}{longer}", digits > room


def _words(label: Text, language: Language) -> str:
    return _SYLLABLES.sub("&shy;", marked_up(label.render(language)))
