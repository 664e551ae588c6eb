"""Rates of growth and percentages, where they are defined and how they are rounded."""

from fractions import Fraction

import pytest

from govdisclosure.analysis import percent
from govdisclosure.analysis._ratios import growth


@pytest.mark.parametrize(
    ("before", "after", "rate"),
    [
        (20, 25, Fraction(1, 4)),
        (5, 0, -1),
        (0, 5, None),
        (0, 0, None),
        (-2, 3, None),
        (3, -2, None),
    ],
)
def test_nothing_grows_at_a_rate_from_0(before: int, after: int, rate: Fraction | None) -> None:
    assert growth(before, after) == rate


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (Fraction(0), "0.0%"),
        (Fraction(-1, 10_000), "0.0%"),
        (Fraction(2, 3), "66.7%"),
        (Fraction(1), "100.0%"),
        (Fraction(10**31), "1.000e+33%"),
        (Fraction(-(10**5000)), "-1.000e+5002%"),
    ],
)
def test_a_ratio_is_rounded_to_a_tenth_of_a_percent(ratio: Fraction, words: str) -> None:
    assert percent(ratio) == words
