"""Addresses of the project: ``govdisclosure.URLS`` has each, and nobody makes up another."""

import json
import re
import tomllib

import pytest

from govdisclosure import URLS, __version__
from tests.support.paths import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PAGES = [
    *(path for path in ROOT.iterdir() if path.suffix in {".md", ".cff", ".yml", ".toml", ".py"}),
    *(path for folder in ("docs", "schemas", "src") for path in (ROOT / folder).rglob("*.*")),
]
TEXTS = {".md", ".cff", ".yml", ".toml", ".py", ".json", ".js", ".ts"}


def test_the_addresses_in_the_metadata_are_those() -> None:
    assert PROJECT.get("urls", {}) == URLS


def test_the_addresses_of_the_javascript_package_are_those() -> None:
    package = json.loads((ROOT / "schemas" / "js" / "package.json").read_text("utf-8"))
    assert package.get("repository") == URLS.get("Repository")
    assert package.get("homepage") == URLS.get("Homepage")


def test_the_citation_says_what_the_metadata_say() -> None:
    yaml = pytest.importorskip("yaml")
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert (citation["license"], [author["name"] for author in citation["authors"]]) == (
        PROJECT["license"],
        [author["name"] for author in PROJECT["authors"]],
    )
    assert citation.get("repository-code") == URLS.get("Repository")
    assert citation.get("url") == URLS.get("Homepage")
    is_released = "dev" not in __version__
    assert citation.get("version") == (__version__ if is_released else None)
    assert ("date-released" in citation) == is_released


def test_no_page_names_another_address_of_the_project() -> None:
    for path in PAGES:
        if path.suffix in TEXTS:
            found = re.findall(r"https?://[^\s\"'`)>]*govdisclosure", path.read_text("utf-8"))
            assert [url for url in found if not url.startswith((*URLS.values(),))] == [], path
