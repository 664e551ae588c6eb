"""Which format a file has, and what is imported for it."""

import subprocess
import sys

import pytest

from govdisclosure.files import format_of
from govdisclosure.files._formats import FORMATS, is_json


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_end_of_a_name_tells_the_format_however_it_is_written(suffix: str) -> None:
    assert format_of(f"a{suffix}") == format_of(f"a{suffix.upper()}") == FORMATS[suffix]


@pytest.mark.parametrize(
    ("name", "data", "json"),
    [
        ("a.txt", b"{", True),
        ("-", b"\xef\xbb\xbf {}", True),
        ("-", "{}".encode("utf-16"), True),
        ("-", b"[]", True),
        ("-", b'"', False),
        ("a.JSON", "年度报告".encode(), True),
        ("a.md", b"[1] a footnote", False),
        ("-", b"", False),
    ],
)
def test_json_is_told_by_its_name_or_its_content(name: str, data: bytes, json: bool) -> None:
    assert is_json(name, data) == json


def test_whoever_reads_json_imports_nothing_that_reads_documents() -> None:
    program = (
        "import sys; from govdisclosure.files import load\n"
        "assert load('docs/examples/report-2021.json').report\n"
        "others = {'zipfile', 'multiprocessing', 'jsonschema', 'rich', 'govdisclosure.transcribe',"
        " 'govdisclosure.document.readers', 'govdisclosure.document.writers'} & set(sys.modules)\n"
        "assert not others, others"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
