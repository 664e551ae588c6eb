"""Each place of the form has a meaning in both languages, and says how sure it is."""

import re

import pytest

from govdisclosure.form.meanings import (
    Place,
    Statement,
    Sureness,
    deadlines,
    differences,
    duties,
    glossary,
    history,
    laws,
    places,
    places_at,
    questions,
    references,
)
from govdisclosure.i18n import CHINESE, ENGLISH
from govdisclosure.model import EDITIONS, AnyEdition

every_edition = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)

SECTIONS = (
    "/overview",
    "/proactive_disclosure",
    "/requests",
    "/review_and_litigation",
    "/problems_and_improvements",
    "/other_matters",
)


@every_edition
def test_a_cell_is_its_row_and_its_column(edition: AnyEdition) -> None:
    kinds = {
        tuple(place.kind for place in places_at(cell, edition.name)) for cell in edition.form.cells
    }
    assert kinds == {("row", "column"), ("group", "column")}


def test_the_cells_are_198_and_200() -> None:
    assert [len(edition.form.cells) for edition in EDITIONS] == [198, 200]


@every_edition
def test_every_row_section_and_fact_about_the_report_has_a_meaning(edition: AnyEdition) -> None:
    facts = ("/title", "/issuer/name", "/year", "/period", "/preamble")
    for address in (*edition.form.rows, *SECTIONS, *facts):
        assert places_at(address, edition.name), address


@every_edition
def test_every_place_is_on_the_form_of_its_editions(edition: AnyEdition) -> None:
    form = edition.form
    below = {at[:n] for at in form.cells for n, sign in enumerate(at + "/") if sign == "/" and n}
    for place in places():
        if edition.name in place.editions and place.at and place.kind not in ("document", "note"):
            assert any(place.is_at(at) for at in (*below, *SECTIONS)), place.id


def check(statement: Statement) -> None:
    assert statement.text.zh.strip()
    assert re.search("[A-Za-z]|0", statement.text.en)
    assert statement.render(CHINESE).endswith(f"（{statement.sureness.render(CHINESE)}）")
    assert statement.render(ENGLISH).endswith(f"[{statement.sureness.render(ENGLISH)}]")


@pytest.mark.parametrize("place", places(), ids=lambda place: place.id)
def test_everything_is_said_in_both_languages_and_marked(place: Place) -> None:
    for one in (*place.statements.values(), *place.parts):
        check(one)
    assert place.sources
    assert all(source.what and source.where for source in place.sources)


def test_no_more_is_claimed_for_the_whole_than_for_its_weakest_part() -> None:
    by_id = {place.id: place for place in places()}
    natural, rules = by_id["t3-natural"], by_id["t2-rules"]
    assert [part.sureness for part in natural.parts] == ["inferred", "not_found"]
    assert (natural.means.sureness, natural.counts.sureness) == ("official", "not_found")
    assert (rules.counts.sureness, rules.parts[0].sureness) == ("local", "inferred")


def test_laws_are_cited_as_each_language_does() -> None:
    cited = {basis.render(CHINESE) for place in places() for basis in place.basis}
    assert "《政府信息公开条例》第三十六条第一款第（七）项" in cited
    assert "《政府信息公开条例》第二十七条至第四十五条" in cited
    assert "国办公开办函〔2021〕30号附件" in cited
    assert not {one for one in cited if re.search(r"》.*[0-9]", one)}


def test_what_else_there_is_has_words_marks_and_sources() -> None:
    answers = (*duties(), *questions())
    facts = [one for answer in answers for one in (answer.statement, *answer.parts)]
    facts += [one.why for one in differences() if one.place != "unchanged"]
    facts += [event.statement for event in history()]
    for fact in facts:
        check(fact)
    cited = [one.sources for one in answers]
    cited += [*(one.sources for one in history()), *(one.sources for one in laws().values())]
    assert all(cited)
    assert all(term.text.zh and term.text.en and term.established for term in glossary())
    assert {*laws()["REG"].articles} >= {"14", "15", "16", "36", "49", "50"}


def test_what_has_an_address_on_a_page_has_one_of_its_own() -> None:
    ids = [place.id for place in places()]
    ids += [*(duty.id for duty in duties()), *(question.id for question in questions())]
    assert sorted({*ids}) == sorted(ids)
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", one) for one in ids)
    titles = [duty.title for duty in duties()]
    assert all(title.zh.strip() and title.en.strip() for title in titles)
    assert len({title.en for title in titles}) == len({title.zh for title in titles}) == len(titles)


def test_a_deadline_says_no_more_than_its_duties() -> None:
    """Every date and every article in it stands in what it rests on, and it is as sure."""
    department, government = deadlines()
    assert [duty.id for duty in department.duties] == ["when-department", "to-whom"]
    assert [duty.id for duty in government.duties] == ["when-government"]
    for one in deadlines():
        said = [duty.statement.text for duty in one.duties]
        assert re.findall(r"\d+ \w+", one.when.en)[0] in said[0].en
        assert one.when.zh in said[0].zh
        assert one.who.zh in said[0].zh
        assert one.sureness is Sureness.OFFICIAL
    assert [basis.clause for basis in department.basis] == ["49.1", "3"]


def test_of_decimals_the_answers_claim_no_more_than_the_amount_does() -> None:
    amount = {place.id: place for place in places()}["t2-amount"]
    [answer] = (one for one in questions() if one.id == "fees-in-yuan-and-decimals")
    [units] = (one for one in duties() if one.id == "units")
    assert {*answer.parts} < {*amount.parts}
    assert {*units.parts} < {*amount.parts}
    assert [part.sureness for part in answer.parts] == ["not_found", "practice"]


def test_a_source_is_cited_somewhere_or_is_a_translation() -> None:
    lists = [*(one.sources for one in places()), *(one.sources for one in duties())]
    lists += [*(one.sources for one in questions()), *(one.sources for one in history())]
    lists += [law.sources for law in laws().values()]
    cited = {source.id for sources in lists for source in sources}
    assert cited <= {*references()}
    assert len(cited) > 45
