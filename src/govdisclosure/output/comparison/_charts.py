"""Small pictures of what moved: two bars below each other, as SVG inside a page."""

from collections.abc import Iterator
from fractions import Fraction
from html import escape

from govdisclosure.findings import Number

WIDTH, BAR = 48, 5
"""Width of the picture and height of a bar, in its own units."""


def bars(before: Number, after: Number, title: str) -> str:
    """Two numbers as bars from a common 0; the title is what a screen reader says.

    >>> bars(1, 2, "1 → 2").count("<rect")
    2
    """
    low, high = min(before, after, 0), max(before, after, 0)
    rects = "".join(_bars((before, after), low, high))
    return (
        f'<svg role="img" viewBox="0 0 {WIDTH} {2 * BAR + 1}" width="{WIDTH}"'
        f' height="{2 * BAR + 1}"><title>{escape(title)}</title>{rects}</svg>'
    )


def _bars(values: tuple[Number, Number], low: Number, high: Number) -> Iterator[str]:
    for place, (name, value) in enumerate(zip(("before", "after"), values, strict=True)):
        left, right = _at(min(value, 0), low, high), _at(max(value, 0), low, high)
        # Zero is a line, so that it is not taken for a missing bar.
        wide = max(right - left, 1)
        x = min(left, WIDTH - 1)
        yield (
            f'<rect class="{name}" x="{x:.1f}" y="{place * (BAR + 1)}"'
            f' width="{wide:.1f}" height="{BAR}"/>'
        )


def _at(value: Number, low: Number, high: Number) -> float:
    """Where a number stands between the lowest and the highest, in units of the picture."""
    span = Fraction(high) - Fraction(low)
    return float((Fraction(value) - Fraction(low)) / span * WIDTH) if span else 0.0
