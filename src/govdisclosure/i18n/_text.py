"""Words in both languages."""

from attrs import frozen

from govdisclosure.i18n._language import Language


@frozen
class Text:
    """The same words in both languages."""

    zh: str
    en: str

    def render(self, language: Language) -> str:
        """The words in a language."""
        words: str = getattr(self, language.code)
        return words
