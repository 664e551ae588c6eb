"""The numbers in a report's prose that say what a cell of its tables says."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen

from govdisclosure.document.markup import marked_up
from govdisclosure.form import TOTAL, Form, FormRow, at, pointer
from govdisclosure.model import AnyReport

_NUMBER = re.compile(r"(?<![\d.,，])(\d{1,15})(?=\s*[件个项条次])")
_CLAUSE = re.compile(r"[。；;！!？?]")
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九]、|（[一二三四五六七八九]）|\d\.)|（.*）$")
_SPOKEN: Mapping[str, tuple[str, ...]] = {
    "/requests/received": ("新收", "收到"),
    "/requests/carried_in": ("上年结转", "上年度结转"),
    "/requests/carried_out": ("结转下年", "结转下年度", "结转至下年"),
}
"""How prose speaks of rows whose label is too long to be said."""


@frozen
class Spoken:
    """A number in a paragraph, from ``start`` to ``end``, and the cell that it agrees with."""

    start: int
    end: int
    pointer: str


def spoken(report: AnyReport, paragraph: str) -> Iterator[Spoken]:
    """The numbers of a paragraph that follow the words of a row and equal its total.

    A number that differs is not linked: it may speak of something else.

    >>> from govdisclosure.model import EDITION_2021
    >>> report = EDITION_2021.blank(number=0).replace({"/requests/received/total": 30})
    >>> [(s.start, s.pointer) for s in spoken(report, "全年收到申请30件，收到来信41件。")]
    [(6, '/requests/received/total')]
    """
    totals = _totals(report.form)
    for found in _NUMBER.finditer(paragraph):
        before = _CLAUSE.split(paragraph[: found.start()])[-1]
        said = max(totals, key=before.rfind)
        if said in before and at(report, totals[said]) == int(found.group()):
            yield Spoken(found.start(), found.end(), totals[said])


def linked(report: AnyReport, paragraph: str) -> str:
    """A paragraph as markup, its numbers linked to the cells that say the same."""
    markup, done = "", 0
    for number in spoken(report, paragraph):
        markup += marked_up(paragraph[done : number.start])
        words = marked_up(paragraph[number.start : number.end])
        markup += f'<a href="#{number.pointer}">{words}</a>'
        done = number.end
    return markup + marked_up(paragraph[done:])


@cache
def _totals(form: Form) -> Mapping[str, str]:
    """The words that stand for a row, and the cell that is all of it."""
    words: dict[str, str] = {}
    for address, row in form.rows.items():
        if cell := _whole(address, row):
            core = _ORDINAL.sub("", row.labels[-1].zh)
            words |= dict.fromkeys(_SPOKEN.get(address, (core,)), cell)
    return words


def _whole(address: str, row: FormRow) -> str | None:
    """The cell of a row that says all of it: its total, or its only one."""
    names = [column.name for column in row.columns]
    if TOTAL in names:
        return address + pointer(TOTAL)
    return address + pointer(names[0]) if len(names) == 1 else None
