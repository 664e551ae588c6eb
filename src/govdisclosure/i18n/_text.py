"""Words in both languages."""

from collections.abc import Callable
from typing import Protocol

from attrs import frozen

from govdisclosure.i18n._language import LANGUAGES, Language


@frozen
class Text:
    """The same words in both languages."""

    zh: str
    en: str

    @staticmethod
    def of(render: Callable[[Language], str]) -> "Text":
        """The words that a function gives in each language."""
        return Text(**{code: render(language) for code, language in LANGUAGES.items()})

    def render(self, language: Language) -> str:
        """The words in a language."""
        words: str = getattr(self, language.code)
        return words


class Renderable(Protocol):
    """What has words in every language."""

    def render(self, language: Language, /) -> str:
        """The words in a language."""
        ...


def words_data(words: Renderable) -> dict[str, str]:
    """The same words in every language, by its code.

    >>> words_data(Text("总计", "Total"))
    {'zh': '总计', 'en': 'Total'}
    """
    return {code: words.render(language) for code, language in LANGUAGES.items()}
