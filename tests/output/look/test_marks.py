"""Marks and the legend that explains them."""

import re

import pytest

from govdisclosure.i18n import LANGUAGES, Language
from govdisclosure.output.look import legend, mark


def test_a_mark_that_leads_somewhere_has_a_name_for_whoever_hears_it() -> None:
    assert mark("warning", "2", href="#a&b", name='第 2 "条"') == (
        '<a href="#a&amp;b" class="m warning" aria-label="第 2 &quot;条&quot;">2</a>'
    )


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_the_legend_explains_what_is_shown_and_in_one_order(language: Language) -> None:
    kinds = ["unsure", "empty", "error", "error", "strange"]
    samples = re.findall(r'<li><span class="([a-z ]+)">', legend(kinds, language))
    assert samples == ["sample error", "sample empty", "unsure"]


def test_where_nothing_is_marked_there_is_no_legend() -> None:
    assert legend([], LANGUAGES["zh"]) == ""
