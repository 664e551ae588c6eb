"""What findings and messages call a place → where that is."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from attrs import evolve

from govdisclosure.analysis.explanation._index import with_above
from govdisclosure.form import Form, FormLocation, pointer
from govdisclosure.form.meanings import places
from govdisclosure.i18n import LANGUAGES
from govdisclosure.model import EDITIONS


def pointers_to(words: str) -> tuple[str, ...]:
    """The pointers of what a finding calls a place, or of the cells of what it calls a column.

    >>> pointers_to("“一、本年新收政府信息公开申请数量”行“总计”列")
    ('/requests/received/total',)
    >>> len(pointers_to('column "Research institutions"'))
    26
    """
    return _pointers().get(_bare(words), ())


@cache
def _pointers() -> Mapping[str, tuple[str, ...]]:
    known: dict[str, dict[str, None]] = {}
    for edition in EDITIONS:
        for address, location in _locations(edition.form):
            for words in _in_words(location):
                known.setdefault(_bare(words), {})[address] = None
    return {words: tuple(addresses) for words, addresses in known.items() if words}


def _locations(form: Form) -> Iterator[tuple[str, FormLocation]]:
    """Every place, and of the edition that stands in a table the table."""
    told = (address for place in places() for address in place.at if "*" not in address)
    printed = (above for cell in form.cells for above in with_above(cell))
    for address in dict.fromkeys((*told, *printed)):
        yield address, form.location(address)
    for table in form.tables:
        yield pointer(table), form.location(pointer(table, "edition"))


def _in_words(location: FormLocation) -> Iterator[str]:
    """A place and its column in every language, with the section and without."""
    columns = (evolve(location, row=()),) if location.column else ()
    for one in (location, *columns):
        for language in LANGUAGES.values():
            yield one.render(language)
            yield one.inside(language)


def _bare(words: str) -> str:
    return re.sub(r"[\W_]", "", words).lower()
