"""Everything that is told under a title, so that one search finds all of it."""

from collections.abc import Iterator
from functools import cache

from govdisclosure.form.meanings._citations import Law
from govdisclosure.form.meanings._facts import (
    Answer,
    Difference,
    Event,
    Sentence,
    Statement,
    Sureness,
)
from govdisclosure.form.meanings._loading import (
    articles,
    differences,
    duties,
    history,
    laws,
    overviews,
    questions,
)
from govdisclosure.i18n import Text


@cache
def answers() -> tuple[Answer, ...]:
    """Duties, articles of laws, overviews, what changed, what happened, laws; last questions.

    >>> answers()[0].title.zh
    '谁来报、谁填报'
    """
    return (*duties(), *articles(), *overviews(), *_others(), *questions())


def _others() -> Iterator[Answer]:
    for number, one in enumerate(differences(), 1):
        yield _difference(number, one)
    yield from map(_event, history())
    yield from map(_law, laws().values())


def _difference(number: int, one: Difference) -> Answer:
    forms = Text(
        f"2019年格式：{one.form_2019.zh}；2021年格式：{one.form_2021.zh}。",
        f"Form of 2019: {one.form_2019.en}; form of 2021: {one.form_2021.en}.",
    )
    title = Text(
        f"2021年的变化（与2019年格式的不同）：{one.place.zh}",
        f"Difference between the forms of 2019 and 2021: {one.place.en}",
    )
    printed = Sentence(forms, Sureness.OFFICIAL)
    statement = Statement((printed, *one.why.parts))
    return Answer(f"difference-{number}", title, statement, (), (), ())


def _event(one: Event) -> Answer:
    title = Text(f"{one.when}年（年度报告的由来、历史）", f"{one.when} (history of the report)")
    return Answer(
        f"history-{one.when}".replace("–", "-"), title, one.statement, (), (), one.sources
    )


def _law(one: Law) -> Answer:
    version = Statement((Sentence(one.version, Sureness.OFFICIAL),))
    named = f"{one.title.en} ({one.title.zh})"
    return Answer(one.code.lower(), Text(one.title.zh, named), version, (), (), one.sources)
