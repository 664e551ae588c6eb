"""What is JSON to the command line is judged as ``loads`` judges it."""

import codecs
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from govdisclosure.codec import dumps
from govdisclosure.codec.validation import validate
from govdisclosure.files import Loader, Source, UnreadFile, form_as, load
from govdisclosure.files._content import LARGEST_JSON, is_json
from govdisclosure.i18n import Message
from govdisclosure.model import EDITION_2021
from tests.support import cases

TEXT = dumps(EDITION_2021.blank(issuer="青禾县", year=2023, number=0))
BOM = codecs.BOM_UTF8


def loaded(path: Path, content: bytes) -> Source | UnreadFile:
    path.write_bytes(content)
    return load(str(path))


@pytest.mark.parametrize("content", [TEXT.encode(), BOM + TEXT.encode(), b" \n" + TEXT.encode()])
@pytest.mark.parametrize("name", ["a.json", "a.txt", "a"])
def test_a_report_in_json_is_one_whatever_its_name(
    tmp_path: Path, content: bytes, name: str
) -> None:
    assert isinstance(loaded(tmp_path / name, content), Source)


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        BOM + BOM + TEXT.encode(),
        TEXT.encode().replace("县".encode(), b"\xff"),
        b"[]",
        b'"report"',
    ],
    ids=["GB18030", "UTF-16", "two marks", "a broken byte", "array", "string"],
)
@pytest.mark.parametrize("name", ["a.JSON", "a.txt"])
def test_content_that_begins_like_json_gets_the_answer_of_the_loader(
    tmp_path: Path, content: bytes, name: str
) -> None:
    source = loaded(tmp_path / name, content)
    assert isinstance(source, UnreadFile)
    assert source.reason is None
    assert source.findings == validate(content) != ()


@pytest.mark.parametrize("text", ["null", "3", "true", "NaN", "[[[[", "// x", "", "年度报告", "PK"])
def test_a_file_named_so_is_json_whatever_is_in_it(tmp_path: Path, text: str) -> None:
    source = loaded(tmp_path / "a.json", text.encode())
    assert isinstance(source, UnreadFile)
    assert source.findings == validate(text) != ()


def test_a_file_that_is_too_large_is_not_parsed(tmp_path: Path) -> None:
    source = loaded(tmp_path / "a.json", b"[" + b" " * LARGEST_JSON)
    assert isinstance(source, UnreadFile)
    assert source.reason
    assert source.reason.key == "too_large"


@pytest.mark.parametrize(
    ("name", "data", "json"),
    [
        ("a.txt", b"{", True),
        ("-", b"\xef\xbb\xbf {}", True),
        ("-", "{}".encode("utf-16"), True),
        ("-", b"[]", True),
        ("-", "{}".encode("utf-16-le"), True),
        ("-", "{}".encode("utf-16-be"), True),
        ("-", b'"', False),
        ("-", b"{\\rtf1 []", False),
        ("a.JSON", "年度报告".encode(), True),
        ("a.md", b"[1] a footnote", False),
        ("-", b"", False),
    ],
)
def test_json_is_told_by_its_name_or_its_content(name: str, data: bytes, json: bool) -> None:
    assert is_json(name, data) == json


def test_whoever_reads_json_imports_nothing_that_reads_documents() -> None:
    program = (
        "import sys; before = set(sys.modules); from govdisclosure.files import load\n"
        "assert load('docs/examples/report-2021.json').report\n"
        "others = {'zipfile', 'multiprocessing', 'jsonschema', 'rich', 'govdisclosure.transcribe',"
        " 'govdisclosure.document.readers', 'govdisclosure.document.writers'}\n"
        "others &= set(sys.modules) - before\n"
        "assert not others, others"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


def test_what_may_take_long_is_read_in_a_process_that_is_killed_in_time(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(form_as(EDITION_2021.blank(issuer="青禾县", year=2023, number=0), "docx"))
    with closing(Loader()) as patient, closing(Loader(timeout=1e-6)) as hasty:
        read, given_up = patient.load(str(path)), hasty.load(str(path))
    assert isinstance(read, Source)
    assert read.report.issuer.name == "青禾县"
    assert isinstance(given_up, UnreadFile)
    assert given_up.reason == Message("too_slow", {"seconds": "1e-06"})


def test_why_a_file_is_refused_comes_back_from_the_other_process(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7 no more than that")
    with closing(Loader()) as loader:
        source = loader.load(str(path))
    assert isinstance(source, UnreadFile)
    assert source.reason == Message("damaged", {"format": "PDF"})


@pytest.mark.parametrize("content", [TEXT.encode(), "一、总体情况".encode(), b""])
def test_json_and_a_short_text_are_read_without_another_process(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "a"
    path.write_bytes(content)
    loader = Loader(timeout=0)
    loader.load(str(path))
    assert loader._worker is None


def test_another_file_under_the_name_of_json_is_called_what_it_is(tmp_path: Path) -> None:
    docx = tmp_path / "docx.json"
    docx.write_bytes(form_as(cases.A, "docx"))
    source = load(str(docx))
    assert isinstance(source, Source)
    assert source.report.requests == cases.A.requests
    png = tmp_path / "png.json"
    png.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 99)
    unread = load(str(png))
    assert isinstance(unread, UnreadFile)
    assert unread.reason is not None
    assert unread.reason.key == "is_picture"
    text = tmp_path / "text.json"
    text.write_text("not JSON", "utf-8")
    unread = load(str(text))
    assert isinstance(unread, UnreadFile)
    assert [finding.rule_id for finding in unread.findings] == ["JSON-SYNTAX"]
