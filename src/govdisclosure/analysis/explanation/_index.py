"""Every place of the form with its words and numbers, to be found by."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from attrs import frozen

from govdisclosure.form import Form, Label, pointer, tokens
from govdisclosure.form.meanings import Place, places
from govdisclosure.i18n import LANGUAGES, Text
from govdisclosure.model import EDITIONS, AnyEdition
from govdisclosure.rules import RULES
from govdisclosure.rules.engine import bind


@frozen(eq=False)
class Entry:
    """A place on the form of an edition: every pointer that leads there, what is printed there.

    ``labels`` are those of what it stands in, outermost first, and last its own.
    """

    meaning: Place
    edition: AnyEdition
    addresses: tuple[str, ...]
    labels: tuple[Text, ...]

    @property
    def address(self) -> str:
        """The first pointer; what only stands above rows or columns is nowhere."""
        return next(iter(self.addresses), "")

    @property
    def names(self) -> tuple[str, ...]:
        """What somebody may call it."""
        own = self.labels[-1]
        also = own.also if isinstance(own, Label) else ()
        return (own.zh, own.en, *also, *self.meaning.asked_as)

    @property
    def words(self) -> set[str]:
        """Its names, as :func:`plain` has them."""
        return {*map(plain, self.names)} - {""}

    @property
    def numbers(self) -> tuple[str, ...]:
        """What stands before its labels, outermost first: ``三、``, ``（三）``, ``1.``."""
        if self.meaning.kind not in ("row", "group", "section"):
            return ()
        return tuple(number for label in self.labels for number in _number_of(label.zh))


_DIGITS = {digit: str(i) for i, digit in enumerate("一二三四五六七八九十", 1)}
_WORDS = {word: str(i) for i, word in enumerate(("one", "two", "three", "four", "five", "six"), 1)}
_ANY = rf"[{''.join(_DIGITS)}\d]+"
_BEFORE = re.compile(rf"(?:[（(]{_ANY}[）)]|{_ANY}[、.．])\s*")
_NUMBER = re.compile(rf"[（(]{_ANY}[）)]|[{''.join(_DIGITS)}]|\d+")
_REMARK = re.compile(r"（[^（）]*）$|\([^()]*\)$")


def _before(words: str) -> str:
    """The number before a label, if there is one."""
    match = _BEFORE.match(words)
    return match[0] if match else ""


def _number_of(label: str) -> list[str]:
    return numbers_in(_before(label))


def numbers_in(words: str) -> list[str]:
    """The numbers that stand before labels, or that somebody types for them; brackets are kept.

    >>> numbers_in("三（三）1"), numbers_in("(7)")
    (['3', '(3)', '1'], ['(7)'])
    """
    signs = str.maketrans({"（": "(", "）": ")"} | _DIGITS)
    return [number.translate(signs) for number in _NUMBER.findall(words)]


_SECTION = re.compile(
    rf"第?({_ANY})部分|表({_ANY})|(?:section|part|table) ?(\d|{'|'.join(_WORDS)})", re.IGNORECASE
)


def section_in(words: str) -> str:
    """The number of the section that somebody names; nothing if it is none.

    >>> section_in("第六部分"), section_in("表3"), section_in("Section six"), section_in("six")
    ('6', '3', '6', '')
    """
    match = _SECTION.fullmatch(words)
    if match is None:
        return ""
    number = next(filter(None, match.groups())).lower()
    return _WORDS.get(number) or numbers_in(number)[0]


def plain(words: str) -> str:
    """Words without number, remark, spaces and punctuation, in small letters.

    >>> plain("一、本年新收政府信息公开申请数量"), plain("1. Newly received (cases)")
    ('本年新收政府信息公开申请数量', 'newlyreceived')
    """
    words = words.strip()
    words = _REMARK.sub("", words.removeprefix(_before(words)))
    return re.sub(r"[\W_]", "", words).lower()


def named(words: str) -> tuple[Entry, ...]:
    """The places that have a label, or one below some others, each parted as any language does it.

    Of those that are called alike, who writes a number means the one that has it.
    """
    paths = (words,), tuple(_LEVEL.split(words))
    found = [one for one in entries() if any(_ends_with(one, path) for path in paths)]
    number = _number_of(paths[-1][-1])
    numbered = (one for one in found if number and _number_of(one.labels[-1].zh) == number)
    return tuple(numbered) or tuple(found)


def _ends_with(entry: Entry, path: Sequence[str]) -> bool:
    """Whether the labels of a place end so; the last of them may be any of its names."""
    *above, own = map(plain, path)
    labels = [{plain(label.zh), plain(label.en)} for label in entry.labels[-len(path) : -1]]
    return (
        own in entry.words
        and len(labels) == len(above)
        and all(one in label for one, label in zip(above, labels, strict=True))
    )


_LEVEL = re.compile("|".join(re.escape(one.level) for one in LANGUAGES.values()))


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
    form = edition.form
    rows = (above for row in form.rows for above in with_above(row))
    known = dict.fromkeys((*(form.cells if place.kind == "column" else rows), *place.at))
    addresses = tuple(one for one in known if place.is_at(one))
    return Entry(place, edition, addresses, _labels(form, place, addresses))


def _labels(form: Form, place: Place, addresses: Sequence[str]) -> tuple[Text, ...]:
    if place.label:
        return (place.label,)
    location = form.location(addresses[0])
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
