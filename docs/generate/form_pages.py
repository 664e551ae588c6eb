"""The pages that explain the form: place by place, how it is filed, what changed."""

from collections.abc import Callable, Iterator, Mapping

from docs.generate.markdown import table
from govdisclosure.analysis.explanation import ExplainedPlace, explained_places
from govdisclosure.form import tokens
from govdisclosure.form.meanings import (
    FACT_TITLES,
    Answer,
    Reference,
    Sentence,
    articles,
    cite,
    deadlines,
    differences,
    duties,
    glossary,
    history,
    laws,
    overviews,
    questions,
    references,
)
from govdisclosure.i18n import CHINESE, LANGUAGES, Language, Text
from govdisclosure.output.explanation import sentence_lines

_ENDING = Text(".zh-CN.md", ".md")
_ONLY = Text("只在 {} 年格式", "form of {} only")

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


def file_name(page: str, language: Language) -> str:
    """The file of a page in a language."""
    return page + _ENDING.render(language)


def places_text(language: Language = CHINESE) -> str:
    """Every place of the form, section by section, as Markdown.

    >>> from govdisclosure.i18n import ENGLISH
    >>> places_text(ENGLISH).splitlines()[2]
    '### 标题 Title'
    """
    return "\n\n".join(
        "\n".join(_place(place, language)) for place in _in_order(explained_places())
    )


def _in_order(places: tuple[ExplainedPlace, ...]) -> Iterator[ExplainedPlace]:
    """Sections with what stands in them; what is told of the document itself comes first."""
    heads = [one for one in places if one.meaning.kind in ("document", "section", "note")]
    inside = [(_section(one, places), one) for one in places if one not in heads]
    for head in heads:
        yield head
        if head.meaning.kind == "section":
            yield from (place for section, place in inside if section == head.address)


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
    for name, words in meaning.facts.items():
        yield _item(name, words.render(language), language)
    if place.rules:
        page = file_name("rules", language)
        links = (f"[{rule}]({page}#{rule})" for rule in place.rules)
        yield _item("rules", language.comma.join(links), language)
    yield _item("sources", _cited(meaning.sources, language), language)


def _title(place: ExplainedPlace, language: Language) -> str:
    return _in_chinese_first(place.labels[-1]).render(language)


def _in_chinese_first(words: Text) -> Text:
    """What is printed or published in Chinese, with its English where that is read."""
    return Text(words.zh, f"{words.zh} {words.en}")


def _item(name: str, words: str, language: Language) -> str:
    title = FACT_TITLES[name].render(language).capitalize()
    return f"- **{title}**{language.colon}{words}"


def _cited(sources: tuple[Reference, ...], language: Language) -> str:
    page = file_name("form", language)
    links = (f"[{one.what.render(language)}]({page}#{one.id})" for one in sources)
    return language.semicolon.join(links)


def deadlines_text(language: Language = CHINESE) -> str:
    """Who reports, by when and to whom, as a table; and of whom the law does not say it."""
    rows = (
        (
            f"[{one.who.render(language)}](#{one.duties[0].id})",
            one.when.render(language),
            one.to.render(language),
            Sentence(cite(one.basis), one.sureness).render(language),
        )
        for one in deadlines()
    )
    [unnamed] = (duty for duty in duties() if duty.id == _UNNAMED)
    link = f"[{unnamed.title.render(language)}](#{unnamed.id})"
    return (
        f"{table(_OF_DEADLINES, rows, language)}\n\n{unnamed.statement.render(language)} → {link}"
    )


def duties_text(language: Language = CHINESE) -> str:
    """Who reports, when, to whom, where and how: a heading and a paragraph each."""
    return "\n\n".join(
        _answer(one, f"### {one.title.render(language)}\n\n", language) for one in duties()
    )


def questions_text(language: Language = CHINESE) -> str:
    """What a clerk asks, with the answers."""
    return "\n\n".join(
        _answer(one, f"**{number}. {one.title.render(language)}** ", language)
        for number, one in enumerate(questions(), 1)
    )


def _answer(answer: Answer, title: str, language: Language) -> str:
    """An answer behind its title; what it rests on stands on lines of its own."""
    lines = sentence_lines(answer.statement, language)
    said = lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines) + "\n"
    seen_in = FACT_TITLES["sources"].render(language).capitalize()
    sources = f"{seen_in} {_cited(answer.sources, language)}"
    law = cite(answer.basis).render(language)
    grounds = language.semicolon.join(filter(None, (law, sources)))
    return f'<a id="{answer.id}"></a>\n\n{title}{said}\n{grounds}'


def overviews_text(language: Language = CHINESE) -> str:
    """What is best seen together: a heading and a line for each."""
    return "\n\n".join(
        _answer(one, f"### {one.title.render(language)}\n\n", language) for one in overviews()
    )


def differences_text(language: Language = CHINESE) -> str:
    """What the form of 2021 changed, as a table."""
    rows = (
        [cell.render(language) for cell in (one.place, one.form_2019, one.form_2021, one.why)]
        for one in differences()
    )
    return table(_OF_DIFFERENCES, rows, language)


def history_text(language: Language = CHINESE) -> str:
    """How the report came to be, as a table."""
    rows = ((one.when, one.statement.render(language)) for one in history())
    return table(_OF_HISTORY, rows, language)


def glossary_text(language: Language = CHINESE) -> str:
    """The words of the field, as a table."""
    rows = (
        (one.text.zh, one.text.en, Sentence(one.established, one.sureness).render(language))
        for one in glossary()
    )
    return table(_OF_TERMS, rows, language)


def laws_text(language: Language = CHINESE) -> str:
    """The laws, and what articles say in short, as tables."""
    titles = (
        (_in_chinese_first(law.title).render(language), law.version.render(language))
        for law in laws().values()
    )
    rows = (
        (f'<a id="{one.id}"></a>{one.title.render(language)}', one.statement.render(language))
        for one in articles()
    )
    return "\n\n".join((table(_OF_LAWS, titles, language), table(_OF_ARTICLES, rows, language)))


def sources_text(language: Language = CHINESE) -> str:
    """Where the facts are from, as a table."""
    rows = (
        (f'<a id="{one.id}"></a>{one.what.render(language)}', one.where.render(language))
        for one in references().values()
    )
    return table(_OF_SOURCES, rows, language)


_TEXTS: Mapping[str, Mapping[str, Callable[[Language], str]]] = {
    "form": {
        "places": places_text,
        "overviews": overviews_text,
        "glossary": glossary_text,
        "laws": laws_text,
        "sources": sources_text,
    },
    "filing": {"deadlines": deadlines_text, "duties": duties_text, "questions": questions_text},
    "editions": {"differences": differences_text, "history": history_text},
}
"""What stands between the marks of each page."""


def pages() -> Mapping[str, Mapping[str, str]]:
    """The texts of each file by their marks."""
    return {
        file_name(page, language): {mark: text(language) for mark, text in texts.items()}
        for page, texts in _TEXTS.items()
        for language in LANGUAGES.values()
    }
