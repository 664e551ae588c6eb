"""Reports with texts that a format could take for something else, and what of them is lost.

``python -m tests.support.hostile N``: N reports for each form and format, other ones at each
run; how many read back the same, how many with losses, not at all, and of how many the losses
said are not those there are.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from functools import partial
from multiprocessing import get_context
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from govdisclosure.codec import WORDS, dumps, to_dict
from govdisclosure.errors import Error, WriteError
from govdisclosure.files import form_as, losses, read
from govdisclosure.files._formats import FORMATS
from govdisclosure.form import CellState, at
from govdisclosure.i18n import escape_controls
from govdisclosure.model import AnyReport, CellNote, Issuer, Period
from tests.clauses.test_laws_of_reading import readable
from tests.support.forms import EDITIONS_AND_FREEDONIA, FORMS, Form

PRINTED = tuple(dict.fromkeys(format for format in FORMATS.values() if format != "json"))
"""The formats that are read as well as written."""

PLAIN = ("2023年", "公开信息12条。", "abc", "规章", "5", "（一）", "x", "总计", "情况 良好")

MARKS = (
    *("|", "｜", "│", "||", "| 规章 | 0 | 0 | 2 |", "规章 | 1 | 1 | 1", "|---|---|", "¦"),
    *("---", "-----", "===", "- ", "+ ", "* ", "-", "=", "**5**", "*", "_x_", "***", "`", "~~~"),
    *("# ", "## 一", "#", "1.", "1. ", "12) ", "１．", "٣", "> ", "[a](b)", "![a](b)", "[注]:"),
    *("<b>", "</td>", "<table>", "</table><p>", "<!--", "<br>", "&lt;", "&amp;", "&#124;", "&"),
    *("\\", "\\|", "\\\\", "\\*", "\\n", "=1+1", "'", '"', "%", "$x$", "{", "[]"),
    *(
        "一、总体情况",
        "一、总体情况：",
        "三、收到和处理政府信息公开申请情况",
        "信息内容",
        "第二十条第（一）项",
    ),
    *("名称：某县2021年政府信息公开工作年度报告", "发布机构：某局", "2022年1月1日至2022年12月31日"),
    *("::error::", "##[error]", "http://example.invalid/a_b_c", "😀", "\u200b", "\u00ad"),
    *("a  b", "公 开", "公  开", "a\u3000b", "a\u00a0b", "；", "字" * 60),
)
"""What some format takes for something else, in one line and without control characters."""

CONTROLS = (
    *(" ", "  ", "\t", "\n", "\r\n", "\r", "\f", "\v", "\x00", "\x07", "\x1b[2J", "\x85", "\x9b"),
    *("\u2028", "\u2029", "\u202e", "\u2066", "\u200e", "\ud7ff", "\ufffe", "\ufffd", "\u3000"),
    *("\ufeff", "_x0041_", "_x005F_"),
    *("字" * 20_500, "\\*" * 20_500, "x" * 33_000),
)


PIECES = st.sampled_from(PLAIN) | st.sampled_from(MARKS) | st.text(max_size=3)


def texts(pieces: st.SearchStrategy[str] = PIECES) -> st.SearchStrategy[str]:
    """Texts of one to four pieces."""
    return st.lists(pieces, min_size=1, max_size=4).map("".join)


def in_a_line() -> st.SearchStrategy[str]:
    """Texts that formats can say: a line without control characters or blanks around it."""
    lines = texts().filter(WORDS.accepts)
    return lines.filter(lambda line: line.strip() == escape_controls(line))


@st.composite
def hostile(draw: st.DrawFn, form: Form) -> AnyReport:
    """A report with such texts in some places of text."""
    printed = texts(PIECES | st.sampled_from(CONTROLS))
    words = printed.filter(WORDS.accepts)
    report: AnyReport = draw(readable(form, words=("abc", "见附件")))
    cells = draw(st.lists(st.sampled_from(tuple(report.form.cells)), max_size=2))
    prose = st.none() | st.lists(words, max_size=3).map(tuple)
    days = st.sampled_from(("2023-01-01", "2023-12-31", "2022-12-31"))
    places: dict[str, st.SearchStrategy[Any]] = {
        "/title": st.none() | words,
        "/issuer": st.none() | words.map(lambda name: Issuer(name=name)),
        "/year": st.none() | st.integers(2008, 2100),
        "/period": st.none() | st.builds(Period, start=days, end=days),
        "/preamble": prose,
        "/overview": prose,
        "/problems_and_improvements": prose,
        "/other_matters": prose,
        "/extensions": st.just({"x_a": 1}),
    }
    changed = draw(st.lists(st.sampled_from([*places]), max_size=3, unique=True))
    changes = {place: draw(places[place]) for place in changed}
    if changes.get("/issuer", "") is None:
        changes["/issuer"] = Issuer(name=None)
    note = st.builds(
        CellNote, printed=printed, note=st.none() | words, state=st.sampled_from(CellState)
    )
    notes = {**report.cell_notes, **{cell: draw(note) for cell in cells}}
    return report.replace({**changes, "/cell_notes": notes})


def differing(report: AnyReport, other: AnyReport) -> set[str]:
    """The places in which two reports differ, by their JSON; cells by cell."""
    data, again = to_dict(report), to_dict(other)
    tables = report.form.tables
    facts = data.keys() - tables.keys() - {"cell_notes", "issuer"}
    places = {f"/{name}" for name in facts if repr(data[name]) != repr(again[name])}
    if report.issuer != other.issuer:
        places.add("/issuer/name")
    if report.title is None:
        places.discard("/title")
    for name in tables:
        if tables[name] != other.form.tables[name]:
            places.add(f"/{name}")
            continue
        for cell in report.form.cells_below(f"/{name}"):
            printed = ((repr(at(one, cell)), one.cell_notes.get(cell)) for one in (report, other))
            if len({*printed}) > 1:
                places.add(cell)
    return places


def verdict(report: AnyReport, format: str) -> str:
    """How a report comes back from a format; "wrong" where the losses said are not those."""
    try:
        file = form_as(report, format)
    except WriteError:
        return "not written"
    try:
        said = losses(report, file, EDITIONS_AND_FREEDONIA)
    except Error:
        return "not at all"
    lost = differing(report, read(file, EDITIONS_AND_FREEDONIA).report)
    if sorted(said) != sorted(lost):
        return "wrong"
    return "with losses" if lost else "the same"


def count(examples: int, of: tuple[Form, str]) -> Counter[str]:
    """How so many reports of one form come back from one format."""
    form, format = of
    counts: Counter[str] = Counter()

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(report=hostile(form))
    def law(report: AnyReport) -> None:
        outcome = verdict(report, format)
        counts[outcome] += 1
        if outcome == "wrong":
            print(f"{format}: {dumps(report, indent=None)}", file=sys.stderr)

    law()
    return counts


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 if something is wrong."""
    examples, *formats = arguments or ["100"]
    pairs = [(form, format) for format in formats or PRINTED for form in FORMS]
    with get_context("spawn").Pool(2) as pool:
        all_counts = pool.map(partial(count, int(examples)), pairs, chunksize=1)
    total: Counter[str] = Counter()
    for (form, format), counts in zip(pairs, all_counts, strict=True):
        total += counts
        print(f"{format:<10}{form.name:<30}{dict(counts)}")
    print(f"{total.total()} reports: {dict(total)}")
    return 1 if total["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
