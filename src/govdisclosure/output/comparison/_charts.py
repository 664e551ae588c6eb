"""Small pictures of what moved: two bars below each other, as SVG inside a page."""

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
    low = Fraction(min(before, after, 0))
    scale = WIDTH / ((Fraction(max(before, after, 0)) - low) or 1)
    rects = ""
    for name, y, number in (("before", 0, before), ("after", BAR + 1, after)):
        left, right = (float((Fraction(end) - low) * scale) for end in sorted((number, 0)))
        # Zero is a line, so that it is not taken for a missing bar.
        x, width = min(left, WIDTH - 1), max(right - left, 1)
        rects += f'<rect class="{name}" x="{x:.1f}" y="{y}" width="{width:.1f}" height="{BAR}"/>'
    return (
        f'<svg role="img" viewBox="0 0 {WIDTH} {2 * BAR + 1}" width="{WIDTH}"'
        f' height="{2 * BAR + 1}"><title>{escape(title)}</title>{rects}</svg>'
    )
