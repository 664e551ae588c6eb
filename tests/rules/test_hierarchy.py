"""A government's report against those of its bodies: advice, and never without them all."""

from typing import Any

import pytest
from attrs import evolve

from govdisclosure.findings import Severity, Verdict
from govdisclosure.i18n import CHINESE
from govdisclosure.model import EDITION_2019, EDITION_2021, Issuer
from govdisclosure.rules import check
from govdisclosure.rules.hierarchy import adds_up_its_bodies

CELL = "/proactive_disclosure/penalties/decisions"
NOT_A_NAME: Any = 3
COUNTY = EDITION_2021.blank(issuer="青禾县", year=2023, number=0)
TOWNS = [
    EDITION_2021.blank(issuer=name, year=2023, number=0).replace({CELL: penalties})
    for name, penalties in (("溪口镇", 40), ("东山镇", 50))
]


def test_a_sum_that_differs_is_advice_with_the_bodies_named() -> None:
    [finding] = check(COUNTY.replace({CELL: 100}), subordinates=TOWNS).findings
    assert (finding.rule_id, finding.severity) == ("QUAL-SUM-OF-BODIES", Severity.INFO)
    assert (finding.left, finding.right, finding.difference) == (100, 90, 10)
    assert [(o.report, o.value) for o in finding.operands] == [
        ("", 100),
        ("children/0", 40),
        ("children/1", 50),
    ]
    assert "溪口镇" in finding.message.render(CHINESE)


def test_a_sum_that_agrees_is_silent_and_was_checked_in_every_cell() -> None:
    checked = check(COUNTY.replace({CELL: 90}), subordinates=TOWNS)
    assert checked.findings == ()
    sums = [r for r in checked.results if r.rule is adds_up_its_bodies]
    assert [r.verdict for r in sums] == [Verdict.PASS] * 200


def test_a_body_without_a_number_holds_the_verdict_back_and_is_named() -> None:
    towns = [TOWNS[0], TOWNS[1].replace({CELL: None})]
    results = adds_up_its_bodies(COUNTY.replace({CELL: 100}), subordinates=towns)
    [withheld] = [r for r in results if r.verdict is Verdict.NOT_EVALUATED]
    assert withheld.missing == (f"children/1:{CELL}",)
    assert "东山镇" in withheld.message.render(CHINESE)


def test_a_body_on_another_form_holds_back_the_cells_that_it_lacks() -> None:
    old = EDITION_2019.blank(issuer="西河镇", year=2023, number=0)
    results = adds_up_its_bodies(COUNTY.replace({CELL: 90}), subordinates=[*TOWNS, old])
    withheld = {r.pointer for r in results if r.verdict is Verdict.NOT_EVALUATED}
    assert "/proactive_disclosure/rules/in_force" in withheld
    assert "/requests/outcomes/other/residual/total" in withheld
    assert "/requests/received/total" not in withheld


def test_bodies_of_another_year_are_not_added_up() -> None:
    towns = [TOWNS[0], TOWNS[1].replace({"/year": 2022})]
    results = adds_up_its_bodies(COUNTY.replace({CELL: 100}), subordinates=towns)
    assert {r.verdict for r in results} == {Verdict.NOT_EVALUATED}
    reason = results[0].reason
    assert reason is not None
    assert (reason.key, reason.params) == ("children_of_other_years", {"bodies": ("东山镇",)})


def test_sums_of_money_in_units_of_their_own_are_not_added_up() -> None:
    county = EDITION_2019.blank(year=2020, number=0)
    results = adds_up_its_bodies(county, subordinates=[county])
    assert "/proactive_disclosure/procurement/amount" not in {r.pointer for r in results}
    assert len(results) == 197


@pytest.mark.parametrize(
    "again", ["溪口镇", "溪口镇人民政府", "青禾县", "青禾县 人民政府"], ids=lambda name: name
)
def test_a_body_that_would_be_added_twice_withholds_the_sum(again: str) -> None:
    towns = [*TOWNS, TOWNS[1].replace({"/issuer/name": again})]
    checked = check(COUNTY.replace({CELL: 100}), subordinates=towns)
    assert checked.findings == ()
    [reason] = {r.reason for r in checked.results if r.rule is adds_up_its_bodies}
    assert reason is not None
    assert reason.key == "children_repeated"
    assert again in reason.params["bodies"]


@pytest.mark.parametrize("odd", [None, "溪口镇", Issuer(name=NOT_A_NAME)])
def test_a_body_without_a_name_raises_nothing_and_is_counted(odd: Any) -> None:
    towns = [TOWNS[0], evolve(TOWNS[1], issuer=odd)]
    [finding] = check(COUNTY.replace({CELL: 100}), subordinates=towns).findings
    assert (finding.left, finding.right) == (100, 90)
    assert "#2" in finding.message.render(CHINESE)


@pytest.mark.parametrize("year", ["2023", True, None])
def test_a_body_whose_year_is_no_number_is_of_another_year(year: Any) -> None:
    towns = [TOWNS[0], evolve(TOWNS[1], year=year)]
    checked = check(COUNTY.replace({CELL: 100}), subordinates=towns)
    assert checked.findings == ()
    sums = [r for r in checked.results if r.rule is adds_up_its_bodies]
    assert {r.reason.key for r in sums if r.reason} == {"children_of_other_years"}
