"""What a notebook shows of a report and of what was made of it, in Chinese and in English."""

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch

from govdisclosure.analysis.comparison import Comparison
from govdisclosure.analysis.diagnosis import Diagnosis
from govdisclosure.document.markup import marked_up
from govdisclosure.findings import Finding
from govdisclosure.i18n import LANGUAGES, Message, Renderable
from govdisclosure.model import AnyReport, Reading, Report
from govdisclosure.output._diagnosis import diagnosis_points
from govdisclosure.output._parts import verdict_words
from govdisclosure.output.comparison import Phrasing, fact_name
from govdisclosure.output.look import EMBEDDED, draw_heading, draw_table, mark
from govdisclosure.rules import CheckResult, misfit_findings
from govdisclosure.transcribe import report_title

_BOTH = tuple(LANGUAGES.values())


def html(thing: object) -> str:
    """What a notebook shows of a report, a reading, a check, a diagnosis or a comparison.

    >>> from govdisclosure.model import EDITION_2021
    >>> EDITION_2021.blank(issuer="青禾县", year=2023)._repr_html_().count("<table")
    3

    Raises:
        TypeError: it is something else.
    """
    return f'<style>{EMBEDDED}</style>\n<div class="gd">{"".join(_parts(thing))}</div>'


@singledispatch
def _parts(thing: object) -> Iterable[str]:
    """The markup of a thing, from top to bottom."""
    kinds = "a Report, a Reading, a CheckResult, a Diagnosis or a Comparison"
    raise TypeError(f"a notebook is shown {kinds}, not {thing!r}"[:400])


@_parts.register(Report)
def _of_report(report: AnyReport) -> Iterator[str]:
    """The title of a report, its tables with their headings; no prose.

    Of a report with something of another type in it, what that is.
    """
    if misfits := [*misfit_findings(report)]:
        yield _findings(misfits)
        return
    yield f'<div class="form"><h1>{marked_up(report_title(report))}</h1>'
    for name in report.form.tables:
        if table := draw_table(report, name, languages=_BOTH):
            yield draw_heading(report.form[name].label, _BOTH) + table
    yield "</div>"


@_parts.register
def _of_reading(reading: Reading) -> Iterator[str]:
    """The report, then what was noticed in reading and what found no place."""
    yield from _of_report(reading.report)
    if reading.findings:
        yield f"<h2>{_words(Message('review_messages'))}</h2>{_findings(reading.findings)}"
    pieces = [f"{_words(p.where)}: {marked_up(p.text)}" for p in reading.unplaced]
    if pieces:
        yield f"<h2>{_words(Message('review_unplaced'))}</h2>{_list(pieces)}"


@_parts.register
def _of_check(result: CheckResult) -> Iterator[str]:
    """The status, and the findings as a short list.

    >>> from govdisclosure.rules import check
    >>> from govdisclosure.model import EDITION_2021
    >>> result = check(EDITION_2021.blank(number=0).replace({"/requests/received/total": 1}))
    >>> result._repr_html_().count("<li")
    2
    """
    words = (verdict_words(result.status, result, language) for language in _BOTH)
    yield f"<p>{_lines(words)}</p>"
    yield _findings(result.findings)


@_parts.register
def _of_diagnosis(diagnosis: Diagnosis) -> Iterator[str]:
    """Each fault with what would mend it, then what blanks must be."""
    points = [
        f'<p style="margin-left:{level - 1}em">{_words(words)}</p>'
        for level, words in diagnosis_points(diagnosis)
    ]
    yield from points or [f"<p>{_words(Message('diagnosis_none'))}</p>"]


@_parts.register
def _of_comparison(comparison: Comparison) -> Iterator[str]:
    """The cells that changed, and which sections and facts did."""
    phrasings = [Phrasing(comparison, language) for language in _BOTH]
    yield f"<p>{_lines(line for say in phrasings for line in say.reports())}</p>"
    yield _list([_words(remark) for remark in comparison.remarks])
    if comparison.empty:
        yield f"<p>{_words(Message('diff_none'))}</p>"
    rows = [
        (
            _words(change.place),
            _lines(say.value(change, "before") for say in phrasings),
            _lines(say.value(change, "after") for say in phrasings),
            _lines(say.difference(change) for say in phrasings),
        )
        for change in comparison.cells
    ]
    yield _table(("diff_row", "diff_before", "diff_after", "diff_change"), rows)
    yield _list([_words(section.place) for section in comparison.prose])
    yield _list([_lines(fact_name(fact, one) for one in _BOTH) for fact in comparison.facts])


def _findings(findings: Iterable[Finding]) -> str:
    items = [
        f"{mark(one.severity.value, str(number))} {_words(Message(one.severity.value))}"
        f"<br>{_words(one)}"
        for number, one in enumerate(findings, 1)
    ]
    return _list(items, ' class="findings"')


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{_words(Message(key))}</th>' for key in heads)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
        for first, *cells in rows
    )
    return (
        f'<table class="drawn changes"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def _list(items: Sequence[str], look: str = "") -> str:
    return f"<ul{look}>{''.join(f'<li>{item}</li>' for item in items)}</ul>" if items else ""


def _words(words: Renderable) -> str:
    return _lines(words.render(language) for language in _BOTH)


def _lines(texts: Iterable[str]) -> str:
    """Texts below each other, usually one a language; once what is said twice."""
    return "<br>".join(dict.fromkeys(map(marked_up, texts)))
