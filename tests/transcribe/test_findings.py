"""What a reading can say is in the documents, under the ids that it says it with."""

import ast
import inspect
import re
from io import BytesIO

import openpyxl
import pytest

from govdisclosure.errors import NotAReportError
from govdisclosure.files import empty_form, form_as, read, read_text
from govdisclosure.i18n import ENGLISH, MESSAGES
from govdisclosure.model import EDITION_2021
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


def saved_by_a_program(number: int | None) -> bytes:
    """The form as openpyxl saves it with a number in each cell but the sums, which it loses."""
    form = form_as(empty_form(EDITION_2021, issuer="青禾县", year=2024), "xlsx")
    book = openpyxl.load_workbook(BytesIO(form))
    for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row):
        if cell.value == "":
            cell.value = number
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_form_that_a_program_filled_says_once_that_its_sums_have_no_values() -> None:
    reading = read(saved_by_a_program(1))
    [finding] = reading.findings
    assert (finding.rule_id, finding.pointer) == ("READ-FORMULAS-WITHOUT-VALUES", "")
    assert finding.message.render(ENGLISH).startswith("34 cells with a formula")
    numbers = [number for _, number in reading.report.cells()]
    assert (numbers.count(1), numbers.count(None)) == (166, 34)


def test_an_empty_form_that_a_program_saved_is_still_an_empty_form() -> None:
    with pytest.raises(NotAReportError) as refused:
        read(saved_by_a_program(None))
    assert refused.value.message.key == "empty_form"


@pytest.mark.parametrize(
    ("period", "severity"), [("截至2022年12月31日", "info"), ("为2022年1月1日至2月31日", "warning")]
)
def test_a_period_that_is_merely_vague_is_no_warning(period: str, severity: str) -> None:
    page = ROOT / "tests/pages/27-period-slip.txt"
    reading = read_text(page.read_text("utf-8").replace("为2020年1月1日至202020年12月31日", period))
    [about] = [f for f in reading.findings if f.rule_id.startswith("READ-PERIOD")]
    assert (reading.report.period, about.severity) == (None, severity)
