"""What an office file is read as, however it is packed, and what no archive may raise."""

import re
import zlib
from contextlib import suppress
from io import BytesIO
from random import Random
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZipFile

import pytest
from openpyxl import Workbook

from govdisclosure.document import Document
from govdisclosure.document.readers import read_document
from govdisclosure.errors import Error, ReadError
from govdisclosure.files import form_as, read
from govdisclosure.model import EDITION_2021
from tests.support.gold import SHARED
from tests.support.printing import in_xlsx
from tests.support.refusals import refusal
from tests.support.workbooks import SHEET, archive_of, parts

REPORT = EDITION_2021.blank(issuer="青禾县溪口镇", year=2022, number=3)
FILES = {"docx": form_as(REPORT, "docx"), "xlsx": in_xlsx(REPORT)}
MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}

every_format = pytest.mark.parametrize("format", ["docx", "xlsx"])


def document(format: str) -> Document:
    return read_document(FILES[format])


# What is read --------------------------------------------------------------------------------


@every_format
@pytest.mark.parametrize(
    "target", ["NULL", "../NULL", "/NULL", "#_top", "", "media/none.png", "..\\..\\x", "%00", "a:b"]
)
@pytest.mark.parametrize("kind", ["image", "hyperlink", "comments", "oleObject", "customXml"])
def test_a_relationship_to_what_is_not_there_is_none(format: str, target: str, kind: str) -> None:
    """Word and WPS open such files; WPS and add-ins write them."""
    of_file = parts(FILES[format])
    relation = (
        f'<Relationship Id="rId99" Target="{target}" Type="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships/{kind}"/></Relationships>'
    ).encode()
    for name in [name for name in of_file if name.endswith(".rels")]:
        of_file[name] = of_file[name].replace(b"</Relationships>", relation)
    assert read_document(archive_of(of_file)) == document(format)


@pytest.mark.parametrize(
    ("format", "usual", "other"),
    [
        ("docx", b"openxmlformats-officedocument.wordprocessingml.document.main", other)
        for other in (
            b"ms-word.document.macroEnabled.main",
            b"ms-word.template.macroEnabledTemplate.main",
            b"openxmlformats-officedocument.wordprocessingml.template.main",
        )
    ]
    + [
        ("xlsx", b"openxmlformats-officedocument.spreadsheetml.sheet.main", other)
        for other in (
            b"ms-excel.sheet.macroEnabled.main",
            b"ms-excel.template.macroEnabled.main",
            b"openxmlformats-officedocument.spreadsheetml.template.main",
        )
    ],
)
def test_files_with_macros_and_templates_are_read_as_any_other(
    format: str, usual: bytes, other: bytes
) -> None:
    of_file = parts(FILES[format])
    types = of_file["[Content_Types].xml"]
    assert usual in types
    of_file["[Content_Types].xml"] = types.replace(usual, other)
    of_file[f"{MAIN[format].partition('/')[0]}/vbaProject.bin"] = b"Sub Auto_Open()"
    assert read_document(archive_of(of_file)) == document(format)


@every_format
def test_the_strict_form_of_the_standard_is_read_as_the_usual_one(format: str) -> None:
    strict = {
        name: re.sub(
            rb"http://schemas\.openxmlformats\.org/((?!package)\w+)/2006/(\w+)",
            rb"http://purl.oclc.org/ooxml/\1/\2",
            content,
        )
        for name, content in parts(FILES[format]).items()
    }
    assert b"purl.oclc.org" in strict[MAIN[format]]
    assert read_document(archive_of(strict)) == document(format)


@every_format
def test_parts_are_found_in_other_case_and_behind_backslashes(format: str) -> None:
    of_file = parts(FILES[format])
    assert read_document(archive_of({n.upper(): c for n, c in of_file.items()})) == document(format)
    odd = archive_of({name.replace("/", "\\"): content for name, content in of_file.items()})
    assert read_document(odd) == document(format)


def test_the_main_part_may_have_another_name() -> None:
    of_file = parts(FILES["docx"])
    of_file["word/document2.xml"] = of_file.pop("word/document.xml")
    of_file["word/_rels/document2.xml.rels"] = of_file.pop("word/_rels/document.xml.rels")
    for name in ("_rels/.rels", "[Content_Types].xml"):
        of_file[name] = of_file[name].replace(b"word/document.xml", b"word/document2.xml")
    assert read_document(archive_of(of_file)) == document("docx")


def test_a_damaged_picture_is_no_damage_to_the_text() -> None:
    of_file = parts(FILES["docx"])
    whole = archive_of({**of_file, "word/media/image1.png": b"picture" * 999})
    at = whole.index(zlib.compress(b"picture" * 999, wbits=-15)[:9])
    assert read_document(whole[: at + 2] + b"\xff\xff" + whole[at + 4 :]) == document("docx")


# What is refused -----------------------------------------------------------------------------


@every_format
@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_parts_packed_as_no_office_program_does_are_said_to_be(format: str, method: int) -> None:
    file = BytesIO()
    with ZipFile(file, "w", method) as archive:
        for name, content in parts(FILES[format]).items():
            archive.writestr(name, content)
    assert refusal(file.getvalue()) == "packed_unusually"


@every_format
@pytest.mark.parametrize(("flag", "key"), [(0x1, "encrypted"), (0x20, "packed_unusually")])
def test_a_part_with_a_password_or_packed_in_patches_is_said_to_be(
    format: str, flag: int, key: str
) -> None:
    data = bytearray(FILES[format])
    at = -1
    while (at := data.find(b"PK\1\2", at + 1)) >= 0:
        data[at + 8] |= flag
    assert refusal(bytes(data)) == key


@every_format
def test_half_a_file_is_damaged_and_named(format: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(FILES[format][: len(FILES[format]) // 2])
    assert caught.value.message.key == "damaged"
    assert caught.value.message.params == {"format": format.upper()}


def test_a_listed_sheet_that_is_not_there_is_damage() -> None:
    of_file = parts(FILES["xlsx"])
    assert refusal(archive_of({**of_file, SHEET: b"<html/>"})) == "damaged"
    del of_file[SHEET]
    assert refusal(archive_of(of_file)) == "damaged"


def test_a_sheet_of_charts_is_passed_over() -> None:
    book = Workbook()
    book.active.append(["甲", 1])  # type: ignore[union-attr]
    book.create_chartsheet("图")
    file = BytesIO()
    book.save(file)
    assert len(read_document(file.getvalue()).blocks) == 1


@pytest.mark.parametrize(("format", "name"), [("docx", "_rels/.rels"), ("xlsx", MAIN["xlsx"])])
def test_parts_in_an_encoding_that_hides_entities_are_damaged(format: str, name: str) -> None:
    xml = b'<?xml version="1.0" encoding="cp037"?>' + "<!DOCTYPE x><x/>".encode("cp037")
    assert refusal(archive_of({**parts(FILES[format]), name: xml})) == "damaged"


TOKENS = [b"NULL", b"#_top", b"", b"\xff" * 4, bytes(4), b"PK\1\2", b"9999999999", b"-1", b"<a>"]


def mutant(data: bytes, chance: Random) -> bytes:
    """A file with a few bytes changed, removed, put in or copied to another place."""
    content = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(content) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            content[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            del content[at : at + chance.choice((1, 4, 100))]
        elif kind == 2:
            content[at : at + chance.choice((0, 4, 10))] = chance.choice(TOKENS)
        else:
            content[at : at + 20] = content[chance.randrange(len(content) + 1) :][:20]
    return bytes(content)


@every_format
@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_a_damaged_office_file_is_read_or_refused_and_nothing_is_said(
    format: str, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Damage in the archive and damage in its parts; warnings are errors here."""
    chance = Random(seed)
    whole = parts(FILES[format])
    for _ in range(200 if seed == 1 else 3_000):
        name = chance.choice(list(whole))
        in_part = archive_of({**whole, name: mutant(whole[name], chance)})
        for data in (in_part, mutant(FILES[format], chance)):
            with suppress(Error):
                read(data)
    assert capsys.readouterr() == ("", "")


HOSTILE = SHARED / "corpus" / "hostile"


@pytest.mark.skipif(not HOSTILE.exists(), reason="../shared is not here")
def test_the_hostile_office_files_are_read_like_the_good_one_or_refused_with_the_reason() -> None:
    good = read(HOSTILE / "01-docx-good.docx")
    assert read(HOSTILE / "04-docx-null-image.docx") == good
    assert read(HOSTILE / "05-docx-macro.docm") == good
    assert refusal(HOSTILE / "02-docx-deflate-damaged.docx") == "damaged"
    assert refusal(HOSTILE / "03-docx-method-99.docx") == "packed_unusually"
    assert read(HOSTILE / "06-xlsx-strict.xlsx").report.issuer.name
