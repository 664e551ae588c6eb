"""The links of every page, as GitHub shows it: the file is there, and the place in it."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.support.paths import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        name, _, anchor = unquote(link).partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        assert not anchor or anchor in anchors(target), link


def links(page: Path) -> Iterator[str]:
    """The relative links of a page, pictures included."""
    text = prose(page)
    found = re.findall(r"\]\(<?([^)\s>]+)", text) + re.findall(r"(?m)^\[[^\]]+\]: (\S+)", text)
    return (link for link in found if not re.match(r"[a-z]+:", link))


@cache
def anchors(page: Path) -> set[str]:
    """What a link can lead to: ids, and headings as GitHub makes ids of them."""
    text = prose(page)
    slugs: list[str] = []
    for heading in re.findall(r"(?m)^#+ (.+?)\s*$", text):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)|<[^>]*>", r"\1", heading)
        slug = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        again = slugs.count(slug)
        slugs += [slug, f"{slug}-{again}"] if again else [slug]
    return {*slugs, *re.findall(r'<a id="([^"]*)"', text)}


def prose(page: Path) -> str:
    """A page without its code."""
    text = re.sub(r"(?ms)^( *)```.*?^\1```$", "", page.read_text("utf-8"))
    return text if page.suffix == ".md" else ""
