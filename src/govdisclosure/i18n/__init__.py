"""Languages, texts in both, messages as data, and what makes text harmless to show."""

from govdisclosure.i18n._sanitize import escape_control_lines, escape_controls
from govdisclosure.i18n._text import Message, Text, figure
from govdisclosure.i18n.messages import MESSAGES

__all__ = [
    "MESSAGES",
    "Message",
    "Text",
    "escape_control_lines",
    "escape_controls",
    "figure",
]
