"""The pages of metrics are what the metrics say."""

import re

import pytest

from docs.generate.metrics_page import PAGES, metrics_text
from govdisclosure.analysis.metrics import METRICS
from govdisclosure.model import EDITION_2019, EDITION_2021
from tests.support.paths import ROOT

DOCS = ROOT / "docs"

every_page = pytest.mark.parametrize("page", PAGES)


@every_page
def test_the_committed_page_is_what_the_metrics_say(page: str) -> None:
    assert f"<!-- metrics -->\n\n{metrics_text(PAGES[page])}\n\n<!-- /metrics -->" in (
        DOCS / page
    ).read_text("utf-8")


@every_page
def test_every_metric_is_there_and_every_link_leads_to_one(page: str) -> None:
    text, language = metrics_text(PAGES[page]), PAGES[page]
    anchors = re.findall(r'<a id="([^"]*)"></a>', text)
    assert anchors == re.findall(r"\]\(#([^)]*)\)", text) == [metric.name for metric in METRICS]
    assert all(metric.usage.render(language) in text for metric in METRICS)


def test_every_address_on_the_page_is_on_both_forms() -> None:
    addresses = set(re.findall(r"`(/[a-z_/*]+)`", metrics_text()))
    assert addresses
    for form in (EDITION_2019.form, EDITION_2021.form):
        for address in addresses:
            pattern = re.escape(address).replace(r"/\*", r"(/[a-z_]+)?")
            assert [cell for cell in form.cells if re.fullmatch(pattern, cell)], address
