"""The comparison page, in a browser where there is one."""

from pathlib import Path

import pytest

from govdisclosure.comparing import compare
from govdisclosure.comparing.html import comparison_page
from govdisclosure.editions import EDITION_2019, EDITION_2021
from govdisclosure.model.report import AnyReport
from govdisclosure.readers import read
from tests.reviewing.browser import asked, opened, picture, violations

LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])
REPORT: AnyReport = read(Path(__file__).parents[2] / "docs/examples/xikou-2023-broken.txt").report
HOSTILE = "<script>alert(1)</script>&\u202e\x07\"'><img src=x onerror=alert(2)>"
PAIRS: dict[str, tuple[AnyReport, AnyReport]] = {
    "moved": (REPORT.replace({"/year": 2022, "/requests/received/total": 7}), REPORT),
    "the same": (REPORT, REPORT),
    "another form": (
        EDITION_2019.blank(issuer="青禾县", year=2020, number=3),
        EDITION_2021.blank(issuer="青禾县", year=2021, number=0),
    ),
    "hostile": (REPORT, REPORT.replace({"/title": HOSTILE, "/overview": (HOSTILE,)})),
}


@pytest.mark.browser
@pytest.mark.parametrize("which", PAIRS)
@LANGUAGES
def test_the_page_passes_an_accessibility_check(tmp_path: Path, which: str, lang: str) -> None:
    assert violations(comparison_page(compare(*PAIRS[which]), lang), tmp_path) == []


@pytest.mark.browser
@LANGUAGES
def test_the_page_opens_in_a_browser_without_an_error(tmp_path: Path, lang: str) -> None:
    page = tmp_path / "comparison.html"
    page.write_text(comparison_page(compare(*PAIRS["hostile"]), lang), encoding="utf-8")
    assert "<ins>&lt;script&gt;" in opened(page)
    assert picture(page) == picture(page, "--blink-settings=scriptEnabled=false")


@pytest.mark.browser
def test_the_page_asks_for_nothing(tmp_path: Path) -> None:
    script = "window.answer = performance.getEntriesByType('resource').length;"
    assert asked(comparison_page(compare(*PAIRS["moved"])), script, tmp_path) == 0
