"""What a notebook shows."""

import re
from pathlib import Path

import pytest

from govdisclosure.analysis.comparison import compare
from govdisclosure.analysis.diagnosis import diagnose
from govdisclosure.document.markup import document
from govdisclosure.files import read, read_text
from govdisclosure.model import EDITION_2019, EDITION_2021
from govdisclosure.output.look import EMBEDDED
from govdisclosure.output.notebook import html
from govdisclosure.rules import check
from tests.support.browser import violations
from tests.support.paths import ROOT

BROKEN = read(ROOT / "docs/examples/xikou-2023-broken.txt")
HOSTILE = BROKEN.report.replace({"/title": "<script>alert(1)</script>"})


def shown(thing: object) -> str:
    """What is shown of a thing, without the style."""
    style, _, markup = html(thing).partition("</style>\n")
    assert style == f"<style>{EMBEDDED}"
    return markup


def test_a_report_is_shown_as_its_form_in_both_languages_without_its_prose() -> None:
    markup = shown(BROKEN.report)
    assert markup.count("<table") == 3
    assert '<span>总计<small lang="en">Total</small></span>' in markup
    assert BROKEN.report.preamble
    assert BROKEN.report.preamble[0] not in markup


def test_a_reading_says_what_found_no_place() -> None:
    markup = shown(
        read_text(
            "青禾县2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
            "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n规章 | 0 | 0 | 0 |\n"
            "其他<主动>公开文件 | 3 | 1 | 9 |\n"
        )
    )
    assert "没有归入报告的内容<br>What found no place in the report" in markup
    assert "其他&lt;主动&gt;公开文件" in markup


def test_a_check_is_shown_by_its_status_and_its_findings_in_their_order() -> None:
    markup = shown(check(BROKEN.report))
    assert "不通过" in markup
    assert "failed" in markup
    marks = re.findall(r'<span class="m (\w+)">(\d)</span>', markup)
    assert marks == [("error", "1"), ("error", "2"), ("error", "3"), ("info", "4")]


def test_a_diagnosis_is_shown_by_what_would_mend_the_report() -> None:
    markup = shown(diagnose(BROKEN.report))
    assert "13 改为 11" in markup
    assert "with 11 for 13" in markup
    sound = EDITION_2021.blank(number=0)
    assert "No sum is off" in shown(diagnose(sound))


def test_a_comparison_is_shown_by_its_cells_sections_and_facts() -> None:
    changes = {"/year": 2022, "/requests/received/total": 22, "/overview": ("另文。",)}
    markup = shown(compare(BROKEN.report.replace(changes), BROKEN.report))
    cells = re.findall(r"<td>([^<]*)</td>", markup)
    assert cells[:3] == ["22", "30", "+8"]
    assert "一、总体情况<br>1. " in markup
    assert "2022年：" in markup
    same = compare(BROKEN.report, BROKEN.report)
    assert shown(same).endswith("<p>两份报告没有不同<br>the two reports do not differ</p></div>")


@pytest.mark.parametrize(
    "thing",
    [HOSTILE, compare(EDITION_2019.blank(year=2019), HOSTILE)],
    ids=["report", "comparison"],
)
def test_text_of_a_report_is_only_text(thing: object) -> None:
    assert "<script" not in html(thing)


def test_something_else_is_refused_by_its_name() -> None:
    with pytest.raises(TypeError, match="or a Comparison, not 3"):
        html(3)


HOST = """
html { font-size: 10px; } body { color: #e0e0e0; background: #111; }
tbody tr:nth-child(odd) { background: #303030; } tbody tr:nth-child(odd) td { background: #303030; }
td, th, p, li { color: #e0e0e0; } td, th { border: none !important; text-align: right; }
"""
"""The style of a notebook that is dark itself, and has a look of its own for tables."""


@pytest.mark.browser
@pytest.mark.parametrize("dark", [False, True])
def test_what_is_shown_can_be_read_whatever_the_notebook_looks_like(
    tmp_path: Path, dark: bool
) -> None:
    things = (BROKEN, check(BROKEN.report), diagnose(BROKEN.report))
    page = document("notebook", HOST, f"<main><h1>1</h1>{''.join(map(html, things))}</main>")
    titles = 'for (const one of document.querySelectorAll(".gd h1")) one.remove();'
    assert (
        violations(
            page.replace("</body>", f"<script>{titles}</script></body>"), tmp_path, dark=dark
        )
        == []
    )
