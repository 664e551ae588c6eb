"""A bar is as long as its number."""

from decimal import Decimal
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from govdisclosure.output.comparison._charts import bars


@pytest.mark.parametrize(
    ("before", "now", "widths"),
    [
        (1, 2, [24, 48]),
        (0, 4, [1, 48]),
        (-2, 2, [24, 24]),
        (Decimal("0.5"), Decimal("0.25"), [48, 24]),
        (0, 10**400, [1, 48]),
    ],
)
def test_a_bar_is_as_long_as_its_number(before: Any, now: Any, widths: list[float]) -> None:
    picture = HTMLParser(bars(before, now, "<x>"))
    assert [float(r.attributes["width"] or "") for r in picture.css("rect")] == widths
    assert [title.text() for title in picture.css("title")] == ["<x>"]
    starts = [float(r.attributes["x"] or "") for r in picture.css("rect")]
    assert all(start + wide <= 48 for start, wide in zip(starts, widths, strict=True))
