"""What a notebook shows of a report and of what checking it gave."""

from functools import singledispatch

from govdisclosure.document import Heading, Table
from govdisclosure.document.markup import element, marked_up
from govdisclosure.findings import Finding, Verdict
from govdisclosure.i18n import CHINESE, ENGLISH, Message
from govdisclosure.model import AnyReport, Report
from govdisclosure.rules import CheckResult
from govdisclosure.transcribe import lay_out

_STYLE = (
    "<style>.govdisclosure table { border-collapse: collapse; }"
    " .govdisclosure th, .govdisclosure td { border: 1px solid #999; text-align: center;"
    " padding: .2em .4em; }</style>"
)


@singledispatch
def html(shown: object) -> str:
    """What a notebook shows of a report or of a check.

    >>> from govdisclosure.model import EDITION_2021
    >>> EDITION_2021.blank(issuer="青禾县", year=2023)._repr_html_().count("<table")
    3
    """
    raise TypeError(f"a notebook is shown a Report or a CheckResult, not {shown!r}"[:400])


@html.register(Report)
def tables(report: AnyReport) -> str:
    """The title of a report, its tables with their headings; no prose."""
    blocks = lay_out(report).blocks
    heading = None
    shown = [element(blocks[0])]
    for block in blocks[1:]:
        if isinstance(block, Heading):
            heading = block
        elif isinstance(block, Table) and heading:
            shown += [element(heading), element(block)]
    return f'{_STYLE}<div class="govdisclosure">{"".join(shown)}</div>'


@html.register
def findings(checked: CheckResult) -> str:
    """The counts, and the findings as a short list, in Chinese and English.

    >>> from govdisclosure.rules import check
    >>> from govdisclosure.model import EDITION_2021
    >>> checked = check(EDITION_2021.blank(number=0).replace({"/requests/received/total": 1}))
    >>> checked._repr_html_().count("<li")
    2
    """
    counts = {verdict.name.lower(): checked.count(verdict) for verdict in Verdict}
    counted = Message("counts", {**counts, "all": len(checked.results)})
    items = "".join(
        f"<li><b>{_in_chinese(Message(f.severity.value))}</b> {_in_both(f)}</li>"
        for f in checked.findings
    )
    return f"<p>{_in_both(counted)}</p><ol>{items}</ol>"


def _in_chinese(words: Finding | Message) -> str:
    return marked_up(words.render(CHINESE))


def _in_both(words: Finding | Message) -> str:
    return f"{_in_chinese(words)}<br>{marked_up(words.render(ENGLISH))}"
