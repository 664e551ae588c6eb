"""The example report, tables, and what is read of them with one small change."""

from typing import Any

from govdisclosure.document import Block, Cell, Document, Heading, Paragraph, Table
from govdisclosure.files import read_text
from govdisclosure.model import EDITION_2019, Reading
from govdisclosure.transcribe import assemble
from tests.support.paths import ROOT
from tests.support.printing import STYLES, in_text

EXAMPLE = (ROOT / "docs/examples/xikou-2023.txt").read_text("utf-8")


PLAIN = read_text(EXAMPLE)


OF_2019 = in_text(EDITION_2019.blank(issuer="青禾县溪口镇", year=2020, number=0), STYLES["bars"])


def read_changed(*pairs: str, text: str = EXAMPLE) -> Reading:
    """The reading of a text after some replacements, each of which must change something."""
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert old in text, old
        text = text.replace(old, new)
    return read_text(text)


def codes(reading: Reading) -> set[str]:
    return {message.rule_id for message in reading.findings}


def unplaced(reading: Reading) -> list[tuple[str, str]]:
    return [(piece.text, piece.why) for piece in reading.unplaced]


TITLE = Paragraph("青禾县溪口镇2023年政府信息公开工作年度报告")


SECOND = Heading("二、主动公开政府信息情况", 2)


HEADER = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]


def table(*rows: list[str]) -> Table:
    return Table(tuple(tuple(map(Cell, row)) for row in rows))


def reading_of(*blocks: Block) -> Reading:
    return assemble(Document((TITLE, SECOND, *blocks)))


def numbers(reading: Reading) -> dict[str, Any]:
    """The cells with a number, by the end of their pointers."""
    cells = (("/".join(p.split("/")[-2:]), value) for p, value in reading.report.cells())
    return {pointer: value for pointer, value in cells if value is not None}
