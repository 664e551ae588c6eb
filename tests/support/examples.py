"""The whole example documents of docs/examples: ``python -m tests.support.examples`` writes them.

The body is made up. Both keep every rule; between them they show what a report can say. Beside them
stands a spreadsheet of the cells of the bodies of a county.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from govdisclosure import read
from govdisclosure.analysis import tidy
from govdisclosure.codec import dumps
from govdisclosure.form import Money
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyReport, CellNote, Period
from tests.support.paths import ROOT

EXAMPLES = ROOT / "docs" / "examples"


def examples() -> Mapping[str, str]:
    """The text of each example, by file name."""
    return {"report-2019.json": dumps(report_2019()), "report-2021.json": dumps(report_2021())}


def report_2021() -> AnyReport:
    """青禾县 2023, on the 2021 form: an amount, a note, an extension."""
    cells = {
        "/proactive_disclosure/normative_documents/issued": 3,
        "/proactive_disclosure/normative_documents/repealed": 1,
        "/proactive_disclosure/normative_documents/in_force": 14,
        "/proactive_disclosure/licensing/decisions": 1208,
        "/proactive_disclosure/penalties/decisions": 96,
        "/proactive_disclosure/fees/amount_wan_yuan": Decimal("10.40"),
        "/requests/received/natural_person": 25,
        "/requests/received/commercial_enterprise": 5,
        "/requests/received/total": 30,
        "/requests/carried_in/natural_person": 2,
        "/requests/carried_in/total": 2,
        "/requests/outcomes/granted/natural_person": 21,
        "/requests/outcomes/granted/commercial_enterprise": 4,
        "/requests/outcomes/granted/total": 25,
        "/requests/outcomes/denied/third_party_rights/natural_person": 1,
        "/requests/outcomes/denied/third_party_rights/total": 1,
        "/requests/outcomes/unavailable/not_held/natural_person": 2,
        "/requests/outcomes/unavailable/not_held/commercial_enterprise": 1,
        "/requests/outcomes/unavailable/not_held/total": 3,
        "/requests/outcomes/total/natural_person": 24,
        "/requests/outcomes/total/commercial_enterprise": 5,
        "/requests/outcomes/total/total": 29,
        "/requests/carried_out/natural_person": 3,
        "/requests/carried_out/total": 3,
        "/review_and_litigation/reconsideration/upheld": 1,
        "/review_and_litigation/reconsideration/total": 1,
    }
    whole = {
        "/title": "青禾县2023年政府信息公开工作年度报告",
        "/period": Period(start="2023-01-01", end="2023-12-31"),
        "/overview": ("2023年，本机关主动公开政府信息96条。", "（一）主动公开情况良好。"),
        "/problems_and_improvements": ("公开内容的可读性有待提高。",),
        "/other_matters": ("无其他需要报告的事项。",),
        "/cell_notes": {
            "/proactive_disclosure/fees/amount_wan_yuan": CellNote(
                printed="10.40（含工本费）", note="含工本费"
            )
        },
        "/extensions": {"x_collected": "2024-02-01"},
    }
    blank = EDITION_2021.blank(issuer="青禾县人民政府", year=2023, number=0)
    return blank.replace({**cells, **whole})


def report_2019() -> AnyReport:
    """青禾县溪口镇 2020, on the 2019 form: a change with a sign, a sum with its unit."""
    cells = {
        "/proactive_disclosure/normative_documents/newly_produced": 2,
        "/proactive_disclosure/normative_documents/newly_disclosed": 2,
        "/proactive_disclosure/normative_documents/total_disclosed": 11,
        "/proactive_disclosure/licensing/prior_year_items": 18,
        "/proactive_disclosure/licensing/net_change": -2,
        "/proactive_disclosure/licensing/decisions": 340,
        "/proactive_disclosure/procurement/projects": 1,
        "/proactive_disclosure/procurement/amount": Money(Decimal("10.4"), "万元"),
        "/requests/received/natural_person": 3,
        "/requests/received/total": 3,
        "/requests/outcomes/partially_granted/natural_person": 1,
        "/requests/outcomes/partially_granted/total": 1,
        "/requests/outcomes/other/natural_person": 1,
        "/requests/outcomes/other/total": 1,
        "/requests/outcomes/total/natural_person": 2,
        "/requests/outcomes/total/total": 2,
        "/requests/carried_out/natural_person": 1,
        "/requests/carried_out/total": 1,
    }
    whole = {
        "/title": "青禾县溪口镇2020年政府信息公开工作年度报告",
        "/period": Period(start="2020-01-01", end="2020-12-31"),
        "/overview": ("2020年，本镇主动公开政府信息40条。",),
        "/problems_and_improvements": ("依申请公开答复不够及时。",),
        "/other_matters": (),
    }
    blank = EDITION_2019.blank(issuer="青禾县溪口镇人民政府", year=2020, number=0)
    return blank.replace({**cells, **whole})


def sheet() -> Iterator[tuple[str | int | None, ...]]:
    """The lines of the spreadsheet, headings first; totals are left to be added up."""
    yield "年度", "单位", "数值", "单元格"
    for path in sorted((EXAMPLES / "county" / "bodies").iterdir()):
        for row in tidy(read(path).report):
            if "total" not in row.pointer:
                number = row.number if row.amount is None else row.amount
                yield row.year, row.issuer, number, row.pointer


def write_sheet() -> None:
    """Write the spreadsheet."""
    from openpyxl import Workbook  # not everywhere are the extras

    book = Workbook()
    for line in sheet():
        book.worksheets[0].append(line)
    book.save(EXAMPLES / "cells.xlsx")


if __name__ == "__main__":
    write_sheet()
    for name, text in examples().items():
        (EXAMPLES / name).write_text(text, encoding="utf-8", newline="\n")
