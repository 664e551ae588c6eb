"""The pages that explain the form: place by place, how it is filed, what changed."""

from collections.abc import Iterator, Mapping

from docs.generate.markdown import table
from govdisclosure.analysis.explanation import ExplainedPlace, explained_places
from govdisclosure.form import tokens
from govdisclosure.form.meanings import (
    FACT_TITLES,
    Basis,
    Reference,
    Statement,
    cite,
    deadlines,
    differences,
    duties,
    glossary,
    history,
    laws,
    questions,
    references,
)
from govdisclosure.i18n import CHINESE, ENGLISH, LANGUAGES, Language, Text
from govdisclosure.output.explanation import labelled_parts

FORM = {"form.md": ENGLISH, "form.zh-CN.md": CHINESE}
FILING = {"filing.md": ENGLISH, "filing.zh-CN.md": CHINESE}
EDITIONS = {"editions.md": ENGLISH, "editions.zh-CN.md": CHINESE}
"""The files of each language."""

_RULES = Text("规则", "Rules")
_SOURCES = Text("见于", "Seen in")
_ONLY = Text("只在 {} 年格式", "form of {} only")
_RULES_PAGE = Text("rules.zh-CN.md", "rules.md")
_FORM_PAGE = Text("form.zh-CN.md", "form.md")

_UNNAMED = "townships"
"""The duty of those whom the law gives no deadline."""

_OF_DEADLINES = Text("谁 | 什么时候 | 交给谁 | 依据", "who | by when | to whom | legal basis")
_OF_DIFFERENCES = Text(
    "位置 | 2019 年格式 | 2021 年格式 | 原因", "place | form of 2019 | form of 2021 | why"
)
_OF_HISTORY = Text("时间 | 事情", "when | what")
_OF_TERMS = Text("中文 | 英文 | 英文出处", "Chinese | English | where that is established")
_OF_LAWS = Text("名称 | 版本", "title | version")
_OF_ARTICLES = Text("条文 | 内容", "article | what it says, in short")
_OF_SOURCES = Text("出处 | 何处", "what | where")


def places_text(language: Language = CHINESE) -> str:
    """Every place of the form, section by section, as Markdown.

    >>> places_text(ENGLISH).splitlines()[2]
    '### 标题 Title'
    """
    return "\n\n".join(
        "\n".join(_place(place, language)) for place in _in_order(explained_places())
    )


def _in_order(places: tuple[ExplainedPlace, ...]) -> Iterator[ExplainedPlace]:
    """Sections with what stands in them; what is told of the document itself comes first."""
    inside: dict[str, list[ExplainedPlace]] = {}
    for place in places:
        if place.meaning.kind not in ("document", "section", "note"):
            inside.setdefault(_section(place, places), []).append(place)
    for place in places:
        if place.meaning.kind in ("document", "section", "note"):
            yield place
            yield from inside.get(place.address, ()) if place.meaning.kind == "section" else ()


def _section(place: ExplainedPlace, places: tuple[ExplainedPlace, ...]) -> str:
    """The pointer of the section; a name above columns stands before the first of them."""
    after = places[places.index(place) :]
    return next(f"/{tokens(one.address)[0]}" for one in after if one.address)


def _place(place: ExplainedPlace, language: Language) -> Iterator[str]:
    meaning = place.meaning
    yield f'<a id="{meaning.id}"></a>'
    level = "##" if meaning.kind == "section" else "###"
    yield f"\n{level} {_title(place, language)}\n"
    only = _ONLY.render(language).format(place.editions[0]) if len(place.editions) == 1 else ""
    addresses = language.comma.join(f"`{address}`" for address in meaning.at)
    if head := language.semicolon.join(filter(None, (addresses, only))):
        yield f"{head}\n"
    for name, words in meaning.facts(language).items():
        yield _item(FACT_TITLES[name], words, language)
    if place.rules:
        page = _RULES_PAGE.render(language)
        links = (f"[{rule}]({page}#{rule})" for rule in place.rules)
        yield _item(_RULES, language.comma.join(links), language)
    yield _item(_SOURCES, _cited(meaning.sources, language), language)


def _title(place: ExplainedPlace, language: Language) -> str:
    label = place.labels[-1]
    return Text(label.zh, f"{label.zh} {label.en}").render(language)


def _item(title: Text, words: str, language: Language) -> str:
    return f"- **{title.render(language).capitalize()}**{language.colon}{words}"


def _cited(sources: tuple[Reference, ...], language: Language) -> str:
    page = _FORM_PAGE.render(language)
    return language.comma.join(f"[{one.id}]({page}#{one.id})" for one in sources)


def deadlines_text(language: Language = CHINESE) -> str:
    """Who reports, by when and to whom, as a table; and of whom the law does not say it."""
    rows = (
        (
            f"[{one.who.render(language)}](#{one.duties[0].id})",
            one.when.render(language),
            one.to.render(language),
            Statement(_both(one.basis), one.sureness).render(language),
        )
        for one in deadlines()
    )
    [unnamed] = (duty for duty in duties() if duty.id == _UNNAMED)
    link = f"[{unnamed.title.render(language)}](#{unnamed.id})"
    return (
        f"{table(_OF_DEADLINES, rows, language)}\n\n{unnamed.statement.render(language)} → {link}"
    )


def _both(basis: tuple[Basis, ...]) -> Text:
    return Text(**{code: cite(basis, language) for code, language in LANGUAGES.items()})


def duties_text(language: Language = CHINESE) -> str:
    """Who reports, when, to whom, where and how: a heading and a paragraph each."""
    return "\n\n".join(
        f'<a id="{duty.id}"></a>\n\n### {duty.title.render(language)}\n\n'
        f"{duty.statement.render(language)}{_parts(duty.parts, language)}"
        f"{_basis_and_sources(duty.basis, duty.sources, language)}"
        for duty in duties()
    )


def _parts(parts: tuple[Statement, ...], language: Language) -> str:
    """What is marked by itself, on a line of its own."""
    return f"\n{labelled_parts(parts, language)}" if parts else ""


def _basis_and_sources(
    basis: tuple[Basis, ...], sources: tuple[Reference, ...], language: Language
) -> str:
    words = [cite(basis, language)] if basis else []
    words.append(f"{_SOURCES.render(language)} {_cited(sources, language)}")
    return f"\n{language.semicolon.join(words)}"


def questions_text(language: Language = CHINESE) -> str:
    """What a clerk asks, with the answers."""
    return "\n\n".join(
        f'<a id="{one.id}"></a>\n\n'
        f"**{one.number}. {one.question.render(language)}** {one.answer.render(language)}"
        f"{_parts(one.parts, language)}{_basis_and_sources((), one.sources, language)}"
        for one in questions()
    )


def differences_text(language: Language = CHINESE) -> str:
    """What the form of 2021 changed, as a table."""
    rows = (
        (one.place, one.form_2019, one.form_2021, one.why.render(language)) for one in differences()
    )
    return table(_OF_DIFFERENCES, rows, language)


def history_text(language: Language = CHINESE) -> str:
    """How the report came to be, as a table."""
    rows = ((one.when, one.statement.render(language)) for one in history())
    return table(_OF_HISTORY, rows, language)


def glossary_text(language: Language = CHINESE) -> str:
    """The words of the field, as a table."""
    rows = (
        (one.text.zh, one.text.en, f"{one.established} [{one.sureness.render(language)}]")
        for one in glossary()
    )
    return table(_OF_TERMS, rows, language)


def laws_text(language: Language = CHINESE) -> str:
    """The laws, and what articles say in short, as tables."""
    titles = ((law.title.render(language), law.version) for law in laws().values())
    articles = (
        (Basis(law, clause).render(language), words.render(language))
        for law in laws().values()
        for clause, words in law.articles.items()
    )
    return "\n\n".join((table(_OF_LAWS, titles, language), table(_OF_ARTICLES, articles, language)))


def sources_text(language: Language = CHINESE) -> str:
    """Where the facts are from, as a table."""
    rows = ((f'<a id="{one.id}"></a>{one.what}', one.where) for one in references().values())
    return table(_OF_SOURCES, rows, language)


PAGES = (*FORM, *FILING, *EDITIONS)


def pages() -> Mapping[str, Mapping[str, str]]:
    """The texts of each page by their marks."""
    return {
        **{
            name: {
                "places": places_text(language),
                "glossary": glossary_text(language),
                "laws": laws_text(language),
                "sources": sources_text(language),
            }
            for name, language in FORM.items()
        },
        **{
            name: {
                "deadlines": deadlines_text(language),
                "duties": duties_text(language),
                "questions": questions_text(language),
            }
            for name, language in FILING.items()
        },
        **{
            name: {"differences": differences_text(language), "history": history_text(language)}
            for name, language in EDITIONS.items()
        },
    }
