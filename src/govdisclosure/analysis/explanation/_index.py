"""Every place of the form with its words and numbers, to be found by."""

import re
from collections.abc import Collection, Mapping
from functools import cache

from attrs import frozen

from govdisclosure.form import Form, Label, pointer, tokens
from govdisclosure.form.meanings import Place, places
from govdisclosure.i18n import Text
from govdisclosure.model import EDITIONS, AnyEdition
from govdisclosure.rules import RULES
from govdisclosure.rules.engine import bind


@frozen(eq=False)
class Entry:
    """A place on the form of an edition: where it is first, and what is printed there.

    ``labels`` are those of what it stands in, outermost first, and last its own.
    """

    meaning: Place
    edition: AnyEdition
    address: str
    labels: tuple[Text, ...]

    @property
    def addresses(self) -> set[str]:
        """Every pointer that leads there."""
        cells = self.edition.form.cells
        known = (
            cells if self.meaning.kind == "column" else {a for c in cells for a in with_above(c)}
        )
        return {one for one in (*known, *self.meaning.at) if self.meaning.is_at(one)}

    @property
    def words(self) -> set[str]:
        """What somebody may call it, as :func:`plain` has it."""
        own = self.labels[-1]
        also = own.also if isinstance(own, Label) else ()
        return {plain(words) for words in (own.zh, own.en, *also)} - {""}

    @property
    def numbers(self) -> tuple[str, ...]:
        """What stands before its labels, outermost first: ``三、``, ``（三）``, ``1.``."""
        if self.meaning.kind not in ("row", "group", "section"):
            return ()
        return tuple(number for label in self.labels for number in numbers_in(_before(label.zh)))


_DIGITS = {digit: str(i) for i, digit in enumerate("一二三四五六七八九十", 1)}
_ANY = rf"[{''.join(_DIGITS)}\d]+"
_BEFORE = re.compile(rf"(?:[（(]{_ANY}[）)]|{_ANY}[、.．])\s*")
_NUMBER = re.compile(rf"[（(]{_ANY}[）)]|[{''.join(_DIGITS)}]|\d+")
_REMARK = re.compile(r"（[^（）]*）$|\([^()]*\)$")


def _before(words: str) -> str:
    """The number before a label, if there is one."""
    match = _BEFORE.match(words)
    return match[0] if match else ""


def numbers_in(words: str) -> list[str]:
    """The numbers that stand before labels, or that somebody types for them; brackets are kept.

    >>> numbers_in("三（三）1"), numbers_in("(7)")
    (['3', '(3)', '1'], ['(7)'])
    """
    signs = str.maketrans({"（": "(", "）": ")"} | _DIGITS)
    return [number.translate(signs) for number in _NUMBER.findall(words)]


def plain(words: str) -> str:
    """Words without number, remark, spaces and punctuation, in small letters.

    >>> plain("一、本年新收政府信息公开申请数量"), plain("1. Newly received (cases)")
    ('本年新收政府信息公开申请数量', 'newlyreceived')
    """
    words = words.strip()
    words = _REMARK.sub("", words.removeprefix(_before(words)))
    return re.sub(r"[\W_]", "", words).lower()


@cache
def entries() -> tuple[Entry, ...]:
    """Every place on the form of every edition, in the order of the form."""
    return tuple(
        _entry(place, edition)
        for place in places()
        for edition in EDITIONS
        if edition.name in place.editions
    )


def _entry(place: Place, edition: AnyEdition) -> Entry:
    address = _first_address(edition.form, place)
    return Entry(place, edition, address, _labels(edition.form, place, address))


def _first_address(form: Form, place: Place) -> str:
    """Where a place is on a form; what only stands above rows or columns is nowhere."""
    rows = (tokens(row) for row in form.rows)
    above = dict.fromkeys(pointer(*row[:n]) for row in rows for n in range(1, len(row) + 1))
    known = form.cells if place.kind == "column" else above
    return next((one for one in (*known, *place.at) if place.is_at(one)), "")


def _labels(form: Form, place: Place, address: str) -> tuple[Text, ...]:
    if place.label:
        return (place.label,)
    location = form.location(address)
    section = (location.section,) if location.section else ()
    if place.kind == "column" and location.column:
        return (*section, *location.column.chain())
    if place.kind == "band" and location.row:
        return (*section, *location.row[-1].chain()[:-1])
    return (*section, *location.row)


def rules_asking(edition: AnyEdition, addresses: Collection[str]) -> tuple[str, ...]:
    """The rules that ask some cell at or below some pointers, on the form of an edition."""
    asked = _pointers(edition).items()
    return tuple(rule_id for rule_id, pointers in asked if not pointers.isdisjoint(addresses))


@cache
def _pointers(edition: AnyEdition) -> Mapping[str, frozenset[str]]:
    """The cells that each rule asks on the form of an edition, and all above them."""
    form = edition.form
    return {
        rule.id: frozenset(
            above
            for check in bind(rule.holds, form, form, 1)
            if check.applicable
            for address in {check.pointer, *(term.pointer for term in check.terms)}
            for above in with_above(address)
        )
        for rule in RULES
    }


def with_above(address: str) -> list[str]:
    """A pointer, and all above it.

    >>> with_above("/requests/received/total")
    ['/requests', '/requests/received', '/requests/received/total']
    """
    path = tokens(address)
    return [pointer(*path[:n]) for n in range(1, len(path) + 1)]
