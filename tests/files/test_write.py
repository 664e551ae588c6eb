"""Writing a report to a file, whatever its format."""

import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Mm

from govdisclosure.codec import loads
from govdisclosure.errors import InvalidReportError, WriteError
from govdisclosure.files import form_as, write
from govdisclosure.files._formats import FORMATS
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyEdition, CellNote

REPORT = EDITION_2021.blank(issuer="青禾县", year=2023, number=0).replace(
    {"/overview": ("公开信息12条。",)}
)
HOSTILE = "<script>alert(1)</script> | **x** `y` [a](javascript:b) &amp; \x07\u202e\ud800"
FORMATS_OF_FORMS = sorted(set(FORMATS.values()) - {"json"})


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_end_of_the_name_chooses_the_format(tmp_path: Path, suffix: str) -> None:
    write(REPORT, tmp_path / f"form{suffix.upper()}")
    start = (tmp_path / f"form{suffix.upper()}").read_bytes()[:2]
    assert start == {"docx": b"PK", "xlsx": b"PK", "html": b"<!"}.get(FORMATS[suffix], start)


def test_json_is_the_canonical_json(tmp_path: Path) -> None:
    write(REPORT, str(tmp_path / "report.json"))
    assert loads((tmp_path / "report.json").read_bytes()) == REPORT


@pytest.mark.parametrize("name", ["form", "form.pdf", "form.doc"])
def test_a_format_that_there_is_not_is_refused_with_those_there_are(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(WriteError, match=r"\.docx"):
        write(REPORT, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_the_system_refuses_is_an_error_of_ours_in_every_format(
    tmp_path: Path, suffix: str
) -> None:
    with pytest.raises(WriteError) as caught:
        write(REPORT, tmp_path / "none" / f"form{suffix}")
    assert caught.value.message.key == "cannot_write"


@pytest.mark.parametrize(
    ("name", "change", "error"),
    [
        ("form.json", {"/year": 10**30}, InvalidReportError),
        ("form.xlsx", {"/overview": ("长" * 32_768,)}, WriteError),
    ],
)
def test_a_report_that_cannot_be_written_leaves_the_file_as_it_was(
    tmp_path: Path, name: str, change: dict[str, object], error: type[Exception]
) -> None:
    path = tmp_path / name
    path.write_bytes(b"before")
    with pytest.raises(error):
        write(REPORT.replace(change), path)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "govdisclosure.document.writers.docx", None)
    with pytest.raises(WriteError, match=r"pip install 'govdisclosure\[docx\]'"):
        form_as(REPORT, "docx")


@pytest.mark.parametrize("format", FORMATS_OF_FORMS)
def test_hostile_text_is_written_as_text_in_every_format(format: str) -> None:
    notes = {"/requests/received/total": CellNote(printed=HOSTILE)}
    file = form_as(
        REPORT.replace({"/title": HOSTILE, "/overview": (HOSTILE,), "/cell_notes": notes}), format
    )
    content = parts_of(file) if file.startswith(b"PK") else file
    for character in ("\x07", "\u202e"):
        assert character.encode() not in content
    if format != "text":  # which nobody takes for markup
        assert b"<script>" not in content.replace(b"\\<script", b"")
    if format == "markdown":
        prose = content.split(b"<table>")[0]  # inside, Markdown has no meaning
        assert b"[a](" not in prose
        assert b"\\[a\\](" in prose


def parts_of(archive: bytes) -> bytes:
    """The parts of an office file, one after the other."""
    with ZipFile(BytesIO(archive)) as parts:
        return b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".xml"))


@pytest.mark.parametrize("edition", [EDITION_2019, EDITION_2021], ids=lambda e: e.name)
def test_a_word_file_is_a4_with_words_own_headings(edition: AnyEdition) -> None:
    report = edition.blank(issuer="青禾县", year=2023, number=0)
    document = docx.Document(BytesIO(form_as(report, "docx")))
    [section] = document.sections
    paper = (section.page_width or 0, section.page_height or 0)
    assert tuple(round(side / Mm(1)) for side in paper) == (210, 297)
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"]
    assert headings == [
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
    ]
    assert [len(table.columns) for table in document.tables][1:] == [10, 15]


def test_a_word_file_names_a_style_for_every_paragraph_and_has_it() -> None:
    document = docx.Document(BytesIO(form_as(REPORT, "docx")))
    prose = {p.style.name for p in document.paragraphs if p.text and p.style}
    in_cells = {
        p.style.name
        for table in document.tables
        for cell in table.columns[0].cells
        for p in cell.paragraphs
        if p.style
    }
    assert prose == {"Heading 1", "Heading 2", "Body Text"}
    assert in_cells == {"FormCell"}
