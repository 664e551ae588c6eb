"""The page: what was checked, the official form with its marks, what was not read."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from govdisclosure.document.markup import marked_up
from govdisclosure.findings import Verdict
from govdisclosure.i18n import CHINESE, Language, Message
from govdisclosure.model import AnyReport, Reading
from govdisclosure.output._parts import verdict_words
from govdisclosure.output.look import draw_heading, draw_table, legend, page
from govdisclosure.output.review._listing import full_list, note_list, short_list
from govdisclosure.output.review._marks import ReviewContext
from govdisclosure.output.review._prose import link_numbers
from govdisclosure.rules import CheckResult, Status, check, without_misfits
from govdisclosure.transcribe import report_title

_STYLE = Path(__file__).with_name("review.css").read_text("utf-8")
"""What the page adds to the look of all: lists of findings and of notes."""

_SCRIPT = Path(__file__).with_name("marks.js").read_text("utf-8")
"""``n`` and ``p`` go to the next and the previous mark; nothing else needs a script."""


def review(
    report: AnyReport,
    result: CheckResult | None = None,
    reading: Reading | None = None,
    language: Language = CHINESE,
) -> str:
    """A web page for whoever has to put a report right.

    It lists what :func:`~govdisclosure.check` found, draws the official tables with the
    cells concerned marked, says which cell would have to change where the sums tell and,
    with a ``reading``, where each cell was printed and what was not read. One file, nothing
    is loaded, works without scripts.

    >>> from govdisclosure.i18n import ENGLISH
    >>> from govdisclosure.files import read
    >>> reading = read("docs/examples/xikou-2023-broken.txt")
    >>> html = review(reading.report, reading=reading, language=ENGLISH)
    >>> '<td id="/requests/outcomes/granted/total" class="error"' in html
    True

    Raises:
        TypeError: it is no report.
        InvalidReportError: something in the report is of another type than stands there.
    """
    report = without_misfits(report)
    context = ReviewContext(report, result or check(report), reading, language)
    title = Message("review_of", {"title": report_title(report)}).render(language)
    top = f"<h1>{marked_up(title)}</h1>"
    rest = _leftovers(context)
    summary, remainder = _summary(context, rest), _remainder(context, rest)
    main = "\n".join([top, *summary, *_form(context), *remainder])
    return page(title, main, language=language, style=_STYLE, script=_SCRIPT)


def _summary(context: ReviewContext, rest: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What was checked, and each finding in a line."""
    result = context.result
    yield f"<h2>{context.words('review_findings')}</h2>"
    verdict = verdict_words(result.status, result, context.language)
    yield f'<p class="counts">{marked_up(verdict)}</p>'
    if result.findings:
        yield short_list(context)
        yield f'<p class="keys">{context.words("review_keys")}</p>'
    else:
        unknown = result.count(Verdict.NOT_EVALUATED)
        clean = "review_clean_in_part" if unknown else "review_clean"
        key = "no_numbers" if result.status is Status.NOTHING_CHECKED else clean
        yield f"<p>{context.words(key, count=unknown)}</p>"
    for kind, texts in rest.items():
        yield f'<p><a href="#{kind}">{context.words(kind)} ({len(texts)})</a></p>'


def _form(context: ReviewContext) -> Iterator[str]:
    """The official form, each section followed by what was found in it."""
    yield f"<h2>{context.words('review_form')}</h2>"
    yield legend(context.looks.values(), context.language)
    yield f'<div class="form">{_prose(context, context.report.preamble or ())}</div>'
    for section in context.report.form.sections:
        value = getattr(context.report, section.name)
        if value is not None:
            heading = draw_heading(section.label, context.languages)
            if section.table:
                content = draw_table(context.report, section.name, context.cell, context.languages)
            else:
                content = _prose(context, value)
            yield f'<div class="form">{heading}{content}</div>'
            yield full_list(context, section.name)
            yield note_list(context, section.name)
    yield full_list(context, "")


def _prose(context: ReviewContext, paragraphs: Sequence[str]) -> str:
    texts = (link_numbers(context.report, text) for text in paragraphs)
    return "\n".join(f'<p lang="{CHINESE.tag}">{text}</p>' for text in texts)


def _remainder(context: ReviewContext, rest: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for kind, texts in rest.items():
        items = "\n".join(f"<li>{marked_up(text)}</li>" for text in texts)
        yield f'<h2 id="{kind}">{context.words(kind)}</h2>\n<ul>\n{items}\n</ul>'


def _leftovers(context: ReviewContext) -> Mapping[str, Sequence[str]]:
    """What reading noticed, and what of the source found no place in the report."""
    if context.reading is None:
        return {}
    findings = [finding.render(context.language) for finding in context.reading.findings]
    unplaced = [
        f"{piece.where.render(context.language)}: {piece.text}"
        for piece in context.reading.unplaced
    ]
    kinds = {"review_messages": findings, "review_unplaced": unplaced}
    return {kind: texts for kind, texts in kinds.items() if texts}
