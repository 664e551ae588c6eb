"""Bad input gets a clear refusal and nothing else."""

from pathlib import Path

import pytest

from govdisclosure.codec import dumps, loads
from govdisclosure.document._limits import LARGEST_TEXT
from govdisclosure.document.readers import decode
from govdisclosure.errors import InvalidReportError, NotAReportError, ReadError
from govdisclosure.files import read, read_text
from govdisclosure.i18n import CHINESE, ENGLISH
from govdisclosure.model import EDITIONS, AnyEdition, Reading
from tests.support.paths import ROOT
from tests.support.refusals import refusal

EXAMPLE = ROOT / "docs" / "examples" / "xikou-2023.txt"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty_file"),
        (b" \r\n\t\n", "empty_file"),
        (b"\xef\xbb\xbf", "empty_file"),
        (bytes(range(256)) * 40, "binary_file"),
        (b"abc\x00def", "binary_file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(1000), "is_picture"),
        (b"%PDF-1.7 ...", "damaged"),
        (b"PK\x03\x04....", "damaged"),
        (b"PK\x03\x04" + b"x" * LARGEST_TEXT, "damaged"),
        (b"<!DOCTYPE html><html><table>", "not_a_report"),
        (("甲1" * 40_000 + "\n").encode() * 12, "not_a_report"),
        (("甲1" * 40_000 + "\n").encode() * 20, "too_many_characters"),
        (b"x" * (LARGEST_TEXT + 1), "too_large"),
        ("从前有一座山。\n山里有座庙。\n".encode(), "not_a_report"),
        pytest.param(
            "从前有一座山，山里有座庙，一、二、三。\n".encode() * 60_000,
            "too_many_cells",
            marks=pytest.mark.slow,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_a_report_is_refused_with_its_reason(data: bytes, key: str) -> None:
    assert refusal(data) == key


def test_a_missing_file_a_directory_and_an_impossible_name_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nothing.txt") == "no_such_file"
    assert refusal(tmp_path) == "is_a_directory"
    assert refusal("a\x00b.txt") == "cannot_open"


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("http://www.example.gov.cn/a/b.docx", "http://www.example.gov.cn/a/b.docx"),
        (Path("https://www.example.gov.cn/a.html"), "https://www.example.gov.cn/a.html"),
        ("HTTPS://EXAMPLE.GOV.CN/", "HTTPS://EXAMPLE.GOV.CN/"),
        ("ftp://example.gov.cn/a.pdf", "ftp://example.gov.cn/a.pdf"),
        (Path("file:///home/a.docx"), "file:///home/a.docx"),
    ],
)
def test_an_address_is_not_fetched_and_is_shown_with_both_slashes(
    source: str | Path, address: str
) -> None:
    with pytest.raises(ReadError) as caught:
        read(source)
    assert caught.value.message.key == "is_an_address"
    assert caught.value.message.params == {"path": address}
    assert "下载" in caught.value.render(CHINESE)
    assert "download it first" in caught.value.render(ENGLISH)


def test_an_empty_name_and_a_folder_are_called_what_they_are() -> None:
    assert refusal("") == "no_name"
    assert [refusal(folder) for folder in (".", Path(""), "..", "/")] == ["is_a_directory"] * 4


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b" \n"])
def test_our_own_json_is_read_as_a_report_without_provenance(
    edition: AnyEdition, mark: bytes, tmp_path: Path
) -> None:
    report = edition.blank(issuer="青禾县", year=2023, number=3)
    report = report.replace({next(iter(edition.form.cells)): None})
    content = mark + dumps(report).encode()
    (tmp_path / "a.txt").write_bytes(content)
    for source in (content, tmp_path / "a.txt", str(tmp_path / "a.txt")):
        assert read(source) == Reading(
            report=loads(content), provenance={}, unplaced=(), findings=()
        )
    counts = read(content).completeness.values()
    cells = len(edition.form.cells)
    assert [sum(c.numbers for c in counts), sum(c.blank for c in counts)] == [cells - 1, 1]
    assert not any(c.absent for c in counts)


@pytest.mark.parametrize(
    "content",
    [b"{}", b'{"a": 1}', b"{", b"[]", b'"report"', b'{"year": "x"}', "{}".encode("utf-16")],
)
def test_json_that_is_no_report_is_refused_as_loads_refuses_it(content: bytes) -> None:
    with pytest.raises(InvalidReportError) as caught:
        read(content)
    with pytest.raises(InvalidReportError) as expected:
        loads(content)
    assert caught.value.findings == expected.value.findings


def test_json_that_is_too_large_is_not_parsed() -> None:
    assert refusal(b"{" + b" " * 5_000_000) == "too_large"


@pytest.mark.parametrize("text", ["一、总体情况\n", "<html><body></body></html>"])
def test_a_string_is_the_name_of_a_file_whatever_it_looks_like(text: str) -> None:
    assert refusal(text) == "no_such_file"


def test_a_forbidden_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so that the refusal of the system is played here."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert refusal(EXAMPLE) == "cannot_open"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_usual_encodings_give_the_same_text(encoding: str) -> None:
    text = EXAMPLE.read_text("utf-8")
    assert decode(text.encode(encoding)) == text


def test_a_path_its_name_its_bytes_and_its_text_give_the_same_reading() -> None:
    text = EXAMPLE.read_text("utf-8")
    readings = [read(EXAMPLE), read(str(EXAMPLE)), read(EXAMPLE.read_bytes()), read_text(text)]
    assert all(reading == readings[0] for reading in readings)


def test_half_a_report_is_read_and_said_to_be_half() -> None:
    text = EXAMPLE.read_text("utf-8")
    reading = read_text(text[: len(text) // 2])
    assert reading.completeness["proactive_disclosure"].absent == 0
    assert reading.completeness["review_and_litigation"].numbers == 0
    ids = {finding.rule_id for finding in reading.findings}
    assert {"READ-SECTION-MISSING", "READ-TABLE-MISSING", "READ-ROWS-MISSING"} <= ids


def test_a_text_with_a_few_damaged_bytes_is_read_and_shows_them() -> None:
    text = EXAMPLE.read_text("utf-8")
    whole = text.encode()
    broken = whole.replace("青禾县".encode(), b"\xe9\x9d\xff", 1)
    assert read(broken).report.requests == read_text(text).report.requests
    assert "\ufffd" in (read(broken).report.title or "")
    assert read(whole[:-5]).report.requests == read_text(text).report.requests


def test_bytes_that_are_damaged_are_no_json() -> None:
    with pytest.raises(ReadError):
        decode(b'{"a": "' + "青禾县溪口镇".encode() * 99 + b'\xff"}')


def test_a_page_of_more_cells_than_any_report_has_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        read_text("规章\n" + "|" * 1_000_000)
    assert caught.value.message.key == "too_many_cells"


def test_headings_without_a_body_a_year_or_a_number_are_no_report() -> None:
    essay = "政府信息公开工作年度报告怎么写\n三、收到和处理政府信息公开申请情况\n收到申请若干件。\n"
    with pytest.raises(NotAReportError) as caught:
        read_text(essay + "四、政府信息公开行政复议、行政诉讼情况\n没有。\n")
    assert caught.value.message.key == "not_a_report"
