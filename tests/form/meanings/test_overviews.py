"""What is seen together agrees with the form, its rules and what is said place by place."""

import re

import pytest

from govdisclosure import check, explain
from govdisclosure.form.meanings import Sentence, Sureness, articles, overviews
from govdisclosure.model import EDITION_2021

OVERVIEWS = {one.id: one for one in overviews()}
ROWS = OVERVIEWS["answers-and-rows"].statement.parts[:-1]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text.en)
def test_an_answer_goes_to_a_row_of_the_form_that_rests_on_its_article(row: Sentence) -> None:
    rows = re.findall(r"(（[一二三四五六]）)(\D*?)(\d?)(?:至7)?(?:没有.*)?。", row.text.zh)
    [(group, name, number)] = rows
    [place] = [one for one in explain(group + name).places if "2021" in one.editions]
    assert place.labels[-1].en.partition(" (sever")[0] in row.text.en
    numbered = explain(f"三{group}{number}").places if number else (place,)
    cited = {basis.clause for one in (*numbered, place) for basis in one.meaning.basis}
    for article in re.findall(r"Arts?\. (\d+)", row.text.en):
        assert any(re.match(rf"{article}\b", clause) for clause in cited), article
    if number:
        assert f", {number}" in row.text.en or f"{number} has no article" in row.text.en


def test_which_refusals_are_bound_is_as_the_articles_say() -> None:
    said = {one.basis[0].clause: one.statement.text for one in articles()}
    together = OVERVIEWS["force-of-refusals"].statement.text
    for clause, zh, en in (
        ("14", "不予公开", "shall not"),
        ("15", "不得公开", "must not"),
        ("16", "可以不予公开", "may be withheld"),
    ):
        assert zh in said[clause].zh
        assert zh in together.zh
        assert en in said[clause].en
        assert en in together.en


def test_the_requests_of_the_examples_balance_by_our_own_rules() -> None:
    text = OVERVIEWS["worked-examples"].statement.text
    [numbers] = re.findall(r"(\d+) received \+ (\d+) .*? = (\d+) .*? \+ (\d+)", text.en)
    assert re.findall(r"新收(\d+)＋上年结转(\d+)＝办理结果总计(\d+)＋结转下年度(\d+)", text.zh) == [
        numbers
    ]
    rows = ("received", "carried_in", "outcomes/total", "carried_out")
    cells = {f"/requests/{row}": int(number) for row, number in zip(rows, numbers, strict=True)}
    cells["/requests/outcomes/granted"] = cells["/requests/outcomes/total"]
    report = EDITION_2021.blank(number=0).replace(
        {f"{row}/{column}": n for row, n in cells.items() for column in ("natural_person", "total")}
    )
    assert "STAT-REQ" not in " ".join(one.rule_id for one in check(report).findings)
    broken = report.replace({"/requests/carried_out/natural_person": 32})
    assert "STAT-REQ-BALANCE" in {one.rule_id for one in check(broken).findings}


def test_the_stock_of_the_example_follows_from_that_of_the_year_before() -> None:
    text = OVERVIEWS["worked-examples"].statement.text
    [numbers] = re.findall(r"(\d+) \+ (\d+) − (\d+) = (\d+)", text.en)
    assert re.findall(r"(\d+)＋(\d+)－(\d+)＝(\d+)", text.zh) == [numbers]
    before, issued, repealed, in_force = map(int, numbers)
    assert before + issued - repealed == in_force


def fee_of_pages(pages: int) -> int:
    """By volume: of each bracket its own rate, in yuan."""
    brackets = ((30, 0), (100, 10), (200, 20), (pages, 40))
    lower, fee = 0, 0
    for upper, rate in brackets:
        fee += rate * max(0, min(pages, upper) - lower)
        lower = upper
    return fee


def fee_of_request(number: int) -> int:
    """Per request: what the one of that number in a month costs, in yuan."""
    return 0 if number <= 10 else 100 if number <= 30 else 100 * (2 + (number - 31) // 10)


def test_the_fees_of_the_examples_follow_from_the_brackets_of_the_article() -> None:
    text = OVERVIEWS["worked-examples"].statement.text
    [fee] = (one.statement.text for one in articles() if one.id == "fee-2-5")
    for number in ("10", "11", "30", "31", "100", "101", "200", "201", "20", "40"):
        assert re.search(rf"(?<!\d){number}(?!\d)", fee.zh)
        assert re.search(rf"(?<!\d){number}(?!\d)", fee.en)
    assert (fee_of_pages(31), fee_of_pages(101), fee_of_request(31)) == (10, 720, 200)
    assert "31 pages 10 yuan; 101 pages 70 × 10 + 20 = 720 yuan" in text.en
    assert "31页10元；101页70×10＋20＝720元" in text.zh
    assert "31st request in a month 200 yuan" in text.en
    assert "第31件200元" in text.zh


@pytest.mark.parametrize(
    ("number", "overview"),
    [
        ("30号", "not-seen-of-notice-2021"),
        ("60号", "not-seen-of-notice-2019"),
        ("109号", "not-seen-of-fee-measures"),
    ],
)
def test_what_was_not_seen_is_told_by_the_number_of_the_notice(number: str, overview: str) -> None:
    assert overview in [one.id for one in explain(number).answers]
    seen, not_seen = OVERVIEWS[overview].statement.parts
    assert (seen.sureness, not_seen.sureness) == (Sureness.OFFICIAL, Sureness.NOT_FOUND)
