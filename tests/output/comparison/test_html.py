"""The comparison page, in a browser where there is one."""

from pathlib import Path

import pytest

from govdisclosure.analysis.comparison import compare
from govdisclosure.files import read
from govdisclosure.i18n import LANGUAGES, Language
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyReport
from govdisclosure.output.comparison import comparison_page
from tests.support.browser import asked, opened, picture, violations
from tests.support.paths import ROOT

every_language = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
REPORT: AnyReport = read(ROOT / "docs/examples/xikou-2023-broken.txt").report
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


@pytest.mark.parametrize("which", PAIRS)
@every_language
def test_the_page_passes_an_accessibility_check(
    tmp_path: Path, which: str, language: Language
) -> None:
    assert violations(comparison_page(compare(*PAIRS[which]), language), tmp_path) == []


@every_language
def test_the_page_opens_in_a_browser_without_an_error(tmp_path: Path, language: Language) -> None:
    page = tmp_path / "comparison.html"
    page.write_text(comparison_page(compare(*PAIRS["hostile"]), language), encoding="utf-8")
    assert "<ins>&lt;script&gt;" in opened(page)
    assert picture(page) == picture(page, "--blink-settings=scriptEnabled=false")


def test_the_page_asks_for_nothing(tmp_path: Path) -> None:
    script = "window.answer = performance.getEntriesByType('resource').length;"
    assert asked(comparison_page(compare(*PAIRS["moved"])), script, tmp_path) == 0
