"""Whatever the package prints as a place is understood where somebody types it again."""

from collections.abc import Iterator

import pytest

from govdisclosure import check, explain
from govdisclosure.analysis.explanation import explained_places
from govdisclosure.form import pointer, row_words
from govdisclosure.form.meanings import Place, places_at
from govdisclosure.i18n import LANGUAGES, Language
from govdisclosure.model import EDITIONS, AnyEdition
from govdisclosure.rules import RULES, requirements

every_edition = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
every_language = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)


def found(words: str) -> list[Place]:
    return [place.meaning for place in explain(words).places]


@every_edition
@every_language
def test_a_place_is_found_by_what_a_finding_calls_it(
    edition: AnyEdition, language: Language
) -> None:
    for address in addresses(edition):
        words = edition.form.location(address).render(language)
        assert {*places_at(address, edition.name)} <= {*found(words)}, words


def addresses(edition: AnyEdition) -> Iterator[str]:
    form = edition.form
    yield from (*form.cells, *form.rows, *(pointer(section.name) for section in form.sections))
    yield from ("/title", "/issuer/name", "/year", "/period/start", "/period/end", "/preamble")


@every_edition
@every_language
def test_a_cell_is_found_by_its_row_and_column_without_its_section(
    edition: AnyEdition, language: Language
) -> None:
    for address in edition.form.cells:
        words = edition.form.location(address).inside(language)
        assert {*places_at(address, edition.name)} <= {*found(words)}, words


@every_language
def test_a_place_is_found_by_the_heading_under_which_it_is_explained(language: Language) -> None:
    for place in explained_places():
        heading = row_words(place.labels, language)
        assert place.meaning in found(heading), heading


@every_language
def test_a_row_is_found_by_the_end_of_its_heading(language: Language) -> None:
    for place in explained_places():
        for start in range(len(place.labels)):
            words = row_words(place.labels[start:], language)
            assert place.meaning in found(words), words


@every_edition
@every_language
def test_where_a_finding_is_is_understood(edition: AnyEdition, language: Language) -> None:
    """Of whatever is found: in a report that breaks every rule."""
    for finding in check(edition.blank(number=-1)).findings:
        where = finding.place.render(language)
        assert explain(where).known, where


@every_language
def test_where_a_rule_holds_is_understood(language: Language) -> None:
    """But where it is only said in how many cells."""
    for rule in RULES:
        for _, _, where in requirements(rule, language):
            assert explain(where).known or where[0].isdecimal(), where
