"""Each place of the form has a meaning in both languages, and says how sure it is."""

import re
from collections.abc import Iterator
from itertools import groupby

import pytest

from govdisclosure.form.meanings import (
    Place,
    Sentence,
    Statement,
    Sureness,
    answers,
    articles,
    deadlines,
    differences,
    duties,
    glossary,
    history,
    laws,
    overviews,
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
    """Every sentence has words in both languages, and its mark behind it."""
    for part in statement.parts:
        assert part.text.zh.strip()
        assert re.search("[A-Za-z]|0", part.text.en)
    *_, last = statement.parts
    assert statement.render(CHINESE).endswith(f"（{last.sureness.render(CHINESE)}）")
    assert statement.render(ENGLISH).endswith(f"[{last.sureness.render(ENGLISH)}]")
    marks = [mark for mark, _ in groupby(part.sureness for part in statement.parts)]
    assert re.findall(f"（({CHINESE_MARKS})）", statement.render(CHINESE)) == [
        mark.render(CHINESE) for mark in marks
    ]
    assert re.findall(rf"\[({ENGLISH_MARKS})\]", statement.render(ENGLISH)) == [
        mark.render(ENGLISH) for mark in marks
    ]


CHINESE_MARKS = "|".join(mark.render(CHINESE) for mark in Sureness)
ENGLISH_MARKS = "|".join(mark.render(ENGLISH) for mark in Sureness)


@pytest.mark.parametrize("place", places(), ids=lambda place: place.id)
def test_everything_is_said_in_both_languages_and_marked(place: Place) -> None:
    for one in place.statements.values():
        check(one)
    assert place.sources


def test_each_sentence_has_the_mark_that_it_is_about_and_the_whole_that_of_the_weakest() -> None:
    by_id = {place.id: place for place in places()}
    natural, rules = by_id["t3-natural"], by_id["t2-rules"]
    assert [part.sureness for part in natural.counts.parts] == ["official", "inferred", "not_found"]
    assert (natural.means.sureness, natural.counts.sureness) == ("official", "not_found")
    assert [part.sureness for part in rules.counts.parts] == ["local", "inferred"]
    assert by_id["t3-denied-administrative-inquiry"].counts.sureness == "inferred"
    assert by_id["t3-carried-out"].means.render(CHINESE) == (
        "年末尚未作出处理决定的申请（官方），包括补正期、延期、征求意见期、缴费期内的。（推断）"
    )


def sentences() -> Iterator[Sentence]:
    """Every sentence that is told anywhere, but for labels that the form does not print."""
    statements = [one for place in places() for one in place.statements.values()]
    statements += [answer.statement for answer in answers()]
    return (part for statement in statements for part in statement.parts)


def test_what_says_that_nothing_was_found_is_so_marked() -> None:
    """And what is so marked says it, so that no mark stands for a sentence that it is not about."""
    for one in sentences():
        says_so = re.search("未见|没有见到|没有规定|没有印单位|没有说到|未见规定", one.text.zh)
        if one.sureness is Sureness.NOT_FOUND:
            assert says_so or one.text.zh in OF_OTHER_SENTENCES, one.text.zh
        elif says_so:
            assert one.text.zh.startswith(NOT_SAID_OF_A_RULE), one.text.zh


OF_OTHER_SENTENCES = {"（二）至（六），第二部分（四）之前的全部，表下的说明（如果有）。"}
NOT_SAID_OF_A_RULE = ("2021年格式表二的表头写明", "2019年格式：列举未见")


def test_no_text_says_its_mark_itself() -> None:
    for one in sentences():
        assert not re.search(f"（({CHINESE_MARKS})）", one.text.zh)
        assert not re.search(rf"[(\[]({ENGLISH_MARKS})[)\]]", one.text.en)


def test_nothing_is_abbreviated_that_is_nowhere_written_out() -> None:
    texts = [one.text for one in sentences()]
    texts += [term.established for term in glossary()]
    texts += [source.what for source in references().values()]
    words = " ".join(f"{text.zh} {text.en}" for text in texts)
    codes = {*laws(), "CLT", "LoC", "DOJ", "MoJ", "FOIA", "CASS"}
    assert {*re.findall(r"[A-Z][A-Za-z]*[A-Z]\d*", words)} & codes == set()


def test_what_is_read_in_one_language_is_written_in_it() -> None:
    """A name in Chinese has Chinese in it, and one in English no more than names and numbers."""
    for source in references().values():
        assert re.search("[\u4e00-\u9fff]", source.what.zh), source.id
        assert re.search("[a-z]{3}|号", source.what.en), source.id
    for one in differences():
        for words in (one.place, one.form_2019, one.form_2021):
            assert not re.search("[\u4e00-\u9fff]", words.en)
            assert not re.search("[a-z]", words.zh)


def test_laws_are_cited_as_each_language_does() -> None:
    cited = {basis.render(CHINESE) for place in places() for basis in place.basis}
    assert "《政府信息公开条例》第三十六条第一款第（七）项" in cited
    assert "《政府信息公开条例》第二十七条至第四十五条" in cited
    assert "国办公开办函〔2021〕30号附件" in cited
    assert not {one for one in cited if re.search(r"》.*[0-9]", one)}


def test_what_else_there_is_has_words_marks_and_sources() -> None:
    for answer in answers():
        check(answer.statement)
        assert answer.sources or answer.id.startswith("difference-")
    assert all(one.established.zh and one.established.en for one in glossary())
    clauses = [basis.clause for article in articles() for basis in article.basis]
    assert {*clauses} >= {"14", "15", "16", "36", "49", "50"}


def test_every_answer_is_told_once() -> None:
    lists = (duties(), overviews(), articles(), questions())
    assert len(answers()) == sum(map(len, (*lists, differences(), history(), laws())))


def test_what_has_an_address_on_a_page_has_one_of_its_own() -> None:
    ids = [place.id for place in places()]
    ids += [*(answer.id for answer in answers()), *references()]
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
    assert [part.sureness for part in amount.counts.parts] == ["official", "not_found", "practice"]
    assert [part.sureness for part in answer.statement.parts] == [
        part.sureness for part in amount.counts.parts
    ]
    [decimals] = (part for part in units.statement.parts if "小数" in part.text.zh)
    assert decimals.sureness is Sureness.NOT_FOUND


def test_a_source_is_cited_somewhere_or_is_a_translation() -> None:
    lists = [*(one.sources for one in places()), *(one.sources for one in answers())]
    cited = {source.id for sources in lists for source in sources}
    assert cited <= {*references()}
    assert len(cited) > 45
