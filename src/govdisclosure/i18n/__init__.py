"""Languages, texts in both, messages as data, and what makes text harmless to show."""

from govdisclosure.i18n._language import CHINESE, ENGLISH, LANGUAGES, Language
from govdisclosure.i18n._message import Message, figure
from govdisclosure.i18n._sanitize import escape_commands, escape_control_lines, escape_controls
from govdisclosure.i18n._text import Renderable, Text, words_data
from govdisclosure.i18n.messages import MESSAGES

__all__ = [
    "CHINESE", "ENGLISH", "LANGUAGES", "MESSAGES", "Language", "Message", "Renderable", "Text",
    "escape_commands", "escape_control_lines", "escape_controls", "figure", "words_data",
]  # fmt: skip
