"""The pages of metrics are what the metrics say."""

import re
from pathlib import Path

import pytest

from govdisclosure.metrics import METRICS
from govdisclosure.metrics_page import PAGES, main, metrics_page
from govdisclosure.model import Report2019, Report2021
from govdisclosure.rules.addresses import form_of

DOCS = Path(__file__).parents[1] / "docs"

every_page = pytest.mark.parametrize("page", PAGES)


@every_page
def test_the_committed_page_is_what_the_metrics_say(page: str) -> None:
    assert (DOCS / page).read_text("utf-8") == metrics_page(PAGES[page])


def test_the_pages_can_be_written_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(tmp_path)])
    assert {p.name for p in tmp_path.iterdir()} == set(PAGES)
    main([])
    assert capsys.readouterr().out == (tmp_path / "metrics.md").read_text("utf-8")


@every_page
def test_every_metric_is_there_and_every_link_leads_to_one(page: str) -> None:
    text, lang = metrics_page(PAGES[page]), PAGES[page]
    anchors = re.findall(r'<a id="([^"]*)"></a>', text)
    assert anchors == re.findall(r"\]\(#([^)]*)\)", text) == [metric.name for metric in METRICS]
    assert all(metric.usage.say(lang) in text for metric in METRICS)


def test_every_address_on_the_page_is_on_both_forms() -> None:
    addresses = set(re.findall(r"`(/[a-z_/*]+)`", metrics_page()))
    assert addresses
    for form in (form_of(Report2019), form_of(Report2021)):
        for address in addresses:
            pattern = re.escape(address).replace(r"/\*", r"(/[a-z_]+)?")
            assert [cell for cell in form.cells if re.fullmatch(pattern, cell)], address
