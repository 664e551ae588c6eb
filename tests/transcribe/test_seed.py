"""The seed report, as published: read, typed, checked and written, nothing lost."""

from decimal import Decimal

import pytest

from govdisclosure import Verdict, check, dumps, loads, read
from govdisclosure.form import Money, at
from tests.support.gold import SHARED

SEED = SHARED / "samples" / "tongjiang-2020.txt"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="../shared is not here")


def test_every_cell_is_placed() -> None:
    report = read(SEED).report
    cells = dict(report.cells())
    projects = "/proactive_disclosure/procurement/projects"
    amount = "/proactive_disclosure/procurement/amount"
    assert len(cells) == 198
    assert (cells.pop(projects), cells.pop(amount)) == (1, Decimal("10.4"))
    assert set(cells.values()) == {0}
    assert at(report, amount) == Money(Decimal("10.4"), "万元")


def test_the_edition_is_told_by_labels_and_the_body_and_year_by_the_title() -> None:
    report = read(SEED).report
    assert (report.proactive_disclosure.edition, report.requests.edition) == ("2019", "2019")
    assert (report.issuer.name, report.year) == ("通江乡", 2020)
    assert report.title == "通江乡2020年政府信息公开工作年度报告"


def test_only_the_two_stray_zeros_are_unplaced_and_they_are_said() -> None:
    reading = read(SEED)
    assert [(u.text, u.where.line, u.why) for u in reading.unplaced] == [
        ("0", 83, "stuck_number"),
        ("0", 84, "stuck_number"),
    ]
    assert [message.rule_id for message in reading.findings] == ["READ-STUCK-NUMBER"]


def test_the_prose_keeps_its_paragraphs_and_sub_headings() -> None:
    report = read(SEED).report
    assert report.overview is not None
    assert [p for p in report.overview if p.startswith("（")] == [
        "（一）主动公开情况",
        "（二）依申请公开情况",
        "（三）因政府信息公开申请行政复议、提出行政诉讼的情况",
    ]
    assert len(report.overview) == 11
    assert report.other_matters == ("我乡无其他需要报告事项。",)


@pytest.mark.parametrize("blanks", ["unknown", "zero"])
def test_every_rule_of_the_form_passes(blanks: str) -> None:
    result = check(read(SEED).report, blanks=blanks, preset="form")  # type: ignore[arg-type]
    assert result.count(Verdict.PASS) == len(result.results) == 232


def test_its_json_goes_round_byte_for_byte() -> None:
    report = read(SEED).report
    text = dumps(report)
    assert loads(text) == report
    assert dumps(loads(text)) == text
