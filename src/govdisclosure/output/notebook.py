"""What a notebook shows of a report and of what checking it gave."""

from collections.abc import Iterable
from functools import singledispatch

from govdisclosure.document import Heading, Table
from govdisclosure.document.markup import element, marked_up
from govdisclosure.findings import Finding
from govdisclosure.i18n import LANGUAGES, Message, Renderable
from govdisclosure.model import AnyReport, Report
from govdisclosure.output._parts import verdict_words
from govdisclosure.rules import CheckResult, misfit_findings
from govdisclosure.transcribe import lay_out

_STYLE = (
    "<style>.govdisclosure table { border-collapse: collapse; }"
    " .govdisclosure th, .govdisclosure td { border: 1px solid #999; text-align: center;"
    " padding: .2em .4em; }</style>"
)


@singledispatch
def html(thing: object) -> str:
    """What a notebook shows of a report or of a check.

    >>> from govdisclosure.model import EDITION_2021
    >>> EDITION_2021.blank(issuer="青禾县", year=2023)._repr_html_().count("<table")
    3
    """
    raise TypeError(f"a notebook is shown a Report or a CheckResult, not {thing!r}"[:400])


@html.register(Report)
def tables(report: AnyReport) -> str:
    """The title of a report, its tables with their headings; no prose.

    Of a report with something of another type in it, what that is.
    """
    if misfits := [*misfit_findings(report)]:
        return _list(misfits)
    blocks = lay_out(report).blocks
    heading = None
    elements = [element(blocks[0])]
    for block in blocks[1:]:
        if isinstance(block, Heading):
            heading = block
        elif isinstance(block, Table) and heading:
            elements += [element(heading), element(block)]
    return f'{_STYLE}<div class="govdisclosure">{"".join(elements)}</div>'


@html.register
def findings(result: CheckResult) -> str:
    """The status, and the findings as a short list, in Chinese and English.

    >>> from govdisclosure.rules import check
    >>> from govdisclosure.model import EDITION_2021
    >>> result = check(EDITION_2021.blank(number=0).replace({"/requests/received/total": 1}))
    >>> result._repr_html_().count("<li")
    2
    """
    words = [verdict_words(result.status, result, language) for language in LANGUAGES.values()]
    return f"<p>{'<br>'.join(map(marked_up, words))}</p>{_list(result.findings)}"


def _list(findings: Iterable[Finding]) -> str:
    items = "".join(
        f"<li><b>{marked_up(Message(f.severity.value).render())}</b> {_in_both(f)}</li>"
        for f in findings
    )
    return f"<ol>{items}</ol>"


def _in_both(words: Renderable) -> str:
    return "<br>".join(marked_up(words.render(language)) for language in LANGUAGES.values())
