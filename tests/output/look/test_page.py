"""The style that all pages share: contrast of its colours, its size, what a browser may do."""

import re
from collections.abc import Mapping

import pytest

from govdisclosure.i18n import ENGLISH
from govdisclosure.output.look import CORE, page

TEXT, LINES = 4.5, 3.0
"""The least contrast of text and of lines (WCAG 2.2, 1.4.3 and 1.4.11)."""

PAIRS = (
    *(("ink", ground, TEXT) for ground in ("paper", "wash", "bad-w", "warn-w", "part")),
    *(("soft", ground, TEXT) for ground in ("paper", "wash", "part")),
    *(("link", ground, TEXT) for ground in ("paper", "wash", "bad-w", "info-w", "warn-w")),
    *((ink, ground, TEXT) for ink in ("bad", "warn", "info", "good") for ground in ("paper",)),
    *((ink, f"{ink}-w", TEXT) for ink in ("bad", "warn", "info", "good")),
    *(("on", ground, TEXT) for ground in ("link", "bad", "warn", "good")),
    *((line, "paper", LINES) for line in ("rule", "focus", "a", "b")),
    ("focus", "bad-w", LINES),
)


def tokens(scheme: str) -> Mapping[str, str]:
    """The colours by name, in light or in dark; dark replaces those that it names."""
    light, dark = CORE.split("@media screen and (prefers-color-scheme:dark)")
    dark = dark[: dark.index("@media print")]
    colours = dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{3,6})\b", light))
    return colours | (
        dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{3,6})\b", dark)) if scheme == "dark" else {}
    )


def luminance(colour: str) -> float:
    """The relative luminance of ``#rgb`` or ``#rrggbb``."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    shares = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_the_guidelines_do() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0]} on {pair[1]}")
def test_what_is_read_stands_out_from_its_ground(pair: tuple[str, str, float], scheme: str) -> None:
    colours = tokens(scheme)
    ink, ground, least = pair
    assert contrast(colours[ink], colours[ground]) >= least


def test_every_colour_has_its_dark_twin() -> None:
    assert [name for name, value in tokens("dark").items() if tokens("light")[name] == value] == []


def test_the_core_is_small() -> None:
    assert len(CORE.encode()) <= 9_000


def test_everything_stays_within_its_own_element_so_that_a_notebook_keeps_its_look() -> None:
    selectors = re.findall(
        r"(?:^|[{}])\s*([^@{}/]+?)\s*\{", re.sub(r"/\*.*?\*/", "", CORE, flags=re.S)
    )
    strangers = [one for s in selectors for one in re.split(r",(?![^(]*\))", s) if ".gd" not in one]
    assert strangers == [":root"]


def test_a_page_loads_nothing_and_runs_its_own_script_alone() -> None:
    html = page("甲 <b>", "<p>", language=ENGLISH, script="alert(1)")
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy == (
        "default-src 'none'; style-src 'unsafe-inline';"
        " script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    )
    assert "<title>甲 &lt;b&gt;</title>" in html
    assert '<html lang="en">' in html
    assert "http" not in re.sub("http-equiv", "", html)
