"""The pages that explain the form: every place, every statement with its mark, every link."""

import re
from pathlib import Path

import pytest

from docs.generate import form_pages
from docs.generate.form_pages import file_name, pages
from govdisclosure.analysis.explanation import explained_places
from govdisclosure.form.meanings import deadlines, duties, questions, references
from govdisclosure.i18n import CHINESE, ENGLISH, LANGUAGES, Language

every_language = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)


@every_language
def test_every_place_stands_on_the_page_once_in_the_section_that_it_is_in(
    language: Language,
) -> None:
    text = pages()[file_name("form", language)]["places"]
    ids = re.findall(r'<a id="(.*?)"></a>', text)
    assert sorted(ids) == sorted(place.meaning.id for place in explained_places())
    sections = [one for one in text.split("\n## ")[1:] if "t3-received" in one]
    assert [one.splitlines()[0] for one in sections] == [section_3(language)]


def section_3(language: Language) -> str:
    [place] = [one for one in explained_places() if one.meaning.id == "section-3"]
    return form_pages._title(place, language)


@pytest.mark.parametrize("name", pages())
def test_links_lead_somewhere(name: str) -> None:
    for text in pages()[name].values():
        for target, anchor in re.findall(r"\]\(([^)#]*)#([^)]*)\)", text):
            assert anchor in anchors(target or name), (target, anchor)


def anchors(page: str) -> set[str]:
    return {*re.findall(r'<a id="(.*?)"></a>', read_page(page))}


def read_page(name: str) -> str:
    return Path("docs", name).read_text("utf-8")


@every_language
def test_every_source_can_be_linked_to(language: Language) -> None:
    text = pages()[file_name("form", language)]["sources"]
    assert {*re.findall(r'<a id="(.*?)"></a>', text)} == {*references()}


@every_language
def test_every_duty_and_question_stands_on_the_page(language: Language) -> None:
    texts = pages()[file_name("filing", language)]
    assert all(duty.statement.render(language) in texts["duties"] for duty in duties())
    assert all(one.statement.render(language) in texts["questions"] for one in questions())


@every_language
def test_who_reports_by_when_and_to_whom_stands_at_the_top_with_its_mark(
    language: Language,
) -> None:
    text = pages()[file_name("filing", language)]["deadlines"]
    for one in deadlines():
        [row] = [line for line in text.splitlines() if one.who.render(language) in line]
        assert one.when.render(language) in row
        assert one.to.render(language) in row
        assert one.sureness.render(language) in row
    [townships] = [duty for duty in duties() if duty.id == "townships"]
    assert townships.statement.render(language) in text.splitlines()[-1]


@pytest.mark.parametrize("page", ["form", "filing", "editions"])
def test_both_languages_have_the_same_anchors(page: str) -> None:
    english, chinese = (
        re.findall(r'<a id="(.*?)"></a>', read_page(file_name(page, language)))
        for language in (ENGLISH, CHINESE)
    )
    assert english == chinese
    assert len({*english}) == len(english)


def test_every_duty_and_every_answer_has_an_anchor() -> None:
    ids = {*(duty.id for duty in duties()), *(one.id for one in questions())}
    assert ids == anchors("filing.md")


@pytest.mark.parametrize("name", pages())
def test_tables_have_as_many_cells_in_every_row(name: str) -> None:
    for text in pages()[name].values():
        for table in re.findall(r"(?:^\|.*\n?)+", text, re.MULTILINE):
            assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1
