"""Reading and writing change nothing of the program that they run in."""

import subprocess
import sys
from pathlib import Path

from govdisclosure.files import form_as
from govdisclosure.model import EDITION_2019, EDITION_2021
from tests.support.paths import ROOT
from tests.support.printing import in_html, in_pdf, in_xlsx
from tests.support.workbooks import SHEET, archive_of, parts, workbook_of

ODD_SHEET = """
<sheetPr/><sheetData><row r="1"><c r="A1" s="1"><v>99999999999</v></c></row></sheetData>
<conditionalFormatting sqref="A1"><cfRule type="none" priority="1"/></conditionalFormatting>
<headerFooter><oddHeader>&amp;X&amp;&amp;</oddHeader></headerFooter>
<extLst><ext uri="{78C0D931-6437-407D-A8EE-F0AAD7539E65}"/></extLst>
"""
"""What openpyxl would warn of: an impossible date, a rule, a header, an extension."""


def test_all_readers_and_writers_in_16_threads_give_the_same_and_leave_the_program_alone(
    tmp_path: Path,
) -> None:
    """Warnings are errors, and nothing is printed; imports are part of what happens at once."""
    report = EDITION_2021.blank(issuer="青禾县溪口镇", year=2022, number=3)
    other = EDITION_2019.blank(issuer="青禾县", year=2020, number=5)
    workbook = parts(in_xlsx(report))
    odd = parts(workbook_of(ODD_SHEET))
    odd["xl/styles.xml"] = workbook["xl/styles.xml"].replace(b'numFmtId="0"', b'numFmtId="14"')
    files = {
        "a.html": in_html(report).encode("gb18030"),
        "b.docx": form_as(other, "docx"),
        "c.xlsx": archive_of(workbook),
        "d.xlsx": archive_of({**workbook, SHEET: odd[SHEET]}),
        "e.xlsx": archive_of({**workbook, "xl/styles.xml": b"<styleSheet/>"}),
        "f.pdf": in_pdf(report),
        "g.pdf": in_pdf(report)[:-900],
        "h.md": form_as(other, "markdown"),
        "i.txt": form_as(report, "text"),
        "j.json": form_as(report, "json"),
        "k.json": b'{"schema_version": 1}',
        "l.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    command = [sys.executable, "-W", "error", "-m", "tests.support.threads", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
