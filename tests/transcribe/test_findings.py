"""What a reading can say is in the documents, under the ids that it says it with."""

import ast
import inspect
import re

import pytest

from govdisclosure.i18n import MESSAGES
from govdisclosure.transcribe import _findings, _front_matter
from tests.support.paths import ROOT

DOCS = ROOT / "docs"


def keys() -> set[str]:
    """Every key of a message that the two modules name."""
    nodes = [
        n for m in (_front_matter, _findings) for n in ast.walk(ast.parse(inspect.getsource(m)))
    ]
    words = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    return words & MESSAGES.keys()


@pytest.mark.parametrize("page", ["readers.md", "readers.zh-CN.md"])
def test_the_page_about_reading_lists_every_message(page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    listed = set(re.findall(r"READ-[A-Z-]+[A-Z]", text.replace("```", "")))
    assert listed == {"READ-" + key.upper().replace("_", "-") for key in keys()}


def test_both_pages_about_reading_show_the_same_code() -> None:
    pages = [(DOCS / name).read_text("utf-8") for name in ("readers.md", "readers.zh-CN.md")]
    blocks = [re.findall(r"^>>> .*$|^\.\.\. .*$", page, re.M) for page in pages]
    assert [line.replace("CHINESE", "ENGLISH") for line in blocks[1]] == blocks[0] != []
