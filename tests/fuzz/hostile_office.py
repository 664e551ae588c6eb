"""Office files made to waste time or memory: small, and large when they are unpacked."""

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from govdisclosure.files import form_as
from tests.fuzz.filling import REPORT, SIZE, each, fill, shuffled


def office(part: str, words: str, format: str) -> bytes:
    """An office file of the report with another text in one of its parts."""
    target = BytesIO()
    with (
        ZipFile(BytesIO(form_as(REPORT, format))) as source,
        ZipFile(target, "w", ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            archive.writestr(name, words if name == part else source.read(name))
    return target.getvalue()


def part(format: str, name: str) -> str:
    """A part of the report's office file."""
    with ZipFile(BytesIO(form_as(REPORT, format))) as archive:
        return archive.read(name).decode()


def word(xml: str, at: str = "</w:body>") -> bytes:
    """A Word file with something before its end, or somewhere else."""
    name = "word/document.xml"
    return office(name, part("docx", name).replace(at, xml + at, 1), "docx")


UNPACKED = 40_000_000
"""Bytes of an office file's part that packs to a fraction of it."""

_RUN = "<w:r><w:t>甲</w:t></w:r>"
_CELL = "<w:tc><w:p/></w:tc>"

DOCX: Mapping[str, Callable[[], bytes]] = {
    "runs": lambda: word(f"<w:p>{fill(_RUN, UNPACKED)}</w:p>"),
    "runs, empty": lambda: word(f"<w:p>{fill('<w:r/>', UNPACKED)}</w:p>"),
    "runs of two types": lambda: word(
        f"<w:p>{fill('<w:r><w:rPr><w:strike/><w:b/></w:rPr><w:t>1</w:t></w:r>', UNPACKED)}</w:p>"
    ),
    "paragraphs": lambda: word(fill("<w:p/>", UNPACKED)),
    "paragraphs of text": lambda: word(fill(f"<w:p>{_RUN}</w:p>", 3_800_000)),
    "breaks": lambda: word(f"<w:p><w:r>{fill('<w:br/>', UNPACKED)}</w:r></w:p>"),
    "breaks and words": lambda: word(
        f"<w:p><w:r>{fill('<w:br/><w:t>1</w:t>', 3_000_000)}</w:r></w:p>"
    ),
    "text": lambda: word(f"<w:p><w:r><w:t>{fill('甲', UNPACKED)}</w:t></w:r></w:p>"),
    "text of spaces": lambda: word(f"<w:p><w:r><w:t>规{fill(' ', 5_000_000)}章</w:t></w:r></w:p>"),
    "cells": lambda: word(f"<w:tbl><w:tr>{fill(_CELL, 2_000_000)}</w:tr></w:tbl>"),
    "rows": lambda: word(f"<w:tbl>{fill(f'<w:tr>{_CELL}</w:tr>', 2_500_000)}</w:tbl>"),
    "rows merged": lambda: word(
        f"<w:tbl>{fill('<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>', 2_500_000)}"
        "</w:tbl>"
    ),
    "cells wide": lambda: word(
        "<w:tbl>"
        + fill(
            f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>{"<w:p/>"}</w:tc></w:tr>',
            SIZE,
        )
        + "</w:tbl>"
    ),
    "tables in tables": lambda: word(
        ("<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80) * 400
    ),
    "tables in a table": lambda: word(
        "<w:tbl><w:tr><w:tc>"
        + fill("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", 2_500_000)
        + "</w:tc></w:tr></w:tbl>"
    ),
    "controls in controls": lambda: word(
        ("<w:sdt><w:sdtContent>" * 100 + "<w:p/>" * 200 + "</w:sdtContent></w:sdt>" * 100) * 200
    ),
    "boxes in boxes": lambda: word(
        (
            "<w:p><w:r><w:pict><w:txbxContent>" * 50
            + "<w:p/>"
            + "</w:txbxContent></w:pict></w:r></w:p>" * 50
        )
        * 900
    ),
    "boxes": lambda: word(f"<w:p>{fill('<w:txbxContent><w:p/></w:txbxContent>', 2_500_000)}</w:p>"),
    "properties": lambda: word(f"<w:p><w:r><w:rPr>{fill('<w:b/>', UNPACKED)}</w:rPr></w:r></w:p>"),
    "attributes": lambda: word("<w:p " + each(lambda n: f'a{n}="" ') + "/>"),
    "names of spaces": lambda: word("<w:p " + each(lambda n: f'xmlns:a{n}="{n}" ') + "/>"),
    "entities": lambda: office(
        "word/document.xml",
        '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9)).replace(
            "&a0;", "&a;"
        )
        + "]>"
        + part("docx", "word/document.xml")
        .partition("?>")[2]
        .replace("</w:body>", "<w:p>&a8;</w:p></w:body>"),
        "docx",
    ),
}


def sheet(rows: str, before: str = "", after: str = "") -> bytes:
    """A workbook with other rows."""
    xml = part("xlsx", "xl/worksheets/sheet1.xml")
    head, _, rest = xml.partition("</sheetData>")
    return office("xl/worksheets/sheet1.xml", head + rows + "</sheetData>" + after + rest, "xlsx")


_LABEL = "其他法律行政法规禁止公开"

XLSX: Mapping[str, Callable[[], bytes]] = {
    "cells": lambda: sheet(
        "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(100, 48_000))
    ),
    "cells in rows": lambda: sheet('<row r="90">' + "<c><v>1</v></c>" * 70_000 + "</row>"),
    "cells far apart": lambda: sheet(
        "".join(
            f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="XFD{n}"><v>1</v></c></row>'
            for n in range(100, 900)
        )
    ),
    "texts": lambda: sheet(
        "".join(
            f'<row r="{n}"><c t="inlineStr"><is><t>{shuffled(n, _LABEL)}</t></is></c></row>'
            for n in range(100, 30_000)
        )
    ),
    "shared text": lambda: office(
        "xl/sharedStrings.xml",
        part("xlsx", "xl/sharedStrings.xml").replace("</si>", fill("甲", UNPACKED) + "</si>", 1),
        "xlsx",
    ),
    "runs": lambda: sheet(
        '<row r="90"><c r="A90" t="inlineStr"><is>' + "<r><t>1</t></r>" * 70_000 + "</is></c></row>"
    ),
    "merged": lambda: sheet(
        "",
        after="<mergeCells>"
        + fill('<mergeCell ref="A1:XFD1048576"/>', 4_000_000)
        + "</mergeCells>",
    ),
    "formulas": lambda: sheet(
        "".join(
            f'<row r="{n}"><c r="A{n}"><f>SUM(A1:A{n})</f></c></row>' for n in range(100, 37_000)
        )
    ),
    "shared formulas": lambda: sheet(
        '<row r="90"><c r="A90"><f t="shared" ref="A90:Z99999" si="0">'
        + "A1+" * 100_000
        + "1</f></c></row>"
        + "".join(
            f'<row r="{n}"><c r="A{n}"><f t="shared" si="0"/></c></row>' for n in range(100, 30_000)
        )
    ),
    "big numbers": lambda: sheet('<row r="90"><c r="A90"><v>' + "9" * 4_000_000 + "</v></c></row>"),
    "styles": lambda: office(
        "xl/styles.xml",
        part("xlsx", "xl/styles.xml").replace("</cellXfs>", fill("<xf/>", 700_000) + "</cellXfs>"),
        "xlsx",
    ),
}
