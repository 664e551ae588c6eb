"""The numbers in a report's prose that say what a cell of its tables says."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen

from govdisclosure.document.markup import marked_up
from govdisclosure.form import TOTAL, Form, at, pointer
from govdisclosure.model import AnyReport

_NUMBER = re.compile(r"(?<![\d.,，])(\d{1,15})(?=\s*[件个项条次])")
_CLAUSE = re.compile(r"[。；;！!？?]")
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九]、|（[一二三四五六七八九]）|\d\.)|（.*）$")
_SHORT_NAMES: Mapping[str, tuple[str, ...]] = {
    "/requests/received": ("新收", "收到"),
    "/requests/carried_in": ("上年结转", "上年度结转"),
    "/requests/carried_out": ("结转下年", "结转下年度", "结转至下年"),
}
"""How prose speaks of rows whose label is too long to be said."""


@frozen
class Mention:
    """A number in a paragraph, from ``start`` to ``end``, and the cell that it agrees with."""

    start: int
    end: int
    pointer: str


def mentions(report: AnyReport, paragraph: str) -> Iterator[Mention]:
    """The numbers of a paragraph that follow the words of a row and equal its total.

    A number that differs is not linked: it may speak of something else.

    >>> from govdisclosure.model import EDITION_2021
    >>> report = EDITION_2021.blank(number=0).replace({"/requests/received/total": 30})
    >>> [(m.start, m.pointer) for m in mentions(report, "全年收到申请30件，收到来信41件。")]
    [(6, '/requests/received/total')]
    """
    totals = _totals(report.form)
    for number in _NUMBER.finditer(paragraph):
        before = _CLAUSE.split(paragraph[: number.start()])[-1]
        words = max(totals, key=before.rfind)
        if words in before and at(report, totals[words]) == int(number.group()):
            yield Mention(number.start(), number.end(), totals[words])


def link_numbers(report: AnyReport, paragraph: str) -> str:
    """A paragraph as markup, its numbers linked to the cells that say the same."""
    markup, end = "", 0
    for mention in mentions(report, paragraph):
        markup += marked_up(paragraph[end : mention.start])
        number = marked_up(paragraph[mention.start : mention.end])
        markup += f'<a href="#{mention.pointer}">{number}</a>'
        end = mention.end
    return markup + marked_up(paragraph[end:])


@cache
def _totals(form: Form) -> Mapping[str, str]:
    """The words that stand for a row, and the cell that is all of it: its total or only one."""
    words: dict[str, str] = {}
    for address, row in form.rows.items():
        names = [column.name for column in row.columns]
        if TOTAL in names or len(names) == 1:
            cell = address + pointer(TOTAL if TOTAL in names else names[0])
            core = _ORDINAL.sub("", row.labels[-1].zh)
            words |= dict.fromkeys(_SHORT_NAMES.get(address, (core,)), cell)
    return words
