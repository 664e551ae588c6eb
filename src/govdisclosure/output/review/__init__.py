"""The review: the official tables of a report with what is wrong marked, as one web page."""

from collections.abc import Iterator, Mapping, Sequence

from govdisclosure.document import Block, Document, Heading, Paragraph, Table
from govdisclosure.document.markup import document, element, marked_up
from govdisclosure.findings import Verdict
from govdisclosure.i18n import CHINESE, Language, Message
from govdisclosure.model import AnyReport, Reading
from govdisclosure.output.review._listing import full_list, note_list, short_list
from govdisclosure.output.review._look import POLICY, SCRIPT, STYLE
from govdisclosure.output.review._marks import Shown
from govdisclosure.output.review._prose import linked
from govdisclosure.rules import CheckResult, check
from govdisclosure.transcribe import lay_out

__all__ = [
    "review",
]


def review(
    report: AnyReport,
    checked: CheckResult | None = None,
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
    """
    shown = Shown(report, checked or check(report), reading, language)
    page = lay_out(report)
    title = Message("review_of", {"title": _title(page)}).render(language)
    top = f"<h1>{marked_up(title)}</h1>"
    main = "\n".join([top, *_summary(shown), *_form(shown, page), *_left(shown)])
    body = f"<main>\n{main}\n</main>\n<script>{SCRIPT}</script>"
    return document(title, STYLE, body, language=language, policy=POLICY)


def _title(page: Document) -> str:
    return next(block.text for block in page.blocks if isinstance(block, Heading))


def _summary(shown: Shown) -> Iterator[str]:
    """What was checked, and each finding in a line."""
    checked = shown.checked
    counts = {verdict.name.lower(): checked.count(verdict) for verdict in Verdict}
    yield f"<h2>{shown.words('review_findings')}</h2>"
    yield f'<p class="counts">{shown.words("counts", **counts, all=len(checked.results))}</p>'
    if checked.findings:
        yield short_list(shown)
        yield f'<p class="keys">{shown.words("review_keys")}</p>'
    else:
        unknown = checked.count(Verdict.NOT_EVALUATED)
        clean = "review_clean_in_part" if unknown else "review_clean"
        key = "nothing_checked" if checked.nothing_checked else clean
        yield f"<p>{shown.words(key, count=unknown)}</p>"
    for kind, texts in _left_over(shown).items():
        yield f'<p><a href="#{kind}">{shown.words(kind)} ({len(texts)})</a></p>'


def _form(shown: Shown, page: Document) -> Iterator[str]:
    """The official form, each section followed by what was found in it."""
    sections = {s.label.zh: s.name for s in shown.report.form.sections}
    yield f'<h2>{shown.words("review_form")}</h2>\n<div class="form" lang="zh-CN">'
    section = None
    for block in page.blocks[1:]:
        if isinstance(block, Heading) and block.text in sections:
            yield from _about(shown, section)
            section = sections[block.text]
        yield _drawn(shown, block)
    yield from _about(shown, section)
    yield "</div>"
    yield full_list(shown, "")


def _about(shown: Shown, section: str | None) -> Iterator[str]:
    """What is to be said below a section: its findings, and what its cells print."""
    if section:
        yield full_list(shown, section)
        yield note_list(shown, section)


def _drawn(shown: Shown, block: Block) -> str:
    if isinstance(block, Table):
        return element(block, shown.cell)
    if isinstance(block, Paragraph):
        return f"<p>{linked(shown.report, block.text)}</p>"
    return f"<h3>{marked_up(block.text)}</h3>"


def _left(shown: Shown) -> Iterator[str]:
    for kind, texts in _left_over(shown).items():
        items = "\n".join(f"<li>{marked_up(text)}</li>" for text in texts)
        yield f'<h2 id="{kind}">{shown.words(kind)}</h2>\n<ul>\n{items}\n</ul>'


def _left_over(shown: Shown) -> Mapping[str, Sequence[str]]:
    """What reading noticed, and what of the source found no place in the report."""
    if shown.reading is None:
        return {}
    said = [m.render(shown.language) for m in shown.reading.findings]
    found = [f"{u.where.render(shown.language)}: {u.text}" for u in shown.reading.unplaced]
    every = {"review_messages": said, "review_unplaced": found}
    return {kind: texts for kind, texts in every.items() if texts}
