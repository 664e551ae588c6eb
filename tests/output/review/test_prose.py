"""Numbers in the prose of a report are linked to the cells that say the same."""

import pytest

from govdisclosure.files import read
from govdisclosure.output.review._prose import mentions
from tests.support.paths import ROOT

REPORT = read(ROOT / "docs/examples/xikou-2023-broken.txt").report
GRANTED = "/requests/outcomes/granted/total"


@pytest.mark.parametrize(
    ("sentence", "cells"),
    [
        ("本年新收申请30件，", {"30": "/requests/received/total"}),
        ("收到申请30件，收到来信41件。", {"30": "/requests/received/total"}),
        ("予以公开15件，部分公开5件", {"15": GRANTED}),
        ("行政许可86件", {"86": "/proactive_disclosure/licensing/decisions"}),
        ("信息30件", {}),
        ("收到申请。30件", {}),
        ("收到申请1,030件", {}),
    ],
)
def test_a_number_in_prose_is_linked_where_it_agrees(sentence: str, cells: dict[str, str]) -> None:
    assert {sentence[m.start : m.end]: m.pointer for m in mentions(REPORT, sentence)} == cells
