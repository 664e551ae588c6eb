"""The page: what was checked, the official form with its marks, what was not read."""

from collections.abc import Iterator, Mapping, Sequence

from govdisclosure.document import Block, Document, Heading, Paragraph, Table
from govdisclosure.document.markup import document, element, marked_up
from govdisclosure.findings import Verdict
from govdisclosure.i18n import CHINESE, Language, Message
from govdisclosure.model import AnyReport, Reading
from govdisclosure.output._parts import verdict_words
from govdisclosure.output.review._listing import full_list, note_list, short_list
from govdisclosure.output.review._look import POLICY, SCRIPT, STYLE
from govdisclosure.output.review._marks import ReviewContext
from govdisclosure.output.review._prose import link_numbers
from govdisclosure.rules import CheckResult, Status, check, without_misfits
from govdisclosure.transcribe import lay_out


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
    layout = lay_out(report)
    heading = next(block.text for block in layout.blocks if isinstance(block, Heading))
    title = Message("review_of", {"title": heading}).render(language)
    top = f"<h1>{marked_up(title)}</h1>"
    rest = _leftovers(context)
    summary, remainder = _summary(context, rest), _remainder(context, rest)
    main = "\n".join([top, *summary, *_form(context, layout), *remainder])
    body = f"<main>\n{main}\n</main>\n<script>{SCRIPT}</script>"
    return document(title, STYLE, body, language=language, policy=POLICY)


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


def _form(context: ReviewContext, layout: Document) -> Iterator[str]:
    """The official form, each section followed by what was found in it."""
    sections = {s.label.zh: s.name for s in context.report.form.sections}
    yield f'<h2>{context.words("review_form")}</h2>\n<div class="form" lang="zh-CN">'
    section = None
    for block in layout.blocks[1:]:
        if isinstance(block, Heading) and block.text in sections:
            yield from _about(context, section)
            section = sections[block.text]
        yield _element(context, block)
    yield from _about(context, section)
    yield "</div>"
    yield full_list(context, "")


def _about(context: ReviewContext, section: str | None) -> Iterator[str]:
    """What is to be said below a section: its findings, and what its cells print."""
    if section:
        yield full_list(context, section)
        yield note_list(context, section)


def _element(context: ReviewContext, block: Block) -> str:
    if isinstance(block, Table):
        return element(block, context.cell)
    if isinstance(block, Paragraph):
        return f"<p>{link_numbers(context.report, block.text)}</p>"
    return f"<h3>{marked_up(block.text)}</h3>"


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
